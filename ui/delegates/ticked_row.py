"""A row with a tick whose words wrap: as high as they are beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem


class TickedRowDelegate(QStyledItemDelegate):
    """Paints as usual; Qt measures wrapped words as if no tick stood before them, and cuts off their last line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a row."""
        style = option.widget.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, option.widget) + 1
        tick = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, option.widget) + 2 * margin
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(0, 0, -tick, 0)
        hint = super().sizeHint(beside, index)
        return QSize(hint.width() + tick, hint.height())
