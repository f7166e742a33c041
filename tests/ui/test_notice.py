"""No error is lost behind another one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from window_kit import click, find

from ui.widgets.notice import Notice


@pytest.fixture
def notice(themed: QApplication) -> Iterator[Notice]:
    """Return a notice on a window that is shown."""
    window = QWidget()
    made = Notice(window)
    window.show()
    yield made
    window.close()


def test_a_second_error_waits_for_the_first_to_be_closed(notice: Notice) -> None:
    notice.tell("error", "First.")
    notice.tell("error", "Second.")
    notice.tell("error", "Second.")
    more = find(notice, QLabel, "noticeMore")
    assert (notice.text(), more.text()) == ("First.", "1 more")
    click(find(notice, QToolButton, "noticeClose"))
    assert notice.text() == "Second."
    assert not more.isVisible()
    click(find(notice, QToolButton, "noticeClose"))
    assert not notice.isVisible()


def test_an_error_goes_before_good_news(notice: Notice) -> None:
    notice.tell("done", "All is well.")
    notice.tell("error", "It is not.")
    assert notice.text() == "It is not."
    notice.dismiss()
    assert notice.text() == "All is well."


def test_good_news_may_cover_an_error_which_comes_back(notice: Notice) -> None:
    notice.tell("error", "It is not.")
    notice.tell("done", "All is well.")
    assert notice.text() == "All is well."
    notice.dismiss()
    assert notice.text() == "It is not."


def test_what_is_no_longer_so_is_taken_back(notice: Notice) -> None:
    notice.tell("error", "Export failed.", topic="export")
    notice.tell("error", "Another thing.")
    notice.withdraw("export")
    assert notice.text() == "Another thing."
    notice.tell("error", "Export failed.", topic="export")
    notice.withdraw("export")
    notice.dismiss()
    assert not notice.isVisible()


def test_a_warning_that_is_said_to_stay_comes_back_after_good_news(notice: Notice) -> None:
    notice.tell("warning", "The disk is full.", topic="disk", stays=True)
    notice.tell("done", "All is well.")
    assert notice.text() == "All is well."
    notice.dismiss()
    assert notice.text() == "The disk is full."
    notice.withdraw("disk")
    assert not notice.isVisible()
