"""Columns of an export's table: shapes, each in a preset; added by two choices, removed by their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSettings, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from core.schema.cell import Column
from core.schema.choice import ASPECTS, Aspect
from core.schema.preset import EncodePreset
from ui import theme
from ui.controllers.own_presets import PresetController
from ui.controllers.presets import limits_words, preset_title, removed_title, removed_words
from ui.widgets.basics import button, column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.flow import Flow
from ui.wording import QT_TR_NOOP, told, tr

_USES = {
    "9:16": "TikTok, Reels, Shorts",
    "1:1": QT_TR_NOOP("Feeds"),
    "4:5": QT_TR_NOOP("Instagram feed"),
    "16:9": "YouTube, X",
}
_SHAPE_PX = 92


class ColumnsPart(QWidget):
    """A line of columns that can be taken away, and below it what adds another.

    Signals:
        changed(): A column is added or taken away.
    """

    changed = Signal()

    def __init__(self, presets: PresetController, memory: QSettings, name: str) -> None:
        super().__init__()
        self._own = presets
        self._memory = memory
        self._presets = {preset.name: preset for preset in presets.all()}
        self._gone: dict[str, EncodePreset] = {}
        self._columns: list[Column] = []
        self._chips: dict[Column, QPushButton] = {}
        self._line = QWidget()
        self._line.setLayout(Flow(6))
        self._shape = _shape_chooser()
        theme.fix_width(self._shape, _SHAPE_PX)
        self._preset = _preset_chooser(presets.all())
        self._add = button(tr("Add"), self._on_add, "plus")
        self._add.setObjectName("addColumn")
        self._about = label("", "small", wraps=True)
        self._about.setObjectName("columnAbout")
        self._limits = label("", "small", wraps=True)
        self._limits.setObjectName("columnLimits")
        manage = button(tr("Presets…"), self._show_all)
        manage.setObjectName("managePresets")
        manage.setToolTip(tr("Look through all presets, and make your own"))
        adder = row(self._shape, self._preset, self._add, spacing=8)
        adder.setStretch(1, 1)
        self._removed = label("", "warning", wraps=True)
        self._removed.setObjectName("removedPresets")
        whole = column(self._line, self._removed, spacing=6)
        whole.addLayout(adder)
        whole.addWidget(self._about)
        told_of = row(self._limits, manage, spacing=8)
        told_of.setStretch(0, 1)
        whole.addLayout(told_of)
        self.setLayout(whole)
        self.setAccessibleName(name)
        self.setFocusProxy(self._shape)
        self._shape.currentIndexChanged.connect(lambda _place: self._show_adder())
        self._preset.currentIndexChanged.connect(lambda _place: self._show_adder())
        presets.changed.connect(self._offer_others)
        presets.saved.connect(self._choose)
        self._show_adder()

    def columns(self) -> list[Column]:
        """Return the columns, by shape, and those of one shape as they were added."""
        return list(self._columns)

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns, also in presets that were removed; one in a preset that never was is left out."""
        for name in dict.fromkeys(each.preset for each in columns):
            gone = None if name in self._presets else self._own.gone(name)
            if gone is not None:
                self._gone[name] = gone
        known = [
            each for each in dict.fromkeys(columns) if each.preset in self._presets or each.preset in self._gone
        ]
        self._columns = sorted(known, key=lambda each: ASPECTS.index(each.aspect))
        self._show()

    def title(self, given: Column) -> str:
        """Return `9:16 TikTok`."""
        if given.preset in self._presets:
            return f"{given.aspect} {preset_title(self._presets[given.preset])}"
        return f"{given.aspect} {removed_title(self._gone[given.preset])}"

    def chosen_preset(self) -> EncodePreset:
        """Return the preset that another column would have."""
        return self._presets[str(self._preset.currentData())]

    def _choose(self, preset: EncodePreset) -> None:
        self._preset.setCurrentIndex(self._preset.findData(preset.name))

    def _show_all(self) -> None:
        from ui.dialogs.presets import PresetsDialog

        dialog = PresetsDialog(self._own, self._memory, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _offer_others(self) -> None:
        """Offer the presets that there are now; a column of one that is gone goes with it."""
        before, chosen = self._columns, str(self._preset.currentData())
        was = set(self._presets)
        self._presets = {preset.name: preset for preset in self._own.all()}
        with QSignalBlocker(self._preset):
            self._preset.clear()
            for preset in self._presets.values():
                self._preset.addItem(preset_title(preset), preset.name)
            self._preset.setCurrentIndex(max(0, self._preset.findData(chosen)))
        for given, chip in self._chips.items():
            if given.preset in self._presets:
                chip.setText(self.title(given))
        # What is removed while this is shown goes; what was removed before stays, as it is asked for.
        lost = was - set(self._presets)
        self.show_columns([each for each in before if each.preset not in lost])
        if self._columns != before:
            self.changed.emit()

    def _show(self) -> None:
        layout = self._line.layout()
        assert layout is not None
        while layout.takeAt(0) is not None:
            pass
        for given in [each for each in self._chips if each not in self._columns]:
            gone = self._chips.pop(given)
            gone.hide()
            gone.setParent(None)
            gone.deleteLater()
        for given in self._columns:
            if given not in self._chips:
                self._chips[given] = self._make_chip(given)
            layout.addWidget(self._chips[given])
            self._line.setMinimumHeight(self._chips[given].sizeHint().height())
        self._line.setVisible(bool(self._columns))
        used = dict.fromkeys(each.preset for each in self._columns if each.preset not in self._presets)
        self._removed.setText("\n".join(removed_words(self._gone[name]) for name in used))
        self._removed.setVisible(bool(used))
        self._show_adder()

    def _make_chip(self, given: Column) -> QPushButton:
        made = button(self.title(given), partial(self._remove, given), "close")
        made.setObjectName(f"column_{given.aspect}_{given.preset}")
        made.setToolTip(tr("Take this column away"))
        made.setAccessibleName(tr("Take away {column}").format(column=self.title(given)))
        return made

    def _show_adder(self) -> None:
        preset = self.chosen_preset()
        self._shape.setToolTip(str(self._shape.currentData(Qt.ItemDataRole.ToolTipRole)))
        self._about.setText(told(preset.about))
        self._about.setVisible(bool(preset.about))
        self._limits.setText(limits_words(preset))
        self._add.setEnabled(self._chosen() not in self._columns)

    def _chosen(self) -> Column:
        aspect: Aspect = self._shape.currentData()
        return Column(aspect, str(self._preset.currentData()))

    def _on_add(self) -> None:
        self.show_columns([*self._columns, self._chosen()])
        self._shape.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, given: Column) -> None:
        """Take a column away; the keyboard goes to the next one, or to what adds."""
        place = self._columns.index(given)
        self._columns.remove(given)
        self._show()
        following = self._columns[min(place, len(self._columns) - 1)] if self._columns else None
        (self._chips[following] if following else self._shape).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


def _shape_chooser() -> Chooser:
    made = Chooser()
    made.setObjectName("columnShape")
    made.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setAccessibleName(tr("Shape"))
    for place, aspect in enumerate(ASPECTS):
        made.addItem(aspect, aspect)
        made.setItemData(place, tr(_USES[aspect]), Qt.ItemDataRole.ToolTipRole)
    return made


def _preset_chooser(presets: Sequence[EncodePreset]) -> Chooser:
    made = Chooser()
    made.setObjectName("columnPreset")
    made.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setAccessibleName(tr("Preset"))
    made.setMaxVisibleItems(20)
    for preset in presets:
        made.addItem(preset_title(preset), preset.name)
    return made
