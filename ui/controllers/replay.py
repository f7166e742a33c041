"""Replay: foresee what would be done again, do it, and say of an opened run that it is stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.schema.queue import Redo
from core.schema.style import Style
from ui.controllers.events import ProjectEvents
from ui.controllers.redo import is_outdated
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project


class ReplayController(QObject):
    """Asks the project what a replay would redo, and starts it.

    Signals:
        stale_found(str, Redo): A run that is looked at was made by an older version, and what redoing it changes.
        replayed(str): A run is being redone; what is to be rendered again is waiting.
        stale_settled(str): Nothing of a run is stale any more, it is being redone, or the user wants it later.
    """

    stale_found = Signal(str, object)
    replayed = Signal(str)
    stale_settled = Signal(str)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._put_off: set[str] = set()
        events.run_deleted.connect(self.stale_settled)

    def styles(self) -> tuple[Style, ...]:
        """Return the styles that a run can have."""
        return self._project.styles()

    def foresee(self, run_id: str, stage: str = "", style: str = "") -> Redo:
        """Return what a replay from a stage, or with another style, would redo.

        Raises:
            ShortlistError: It can't be told, for instance because a style is gone.
        """
        return self._project.foresee(run_id, stage, style)

    def replay(self, run_id: str, stage: str = "", style: str = "") -> None:
        """Redo a run from a stage on, or with another style; with neither, what is stale by itself."""
        self.stale_settled.emit(run_id)
        self._tasks.start(self._replay(run_id, stage, style), QT_TR_NOOP("Could not redo the run."))

    def look(self, run_id: str) -> None:
        """See whether a run is stale by itself; `stale_found` tells."""
        if run_id and run_id not in self._put_off:
            self._tasks.start(self._look(run_id), QT_TR_NOOP("Could not see what is out of date."))

    def put_off(self, run_id: str) -> None:
        """Leave a stale run as it is, and ask no more until the next start."""
        self._put_off.add(run_id)
        self.stale_settled.emit(run_id)

    async def _replay(self, run_id: str, stage: str, style: str) -> None:
        await self._project.replay(run_id, stage, style)
        self.replayed.emit(run_id)

    async def _look(self, run_id: str) -> None:
        run = self._project.run(run_id)
        # A run that is not finished brings itself up to date as it goes on.
        if run.state in ("started", "failed"):
            return
        redo = self._project.foresee(run_id)
        if is_outdated(redo):
            self.stale_found.emit(run_id, redo)
