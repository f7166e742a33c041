"""A flat bar that shows a figure from 0 to 100."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.basics import mirror


class Meter(QWidget):
    """A figure as a bar; None leaves it empty. Its colour is asked for when it is painted."""

    def __init__(self, figure: float | None, tint: Callable[[], QColor], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure = figure
        self._tint = tint
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: float | None, tint: Callable[[], QColor]) -> None:
        """Show another figure, in another colour."""
        self._figure, self._tint = figure, tint
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as a line of text."""
        return QSize(80, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        mirror(painter, self)
        track = QRectF(0, self.height() / 2 - 3, self.width(), 6)
        painter.setBrush(theme.colour("ground"))
        painter.drawRoundedRect(track, 3, 3)
        if self._figure is not None:
            filled = QRectF(track)
            filled.setWidth(max(6.0, track.width() * min(max(self._figure, 0.0), 100.0) / 100))
            painter.setBrush(self._tint())
            painter.drawRoundedRect(filled, 3, 3)
        painter.end()
