"""Words that must not be heard: silence, or a tone, in their place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.render.loudness import RATE_HZ
from core.render.tape import Tape
from core.schema.time import TimeSpan

TONE_HZ = 1000.0
_RAMP_SECONDS = 0.01  # from the sound to silence and back: no click
# Of the tone: as loud as the word was, but neither a whisper nor a shock.
_SOFTEST_RMS, _LOUDEST_RMS = 10 ** (-36 / 20), 10 ** (-18 / 20)


def censor(samples: Tape, silenced: Sequence[TimeSpan], bleeps: bool) -> None:
    """Take the sound out of spans of clip seconds, in place; with `bleeps` a tone of 1 kHz stands for it."""
    for span in silenced:
        first, last = max(0, round(span.start * RATE_HZ)), min(len(samples), round(span.end * RATE_HZ))
        if last <= first:
            continue
        heard = samples[first:last]
        at = np.arange(last - first, dtype=np.float32)
        edge = np.minimum(at + 0.5, last - first - at - 0.5) / (_RAMP_SECONDS * RATE_HZ)
        shut = (0.5 - 0.5 * np.cos(np.pi * np.clip(edge, 0.0, 1.0)))[:, None].astype(np.float32)
        quiet = heard * (1 - shut)
        if bleeps:
            rms = float(np.sqrt(np.mean(np.square(heard, dtype=np.float64))))
            level = min(max(rms, _SOFTEST_RMS), _LOUDEST_RMS) * 2**0.5
            # The phase runs from the clip's start, so that neighbouring spans join.
            tone = np.sin(2 * np.pi * TONE_HZ / RATE_HZ * (at.astype(np.float64) + first % RATE_HZ))
            quiet += shut * (level * tone[:, None]).astype(np.float32)
        samples[first:last] = quiet
