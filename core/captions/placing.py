"""At which height text stands over a picture: clear of faces where there is room, at rest while a layout lasts.

Each height has a price: what of faces is covered, eyes and mouth foremost, and how far it is from where the style
wants the text. Heights of all stretches are chosen together (Viterbi's algorithm), since a move costs as well:
text that jumps is harder to read than text that touches a collar. Pure geometry, no Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.captions.occupied import GAP, Box, free_top

if TYPE_CHECKING:
    from core.captions.place import SafeArea

# How many heights are tried between the edges of the safe zone.
_HEIGHTS = 40
# And how many for a title, whose every height is tried with every height of the captions beside it.
_FEW_HEIGHTS = 20
# Less than this, in seconds of a whole face, is not worth a look at other heights.
_NOTHING = 0.05
# Prices a second: all of what is covered counts its weight; a move by the whole height of the picture this much;
_DRIFT = 0.35
# and once, for a move between two stretches.
_MOVE = 0.5
# What is covered of eyes and mouth, of all that was found of a face, of the head with its hair.
_EYES, _MOUTH, _FACE, _HEAD = 1.8, 1.4, 1.0, 0.25
# Text this near to where the style wants it (share of the height) stands there.
_SAME = 0.01


@dataclass(frozen=True)
class Obstacle:
    """Something that text should not cover; `weight` is the price of covering all of it for a second."""

    box: Box
    weight: float


@dataclass(frozen=True)
class Text:
    """A text that is shown for a while, pixels of the picture.

    Attributes:
        start, end: Clip seconds.
        row: At which row the style wants its middle.
        box: What it covers there with all that belongs to it; only its size and its place across count.
        above: How much higher it reaches with what is left out where there is no room for it: an emoji.
        taken: What lies there already, of which it keeps clear whatever that costs.
        looks: What is in the picture at some instants of its time.
    """

    start: float
    end: float
    row: float
    box: Box
    above: float = 0.0
    taken: tuple[Box, ...] = ()
    looks: tuple[tuple[Obstacle, ...], ...] = ()

    @property
    def seconds(self) -> float:
        """How long it is shown."""
        return self.end - self.start


def face_obstacles(face: Box) -> tuple[Obstacle, ...]:
    """Return what not to cover of a face as detectors outline it: from the brows' upper edge to the chin."""
    return (
        Obstacle(_part(face, 0.1, 0.2, 0.9, 0.5), _EYES),
        Obstacle(_part(face, 0.22, 0.66, 0.78, 0.92), _MOUTH),
        Obstacle(face, _FACE),
        Obstacle(_part(face, -0.1, -0.4, 1.1, 1.0), _HEAD),
    )


def _part(box: Box, left: float, top: float, right: float, bottom: float) -> Box:
    """Return a part of a box, its edges as shares of the box."""
    width, height = box.right - box.left, box.bottom - box.top
    return Box(
        box.left + left * width, box.top + top * height, box.left + right * width, box.top + bottom * height
    )


def box_at(text: Text, row: float, area: SafeArea) -> Box:
    """Return where a text lies that is asked to stand at a row: inside the area, clear of what is taken."""
    height = text.box.bottom - text.box.top
    top = row - height / 2
    wanted = replace(text.box, top=top, bottom=top + height)
    free = free_top(wanted, area.top, area.bottom, text.taken, GAP * area.scale)
    top = max(area.top, min(top, area.bottom - height)) if free is None else free
    return replace(wanted, top=top, bottom=top + height)


def covered(text: Text, row: float, area: SafeArea) -> float:
    """Return the price a second of what a text hides at a row: 4 and more where a whole face is gone."""
    if not text.looks:
        return 0.0
    box = box_at(text, row, area)
    box = replace(box, top=box.top - text.above)
    hidden = sum(each.weight * shared(box, each.box) for look in text.looks for each in look)
    return hidden / len(text.looks)


def place(stretches: Sequence[Sequence[Text]], area: SafeArea) -> list[float]:
    """Return a row for each stretch (the texts of one layout), the same for all of its texts.

    Args:
        stretches: In order of time; at least one text in each.
        area: The picture, and where text may lie in it.
    """
    if not stretches:
        return []
    wanted = stretches[0][0].row
    if all(_price(stretch, wanted, area) <= _NOTHING for stretch in stretches):
        return [wanted] * len(stretches)
    rows = _rows(wanted, area)
    prices = [[_price(stretch, row, area) for row in rows] for stretch in stretches]
    best, came_from = [prices[0]], [[0] * len(rows)]
    for here in prices[1:]:
        cheapest, total = [], []
        for index, row in enumerate(rows):
            before = [best[-1][i] + _move(rows[i], row, area) for i in range(len(rows))]
            # Of equal ways the one that does not move.
            least = min(range(len(rows)), key=lambda i, here=index, costs=before: (costs[i], i != here))  # type: ignore[misc]
            cheapest.append(least)
            total.append(before[least] + here[index])
        best.append(total)
        came_from.append(cheapest)
    index = min(range(len(rows)), key=lambda i: (best[-1][i], i))
    chosen = [index]
    for back in came_from[:0:-1]:
        index = back[index]
        chosen.append(index)
    return [rows[index] for index in reversed(chosen)]


def place_title(title: Text, beside: Sequence[Text], area: SafeArea) -> float:
    """Return a row for a text that is shown once, with what that does to the texts shown beside it in mind."""

    def price(row: float) -> float:
        box = box_at(title, row, area)
        own = title.seconds * (covered(title, row, area) + _drift(title, row, area))
        others = [replace(text, taken=(*text.taken, box)) for text in beside]
        return own + sum(
            min(_price([text], other, area) for other in _rows(text.row, area, _FEW_HEIGHTS)) for text in others
        )

    if price(title.row) <= _NOTHING:
        return title.row
    rows = _rows(title.row, area, _FEW_HEIGHTS)
    return min(rows, key=lambda row: (price(row), abs(row - title.row)))


def is_moved(row: float, text: Text, area: SafeArea) -> bool:
    """Whether a row is another one than the style wants, for the eye."""
    return abs(row - text.row) > _SAME * area.height


def _rows(wanted: float, area: SafeArea, count: int = _HEIGHTS) -> list[float]:
    """Return the rows to try, that of the style first."""
    step = (area.bottom - area.top) / count
    tried = [area.top + step * place for place in range(count + 1)]
    return [wanted, *(row for row in tried if abs(row - wanted) > _SAME * area.height)]


def _price(texts: Sequence[Text], row: float, area: SafeArea) -> float:
    return sum(text.seconds * (covered(text, row, area) + _drift(text, row, area)) for text in texts)


def _drift(text: Text, row: float, area: SafeArea) -> float:
    box = box_at(text, row, area)
    return _DRIFT * abs((box.top + box.bottom) / 2 - text.row) / area.height


def _move(row: float, other: float, area: SafeArea) -> float:
    return 0.0 if row == other else _MOVE * (1.0 + abs(row - other) / area.height)


def shared(box: Box, other: Box) -> float:
    """Return the share of the other box that a box covers."""
    across = min(box.right, other.right) - max(box.left, other.left)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    area = (other.right - other.left) * (other.bottom - other.top)
    return max(0.0, across) * max(0.0, down) / area if area > 0.0 else 0.0
