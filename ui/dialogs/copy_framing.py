"""Copies the framing of a clip to others of the same set-up, after it has shown which they are."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QWidget

from core.schema.clip import Clip
from ui.controllers.framing import FramingController
from ui.controllers.tasks import Tasks
from ui.widgets.basics import button, column, label, row
from ui.widgets.dialog import DIALOG_MARGINS, Dialog
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, tr


class CopyFramingDialog(Dialog):
    """Looks through the other clips of the run, lists those it would change, and copies when asked to."""

    def __init__(self, framing: FramingController, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copyFramingDialog")
        self.setWindowTitle(tr("Copy the framing to similar clips"))
        self.setMinimumWidth(440)
        self._framing = framing
        self._found: dict[str, Clip] = {}
        self._told = label(tr("Looking for shots of the same set-up…"), wraps=True)
        self._told.setObjectName("copyFramingTold")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._list = QListWidget()
        self._list.setObjectName("copyFramingClips")
        self._list.setAccessibleName(tr("Clips of the same set-up"))
        self._list.itemChanged.connect(lambda _item: self._show_count())
        self._list.hide()
        self._copy = button(tr("Copy"), self.accept, is_primary=True)
        self._copy.setObjectName("copyFraming")
        self._copy.setEnabled(False)
        self._cancel = button(tr("Cancel"), self.reject)
        layout = column(self._told, self._bar, self._list, spacing=12)
        layout.setContentsMargins(DIALOG_MARGINS)
        layout.addLayout(row(None, self._cancel, self._copy))
        self.setLayout(layout)
        self._looking: asyncio.Future[None] = tasks.start(
            self._look(), QT_TR_NOOP("Could not look for clips of the same set-up.")
        )

    async def _look(self) -> None:
        await self._framing.catch_up()
        others = self._framing.others()
        # Half a step on while a clip is looked at, so that one clip alone is no empty bar.
        self._bar.setRange(0, 2 * max(1, len(others)))
        told = tr("Looking for shots of the same set-up… clip {number} of {total}")
        for place, other in enumerate(others):
            self._told.setText(told.format(number=place + 1, total=len(others)))
            self._bar.setValue(2 * place + 1)
            after = await self._framing.copied_to(other)
            if after is not None:
                self._add(after)
            self._bar.setValue(2 * place + 2)
        self._bar.hide()
        count = self._list.count()
        if not count:
            self._told.setText(tr("No other clip of this run has a shot of the same set-up."))
            self._cancel.setText(tr("Close"))
            return
        found = tr("%n of {total} other clips have shots of the same set-up:", "", count)
        self._told.setText(found.format(total=len(others)))
        self._show_count()
        self._copy.setFocus()

    def _add(self, after: Clip) -> None:
        self._found[after.id] = after
        item = QListWidgetItem(f"{clock(after.cut.start)}  {after.wording.title}")
        item.setData(Qt.ItemDataRole.UserRole, after.id)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
        item.setCheckState(Qt.CheckState.Checked)
        self._list.addItem(item)
        self._list.show()

    def _chosen(self) -> list[Clip]:
        items = [self._list.item(line) for line in range(self._list.count())]
        kept = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        return [self._found[item.data(Qt.ItemDataRole.UserRole)] for item in kept]

    def _show_count(self) -> None:
        count = len(self._chosen())
        self._copy.setText(tr("Copy to %n clips", "", count))
        self._copy.setEnabled(count > 0 and self._bar.isHidden())

    def accept(self) -> None:
        """Copy to what is ticked, as one step of undo."""
        self._framing.copy_to(self._chosen())
        super().accept()

    def done(self, result: int) -> None:
        """Stop looking with the dialog."""
        if not self._looking.done():
            self._looking.cancel()
        super().done(result)
