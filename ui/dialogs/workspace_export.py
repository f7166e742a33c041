"""What of a workspace goes into one file, and where that lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from core.schema.workspace import KnownWorkspace, PackChoices
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import file_size
from ui.wording import tr

SUFFIX = ".shortlistspace"
_WIDTH_PX = 560


class WorkspaceExportDialog(Dialog):
    """Asks what goes along.

    Signals:
        chosen(Path, PackChoices): The file, and what goes into it.
    """

    chosen = Signal(Path, PackChoices)

    def __init__(self, known: KnownWorkspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workspaceExport")
        self.setWindowTitle(tr("Export “{name}”").format(name=known.name))
        figures = known.figures
        self._artifacts = QCheckBox(tr("Intermediate results: without them they are made again when needed"))
        self._artifacts.setObjectName("exportArtifacts")
        self._artifacts.setChecked(True)
        self._exports = QCheckBox(
            tr("Finished files in its folder ({size})").format(size=file_size(figures.exported_bytes))
        )
        self._exports.setChecked(True)
        self._exports.setVisible(figures.exported_bytes > 0)
        self._sources = QCheckBox(tr("The source videos"))
        self._sources.setObjectName("exportSources")
        self._file = QLineEdit(str(Path.home() / f"{known.folder.name}{SUFFIX}"))
        self._file.setObjectName("exportSpaceFile")
        self._file.setAccessibleName(tr("File"))
        self._ok = button(tr("Export", "verb"), self._on_ok, "export", is_primary=True)
        self._ok.setObjectName("exportSpaceOk")
        words = tr("Runs, clips, decisions with their undo, styles and recipes always go along; keys never do.")
        layout = column(
            label(words, "muted", wraps=True), self._artifacts, self._exports, self._sources, spacing=10
        )
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(label(tr("File"), "section"))
        layout.addLayout(row(self._file, button(tr("Choose…"), self._on_browse, "folder")))
        layout.addSpacing(8)
        layout.addLayout(row(None, button(tr("Cancel"), self.reject), self._ok))
        self.setLayout(layout)
        self.setMinimumWidth(_WIDTH_PX)
        self._file.textChanged.connect(lambda text: self._ok.setEnabled(bool(text.strip())))

    def _on_browse(self) -> None:
        chosen, _kind = QFileDialog.getSaveFileName(self, tr("Export to one file"), self._file.text())
        if chosen:
            self._file.setText(chosen)

    def _on_ok(self) -> None:
        choices = PackChoices(
            with_artifacts=self._artifacts.isChecked(),
            with_sources=self._sources.isChecked(),
            with_exports=self._exports.isChecked(),
        )
        self.chosen.emit(Path(self._file.text().strip()).expanduser().absolute(), choices)
        self.accept()
