"""Statements by month: gathered out of the records, and kept as files where the user wants them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import Cancelled, ShortlistError
from core.schema.record import ProgressCallback
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.statement import Statement


class StatementController(QObject):
    """Gathers one statement at a time; who asks for another month does not wait for the first.

    Signals:
        gathered(Statement, list[str]): The month that was asked for last, and its page in parts.
        progressed(float, str): How far the gathering or writing is, 0 to 1, and at what.
        saved(Path): A file was written.
        not_saved(str): It was not, and why; what was there is as it was.
        stopped(): The user stopped what went on.
    """

    gathered = Signal(object, object)
    progressed = Signal(float, str)
    saved = Signal(object)
    not_saved = Signal(str)
    stopped = Signal()

    def __init__(self, project: Project, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._wanted = ""
        self._gathering: asyncio.Future[None] | None = None
        self._stopped = threading.Event()

    def months(self) -> list[str]:
        """Return the months in which something was done, as "2026-11", the latest first."""
        return self._project.statements.months()

    def gather(self, month: str) -> None:
        """Look a month up; another that is being looked up is given up."""
        self._end_gathering()
        self._wanted = month
        self._gathering = self._tasks.start(self._gather(month), QT_TR_NOOP("The statement can't be made."))

    def stop(self) -> None:
        """Stop the gathering, or the writing of a file, which then is not there."""
        self._stopped.set()
        if self._end_gathering():
            self.stopped.emit()

    def save_table(self, statement: Statement, file: Path) -> None:
        """Write a row for each run, for a spreadsheet."""
        self._keep(file, partial(self._project.statements.save_table, statement, file))

    def save_pdf(self, parts: Sequence[str], title: str, file: Path) -> None:
        """Write the page as it is printed."""
        from ui.statement.pdf import as_pdf

        statements = self._project.statements
        self._keep(file, lambda progress: statements.save(file, as_pdf(parts, title, progress)))

    def _end_gathering(self) -> bool:
        """Give up what is being looked up; return whether anything was."""
        gathering, self._gathering = self._gathering, None
        self._wanted = ""
        return gathering is not None and gathering.cancel()

    async def _gather(self, month: str) -> None:
        def tell(fraction: float, message: str = "") -> None:
            if self._wanted == month:
                self.progressed.emit(fraction, message)

        from ui.statement.page import as_parts

        found = await self._project.statements.of(month, tell)
        parts = await self._tasks.in_thread(as_parts, found)
        if self._wanted == month:
            self._gathering = None
            self.gathered.emit(found, parts)

    def _keep(self, file: Path, write: Callable[[ProgressCallback], Path]) -> None:
        self._stopped.clear()

        async def keep() -> None:
            try:
                self.saved.emit(await self._tasks.in_thread(write, self._progress))
            except Cancelled:
                self.stopped.emit()
            except ShortlistError as error:
                self.not_saved.emit(told(str(error)))
            except BaseException:
                # The window closes, or a bug of ours: the thread must not go on for nobody.
                self._stopped.set()
                self.stopped.emit()
                raise

        self._tasks.start(keep(), QT_TR_NOOP("{file} can't be written."), file=file.name)

    def _progress(self, fraction: float, message: str) -> None:
        """Tell how far the writing is, from its thread.

        Raises:
            Cancelled: It was stopped.
        """
        if self._stopped.is_set():
            raise Cancelled("Stopped.")
        self.progressed.emit(fraction, message)
