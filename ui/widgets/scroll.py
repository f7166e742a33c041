"""A scrolled page that is never scrolled sideways: it asks for the width that its controls need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_BAR_PX = 14


class UprightScroll(QScrollArea):
    """Scrolls up and down alone. Qt's own would cut off what is wider than it, as with large letters."""

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        # Its bar keeps away from what is beside it.
        self.setProperty("upright", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of what is in it, its bar's and its frame's."""
        usual, body = super().minimumSizeHint(), self.widget()
        if body is None:
            return usual
        needed = body.minimumSizeHint().width() + _BAR_PX + 2 * self.frameWidth()
        return QSize(max(usual.width(), needed), usual.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew where what is in it changes, as with the size of letters."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


class YieldingPage(UprightScroll):
    """A page as high as what is in it, which scrolls where a small screen has no room for that."""

    def __init__(self, body: QWidget) -> None:
        super().__init__(body)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Tab goes through what is in it, and brings that into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Ask for all that is in it; Qt's own would stop at some lines."""
        body = self.widget()
        if body is None:
            return super().sizeHint()
        wished, frame = body.sizeHint(), 2 * self.frameWidth()
        # Texts that wrap are higher than a layout's hint says.
        height = max(wished.height(), body.heightForWidth(wished.width()))
        return QSize(wished.width() + _BAR_PX + frame, height + frame)
