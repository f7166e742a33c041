"""Loudness and true peak of samples in memory, after ITU-R BS.1770-4."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
BLOCK_SECONDS = 0.4
STEP_SECONDS = 0.1
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = 10.0
OVERSAMPLING = 4
PEAK_TAPS = 24
# The K-weighting filters of BS.1770-4 at 48 kHz: head (high shelf), then RLB (high pass).
_HEAD = ([1.53512485958697, -2.69169618940638, 1.19839281085285], [1.0, -1.69065929318241, 0.73248077421585])
_RLB = ([1.0, -2.0, 1.0], [1.0, -1.99004745483398, 0.99007225036621])


def integrated_lufs(samples: NDArray[np.float32]) -> float | None:
    """Return the integrated loudness of (n, channels) float32 at 48 kHz; None for silence or under 0.4 s."""
    from scipy.signal import lfilter

    block, step = round(BLOCK_SECONDS * RATE_HZ), round(STEP_SECONDS * RATE_HZ)
    if len(samples) < block:
        return None
    weighted = lfilter(*_RLB, lfilter(*_HEAD, samples.astype(np.float64), axis=0), axis=0)
    steps = len(weighted) // step
    energies = np.square(weighted[: steps * step]).reshape(steps, step, -1).sum(axis=(1, 2)) / step
    blocks = np.convolve(energies, np.ones(block // step), mode="valid") / (block // step)
    loud = blocks[_lufs(blocks) > ABSOLUTE_GATE_LUFS]
    if not len(loud):
        return None
    kept = loud[_lufs(loud) > _lufs(loud.mean()) - RELATIVE_GATE_LU]
    return float(_lufs(kept.mean())) if len(kept) else None


def _lufs(energy: NDArray[np.float64]) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(energy, 1e-12))


def true_peaks(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (n,) the largest magnitude over channels at and after each sample, four times oversampled.

    The three instants between two samples are interpolated by a windowed sinc; cv2's filter needs a seventh of the
    time of a general resampler.
    """
    import cv2

    channels = np.ascontiguousarray(samples.T, dtype=np.float32)
    peaks = np.abs(channels)
    for phase in range(1, OVERSAMPLING):
        between = cv2.filter2D(
            channels,
            cv2.CV_32F,
            _sinc(phase / OVERSAMPLING),
            anchor=(PEAK_TAPS // 2 - 1, 0),
            borderType=cv2.BORDER_CONSTANT,
        )
        np.maximum(peaks, np.abs(between), out=peaks)
    return np.asarray(peaks.max(axis=0), dtype=np.float32)


def _sinc(delay: float) -> NDArray[np.float32]:
    """Return (1, PEAK_TAPS) weights that give the value `delay` samples after the middle left tap."""
    distance = np.arange(PEAK_TAPS) - (PEAK_TAPS // 2 - 1) - delay
    window = np.cos(np.pi * distance / (PEAK_TAPS + 1)) ** 2
    weights = np.sinc(distance) * window
    return np.asarray([weights / weights.sum()], dtype=np.float32)
