"""A choice of presets: the name, what it is for, and its size and limits."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from core.schema.preset import EncodePreset
from ui.controllers.own_presets import PresetController
from ui.controllers.presets import limits_words, preset_title, removed_title, removed_words
from ui.widgets.basics import column, label, restyle
from ui.widgets.chooser import Chooser
from ui.wording import told, tr


class PresetChooser(QWidget):
    """Signals:
    changed(): Another preset is chosen.
    """

    changed = Signal()

    def __init__(self, presets: PresetController, chosen: str) -> None:
        super().__init__()
        self._own = presets
        self._presets: tuple[EncodePreset, ...] = ()
        self._box = Chooser()
        self._box.setObjectName("presetBox")
        self._box.setAccessibleName(tr("Preset"))
        self._box.setMaxVisibleItems(20)
        self._offer(chosen)
        self._about = label("", "muted", wraps=True)
        self._about.setObjectName("presetAbout")
        self._limits = label("", "small", wraps=True)
        self._limits.setObjectName("presetLimits")
        self.setLayout(column(self._box, self._about, self._limits, spacing=4))
        self.setFocusProxy(self._box)
        self._box.currentIndexChanged.connect(lambda _place: self._on_changed())
        presets.changed.connect(self._on_presets)
        self._show()

    def _offer(self, chosen: str) -> None:
        """Offer the presets that there are now, and choose one by its name."""
        gone = self._own.gone(chosen)
        self._presets = (*self._own.all(), *([gone] if gone else []))
        self._gone = gone.name if gone else ""
        with QSignalBlocker(self._box):
            self._box.clear()
            for place, preset in enumerate(self._presets):
                title = removed_title(preset) if preset.name == self._gone else preset_title(preset)
                self._box.addItem(title, preset.name)
                hint = f"{told(preset.about)}\n{limits_words(preset)}"
                self._box.setItemData(place, hint, Qt.ItemDataRole.ToolTipRole)
        self._box.setCurrentIndex(max(0, self._box.findData(chosen)))

    def preset(self) -> EncodePreset:
        """Return what is chosen."""
        return self._presets[max(0, self._box.currentIndex())]

    def choose(self, name: str) -> None:
        """Choose a preset by its name, also one that was removed; the usual one where there is none of it."""
        if self._box.findData(name) < 0 and self._own.gone(name) is not None:
            self._offer(name)
            self._show()
        self._box.setCurrentIndex(max(0, self._box.findData(name)))

    def _on_presets(self) -> None:
        self._offer(str(self._box.currentData()))
        self._show()

    def _on_changed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        preset = self.preset()
        about = removed_words(preset) if preset.name == self._gone else told(preset.about)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        restyle(self._about, "role", "warning" if preset.name == self._gone else "muted")
        self._limits.setText(limits_words(preset))
