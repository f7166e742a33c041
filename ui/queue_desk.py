"""What the queue tells and asks in the window: its notices, the storage dialog, and the question about space."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from core.schema.queue import QueueState
from core.schema.run import RunRecord
from ui.controllers.faults import is_our_fault, report
from ui.controllers.lanes import hold_words
from ui.controllers.queue import SpaceQuestion
from ui.controllers.remedies import remedy
from ui.panel import Workbench
from ui.widgets.notice import Notice
from ui.wording import told, tr

_DISK = "disk"


class QueueDesk(QObject):
    """Stands between the queue and the user. `is_told` tells whether a run's failure is told already.

    Signals:
        wanted(str): A command by its name, which helps against what failed.
    """

    wanted = Signal(str)

    def __init__(
        self, window: QWidget, bench: Workbench, notice: Notice, pause: QAction, is_told: Callable[[str], bool]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        self._pause = pause
        self._is_told = is_told
        self._hold = ""
        bench.queue.queue_changed.connect(self._show_queue)
        bench.queue.space_lacking.connect(self._on_space_lacking)
        bench.faults.run_failed.connect(self._on_run_failed)
        bench.faults.run_mended.connect(lambda run_id: notice.withdraw(_topic(run_id)))
        bench.tasks.failed.connect(self._on_task_failed)
        bench.tasks.broke.connect(self._on_broke)
        self._show_queue(bench.queue.state())

    def open_storage(self, over: QWidget | None = None) -> None:
        """Show what the workspace occupies, over the window or over a dialog."""
        from ui.dialogs.storage import StorageDialog

        dialog = StorageDialog(self._bench.queue, over or self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_stage_log(self, stage: str) -> None:
        """Show what was logged of a stage, in all runs."""
        from ui.runs.log_window import LogWindow

        LogWindow(self._bench.library, self._bench.events, "", stage, self._window).show()

    def copy_details(self, run_id: str) -> None:
        """Put what is known of a run's failure on the clipboard."""
        run = self._bench.library.run(run_id)
        if run is not None:
            self._copy(self._bench.faults.details(run))

    def _show_queue(self, state: QueueState) -> None:
        self._pause.setText(tr("Resume the queue") if state.hold == "user" else tr("Pause the queue"))
        if state.hold == _DISK and self._hold != _DISK:
            self._notice.tell(
                "warning", hold_words(state), tr("Free space…"), self.open_storage, _DISK, stays=True
            )
        elif state.hold != _DISK:
            self._notice.withdraw(_DISK)
        self._hold = state.hold

    def _on_space_lacking(self, question: SpaceQuestion) -> None:
        from ui.dialogs.space import SpaceDialog

        dialog = SpaceDialog(question, self._bench.queue, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.freeing_wanted.connect(lambda: self.open_storage(dialog))
        dialog.open()

    def _on_run_failed(self, run: RunRecord) -> None:
        if self._is_told(run.id):
            return
        words = tr("“{name}” failed.") if run.state == "failed" else tr("“{name}” has files that failed.")
        words = f"{words.format(name=run.source_name)} {told(run.error)}".rstrip()
        if is_our_fault(run.error):
            self._notice.tell(
                "error", words, tr("Copy details"), lambda: self.copy_details(run.id), _topic(run.id)
            )
        else:
            self._notice.tell(
                "error", words, tr("Open it"), lambda: self._bench.review.show_run(run.id), _topic(run.id)
            )

    def _on_task_failed(self, sentence: str, kind: str) -> None:
        words, command = remedy(kind)
        self._notice.tell("error", sentence, words, lambda: self.wanted.emit(command))

    def _on_broke(self, sentence: str, details: str) -> None:
        self._notice.tell("error", sentence, tr("Copy details"), lambda: self._copy(report(sentence, details)))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._notice.tell("done", tr("The details are copied. Paste them into a report of the fault."))


def _topic(run_id: str) -> str:
    return f"failed {run_id}"
