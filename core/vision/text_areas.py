"""Where writing stands in a picture: lines found by their strokes, without reading them.

Letters are strokes of even contrast, close together, in a row. So: a morphological gradient, thresholded; gaps
between letters closed sideways; a piece that is left is a line if its two levels, ink and paper (Otsu, "A
threshold selection method from gray-level histograms", 1979), lie far apart and take turns along it as often as
letters do. In real footage faces, hands and brickwork take turns less than twice per line height, letters three
to seven times.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

# Grey levels over three pixels that make a stroke's edge; between the middle levels of ink and of paper.
EDGE_LEVELS, INK_LEVELS = 48, 56
# In pixels of a picture of 960 on its longer side; of the picture's height.
LEAST_HEIGHT_PX, LEAST_WIDTH_PX, TALLEST = 5, 10, 0.30
# Strokes cover at least this share of a line.
LEAST_STROKES = 0.2
# Turns from ink to paper and back along a line, per line height, and at least.
LEAST_TURNS_PER_HEIGHT, LEAST_TURNS = 2.5, 4
# Nothing but writing is as long as this, in line heights, and still takes turns; capitals may be set wide.
LONG_LINE, LEAST_TURNS_IN_LONG = 4.0, 1.6
# Small print and headlines have gaps of different widths: (gap closed, least height, greatest height), in pixels.
GAPS = ((9, LEAST_HEIGHT_PX, 26), (25, 18, 60), (45, 30, 10_000))
# What may be writing although no line was made out, crossed by a shape or too loose: at least so many turns within
# so many columns, in most of as many rows; and how wide and high it is at least, and how much wider than high.
TIGHT_TURNS, TIGHT_PX, TIGHT_ROWS = 4, 28, 7
LEAST_SUSPECT_PX, SUSPECT_SHAPE, TALLEST_SUSPECT = 24, 1.8, 0.06
# Lines are of one block if the gap between them is less than so many line heights.
BLOCK_GAP_DOWN, BLOCK_GAP_ACROSS = 1.3, 1.6


class Area(NamedTuple):
    """A rectangle in whole pixels of the picture that it was found in."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond."""
        return self.y + self.height


def find_text_lines(grey: Grey) -> list[Area]:
    """Return the lines of writing in a grey picture, from the top."""
    import cv2

    edges = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    strokes = np.asarray(edges > EDGE_LEVELS, dtype=np.uint8)
    lines: list[Area] = []
    for gap, lowest, highest in GAPS:
        joined = cv2.morphologyEx(strokes, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
        tallest = min(highest, TALLEST * grey.shape[0])
        for area in _pieces(np.asarray(joined, dtype=np.uint8)):
            if lowest <= area.height <= tallest and area.width >= max(LEAST_WIDTH_PX, 1.1 * area.height):
                rows, columns = slice(area.y, area.bottom), slice(area.x, area.right)
                if cv2.mean(strokes[rows, columns])[0] >= LEAST_STROKES and _is_written(grey[rows, columns]):
                    lines.append(area)
    return sorted(_outermost(lines), key=lambda line: (line.y, line.x))


def find_suspects(grey: Grey) -> list[Area]:
    """Return what may be writing: places as wide as a word in which strokes stand as close as letters do."""
    import cv2

    edges = cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    strokes = np.asarray(edges > EDGE_LEVELS, dtype=np.int8)
    turns = np.zeros(grey.shape, dtype=np.float32)
    turns[:, 1:] = np.abs(np.diff(strokes, axis=1))
    in_row = cv2.boxFilter(turns, -1, (TIGHT_PX, 1), normalize=False) >= TIGHT_TURNS
    is_tight = cv2.boxFilter(in_row.astype(np.float32), -1, (TIGHT_PX // 2, TIGHT_ROWS)) > 0.55
    return [
        area
        for area in _pieces(is_tight.astype(np.uint8))
        if area.width >= max(LEAST_SUSPECT_PX, SUSPECT_SHAPE * area.height)
        and area.height <= TALLEST_SUSPECT * grey.shape[0]
    ]


def join_lines(lines: Sequence[Area]) -> list[Area]:
    """Return blocks of lines that stand close together."""
    blocks: list[Area] = []
    for line in lines:
        block = line
        while near := [other for other in blocks if _is_near(block, other)]:
            blocks = [other for other in blocks if other not in near]
            block = around([block, *near]) or block
        blocks.append(block)
    return sorted(blocks, key=lambda block: (block.y, block.x))


def around(areas: Sequence[Area]) -> Area | None:
    """Return the smallest area that holds all of the given ones, None if there are none."""
    if not areas:
        return None
    x, y = min(area.x for area in areas), min(area.y for area in areas)
    return Area(x, y, max(area.right for area in areas) - x, max(area.bottom for area in areas) - y)


def shared(a: Area, b: Area) -> int:
    """Return the pixels that two areas have in common."""
    across = min(a.right, b.right) - max(a.x, b.x)
    down = min(a.bottom, b.bottom) - max(a.y, b.y)
    return max(0, across) * max(0, down)


def _pieces(mask: Grey) -> list[Area]:
    """Return the boxes around the connected pieces of a mask, by their outlines, which are found the fastest."""
    import cv2

    outlines, nesting = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    return [
        Area(*cv2.boundingRect(outline))
        for outline, (*_, parent) in zip(outlines, nesting[0] if len(outlines) else (), strict=True)
        if parent < 0
    ]


def _is_written(part: Grey) -> bool:
    import cv2

    level, _ = cv2.threshold(part, 0, 255, cv2.THRESH_OTSU)
    is_light = np.asarray(part > level)
    if _contrast(part, is_light) < INK_LEVELS:
        return False
    height, width = part.shape
    body = is_light[height // 4 : max(height // 4 + 1, 3 * height // 4)].astype(np.int8)
    turns = float(np.median(np.abs(np.diff(body, axis=1)).sum(axis=1)))
    per_height = LEAST_TURNS_PER_HEIGHT if width < LONG_LINE * height else LEAST_TURNS_IN_LONG
    return bool(turns >= max(LEAST_TURNS, per_height * width / height))


def ink_contrast(grey: Grey, line: Area) -> float:
    """Return how many grey levels lie between the ink and the paper of a line."""
    import cv2

    part = grey[line.y : line.bottom, line.x : line.right]
    level, _ = cv2.threshold(part, 0, 255, cv2.THRESH_OTSU)
    return _contrast(part, np.asarray(part > level))


def _contrast(part: Grey, is_light: NDArray[np.bool_]) -> float:
    if is_light.all() or not is_light.any():
        return 0.0
    return float(part[is_light].mean()) - float(part[~is_light].mean())


def _outermost(lines: Sequence[Area]) -> list[Area]:
    """Return the lines without those that lie in another one."""
    kept: list[Area] = []
    for line in sorted(lines, key=lambda area: -area.width * area.height):
        if not any(shared(other, line) > 0.7 * line.width * line.height for other in kept):
            kept.append(line)
    return kept


def _is_near(a: Area, b: Area) -> bool:
    height = min(a.height, b.height)
    across = max(a.x, b.x) - min(a.right, b.right)
    down = max(a.y, b.y) - min(a.bottom, b.bottom)
    return across < BLOCK_GAP_ACROSS * height and down < BLOCK_GAP_DOWN * height
