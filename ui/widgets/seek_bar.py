"""A thin bar that shows a position and is clicked or dragged to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class SeekBar(QWidget):
    """A position from 0 to `duration` seconds, and marks at some.

    Signals:
        sought(float): The user wants another position.
    """

    sought = Signal(float)

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._duration = 0.0
        self._position = 0.0
        self._marks: tuple[float, ...] = ()
        self._ready = 0.0

    def show_ready(self, share: float) -> None:
        """Show how much, from 0 to 1, can be scrubbed through without waiting; 0 shows nothing."""
        if share != self._ready:
            self._ready = share
            self.update()

    def ready(self) -> float:
        """Return how much is shown as ready."""
        return self._ready

    def show_marks(self, seconds: Sequence[float]) -> None:
        """Show where something was set."""
        if tuple(seconds) != self._marks:
            self._marks = tuple(seconds)
            self.update()

    def marks(self) -> tuple[float, ...]:
        """Return the marked seconds."""
        return self._marks

    def show_position(self, position: float, duration: float) -> None:
        """Show where playback is."""
        if (position, duration) != (self._position, self._duration):
            self._position, self._duration = position, duration
            self.update()

    def sizeHint(self) -> QSize:
        """Be flat, but easy to hit."""
        return QSize(200, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what was played, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(7, self.height() / 2 - 2, max(1, self.width() - 14), 4)
        painter.setBrush(theme.colour("line-strong"))
        painter.drawRoundedRect(track, 2, 2)
        if self._duration > 0:
            if self._ready:
                ready = QRectF(track)
                ready.setWidth(track.width() * min(1.0, self._ready))
                painter.setBrush(theme.colour("text-muted"))
                painter.drawRoundedRect(ready, 2, 2)
            played = QRectF(track)
            played.setWidth(track.width() * min(1.0, self._position / self._duration))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(played, 2, 2)
            for mark in self._marks:
                _paint_mark(painter, track.left() + track.width() * mark / self._duration, self.height() / 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("text"))
            painter.drawEllipse(QRectF(played.right() - 6, self.height() / 2 - 6, 12, 12))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where it was pressed."""
        self._seek_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._seek_to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the window."""
        event.ignore()

    def _seek_to(self, x: float) -> None:
        share = (x - 7) / max(1, self.width() - 14)
        if self._duration > 0:
            self.sought.emit(min(max(share, 0.0), 1.0) * self._duration)


def _paint_mark(painter: QPainter, x: float, y: float) -> None:
    """Paint a small diamond, as editors mark keyframes."""
    painter.setPen(QPen(theme.colour("ground"), 1))
    painter.setBrush(theme.colour("maybe"))
    painter.drawPolygon([QPointF(x, y - 6), QPointF(x + 5, y), QPointF(x, y + 6), QPointF(x - 5, y)])
