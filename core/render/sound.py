"""The sound of a clip, as it is heard in every aspect: joined ranges, fades, gain, limiter. Made once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.audio import read_audio
from core.render.limiter import limit
from core.render.loudness import RATE_HZ, integrated_lufs
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from core.schema.audio import AudioPlan
    from core.schema.composition import Composition
    from core.schema.source import MediaFacts

CHANNELS = 2
# A limiter takes loudness away with the peaks; a second, small step of gain brings it back.
MAX_CORRECTION_DB = 3.0
GOOD_ENOUGH_LU = 0.15
CORRECTIONS = 3


@dataclass(frozen=True)
class Sound:
    """(n, 2) float32 at 48 kHz, and its integrated loudness (None for silence)."""

    samples: NDArray[np.float32]
    lufs: float | None


def make_sound(composition: Composition, facts: MediaFacts, progress: ProgressCallback = ignore_progress) -> Sound:
    """Return the finished sound of a composition, exactly as long as its frames.

    A source without sound gives silence: platforms refuse files without a sound track.

    Raises:
        MediaError: The file can't be read.
    """
    count = round(composition.frame_count * RATE_HZ * composition.fps_denominator / composition.fps_numerator)
    if not composition.media.has_audio or facts.audio is None:
        return Sound(np.zeros((count, CHANNELS), np.float32), None)
    samples = _joined(composition, facts, progress)
    samples = _fitted(samples, count)
    _fade(samples, composition.audio)
    return _levelled(samples, composition.audio)


def _joined(composition: Composition, facts: MediaFacts, progress: ProgressCallback) -> NDArray[np.float32]:
    """Return all ranges one after the other, each join crossfaded about its instant without moving anything."""
    ranges = composition.cut.ranges
    half = composition.audio.crossfade / 2
    parts: list[NDArray[np.float32]] = []
    offset = 0.0
    for index, span in enumerate(ranges):
        progress(index / len(ranges), "reading sound")
        lead = half if index else 0.0
        trail = half if index + 1 < len(ranges) else 0.0
        # Positions are rounded from the clip's start, so that rounding does not add up over many ranges.
        first, last = round(offset * RATE_HZ), round((offset + span.duration) * RATE_HZ)
        lead_samples, trail_samples = round(lead * RATE_HZ), round(trail * RATE_HZ)
        length = (last - first + lead_samples + trail_samples) / RATE_HZ
        start = span.start - lead_samples / RATE_HZ
        part = read_audio(
            composition.media.path, facts, TimeSpan(start=start, end=start + length), RATE_HZ, CHANNELS
        )
        parts = _append(parts, part, lead_samples)
        offset += span.duration
    return np.concatenate(parts)


def _append(
    parts: list[NDArray[np.float32]], part: NDArray[np.float32], lead_samples: int
) -> list[NDArray[np.float32]]:
    """Append a part, crossfading its first `2 × lead_samples` with the last ones so far."""
    overlap = min(2 * lead_samples, len(part), len(parts[-1]) if parts else 0)
    if not parts or not overlap:
        return [*parts, part]
    angle = (np.arange(overlap, dtype=np.float32)[:, None] + 0.5) / overlap * (np.pi / 2)
    mixed = parts[-1][-overlap:] * np.cos(angle) + part[:overlap] * np.sin(angle)
    return [*parts[:-1], parts[-1][:-overlap], mixed.astype(np.float32), part[overlap:]]


def _fitted(samples: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    if len(samples) >= count:
        return samples[:count].copy()
    return np.concatenate([samples, np.zeros((count - len(samples), samples.shape[1]), np.float32)])


def _fade(samples: NDArray[np.float32], plan: AudioPlan) -> None:
    """Fade both ends in place, along a raised cosine."""
    for seconds, ends in ((plan.fade_in, samples), (plan.fade_out, samples[::-1])):
        length = min(round(seconds * RATE_HZ), len(samples))
        curve = 0.5 - 0.5 * np.cos(np.pi * (np.arange(length, dtype=np.float32) + 0.5) / max(length, 1))
        ends[:length] *= curve[:, None]


def _levelled(samples: NDArray[np.float32], plan: AudioPlan) -> Sound:
    """Apply gain and limiter; where the plan meant to reach its target, correct what the limiter took away."""
    gain_db = plan.gain_db
    finished = limit(samples * np.float32(10 ** (gain_db / 20)), plan.peak_limit_dbtp)
    lufs = integrated_lufs(finished)
    aims_at_target = (
        plan.measured_lufs is not None and abs(plan.measured_lufs + plan.gain_db - plan.target_lufs) < 1.0
    )
    for _ in range(CORRECTIONS):
        if not aims_at_target or lufs is None or abs(plan.target_lufs - lufs) < GOOD_ENOUGH_LU:
            break
        gain_db = min(gain_db + plan.target_lufs - lufs, plan.gain_db + MAX_CORRECTION_DB)
        finished = limit(samples * np.float32(10 ** (gain_db / 20)), plan.peak_limit_dbtp)
        lufs = integrated_lufs(finished)
    return Sound(finished, lufs)
