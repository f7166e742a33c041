"""Short texts on the timeline: fonts, measures and widths of words are asked for once, not at every paint."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui import theme


class Letters:
    """A font that writes single lines, in the middle of a height, and knows how wide they are."""

    def __init__(self, size_px: int, weight: QFont.Weight, is_tabular: bool) -> None:
        self.font = theme.font(size_px, weight, is_tabular)
        self._metrics = QFontMetricsF(self.font)
        self._drop = (self._metrics.ascent() - self._metrics.descent()) / 2
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Return how wide a text is, in pixels."""
        known = self._widths.get(text)
        if known is None:
            if len(self._widths) > 20_000:
                self._widths.clear()
            known = self._widths[text] = self._metrics.horizontalAdvance(text)
        return known

    def write(self, painter: QPainter, area: QRectF, text: str) -> None:
        """Write as much of a text as has room, from the left; the painter has its font and colour already."""
        room = area.width()
        if self.width(text) > room:
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))
            if len(text) < 2:
                return
        painter.drawText(QPointF(area.left(), area.center().y() + self._drop), text)


@lru_cache(maxsize=16)
def letters(size_px: int, weight: QFont.Weight = QFont.Weight.Normal, is_tabular: bool = False) -> Letters:
    """Return the window's letters of a size."""
    return Letters(size_px, weight, is_tabular)
