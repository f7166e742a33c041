"""The shapes of an export, each in the preset of all or in one of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from core.schema.choice import ASPECTS, Aspect
from core.schema.preset import EncodePreset
from ui.widgets.chooser import Chooser
from ui.wording import QT_TR_NOOP, tr

_USES = {
    "9:16": "TikTok, Reels, Shorts",
    "1:1": QT_TR_NOOP("Feeds"),
    "4:5": QT_TR_NOOP("Instagram feed"),
    "16:9": "YouTube, X",
}


class ShapesPart(QWidget):
    """A row a shape: whether files are made of it, and in which preset.

    Signals:
        changed(): Other shapes or presets are chosen.
    """

    changed = Signal()

    def __init__(self, presets: Sequence[EncodePreset], memory: QSettings) -> None:
        super().__init__()
        self._memory = memory
        remembered = str(memory.value("export_aspects", "9:16,1:1,16:9")).split(",")
        own = dict(
            pair.split("=", 1) for pair in str(memory.value("export_presets", "")).split(",") if "=" in pair
        )
        self._boxes: dict[Aspect, QCheckBox] = {}
        self._presets: dict[Aspect, Chooser] = {}
        layout = QGridLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(4)
        layout.setColumnStretch(1, 1)
        for line, aspect in enumerate(ASPECTS):
            box = self._boxes[aspect] = QCheckBox(f"{aspect}   {tr(_USES[aspect])}")
            box.setObjectName(f"exportAspect_{aspect}")
            box.setChecked(aspect in remembered)
            chooser = self._presets[aspect] = _preset_chooser(aspect, presets)
            chooser.setCurrentIndex(max(0, chooser.findData(own.get(aspect, ""))))
            chooser.setEnabled(box.isChecked())
            box.toggled.connect(chooser.setEnabled)
            box.toggled.connect(lambda _checked: self.changed.emit())
            chooser.currentIndexChanged.connect(lambda _place: self.changed.emit())
            layout.addWidget(box, line, 0)
            layout.addWidget(chooser, line, 1)
        self.setLayout(layout)

    def aspects(self) -> list[Aspect]:
        """Return the shapes that are chosen."""
        return [aspect for aspect, box in self._boxes.items() if box.isChecked()]

    def presets(self) -> dict[Aspect, str]:
        """Return the presets of shapes that have their own."""
        return {aspect: name for aspect, box in self._presets.items() if (name := str(box.currentData()))}

    def remember(self) -> None:
        """Keep the choice for the next time."""
        self._memory.setValue("export_aspects", ",".join(self.aspects()))
        self._memory.setValue("export_presets", ",".join(f"{a}={name}" for a, name in self.presets().items()))


def _preset_chooser(aspect: Aspect, presets: Sequence[EncodePreset]) -> Chooser:
    made = Chooser()
    made.setObjectName(f"exportPreset_{aspect}")
    made.setAccessibleName(tr("Preset of {shape}").format(shape=aspect))
    made.setMaxVisibleItems(20)
    made.addItem(tr("Preset as above"), "")
    for preset in presets:
        made.addItem(preset.title, preset.name)
    return made
