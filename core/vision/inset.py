"""Where a presenter's own picture lies on a screen: a rectangle with straight sides around a face."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision.text_areas import Area

Grey = NDArray[np.uint8]
Seen = NDArray[np.bool_]

# A side is seen where the picture changes by this many grey levels across it, along at least this share of it.
SIDE_LEVELS, SIDE_SHARE = 9, 0.6
# Beside the face alone less of it may be seen: a dark jumper ends in a dark slide.
BESIDE_SHARE = 0.25
# Of a column from edge to edge of the frame one side alone is to be seen: less of it will do.
COLUMN_SHARE = 0.4
# Levels from pixel to pixel within an even area, and over how many pixels to either side of an edge it is judged.
EVEN_LEVELS, LOOK_PX = 2, 4
# An inset is at least this many faces wide and high, and at most this share of the picture.
LEAST_FACES, MOST_OF_PICTURE = 1.35, 0.62
# How many of the likeliest columns and rows are tried on each side.
TRIED, FEW = 12, 4
# A side that is the edge of the frame needs no line to be seen.
FRAME_SIDE = 0.75


class FaceArea(NamedTuple):
    """Where a face was in a shot, over all of its seconds, in pixels of the picture."""

    x: float
    y: float
    width: float
    height: float


class _Sides(NamedTuple):
    """At which pixels a side of each kind is seen: something begins there, coming from outside."""

    left: Seen
    right: Seen
    top: Seen
    bottom: Seen


def find_inset(usual: Grey, face: FaceArea) -> Area | None:
    """Return the rectangle that a face is shown in, None where no four sides are seen around it.

    Args:
        usual: The median of a shot's pictures: people in it are blurred, the sides of an inset are sharp.
        face: The box around the face over the whole shot.
    """
    sides = _Sides(
        left=_begins(usual),
        right=_begins(usual[:, ::-1])[:, ::-1],
        top=_begins(usual.T).T,
        bottom=_begins(usual[::-1].T).T[::-1],
    )
    low, high = face.y, face.y + face.height
    lefts = _likely(sides.left, _rows(low, high), 0, face.x)
    rights = _likely(sides.right, _rows(low, high), face.x + face.width, usual.shape[1])
    low, high = face.x, face.x + face.width
    tops = _likely(sides.top.T, _rows(low, high), 0, face.y)
    bottoms = _likely(sides.bottom.T, _rows(low, high), face.y + face.height, usual.shape[0])
    best: tuple[float, Area] | None = None
    for x, right, y, bottom in product(
        [0, *lefts],
        [usual.shape[1], *(column + 1 for column in rights)],
        [0, *tops],
        [usual.shape[0], *(row + 1 for row in bottoms)],
    ):
        area = Area(x, y, right - x, bottom - y)
        if not _is_plausible(area, face, usual.shape):
            continue
        score = _framed(sides, area, usual.shape)
        if score is not None and (best is None or score > best[0]):
            best = (score, area)
    return best[1] if best else None


def _begins(levels: Grey) -> Seen:
    """Return at which pixels something begins that was not there on their left.

    Either the level changes there, or an even area ends at something with grain or texture.
    """
    wide = levels.astype(np.int16)
    step = np.abs(np.diff(wide, axis=1, prepend=wide[:, :1]))
    begins = step > SIDE_LEVELS
    quiet, busy = step <= EVEN_LEVELS, step > EVEN_LEVELS
    was_even = np.ones_like(begins)
    is_textured = np.zeros_like(begins)
    for away in range(1, LOOK_PX + 1):
        was_even[:, away:] &= quiet[:, :-away]
        is_textured[:, :-away] |= busy[:, away:]
    return np.asarray(begins | (was_even & is_textured & busy))


def _rows(low: float, high: float) -> slice:
    return slice(max(0, int(low)), max(int(low) + 1, int(high)))


def _likely(seen: Seen, rows: slice, first: float, last: float) -> list[int]:
    """Return the likeliest columns of a side between two: those seen best beside the face, and best at all.

    A wall with a pattern behind a person has columns that look like sides, but none from top to bottom.
    """
    beside, everywhere = seen[rows].mean(axis=0), seen.mean(axis=0)
    low, high = max(1, int(first)), min(len(beside) - 1, int(np.ceil(last)))
    near = [i for i in _strongest(beside[low:high]) if beside[low + i] >= BESIDE_SHARE]
    far = [i for i in _strongest(everywhere[low:high])[:FEW] if everywhere[low + i] >= COLUMN_SHARE]
    return [low + i for i in dict.fromkeys((*near, *far))]


def _strongest(values: NDArray[np.floating]) -> list[int]:
    return [int(index) for index in np.argsort(-values, kind="stable")[:TRIED]]


def _is_plausible(area: Area, face: FaceArea, shape: tuple[int, ...]) -> bool:
    if area.width < LEAST_FACES * face.width or area.height < LEAST_FACES * face.height:
        return False
    if area.width * area.height > MOST_OF_PICTURE * shape[0] * shape[1]:
        return False
    return 0.3 < area.width / area.height < 3.2


def _framed(seen: _Sides, area: Area, shape: tuple[int, ...]) -> float | None:
    """Return how well all four sides are seen along their whole lengths, None where one is not."""
    rows, columns = slice(area.y, area.bottom), slice(area.x, area.right)
    sides = (
        float(seen.left[rows, area.x].mean()) if area.x > 0 else None,
        float(seen.right[rows, area.right - 1].mean()) if area.right < shape[1] else None,
        float(seen.top[area.y, columns].mean()) if area.y > 0 else None,
        float(seen.bottom[area.bottom - 1, columns].mean()) if area.bottom < shape[0] else None,
    )
    inner = [side for side in sides if side is not None]
    if not inner or min(inner) < (SIDE_SHARE if len(inner) > 1 else COLUMN_SHARE):
        return None
    return sum(FRAME_SIDE if side is None else side for side in sides)
