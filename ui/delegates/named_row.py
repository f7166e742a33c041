"""A row of a list whose first line is its name: that is stronger, and what is said of it below is quieter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme

_Index = QModelIndex | QPersistentModelIndex
_PAD_PX, _BETWEEN_PX, _AFTER_PICTURE_PX = 6, 2, 6
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ENOUGH_PX = 10_000


def name_rows(shown: QListWidget, wraps: bool = True) -> None:
    """Let the rows of a list begin with a name. `wraps`: words go on in the next line, else lose their middle."""
    if wraps:
        # As high as the words are in the width that there is, also where that changes.
        shown.setResizeMode(QListView.ResizeMode.Adjust)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    shown.setItemDelegate(NamedRowDelegate(shown, wraps))


class NamedRowDelegate(QStyledItemDelegate):
    """Paints the ground, the picture and the tick of a row as usual, and its words by itself."""

    def __init__(self, view: QListView, wraps: bool) -> None:
        super().__init__(view)
        self._view, self._wraps = view, wraps

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row: what it was given, else that of its words."""
        if isinstance(given := index.data(Qt.ItemDataRole.SizeHintRole), QSize) and given.isValid():
            return given
        room = self._view.viewport().width() - 2 * self._view.spacing()
        filled = self._filled(option, index)
        filled.rect = QRect(0, 0, room, _ENOUGH_PX)
        words = self._words(filled)
        return QSize(0, words.bottom() - words.top() + 1 + 2 * _PAD_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        filled = self._filled(option, index)
        room, text = self._room(filled), filled.text
        high = self._words(filled).height()
        filled.text = ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, filled, painter, self._view)
        painter.save()
        # Words run in their own direction, and begin where the list does.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute) | (_WRAPPED if self._wraps else 0)
        is_enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        top = option.rect.top() + max(0, (option.rect.height() - high) // 2)
        for font, line, token in _lines(text):
            painter.setFont(font)
            painter.setPen(theme.colour(token if is_enabled else "text-faint"))
            part = self._part(font, line, QRect(room.left(), top, room.width(), _ENOUGH_PX))
            painter.drawText(part, flags, self._shown(font, line, room.width()))
            top = part.bottom() + 1 + _BETWEEN_PX
        painter.restore()

    def _filled(self, option: QStyleOptionViewItem, index: _Index) -> QStyleOptionViewItem:
        filled = QStyleOptionViewItem(option)
        self.initStyleOption(filled, index)
        # The style is given other ends of lines.
        filled.text = str(index.data(Qt.ItemDataRole.DisplayRole))
        return filled

    def _room(self, filled: QStyleOptionViewItem) -> QRect:
        """Return where there is room for words, beside a picture and a tick."""
        style = self._view.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, filled, self._view)
        if filled.icon.isNull():
            # As far from the sides as Qt's own words are.
            beside = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, filled, self._view) + 1
            return room.adjusted(beside, 0, -beside, 0)
        is_mirrored = filled.direction == Qt.LayoutDirection.RightToLeft
        return (
            room.adjusted(0, 0, -_AFTER_PICTURE_PX, 0)
            if is_mirrored
            else room.adjusted(_AFTER_PICTURE_PX, 0, 0, 0)
        )

    def _words(self, filled: QStyleOptionViewItem) -> QRect:
        """Return what the words take of a row, from its top."""
        room, bottom = self._room(filled), 0
        for font, line, _token in _lines(filled.text):
            bottom = self._part(font, line, QRect(0, bottom, room.width(), _ENOUGH_PX)).bottom() + 1 + _BETWEEN_PX
        return QRect(0, 0, room.width(), bottom - _BETWEEN_PX)

    def _part(self, font: QFont, line: str, room: QRect) -> QRect:
        """Return what some words of one font take of a room."""
        metrics = QFontMetrics(font)
        taken = metrics.boundingRect(room, _WRAPPED if self._wraps else 0, line).height()
        return QRect(room.left(), room.top(), room.width(), max(taken, metrics.height()))

    def _shown(self, font: QFont, line: str, width: int) -> str:
        metrics, middle = QFontMetrics(font), Qt.TextElideMode.ElideMiddle
        if self._wraps:
            return line
        return "\n".join(metrics.elidedText(each, middle, width) for each in line.split("\n"))


def _lines(text: str) -> list[tuple[QFont, str, str]]:
    """Return the name and what is said below it, each with its font and its colour."""
    name, _, below = text.partition("\n")
    lines = [(theme.font(theme.BODY_PX, QFont.Weight.DemiBold), name, "text")]
    return [*lines, (theme.font(theme.SMALL_PX), below, "text-muted")] if below else lines
