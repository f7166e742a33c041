"""Clips for editing programs and back: what is asked of the engine, and changes in words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from ui.controllers.review import ReviewController
from ui.controllers.tasks import Tasks
from ui.widgets.timecode import number
from ui.wording import QT_TR_NOOP, tr

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.handoff import ClipChange, HandoffKind

# Below it nobody hears or sees a difference; an edge moves by whole frames.
_STILL_SECONDS = 0.005
_COARSE_SECONDS = 0.1


class HandOffController(QObject):
    """Works on the open run.

    Signals:
        written(HandoffWritten): The files are there.
        compared(Readback): A file that came back was read; nothing is changed yet.
        applied(int): Changes were taken over, of so many clips.
        refused(str): The clips could not be written, and why.
        unreadable(str): The file could not be read, or its changes not taken over, and why.
    """

    written = Signal(object)
    compared = Signal(object)
    applied = Signal(int)
    refused = Signal(str)
    unreadable = Signal(str)

    def __init__(
        self, project: Project, review: ReviewController, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._review = review
        self._tasks = tasks

    def kinds(self) -> tuple[HandoffKind, ...]:
        """Return the ways to hand clips over, the usual one first."""
        return self._project.hand_off.kinds()

    def write(self, run_id: str, clip_ids: Sequence[str], kind: str, folder: Path, is_each: bool) -> None:
        """Write clips into a folder; `written` or `refused` tells."""
        self._tasks.start(
            self._write(run_id, list(clip_ids), kind, folder, is_each),
            QT_TR_NOOP("Could not hand the clips over."),
        )

    def read(self, run_id: str, file: Path) -> asyncio.Future[None]:
        """Compare a file with a run's clips; `compared` or `unreadable` tells. Cancel what is returned to stop."""
        return self._tasks.start(self._read(run_id, file), QT_TR_NOOP("Could not read the changes."))

    def apply(self, run_id: str, changes: Sequence[ClipChange]) -> None:
        """Take changes over as one step of undo; `applied` tells."""
        self._tasks.start(self._apply(run_id, list(changes)), QT_TR_NOOP("Could not take the changes over."))

    async def _write(self, run_id: str, clip_ids: Sequence[str], kind: str, folder: Path, is_each: bool) -> None:
        await self._review.saved()
        try:
            made = await self._project.hand_off.write(run_id, clip_ids, kind, folder, is_each)
        except ShortlistError as error:
            self.refused.emit(str(error))
            return
        self.written.emit(made)

    async def _read(self, run_id: str, file: Path) -> None:
        await self._review.saved()
        try:
            found = await self._project.hand_off.read(run_id, file)
        except ShortlistError as error:
            self.unreadable.emit(str(error))
            return
        self.compared.emit(found)

    async def _apply(self, run_id: str, changes: Sequence[ClipChange]) -> None:
        await self._review.saved()
        try:
            count = await self._project.hand_off.apply(run_id, changes)
        except ShortlistError as error:
            self.unreadable.emit(str(error))
            return
        self.applied.emit(count)


def change_facts(change: ClipChange) -> list[str]:
    """Return what an editing program made of a clip, a fact each: `starts 0.4 s later`, `ends as before`."""
    facts: list[str] = []
    if change.after != change.before:
        facts += [_start(change.starts_by), _end(change.ends_by)]
        if change.cut_out_by > _STILL_SECONDS:
            facts.append(tr("{seconds} s cut out inside").format(seconds=_number(change.cut_out_by)))
        elif change.cut_out_by < -_STILL_SECONDS:
            facts.append(tr("{seconds} s put back inside").format(seconds=_number(change.cut_out_by)))
        elif max(abs(change.starts_by), abs(change.ends_by)) < _STILL_SECONDS:
            facts = [tr("is cut otherwise inside")]
    if change.new_title is not None:
        facts.append(tr("is called “{title}”").format(title=change.new_title))
    if change.new_notes is not None:
        facts.append(tr("has other notes") if change.new_notes.strip() else tr("has no notes any more"))
    return facts


def _start(by: float) -> str:
    if abs(by) < _STILL_SECONDS:
        return tr("starts as before")
    text = tr("starts {seconds} s later") if by > 0 else tr("starts {seconds} s earlier")
    return text.format(seconds=_number(by))


def _end(by: float) -> str:
    if abs(by) < _STILL_SECONDS:
        return tr("ends as before")
    text = tr("ends {seconds} s later") if by > 0 else tr("ends {seconds} s earlier")
    return text.format(seconds=_number(by))


def _number(seconds: float) -> str:
    return number(abs(seconds), 1 if abs(seconds) >= _COARSE_SECONDS else 2)
