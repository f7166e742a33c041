"""What the window tells of batches: that one is through, and the morning report."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.controllers.batches import batch_name
from ui.panel import Workbench
from ui.recipes.morning_words import headline
from ui.widgets.notice import Notice
from ui.wording import quoted, told, tr

if TYPE_CHECKING:
    from core.schema.morning import MorningReport


class BatchDesk(QObject):
    """Stands between batches and the user."""

    def __init__(self, window: QWidget, bench: Workbench, notice: Notice) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        # Batches that ended, of which it is not said yet how.
        self._ended: set[str] = set()
        bench.batches.ended.connect(self._on_ended)
        bench.batches.reported.connect(self._on_reported)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"morning_report": self.open}

    def open(self, batch_id: str = "") -> None:
        """Show the report of a batch, of the latest where none is named."""
        from ui.dialogs.morning import MorningDialog

        dialog = self._window.findChild(MorningDialog)
        if dialog is not None and not batch_id:
            dialog.raise_()
            dialog.activateWindow()
            return
        if dialog is not None:
            dialog.close()
        made = MorningDialog(self._bench.batches, self._bench.memory, batch_id, self._window)
        made.run_wanted.connect(self._bench.review.show_run)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.show()

    def _on_ended(self, batch_id: str) -> None:
        self._ended.add(batch_id)
        self._bench.batches.report(batch_id)

    def _on_reported(self, batch_id: str, report: MorningReport) -> None:
        from ui.dialogs.morning import MorningDialog

        if batch_id not in self._ended:
            return
        self._ended.discard(batch_id)
        batch = next((each for each in self._bench.batches.batches() if each.id == batch_id), None)
        dialog = self._window.findChild(MorningDialog)
        if batch is None or (dialog is not None and dialog.batch_id == batch_id and dialog.isActiveWindow()):
            return
        is_good = all(source.ending == "made" for source in report.sources)
        words = headline(report)
        if len(report.sources) == 1 and report.sources[0].troubles:
            words = told(report.sources[0].troubles[0].why)
        sentence = f"{quoted(batch_name(batch))}: {words}"
        topic = f"batch {batch_id}"
        self._notice.withdraw(topic)
        self._notice.tell(
            "done" if is_good else "warning",
            sentence,
            tr("Show the report"),
            lambda: self.open(batch_id),
            topic,
            stays=True,
        )
