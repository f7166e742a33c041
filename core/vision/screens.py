"""Whether a shot shows a screen: slides, a window, an app; and what is drawn on it.

A screen is drawn: what is not writing on it is even, without any grain, and stands still. A camera's picture has
grain and soft shades. In real footage at most three quarters of what is lit and stands still are even, on slides
and in apps more than nine tenths.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision.text_areas import Area, around, shared

Grey = NDArray[np.uint8]
Mask = NDArray[np.bool_]

# Grey levels over three pixels: up to here an area is even, from there on something is drawn.
EVEN_LEVELS, DRAWN_LEVELS = 3, 40
# Grey levels that a place may change and still stand still; that are a change for certain.
STILL_LEVELS, CHANGED_LEVELS = 12, 24
# Black, with what compression makes of it.
DARK_LEVEL = 20
# The shares (0 to 1) of a screen that stand still, are drawn edges, and are even of what is lit and still.
LEAST_STILL, LEAST_EDGES, LEAST_EVEN = 0.5, 0.003, 0.85
# A part of the picture that may be a screen beside a presenter, of the longer side; it must hold some lines.
PART, LEAST_LINES = 0.62, 2


class Drawn(NamedTuple):
    """What makes a picture look drawn, as shares (0 to 1).

    `even` of the lit area that stands still is without grain or is writing; `edges` of all pixels are drawn edges
    that stand still; `still` of all pixels stand still.
    """

    even: float
    edges: float
    still: float

    @property
    def is_screen(self) -> bool:
        """Whether that is enough for a screen."""
        return self.still >= LEAST_STILL and self.edges >= LEAST_EDGES and self.even >= LEAST_EVEN


def find_screen(samples: Sequence[Grey], lines: Sequence[Area]) -> Area | None:
    """Return the part of a shot that looks like a screen: all of it, or a part beside something else.

    Args:
        samples: Grey pictures of the shot, in order.
        lines: The writing that was found in any of them.

    Returns:
        None where nothing does. A part is only roughly right: what lies beside it says where it ends.
    """
    height, width = samples[0].shape
    whole = Area(0, 0, width, height)
    still, edges = stands_still(samples), _edges(samples[-1])
    if look_drawn(samples[-1], still, edges, lines, whole).is_screen:
        return whole
    if width >= height:
        part = round(PART * width)
        parts = [Area(0, 0, part, height), Area(width - part, 0, part, height)]
    else:
        part = round(PART * height)
        parts = [Area(0, 0, width, part), Area(0, height - part, width, part)]
    for area in parts:
        written = [line for line in lines if shared(line, area) == line.width * line.height]
        if len(written) >= LEAST_LINES and look_drawn(samples[-1], still, edges, lines, area).is_screen:
            return area
    return None


def look_drawn(sample: Grey, still: Mask, edges: Grey, lines: Sequence[Area], within: Area) -> Drawn:
    """Measure how drawn a part of a picture looks.

    Args:
        sample: The picture.
        still: Which of its pixels stand still.
        edges: Its morphological gradient.
        lines: Writing in it, which is even whatever its strokes.
        within: The part to measure.
    """
    even = edges <= EVEN_LEVELS
    # Darkness is even without having been drawn, unless something is written in it.
    judged = still & (sample > DARK_LEVEL)
    for line in lines:
        rows, columns = slice(line.y, line.bottom), slice(line.x, line.right)
        even[rows, columns] = True
        judged[rows, columns] = still[rows, columns]
    part = (slice(within.y, within.bottom), slice(within.x, within.right))
    is_judged = judged[part]
    return Drawn(
        even=float(even[part][is_judged].mean()) if is_judged.any() else 0.0,
        edges=float(((edges[part] > DRAWN_LEVELS) & still[part]).mean()),
        still=float(still[part].mean()),
    )


def stands_still(samples: Sequence[Grey]) -> Mask:
    """Return which pixels keep their level; a change that happens once, as when a line appears, is no stirring."""
    if len(samples) < 2:
        return np.ones(samples[0].shape, dtype=bool)
    most = np.zeros(samples[0].shape, dtype=np.uint8)
    second = np.zeros_like(most)
    for before, after in pairwise(samples):
        step = np.where(after > before, after - before, before - after)
        second = np.maximum(second, np.minimum(most, step))
        most = np.maximum(most, step)
    # With few samples there is no telling once from always.
    return np.asarray((second if len(samples) > 3 else most) <= STILL_LEVELS)


def drawn_area(samples: Sequence[Grey], within: Area, inset: Area | None = None) -> Area | None:
    """Return the box around everything that is drawn inside an area but outside an inset, None if nothing is."""
    found: list[Area] = []
    for sample in samples:
        is_drawn = _edges(sample) > DRAWN_LEVELS
        if inset is not None:
            is_drawn[max(0, inset.y - 3) : inset.bottom + 3, max(0, inset.x - 3) : inset.right + 3] = False
        box = _box_of(is_drawn[within.y : within.bottom, within.x : within.right])
        if box is not None:
            found.append(Area(within.x + box.x, within.y + box.y, box.width, box.height))
    return around(found)


def changing_area(samples: Sequence[Grey]) -> Area | None:
    """Return the box around everything that changed between samples, None where nothing did."""
    steps = [np.abs(b.astype(np.int16) - a) > CHANGED_LEVELS for a, b in pairwise(samples)]
    return _box_of(np.any(steps, axis=0)) if steps else None


def _edges(sample: Grey) -> Grey:
    import cv2

    return np.asarray(cv2.morphologyEx(sample, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)), dtype=np.uint8)


def _box_of(mask: Mask) -> Area | None:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return None
    x, y = int(columns[0]), int(rows[0])
    return Area(x, y, int(columns[-1]) + 1 - x, int(rows[-1]) + 1 - y)
