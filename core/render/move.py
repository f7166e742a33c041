"""Moving a scaled picture by a fraction of a pixel: two taps where it was enlarged, four where that would blur."""

from __future__ import annotations

import numpy as np

from core.media.planes import Picture, Plane

# Below this enlargement the picture holds detail that two taps would visibly soften.
SHARP_BELOW_SCALE = 1.3
# Shifts smaller than this many pixels are not seen, and cost nothing when left out.
NO_SHIFT_PX = 1 / 128


def move_into(
    picture: Picture,
    shift: tuple[float, float],
    scale: tuple[float, float],
    into: Picture,
    box: tuple[int, int, int, int],
) -> None:
    """Write the part of `picture` that starts at `shift` into a rectangle of another picture.

    Args:
        picture: A scaled picture.
        shift: (x, y) in its luma pixels, fractional.
        scale: (x, y) output over source pixels, which chooses the filter.
        into: Painted on.
        box: (x, y, width, height), all even, in `into`; `picture` must hold that much from `shift` on.
    """
    for index, (plane, canvas) in enumerate(zip(picture.planes, into.planes, strict=True)):
        step = 1 if index == 0 else 2
        x, y, width, height = (side // step for side in box)
        target = canvas[y : y + height, x : x + width]
        _move_plane(plane, (shift[0] / step, shift[1] / step), scale, target)


def _move_plane(plane: Plane, shift: tuple[float, float], scale: tuple[float, float], target: Plane) -> None:
    across, over_x = _split(shift[0])
    down, over_y = _split(shift[1])
    height, width = target.shape
    if over_y:
        rows = np.empty((height, plane.shape[1]), np.uint8)
        _mix(plane, 0, down, over_y, scale[1], rows)
    else:
        rows = plane[down : down + height]
    if over_x:
        _mix(rows, 1, across, over_x, scale[0], target)
    else:
        target[:] = rows[:, across : across + width]


def _split(shift: float) -> tuple[int, float]:
    """Return whole pixels and the rest, which is 0 where it would not be seen."""
    whole = int(shift)
    rest = shift - whole
    if rest < NO_SHIFT_PX:
        return whole, 0.0
    return (whole + 1, 0.0) if rest > 1 - NO_SHIFT_PX else (whole, rest)


def _mix(plane: Plane, axis: int, start: int, rest: float, scale: float, into: Plane) -> None:
    """Fill `into` with the rows (axis 0) or columns (axis 1) that lie `rest` after whole position `start`."""
    taps = [(0, 1 - rest), (1, rest)] if scale >= SHARP_BELOW_SCALE else _cubic_taps(rest)
    _filter(plane, axis, start, taps, into)


def _cubic_taps(rest: float) -> list[tuple[int, float]]:
    """Catmull-Rom weights of the four neighbours (Keys 1981, a = −1/2)."""
    t, t2, t3 = rest, rest * rest, rest**3
    return [
        (-1, (-t3 + 2 * t2 - t) / 2),
        (0, (3 * t3 - 5 * t2 + 2) / 2),
        (1, (-3 * t3 + 4 * t2 + t) / 2),
        (2, (t3 - t2) / 2),
    ]


def _filter(plane: Plane, axis: int, start: int, taps: list[tuple[int, float]], into: Plane) -> None:
    import cv2

    length = into.shape[axis]
    first = start + taps[0][0]
    last = start + taps[-1][0]
    if len(taps) == 2:
        near, far = (_cut(plane, axis, at, length) for at in (first, last))
        # Written in place: a tenth faster than making a picture and copying it.
        cv2.addWeighted(near, taps[0][1], far, taps[1][1], 0, dst=into)
        return
    weights = np.array([weight for _, weight in taps], dtype=np.float32)
    kernel = weights[None, :] if axis == 1 else weights[:, None]
    wide = _cut(plane, axis, first, length + last - first)
    # The filter's own edges are cut away again: all taps lie on real neighbours.
    filtered = np.asarray(cv2.filter2D(wide, -1, kernel, anchor=(1, 0) if axis == 1 else (0, 1)), dtype=np.uint8)
    into[:] = _cut(filtered, axis, 1, length)


def _cut(plane: Plane, axis: int, start: int, length: int) -> Plane:
    """Return `length` rows or columns from `start`, the edge repeated outside."""
    size = plane.shape[axis]
    if start >= 0 and start + length <= size:
        return plane[start : start + length] if axis == 0 else plane[:, start : start + length]
    picked = np.clip(np.arange(start, start + length), 0, size - 1)
    return np.ascontiguousarray(plane.take(picked, axis=axis))
