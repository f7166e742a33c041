"""The camera operator: a crop that stands still when it can, and otherwise moves as little as it must.

A moving path minimises the absolute speed, acceleration and jerk of the crop (Grundmann, Kwatra and Essa,
"Auto-directed video stabilization with robust L1 optimal camera paths", CVPR 2011), a linear programme whose
solutions are stillness, steady pans and smooth changes between them. The face may stray inside a dead zone for
nothing; staying outside of it is expensive; leaving the frame is impossible.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.schema.framing import CropPath

Series = NDArray[np.floating]

# Costs per pixel: of speed, acceleration and jerk per step, of being off centre, and of leaving the dead zone.
SPEED, ACCELERATION, JERK, OFF_CENTRE, OUTSIDE = 10.0, 4.0, 40.0, 0.08, 60.0
MAX_STEPS = 400
STRAIGHT_PX = 0.4


def steer(wanted: Series, dead_zone: float, low: float, high: float) -> Series:
    """Return one coordinate of a camera path over evenly spaced steps.

    Args:
        wanted: Where the camera would ideally be at every step, in pixels.
        dead_zone: How far from it nobody minds.
        low: The least value allowed.
        high: The greatest value allowed, not below `low`.

    Returns:
        Values within [low, high]; all equal when a still camera keeps within the dead zone.
    """
    inside = np.clip(wanted, low, high)
    if high - low < 1e-6:
        return np.full(len(inside), low)
    still = hold_still(inside, dead_zone)
    if still is not None:
        return np.full(len(inside), still)
    knots = inside if len(inside) <= MAX_STEPS else _resampled(inside, MAX_STEPS)
    path = np.clip(_solve(knots, dead_zone, low, high), low, high)
    return path if len(path) == len(inside) else _resampled(path, len(inside))


def hold_still(wanted: Series, dead_zone: float) -> float | None:
    """Return the place from which a camera that never moves keeps within the dead zone, None if there is none."""
    least, most = float(wanted.max()) - dead_zone, float(wanted.min()) + dead_zone
    return None if least > most else float(np.clip(np.median(wanted), least, most))


def keyframes(at: Series, x: Series, y: Series, width: float, height: float) -> CropPath:
    """Return the path with as few keyframes as straight lines need, the crop's size being constant."""
    keep = _corners(at, np.stack([x, y], axis=1)) if len(at) > 1 else [0]
    return CropPath(
        at=tuple(float(at[i]) for i in keep),
        x=tuple(float(x[i]) for i in keep),
        y=tuple(float(y[i]) for i in keep),
        width=(width,) * len(keep),
        height=(height,) * len(keep),
    )


def still_crop(at: float, x: float, y: float, width: float, height: float) -> CropPath:
    """Return a crop that never moves."""
    return CropPath(at=(at,), x=(x,), y=(y,), width=(width,), height=(height,))


def _solve(wanted: Series, dead_zone: float, low: float, high: float) -> Series:
    """Solve the linear programme over c (path), e (distance), o (beyond the dead zone), and |D1|, |D2|, |D3|."""
    from scipy.optimize import linprog
    from scipy.sparse import bmat, csr_array, eye_array

    count = len(wanted)
    same = eye_array(count, format="csr")
    steps = [csr_array(np.diff(np.eye(count), n=order, axis=0)) for order in (1, 2, 3) if count > order]
    rows: list[list[Any]] = []
    limits: list[Series] = []
    blank: list[Any] = [None] * (3 + len(steps))

    def add(limit: Series, **parts: Any) -> None:
        row = blank.copy()
        for name, part in parts.items():
            row[int(name[1:])] = part
        rows.append(row)
        limits.append(limit)

    add(wanted, _0=same, _1=-same)
    add(-wanted, _0=-same, _1=-same)
    add(np.full(count, dead_zone), _1=same, _2=-same)
    for index, step in enumerate(steps):
        size = eye_array(step.shape[0], format="csr")
        for sign in (1, -1):
            add(np.zeros(step.shape[0]), **{"_0": sign * step, f"_{3 + index}": -size})
    costs = np.concatenate(
        [np.zeros(count), np.full(count, OFF_CENTRE), np.full(count, OUTSIDE)]
        + [np.full(s.shape[0], c) for s, c in zip(steps, (SPEED, ACCELERATION, JERK), strict=False)]
    )
    bounds = [(low, high)] * count + [(0.0, None)] * (len(costs) - count)
    matrix: Any = bmat(rows, format="csc")
    solution = linprog(costs, matrix, np.concatenate(limits), bounds=bounds, method="highs")
    if not solution.success or solution.x is None:
        # Always solvable on paper; a numerical failure must not cost a clip its picture.
        return np.full(count, float(np.median(wanted)))
    return np.asarray(solution.x[:count])


def _resampled(values: Series, count: int) -> Series:
    return np.asarray(np.interp(np.linspace(0, 1, count), np.linspace(0, 1, len(values)), values))


def _corners(at: Series, path: Series) -> list[int]:
    """Return the indices between which a straight line stays near the path (Ramer, Douglas and Peucker)."""
    keep = {0}
    if not np.ptp(path, axis=0).max() > 1e-6:
        return [0]
    pending = [(0, len(at) - 1)]
    keep.add(len(at) - 1)
    while pending:
        first, last = pending.pop()
        if last - first < 2:
            continue
        mix = ((at[first : last + 1] - at[first]) / (at[last] - at[first]))[:, None]
        line = path[first] * (1 - mix) + path[last] * mix
        error = np.abs(path[first : last + 1] - line).max(axis=1)
        worst = int(error.argmax())
        if error[worst] > STRAIGHT_PX:
            keep.add(first + worst)
            pending += [(first, first + worst), (first + worst, last)]
    return sorted(keep)
