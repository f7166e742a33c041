"""Statements by month: gathered out of the records, and kept as files where the user wants them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.schema.statement import Statement
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project


class StatementController(QObject):
    """Gathers one statement at a time; who asks for another month does not wait for the first.

    Signals:
        gathered(Statement): The month that was asked for last.
        progressed(float): How far the gathering is, 0 to 1.
        saved(Path): A file was written.
    """

    gathered = Signal(object)
    progressed = Signal(float)
    saved = Signal(object)

    def __init__(self, project: Project, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._wanted = ""

    def months(self) -> list[str]:
        """Return the months in which something was done, as "2026-11", the latest first."""
        return self._project.statements.months()

    def gather(self, month: str) -> None:
        """Look a month up."""
        self._wanted = month
        self._tasks.start(self._gather(month), QT_TR_NOOP("The statement can't be made."))

    def save_table(self, statement: Statement, file: Path) -> None:
        """Write a row for each run, for a spreadsheet."""
        self._keep(file, lambda: self._project.statements.table(statement))

    def save_pdf(self, content: bytes, file: Path) -> None:
        """Write the printed page."""
        self._keep(file, lambda: content)

    async def _gather(self, month: str) -> None:
        def tell(fraction: float, _message: str = "") -> None:
            if self._wanted == month:
                self.progressed.emit(fraction)

        found = await self._project.statements.of(month, tell)
        if self._wanted == month:
            self.gathered.emit(found)

    def _keep(self, file: Path, content: Callable[[], bytes]) -> None:
        async def keep() -> None:
            self.saved.emit(await self._tasks.in_thread(self._project.statements.save, file, content()))

        self._tasks.start(keep(), QT_TR_NOOP("{file} can't be written."), file=file.name)
