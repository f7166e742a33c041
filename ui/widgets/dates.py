"""Days and moments as the language writes them, the month in letters.

Nobody can tell Qt's short form (1/3/26) from that of another country; its long one has the weekday as well.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QDateTime, QLocale

# Where a year ends the date, it goes with what parts it from the rest.
_LAST_YEAR = re.compile(r"[\s,]+yyyy$")


def date(day: QDate) -> str:
    """Return a day: `January 3, 2026`, `3. Januar 2026`."""
    return QLocale().toString(day, _day_format())


def moment(at: float, with_seconds: bool = False) -> str:
    """Return a moment (seconds since the epoch), with the year where it is another one: `Jan 3, 7:42 AM`."""
    shown, locale = QDateTime.fromSecsSinceEpoch(round(at)), QLocale()
    written = _day_format().replace("MMMM", "MMM")
    if shown.date().year() == QDate.currentDate().year():
        written = _LAST_YEAR.sub("", written)
    clock = locale.timeFormat(QLocale.FormatType.ShortFormat)
    if with_seconds:
        clock = clock.replace("mm", "mm:ss")
    return f"{locale.toString(shown.date(), written)}, {locale.toString(shown.time(), clock)}"


def lately(at: float) -> str:
    """Return a moment; of today its time alone."""
    shown = QDateTime.fromSecsSinceEpoch(round(at))
    if shown.date() == QDate.currentDate():
        return QLocale().toString(shown.time(), QLocale.FormatType.ShortFormat)
    return moment(at)


def _day_format() -> str:
    return QLocale().dateFormat(QLocale.FormatType.LongFormat).replace("dddd", "").strip(" ,")
