"""The models of this machine: fetched, paused, removed, brought in from a folder and copied into one."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import ShortlistError
from core.pipeline.events import WeightsProgressed
from core.schema.model import FoundModel, ModelState
from ui.controllers.events import ProjectEvents
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP, told, tr

if TYPE_CHECKING:
    from core.project import Project

# Under these names the engine tells how far copies are.
IMPORT, EXPORT = "import", "export"


class ModelController(QObject):
    """Deals with models. What fails is told where it was asked for, not in the window behind it.

    Signals:
        changed(list[ModelState], str): What models there are, and what is wrong with their folder.
        progressed(str, float, str): Work on a model, or a copy: its name, share done (0 to 1), how it goes on.
        stopped(str): That work ended, whole or not.
        found(tuple[FoundModel, ...]): What models lie in the folder that was looked into.
        said(str, bool): What was done, or why it was not and that it failed.
    """

    changed = Signal(object, str)
    progressed = Signal(str, float, str)
    stopped = Signal(str)
    found = Signal(object)
    said = Signal(str, bool)

    def __init__(
        self, project: Project, events: ProjectEvents, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks = tasks
        self._working: dict[str, asyncio.Future[Any]] = {}
        events.weights_progressed.connect(self._on_progressed)

    def folder(self) -> Path:
        """Return where models lie."""
        return self._project.models.place.folder

    def is_working(self, name: str) -> bool:
        """Whether a model is being fetched or waits for that, or a copy is made."""
        return name in self._working

    def working(self) -> tuple[str, ...]:
        """Return the models that are being fetched or wait for that, and copies that are made."""
        return tuple(self._working)

    def load(self) -> None:
        """Look which models there are; `changed` tells."""
        self._tasks.start(self._load(), QT_TR_NOOP("Could not look for models."))

    def fetch(self, name: str) -> None:
        """Fetch a model, or go on with it; where others are being fetched it waits for its turn."""
        self._work(name, self._fetch(name))

    def stop(self, name: str) -> None:
        """Stop a download, which keeps what came so far, or a copy, which keeps nothing."""
        if (task := self._working.get(name)) is not None:
            task.cancel()

    def discard(self, name: str) -> None:
        """Stop a download and remove what came of it."""
        self.stop(name)
        self._begin(self._discard(name), QT_TR_NOOP("Could not remove the download."))

    def remove(self, name: str) -> None:
        """Remove a model."""
        self._begin(self._remove(name), QT_TR_NOOP("Could not remove the model."))

    def look_into(self, folder: Path) -> None:
        """Find out what models lie in a folder; `found` tells."""
        self._begin(self._look_into(folder), QT_TR_NOOP("Could not look for models."))

    def bring_in(self, found: Sequence[FoundModel]) -> None:
        """Copy models that were found, one after the other."""
        self._work(IMPORT, self._bring_in(found))

    def export(self, names: Sequence[str], folder: Path) -> None:
        """Copy models into a folder."""
        self._work(EXPORT, self._export(names, folder))

    def _work(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        if name in self._working:
            work.close()
            return
        task = self._begin(work, QT_TR_NOOP("Could not work on {name}."), name=name)
        self._working[name] = task
        # Told by the task's end, not by its own last line: one that is stopped at once never gets to that.
        task.add_done_callback(lambda _task: self._on_ended(name))

    def _begin(self, work: Coroutine[Any, Any, None], failing: str, **names: str) -> asyncio.Future[Any]:
        task = self._tasks.start(self._told(work), failing, **names)
        # One that is cancelled before its first step would leave the work inside unawaited.
        task.add_done_callback(lambda _task: work.close())
        return task

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it; a failure becomes a sentence of the list itself."""
        try:
            await work
        except ShortlistError as error:
            self.said.emit(told(str(error)), True)

    async def _load(self) -> None:
        shelf = self._project.models
        states: list[ModelState] = await shelf.states()
        self.changed.emit(states, await self._tasks.in_thread(shelf.folder_problem))

    async def _fetch(self, name: str) -> None:
        await self._project.models.fetch(name)

    async def _discard(self, name: str) -> None:
        await self._project.models.discard(name)
        await self._load()

    async def _remove(self, name: str) -> None:
        await self._project.models.remove(name)
        await self._load()
        self.said.emit(tr("{name} was removed.").format(name=name), False)

    async def _look_into(self, folder: Path) -> None:
        self.found.emit(await self._project.models.look_into(folder))

    async def _bring_in(self, found: Sequence[FoundModel]) -> None:
        came = [await self._project.models.bring_in(each) for each in found]
        self.said.emit(" ".join((tr("Imported."), *(f"{told(each)}." for each in came))), False)

    async def _export(self, names: Sequence[str], folder: Path) -> None:
        paths = await self._project.models.export(names, folder)
        self.said.emit(
            tr("Copied to {folder}.").format(folder=paths[0].parent if len(paths) == 1 else folder), False
        )

    def _on_ended(self, name: str) -> None:
        self._working.pop(name, None)
        self.stopped.emit(name)
        # Also after a stop, which left a part.
        self.load()

    def _on_progressed(self, progress: WeightsProgressed) -> None:
        self.progressed.emit(progress.name, progress.fraction, progress.message)
