"""Export: choose clips, shapes, presets and a folder; then watch the files come, and go to them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.export.choose_page import ChoosePage, Wanted
from ui.export.files_page import FilesPage
from ui.panel import Workbench
from ui.widgets.dialog import Dialog
from ui.wording import tr


class ExportDialog(Dialog):
    """Two pages: what to export, and how it goes. Closing it does not stop the work.

    Signals:
        publishing_wanted(str): Finished files of this run shall be published.
    """

    publishing_wanted = Signal(str)

    def __init__(self, bench: Workbench, parent: QWidget | None = None, shows_files: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(tr("Export"))
        self.setMinimumSize(780, 440)
        self._export = bench.export
        self.run_id = bench.review.run_id
        self._choice = ChoosePage(bench)
        self._files = FilesPage(bench, self.run_id)
        self._files.folder = self._choice.folder()
        self._pages = QStackedLayout()
        self._pages.addWidget(self._choice)
        self._pages.addWidget(self._files)
        self.setLayout(self._pages)
        self.resize(960, 690)
        self._choice.started.connect(self._on_started)
        self._choice.cancelled.connect(self.reject)
        self._files.closed.connect(self.close)
        self._files.publishing_wanted.connect(lambda: self.publishing_wanted.emit(self.run_id))
        bench.export.outputs_changed.connect(self._on_outputs_changed)
        if shows_files or bench.export.is_under_way(self.run_id):
            self._show_files()

    def _on_started(self, wanted: Wanted) -> None:
        self._files.show_starting(wanted.folder)
        self._pages.setCurrentWidget(self._files)
        self._export.start(self.run_id, wanted.folder, wanted.wishes, wanted.cells)

    def _on_outputs_changed(self, run_id: str) -> None:
        if run_id == self.run_id:
            self._show_files()

    def _show_files(self) -> None:
        has_files = self._files.show_outputs()
        self._pages.setCurrentWidget(self._files if has_files else self._choice)
