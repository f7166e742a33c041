"""Where a presenter's own picture lies on a screen: a rectangle with straight sides around a face."""

from __future__ import annotations

from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision.text_areas import Area

Grey = NDArray[np.uint8]
Levels = NDArray[np.float32]

# A side is seen where the picture changes by this many grey levels across it, along at least this share of it.
SIDE_LEVELS, SIDE_SHARE = 9.0, 0.6
# An inset is at least this many faces wide and high, and at most this share of the picture.
LEAST_FACES, MOST_OF_PICTURE = 1.35, 0.62
# How many of the likeliest columns and rows are tried on each side.
TRIED = 8
# A side that is the edge of the frame needs no line to be seen.
FRAME_SIDE = 0.75


class FaceArea(NamedTuple):
    """Where a face was in a shot, over all of its seconds, in pixels of the picture."""

    x: float
    y: float
    width: float
    height: float


def find_inset(usual: Grey, face: FaceArea) -> Area | None:
    """Return the rectangle that a face is shown in, None where no four sides are seen around it.

    Args:
        usual: The median of a shot's pictures: people in it are blurred, the sides of an inset are sharp.
        face: The box around the face over the whole shot.
    """
    levels = usual.astype(np.float32)
    across = np.abs(np.diff(levels, axis=1))
    down = np.abs(np.diff(levels, axis=0))
    lefts, rights = _sides(across, face.x, face.x + face.width, face.y, face.y + face.height)
    tops, bottoms = _sides(down.T, face.y, face.y + face.height, face.x, face.x + face.width)
    best: tuple[float, Area] | None = None
    for x, right, y, bottom in product(lefts, rights, tops, bottoms):
        area = Area(x, y, right - x, bottom - y)
        if not _is_plausible(area, face, usual.shape):
            continue
        score = _framed(across, down, area, usual.shape)
        if score is not None and (best is None or score > best[0]):
            best = (score, area)
    return best[1] if best else None


def _sides(steps: Levels, low: float, high: float, first: float, last: float) -> tuple[list[int], list[int]]:
    """Return the likeliest places of a side before `low` and after `high`, and the frame's edges.

    A side shows at least beside the face, between `first` and `last`.
    """
    beside = steps[max(0, int(first)) : max(int(first) + 1, int(last))]
    seen = (beside > SIDE_LEVELS).mean(axis=0)
    end = len(seen) + 1
    before = [i for i in _strongest(seen[: max(0, int(low))]) if seen[i] >= SIDE_SHARE]
    offset = min(len(seen), max(0, int(np.ceil(high)) - 1))
    after = [i + offset for i in _strongest(seen[offset:]) if seen[i + offset] >= SIDE_SHARE]
    return [0, *(i + 1 for i in before)], [end, *(i + 1 for i in after)]


def _strongest(values: Levels) -> list[int]:
    return [int(index) for index in np.argsort(-values, kind="stable")[:TRIED]]


def _is_plausible(area: Area, face: FaceArea, shape: tuple[int, ...]) -> bool:
    if area.width < LEAST_FACES * face.width or area.height < LEAST_FACES * face.height:
        return False
    if area.width * area.height > MOST_OF_PICTURE * shape[0] * shape[1]:
        return False
    return 0.3 < area.width / area.height < 3.2


def _framed(across: Levels, down: Levels, area: Area, shape: tuple[int, ...]) -> float | None:
    """Return how well all four sides are seen along their whole lengths, None where one is not."""
    rows, columns = slice(area.y, area.bottom), slice(area.x, area.right)
    sides = (
        _seen(across[rows, area.x - 1]) if area.x > 0 else None,
        _seen(across[rows, area.right - 1]) if area.right < shape[1] else None,
        _seen(down[area.y - 1, columns]) if area.y > 0 else None,
        _seen(down[area.bottom - 1, columns]) if area.bottom < shape[0] else None,
    )
    inner = [side for side in sides if side is not None]
    if not inner or min(inner) < SIDE_SHARE:
        return None
    return sum(FRAME_SIDE if side is None else side for side in sides)


def _seen(steps: Levels) -> float:
    return float((steps > SIDE_LEVELS).mean())
