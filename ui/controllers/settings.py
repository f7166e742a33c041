"""Settings: the models on this machine, endpoints that the user sets, and how work is done."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.pipeline.events import WeightsProgressed
from ui.controllers.events import ProjectEvents
from ui.controllers.preferences import Preferences, PreferenceStore
from ui.controllers.tasks import Tasks

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.model import ModelState
    from core.schema.queue import LaneState


class SettingsController(QObject):
    """Reads and changes settings.

    Signals:
        models_changed(list[ModelState]): What models there are now.
        model_progressed(str, float, str): A download: model name, share done (0 to 1), what it is doing.
        model_stopped(str): A download ended, whole or not.
        saved(): The preferences were kept and are in use.
    """

    models_changed = Signal(object)
    model_progressed = Signal(str, float, str)
    model_stopped = Signal(str)
    saved = Signal()

    def __init__(
        self,
        project: Project,
        store: PreferenceStore,
        events: ProjectEvents,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._store = store
        self._tasks = tasks
        self._fetching: dict[str, asyncio.Future[None]] = {}
        events.weights_progressed.connect(self._on_weights_progressed)

    def preferences(self) -> Preferences:
        """Return what is set."""
        return self._store.load()

    def lanes(self) -> list[LaneState]:
        """Return how every lane of work stands, to tell what is automatic."""
        return self._project.lanes()

    def load_models(self) -> None:
        """Look which models there are; `models_changed` tells."""
        self._tasks.start(self._load_models(), "look for models")

    async def _load_models(self) -> None:
        models: list[ModelState] = await self._project.models.states()
        self.models_changed.emit(models)

    def fetch(self, name: str) -> None:
        """Fetch a model, unless that is under way."""
        if name in self._fetching:
            return
        task = self._tasks.start(self._fetch(name), f"fetch the model {name}")
        self._fetching[name] = task
        # Told by the task's end, not by its own last line: one that is stopped at once never gets to that.
        task.add_done_callback(lambda _task: self._on_fetch_ended(name))

    async def _fetch(self, name: str) -> None:
        await self._project.models.fetch(name)
        await self._load_models()

    def _on_fetch_ended(self, name: str) -> None:
        self._fetching.pop(name, None)
        self.model_stopped.emit(name)

    def stop(self, name: str) -> None:
        """Stop a download; what came so far is kept for the next time."""
        if (task := self._fetching.get(name)) is not None:
            task.cancel()

    def save(self, preferences: Preferences) -> None:
        """Keep preferences and use them from now on."""
        self._tasks.start(self._save(preferences), "keep the settings")

    async def _save(self, preferences: Preferences) -> None:
        before = self._store.load().work.widths
        configuration = await self._tasks.in_thread(self._store.save, preferences)
        self._project.configure(configuration)
        for lane in self._project.lanes():
            wanted = preferences.work.widths.get(lane.name)
            if wanted != before.get(lane.name):
                self._project.set_width(lane.name, wanted or lane.automatic_width)
        self.saved.emit()

    def _on_weights_progressed(self, progress: WeightsProgressed) -> None:
        self.model_progressed.emit(progress.name, progress.fraction, progress.message)
