"""How every run stands, in words for the list: at work, in line, done or failed. No widgets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLocale

from core.schema.queue import QueueState
from core.schema.run import PRIORITIES, Priority, RunRecord
from ui.controllers.stages import stage_title
from ui.wording import QT_TR_NOOP, tr

Standing = Literal["waiting", "working", "done", "failed"]
Bar = Literal["", "working", "paused", "failed"]

_ENDED: dict[str, str] = {
    "analysis_complete": QT_TR_NOOP("Ready to review"),
    "fully_generated": QT_TR_NOOP("Done"),
    "failed": QT_TR_NOOP("Failed"),
    "delivery_failed": QT_TR_NOOP("Some files failed"),
}
_HELD: dict[str, str] = {"user": QT_TR_NOOP("Queue paused"), "disk": QT_TR_NOOP("Waiting for space")}
PRIORITY_TITLES: dict[Priority, str] = {
    "high": QT_TR_NOOP("High"),
    "normal": QT_TR_NOOP("Normal"),
    "low": QT_TR_NOOP("Low"),
}


@dataclass(frozen=True)
class RunLine:
    """One run as the list shows it. `place` is its place in line, 1 for the next, 0 where it is not in line.

    `bar` is the state of its thin bar, empty where there is nothing to fill.
    """

    run: RunRecord
    standing: Standing
    words: str
    bar: Bar = ""
    place: int = 0
    is_unfinished: bool = False


def run_lines(
    runs: Iterable[RunRecord],
    at_work: Mapping[str, str],
    exporting: Collection[str],
    delays: Mapping[str, str],
    queue: QueueState,
) -> list[RunLine]:
    """Return every run's line: what is unfinished in the order it is served, then the rest, the newest first.

    Args:
        runs: All runs.
        at_work: By run id, the name of the stage that is being worked on.
        exporting: The runs of which files were asked for that are not made yet.
        delays: By run id, what a run says that waits before it tries something again.
        queue: What holds the queue up.
    """
    unfinished: list[RunRecord] = []
    ended: list[RunRecord] = []
    for run in runs:
        (unfinished if is_unfinished(run, exporting) else ended).append(run)
    lines: list[RunLine] = []
    place = 0
    for run in sorted(unfinished, key=service_order):
        if run.id in at_work:
            lines.append(RunLine(run, "working", _work_words(run, at_work[run.id]), "working", 0, True))
            continue
        place += 1
        held = tr(_HELD[queue.hold]) if queue.hold in _HELD else ""
        # Without space, trying again waits as well.
        told = held if queue.hold == "disk" else delays.get(run.id) or held
        words = told or _place_words(place)
        lines.append(RunLine(run, "waiting", words, "working" if run.fraction else "", place, True))
    ended.sort(key=lambda run: run.created_at, reverse=True)
    return lines + [_ended_line(run) for run in ended]


def is_unfinished(run: RunRecord, exporting: Collection[str] = ()) -> bool:
    """Whether there is work left that the queue will get to."""
    if run.is_paused:
        return False
    is_delivering = run.state == "analysis_complete" and run.id in exporting
    return run.state == "started" or run.is_refreshing or is_delivering


def service_order(run: RunRecord) -> tuple[int, float, float]:
    """Return what unfinished runs are sorted by: their priority, their place, their age."""
    return PRIORITIES.index(run.priority), run.position, run.created_at


def _place_words(place: int) -> str:
    if place == 1:
        return tr("Waiting: next in line")
    return tr("Waiting: {place} in line").format(place=ordinal(place))


def ordinal(number: int) -> str:
    """Return `next`, `2nd`, `3rd`, `11th`; the number alone in languages that count without such endings."""
    if number == 1:
        return "next"
    if QLocale().language() not in (QLocale.Language.English, QLocale.Language.C):
        return str(number)
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _work_words(run: RunRecord, stage: str) -> str:
    if run.state == "analysis_complete":
        return tr("Making files")
    words = tr("Working, {percent} % · {stage}")
    return words.format(percent=round(run.fraction * 100), stage=stage_title(stage))


def _ended_line(run: RunRecord) -> RunLine:
    if run.is_paused:
        stopped = tr("Stopped, {percent} %") if run.fraction else tr("Stopped")
        return RunLine(run, "waiting", stopped.format(percent=round(run.fraction * 100)), "paused")
    if run.state in ("failed", "delivery_failed"):
        return RunLine(run, "failed", tr(_ENDED[run.state]), "failed")
    return RunLine(run, "done", tr(_ENDED.get(run.state, QT_TR_NOOP("Waiting"))))
