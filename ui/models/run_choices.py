"""The names of all runs for a chooser, cut to its width only where they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics

from ui.icons import icon

_Index = QModelIndex | QPersistentModelIndex


class RunChoices(QAbstractListModel):
    """Runs by name; their ids are the user data of the rows. `room_px` is the width a name may have."""

    def __init__(self, metrics: QFontMetrics, room_px: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._room_px = room_px
        self._runs: list[tuple[str, str]] = []

    def show(self, runs: Sequence[tuple[str, str]]) -> None:
        """Show these runs: id and name each."""
        if self._runs == runs:
            return
        self.beginResetModel()
        self._runs = list(runs)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self._runs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, its icon, the whole name as tool tip, or the run's id."""
        if not index.isValid():
            return None
        run_id, name = self._runs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._metrics.elidedText(Path(name).stem, Qt.TextElideMode.ElideRight, self._room_px)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon("film")
        if role == Qt.ItemDataRole.ToolTipRole:
            return name
        if role == Qt.ItemDataRole.UserRole:
            return run_id
        return None
