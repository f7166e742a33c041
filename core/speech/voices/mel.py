"""How the voice model hears: the power of 40 mel bands every 10 ms, as librosa's `melspectrogram` gives it.

The bands are Slaney's (Auditory Toolbox, 1998), each of equal area; power is not turned into decibels.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE_HZ = 16_000
BANDS = 40
WINDOW = 400  # samples: 25 ms
HOP = 160  # samples: 10 ms
# Slaney's scale is even up to 1000 Hz, and grows by a constant ratio above it.
_LINEAR_HZ, _BREAK_HZ, _BREAK_MEL = 200 / 3, 1000.0, 15.0
_STEP = np.log(6.4) / 27


def mel_power(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (1 + n // HOP, BANDS) of (n,) 16 kHz samples; row i is centred on sample i × HOP, zeros beyond."""
    padded = np.pad(samples, WINDOW // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    window = np.hanning(WINDOW + 1)[:-1].astype(np.float32)
    spectrum = np.fft.rfft(frames * window, axis=1)
    power = spectrum.real**2 + spectrum.imag**2
    return np.asarray(power @ _bands().T, np.float32)


@cache
def _bands() -> NDArray[np.float64]:
    """Return the triangles, (BANDS, WINDOW // 2 + 1)."""
    bins = np.fft.rfftfreq(WINDOW, 1 / RATE_HZ)
    edges = _hz(np.linspace(0.0, _mel(RATE_HZ / 2), BANDS + 2))
    rising = (bins - edges[:-2, None]) / np.diff(edges)[:-1, None]
    falling = (edges[2:, None] - bins) / np.diff(edges)[1:, None]
    return np.asarray(np.maximum(0.0, np.minimum(rising, falling)) * (2 / (edges[2:] - edges[:-2]))[:, None])


def _mel(hertz: float) -> float:
    """Return the place of a frequency of at least 1000 Hz on the scale."""
    return float(_BREAK_MEL + np.log(hertz / _BREAK_HZ) / _STEP)


def _hz(mels: NDArray[np.float64]) -> NDArray[np.float64]:
    above = _BREAK_HZ * np.exp(_STEP * (mels - _BREAK_MEL))
    return np.where(mels < _BREAK_MEL, mels * _LINEAR_HZ, above)
