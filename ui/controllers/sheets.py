"""Contact sheets: written for people without the program, and what they decided taken over."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.schema.choice import Aspect
from core.schema.sheet import SheetChange, SheetLanguage
from ui.axes import evidence_words
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.languages import worn
from ui.wording import QT_TR_NOOP, QT_TRANSLATE_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project

_DECISIONS = {
    "undecided": QT_TR_NOOP("not decided any more"),
    "approved": QT_TR_NOOP("approved"),
    "rejected": QT_TR_NOOP("rejected"),
    "maybe": QT_TR_NOOP("maybe"),
}


class SheetController(QObject):
    """Works on the open run.

    Signals:
        progressed(float, str): How far a sheet is, 0 to 1, and what is made for it.
        written(SheetWritten): The sheet is there.
        refused(str): The sheet could not be written, and why.
        compared(SheetAnswers): Answers were read; nothing is changed yet.
        unreadable(str): They could not be read, or taken over, and why.
        applied(int): Answers were taken over, of so many clips.
    """

    progressed = Signal(float, str)
    written = Signal(object)
    refused = Signal(str)
    compared = Signal(object)
    unreadable = Signal(str)
    applied = Signal(int)

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks

    def write(self, run_id: str, clip_ids: Sequence[str], aspect: Aspect, file: Path) -> asyncio.Future[None]:
        """Write clips onto one page; `written` or `refused` tells. Cancel what is returned to stop."""
        work = self._write(run_id, list(clip_ids), aspect, file)
        return self._tasks.start(work, QT_TR_NOOP("Could not make the contact sheet."))

    def read(self, run_id: str, file: Path) -> asyncio.Future[None]:
        """Compare answers with a run's clips; `compared` or `unreadable` tells. Cancel the future to stop."""
        return self._tasks.start(self._read(run_id, file), QT_TR_NOOP("Could not read the answers."))

    def apply(self, run_id: str, changes: Sequence[SheetChange]) -> None:
        """Take answers over as one step of undo; `applied` tells."""
        self._tasks.start(self._apply(run_id, list(changes)), QT_TR_NOOP("Could not take the answers over."))

    async def _write(self, run_id: str, clip_ids: Sequence[str], aspect: Aspect, file: Path) -> None:
        await self._review.saved()
        try:
            language = SheetLanguage(worn(), told, evidence_words)
            made = await self._project.contact_sheets.write(
                run_id, clip_ids, aspect, file, self._progress, language
            )
        except ShortlistError as error:
            self.refused.emit(told(str(error)))
            return
        self.written.emit(made)

    def _progress(self, done: float, words: str = "") -> None:
        self.progressed.emit(done, told(words))

    async def _read(self, run_id: str, file: Path) -> None:
        await self._review.saved()
        try:
            found = await self._project.contact_sheets.read(run_id, file)
        except ShortlistError as error:
            self.unreadable.emit(told(str(error)))
            return
        self.compared.emit(found)

    async def _apply(self, run_id: str, changes: Sequence[SheetChange]) -> None:
        await self._review.saved()
        label = QT_TRANSLATE_NOOP("core", "Take over decisions from a contact sheet")
        try:
            count = await self._project.contact_sheets.apply(run_id, changes, label)
        except ShortlistError as error:
            self.unreadable.emit(told(str(error)))
            return
        self.applied.emit(count)


def change_words(change: SheetChange) -> str:
    """Return what was decided otherwise of a clip: `approved, note “cut the end”`."""
    words = [tr(_DECISIONS[change.decision])] if change.decision is not None else []
    if change.notes is not None:
        words.append(tr("note “{text}”").format(text=change.notes) if change.notes.strip() else tr("no note"))
    return ", ".join(words)
