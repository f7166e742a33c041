"""A row's name is stronger than what is said of it, all of it has room, and neither is lost on the way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.delegates.named_row import name_rows
from ui.widgets.basics import column
from ui.widgets.dialog import Dialog

_LONG = "Good enough for everybody, and small enough to be sent to somebody who has little room for it"


def _shown(wraps: bool, text: str, qtbot: QtBot, side: Qt.LayoutDirection) -> tuple[Dialog, QListWidget]:
    dialog, made = Dialog(), QListWidget()
    qtbot.addWidget(dialog)
    dialog.setLayoutDirection(side)
    made.addItem(QListWidgetItem(text))
    name_rows(made, wraps)
    dialog.setLayout(column(made))
    dialog.resize(260, 300)
    dialog.show()
    qtbot.wait(1)
    return dialog, made


def _ink(picture: QImage, place: QRect, token: str) -> int:
    """Return how many pixels of a place have a colour."""
    wanted = QColor(theme.colour(token)).rgb()
    xs, ys = range(place.left(), place.right()), range(place.top(), place.bottom())
    return sum(picture.pixel(x, y) == wanted for x in xs for y in ys)


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_name_is_stronger_and_what_is_below_is_quieter(
    side: Qt.LayoutDirection, themed: QApplication, qtbot: QtBot
) -> None:
    dialog, made = _shown(True, "MMMM\nMMMM", qtbot, side)
    row = made.visualItemRect(made.item(0))
    picture = made.viewport().grab().toImage()
    top = QRect(row.left(), row.top(), row.width(), row.height() // 2)
    below = top.translated(0, row.height() // 2)
    assert _ink(picture, top, "text") > 20
    assert not _ink(picture, top, "text-muted")
    assert _ink(picture, below, "text-muted") > 10
    assert not _ink(picture, below, "text")
    dialog.close()


def test_long_words_go_on_in_the_next_line_and_the_row_follows_the_width(
    themed: QApplication, qtbot: QtBot
) -> None:
    dialog, made = _shown(True, f"Fast\n{_LONG}", qtbot, Qt.LayoutDirection.LeftToRight)
    narrow = made.visualItemRect(made.item(0)).height()
    dialog.resize(900, 300)
    qtbot.waitUntil(lambda: made.visualItemRect(made.item(0)).height() < narrow)
    assert narrow > 3 * QWidget().fontMetrics().height()
    assert made.horizontalScrollBar().maximum() == 0


def test_where_words_do_not_wrap_their_middle_is_left_out(themed: QApplication, qtbot: QtBot) -> None:
    dialog, made = _shown(False, f"Fast\n{_LONG}", qtbot, Qt.LayoutDirection.LeftToRight)
    short = made.visualItemRect(made.item(0)).height()
    made.item(0).setText("Fast\nGood")
    qtbot.wait(1)
    assert made.visualItemRect(made.item(0)).height() == short
    dialog.close()
