"""The first steps in the window: offered once, led to from Help, and the opening anew on another folder."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.controllers.first_run import FirstRunStore
from ui.controllers.models import ModelController
from ui.controllers.settings import SettingsController
from ui.controllers.tasks import Tasks


class FirstRunDesk(QObject):
    """Stands between the first steps and the window.

    Once the window is closed, `reopens` says whether it shall be opened anew, on the folder that was chosen, and
    `unfinished` which models were being fetched; what came of them is kept.
    """

    def __init__(
        self, window: QWidget, settings: SettingsController, models: ModelController, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._models = models
        self._tasks = tasks
        self._store: FirstRunStore | None = None
        self.reopens = False
        self.unfinished: tuple[str, ...] = ()

    def follow(self, store: FirstRunStore) -> None:
        """Ask this one, and offer the steps to whoever is here for the first time."""
        self._store = store
        if store.is_first():
            self.open()

    def open(self) -> None:
        """Show the steps."""
        from ui.dialogs.first_run import FirstRunDialog

        if self._store is None or self._window.findChild(FirstRunDialog) is not None:
            return
        dialog = FirstRunDialog(self._store, self._settings, self._models, self._tasks, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished_with.connect(self._on_finished)
        dialog.open()

    def _on_finished(self, moves: bool) -> None:
        if not moves:
            return
        self.reopens = True
        self.unfinished = self._models.working()
        if self._settings.is_saving:
            self._settings.settled.connect(self._window.close)
        else:
            self._window.close()
