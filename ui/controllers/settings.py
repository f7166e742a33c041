"""Settings: endpoints that the user sets, how speech is written down, and how work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.llm.prefixes import prefixes_of
from ui.controllers.preferences import Preferences, PreferenceStore
from ui.controllers.tasks import Tasks
from ui.wording import QT_TR_NOOP

if TYPE_CHECKING:
    from core.project import Project
    from core.schema.endpoint import Prefixes
    from core.schema.ledger import Budget
    from core.schema.queue import LaneState


class SettingsController(QObject):
    """Reads and changes settings.

    Signals:
        saved(): The preferences were kept and are in use.
        settled(): Nothing is being kept any more, whether that went well or not.
    """

    saved = Signal()
    settled = Signal()

    def __init__(
        self,
        project: Project,
        store: PreferenceStore,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._store = store
        self._tasks = tasks
        self._saving = 0

    @property
    def is_saving(self) -> bool:
        """Whether preferences are being kept."""
        return self._saving > 0

    def preferences(self) -> Preferences:
        """Return what is set."""
        return self._store.load()

    def month(self) -> Budget:
        """Return what was spent in this month, of what may be."""
        return self._project.month()

    def prefixes_of(self, model: str) -> Prefixes:
        """Return what a model of embeddings is known to want before questions and passages."""
        return prefixes_of(model)

    def lanes(self) -> list[LaneState]:
        """Return how every lane of work stands, to tell what is automatic."""
        return self._project.lanes()

    def save(self, preferences: Preferences) -> None:
        """Keep preferences and use them from now on."""
        self._saving += 1
        task = self._tasks.start(self._save(preferences), QT_TR_NOOP("Could not keep the settings."))
        task.add_done_callback(lambda _task: self._on_settled())

    def _on_settled(self) -> None:
        self._saving -= 1
        if not self._saving:
            self.settled.emit()

    async def _save(self, preferences: Preferences) -> None:
        before = self._store.load().work.widths
        configuration = await self._tasks.in_thread(self._store.save, preferences)
        self._project.configure(configuration)
        for lane in self._project.lanes():
            wanted = preferences.work.widths.get(lane.name)
            if wanted != before.get(lane.name):
                self._project.set_width(lane.name, wanted or lane.automatic_width)
        self.saved.emit()
