"""Painting paragraphs: words with what is marked on them, times, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from ui import theme
from ui.transcript.layout import DOT_PX, Laid, name_font, shown_name, time_font

# From the lowest to the uppermost: where two meet, the later one is seen.
Kind = Literal["range", "conflict", "found", "selected", "found now", "spoken"]
_GROUNDS: dict[Kind, tuple[str, str]] = {
    "range": ("accent-deep", ""),
    "conflict": ("disputed", "text"),
    "found": ("found", "text"),
    "selected": ("selected", "text"),
    "found now": ("maybe", "on-accent"),
    "spoken": ("accent", "on-accent"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Letters of a paragraph, half-open in UTF-16 units, that stand out."""

    kind: Kind
    start: int
    end: int


def paint_paragraph(painter: QPainter, laid: Laid, corner: QPointF, marks: list[Mark], tint: QColor) -> None:
    """Paint a paragraph with its top left corner at a point; `tint` is its speaker's colour."""
    painter.setFont(time_font())
    painter.setPen(theme.colour("text-faint"))
    painter.drawText(laid.time.translated(corner), _MIDDLE, laid.clock)
    if laid.chip is not None:
        _paint_chip(painter, laid.name, laid.chip.translated(corner), tint)
    laid.words.draw(painter, corner + laid.at, [_selection(mark) for mark in marks])


def paint_caret(painter: QPainter, areas: list[QRectF]) -> None:
    """Frame the word that the keyboard is at."""
    painter.setPen(QPen(theme.colour("accent"), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for area in areas:
        painter.drawRoundedRect(area.adjusted(-2, -1, 2, 1), 3, 3)


def paint_hidden(painter: QPainter, places: list[QPointF]) -> None:
    """Paint a small wedge where the user hid words."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("approved"))
    for place in places:
        painter.drawPolygon([place + QPointF(-2, -4), place + QPointF(-6, 3), place + QPointF(2, 3)])


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _paint_chip(painter: QPainter, name: str, area: QRectF, tint: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.mix(theme.colour("surface"), tint, 0.16))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    dot = QRectF(area.left() + 8, area.center().y() - DOT_PX / 2, DOT_PX, DOT_PX)
    painter.setBrush(tint)
    painter.drawEllipse(dot)
    painter.setPen(tint)
    painter.setFont(name_font())
    painter.drawText(area.adjusted(DOT_PX + 14, 0, 0, 0), _MIDDLE, shown_name(name, area))


def _selection(mark: Mark) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = mark.start, mark.end - mark.start, _mark_format(mark.kind)
    return made


@theme.kept
def _mark_format(kind: Kind) -> QTextCharFormat:
    ground, ink = _GROUNDS[kind]
    made = QTextCharFormat()
    made.setBackground(theme.colour(ground))
    if ink:
        made.setForeground(theme.colour(ink))
    return made
