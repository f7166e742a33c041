"""The mark of the spoken word: a box behind it, a line under it, gliding from word to word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from core.captions.cue_layout import MARKER_PADDING
from core.captions.raster import colour

if TYPE_CHECKING:
    from core.schema.style import CaptionStyle

# Shares of the type size.
LINE_WIDTH = 0.09
LINE_BELOW = 0.12


def paint_marker(
    painter: QPainter,
    style: CaptionStyle,
    scale: float,
    size_px: float,
    rects: Mapping[int, Sequence[QRectF]],
    baselines: Mapping[float, float],
    marker: float,
) -> None:
    """Paint what marks a word.

    Args:
        painter: In picture pixels.
        style: Which marks there are, and their colours.
        scale: Pixels of one unit of the style.
        size_px: Type size.
        rects: What each word covers, a rectangle a line.
        baselines: Of each line, by the top of its rectangles.
        marker: A word's index, or the way between two.
    """
    for rect in _marked(rects, marker):
        if "box" in style.highlight:
            padding = MARKER_PADDING * size_px
            box = rect.adjusted(-padding, padding * 0.2, padding, -padding * 0.2)
            _rounded(painter, box, min(style.box_radius * scale, box.height() / 2), style.highlight_box_colour)
        if "underline" in style.highlight:
            width = LINE_WIDTH * size_px
            top = min(baselines[rect.top()] + LINE_BELOW * size_px, rect.bottom() - width)
            line = QRectF(rect.left(), top, rect.width(), width)
            _rounded(painter, line, width / 2, style.highlight_colour)


def _rounded(painter: QPainter, rect: QRectF, radius: float, ink: str) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, colour(ink))


def _marked(rects: Mapping[int, Sequence[QRectF]], marker: float) -> Sequence[QRectF]:
    first, mix = int(max(marker, 0.0)), marker % 1.0
    here = rects.get(first, ())
    if mix <= 0.0:
        return here
    there = rects.get(first + 1, ())
    if len(here) == len(there) == 1 and here[0].top() == there[0].top():
        return [_between(here[0], there[0], mix)]
    # Gliding across lines would cross other words: the mark jumps.
    return there


def _between(a: QRectF, b: QRectF, mix: float) -> QRectF:
    """Return the rectangle on the way from `a` to `b`, which have the same top and height."""
    left = a.left() + mix * (b.left() - a.left())
    return QRectF(left, a.top(), a.width() + mix * (b.width() - a.width()), a.height())
