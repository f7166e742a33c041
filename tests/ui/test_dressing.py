"""Widgets of the window are dressed about once while it is made.

What gets another parent is dressed anew with all that is in it, which took half of the time.
"""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from window_kit import MemoryPreferences

from ui.main_window import MainWindow


class DressedAgain(QObject):
    """Counts how often widgets that are dressed already are dressed again."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self.count = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at each change of style."""
        if (
            event.type() == QEvent.Type.StyleChange
            and isinstance(watched, QWidget)
            and watched.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
        ):
            self.count += 1
        return False


async def test_widgets_are_in_their_place_before_they_are_dressed(
    qapp: QApplication, project: FakeProject, memory: QSettings
) -> None:
    again = DressedAgain(qapp)
    try:
        window = MainWindow(project, memory, MemoryPreferences())
        for _ in window.make_panels():
            pass
        made = len(window.findChildren(QWidget))
    finally:
        qapp.removeEventFilter(again)
    # Put together from the inside out they were dressed again one and a half times each.
    assert again.count < made / 3, f"{again.count} of {made}"
    window.close()
    await window.shut_down()
    window.deleteLater()


def test_what_gets_a_parent_once_it_is_dressed_is_counted(qapp: QApplication) -> None:
    again = DressedAgain(qapp)
    try:
        above, below, button = QWidget(), QWidget(), QPushButton("A")
        QHBoxLayout(below).addWidget(button)
        button.sizeHint()
        assert again.count == 0
        below.setParent(above)
        assert again.count == 1
    finally:
        qapp.removeEventFilter(again)
