"""Where the window opens: as large as it likes to be, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QWidget

WISHED = QSize(1440, 900)


def place(window: QWidget, kept: object) -> None:
    """Give a window its size; `kept` is what `saveGeometry()` returned last time, or anything else for nothing."""
    window.resize(WISHED)
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)
    fit_to_screen(window)


def fit_to_screen(window: QWidget) -> None:
    """Make a window no larger than the free part of its screen, and bring it back into it."""
    room = window.screen().availableGeometry()
    if window.width() > room.width() or window.height() > room.height():
        window.resize(window.size().boundedTo(room.size()))
        window.move(room.topLeft())
