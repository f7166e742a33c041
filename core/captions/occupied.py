"""Who gets which part of the picture: what is placed later keeps clear of what lies there already. No Qt.

The order is that of importance to a brand: logo, title, name of who speaks, captions. Each asks here for the place
nearest to where its style wants it, so that none of them ever overlaps another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# Between two that are neighbours, in units of a style.
GAP = 6.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the picture, origin top left."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def grown(self, px: float) -> Box:
        """Return it larger by as much on each side."""
        return Box(self.left - px, self.top - px, self.right + px, self.bottom + px)


def free_top(wanted: Box, low: float, high: float, taken: Sequence[Box], gap: float) -> float | None:
    """Return the top, nearest to that of `wanted`, at which a box of its size keeps clear of what is taken.

    Args:
        wanted: Where it would lie; it is moved up and down only.
        low: The top must not be above it.
        high: The bottom must not be below it.
        taken: What it must not meet.
        gap: Pixels that are kept between it and any of them.

    Returns:
        None where there is no such place.
    """
    height = wanted.bottom - wanted.top
    beside = [box.grown(gap) for box in taken if box.left - gap < wanted.right and wanted.left < box.right + gap]
    nearest = min(max(wanted.top, low), max(low, high - height))
    tops = [nearest, *(box.bottom for box in beside), *(box.top - height for box in beside)]
    # A hair of rounding must not turn down a place that fits exactly.
    fitting = [
        top
        for top in tops
        if low - 1e-6 <= top
        and top + height <= high + 1e-6
        and all(top >= box.bottom - 1e-6 or top + height <= box.top + 1e-6 for box in beside)
    ]
    return min(fitting, key=lambda top: (abs(top - nearest), -top), default=None)


def tallest_room(low: float, high: float, taken: Iterable[Box], gap: float) -> float:
    """Return the height of the tallest free stretch of rows in [low, high]."""
    tallest, free_from = 0.0, low
    for box in sorted(taken, key=lambda each: each.top):
        tallest = max(tallest, min(box.top - gap, high) - free_from)
        free_from = max(free_from, box.bottom + gap)
    return max(tallest, high - free_from)
