"""The sound of a clip, as it is heard in every aspect: joined, clean, with music, as loud as wanted. Made once.

It lies on a tape, 0.37 MB a second, and goes by pieces through all that is done to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.audio import stream_audio
from core.render.censor import censor
from core.render.limiter import apply_gains, gain_for, limited_lufs, limiter_gains
from core.render.loudness import RATE_HZ, Levels, measure_levels
from core.render.music import add_music
from core.render.noise import reduce_noise
from core.render.tape import CHANNELS, Tape
from core.schema.choice import Choice
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.schema.audio import AudioPlan
    from core.schema.composition import Composition
    from core.schema.source import MediaFacts
    from core.schema.time import Cut

# Off by more than this, a platform would turn the clip up or down.
TOLERANCE_LU = 0.5


@dataclass(frozen=True)
class Sound:
    """(n, 2) float32 at 48 kHz, its integrated loudness (None for silence), and what was less than asked for."""

    samples: Tape
    lufs: float | None
    choices: tuple[Choice, ...] = ()


def make_sound(composition: Composition, facts: MediaFacts, progress: ProgressCallback = ignore_progress) -> Sound:
    """Return the finished sound of a composition's clip, exactly as long as its frames; cards are added later.

    A source without sound gives silence: platforms refuse files without a sound track.

    Raises:
        MediaError: The file or the music can't be read.
    """
    plan = composition.audio
    count = round(composition.clip_frames * RATE_HZ * composition.fps_denominator / composition.fps_numerator)
    if composition.media.has_audio and facts.audio is not None:
        samples = read_cut(composition.media.path, facts, composition.cut, plan.crossfade, count, progress)
        if plan.noise_floor_dbfs is not None:
            reduce_noise(samples)
        censor(samples, plan.silenced, plan.bleeps)
    else:
        samples = Tape(count)
    aim = plan.aim_lufs
    if plan.music is not None:
        aim = plan.target_lufs if aim is None else aim
        add_music(samples, plan.music)
    fade(samples, plan.fade_in, plan.fade_out)
    return levelled(samples, measure_levels(samples), plan, aim)


def read_cut(
    path: Path,
    facts: MediaFacts,
    cut: Cut,
    crossfade: float,
    count: int,
    progress: ProgressCallback = ignore_progress,
) -> Tape:
    """Return (count, 2) float32 at 48 kHz of all ranges, one after the other.

    Each join is crossfaded about its instant without moving anything; ranges that touch are read as one. What is
    missing at the end (a part of a frame) is what the source goes on with.

    Raises:
        MediaError: The file can't be read.
    """
    samples = Tape(count)
    ranges = _joined_where_they_touch(cut.ranges)
    half = round(crossfade / 2 * RATE_HZ)
    offset = 0.0
    for index, span in enumerate(ranges):
        progress(index / len(ranges), "reading sound")
        is_last = index + 1 == len(ranges)
        # Positions are rounded from the clip's start, so that rounding does not add up over many ranges.
        first = round(offset * RATE_HZ)
        offset += span.duration
        begin = max(0, first - half) if index else 0
        end = count if is_last else min(count, round(offset * RATE_HZ) + half)
        start = span.start - (first - begin) / RATE_HZ
        if end > begin:
            wanted = TimeSpan(start=start, end=start + (end - begin) / RATE_HZ)
            overlap = min(first + half, end) - begin if index else 0
            _lay(samples, begin, overlap, stream_audio(path, facts, wanted, RATE_HZ, CHANNELS))
    return samples


def _joined_where_they_touch(ranges: tuple[TimeSpan, ...]) -> list[TimeSpan]:
    joined = [ranges[0]]
    for before, after in pairwise(ranges):
        if abs(after.start - before.end) * RATE_HZ < 0.5:
            joined[-1] = TimeSpan(start=joined[-1].start, end=after.end)
        else:
            joined.append(after)
    return joined


def _lay(samples: Tape, position: int, overlap: int, pieces: Iterator[NDArray[np.float32]]) -> None:
    """Lay pieces one behind the other from a position on; the first `overlap` samples are crossfaded."""
    head = np.zeros((0, CHANNELS), np.float32)
    while len(head) < overlap:
        head = np.concatenate([head, next(pieces)])
    if len(head):
        head[:overlap] = _crossfaded(samples[position : position + overlap], head[:overlap])
    for piece in chain([head], pieces):
        samples[position : position + len(piece)] = piece
        position += len(piece)


def _crossfaded(before: NDArray[np.float32], after: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return one sound going over into another at constant power, however alike the two are.

    Equal power would lift what is alike by 3 dB, equal gain would dip what is not. After Fink, Holters and Zölzer,
    "Signal-Matched Power-Complementary Cross-Fading and Dry-Wet Mixing", DAFx-16.
    """
    at = (np.arange(len(before), dtype=np.float32)[:, None] + 0.5) / len(before)
    # Slow at both ends: a fade that sets in at once is a small click itself.
    angle = (0.5 - 0.5 * np.cos(np.pi * at)) * (np.pi / 2)
    power = float(np.sqrt(np.sum(before**2, dtype=np.float64) * np.sum(after**2, dtype=np.float64)))
    likeness = max(0.0, float(np.sum(before * after, dtype=np.float64)) / power) if power > 0 else 0.0
    mixed = before * np.cos(angle) + after * np.sin(angle)
    return np.asarray(mixed / np.sqrt(1 + likeness * np.sin(2 * angle)), np.float32)


def fade(samples: Tape, fade_in: float, fade_out: float) -> None:
    """Fade both ends in place, along a raised cosine, for as many seconds."""
    for seconds, is_end in ((fade_in, False), (fade_out, True)):
        length = min(round(seconds * RATE_HZ), len(samples))
        curve = 0.5 - 0.5 * np.cos(np.pi * (np.arange(length, dtype=np.float32) + 0.5) / max(length, 1))
        place = slice(len(samples) - length, None) if is_end else slice(length)
        faded = samples[place]
        faded *= (curve[::-1] if is_end else curve)[:, None]
        samples[place] = faded


def levelled(samples: Tape, levels: Levels, plan: AudioPlan, aim: float | None) -> Sound:
    """Apply gain and limiter in place, so that the result is as loud as was aimed at."""
    limit_dbtp = plan.peak_limit_dbtp
    gain_db = plan.gain_db if aim is None else gain_for(levels, aim, limit_dbtp)
    gains = limiter_gains(levels.peaks * np.float32(10 ** (gain_db / 20)), limit_dbtp)
    apply_gains(samples, gains, gain_db)
    lufs = limited_lufs(levels, gain_db, limit_dbtp)
    if aim is None or lufs is None or abs(lufs - aim) <= TOLERANCE_LU:
        return Sound(samples, lufs)
    missed = Choice(
        subject="loudness",
        chosen=f"{lufs:.1f} LUFS",
        reason=f"At {aim:.1f} LUFS its peaks would have to be pressed flat.",
        degraded=True,
    )
    return Sound(samples, lufs, (missed,))
