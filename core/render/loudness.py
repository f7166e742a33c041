"""Loudness and true peak of samples, after ITU-R BS.1770-4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.weighting import KWeighting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.render.tape import Samples

RATE_HZ = 48_000
BLOCK_SECONDS = 0.4
STEP_SECONDS = 0.1
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = 10.0
OVERSAMPLING = 4
PEAK_TAPS = 24
# Levels are kept for every third of a millisecond: 300 of them are a step of the meter.
LEVEL_SAMPLES = 16
LEVELS_PER_STEP = round(STEP_SECONDS * RATE_HZ) // LEVEL_SAMPLES
PIECE_SAMPLES = 10 * RATE_HZ
# What interpolation needs on either side, in levels.
PEAK_LEVELS = -(-PEAK_TAPS // LEVEL_SAMPLES)


@dataclass(frozen=True)
class Levels:
    """How loud a sound is, for every `LEVEL_SAMPLES` samples: (n,) float32 each.

    `energies` are sums of squares of K-weighted samples over channels, `peaks` true peaks. What is done to the
    sound by a gain that changes slowly can be told from them alone.
    """

    energies: NDArray[np.float32]
    peaks: NDArray[np.float32]

    @property
    def peak_dbtp(self) -> float | None:
        """The true peak in dB; None for digital silence."""
        highest = float(self.peaks.max(initial=0.0))
        return 20 * float(np.log10(highest)) if highest > 0 else None

    def lufs(self, gains: NDArray[np.float32] | float = 1.0) -> float | None:
        """Return the integrated loudness, after a gain at each level; None for silence or under 0.4 s."""
        energies = self.energies * np.square(gains)
        steps = len(energies) // LEVELS_PER_STEP
        sums = energies[: steps * LEVELS_PER_STEP].reshape(steps, LEVELS_PER_STEP).sum(axis=1, dtype=np.float64)
        per_block = round(BLOCK_SECONDS / STEP_SECONDS)
        if steps < per_block:
            return None
        blocks = np.convolve(sums, np.ones(per_block), mode="valid") / round(BLOCK_SECONDS * RATE_HZ)
        loud = blocks[_lufs(blocks) > ABSOLUTE_GATE_LUFS]
        if not len(loud):
            return None
        kept = loud[_lufs(loud) > _lufs(loud.mean()) - RELATIVE_GATE_LU]
        return float(_lufs(kept.mean())) if len(kept) else None


def measure_levels(samples: Samples) -> Levels:
    """Return the levels of (n, channels) float32 at 48 kHz."""
    meter = LevelMeter(samples.shape[1])
    for start, end in pieces_of(len(samples)):
        meter.add(samples[start:end])
    return meter.finish()


class LevelMeter:
    """Takes a sound piece by piece, (n, channels) float32 at 48 kHz, and gives its levels."""

    def __init__(self, channels: int) -> None:
        self._weighted = KWeighting(channels)
        self._waiting: list[NDArray[np.float32]] = []
        self._before = np.zeros((0, channels), np.float32)
        self._energies = [np.zeros(0, np.float32)]
        self._peaks = [np.zeros(0, np.float32)]

    def add(self, samples: NDArray[np.float32]) -> None:
        """Take the next samples; they are not kept for longer than some seconds."""
        self._waiting.append(samples)
        if sum(len(piece) for piece in self._waiting) >= PIECE_SAMPLES:
            gathered = np.concatenate(self._waiting)
            whole = len(gathered) // LEVEL_SAMPLES * LEVEL_SAMPLES
            self._measure(gathered[:whole])
            self._waiting = [gathered[whole:].copy()]

    def finish(self) -> Levels:
        """Return the levels of all that was taken."""
        rest = np.concatenate([*self._waiting, self._before[:0]])
        if len(rest):
            self._measure(rest)
        return Levels(np.concatenate(self._energies), np.concatenate(self._peaks))

    def _measure(self, samples: NDArray[np.float32]) -> None:
        weighted = self._weighted(samples)
        squares = np.asarray(np.einsum("cn,cn->n", weighted, weighted), np.float32)
        self._energies.append(_grouped(squares).sum(axis=1))
        # Interpolation sees neighbours: the last peaks of a piece are found again with those behind it.
        around = np.concatenate([self._before, samples])
        peaks = _grouped(true_peaks(around)).max(axis=1)
        known = len(self._before) // LEVEL_SAMPLES
        self._peaks[-1][len(self._peaks[-1]) - known // 2 :] = peaks[known // 2 : known]
        self._peaks.append(peaks[known:])
        self._before = around[-2 * PEAK_LEVELS * LEVEL_SAMPLES :].copy()


def pieces_of(count: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) of pieces of some seconds; they begin on whole levels."""
    for start in range(0, count, PIECE_SAMPLES):
        yield start, min(count, start + PIECE_SAMPLES)


def integrated_lufs(samples: Samples) -> float | None:
    """Return the integrated loudness of (n, channels) float32 at 48 kHz; None for silence or under 0.4 s."""
    return measure_levels(samples).lufs()


def _lufs(energy: NDArray[np.float64]) -> NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(energy, 1e-12))


def _grouped(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (levels, LEVEL_SAMPLES), the last one filled up with zeros."""
    missing = -len(values) % LEVEL_SAMPLES
    return np.pad(values, (0, missing)).reshape(-1, LEVEL_SAMPLES)


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
