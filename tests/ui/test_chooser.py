"""A choice whose words have no room ends in …, as everything else does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import apply_theme
from ui.widgets.chooser import Chooser


@pytest.mark.parametrize("words", ["No safe zones", "Best score", "9:16", "Ohne sichere Bereiche"])
@pytest.mark.parametrize("percent", [90, 100, 130])
def test_words_are_whole_at_the_size_that_it_likes(themed: QApplication, words: str, percent: int) -> None:
    apply_theme(themed, "light", percent)
    chooser = Chooser()
    chooser.addItem(words)
    chooser.ensurePolished()
    chooser.resize(chooser.sizeHint())
    assert chooser.written() == words
    chooser.deleteLater()
    apply_theme(themed)


def test_words_without_room_end_in_an_ellipsis(themed: QApplication) -> None:
    chooser = Chooser()
    chooser.addItem("Automatic: the best that keeps up with this computer")
    chooser.resize(120, 30)
    assert chooser.written().endswith("…") and chooser.written().startswith("Auto")
    chooser.deleteLater()


def test_an_entry_with_a_short_form_is_written_so_where_there_is_no_room(themed: QApplication) -> None:
    chooser = Chooser()
    chooser.addItem("Ohne sichere Bereiche", "")
    chooser.shorten(0, "Ohne")
    chooser.resize(240, 30)
    assert chooser.written() == "Ohne sichere Bereiche"
    chooser.resize(100, 30)
    assert chooser.written() == "Ohne"
    assert (chooser.currentText(), chooser.currentData()) == ("Ohne sichere Bereiche", "")
    chooser.deleteLater()
