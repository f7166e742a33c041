"""A look-ahead limiter for true peaks: fast down before a peak, slowly back after it, nothing else touched.

It works on levels, not on samples: a gain for every third of a millisecond is found first, so that its effect on
loudness is known before anything is done to the sound.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.render.loudness import LEVEL_SAMPLES, RATE_HZ, Levels, measure_levels, pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.render.tape import Samples

LOOK_AHEAD_SECONDS = 0.003
RELEASE_SECONDS = 0.08
# What a steep gain change and AAC (0.2 dB on speech at 160 kbit/s) may add.
SAFETY_DB = 0.3
# More than this against what a limiter takes away would press speech flat.
MAX_CORRECTION_DB = 6.0
GOOD_ENOUGH_LU = 0.02
CORRECTIONS = 12
# Half a minute of levels at a time: intermediate values are wide, and there are many of them.
PIECE_LEVELS = 100_000


def limiter_gains(peaks: NDArray[np.float32], peak_dbtp: float) -> NDArray[np.float32]:
    """Return the gain (0 to 1) at the middle of each level that keeps true peaks under a ceiling.

    The gain needed is taken as a minimum over the look-ahead, recovers exponentially, and is smoothed over the
    look-ahead's length; the minimum reaches one level further, so that gains between two levels are low enough.

    Args:
        peaks: (n,) true peaks, one for each level.
        peak_dbtp: The ceiling in dB true peak.
    """
    ceiling = 10 ** ((peak_dbtp - SAFETY_DB) / 20)
    if peaks.max(initial=0.0) <= ceiling:
        return np.ones(len(peaks), np.float32)
    reach = round(LOOK_AHEAD_SECONDS / 2 * RATE_HZ / LEVEL_SAMPLES)
    gains = np.empty(len(peaks), np.float32)
    known, done = np.zeros(0), 0
    for piece in _released(_held(peaks, ceiling, reach + 1)):
        # Smoothing sees neighbours on both sides; at the clip's ends the last value is repeated.
        known = np.concatenate([known if done else np.repeat(1.0 - piece[:1], reach), 1.0 - piece])
        if done + len(known) - reach == len(peaks):
            known = np.pad(known, (0, reach), mode="edge")
        smooth = _windows(known, reach).mean(axis=1)
        gains[done : done + len(smooth)] = np.minimum(smooth, 1.0)
        done += len(smooth)
        known = known[-2 * reach :]
    return gains


def _held(peaks: NDArray[np.float32], ceiling: float, reach: int) -> Iterator[NDArray[np.float64]]:
    """Yield by how much each level must be reduced (0 none to 1 mute), for itself and its neighbours."""
    for start in range(0, len(peaks), PIECE_LEVELS):
        end = min(start + PIECE_LEVELS, len(peaks))
        around = peaks[np.clip(np.arange(start - reach, end + reach), 0, len(peaks) - 1)]
        need = np.minimum(1.0, ceiling / np.maximum(around, 1e-9)).astype(np.float64)
        yield 1.0 - _windows(need, reach).min(axis=1)


def _released(reductions: Iterator[NDArray[np.float64]]) -> Iterator[NDArray[np.float64]]:
    """Let a reduction fall off exponentially: the running maximum of what was, decayed."""
    start, highest = 0, -np.inf
    for reduction in reductions:
        decay = np.arange(start, start + len(reduction)) * (LEVEL_SAMPLES / (RELEASE_SECONDS * RATE_HZ))
        logs = np.log(np.maximum(reduction, 1e-12)) + decay
        logs = np.maximum(np.maximum.accumulate(logs), highest)
        start, highest = start + len(reduction), logs[-1]
        yield np.asarray(np.exp(logs - decay))


def _windows(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return (n - 2 × reach, 2 × reach + 1): each value that has them with its neighbours."""
    return np.lib.stride_tricks.sliding_window_view(values, 2 * reach + 1)


def apply_gains(samples: Samples, gains: NDArray[np.float32], gain_db: float = 0.0) -> None:
    """Multiply (n, channels) samples in place by a gain for each level, from middle to middle, and one for all."""
    whole = np.float32(10 ** (gain_db / 20))
    middles = (np.arange(len(gains)) + 0.5) * LEVEL_SAMPLES - 0.5
    for start, end in pieces_of(len(samples)):
        first, last = max(0, start // LEVEL_SAMPLES - 1), -(-end // LEVEL_SAMPLES) + 1
        part = gains[first:last]
        if part.min() == 1.0:
            samples[start:end] = samples[start:end] * whole
        else:
            curve = np.interp(np.arange(start, end), middles[first:last], part).astype(np.float32)
            samples[start:end] = samples[start:end] * (curve * whole)[:, None]


def amplified(samples: Samples, amplitude: np.float32) -> Samples:
    """Return samples as many times as loud; the same ones where nothing had to be done."""
    if amplitude == 1:
        return samples
    louder = samples.copy()
    for start, end in pieces_of(len(louder)):
        louder[start:end] = louder[start:end] * amplitude
    return louder


def limit(samples: Samples, peak_dbtp: float) -> Samples:
    """Return samples whose true peak does not pass `peak_dbtp`; the same ones where nothing had to be done.

    Args:
        samples: (n, channels) float32 at 48 kHz.
        peak_dbtp: The ceiling in dB true peak.
    """
    gains = limiter_gains(measure_levels(samples).peaks, peak_dbtp)
    if gains.min(initial=1.0) == 1.0:
        return samples
    limited = samples.copy()
    apply_gains(limited, gains)
    return limited


def gain_for(levels: Levels, aim_lufs: float, peak_dbtp: float) -> float:
    """Return the gain in dB with which a sound, limited after it, is as loud as it shall be; 0 for silence.

    A limiter takes loudness away with the peaks; more gain before it brings that back, as far as it is good for
    the sound.
    """
    lufs = levels.lufs()
    if lufs is None:
        return 0.0
    gain_db = aim_lufs - lufs
    most_db = gain_db + MAX_CORRECTION_DB
    for _ in range(CORRECTIONS):
        reached = limited_lufs(levels, gain_db, peak_dbtp)
        if reached is None or abs(aim_lufs - reached) < GOOD_ENOUGH_LU:
            break
        gain_db = min(gain_db + aim_lufs - reached, most_db)
    return gain_db


def limited_lufs(levels: Levels, gain_db: float, peak_dbtp: float) -> float | None:
    """Return how loud a sound will be after a gain and the limiter."""
    amplitude = np.float32(10 ** (gain_db / 20))
    return levels.lufs(limiter_gains(levels.peaks * amplitude, peak_dbtp) * amplitude)
