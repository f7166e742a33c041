"""Steady noise (fans, hum, hiss, room tone) taken out of speech, with nothing moved.

Each bin of a short-time spectrum is weighed by the log-spectral amplitude estimator of Ephraim and Malah (IEEE
Trans. ASSP 33, 1985) with their decision-directed estimate of how far speech stands out. What noise is, is known
from the quietest times about: the clip is there as a whole, so nothing has to be tracked. Both channels are
weighed alike, which keeps voices where they are in the room.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.render.loudness import RATE_HZ
from core.render.tape import Samples

WINDOW, HOP = 1536, 384
# Noise is lowered by this much and no more: what is left hides the seams that estimates have.
REDUCTION_DB = 14.0
# How much of the estimate comes from the frame before; less sounds like running water, more blurs word beginnings.
INERTIA = 0.94
LEAST_PRIOR = 10 ** (-15 / 10)
# Noise is what so many frames in a row have on average, in the quietest share of the time. That is a little less
# than its mean power, which spares the ends of words: over white noise at 20 dB speech gains 1 dB, at 10 dB 6 dB.
QUANTILE, SMOOTHED_FRAMES = 0.05, 16
STRETCH_FRAMES = 1000
BATCH_FRAMES = 500
# The floor of a clip is that of the quietest twentieth of it, in stretches of a tenth of a second.
FLOOR_STRETCH, FLOOR_QUANTILE = RATE_HZ // 10, 0.05
# Digital silence between words has no floor to speak of, and under this nobody hears it.
INAUDIBLE_DBFS = -80.0


def noise_floor(samples: Samples) -> float | None:
    """Return the RMS level in dBFS of the quietest stretches of (n, channels) at 48 kHz; None where inaudible."""
    count = len(samples) // FLOOR_STRETCH
    if not count:
        return None
    starts = range(0, count * FLOOR_STRETCH, FLOOR_STRETCH)
    stretches = (samples[start : start + FLOOR_STRETCH].reshape(-1) for start in starts)
    powers = np.array([np.mean(np.square(stretch, dtype=np.float64)) for stretch in stretches])
    floor = 10 * math.log10(max(float(np.quantile(powers, FLOOR_QUANTILE)), 1e-20))
    return floor if floor > INAUDIBLE_DBFS else None


def reduce_noise(samples: Samples) -> None:
    """Lower the noise of (n, channels) float32 at 48 kHz in place; length and timing stay as they are."""
    noise = _noise_powers(samples)
    if not len(noise):
        return
    estimator = _Estimator()
    tail = np.zeros((WINDOW - HOP, samples.shape[1]), np.float32)
    for first, spectra in _spectra(samples):
        powers = _power(spectra)
        at = np.arange(first, first + len(powers)) / STRETCH_FRAMES - 0.5
        for index, power in enumerate(powers):
            spectra[index] *= estimator.gain(power, _between(noise, at[index]))[:, None]
        tail = _add_back(samples, first, spectra, tail)


def _spectra(samples: Samples) -> Iterator[tuple[int, NDArray[np.complex64]]]:
    """Yield (number of the first frame, (frames, bins, channels)), so many frames at a time.

    Frame k begins `WINDOW - HOP` samples before sample k × HOP, so that each sample lies in four of them. The
    samples of a batch are read before those of the batch before it may be overwritten.
    """
    from scipy.fft import rfft

    window = _window()[:, None]
    lead = WINDOW - HOP
    count = -(-(len(samples) + lead) // HOP)
    before = np.zeros((lead, samples.shape[1]), np.float32)
    for first in range(0, count, BATCH_FRAMES):
        frames = min(BATCH_FRAMES, count - first)
        new = samples[first * HOP : (first + frames) * HOP]
        padding = np.zeros((frames * HOP - len(new), samples.shape[1]), np.float32)
        batch = np.concatenate([before, new, padding])
        before = batch[-lead:]
        windows = np.lib.stride_tricks.sliding_window_view(batch, WINDOW, axis=0)[::HOP]
        yield first, np.asarray(rfft(windows.transpose(0, 2, 1) * window, axis=1), np.complex64)


def _add_back(
    samples: Samples, first: int, spectra: NDArray[np.complex64], tail: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Write what frames give into samples that no later frame reaches; return what still waits for later ones."""
    from scipy.fft import irfft

    lead = WINDOW - HOP
    frames = np.asarray(irfft(spectra, WINDOW, axis=1), np.float32) * _window()[:, None]
    whole = np.zeros((len(frames) * HOP + lead, samples.shape[1]), np.float32)
    whole[:lead] = tail
    for part in range(WINDOW // HOP):
        # All frames' parts of the same number lie side by side.
        rows = frames[:, part * HOP : (part + 1) * HOP].reshape(-1, samples.shape[1])
        whole[part * HOP : part * HOP + len(rows)] += rows
    finished = whole[: len(frames) * HOP]
    start = first * HOP - lead
    skipped = max(0, -start)
    end = min(len(samples), start + len(finished))
    samples[start + skipped : end] = finished[skipped : end - start]
    return whole[len(frames) * HOP :]


def _window() -> NDArray[np.float32]:
    """Return the root of a Hann window, scaled so that four overlapping ones, used twice, add up to one."""
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * (np.arange(WINDOW) + 0.5) / WINDOW)
    return np.sqrt(hann * 2 * HOP / WINDOW).astype(np.float32)


