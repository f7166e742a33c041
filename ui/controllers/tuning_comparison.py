"""Fine-tuned models beside their bases: what a comparison would ask, asked, followed and stopped."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.tuning import ComparisonPlan, TuningJob


@dataclass
class _Asking:
    """A comparison at work: how far it is, 0 to 1, in words, and the task of it."""

    task: asyncio.Future[None]
    fraction: float = 0.0
    words: str = ""


class TuningComparisonController(QObject):
    """Compares; a comparison goes on while nobody looks at it, and is one of the jobs.

    Signals:
        planned(str, object): What comparing the model of a fine-tune takes, a `ComparisonPlan`; None where it
            can't be compared: `problem` has the reason.
        changed(): A comparison began, got further or ended.
    """

    planned = Signal(str, object)
    changed = Signal()

    def __init__(self, project: Project, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._asking: dict[str, _Asking] = {}
        self._problems: dict[str, str] = {}

    def job(self, job_id: str) -> TuningJob:
        """Return a fine-tune, with what came out when its model was compared last."""
        return next(job for job in self._project.fine_tuning.jobs() if job.id == job_id)

    def under_way(self) -> list[TuningJob]:
        """Return the fine-tunes whose models are compared now."""
        if not self._asking:
            # Asked with every look at the jobs: nothing is loaded to say that there is none.
            return []
        return [job for job in self._project.fine_tuning.jobs() if job.id in self._asking]

    def progress(self, job_id: str) -> tuple[float, str] | None:
        """Return how far a comparison is, 0 to 1 and in words; None where none is at work."""
        asking = self._asking.get(job_id)
        return (asking.fraction, asking.words) if asking is not None else None

    def problem(self, job_id: str) -> str:
        """Return why the last comparison, or the plan of one, did not work; empty where it did."""
        return self._problems.get(job_id, "")

    def plan(self, job_id: str) -> None:
        """Ask what a comparison takes; nothing is sent. `planned` tells."""
        self._tasks.start(self._plan(job_id), QT_TR_NOOP("Could not look up what a comparison takes."))

    async def _plan(self, job_id: str) -> None:
        plan: ComparisonPlan | None = None
        try:
            plan = await self._project.fine_tuning.plan_comparison(job_id)
            self._problems.pop(job_id, None)
        except ShortlistError as error:
            self._problems[job_id] = told(str(error))
        self.planned.emit(job_id, plan)

    def start(self, job_id: str) -> None:
        """Ask both models; what comes out is kept with the fine-tune."""
        if job_id in self._asking:
            return
        self._problems.pop(job_id, None)
        task = self._tasks.start(self._compare(job_id), QT_TR_NOOP("Could not compare the models."))
        self._asking[job_id] = _Asking(task)
        task.add_done_callback(lambda _task: self._on_left(job_id))
        self.changed.emit()

    async def _compare(self, job_id: str) -> None:
        def tell(fraction: float, words: str = "") -> None:
            if (asking := self._asking.get(job_id)) is not None:
                asking.fraction, asking.words = fraction, told(words)
                self.changed.emit()

        try:
            await self._project.fine_tuning.compare(job_id, tell)
        except ShortlistError as error:
            self._problems[job_id] = told(str(error))

    def _on_left(self, job_id: str) -> None:
        self._asking.pop(job_id, None)
        self.changed.emit()

    def stop(self, job_id: str) -> None:
        """Ask no more; answers that came are remembered, so that another time does not pay for them."""
        if (asking := self._asking.get(job_id)) is not None:
            asking.task.cancel()
