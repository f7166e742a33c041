"""Words and numbers that all forms of the morning report share."""

from __future__ import annotations

import time
from decimal import Decimal

from core.schema.morning import Ending, MorningReport, SourceReport

ENDINGS: dict[Ending, str] = {
    "made": "made",
    "partly": "made in part",
    "nothing_good": "nothing exported",
    "failed": "failed",
    "stopped": "stopped",
    "open": "not finished",
}


def headline(report: MorningReport) -> str:
    """Return what came of it in a sentence."""
    if not report.sources:
        return "Nothing was worked on."
    good = sum(source.ending == "made" for source in report.sources)
    rest = len(report.sources) - good
    made = f"{counted(report.files, 'file')} of {counted(report.clips, 'clip')}"
    if not rest:
        return f"All of {counted(good, 'source')} made: {made}."
    need = "needs" if rest == 1 else "need"
    return f"{good} of {counted(len(report.sources), 'source')} made: {made}. {rest} {need} you."


def counted(count: int, what: str) -> str:
    """Return a number with its noun."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def clock(seconds: float) -> str:
    """Return seconds as `0:42`, `12:07` or `1:02:07`."""
    whole = max(0, round(seconds))
    if whole >= 3600:
        return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
    return f"{whole // 60}:{whole % 60:02d}"


def minutes(seconds: float) -> str:
    """Return seconds as minutes, to a tenth below ten."""
    value = seconds / 60
    return f"{value:.1f} min" if value < 10 else f"{value:,.0f} min"


def work(seconds: float) -> str:
    """Return how long work took: `0.4 s`, `42 s`, `12:07`."""
    return f"{seconds:.1f} s" if seconds < 10 else f"{seconds:.0f} s" if seconds < 60 else clock(seconds)


def moment(at: float) -> str:
    """Return seconds since the epoch by the user's clock, to the minute."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(at))


def money(usd: Decimal) -> str:
    """Return US dollars, to the cent where that says enough."""
    return f"${usd:.2f}" if usd >= 1 or not usd else f"${usd:.4f}"


def stage_title(stage: str) -> str:
    """Return a stage's name as words."""
    return stage.replace("_", " ").capitalize()


def megabytes(size_bytes: int | None) -> str:
    """Return a file's size, or that it is gone."""
    return "no longer there" if size_bytes is None else f"{size_bytes / 1e6:,.1f} MB"


def span(source: SourceReport) -> str:
    """Return when a source was worked on."""
    began = moment(source.started_at) if source.started_at else ""
    if not source.finished_at:
        return began
    return f"{began} to {time.strftime('%H:%M', time.localtime(source.finished_at))}"
