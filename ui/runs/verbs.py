"""What can be done with a run: one list for the buttons, the context menu and the menu bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QWidget

from core.schema.run import PRIORITIES
from ui.controllers.failures import retry_label
from ui.controllers.standing import PRIORITY_TITLES, RunLine
from ui.icons import icon
from ui.panel import Workbench
from ui.wording import tr


class RunVerbs(QObject):
    """Does what the user wants of a run, and says which of it makes sense for a run as it stands.

    `window` is what dialogs stand above.

    Signals:
        sought(float): The user wants to see a second of the open run's source.
        recipe_wanted(str): The user wants to keep a run's choices as a recipe.
    """

    sought = Signal(float)
    recipe_wanted = Signal(str)

    def __init__(self, bench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._bench = bench
        self._window = window
        self._library = bench.library

    # What makes sense

    def can_open(self, line: RunLine) -> bool:
        """Whether another run is open."""
        return line.run.id != self._bench.review.run_id

    def can_stop(self, line: RunLine) -> bool:
        """Whether there is work to stop."""
        return line.is_unfinished

    def can_resume(self, line: RunLine) -> bool:
        """Whether the user stopped it."""
        return line.run.is_paused

    def can_retry(self, line: RunLine) -> bool:
        """Whether something failed."""
        return line.standing == "failed"

    def can_replay(self, line: RunLine) -> bool:
        """Whether nothing works on it."""
        return not line.is_unfinished

    def retry_label(self, line: RunLine) -> str:
        """Return what a button says that tries again what failed, with how much that is."""
        return retry_label(self._library.failures(line.run.id))

    # What is done

    def open(self, run_id: str) -> None:
        """Open a run for review."""
        self._bench.review.show_run(run_id)

    def replay(self, run_id: str) -> None:
        """Ask from which stage a run shall be redone."""
        from ui.dialogs.replay import ReplayDialog

        run = self._library.run(run_id)
        if run is None:
            return
        dialog = ReplayDialog(self._bench.replay, run, self._window.window())
        dialog.open()

    def show_source(self, run_id: str) -> None:
        """Show what was found in a run's source, in place of what is shown of another one."""
        from ui.dialogs.source_report import SourceReportDialog

        run, review = self._library.run(run_id), self._bench.review
        if run is None:
            return
        for shown in self._window.window().findChildren(QDialog, "sourceReport"):
            shown.close()
        can_seek = review.run_id == run_id and bool(review.clips)
        dialog = SourceReportDialog(self._bench.sources, run, can_seek, self._window.window())
        dialog.sought.connect(self.sought)
        dialog.show()

    def show_log(self, run_id: str, stage: str = "") -> None:
        """Show the log of a run, or of all runs; of one stage where that is named."""
        from ui.runs.log_window import LogWindow

        log = LogWindow(self._library, self._bench.events, run_id, stage, self._window.window())
        log.show()
        log.activateWindow()

    def ask_to_delete(self, run_id: str) -> None:
        """Delete a run after a question."""
        run = self._library.run(run_id)
        if run is None:
            return
        asked = QMessageBox(self._window.window())
        asked.setObjectName("confirmDelete")
        asked.setIcon(QMessageBox.Icon.NoIcon)
        asked.setWindowTitle(tr("Delete this run?"))
        asked.setText(tr("Delete the run of “{source}”?").format(source=run.source_name))
        asked.setInformativeText(
            tr("Its clips, decisions and edits are removed. The video and exported files stay.")
        )
        confirm = asked.addButton(tr("Delete run"), QMessageBox.ButtonRole.DestructiveRole)
        keep = asked.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(keep)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.buttonClicked.connect(lambda pressed: self._library.delete(run_id) if pressed is confirm else None)
        asked.open()

    # The menu

    def fill(self, menu: QMenu, line: RunLine) -> None:
        """Fill a menu with what can be done with a run as it stands now."""
        run_id = line.run.id
        if self.can_open(line):
            self._add(menu, tr("Open", "verb"), "film", lambda: self.open(run_id))
        if self.can_stop(line):
            self._add(menu, tr("Stop"), "stop", lambda: self._library.cancel(run_id))
        if self.can_resume(line):
            self._add(menu, tr("Resume"), "play", lambda: self._library.resume(run_id))
        elif self.can_retry(line):
            self._add(menu, self.retry_label(line), "retry", lambda: self._library.resume(run_id))
        if line.is_unfinished or line.run.is_paused:
            menu.addSeparator()
            self._add_priorities(menu.addMenu(tr("Priority")), line)
        if line.is_unfinished:
            self._add(menu, tr("Move up"), "arrow-up", lambda: self._library.move(run_id, -1))
            self._add(menu, tr("Move down"), "arrow-down", lambda: self._library.move(run_id, +1))
            to_front = tr("To the front of the queue")
            self._add(menu, to_front, "to-front", lambda: self._library.move_to_front(run_id))
        menu.addSeparator()
        again = self._add(menu, tr("Replay from a stage…"), "redo", lambda: self.replay(run_id))
        again.setEnabled(self.can_replay(line))
        if self._bench.recipes.can_run_again(run_id):
            words = tr("Run again with “{name}”").format(name=line.run.options.recipe.replace("&", "&&"))
            self._add(menu, words, "retry", lambda: self._bench.recipes.run_again(run_id))
        self._add(menu, tr("Keep its choices as a recipe…"), "plus", lambda: self.recipe_wanted.emit(run_id))
        self._add(menu, tr("Source report"), "info", lambda: self.show_source(run_id))
        self._add(menu, tr("Show the log"), "transcript", lambda: self.show_log(run_id))
        menu.addSeparator()
        self._add(menu, tr("Delete…"), "trash", lambda: self.ask_to_delete(run_id))

    def _add_priorities(self, menu: QMenu, line: RunLine) -> None:
        group = QActionGroup(menu)
        for priority in PRIORITIES:
            action = menu.addAction(tr(PRIORITY_TITLES[priority]))
            action.setCheckable(True)
            action.setChecked(line.run.priority == priority)
            group.addAction(action)
            action.triggered.connect(
                lambda _checked=False, wanted=priority: self._library.set_priority(line.run.id, wanted)
            )

    def _add(self, menu: QMenu, text: str, icon_name: str, run: Callable[[], object]) -> QAction:
        action = menu.addAction(icon(icon_name), text)
        action.triggered.connect(lambda _checked=False: run())
        return action
