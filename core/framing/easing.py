"""From the steps of a camera path to keyframes: eased, with as few of them as look the same.

The steps are the control points of a uniform cubic B-spline (de Boor, "A Practical Guide to Splines", 1978). Its
speed and acceleration are weighted means of the steps' differences, and its places weighted means of the steps:
what is within the limits and the frame at every step is so at every instant.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.framing.scene import Canvas
from core.schema.framing import CropPath

Series = NDArray[np.floating]

# Keyframes of an eased motion lie this many to a step, at the most.
KEYS_PER_STEP = 6
# How far a straight line between keyframes may lie from the curve, of the crop's shorter side.
STRAIGHT_SHARE = 5e-6
# What is shorter, or less, is stillness.
SHORTEST_MOVE_SECONDS, NO_MOVE_PX = 0.01, 1e-3


def still_crop(at: float, x: float, y: float, width: float, height: float) -> CropPath:
    """Return a crop that never moves."""
    return CropPath(at=(at,), x=(x,), y=(y,), width=(width,), height=(height,))


def keyframes(at: Series, centre: tuple[Series, Series], height: Series, canvas: Canvas) -> CropPath:
    """Return the eased path through the steps of a crop, in pixels.

    Args:
        at: Evenly spaced seconds.
        centre: The crop's centre, x and y, at every step.
        height: The crop's height at every step.
        canvas: The frame that it lies in, and the crop's shape.
    """
    steps = np.stack([*centre, height], axis=1)
    if at[-1] - at[0] < SHORTEST_MOVE_SECONDS or not np.ptp(steps, axis=0).max() > NO_MOVE_PX:
        seconds, path, keep = at[:1], steps[:1], [0]
    else:
        seconds, path = _eased(at, steps)
        keep = _corners(seconds, path, STRAIGHT_SHARE * float(height.min()) * min(1.0, canvas.ratio))
    wide, high = path[:, 2] * canvas.ratio, path[:, 2]
    # Rounding alone is taken away here: the steps lie in the frame.
    x = np.clip(path[:, 0] - wide / 2, 0.0, np.maximum(0.0, canvas.width - wide))
    y = np.clip(path[:, 1] - high / 2, 0.0, np.maximum(0.0, canvas.height - high))
    columns = (seconds, x, y, wide, high)
    named = zip(("at", "x", "y", "width", "height"), columns, strict=True)
    return CropPath(**{name: tuple(column[keep].tolist()) for name, column in named})


def _eased(at: Series, steps: Series) -> tuple[Series, Series]:
    """Return seconds and places on the spline; beyond the ends it is continued in a straight line."""
    padded = np.concatenate([2 * steps[:1] - steps[1:2], steps, 2 * steps[-1:] - steps[-2:-1]])
    t = (np.arange(KEYS_PER_STEP) / KEYS_PER_STEP)[:, None]
    weights = ((1 - t) ** 3, 3 * t**3 - 6 * t**2 + 4, -3 * t**3 + 3 * t**2 + 3 * t + 1, t**3)
    count = len(steps) - 1
    pieces = [padded[i : i + count, None, :] * (weight / 6) for i, weight in enumerate(weights)]
    curve = np.sum(pieces, axis=0).reshape(count * KEYS_PER_STEP, steps.shape[1])
    seconds = np.interp(np.arange(count * KEYS_PER_STEP + 1) / KEYS_PER_STEP, np.arange(len(at)), at)
    return seconds, np.concatenate([curve, steps[-1:]])


def _corners(at: Series, path: Series, tolerance: float) -> list[int]:
    """Return the indices between which a straight line stays near the path (Ramer, Douglas and Peucker)."""
    keep = {0, len(at) - 1}
    pending = [(0, len(at) - 1)]
    while pending:
        first, last = pending.pop()
        if last - first < 2:
            continue
        mix = ((at[first : last + 1] - at[first]) / (at[last] - at[first]))[:, None]
        line = path[first] * (1 - mix) + path[last] * mix
        error = np.abs(path[first : last + 1] - line).max(axis=1)
        worst = int(error.argmax())
        if error[worst] > tolerance:
            keep.add(first + worst)
            pending += [(first, first + worst), (first + worst, last)]
    return sorted(keep)
