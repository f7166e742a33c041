"""The morning report on the command line: which runs it is of."""

from __future__ import annotations

import re
import time

from core.errors import UserWorldError
from core.project import Project
from desktop import settings

_AGO = re.compile(r"(\d+(?:\.\d+)?)\s*(m|h|d)")
_SECONDS = {"m": 60.0, "h": 3600.0, "d": 86400.0}


def moment_of(text: str, now: float | None = None) -> float:
    """Return a moment in seconds since the epoch: `12h` or `2d` ago, `22:30` that was last, or a date and time.

    Raises:
        UserWorldError: It is none of these.
    """
    now = time.time() if now is None else now
    text = text.strip()
    if ago := _AGO.fullmatch(text):
        return now - float(ago[1]) * _SECONDS[ago[2]]
    if re.fullmatch(r"\d{1,2}:\d{2}", text):
        day = time.strftime("%Y-%m-%d", time.localtime(now))
        at = _parsed(f"{day} {text}", "%Y-%m-%d %H:%M")
        if at is not None:
            return at if at <= now else _day_before(at)
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d"):
        if (at := _parsed(text, form)) is not None:
            return at
    raise UserWorldError(f"“{text}” is no time.", remedy="As 12h, 2d, 22:30, 2026-11-29 or “2026-11-29 22:30”.")


def _day_before(at: float) -> float:
    # By the calendar: a day of another length lies between where clocks change.
    day = time.localtime(at)
    return time.mktime((day.tm_year, day.tm_mon, day.tm_mday - 1, day.tm_hour, day.tm_min, 0, 0, 0, -1))


def _parsed(text: str, form: str) -> float | None:
    try:
        return time.mktime(time.strptime(text, form))
    except (ValueError, OverflowError):
        return None


def workspace_of(project: Project) -> str:
    """Return what commands must be told to work in this workspace; empty where it is the user's own."""
    own = settings.workspace(settings.load_settings(), None).expanduser().resolve()
    return "" if own == project.folder else str(project.folder)
