"""Fine-tunes: what there is to learn from, jobs followed while the window is open, and their models used."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.schema.tuning import TrainingKind, TrainingSummary, TuningJob
from ui.controllers.settings import SettingsController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project


class FineTuningController(QObject):
    """Deals with examples and fine-tunes.

    Signals:
        summed(object): What there is to learn from was counted: a `TrainingSummary`.
        changed(): A fine-tune began, got further or ended, or another model is in use.
        said(str, bool): What came of something, and whether it went wrong.
        ended(str, bool): A fine-tune ended: what to tell, and whether it failed.
    """

    summed = Signal(object)
    changed = Signal()
    said = Signal(str, bool)
    ended = Signal(str, bool)

    def __init__(
        self, project: Project, settings: SettingsController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._settings = settings
        self._tasks = tasks
        self._followed: dict[str, asyncio.Future[None]] = {}
        self._news: dict[str, str] = {}
        self._counting: asyncio.Future[None] | None = None
        self.doing = ""
        settings.saved.connect(self.changed)

    def has_model(self) -> bool:
        """Whether the endpoint of a language model is set."""
        return bool(self.address())

    def address(self) -> str:
        """Return where examples go, empty where no endpoint is set."""
        language = self._settings.preferences().language
        return language.base_url if language.model else ""

    def model(self) -> str:
        """Return the language model that is in use."""
        return self._settings.preferences().language.model

    def jobs(self) -> list[TuningJob]:
        """Return all fine-tunes of the workspace, the newest first."""
        return self._project.fine_tuning.jobs()

    def under_way(self) -> list[TuningJob]:
        """Return the fine-tunes that are followed now and have not ended."""
        return [job for job in self.jobs() if not job.has_ended] if self._followed else []

    def news(self, job: TuningJob) -> str:
        """Return how a fine-tune stands, in words."""
        return self._news.get(job.id, "") or told(job.in_words)

    def count(self, kinds: Sequence[TrainingKind], is_masked: bool = False) -> None:
        """Count what there is to learn from; `summed` tells."""
        if self._counting is not None:
            self._counting.cancel()
        counting = self._count(tuple(kinds), is_masked)
        self._counting = self._tasks.start(counting, QT_TR_NOOP("Could not count the examples."))

    async def _count(self, kinds: tuple[TrainingKind, ...], is_masked: bool) -> None:
        data = self._project.fine_tuning.data
        try:
            found = await data.gather(kinds, is_masked=is_masked)
            self.summed.emit(data.summary(found))
        except ShortlistError as error:
            self.summed.emit(TrainingSummary(notes=(told(str(error)),)))

    def export(self, file: Path, kinds: Sequence[TrainingKind], is_masked: bool = False) -> None:
        """Write the examples; `said` tells."""
        self._do(
            self._export(file, tuple(kinds), is_masked),
            tr("Writing the examples…"),
            QT_TR_NOOP("Could not write the examples."),
        )

    async def _export(self, file: Path, kinds: tuple[TrainingKind, ...], is_masked: bool) -> None:
        written = await self._project.fine_tuning.data.export(file, kinds, is_masked=is_masked)
        count = written.summary.training
        alone = tr("%n examples in {file}.", "", count)
        beside = tr("%n examples in {file}, and {other} to validate with.", "", count)
        other = written.validation.name if written.validation else ""
        self.said.emit((beside if other else alone).format(file=written.training.name, other=other), False)

    def start(self, kinds: Sequence[TrainingKind], is_masked: bool = False) -> None:
        """Hand the examples over and follow the fine-tune."""
        self._do(
            self._start(tuple(kinds), is_masked),
            tr("Handing over the examples…"),
            QT_TR_NOOP("Could not start the fine-tune."),
        )

    async def _start(self, kinds: tuple[TrainingKind, ...], is_masked: bool) -> None:
        job = await self._project.fine_tuning.start(kinds, is_masked=is_masked)
        self.said.emit(tr("It goes on while Shortlist is closed."), False)
        self.follow(job)

    def follow_all(self) -> None:
        """Follow what has not ended."""
        for job in self.jobs():
            if not job.has_ended:
                self.follow(job)

    def follow(self, job: TuningJob) -> None:
        """Follow a fine-tune to its end."""
        if job.id in self._followed:
            return
        task = self._tasks.start(self._follow(job), QT_TR_NOOP("Could not follow the fine-tune."))
        self._followed[job.id] = task
        task.add_done_callback(lambda _task: self._on_left(job.id))
        self.changed.emit()

    def _on_left(self, job_id: str) -> None:
        self._followed.pop(job_id, None)
        self.changed.emit()

    async def _follow(self, job: TuningJob) -> None:
        def tell(_fraction: float, words: str) -> None:
            self._news[job.id] = told(words)
            self.changed.emit()

        try:
            done = await self._project.fine_tuning.watch(job.id, tell)
        except ShortlistError as error:
            self._news[job.id] = told(str(error))
            self.changed.emit()
            return
        self._news.pop(job.id, None)
        self.changed.emit()
        if done.state != "cancelled":
            words = tr("Fine-tune of {model}: {state}")
            words = words.format(model=done.base_model, state=told(done.in_words))
            self.ended.emit(words, done.state == "failed")

    def stop(self, job_id: str) -> None:
        """Stop a fine-tune at its endpoint."""
        self._tasks.start(self._safely(self._stop(job_id)), QT_TR_NOOP("Could not stop the fine-tune."))

    async def _stop(self, job_id: str) -> None:
        if (following := self._followed.get(job_id)) is not None:
            following.cancel()
        self._news.pop(job_id, None)
        stopped = await self._project.fine_tuning.cancel(job_id)
        self.changed.emit()
        self.said.emit(told(stopped.in_words), stopped.state == "failed")

    def use(self, job_id: str) -> None:
        """Let a fine-tune's model be the language model from now on."""
        self._try(lambda: self._project.fine_tuning.take(job_id, self.model()))

    def give_back(self, job_id: str) -> None:
        """Let the model before it be the language model again."""
        self._try(lambda: self._project.fine_tuning.give_back(job_id))

    def _try(self, choose: Any) -> None:
        try:
            model = choose()
        except ShortlistError as error:
            self.said.emit(told(str(error)), True)
            return
        kept = self._settings.preferences()
        self._settings.save(replace(kept, language=replace(kept.language, model=model)))
        self.said.emit(tr("The language model is {model} now.").format(model=model), False)

    def _do(self, work: Coroutine[Any, Any, None], doing: str, failing: str) -> None:
        if self.doing:
            work.close()
            return
        self.doing = doing
        self.changed.emit()
        self._tasks.start(self._told(work), failing)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await self._safely(work)
        finally:
            self.doing = ""
            self.changed.emit()

    async def _safely(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except ShortlistError as error:
            self.said.emit(told(str(error)), True)
