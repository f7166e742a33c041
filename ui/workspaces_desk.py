"""Workspaces in the window: the switcher, the dialog, and the change from one to another.

A change closes the window and opens it anew on the other workspace, in the same program: `next_folder` says which.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from ui.controllers.library import LibraryController
from ui.controllers.tasks import Tasks
from ui.controllers.workspaces import WorkspacesController, WorkspaceStore
from ui.top_bar import TopBar
from ui.widgets.notice import Notice
from ui.wording import tr

if TYPE_CHECKING:
    from ui.dialogs.workspaces import WorkspacesDialog

_RECENT = 8


class _Asked(NamedTuple):
    """The words of the question what shall become of what is at work: title, two ways, and what is waited for."""

    title: str
    stop: str
    wait: str
    waiting: str


class WorkspacesDesk(QObject):
    """Stands between the workspaces of this machine and the window.

    Once the window is closed, `next_folder` is the workspace that it shall be opened anew on, None where it was
    closed for good, and `is_next_look` whether only for looking. Where that shall lie somewhere else first,
    `next_place` says where.

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
        self._waits_for: Callable[[], None] | None = None
        self.next_folder: Path | None = None
        self.next_place: Path | None = None
        self.is_next_look = False
        library.runs_changed.connect(self._on_runs_changed)

    def follow(self, store: WorkspaceStore, current: Path, is_look: bool = False) -> None:
        """Show the workspaces of this machine from now on; the window is open on `current`, or looks at it."""
        self._controller = WorkspacesController(store, current, self._tasks, self, is_look)
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
        from ui.dialogs.workspaces import WorkspacesDialog

        if self._controller is None or self._window.findChild(WorkspacesDialog) is not None:
            return
        dialog = WorkspacesDialog(self._controller, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open_wanted.connect(lambda folder, is_look: self._on_wanted(dialog, folder, is_look))
        dialog.move_wanted.connect(lambda to: self._on_move_wanted(dialog, to))
        dialog.open()

    def tell(self, level: str, words: str) -> None:
        """Say what became of what was done while no window was open; it stays until it is closed."""
        self._notice.tell(level, words, stays=True)

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
        line = self._controller.line(folder)
        name = line.known.name if line else folder.name
        asked = _Asked(
            tr("Change the workspace"),
            tr("Stop and change"),
            tr("Wait, then change"),
            tr("“{name}” is opened as soon as the work here is finished.").format(name=name),
        )
        self._once_at_rest(asked, lambda: self._go(folder, is_look))

    def _on_move_wanted(self, dialog: WorkspacesDialog, to: Path) -> None:
        dialog.accept()
        self.move(to)

    def move(self, to: Path) -> None:
        """Have the workspace that is open lie somewhere else; the window is closed for that, and opened anew."""
        controller = self._controller
        if controller is None or controller.current is None or controller.is_look:
            return
        current = controller.current
        asked = _Asked(
            tr("Move the workspace"),
            tr("Stop and move"),
            tr("Wait, then move"),
            tr("“{name}” is moved as soon as the work here is finished.").format(name=controller.name()),
        )

        def go() -> None:
            self.next_place = to
            self._go(current, False)

        self._once_at_rest(asked, go)

    def _once_at_rest(self, asked: _Asked, go: Callable[[], None]) -> None:
        """Do what closes the window: now, or where something is at work, when and if the user says."""
        at_work = self._at_work()
        if not at_work:
            go()
            return
        box = QMessageBox(self._window)
        box.setObjectName("switchQuestion")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(asked.title)
        box.setText(tr("%n runs are at work here.", "", at_work))
        box.setInformativeText(
            tr("What is done is kept, and they go on when this workspace is opened again. Or wait until they end.")
        )
        stop = box.addButton(asked.stop, QMessageBox.ButtonRole.AcceptRole)
        wait = box.addButton(asked.wait, QMessageBox.ButtonRole.ActionRole)
        box.addButton(tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(wait)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def answered(_result: int) -> None:
            if box.clickedButton() is stop:
                go()
            elif box.clickedButton() is wait:
                self._wait(asked, go)

        box.finished.connect(answered)
        box.open()

    def _at_work(self) -> int:
        return sum(line.is_unfinished and not line.run.is_paused for line in self._library.lines())

    def _wait(self, asked: _Asked, go: Callable[[], None]) -> None:
        self._waits_for = go
        self._notice.tell("info", asked.waiting, tr("Stay here"), self._stay, "switch", stays=True)
        self._on_runs_changed()

    def _stay(self) -> None:
        self._waits_for = None
        self._notice.withdraw("switch")

    def _on_runs_changed(self) -> None:
        if self._waits_for is not None and not self._at_work():
            go, self._waits_for = self._waits_for, None
            go()

    def _go(self, folder: Path, is_look: bool) -> None:
        self.next_folder, self.is_next_look = folder, is_look
        self._window.close()
