"""What the user makes of the open transcript: words, speakers, and where a newer transcription disagrees.

Every change is a step of undo of the run that is open, among those of its clips.
"""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from core.pipeline.events import JobProgressed
from core.schema.correction import Conflict, Corrections, TranscriptReading
from core.schema.transcript import Transcript
from ui.controllers.events import ProjectEvents
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, speaker_name

if TYPE_CHECKING:
    from core.project import Project

_STAGE = "transcribe"


class TranscriptController(QObject):
    """The transcript of the open run as it reads now.

    Signals:
        changed(): Another transcript is shown, or another reading of it.
        progressed(float): It is being written: the share that is done, 0 to 1.
        replaced(str, int): A text was replaced, and in how many places.
    """

    changed = Signal()
    progressed = Signal(float)
    replaced = Signal(str, int)

    def __init__(
        self,
        project: Project,
        review: ReviewController,
        events: ProjectEvents,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks
        review.analysis_changed.connect(self.changed)
        events.job_progressed.connect(self._on_job_progressed)

    @property
    def reading(self) -> TranscriptReading | None:
        """The transcript with what was corrected; None where nothing is transcribed yet."""
        return self._review.reading

    @property
    def transcript(self) -> Transcript | None:
        """The transcript as it reads now."""
        return self.reading.transcript if self.reading else None

    @property
    def corrections(self) -> Corrections:
        """What was corrected in it."""
        return self.reading.corrections if self.reading else Corrections()

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where a newer transcription hears something else than what was corrected."""
        return self.reading.conflicts if self.reading else ()

    # Words

    def correct(self, start: float, end: float, text: str) -> None:
        """Let the words of source seconds [start, end) read otherwise, everywhere; empty hides them."""
        if self._source:
            change = self._project.transcripts.correct_words(self._source, start, end, text, self._review.run_id)
            self._start(change, QT_TR_NOOP("Could not keep the correction."))

    def replace(self, find: str, replacement: str, whole_words: bool, match_case: bool) -> None:
        """Replace a text everywhere, as one step of undo."""
        if self._source and find.strip():
            self._start(
                self._replace(find, replacement, whole_words, match_case),
                QT_TR_NOOP("Could not replace “{find}”."),
                find=find,
            )

    async def _replace(self, find: str, replacement: str, whole_words: bool, match_case: bool) -> None:
        count = await self._project.transcripts.replace_words(
            self._source, find, replacement, whole_words, match_case, self._review.run_id
        )
        self.replaced.emit(find, count)

    def revert(self, start: float, end: float) -> None:
        """Forget what was corrected in source seconds [start, end)."""
        if self._source:
            self._start(
                self._project.transcripts.revert(self._source, start, end),
                QT_TR_NOOP("Could not take the correction back."),
            )

    def resolve(self, conflict: Conflict, keep: Literal["mine", "heard"]) -> None:
        """Keep what the user wrote, or take what the newer transcription hears."""
        if self._source:
            change = self._project.transcripts.resolve(self._source, conflict.start, keep, self._review.run_id)
            self._start(change, QT_TR_NOOP("Could not keep what you decided."))

    # Speakers

    def name_speaker(self, speaker: str, name: str) -> None:
        """Show a speaker by another name."""
        if self._source and name.strip() != speaker:
            change = self._project.transcripts.name_speaker(self._source, speaker, name, self._review.run_id)
            self._start(change, QT_TR_NOOP("Could not rename {speaker}."), speaker=speaker_name(speaker))

    def merge_speakers(self, speaker: str, into: str) -> None:
        """Let two speakers be one."""
        if self._source:
            change = self._project.transcripts.merge_speakers(self._source, [speaker], into, self._review.run_id)
            self._start(
                change,
                QT_TR_NOOP("Could not merge {speaker} into {into}."),
                speaker=speaker_name(speaker),
                into=speaker_name(into),
            )

    def assign_speaker(self, start: float, end: float, speaker: str) -> None:
        """Say who talks in source seconds [start, end)."""
        if self._source and speaker.strip():
            change = self._project.transcripts.assign_speaker(
                self._source, start, end, speaker, self._review.run_id
            )
            self._start(change, QT_TR_NOOP("Could not say that {speaker} talks."), speaker=speaker_name(speaker))

    # Keeping up

    @property
    def _source(self) -> str:
        return self._review.run.source_id if self._review.run else ""

    def _start(self, change: Coroutine[Any, Any, None], failing: str, **names: str) -> None:
        self._tasks.start(change, failing, **names)

    def _on_job_progressed(self, progress: JobProgressed) -> None:
        if progress.run_id == self._review.run_id and progress.stage == _STAGE:
            self.progressed.emit(progress.fraction)
