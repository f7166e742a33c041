"""A look-ahead limiter for true peaks: fast down before a peak, slowly back after it, nothing else touched.

It works on levels, not on samples: a gain for every third of a millisecond is found first, so that its effect on
loudness is known before anything is done to the sound.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.render.loudness import LEVEL_SAMPLES, RATE_HZ, Levels, measure_levels, pieces_of

LOOK_AHEAD_SECONDS = 0.003
RELEASE_SECONDS = 0.08
# What a steep gain change and AAC (0.2 dB on speech at 160 kbit/s) may add.
SAFETY_DB = 0.3
# More than this against what a limiter takes away would press speech flat.
MAX_CORRECTION_DB = 6.0
GOOD_ENOUGH_LU = 0.02
CORRECTIONS = 12


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
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9)).astype(np.float64)
    reach = round(LOOK_AHEAD_SECONDS / 2 * RATE_HZ / LEVEL_SAMPLES)
    held = _windows(need, reach + 1).min(axis=1)
    smooth = _windows(1.0 - _released(1.0 - held), reach).mean(axis=1)
    return np.asarray(np.minimum(smooth, 1.0), np.float32)


def _windows(values: NDArray[np.float64], reach: int) -> NDArray[np.float64]:
    """Return (n, 2 × reach + 1): each value with its neighbours, the ends repeated."""
    return np.lib.stride_tricks.sliding_window_view(np.pad(values, reach, mode="edge"), 2 * reach + 1)


def apply_gains(samples: NDArray[np.float32], gains: NDArray[np.float32], gain_db: float = 0.0) -> None:
    """Multiply (n, channels) samples in place by a gain for each level, from middle to middle, and one for all."""
    whole = np.float32(10 ** (gain_db / 20))
    middles = (np.arange(len(gains)) + 0.5) * LEVEL_SAMPLES - 0.5
    for start, end in pieces_of(len(samples)):
        first, last = max(0, start // LEVEL_SAMPLES - 1), -(-end // LEVEL_SAMPLES) + 1
        part = gains[first:last]
        if part.min() == 1.0:
            samples[start:end] *= whole
        else:
            curve = np.interp(np.arange(start, end), middles[first:last], part).astype(np.float32)
            samples[start:end] *= (curve * whole)[:, None]


def limit(samples: NDArray[np.float32], peak_dbtp: float) -> NDArray[np.float32]:
    """Return samples whose true peak does not pass `peak_dbtp`; the same array where nothing had to be done.

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


def _released(reduction: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let a reduction (0 none to 1 mute) fall off exponentially: the running maximum of what was, decayed."""
    decay = np.arange(len(reduction)) * (LEVEL_SAMPLES / (RELEASE_SECONDS * RATE_HZ))
    logs = np.log(np.maximum(reduction, 1e-12)) + decay
    return np.asarray(np.exp(np.maximum.accumulate(logs) - decay))
