"""Filters of the list of clips beyond decision and text: score, length, speaker, notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QWidget

from ui.models.clip_filter import ClipFilter
from ui.widgets.basics import button, column, label, row
from ui.widgets.chooser import Chooser
from ui.widgets.fields import CalmSpinBox
from ui.wording import speaker_name, tr

_WIDTH_PX = 300
_LONGEST_SECONDS = 3600


class FilterPopover(QFrame):
    """Floats beside the list, which follows every change.

    Signals:
        changed(object): The user asks for other clips; the `ClipFilter`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("filterPopover")
        self.setAccessibleName(tr("Filters"))
        self.setFixedWidth(_WIDTH_PX)
        self._filter = ClipFilter()
        self._score = self._number("filterScore", tr("Score from"), 100, "")
        self._shortest = self._number("filterShortest", tr("Shortest"), _LONGEST_SECONDS, " s")
        self._longest = self._number("filterLongest", tr("Longest"), _LONGEST_SECONDS, " s")
        self._speaker = Chooser()
        self._speaker.setObjectName("filterSpeaker")
        self._speaker.setAccessibleName(tr("Speaker"))
        self._notes = QCheckBox(tr("Only clips with notes"))
        self._notes.setObjectName("filterNotes")
        self._clear = button(tr("Clear filters"), self.clear)
        self._clear.setObjectName("filterClear")
        self._build()
        for field in (self._score, self._shortest, self._longest):
            field.valueChanged.connect(lambda _value: self._take())
        self._speaker.activated.connect(lambda _index: self._take())
        self._notes.toggled.connect(lambda _checked: self._take())
        self.show_speakers(())

    def _number(self, name: str, accessible_name: str, most: int, unit: str) -> CalmSpinBox:
        made = CalmSpinBox()
        made.setObjectName(name)
        made.setAccessibleName(accessible_name)
        made.setRange(0, most)
        made.setSingleStep(5)
        made.setSuffix(unit)
        # 0 asks for nothing, and says so.
        made.setSpecialValueText(tr("Any"))
        return made

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (name, field) in enumerate(
            (
                (tr("Score from"), self._score),
                (tr("Length from"), self._shortest),
                (tr("Length to"), self._longest),
                (tr("Speaker"), self._speaker),
            )
        ):
            grid.addWidget(label(name, "muted"), line, 0)
            grid.addWidget(field, line, 1)
        layout = column(label(tr("Show clips with"), "heading"), spacing=10, margin=16)
        layout.addLayout(grid)
        layout.addWidget(self._notes)
        layout.addLayout(row(None, self._clear))
        self.setLayout(layout)

    def open_at(self, corner: QPoint) -> None:
        """Open with the upper left corner at a point of the screen, or as near to it as the screen allows."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        top = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self._score.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_speakers(self, names: Sequence[str]) -> None:
        """Offer these speakers."""
        self._speaker.clear()
        self._speaker.addItem(tr("Anybody"), "")
        for name in names:
            self._speaker.addItem(speaker_name(name), name)
        self._speaker.setEnabled(bool(names))
        self._speaker.setCurrentIndex(max(0, self._speaker.findData(self._filter.speaker)))

    def show_filter(self, wanted: ClipFilter) -> None:
        """Show what is asked for, without telling."""
        self._filter = wanted
        parts = (self._score, self._shortest, self._longest, self._notes)
        for part in parts:
            part.blockSignals(True)
        self._score.setValue(round(wanted.least_score))
        self._shortest.setValue(round(wanted.shortest))
        self._longest.setValue(round(wanted.longest))
        self._notes.setChecked(wanted.has_notes)
        for part in parts:
            part.blockSignals(False)
        self._speaker.setCurrentIndex(max(0, self._speaker.findData(wanted.speaker)))
        self._clear.setEnabled(wanted.is_narrow)

    def clear(self) -> None:
        """Ask for nothing of this any more."""
        self._tell(self._filter.without_detail())

    def _take(self) -> None:
        self._tell(
            replace(
                self._filter,
                least_score=float(self._score.value()),
                shortest=float(self._shortest.value()),
                longest=float(self._longest.value()),
                speaker=self._speaker.currentData() or "",
                has_notes=self._notes.isChecked(),
            )
        )

    def _tell(self, wanted: ClipFilter) -> None:
        if wanted != self._filter:
            self.show_filter(wanted)
            self.changed.emit(wanted)
