"""A choice whose words have no room ends in …, as everything else does."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QStyleOptionComboBox

from ui.widgets.chooser import Chooser


def _written(chooser: Chooser) -> str:
    option = QStyleOptionComboBox()
    chooser.initStyleOption(option)
    return option.currentText


def test_words_without_room_end_in_an_ellipsis(themed: QApplication) -> None:
    chooser = Chooser()
    chooser.addItem("Automatic: the best that keeps up with this machine")
    chooser.resize(120, 30)
    assert _written(chooser).endswith("…") and _written(chooser).startswith("Auto")
    chooser.resize(chooser.sizeHint())
    assert _written(chooser) == chooser.currentText()
    chooser.deleteLater()
