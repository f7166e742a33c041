"""What lies beside each video of an export, and whether captions are in its picture."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from core.schema.run import RunOptions
from ui.wording import QT_TR_NOOP, tr

# Format, what it is called, what it is for.
_FORMATS = (
    ("srt", QT_TR_NOOP("Captions (SRT)"), QT_TR_NOOP("Every platform's upload takes them.")),
    ("vtt", QT_TR_NOOP("Captions (WebVTT)"), QT_TR_NOOP("For players of web pages; says who speaks.")),
    ("ass", QT_TR_NOOP("Captions (ASS)"), QT_TR_NOOP("Dressed after the clip's style, for players and encoders.")),
    ("txt", QT_TR_NOOP("Texts to post"), QT_TR_NOOP("Title, description, hashtags, and all that is said.")),
    ("json", QT_TR_NOOP("Data (JSON)"), QT_TR_NOOP("Words, cues, scores and ranges, for other programs.")),
    ("jpg", QT_TR_NOOP("Thumbnail (JPEG)"), QT_TR_NOOP("The picture that was chosen for the clip.")),
)
_COLUMNS = 2


class BesidePart(QWidget):
    """Signals:
    changed(): Something else is chosen.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._burnt = QCheckBox(tr("Captions in the picture"))
        self._burnt.setObjectName("exportBurnt")
        self._burnt.setToolTip(tr("Without, the picture is clean. The preview shows captions all the same."))
        self._burnt.toggled.connect(lambda _checked: self.changed.emit())
        self._boxes: dict[str, QCheckBox] = {}
        layout = QGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(4)
        layout.addWidget(self._burnt, 0, 0, 1, _COLUMNS)
        for place, (name, title, use) in enumerate(_FORMATS):
            box = self._boxes[name] = QCheckBox(tr(title))
            box.setObjectName(f"exportBeside_{name}")
            box.setToolTip(tr(use))
            box.toggled.connect(lambda _checked: self.changed.emit())
            layout.addWidget(box, 1 + place // _COLUMNS, place % _COLUMNS)
        self.setLayout(layout)

    def show_choice(self, sidecars: Collection[str], burns_captions: bool) -> None:
        """Show what is chosen."""
        self._burnt.setChecked(burns_captions)
        for name, box in self._boxes.items():
            box.setChecked(name in sidecars)

    def show_remembered(self, memory: QSettings) -> None:
        """Show what was chosen for the last export."""
        usual = ",".join(RunOptions().sidecars)
        sidecars = str(memory.value("export_sidecars", usual)).split(",")
        self.show_choice(sidecars, memory.value("export_burnt", "yes") == "yes")

    def sidecars(self) -> tuple[str, ...]:
        """Return the formats that are chosen."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def burns_captions(self) -> bool:
        """Whether captions are in the picture."""
        return self._burnt.isChecked()

    def remember(self, memory: QSettings) -> None:
        """Keep the choice for the next time."""
        memory.setValue("export_sidecars", ",".join(self.sidecars()))
        memory.setValue("export_burnt", "yes" if self.burns_captions() else "no")
