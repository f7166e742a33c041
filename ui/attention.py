"""Tells the user through the system that all work is done while they are in another program."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from ui.controllers.jobs import JobsController
from ui.icons import icon
from ui.wording import tr

SETTING = "notifies"


class Messenger(Protocol):
    """Shows a message outside of the window."""

    def show(self, title: str, text: str) -> None:
        """Show it."""
        ...

    def clear(self) -> None:
        """Take it away."""
        ...


class Attention(QObject):
    """Waits for the end of all work. `memory` holds the setting that turns it off."""

    def __init__(self, window: QWidget, jobs: JobsController, memory: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._memory = memory
        self.messenger: Messenger = SystemTray(self.come_forward, self)
        jobs.all_done.connect(self._on_all_done)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._on_state_changed)

    @property
    def is_in_front(self) -> bool:
        """Whether the user is in one of our windows."""
        return QApplication.activeWindow() is not None

    def _on_all_done(self, ended: int, failed: int) -> None:
        self.tell(tr("Shortlist is done"), done_words(ended, failed))

    def tell(self, title: str, text: str) -> None:
        """Tell something through the system, where the user is in another program and wants to be told."""
        if not self.is_in_front and self._memory.value(SETTING, True, bool):
            QApplication.alert(self._window)
            self.messenger.show(title, text)

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.messenger.clear()

    def come_forward(self) -> None:
        """Bring the window before all others, and out of the task bar."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()


class SystemTray(QObject):
    """Messages of the system's tray. Our sign is there only as long as one; a click on either runs `come`."""

    def __init__(self, come: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._come = come
        self._tray: QSystemTrayIcon | None = None

    def show(self, title: str, text: str) -> None:
        """Show a message where the system has a place for it."""
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("app", "accent"), self)
            self._tray.messageClicked.connect(self._come)
            self._tray.activated.connect(lambda _reason: self._come())
        self._tray.setToolTip(text)
        self._tray.show()
        self._tray.showMessage(title, text, icon("app", "accent"))

    def clear(self) -> None:
        """Take our sign out of the tray."""
        if self._tray is not None:
            self._tray.hide()


def done_words(ended: int, failed: int) -> str:
    """Return how a batch came out: how many runs, and how many of them failed."""
    if not failed:
        return tr("The run is ready.") if ended == 1 else tr("All %n runs are ready.", "", ended)
    if failed == ended:
        return tr("The run failed.") if ended == 1 else tr("All %n runs failed.", "", ended)
    return tr("%n runs ready, {failed} failed.", "", ended - failed).format(failed=failed)
