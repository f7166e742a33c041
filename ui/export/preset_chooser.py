"""A choice of presets: the name, what it is for, and its size and limits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.schema.preset import EncodePreset
from ui.controllers.presets import limits_words
from ui.widgets.basics import column, label
from ui.widgets.chooser import Chooser
from ui.wording import told, tr


class PresetChooser(QWidget):
    """Signals:
    changed(): Another preset is chosen.
    """

    changed = Signal()

    def __init__(self, presets: Sequence[EncodePreset], chosen: str) -> None:
        super().__init__()
        self._presets = presets
        self._box = Chooser()
        self._box.setObjectName("presetBox")
        self._box.setAccessibleName(tr("Preset"))
        self._box.setMaxVisibleItems(20)
        for preset in presets:
            self._box.addItem(preset.title, preset.name)
            hint = f"{told(preset.about)}\n{limits_words(preset)}"
            self._box.setItemData(self._box.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)
        self._box.setCurrentIndex(max(0, self._box.findData(chosen)))
        self._about = label("", "muted", wraps=True)
        self._about.setObjectName("presetAbout")
        self._limits = label("", "small", wraps=True)
        self._limits.setObjectName("presetLimits")
        self.setLayout(column(self._box, self._about, self._limits, spacing=4))
        self.setFocusProxy(self._box)
        self._box.currentIndexChanged.connect(lambda _place: self._on_changed())
        self._show()

    def preset(self) -> EncodePreset:
        """Return what is chosen."""
        return self._presets[max(0, self._box.currentIndex())]

    def choose(self, name: str) -> None:
        """Choose a preset by its name, the usual one where there is none of it."""
        self._box.setCurrentIndex(max(0, self._box.findData(name)))

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        preset = self.preset()
        self._about.setText(told(preset.about))
        self._about.setVisible(bool(preset.about))
        self._limits.setText(limits_words(preset))
