"""Runs that failed: what is told of it, and what we would need to know where the fault is our own."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.schema.run import RunRecord
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import OUR_FAULT
from ui.wording import tr

if TYPE_CHECKING:
    from core.project import Project

_FAILED = ("failed", "delivery_failed")
_LINES = 200


def is_our_fault(sentence: str) -> bool:
    """Whether a sentence tells of a bug of ours, which the user can only report."""
    return OUR_FAULT in sentence or tr(OUR_FAULT) in sentence


def report(sentence: str, details: str) -> str:
    """Return a fault as text to be sent to whoever mends it."""
    system = f"Python {sys.version.split()[0]} on {platform.platform()}"
    return "\n".join(part for part in (sentence, system, details) if part)


class FaultController(QObject):
    """Hears when a run fails.

    Signals:
        run_failed(RunRecord): It failed just now, or some of its files did; `error` says why.
        run_mended(str): It was resumed, finished or deleted, so that what was told of it is no longer so.
    """

    run_failed = Signal(object)
    run_mended = Signal(str)

    def __init__(self, project: Project, events: ProjectEvents, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._failed = {run.id for run in project.runs() if run.state in _FAILED}
        events.run_changed.connect(self._on_run_changed)
        events.run_deleted.connect(self._mended)

    def details(self, run: RunRecord) -> str:
        """Return what is known of why a run failed, as text to be sent to whoever mends it."""
        lines = [
            " ".join(part for part in (line.level, line.stage, line.clip_id, line.reason, line.message) if part)
            for line in self._project.log(run.id, limit=_LINES)
        ]
        return report(f"{run.source_name}: {run.error}", "\n".join(lines))

    def _on_run_changed(self, run: RunRecord) -> None:
        if run.state not in _FAILED:
            self._mended(run.id)
        elif run.id not in self._failed:
            self._failed.add(run.id)
            self.run_failed.emit(run)

    def _mended(self, run_id: str) -> None:
        if run_id in self._failed:
            self._failed.discard(run_id)
            self.run_mended.emit(run_id)
