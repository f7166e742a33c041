"""A row with a tick is as high as its words are beside the tick, not as they would be without."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from ui.delegates.ticked_row import TickedRowDelegate

_TITLE = "is called “Episode 12: what pricing does to a small company, and what it never should”"


def _heights(qtbot: QtBot, has_tick: bool, widths: range) -> list[int]:
    """Return how high a row is in a list of each width; with a tick, as our delegate measures it."""
    shown = QListWidget()
    qtbot.addWidget(shown)
    shown.setWordWrap(True)
    item = QListWidgetItem(_TITLE)
    if has_tick:
        shown.setItemDelegate(TickedRowDelegate(shown))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
    shown.addItem(item)
    shown.show()
    found = []
    for width in widths:
        shown.resize(width, 300)
        shown.doItemsLayout()
        found.append(shown.visualItemRect(item).height())
    return found


def test_the_tick_takes_room_from_the_words(themed: QApplication, qtbot: QtBot) -> None:
    widths = range(240, 600, 2)
    ticked, plain = _heights(qtbot, True, widths), _heights(qtbot, False, widths)
    # A tick and what the theme puts round it are some 40 pixels wide: as high as words alone in so much less.
    narrower = _heights(qtbot, False, range(240 - 40, 600 - 40, 2))
    assert all(high >= alone for high, alone in zip(ticked, plain, strict=True)) and ticked != plain
    assert sum(high < alone for high, alone in zip(ticked, narrower, strict=True)) <= len(widths) / 30
