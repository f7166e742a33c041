"""What the window does about publishing: opens its dialogs, and says what arrived."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from ui.panel import Workbench
from ui.publish.words import finished_words
from ui.widgets.notice import Notice
from ui.wording import told, tr


class Teller(Protocol):
    """Tells the user through the system where the window is not in front."""

    def tell(self, title: str, text: str) -> None:
        """Tell it."""
        ...


class PublishDesk(QObject):
    """Stands between publishing and the user; `export` opens the dialog that makes files."""

    def __init__(
        self, window: QWidget, bench: Workbench, notice: Notice, attention: Teller, export: Callable[[], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bench = bench
        self._notice = notice
        self._attention = attention
        self._export = export
        bench.publishing.began.connect(lambda run_id: notice.withdraw(_topic(run_id)))
        bench.publishing.finished.connect(self._on_finished)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what its commands do."""
        return {"destinations": self.open_destinations, "publish": self.open}

    def enable(self, actions: Mapping[str, QAction]) -> None:
        """Enable the command where the open run has clips."""
        actions["publish"].setEnabled(bool(self._bench.review.clips))

    def open_destinations(self) -> None:
        """Show the destinations."""
        from ui.publish.destination_list import DestinationsDialog

        if self._window.findChild(DestinationsDialog) is None:
            _show(DestinationsDialog(self._bench.destinations, self._bench.publishing, self._window))

    def open(self, run_id: str = "") -> None:
        """Show what of a run can be published, and what became of it; of the open run where none is named."""
        from ui.dialogs.publish import PublishDialog

        run = self._bench.library.run(run_id or self._bench.review.run_id)
        if run is None:
            return
        for shown in self._window.findChildren(PublishDialog):
            if shown.run_id != run.id:
                shown.close()
                continue
            if shown.isVisible():
                _bring_forward(shown)
                return
        dialog = PublishDialog(self._bench, run, self._window)
        dialog.export_wanted.connect(self._export)
        _show(dialog)

    def _is_watched(self, run_id: str) -> bool:
        from ui.dialogs.publish import PublishDialog

        dialogs = self._window.findChildren(PublishDialog)
        return any(shown.run_id == run_id and shown.isActiveWindow() for shown in dialogs)

    def _on_finished(self, run_id: str, arrived: int, failed: int, names: str, why: str) -> None:
        if not arrived and not failed:
            return
        words = finished_words(arrived, failed, names, told(why))
        run = self._bench.library.run(run_id)
        if run is not None and run_id != self._bench.review.run_id:
            words = tr("{name}: {what}").format(name=run.source_name, what=words)
        self._attention.tell(tr("Published") if not failed else tr("Not everything is published"), words)
        if self._is_watched(run_id):
            return
        level, show = ("error" if failed else "done"), (tr("Show") if run is not None else "")
        self._notice.tell(level, words, show, lambda: self.open(run_id), _topic(run_id))


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    _bring_forward(dialog)


def _bring_forward(dialog: QDialog) -> None:
    dialog.raise_()
    dialog.activateWindow()


def _topic(run_id: str) -> str:
    return f"publish {run_id}"
