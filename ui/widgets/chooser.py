"""A choice among a few: a list that opens when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

# Between an icon and the words.
_AFTER_ICON_PX = 4
# What the style measures may be rounded down.
_ROUNDED_PX = 1
_SHORT = Qt.ItemDataRole.UserRole + 1


class Chooser(QComboBox):
    """A choice among a few that the wheel does not change in passing, as a page below the pointer is scrolled.

    What has no room is written in its short form where it has one, else it ends in …; Qt's own would be cut off.
    """

    def shorten(self, index: int, short: str) -> None:
        """Give an entry a form for where there is little room; all of it is its tool tip there."""
        self.setItemData(index, short, _SHORT)

    def event(self, event: QEvent) -> bool:
        """Say what it is about and what is chosen where that is not written whole."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            whole = self.currentText()
            is_cut = bool(whole) and self.written() != whole
            told = "\n".join(part for part in (whole if is_cut else "", self.toolTip()) if part)
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page; the open list scrolls by itself."""
        event.ignore()

    def written(self) -> str:
        """Return its words as they are painted: as many as there is room for."""
        return self._option().currentText

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write as much as there is room for."""
        painter, option = QStylePainter(self), self._option()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() + _ROUNDED_PX
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _AFTER_ICON_PX
        short = self.currentData(_SHORT)
        if short and option.fontMetrics.horizontalAdvance(option.currentText) > room:
            option.currentText = short
        way = Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(option.currentText, way, max(0, room))
        return option
