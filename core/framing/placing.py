"""Where a crop stands when no face says so: on what there is to see, through no writing."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.framing.boxes import around, cuts
from core.framing.scene import Canvas
from core.schema.framing import PictureContent, PixelBox

PLACES_TRIED = 49
# Of equal places the one in the middle is best: this share of interest is given for it, falling to the edges.
MIDDLE = 0.04
# An edge through something costs this share for each time that there is as much to see as on average.
THROUGH, EDGE_REACH = 0.04, 0.02
# How many sizes of a close-up are tried between the largest crop and the whole picture.
SIZES_TRIED = 14
# A close-up must make things larger by this much to be worth losing the rest.
WORTH_IT = 1.12


class Placed(NamedTuple):
    """A crop, the share (0 to 1) of what there is to see that it keeps, and whether it cuts through writing."""

    crop: PixelBox
    kept: float
    is_cutting: bool


def place_crop(content: PictureContent | None, canvas: Canvas) -> Placed:
    """Return the best place of the largest crop of the output's shape; the middle where nothing is known."""
    return _best_place(content, canvas, *canvas.largest())


def close_up(content: PictureContent, canvas: Canvas, least_kept: float, must: PixelBox | None) -> PixelBox | None:
    """Return the closest crop that keeps enough and all of a box, None where only the whole picture does.

    It is as high as the picture and as wide as it must be, or the other way round in a wide output; where it may
    have the output's shape it has it.

    Args:
        content: What the picture shows.
        canvas: The picture, and the output's shape.
        least_kept: The share (0 to 1) of what there is to see that must be kept.
        must: What must be inside, whatever else is.
    """
    least = canvas.largest()
    is_narrowed = canvas.width > least[0]
    whole = canvas.width if is_narrowed else canvas.height
    first = least[0] if is_narrowed else least[1]
    needed = 0.0 if must is None else must.width if is_narrowed else must.height
    for size in np.linspace(max(first, needed), whole / WORTH_IT, SIZES_TRIED).tolist():
        if size > whole / WORTH_IT and size > first:
            break
        wide, high = (size, least[1]) if is_narrowed else (least[0], size)
        placed = _best_place(content, canvas, wide, high, must)
        if placed.kept >= least_kept and not placed.is_cutting:
            return placed.crop
    return None


def kept_by(content: PictureContent, canvas: Canvas, crop: PixelBox) -> float:
    """Return the share (0 to 1) of what there is to see that a crop keeps."""
    across = _kept(content.interest_across, crop.x / canvas.width, crop.right / canvas.width)
    return across * _kept(content.interest_down, crop.y / canvas.height, crop.bottom / canvas.height)


def all_writing(content: PictureContent) -> PixelBox | None:
    """Return the box around all writing, None without any."""
    return around((*content.texts, *content.captions))


def _best_place(
    content: PictureContent | None, canvas: Canvas, width: float, height: float, must: PixelBox | None = None
) -> Placed:
    spare_x, spare_y = max(0.0, canvas.width - width), max(0.0, canvas.height - height)
    if content is None or not content.interest_across or not content.interest_down:
        crop = PixelBox(x=spare_x / 2, y=spare_y / 2, width=width, height=height)
        return Placed(crop, 0.0, content is not None and _is_cutting(crop, content, must))
    tried = []
    for share in np.linspace(0, 1, PLACES_TRIED).tolist():
        crop = PixelBox(x=share * spare_x, y=share * spare_y, width=width, height=height)
        placed = Placed(crop, kept_by(content, canvas, crop), _is_cutting(crop, content, must))
        worth = placed.kept + MIDDLE * (1 - abs(2 * share - 1)) - THROUGH * _at_edges(content, canvas, crop)
        tried.append(((not placed.is_cutting, worth), placed))
    return max(tried, key=lambda pair: pair[0])[1]


def _is_cutting(crop: PixelBox, content: PictureContent, must: PixelBox | None) -> bool:
    if must is not None and (
        crop.x > must.x + 0.5
        or crop.right < must.right - 0.5
        or crop.y > must.y + 0.5
        or crop.bottom < must.bottom - 0.5
    ):
        return True
    return any(cuts(crop, box) for box in (*content.texts, *content.captions))


def _at_edges(content: PictureContent, canvas: Canvas, crop: PixelBox) -> float:
    """Return how much there is to see where a crop has its edges, the mean of the picture being 1."""
    sides = (
        (content.interest_across, crop.x / canvas.width, crop.right / canvas.width),
        (content.interest_down, crop.y / canvas.height, crop.bottom / canvas.height),
    )
    return sum(
        _kept(shares, edge - EDGE_REACH, edge + EDGE_REACH) / (2 * EDGE_REACH)
        for shares, *edges in sides
        for edge in edges
        if EDGE_REACH < edge < 1 - EDGE_REACH
    )


def _kept(shares: tuple[float, ...], first: float, last: float) -> float:
    """Return the part of evenly spaced shares that lies between two fractions of the whole."""
    whole = np.concatenate([[0.0], np.cumsum(np.maximum(shares, 0.0))])
    if whole[-1] <= 0:
        return 0.0
    low, high = np.interp([first * len(shares), last * len(shares)], np.arange(len(whole)), whole)
    return float((high - low) / whole[-1])
