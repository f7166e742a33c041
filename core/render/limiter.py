"""A look-ahead limiter for true peaks: fast down before a peak, slowly back after it, nothing else touched."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.render.loudness import RATE_HZ, true_peaks

LOOK_AHEAD_SECONDS = 0.003
RELEASE_SECONDS = 0.08
# What an encoder or a steep gain change may add between samples.
SAFETY_DB = 0.1


def limit(samples: NDArray[np.float32], peak_dbtp: float) -> NDArray[np.float32]:
    """Return samples whose true peak does not pass `peak_dbtp`; the same array where nothing had to be done.

    The gain needed at each sample is taken as a minimum over the look-ahead, recovers exponentially, and is
    smoothed over the look-ahead's length, which keeps it at or under the need at every sample.

    Args:
        samples: (n, channels) float32 at 48 kHz.
        peak_dbtp: The ceiling in dB true peak.
    """
    from scipy.ndimage import minimum_filter1d, uniform_filter1d

    ceiling = 10 ** ((peak_dbtp - SAFETY_DB) / 20)
    peaks = true_peaks(samples)
    if not len(peaks) or peaks.max() <= ceiling:
        return samples
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9)).astype(np.float64)
    # True peaks lie between samples: a neighbour on either side takes part.
    need = minimum_filter1d(need, 3)
    length = 2 * round(LOOK_AHEAD_SECONDS * RATE_HZ / 2) + 1
    held = minimum_filter1d(need, length, origin=0, mode="nearest")
    smooth = uniform_filter1d(1.0 - _released(1.0 - held), length, mode="nearest")
    return (samples * np.minimum(smooth, 1.0)[:, None]).astype(np.float32)


def _released(reduction: NDArray[np.float64]) -> NDArray[np.float64]:
    """Let a reduction (0 none to 1 mute) fall off exponentially: the running maximum of what was, decayed."""
    decay = np.arange(len(reduction)) / (RELEASE_SECONDS * RATE_HZ)
    logs = np.log(np.maximum(reduction, 1e-12)) + decay
    return np.exp(np.maximum.accumulate(logs) - decay)
