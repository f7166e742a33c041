"""Days and moments are written alike everywhere, as the language of the window does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from ui.widgets.dates import date, lately, moment


@contextmanager
def customs_of(name: str) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        yield
    finally:
        QLocale.setDefault(before)


def _at(year: int) -> int:
    return QDateTime(QDate(year, 3, 9), QTime(17, 4, 5)).toSecsSinceEpoch()


@pytest.mark.parametrize(
    ("name", "text"),
    [("en_US", "January 3, 2026"), ("en_GB", "3 January 2026"), ("de_DE", "3. Januar 2026")],
)
def test_a_day_is_written_as_its_language_does(name: str, text: str) -> None:
    with customs_of(name):
        assert date(QDate(2026, 1, 3)) == text


@pytest.mark.parametrize(
    ("name", "this_year", "another"),
    [
        ("en_US", "Mar 9, 5:04 PM", "Mar 9, 2019, 5:04 PM"),
        ("en_GB", "9 Mar, 17:04", "9 Mar 2019, 17:04"),
        ("de_DE", "9. März, 17:04", "9. März 2019, 17:04"),
        ("ja_JP", None, "2019年3月9日, 17:04"),
    ],
)
def test_a_moment_names_the_year_where_it_is_another_one(name: str, this_year: str | None, another: str) -> None:
    with customs_of(name):
        # Qt parts the hour from its half of the day by a narrow space.
        assert moment(_at(2019)).replace("\u202f", " ") == another
        if this_year is not None:
            assert moment(_at(QDate.currentDate().year())).replace("\u202f", " ") == this_year


def test_a_log_tells_seconds_too() -> None:
    with customs_of("de_DE"):
        assert moment(_at(2019), with_seconds=True) == "9. März 2019, 17:04:05"


def test_of_today_the_time_is_enough() -> None:
    today = QDateTime(QDate.currentDate(), QTime(17, 4)).toSecsSinceEpoch()
    with customs_of("de_DE"):
        assert lately(today) == "17:04"
        assert lately(_at(2019)) == moment(_at(2019))
