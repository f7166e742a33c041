"""What exports tell and ask in the window: their dialog, and a notice where nobody watches it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.controllers.checks import doubtful
from ui.controllers.faults import is_our_fault
from ui.panel import Workbench
from ui.widgets.notice import Notice
from ui.wording import tr

if TYPE_CHECKING:
    from ui.dialogs.export import ExportDialog


class ExportDesk(QObject):
    """Stands between exports and the user. `copy_details` copies what is known of a run's failure, `publish` opens
    what publishes the files of one."""

    def __init__(
        self,
        window: QWidget,
        bench: Workbench,
        notice: Notice,
        copy_details: Callable[[str], object],
        publish: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        self._copy_details = copy_details
        self._publish = publish
        self._dialog: ExportDialog | None = None
        bench.export.started.connect(lambda run_id: notice.withdraw(_topic(run_id)))
        bench.export.finished.connect(self._on_finished)

    def open(self, shows_files: bool = False) -> None:
        """Show the dialog for the open run, on the page of its files where that is wanted."""
        from ui.dialogs.export import ExportDialog

        if not self._bench.review.run_id or (self._dialog is not None and self._dialog.isVisible()):
            return
        self._dialog = ExportDialog(self._bench, self._window, shows_files)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.publishing_wanted.connect(self._publish)
        self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.show()

    def tells_of(self, run_id: str) -> bool:
        """Whether the user was told, or sees, how the files of a run came out."""
        is_watched = self._dialog is not None and self._dialog.run_id == run_id
        return is_watched or self._notice.tells_of(_topic(run_id))

    def _on_dialog_gone(self) -> None:
        self._dialog = None

    def _on_finished(self, run_id: str, done: int, failed: int) -> None:
        if (self._dialog is not None and self._dialog.run_id == run_id) or self._bench.batches.tells_of(run_id):
            return
        run = self._bench.library.run(run_id)
        name = run.source_name if run and run_id != self._bench.review.run_id else ""
        if not failed:
            self._tell_done(run_id, name, done)
            return
        why = self._bench.export.why_failed(run_id)
        text = (
            tr("%n files of “{name}” exported, {failed} failed.", "", done)
            if name
            else tr("%n files exported, {failed} failed.", "", done)
        )
        told = f"{text.format(name=name, failed=failed)} {why}".rstrip()
        if is_our_fault(why):
            self._notice.tell(
                "error", told, tr("Copy details"), lambda: self._copy_details(run_id), _topic(run_id)
            )
        else:
            self._notice.tell("error", told, tr("Show"), lambda: self._show_files(run_id), _topic(run_id))

    def _tell_done(self, run_id: str, name: str, done: int) -> None:
        """Say that the files are there; where a check found something, until it was read."""
        to_look_at = doubtful(self._bench.export.outputs(run_id))
        if to_look_at:
            text = (
                tr("%n files of “{name}” exported, {number} to look at.", "", done)
                if name
                else tr("%n files exported, {number} to look at.", "", done)
            )
        else:
            text = tr("%n files of “{name}” exported.", "", done) if name else tr("%n files exported.", "", done)
        level, told = "warning" if to_look_at else "done", text.format(name=name, number=to_look_at)
        self._notice.tell(
            level, told, tr("Show"), lambda: self._show_files(run_id), _topic(run_id), stays=to_look_at > 0
        )

    def _show_files(self, run_id: str) -> None:
        show = partial(self.open, shows_files=True)
        if self._bench.review.run_id != run_id:
            self._bench.review.show_run(run_id, show)
        else:
            show()


def _topic(run_id: str) -> str:
    return f"export {run_id}"
