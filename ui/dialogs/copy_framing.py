"""Copies the framing of a clip to others of the same set-up, after it has shown which they are."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QProgressBar, QWidget

from core.schema.clip import Clip
from ui.controllers.framing import FramingController
from ui.controllers.tasks import Tasks
from ui.widgets.basics import button, column, label, row
from ui.widgets.timecode import clock


class CopyFramingDialog(QDialog):
    """Looks through the other clips of the run, lists those it would change, and copies when asked to."""

    def __init__(self, framing: FramingController, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("copyFramingDialog")
        self.setWindowTitle("Copy the framing to similar clips")
        self.setMinimumWidth(440)
        self._framing = framing
        self._found: dict[str, Clip] = {}
        self._told = label("Looking for shots of the same set-up…", wraps=True)
        self._told.setObjectName("copyFramingTold")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._list = QListWidget()
        self._list.setObjectName("copyFramingClips")
        self._list.setAccessibleName("Clips of the same set-up")
        self._list.itemChanged.connect(lambda _item: self._show_count())
        self._list.hide()
        self._copy = button("Copy", self.accept, is_primary=True)
        self._copy.setObjectName("copyFraming")
        self._copy.setEnabled(False)
        self._cancel = button("Cancel", self.reject)
        layout = column(self._told, self._bar, self._list, spacing=12)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.addLayout(row(None, self._cancel, self._copy))
        self.setLayout(layout)
        self._looking: asyncio.Future[None] = tasks.start(self._look(), "look for clips of the same set-up")

    async def _look(self) -> None:
        await self._framing.catch_up()
        others = self._framing.others()
        # Half a step on while a clip is looked at, so that one clip alone is no empty bar.
        self._bar.setRange(0, 2 * max(1, len(others)))
        for place, other in enumerate(others):
            self._told.setText(f"Looking for shots of the same set-up… clip {place + 1} of {len(others)}")
            self._bar.setValue(2 * place + 1)
            after = await self._framing.copied_to(other)
            if after is not None:
                self._add(after)
            self._bar.setValue(2 * place + 2)
        self._bar.hide()
        count = self._list.count()
        if not count:
            self._told.setText("No other clip of this run has a shot of the same set-up.")
            self._cancel.setText("Close")
            return
        self._told.setText(
            f"{count} of {len(others)} other clips {'has' if count == 1 else 'have'} shots of the same set-up:"
        )
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
        self._copy.setText(f"Copy to {count} clip{'' if count == 1 else 's'}")
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
