"""Changes that came back from an editing program: each with a tick, what else was found, and taking them over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QProgressBar, QScrollArea, QWidget

from core.schema.handoff import ClipChange, Readback
from ui.controllers.hand_off import HandOffController, change_facts
from ui.delegates.ticked_row import TickedRowDelegate
from ui.widgets.basics import button, column, label, listed, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import clock
from ui.wording import quoted, tr

_NOTES_HEIGHT_PX = 96


class ReadBackDialog(Dialog):
    """Compares a file with the clips of a run, and changes them when asked to, as one step of undo.

    Signals:
        clip_wanted(str): The clip of a change is to be seen.
    """

    clip_wanted = Signal(str)

    def __init__(
        self, hand_off: HandOffController, run_id: str, file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("readBackDialog")
        self.setWindowTitle(tr("Changes in {name}").format(name=file.name))
        self.setMinimumSize(520, 380)
        self.resize(620, 480)
        self.run_id = run_id
        self._hand_off = hand_off
        self._changes: dict[str, ClipChange] = {}
        self._told = label(tr("Comparing {name} with the clips…").format(name=file.name), "heading", wraps=True)
        self._told.setObjectName("readBackTold")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._list = QListWidget()
        self._list.setObjectName("readBackChanges")
        self._list.setAccessibleName(tr("Changes of clips"))
        self._list.setWordWrap(True)
        self._list.setItemDelegate(TickedRowDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemChanged.connect(lambda _item: self._show_count())
        self._list.itemActivated.connect(
            lambda item: self.clip_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))
        )
        self._notes, self._notes_area = self._make_notes()
        self._cancel = button(tr("Cancel"), self.reject)
        self._cancel.setObjectName("readBackClose")
        self._apply = button(tr("Take over"), self._on_apply, is_primary=True)
        self._apply.setObjectName("readBackApply")
        self._apply.setEnabled(False)
        self._build()
        hand_off.compared.connect(self._on_compared)
        hand_off.unreadable.connect(self._on_unreadable)
        hand_off.applied.connect(self._on_applied)
        self._reading = hand_off.read(run_id, file)

    def _make_notes(self) -> tuple[QLabel, QScrollArea]:
        notes = label("", "muted", wraps=True)
        notes.setObjectName("readBackNotes")
        notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = listed(notes)
        area.setAccessibleName(tr("What else was found"))
        area.setMaximumHeight(_NOTES_HEIGHT_PX)
        return notes, area

    def _build(self) -> None:
        layout = column(self._told, self._bar, self._list, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addWidget(self._notes_area)
        layout.addStretch(0)
        layout.addLayout(row(None, self._cancel, self._apply))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._list.hide()
        self._notes_area.hide()

    def _on_compared(self, found: Readback) -> None:
        self._bar.hide()
        self._notes.setText("\n".join(found.told))
        self._notes_area.setVisible(bool(found.told))
        if not found.changes:
            self._told.setText(
                tr("Nothing is changed: all %n clips in it are as they are here.", "", found.unchanged)
            )
            self._end()
            return
        counted = tr("%n clips changed there", "", len(found.changes))
        same = tr("%n are as before", "", found.unchanged)
        self._told.setText(f"{counted}, {same}" if found.unchanged else counted)
        for change in found.changes:
            self._add(change)
        self._list.show()
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self._show_count()

    def _add(self, change: ClipChange) -> None:
        self._changes[change.clip_id] = change
        title = quoted(change.title) if change.title else tr("Untitled clip")
        at = clock(change.before.start)
        item = QListWidgetItem(f"{title}   {at}\n{' · '.join(change_facts(change))}")
        item.setData(Qt.ItemDataRole.UserRole, change.clip_id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setToolTip(tr("Press Enter, or double-click, to see the clip as it is now"))
        self._list.addItem(item)

    def _chosen(self) -> list[ClipChange]:
        items = [self._list.item(line) for line in range(self._list.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self._changes[str(item.data(Qt.ItemDataRole.UserRole))] for item in ticked]

    def _show_count(self) -> None:
        count = len(self._chosen())
        self._apply.setText(tr("Take over %n changes", "", count) if count else tr("Take over"))
        self._apply.setEnabled(count > 0)

    def _on_apply(self) -> None:
        self._apply.setEnabled(False)
        self._hand_off.apply(self.run_id, self._chosen())

    def _on_applied(self, _count: int) -> None:
        self.accept()

    def _on_unreadable(self, why: str) -> None:
        self._bar.hide()
        self._list.hide()
        self._told.setText(why)
        restyle(self._told, "role", "error")
        self._end()

    def _end(self) -> None:
        """There is nothing to take over."""
        self._apply.hide()
        self._cancel.setText(tr("Close"))
        self._cancel.setFocus()

    def done(self, result: int) -> None:
        """Stop reading with the dialog."""
        if not self._reading.done():
            self._reading.cancel()
        super().done(result)
