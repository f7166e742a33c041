"""About the program in the window: its dialog, and the word about a newer version, at most once a day."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.controllers.about import AboutStore
from ui.controllers.tasks import Tasks
from ui.widgets.notice import Notice
from ui.wording import QT_TR_NOOP, tr

_TOPIC = "new version"


class AboutDesk(QObject):
    """Stands between what is known of the program and the window."""

    def __init__(self, window: QWidget, tasks: Tasks, notice: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._notice = notice
        self._store: AboutStore | None = None

    def follow(self, store: AboutStore) -> None:
        """Ask this one from now on, and whether there is a newer version, if that was chosen."""
        self._store = store
        self._tasks.start(self._look(store), QT_TR_NOOP("New versions could not be looked for."))

    def open(self) -> None:
        """Show the dialog, or bring it forward."""
        if self._store is None:
            return
        from ui.dialogs.about import AboutDialog

        dialog = self._window.findChild(AboutDialog) or AboutDialog(self._store, self._tasks, self._window)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    async def _look(self, store: AboutStore) -> None:
        found = await store.look_if_due()
        if found is None:
            return
        told = tr("Version {version} of Shortlist is there; you have {own}.")
        sentence = " ".join([told.format(version=found.version, own=store.version()), found.notes]).strip()
        if found.page:
            page = QUrl(found.page)
            self._notice.tell(
                "info", sentence, tr("What is new"), lambda: QDesktopServices.openUrl(page), _TOPIC, stays=True
            )
        else:
            self._notice.tell("info", sentence, topic=_TOPIC, stays=True)
