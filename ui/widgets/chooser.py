"""A choice among a few: a list that opens when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox

# Between an icon and the words.
_AFTER_ICON_PX = 4
# What the style measures may be rounded down.
_ROUNDED_PX = 1


class Chooser(QComboBox):
    """A choice among a few that the wheel does not change in passing, as a page below the pointer is scrolled.

    What has no room ends in …; Qt's own would be cut off.
    """

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page; the open list scrolls by itself."""
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Write as much as there is room for."""
        super().initStyleOption(option)
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() + _ROUNDED_PX
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _AFTER_ICON_PX
        elided = option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, max(0, room))
        option.currentText = elided