def _power(spectra: NDArray[np.complex64]) -> NDArray[np.float32]:
    """Return (frames, bins): power, summed over channels."""
    return np.asarray((spectra.real**2 + spectra.imag**2).sum(axis=2), np.float32)


def _noise_powers(samples: Samples) -> NDArray[np.float32]:
    """Return (stretches, bins): the power of the noise in each stretch of the clip."""
    from scipy.ndimage import uniform_filter1d

    kept: list[NDArray[np.float32]] = []
    noise: list[NDArray[np.float32]] = []
    for first, spectra in _spectra(samples):
        powers = _power(spectra)
        # Frames that reach beyond the clip's ends are quieter than what is in it.
        is_inside = (np.arange(first, first + len(powers)) + 1) * HOP
        powers = powers[(is_inside >= WINDOW) & (is_inside <= len(samples))]
        kept.append(uniform_filter1d(powers, SMOOTHED_FRAMES, axis=0, mode="nearest")[::2])
        if 2 * _count(kept) >= STRETCH_FRAMES:
            noise.append(_quantile(kept))
            kept = []
    if not noise and _count(kept):
        noise.append(_quantile(kept))
    return np.array(noise, np.float32)


def _count(kept: list[NDArray[np.float32]]) -> int:
    return sum(len(powers) for powers in kept)


def _quantile(powers: list[NDArray[np.float32]]) -> NDArray[np.float32]:
    return np.asarray(np.quantile(np.concatenate(powers), QUANTILE, axis=0), np.float32)


def _between(noise: NDArray[np.float32], at: float) -> NDArray[np.float32]:
    """Return the noise between two stretches."""
    low = min(max(int(at), 0), len(noise) - 1)
    high = min(low + 1, len(noise) - 1)
    share = np.float32(min(max(at - low, 0.0), 1.0))
    return np.asarray(noise[low] * (1 - share) + noise[high] * share, np.float32)


class _Estimator:
    """The gain of each bin, frame by frame."""

    def __init__(self) -> None:
        from scipy.special import exp1

        self._exp1 = exp1
        self._before: NDArray[np.float32] | float = 1.0
        self._floor = np.float32(10 ** (-REDUCTION_DB / 20))

    def gain(self, power: NDArray[np.float32], noise: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (bins,) gains of a frame whose bins have this power, and this much noise in it."""
        posterior = np.minimum(power / np.maximum(noise, 1e-20), 1e4)
        prior = INERTIA * self._before + (1 - INERTIA) * np.maximum(posterior - 1, 0)
        prior = np.maximum(prior, LEAST_PRIOR)
        share = prior / (1 + prior)
        gain = np.minimum(share * np.exp(0.5 * self._exp1(np.maximum(share * posterior, 1e-6))), 1.0)
        self._before = gain * gain * posterior
        return np.asarray(np.maximum(gain, self._floor), np.float32)
