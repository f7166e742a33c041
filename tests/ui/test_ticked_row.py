"""A row with a tick is as high as its words are beside the tick, not as they would be without."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QStyle, QStyleOptionViewItem

from ui.delegates.ticked_row import TickedRowDelegate


@pytest.mark.parametrize("width", range(220, 320, 7))
def test_the_last_line_has_room(themed: QApplication, width: int) -> None:
    shown = QListWidget()
    shown.setWordWrap(True)
    shown.setItemDelegate(TickedRowDelegate(shown))
    item = QListWidgetItem("“You doubled the price while you were going broke, and nobody asked why it worked”")
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    shown.addItem(item)
    shown.resize(width, 300)
    shown.show()
    themed.processEvents()
    row = shown.visualItemRect(item)
    option = QStyleOptionViewItem()
    option.initFrom(shown)
    option.rect = row
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
    option.text = item.text()
    words = shown.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, shown)
    margin = 2 * (shown.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1)
    room = QRect(0, 0, words.width() - margin, 10_000)
    needed = shown.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
    assert row.height() >= needed.height()
    shown.deleteLater()
