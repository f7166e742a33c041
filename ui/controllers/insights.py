"""What is told of the open talk as a whole: asked for once it is written down, and again when it changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from core.errors import ShortlistError
from core.schema.insights import Insights
from core.schema.transcript import Transcript
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks

if TYPE_CHECKING:
    from core.project import Project

# Corrections come in rows; a talk is read again when the last of a row is made.
_CALM_MS = 600
_LONGEST_CLIP = 90.0


class InsightsController(QObject):
    """The insights of the open run.

    Signals:
        changed(): There are others, they are being made, or could not be.
        saved(str): They were written to a file; its name.
        refused(str): They could not be written, and why.
    """

    changed = Signal()
    saved = Signal(str)
    refused = Signal(str)

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
        self._tasks.start(self._ask(run.source_id, run.id, self._asked), "tell what the talk is about")
        self.changed.emit()

    async def _ask(self, source_id: str, run_id: str, number: int) -> None:
        found: Insights | None = None
        problem = ""
        try:
            found = await self._project.insights.of(source_id, run_id)
        except ShortlistError as error:
            problem = str(error)
        if number <= self._shown or run_id != self._of_run:
            return
        self._shown = number
        self.found = found or self.found
        self.problem = problem
        self.changed.emit()

    def text(self, form: Literal["markdown", "chapters", "json"] = "markdown", only: str = "") -> str:
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
            self._tasks.start(self._save(self.found, file), "save the insights")

    async def _save(self, found: Insights, file: Path) -> None:
        try:
            await self._project.insights.save(found, self.title, file)
        except ShortlistError as error:
            self.refused.emit(str(error))
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
