"""What is done with the best clips of new runs while nobody looks: made into files, in which shapes and where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from core.schema.choice import ASPECTS
from core.schema.run import RunOptions
from ui.widgets.basics import button, column, label, row
from ui.wording import tr

_FOLDER = "export_folder"


class UnattendedPart(QWidget):
    """A box to tick; ticked, the shapes and the folder of the files below it. The folder is that of exports."""

    def __init__(self, options: RunOptions, memory: QSettings) -> None:
        super().__init__()
        self._memory = memory
        self._box = QCheckBox(tr("Approve the best clips and make their files at once"))
        self._box.setObjectName("optionAtOnce")
        self._box.setChecked(bool(options.deliver_to))
        self._shapes = {aspect: QCheckBox(aspect) for aspect in ASPECTS}
        for aspect, box in self._shapes.items():
            box.setObjectName(f"optionShape_{aspect}")
            box.setChecked(aspect in options.aspects)
        kept = options.deliver_to or memory.value(_FOLDER, str(Path.home() / "Shortlist"))
        self._folder = QLineEdit(str(kept))
        self._folder.setObjectName("optionFolder")
        self._folder.setAccessibleName(tr("Folder for the files"))
        self._more = QWidget()
        self._build()
        self._box.toggled.connect(self._more.setVisible)
        self._more.setVisible(self._box.isChecked())

    def _build(self) -> None:
        chooser = row(self._folder, button(tr("Choose…"), self._on_choose))
        chooser.setStretch(0, 1)
        told = label(tr("Nobody needs to look, as overnight. Each video has its own folder in this one."), "small")
        told.setWordWrap(True)
        more = column(spacing=8)
        more.addLayout(row(*self._shapes.values(), None))
        more.addLayout(chooser)
        more.addWidget(told)
        self._more.setLayout(more)
        self.setLayout(column(self._box, self._more, spacing=8))

    def problem(self) -> str:
        """Return why this can't be done, or nothing."""
        if not self._box.isChecked():
            return ""
        if not any(box.isChecked() for box in self._shapes.values()):
            return tr("Choose a shape for the files.")
        return "" if self._path().is_absolute() else tr("Choose a folder for the files.")

    def taken_into(self, options: RunOptions) -> RunOptions:
        """Return options with what is wanted here; the folder is remembered, also for exports."""
        if not self._box.isChecked():
            return options.model_copy(update={"auto_approve": False, "deliver_to": ""})
        shapes = tuple(aspect for aspect, box in self._shapes.items() if box.isChecked())
        self._memory.setValue(_FOLDER, str(self._path()))
        wanted = {"auto_approve": True, "deliver_to": str(self._path()), "aspects": shapes}
        return options.model_copy(update=wanted)

    def _path(self) -> Path:
        return Path(self._folder.text().strip()).expanduser()

    def _on_choose(self) -> None:
        chooser = QFileDialog(self, tr("Folder for the files"), self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()
