"""A choice among a few: a list that opens when it is pressed."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Chooser(QComboBox):
    """A choice among a few that the wheel does not change in passing, as a page below the pointer is scrolled."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page; the open list scrolls by itself."""
        event.ignore()
