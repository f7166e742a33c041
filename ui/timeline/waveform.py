"""Peaks of the waveform for each column of pixels. numpy only, no Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ui.timeline.geometry import Viewport

Peaks = NDArray[np.int8]
# From one level of a wave to the next, and how many pairs a column must at least be made of.
_COARSER = 8
_LEAST_PAIRS = 4


def read_peaks(raw: bytes) -> Peaks:
    """Return (n, 2) int8 minimum/maximum pairs as ingest wrote them."""
    whole = len(raw) // 2 * 2
    return np.frombuffer(raw[:whole], dtype=np.int8).reshape(-1, 2)


class Wave:
    """Peaks in several levels, each of eight times fewer pairs, so that ten hours cost as little as a minute."""

    def __init__(self, peaks: Peaks, pairs_hz: float) -> None:
        self._levels = [(peaks, pairs_hz)]
        while len(peaks) > 4096:
            peaks, pairs_hz = _coarser(peaks), pairs_hz / _COARSER
            self._levels.append((peaks, pairs_hz))

    def __len__(self) -> int:
        return len(self._levels[0][0])

    def columns(self, viewport: Viewport) -> NDArray[np.float32]:
        """Return (width, 2) lowest and highest sample (-1 to 1) under each column, as exactly as it shows."""
        fitting = [level for level in self._levels if level[1] * viewport.seconds_per_px >= _LEAST_PAIRS]
        return column_peaks(*(fitting[-1] if fitting else self._levels[0]), viewport)


def column_peaks(peaks: Peaks, pairs_hz: float, viewport: Viewport) -> NDArray[np.float32]:
    """Return (width, 2) lowest and highest sample (-1 to 1) under each pixel column; 0 where there is no sound."""
    width = max(1, int(viewport.width_px))
    edges = (viewport.start + np.arange(width + 1) * viewport.seconds_per_px) * pairs_hz
    first = np.clip(np.floor(edges[:-1]).astype(np.int64), 0, len(peaks))
    last = np.clip(np.maximum(np.ceil(edges[1:]).astype(np.int64), first + 1), 0, len(peaks))
    columns = np.zeros((width, 2), dtype=np.float32)
    heard = last > first
    if not heard.any():
        return columns
    starts = first[heard]
    part = peaks[starts[0] : last[heard].max()]
    columns[heard, 0] = np.minimum.reduceat(part[:, 0], starts - starts[0])
    columns[heard, 1] = np.maximum.reduceat(part[:, 1], starts - starts[0])
    # reduceat takes the last group to the end of the array; the last column must not.
    columns[np.flatnonzero(heard)[-1]] = _extremes(peaks[starts[-1] : last[heard][-1]])
    return columns / np.float32(127.0)


def _coarser(peaks: Peaks) -> Peaks:
    starts = np.arange(0, len(peaks), _COARSER)
    return np.stack(
        [np.minimum.reduceat(peaks[:, 0], starts), np.maximum.reduceat(peaks[:, 1], starts)], axis=1
    ).astype(np.int8)


def _extremes(part: Peaks) -> tuple[int, int]:
    return int(part[:, 0].min()), int(part[:, 1].max())
