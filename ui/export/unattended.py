"""What is done with the best clips while nobody looks: which are approved, in which shapes and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from core.schema.choice import ASPECTS
from core.schema.run import SOURCE_FIELD, RunOptions
from ui import theme
from ui.widgets.basics import button, column, label, row
from ui.widgets.fields import AmountField, CalmSpinBox
from ui.widgets.flow import Flow
from ui.wording import tr

_FOLDER = "export_folder"
_NUMBER_PX = 96
# What a field of numbers has around its words.
_ARROWS_PX = 44


class UnattendedPart(QWidget):
    """A box to tick; ticked, what files are made of, their shapes, folder and destinations below it.

    Of a folder, the part that stands for the source's name is not shown.
    """

    def __init__(self, options: RunOptions, memory: QSettings, destinations: Sequence[str] = ()) -> None:
        super().__init__()
        self._memory = memory
        self._shown = ""
        self._box = QCheckBox(tr("Approve the best clips and make their files at once"))
        self._box.setObjectName("optionAtOnce")
        self._shapes = {aspect: QCheckBox(aspect) for aspect in ASPECTS}
        for aspect, box in self._shapes.items():
            box.setObjectName(f"optionShape_{aspect}")
        self._most = CalmSpinBox()
        self._most.setObjectName("optionAtMost")
        self._most.setAccessibleName(tr("Clips to approve at most"))
        self._most.setRange(0, 200)
        self._most.setSpecialValueText(tr("all found", "clips"))
        self._least = AmountField(tr("Least score of a clip to approve"), 0.0, 100.0, 5.0, 0, "")
        self._least.setObjectName("optionApproveFrom")
        self._least.setSuffix("")
        self._least.setSpecialValueText(tr("any", "score"))
        self._folder = QLineEdit()
        self._folder.setObjectName("optionFolder")
        self._folder.setAccessibleName(tr("Folder for the files"))
        self._places: dict[str, QCheckBox] = {}
        self._known = tuple(destinations)
        self._places_line = QWidget()
        self._more = QWidget()
        self._build()
        self._box.toggled.connect(self._more.setVisible)
        self.show_options(options)

    def _build(self) -> None:
        for field in (self._most, self._least):
            words = theme.widest([field.specialValueText()]) + _ARROWS_PX
            theme.fix_width(field, max(_NUMBER_PX, words))
        title = label(tr("Folder"))
        title.setBuddy(self._folder)
        chooser = row(title, self._folder, button(tr("Choose…"), self._on_choose), spacing=8)
        chooser.setStretch(1, 1)
        told = label(
            tr("Made without being looked at, for example overnight. Each video has its own folder in this one."),
            "small",
        )
        told.setWordWrap(True)
        self._places_line.setLayout(Flow(10))
        more = column(spacing=8)
        more.addLayout(row(*self._shapes.values(), None))
        more.addLayout(
            row(label(tr("At most")), self._most, 6, label(tr("with a score from")), self._least, None, spacing=8)
        )
        more.addLayout(chooser)
        more.addWidget(told)
        more.addWidget(self._places_line)
        self._more.setLayout(more)
        whole: QVBoxLayout = column(self._box, self._more, spacing=8)
        self.setLayout(whole)

    def show_options(self, options: RunOptions) -> None:
        """Show what is wanted."""
        self._box.setChecked(bool(options.deliver_to))
        for aspect, box in self._shapes.items():
            box.setChecked(aspect in options.aspects)
        self._most.setValue(options.approve_at_most or 0)
        self._least.show_amount(options.approve_from)
        kept = options.deliver_to or str(self._memory.value(_FOLDER, str(Path.home() / "Shortlist")))
        self._shown = _without_source(kept)
        self._folder.setText(self._shown)
        self._show_places(options.publish_to)
        self._more.setVisible(self._box.isChecked())

    def _show_places(self, chosen: Sequence[str]) -> None:
        """Offer every destination, and what is chosen though it is gone."""
        for name in (*self._known, *chosen):
            if name not in self._places:
                box = self._places[name] = QCheckBox(tr("Publish to {name}").format(name=name))
                box.setObjectName(f"optionPublish_{name}")
                layout = self._places_line.layout()
                assert layout is not None
                layout.addWidget(box)
        for name, box in self._places.items():
            box.setChecked(name in chosen)
        self._places_line.setVisible(bool(self._places))

    def problem(self) -> str:
        """Return why this can't be done, or nothing."""
        if not self._box.isChecked():
            return ""
        if not any(box.isChecked() for box in self._shapes.values()):
            return tr("Choose a shape for the files.")
        gone = [name for name, box in self._places.items() if box.isChecked() and name not in self._known]
        if gone:
            told = tr("There is no destination “{name}” any more. Take its tick away, or add it in the settings.")
            return told.format(name=gone[0])
        is_usable = self._path().is_absolute() or self._folder.text() == self._shown
        return "" if is_usable else tr("Choose a folder for the files.")

    def interpret(self) -> None:
        """Take what is still being typed."""
        self._most.interpretText()
        self._least.interpretText()

    def taken_into(self, options: RunOptions) -> RunOptions:
        """Return options with what is wanted here."""
        if not self._box.isChecked():
            changes = {"auto_approve": False, "deliver_to": "", "publish_to": ()}
            return options.model_copy(update=changes)
        return options.model_copy(
            update={
                "auto_approve": True,
                "deliver_to": self._folder_of(options),
                "aspects": tuple(aspect for aspect, box in self._shapes.items() if box.isChecked()),
                "approve_at_most": self._most.value() or None,
                "approve_from": self._least.value(),
                "publish_to": tuple(name for name, box in self._places.items() if box.isChecked()),
            }
        )

    def remember(self) -> None:
        """Remember the folder, also for exports."""
        if self._box.isChecked() and self._path().is_absolute():
            self._memory.setValue(_FOLDER, str(self._path()))

    def _folder_of(self, options: RunOptions) -> str:
        """Return where files go: as it was where nothing was changed, else with a folder for each source."""
        if options.deliver_to and self._folder.text() == _without_source(options.deliver_to):
            return options.deliver_to
        path = self._path()
        return str(path if SOURCE_FIELD in str(path) else path / SOURCE_FIELD)

    def _path(self) -> Path:
        return Path(self._folder.text().strip()).expanduser()

    def _on_choose(self) -> None:
        chooser = QFileDialog(self, tr("Folder for the files"), self._folder.text())
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.fileSelected.connect(self._folder.setText)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()


def _without_source(folder: str) -> str:
    """Return a folder without the part at its end that stands for the source's name."""
    path = Path(folder)
    return str(path.parent) if path.name == SOURCE_FIELD else folder
