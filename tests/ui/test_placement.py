"""The window is never larger than the screen, neither at the first start nor with what it remembers."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from window_kit import MemoryPreferences

from ui.main_window import MainWindow
from ui.placement import WISHED, place
from ui.widgets.basics import column
from ui.widgets.dialog import Dialog
from ui.widgets.scroll import YieldingPage


async def test_the_first_window_fits_the_screen(project: FakeProject, memory: QSettings) -> None:
    window = MainWindow(project, memory, MemoryPreferences())
    room = window.screen().availableGeometry()
    assert (window.width(), window.height()) == (
        min(WISHED.width(), room.width()),
        min(WISHED.height(), room.height()),
    )
    await window.shut_down()
    window.deleteLater()


def test_a_remembered_size_larger_than_the_screen_is_cut_to_it(themed: QApplication) -> None:
    large = QWidget()
    room = large.screen().availableGeometry()
    large.resize(room.width() + 700, room.height() + 500)
    fresh = QWidget()
    place(fresh, large.saveGeometry())
    assert fresh.width() <= room.width()
    assert fresh.height() <= room.height()


def test_a_remembered_size_that_fits_is_kept(themed: QApplication) -> None:
    small = QWidget()
    small.resize(400, 300)
    fresh = QWidget()
    place(fresh, small.saveGeometry())
    assert (fresh.width(), fresh.height()) == (400, 300)


def test_a_dialog_larger_than_the_screen_is_shown_as_large_as_that(themed: QApplication) -> None:
    dialog = Dialog()
    room = dialog.screen().availableGeometry()
    dialog.resize(room.width() + 300, room.height() + 200)
    dialog.show()
    assert dialog.size() == room.size()
    dialog.close()


def test_a_page_scrolls_where_it_has_no_room_and_else_asks_for_all_of_it(themed: QApplication) -> None:
    body = QWidget()
    body.setMinimumSize(300, 2000)
    body.setLayout(column(QLineEdit()))
    page = YieldingPage(body)
    assert page.sizeHint().height() >= body.sizeHint().height()
    page.resize(320, 200)
    page.show()
    assert page.verticalScrollBar().maximum() >= 1800 and page.horizontalScrollBar().maximum() == 0
    page.close()
