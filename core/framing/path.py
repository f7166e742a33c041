"""The camera operator: a crop that stands still when it can, and otherwise moves as little as it must.

A moving path minimises the absolute speed, acceleration and jerk of the crop (Grundmann, Kwatra and Essa,
"Auto-directed video stabilization with robust L1 optimal camera paths", CVPR 2011), a linear programme whose
solutions are stillness, steady pans and smooth changes between them. The face may stray inside a comfort zone for
next to nothing; staying outside of it is expensive; leaving the frame, or moving faster or more abruptly than the
limits say, is impossible.

Long paths are solved window by window. Each window comes to rest at its end, so that what was kept of it can
always be continued within the limits; only its first part is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Series = NDArray[np.floating]

# Costs per pixel: of speed, acceleration and jerk per step, of being off centre, and of leaving the comfort zone.
SPEED, ACCELERATION, JERK, OFF_CENTRE, OUTSIDE = 10.0, 4.0, 40.0, 0.2, 60.0
# Steps that are solved at once, and how many of them are kept.
WINDOW_STEPS, KEPT_STEPS = 160, 100
# A solver's rounding, in pixels: a later window may exceed the limits by as much, and no more.
ROUNDING_PX = 1e-5


class Pace(NamedTuple):
    """The most that a path may change per step, and that the change itself may change, in pixels."""

    step: float
    bend: float


@dataclass(frozen=True)
class Rail:
    """Where a coordinate should be at every step, how far from there nobody minds, and where it must stay.

    `low` and `high` may change with the steps; one place lies between all of them.
    """

    wanted: Series
    comfort: float
    low: Series
    high: Series

    def part(self, first: int, last: int) -> Rail:
        """Return the steps from `first` up to `last`."""
        return Rail(self.wanted[first:last], self.comfort, self.low[first:last], self.high[first:last])


def steer(wanted: Series, comfort: float, low: Series | float, high: Series | float, pace: Pace) -> Series:
    """Return one coordinate of a camera path over evenly spaced steps.

    Args:
        wanted: Where the camera would ideally be at every step, in pixels.
        comfort: How far from it nobody minds.
        low: The least value allowed, at every step or at all.
        high: The greatest value allowed; one place lies between all of `low` and `high`.
        pace: The limits of its motion.

    Returns:
        Values within [low, high] and the limits; all equal when a still camera keeps within the comfort zone.
    """
    low, high = (np.broadcast_to(np.asarray(limit, dtype=float), wanted.shape) for limit in (low, high))
    rail = Rail(np.clip(wanted, low, high), comfort, low, high)
    still = hold_still(rail.wanted, comfort)
    least, most = float(low.max()), float(high.min())
    if still is not None and least <= still <= most:
        return np.full(len(wanted), still)
    if most - least < 1e-6 and np.ptp(low) == np.ptp(high) == 0:
        return np.full(len(wanted), least)
    return _in_windows(rail, pace)


def hold_still(wanted: Series, comfort: float) -> float | None:
    """Return where a camera that never moves keeps within the comfort zone, None if there is no such place."""
    least, most = float(wanted.max()) - comfort, float(wanted.min()) + comfort
    return None if least > most else float(np.clip(np.median(wanted), least, most))


def _in_windows(rail: Rail, pace: Pace) -> Series:
    count = len(rail.wanted)
    path = np.empty(0)
    tail: Series | None = None
    while len(path) < count:
        # The last three values are given: position, speed and acceleration go on as they were.
        first = max(0, len(path) - 3)
        last = count if count - first <= WINDOW_STEPS else first + WINDOW_STEPS
        part = rail.part(first, last)
        solved = _solve(part, pace, path[first:], is_last=last == count)
        if solved is None:
            solved = _at_rest(part, tail, path[first:])
        kept = len(solved) if last == count else KEPT_STEPS
        path, tail = np.concatenate([path[:first], solved[:kept]]), solved[kept - 3 :]
    return np.clip(path, rail.low, rail.high)


def _at_rest(rail: Rail, tail: Series | None, given: Series) -> Series:
    """Return what a window that was not solved (on paper each can be) does: come to rest as it was planned."""
    count = len(rail.wanted)
    if tail is None or not len(given):
        return np.full(count, float(np.clip(np.median(rail.wanted), rail.low.max(), rail.high.min())))
    planned = np.concatenate([tail, np.full(max(0, count - len(tail)), tail[-1])])
    return planned[:count]


def _solve(rail: Rail, pace: Pace, given: Series, is_last: bool) -> Series | None:
    """Solve one window's linear programme over c (path), e (distance), o (beyond comfort), |D1|, |D2|, |D3|."""
    from scipy.optimize import linprog

    count = len(rail.wanted)
    matrix, sizes = _programme(count)
    limits = np.concatenate([rail.wanted, -rail.wanted, np.full(count, rail.comfort), np.zeros(2 * sum(sizes))])
    costs = np.concatenate(
        [np.zeros(count), np.full(count, OFF_CENTRE), np.full(count, OUTSIDE)]
        + [np.full(size, cost) for size, cost in zip(sizes, (SPEED, ACCELERATION, JERK), strict=False)]
    )
    least = np.zeros(len(costs))
    most = np.full(len(costs), np.inf)
    least[:count], most[:count] = rail.low, rail.high
    slack = ROUNDING_PX if len(given) else 0.0
    for order, limit in zip((0, 1), pace, strict=True):
        start = 3 * count + sum(sizes[:order])
        most[start : start + (sizes[order : order + 1] or [0])[0]] = limit + slack
    least[: len(given)] = most[: len(given)] = given
    if not is_last:
        most[3 * count + sizes[0] - 1] = 0.0
    bounds: Any = np.stack([least, most], axis=1)
    solution = linprog(costs, matrix, limits, bounds=bounds, method="highs")
    return np.asarray(solution.x[:count]) if solution.success and solution.x is not None else None


@lru_cache(maxsize=8)
def _programme(count: int) -> tuple[Any, list[int]]:
    """Return the inequalities of a window of so many steps, the same for every path, and the sizes of |Dn|."""
    from scipy.sparse import block_array, csr_array, diags_array, eye_array

    same = eye_array(count, format="csr")
    steps: list[Any] = []
    latest: Any = same
    for order in range(1, min(4, count)):
        size = count - order
        latest = diags_array([-1.0, 1.0], offsets=[0, 1], shape=(size, size + 1)) @ latest
        steps.append(csr_array(latest))
    blank: list[Any] = [None] * (3 + len(steps))

    def row(**parts: Any) -> list[Any]:
        filled = blank.copy()
        for name, part in parts.items():
            filled[int(name[1:])] = part
        return filled

    rows = [row(_0=same, _1=-same), row(_0=-same, _1=-same), row(_1=same, _2=-same)]
    for index, step in enumerate(steps):
        size_of = eye_array(step.shape[0], format="csr")
        rows += [row(**{"_0": sign * step, f"_{3 + index}": -size_of}) for sign in (1, -1)]
    return block_array(rows, format="csc"), [step.shape[0] for step in steps]
