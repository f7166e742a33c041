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


class Rail(NamedTuple):
    """One coordinate of a camera at every step, in pixels: where it should be, may be, and must be.

    From `near` to `far` nobody minds where it is; outside of `low` and `high` it can't be. One place lies between
    all of `low` and `high`. `wanted` lies within the others.
    """

    wanted: Series
    near: Series
    far: Series
    low: Series
    high: Series

    def part(self, first: int, last: int) -> Rail:
        """Return the steps from `first` up to `last`."""
        return Rail(*(series[first:last] for series in self))


def rail_around(wanted: Series, stray: float, low: Series | float, high: Series | float) -> Rail:
    """Return a rail on which nobody minds up to `stray` pixels from what can be had of the wanted place."""
    inside = np.clip(wanted, low, high)
    return rail_within(inside, inside - stray, inside + stray, low, high)


def rail_within(wanted: Series, near: Series, far: Series, low: Series | float, high: Series | float) -> Rail:
    """Return a rail with everything brought within what can be: comfort beyond the frame's edge is at the edge."""
    low, high = (np.broadcast_to(np.asarray(limit, dtype=float), wanted.shape) for limit in (low, high))
    near, far = np.clip(near, low, high), np.clip(far, low, high)
    far = np.maximum(near, far)
    return Rail(np.clip(wanted, near, far), near, far, low, high)


def steer(rail: Rail, pace: Pace) -> Series:
    """Return one coordinate of a camera path over evenly spaced steps.

    Values lie within `low` and `high` of the rail and the limits of the pace; they are all equal when a still
    camera keeps within comfort.
    """
    still = hold_still(rail)
    least, most = float(rail.low.max()), float(rail.high.min())
    if still is not None:
        return np.full(len(rail.wanted), still)
    if most - least < 1e-6 and np.ptp(rail.low) == np.ptp(rail.high) == 0:
        return np.full(len(rail.wanted), least)
    return _in_windows(rail, pace)


def hold_still(rail: Rail) -> float | None:
    """Return where a camera that never moves keeps within comfort, None if there is no such place."""
    least, most = float(rail.near.max()), float(rail.far.min())
    return None if least > most else float(np.clip(np.median(rail.wanted), least, most))


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
    limits = np.concatenate([rail.wanted, -rail.wanted, rail.far, -rail.near, np.zeros(2 * sum(sizes))])
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

    rows = [row(**{"_0": sign * same, slack: -same}) for slack in ("_1", "_2") for sign in (1, -1)]
    for index, step in enumerate(steps):
        size_of = eye_array(step.shape[0], format="csr")
        rows += [row(**{"_0": sign * step, f"_{3 + index}": -size_of}) for sign in (1, -1)]
    return block_array(rows, format="csc"), [step.shape[0] for step in steps]
