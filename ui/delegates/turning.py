"""Rows that are painted from their beginning: from the left, or from the right where the language is read so.

A row that is turned is painted by the same code as any other, mirrored as a whole. What would be wrong as its own
mirror image, words and pictures, is put upright in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem


def turn(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Mirror what is painted from now on, where the view is read from right to left."""
    # Words run in their own direction, whichever way the row is read.
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    if option.direction == Qt.LayoutDirection.RightToLeft:
        _flip(painter, QRectF(option.rect))


@contextmanager
def upright(painter: QPainter, area: QRectF) -> Iterator[None]:
    """Let what is painted in an area stand there as it is, also in a row that is mirrored."""
    painter.save()
    if painter.worldTransform().m11() < 0:
        _flip(painter, area)
    try:
        yield
    finally:
        painter.restore()


def write(painter: QPainter, at: QPointF, text: str) -> None:
    """Write a line that begins at a point of its baseline."""
    metrics = QFontMetrics(painter.font())
    area = QRectF(at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(text), metrics.height())
    with upright(painter, area):
        painter.drawText(at, text)


def _flip(painter: QPainter, area: QRectF) -> None:
    painter.translate(2 * area.center().x(), 0)
    painter.scale(-1, 1)
