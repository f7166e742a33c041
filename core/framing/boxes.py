"""Rectangles in pixels, and the crops that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from core.schema.framing import PixelBox


def around(boxes: Iterable[PixelBox]) -> PixelBox | None:
    """Return the smallest box that holds all of the given ones, None if there are none."""
    given = [box for box in boxes if box.width > 0 and box.height > 0]
    if not given:
        return None
    x, y = min(box.x for box in given), min(box.y for box in given)
    right, bottom = max(box.right for box in given), max(box.bottom for box in given)
    return PixelBox(x=x, y=y, width=right - x, height=bottom - y)


def padded(box: PixelBox, margin: float, within: PixelBox) -> PixelBox:
    """Return a box with a margin on all sides, cut off where another one ends."""
    wide = PixelBox(
        x=box.x - margin, y=box.y - margin, width=box.width + 2 * margin, height=box.height + 2 * margin
    )
    return shared(wide, within) or within


def shared(a: PixelBox, b: PixelBox) -> PixelBox | None:
    """Return what two boxes have in common, None where that is nothing."""
    x, y = max(a.x, b.x), max(a.y, b.y)
    right, bottom = min(a.right, b.right), min(a.bottom, b.bottom)
    return PixelBox(x=x, y=y, width=right - x, height=bottom - y) if right > x and bottom > y else None


def holds(outer: PixelBox, inner: PixelBox, play: float = 0.5) -> bool:
    """Whether a box lies in another one, to so many pixels."""
    across = outer.x <= inner.x + play and outer.right >= inner.right - play
    return across and outer.y <= inner.y + play and outer.bottom >= inner.bottom - play


def cuts(crop: PixelBox, box: PixelBox) -> bool:
    """Whether a crop shows a part of a box, but not all of it."""
    return shared(crop, box) is not None and not holds(crop, box)


def crop_around(box: PixelBox, ratio: float, within: PixelBox, least_width: float = 0.0) -> PixelBox | None:
    """Return the smallest crop of a shape that holds a box, None where there is no room for it.

    Args:
        box: What must be inside; it lies in `within`.
        ratio: The crop's width over its height.
        within: What the crop must not leave.
        least_width: The crop is not made narrower than this, in pixels, where there is room for it.
    """
    most = min(within.width, within.height * ratio)
    width = max(box.width, box.height * ratio, min(least_width, most))
    if width > most * (1 + 1e-9):
        return None
    width = min(width, most)
    height = width / ratio
    x = _placed(box.x + box.width / 2 - width / 2, within.x, within.right - width)
    y = _placed(box.y + box.height / 2 - height / 2, within.y, within.bottom - height)
    return PixelBox(x=x, y=y, width=width, height=height)


def _placed(value: float, low: float, high: float) -> float:
    return min(max(value, low), max(low, high))
