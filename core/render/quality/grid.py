"""Pictures as small grids of mean luma: enough to tell black, still and other pictures apart, and cheap."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.uint8]

# A cell is a square of this many pixels, so that the shorter side has about this many cells.
CELL_SIZES_PX = (32, 16, 8, 4)
CELLS = 64
# Of a cell's pixels this many are looked at across and down: rows cost memory, columns hardly anything.
SAMPLES_ACROSS, SAMPLES_DOWN = 4, 2


def cell_px(width: int, height: int) -> int:
    """Return the side of a cell for a picture's size."""
    return next((size for size in CELL_SIZES_PX if size * CELLS <= min(width, height)), CELL_SIZES_PX[-1])


def grid_size(width: int, height: int) -> tuple[int, int]:
    """Return (columns, rows), at least one each; a rest at the right and the bottom is not looked at."""
    cell = cell_px(width, height)
    return max(1, width // cell), max(1, height // cell)


def grid_of(luma: NDArray[np.uint8]) -> Grid:
    """Return (rows, columns) uint8 mean luma of a (height, width) picture.

    A few pixels of each cell are read: 0.15 ms at 1080×1920, where a full mean takes 4 ms.
    """
    import cv2

    height, width = luma.shape
    cell = cell_px(width, height)
    columns, rows = grid_size(width, height)
    across, down = cell // SAMPLES_ACROSS, cell // SAMPLES_DOWN
    sampled = luma[: max(rows * cell, 1) : down, : max(columns * cell, 1) : across]
    small = cv2.resize(np.ascontiguousarray(sampled), (columns, rows), interpolation=cv2.INTER_AREA)
    return np.asarray(small, dtype=np.uint8)


def difference(one: Grid, other: Grid) -> float:
    """Return the mean difference of two grids in levels of 8-bit luma."""
    import cv2

    return float(np.asarray(cv2.absdiff(one, other)).mean())


def moved(one: Grid, other: Grid, seen: NDArray[np.bool_], levels: int) -> float:
    """Return the share of the cells that are `seen` which differ by at least `levels`."""
    import cv2

    return float((np.asarray(cv2.absdiff(one, other))[seen] >= levels).mean())
