"""The sound of a source as it is, any moment of it at once: for scrubbing, and for hours that nobody levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.audio import stream_audio
from core.render.loudness import RATE_HZ
from core.render.tape import CHANNELS
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from pathlib import Path

    from core.schema.source import MediaFacts
    from core.schema.time import Cut

# What is read at once, before and behind the second that is asked for: opening a file anew costs most of it.
BEFORE_SECONDS, BEHIND_SECONDS = 1.0, 6.0


class RawSound:
    """Sound by clip second of a cut, with a gain and nothing else done to it. Not safe for two threads at once.

    Args:
        path: The media file, which must have sound.
        facts: What `probe` found in it.
        cut: What is heard of it.
        gain_db: How much louder.
    """

    def __init__(self, path: Path, facts: MediaFacts, cut: Cut, gain_db: float = 0.0) -> None:
        self._path, self._facts, self._cut = path, facts, cut
        self._factor = np.float32(10 ** (gain_db / 20))
        self._first = 0
        self._held: NDArray[np.float32] = np.zeros((0, CHANNELS), np.float32)

    def piece(self, start: float, duration: float) -> NDArray[np.float32]:
        """Return (n, 2) float32 at 48 kHz from clip second `start`; silence outside of the cut.

        Raises:
            MediaError: The file can't be read.
        """
        first, last = round(start * RATE_HZ), round((start + duration) * RATE_HZ)
        sound = np.zeros((max(0, last - first), CHANNELS), np.float32)
        offset = 0.0
        for span in self._cut.ranges:
            begin, end = max(start, offset), min(start + duration, offset + span.duration)
            if end > begin:
                heard = self._of_source(span.start + begin - offset, end - begin)
                at = round(begin * RATE_HZ) - first
                kept = heard[: len(sound) - at]
                sound[at : at + len(kept)] = kept
            offset += span.duration
        louder: NDArray[np.float32] = np.clip(sound * self._factor, np.float32(-1), np.float32(1))
        return louder

    def _of_source(self, start: float, duration: float) -> NDArray[np.float32]:
        first, last = round(start * RATE_HZ), round((start + duration) * RATE_HZ)
        if first < self._first or last > self._first + len(self._held):
            begin = max(0.0, start - BEFORE_SECONDS)
            span = TimeSpan(start=begin, end=start + max(duration, BEHIND_SECONDS))
            pieces = list(stream_audio(self._path, self._facts, span, RATE_HZ, CHANNELS))
            self._held = np.concatenate(pieces) if pieces else self._held[:0]
            self._first = round(begin * RATE_HZ)
        return self._held[first - self._first : last - self._first]
