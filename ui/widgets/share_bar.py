"""A flat bar with two parts side by side: so much of it is in use, so much more is held."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.basics import mirror

_HIGH_PX = 6


class ShareBar(QWidget):
    """Shows `first` and then `second` as shares (0 to 1) of the whole width, each in a colour of the palette."""

    def __init__(self, first_token: str, second_token: str = "line-strong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = (first_token, second_token)
        self._shares = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, first: float, second: float = 0.0) -> None:
        """Show these shares."""
        shares = (min(1.0, max(0.0, first)), min(1.0, max(0.0, second)))
        if shares != self._shares:
            self._shares = shares
            self.update()

    def sizeHint(self) -> QSize:
        """Be as high as a line of text."""
        return QSize(64, 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, the second part up to the end of both, and the first over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        mirror(painter, self)
        track = QRectF(0, (self.height() - _HIGH_PX) / 2, self.width(), _HIGH_PX)
        first, second = self._shares
        parts = ((1.0, "ground"), (min(1.0, first + second), self._tokens[1]), (first, self._tokens[0]))
        for share, token in parts:
            if share > 0:
                area = QRectF(track)
                area.setWidth(max(float(_HIGH_PX), track.width() * share))
                painter.setBrush(theme.colour(token))
                painter.drawRoundedRect(area, _HIGH_PX / 2, _HIGH_PX / 2)
        painter.end()
