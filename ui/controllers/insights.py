"""What is told of the open talk as a whole: asked for once it is written down, and again when it changes."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import ShortlistError
from core.schema.transcript import Transcript
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.widgets.timecode import price_words
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.insights import Insights

# Corrections come in rows; a talk is read again when the last of a row is made.
_CALM_MS = 600
_LONGEST_CLIP = 90.0


class InsightsController(QObject):
    """The insights of the open run.

    Signals:
        changed(): There are others, they are being made, or could not be.
        saved(str): They were written to a file; its name.
        refused(str): They could not be written, and why.
        progressed(str): A language model is writing: what it is asked now.
        ended(str, bool): What came of asking it, and whether something went wrong.
    """

    changed = Signal()
    saved = Signal(str)
    refused = Signal(str)
    progressed = Signal(str)
    ended = Signal(str, bool)

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks
        self.found: Insights | None = None
        self.problem = ""
        self._asked = self._shown = 0
        self._writing: dict[str, asyncio.Future[None]] = {}
        self._of_run = ""
        self._of_transcript: Transcript | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CALM_MS)
        self._timer.timeout.connect(self.ask)
        review.run_opened.connect(self._on_run_opened)
        review.analysis_changed.connect(self._on_analysis_changed)

    @property
    def has_transcript(self) -> bool:
        """Whether there is a transcript to read."""
        return self._review.transcript is not None

    @property
    def is_draft(self) -> bool:
        """Whether the transcript must be read before anything of it is published."""
        return self._review.transcript is not None and self._review.transcript.is_draft

    @property
    def is_busy(self) -> bool:
        """Whether they are being made."""
        return self._timer.isActive() or self._asked > self._shown

    @property
    def title(self) -> str:
        """The talk's name."""
        return Path(self._review.run.source_name).stem if self._review.run else ""

    def ask(self) -> None:
        """Make them, unless they are kept from before."""
        run = self._review.run
        if run is None or not self.has_transcript:
            return
        self._asked += 1
        self.problem = ""
        self._tasks.start(
            self._ask(run.source_id, run.id, self._asked), QT_TR_NOOP("Could not tell what the talk is about.")
        )
        self.changed.emit()

    async def _ask(self, source_id: str, run_id: str, number: int) -> None:
        found: Insights | None = None
        problem = ""
        try:
            found = await self._project.insights.of(source_id, run_id)
        except ShortlistError as error:
            problem = told(str(error))
        if number <= self._shown or run_id != self._of_run:
            return
        self._shown = number
        self.found = found or self.found
        self.problem = problem
        self.changed.emit()

    # By a language model

    @property
    def model(self) -> str:
        """The language model that can be asked; empty where none is set."""
        endpoint = self._project.insights.endpoint
        return endpoint.model if endpoint else ""

    @property
    def is_writing(self) -> bool:
        """Whether a language model is writing about the open talk."""
        return self._of_run in self._writing

    def write(self) -> None:
        """Have the language model write summary, chapter titles, quotes and description; `ended` tells."""
        run = self._review.run
        if run is None or self.is_writing or not self.model:
            return
        task = self._tasks.start(
            self._write(run.source_id, run.id), QT_TR_NOOP("Could not have the insights written.")
        )
        self._writing[run.id] = task
        task.add_done_callback(lambda _task: self._on_written(run.id))
        self.changed.emit()

    async def _write(self, source_id: str, run_id: str) -> None:
        def tell(_fraction: float, message: str) -> None:
            if message and run_id == self._of_run:
                self.progressed.emit(told(message))

        try:
            written = await self._project.insights.write(source_id, run_id, tell)
        except ShortlistError as error:
            self._end(run_id, told(str(error)), True)
            return
        is_priced = all(cost.is_priced for cost in written.costs)
        usd = float(sum(cost.usd for cost in written.costs)) if is_priced else None
        words = tr("{writer} wrote this{price}.").format(writer=written.writer, price=price_words(usd))
        self._end(run_id, f"{words} {told(written.problem)}".strip(), False)

    def _end(self, run_id: str, words: str, is_problem: bool) -> None:
        if run_id == self._of_run:
            self.ended.emit(words, is_problem)

    def writing(self) -> tuple[str, ...]:
        """Return the runs about which a language model is writing."""
        return tuple(self._writing)

    def stop(self) -> None:
        """Ask the language model no further about the open talk."""
        self.stop_writing(self._of_run)

    def stop_writing(self, run_id: str) -> None:
        """Ask the language model no further about a run."""
        if task := self._writing.get(run_id):
            task.cancel()
            self._end(run_id, tr("Stopped. What was there before stays."), False)

    def _on_written(self, run_id: str) -> None:
        self._writing.pop(run_id, None)
        if run_id == self._of_run:
            self.ask()

    def forget(self) -> None:
        """Go back to what is made without a language model."""
        if run := self._review.run:
            self._tasks.start(
                self._forget(run.source_id, run.id), QT_TR_NOOP("Could not go back to the local insights.")
            )

    async def _forget(self, source_id: str, run_id: str) -> None:
        await self._project.insights.forget_written(source_id, run_id)
        if run_id == self._of_run:
            self.ask()

    # As text

    def text(self, form: Literal["markdown", "chapters", "youtube", "json"] = "markdown", only: str = "") -> str:
        """Return them as text; `only` names the one part that is wanted, as the field of `Insights` is called."""
        if self.found is None:
            return ""
        found = self.found
        if only:
            empty = {name: type(getattr(found, name))() for name in _PARTS if name != only}
            found = found.model_copy(update={**empty, "notes": {}, "writer": ""})
        return self._project.insights.text(found, self.title, form)

    def save(self, file: Path) -> None:
        """Write them to a file, in the form that its suffix says; `saved` or `refused` tells."""
        if self.found is not None:
            self._tasks.start(self._save(self.found, file), QT_TR_NOOP("Could not save the insights."))

    async def _save(self, found: Insights, file: Path) -> None:
        try:
            await self._project.insights.save(found, self.title, file)
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        self.saved.emit(file.name)

    def new_clip(self, start: float, end: float) -> None:
        """Make a clip of a stretch, of a long one its first part, and take it in hand."""
        self._review.new_clip(start, min(end, start + _LONGEST_CLIP))

    def _on_run_opened(self, run_id: str) -> None:
        self._of_run = run_id
        self._of_transcript = None
        self.found, self.problem = None, ""
        self._shown = self._asked
        self._timer.stop()
        self.changed.emit()

    def _on_analysis_changed(self) -> None:
        transcript = self._review.transcript
        if transcript is None or transcript is self._of_transcript:
            return
        is_first = self._of_transcript is None
        self._of_transcript = transcript
        if is_first:
            self.ask()
        else:
            self._timer.start()


_PARTS = ("description", "summary", "chapters", "topics", "quotes", "questions", "talk_time")
