"""Answers that came back on a contact sheet: each with a tick, what can't be taken over, and taking them over."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QWidget

from core.schema.sheet import SheetAnswers, SheetChange
from ui.controllers.sheets import SheetController, change_words
from ui.delegates.ticked_row import TickedRowDelegate
from ui.widgets.basics import button, column, label, restyle, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.wording import quoted, told, tr


class SheetAnswersDialog(Dialog):
    """Compares answers with the clips of a run, and changes them when asked to, as one step of undo.

    Signals:
        clip_wanted(str): The clip of an answer is to be seen.
    """

    clip_wanted = Signal(str)

    def __init__(self, sheets: SheetController, run_id: str, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheetAnswers")
        self.setWindowTitle(tr("Answers in {name}").format(name=file.name))
        self.setMinimumSize(520, 360)
        self.resize(620, 460)
        self.run_id = run_id
        self._sheets = sheets
        self._changes: dict[str, SheetChange] = {}
        self._told = label(tr("Comparing {name} with the clips…").format(name=file.name), "heading", wraps=True)
        self._told.setObjectName("answersTold")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._list = QListWidget()
        self._list.setObjectName("answersList")
        self._list.setAccessibleName(tr("What was decided"))
        self._list.setWordWrap(True)
        self._list.setItemDelegate(TickedRowDelegate(self._list))
        self._list.hide()
        self._notes = label("", "muted", wraps=True)
        self._notes.setObjectName("answersNotes")
        self._cancel = button(tr("Cancel"), self.reject)
        self._cancel.setObjectName("answersClose")
        self._apply = button(tr("Take over"), self._on_apply, is_primary=True)
        self._apply.setObjectName("answersApply")
        self._apply.setEnabled(False)
        layout = column(self._told, self._bar, self._list, self._notes, spacing=10)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addStretch(0)
        layout.addLayout(row(None, self._cancel, self._apply))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self._list.itemChanged.connect(lambda _item: self._show_count())
        self._list.itemActivated.connect(
            lambda item: self.clip_wanted.emit(str(item.data(Qt.ItemDataRole.UserRole)))
        )
        sheets.compared.connect(self._on_compared)
        sheets.unreadable.connect(self._on_unreadable)
        sheets.applied.connect(lambda _count: self.accept())
        self._reading = sheets.read(run_id, file)

    def _on_compared(self, found: SheetAnswers) -> None:
        self._bar.hide()
        self._notes.setText("\n".join(map(told, found.told)))
        if not found.changes:
            same = tr("Nothing is changed: all %n clips in it are as they are here.", "", found.unchanged)
            self._end(same)
            return
        count = tr("%n clips decided otherwise", "", len(found.changes))
        self._told.setText(tr("{what} by {name}").format(what=count, name=found.by) if found.by else count)
        for change in found.changes:
            self._changes[change.clip_id] = change
            title = quoted(change.title) if change.title else tr("Untitled clip")
            item = QListWidgetItem(f"{title}\n{change_words(change)}")
            item.setData(Qt.ItemDataRole.UserRole, change.clip_id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setToolTip(tr("Press Enter, or double-click, to see the clip as it is now"))
            self._list.addItem(item)
        self._list.show()
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self._show_count()

    def _chosen(self) -> list[SheetChange]:
        items = [self._list.item(line) for line in range(self._list.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self._changes[str(item.data(Qt.ItemDataRole.UserRole))] for item in ticked]

    def _show_count(self) -> None:
        count = len(self._chosen())
        self._apply.setText(tr("Take over %n changes", "", count) if count else tr("Take over"))
        self._apply.setEnabled(count > 0)

    def _on_apply(self) -> None:
        self._apply.setEnabled(False)
        self._sheets.apply(self.run_id, self._chosen())

    def _on_unreadable(self, why: str) -> None:
        self._bar.hide()
        self._list.hide()
        restyle(self._told, "role", "error")
        self._end(why)

    def _end(self, words: str) -> None:
        """There is nothing to take over."""
        self._told.setText(words)
        self._apply.hide()
        self._cancel.setText(tr("Close"))
        self._cancel.setFocus()

    def done(self, result: int) -> None:
        """Stop reading with the dialog."""
        if not self._reading.done():
            self._reading.cancel()
        super().done(result)
