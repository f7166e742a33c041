"""Workspaces in the window: the switcher, the dialog, and the change from one to another.

A change closes the window and opens it anew on the other workspace, in the same program: `next_folder` says which.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from ui.controllers.library import LibraryController
from ui.controllers.tasks import Tasks
from ui.controllers.workspaces import WorkspacesController, WorkspaceStore
from ui.dialogs.workspaces import WorkspacesDialog
from ui.top_bar import TopBar
from ui.widgets.notice import Notice
from ui.wording import tr

_RECENT = 8


class WorkspacesDesk(QObject):
    """Stands between the workspaces of this machine and the window.

    Once the window is closed, `next_folder` is the workspace that it shall be opened anew on, None where it was
    closed for good, and `is_next_look` whether only for looking.

    Signals:
        followed(): There are workspaces to choose from.
    """

    followed = Signal()

    def __init__(self, window: QWidget, top_bar: TopBar, library: LibraryController, tasks: Tasks, notice: Notice):
        super().__init__(window)
        self._window = window
        self._top_bar = top_bar
        self._library = library
        self._tasks = tasks
        self._notice = notice
        self._controller: WorkspacesController | None = None
        self._waits_for: tuple[Path, bool] | None = None
        self.next_folder: Path | None = None
        self.is_next_look = False
        library.runs_changed.connect(self._on_runs_changed)

    def follow(self, store: WorkspaceStore, current: Path, is_look: bool = False) -> None:
        """Show the workspaces of this machine from now on; the window is open on `current`, or looks at it."""
        self._controller = WorkspacesController(store, current, self._tasks, self)
        self._controller.changed.connect(self._show)
        menu = self._top_bar.workspace_menu()
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self._controller.look()
        self._show()
        self.followed.emit()
        if is_look:
            words = tr("This workspace is open for looking: nothing that you change in it is kept.")
            self._notice.tell("info", words, tr("Workspaces…"), self.open, "look", stays=True)

    def open(self) -> None:
        """Show all workspaces."""
        if self._controller is None or self._window.findChild(WorkspacesDialog) is not None:
            return
        dialog = WorkspacesDialog(self._controller, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(lambda folder, is_look: self._on_wanted(dialog, folder, is_look))
        dialog.open()

    def _show(self) -> None:
        if self._controller is not None:
            self._top_bar.show_workspace(self._controller.name())

    def _fill(self, menu: QMenu) -> None:
        """List the recent ones. They are looked at again, so that the next list is right."""
        menu.clear()
        assert self._controller is not None
        recent = [line for line in self._controller.lines() if not line.known.is_archived or line.is_current]
        for line in recent[:_RECENT]:
            action = menu.addAction(line.known.name.replace("&", "&&"))
            action.setToolTip(str(line.known.folder))
            action.setCheckable(True)
            action.setChecked(line.is_current)
            action.setEnabled(line.is_current or line.can_open)
            action.triggered.connect(lambda _on=False, folder=line.known.folder: self.switch(folder))
        menu.addSeparator()
        menu.addAction(tr("Workspaces…")).triggered.connect(lambda _on=False: self.open())
        self._controller.look()

    def _on_wanted(self, dialog: WorkspacesDialog, folder: Path, is_look: bool) -> None:
        dialog.accept()
        self.switch(folder, is_look)

    def switch(self, folder: Path, is_look: bool = False) -> None:
        """Go to another workspace; where something is at work, ask what shall become of that."""
        if self._controller is None or folder == self._controller.current:
            return
        at_work = self._at_work()
        if not at_work:
            self._go(folder, is_look)
            return
        box = QMessageBox(self._window)
        box.setObjectName("switchQuestion")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Change the workspace"))
        box.setText(tr("%n runs are at work here.", "", at_work))
        box.setInformativeText(
            tr("What is done is kept, and they go on when this workspace is opened again. Or wait until they end.")
        )
        stop = box.addButton(tr("Stop and change"), QMessageBox.ButtonRole.AcceptRole)
        wait = box.addButton(tr("Wait, then change"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(wait)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(_result: int) -> None:
            if box.clickedButton() is stop:
                self._go(folder, is_look)
            elif box.clickedButton() is wait:
                self._wait(folder, is_look)

        box.finished.connect(answered)
        box.open()

    def _at_work(self) -> int:
        return sum(line.is_unfinished and not line.run.is_paused for line in self._library.lines())

    def _wait(self, folder: Path, is_look: bool) -> None:
        self._waits_for = (folder, is_look)
        line = self._controller.line(folder) if self._controller else None
        name = line.known.name if line else folder.name
        words = tr("“{name}” is opened as soon as the work here is finished.").format(name=name)
        self._notice.tell("info", words, tr("Stay here"), self._stay, "switch", stays=True)
        self._on_runs_changed()

    def _stay(self) -> None:
        self._waits_for = None
        self._notice.withdraw("switch")

    def _on_runs_changed(self) -> None:
        if self._waits_for is not None and not self._at_work():
            wanted, self._waits_for = self._waits_for, None
            self._go(*wanted)

    def _go(self, folder: Path, is_look: bool) -> None:
        assert self._controller is not None
        self.next_folder, self.is_next_look = folder, is_look
        self._window.close()
