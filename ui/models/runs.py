"""Runs as a list model: filtered by how they stand, and reordered by dragging those that wait in line."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from core.schema.health import Severity
from ui.controllers.standing import RunLine
from ui.wording import QT_TR_NOOP, tr

LineRole = Qt.ItemDataRole.UserRole + 1
IsOpenRole = Qt.ItemDataRole.UserRole + 2
SeverityRole = Qt.ItemDataRole.UserRole + 3
_PRIORITIES: dict[str, str] = {"high": QT_TR_NOOP("high priority"), "low": QT_TR_NOOP("low priority")}
_FOUND: dict[str, str] = {
    "warning": QT_TR_NOOP("warning in its source"),
    "problem": QT_TR_NOOP("problem in its source"),
}
_RUN_TYPE = "application/x-shortlist-run"
_Index = QModelIndex | QPersistentModelIndex


class RunModel(QAbstractListModel):
    """The runs of one standing, or all. `severity` tells the worst that was found in a run's source; it is asked
    for those rows alone that are painted.

    Signals:
        dropped(str, str): A run in line was dropped before another one ("" for the end of the list).
    """

    dropped = Signal(str, str)

    def __init__(self, severity: Callable[[str], Severity | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._lines: list[RunLine] = []
        self._open_id = ""

    def show(self, lines: Sequence[RunLine], open_id: str) -> None:
        """Show these lines; runs that stay keep their selection, also where they change places."""
        fresh = list(lines)
        before, after = [line.run.id for line in self._lines], [line.run.id for line in fresh]
        was_open, self._open_id = self._open_id, open_id
        if before == after:
            self._change_in_place(fresh, {was_open, open_id} if was_open != open_id else set())
        elif len(before) == len(after) and set(before) == set(after):
            self._reorder(fresh, after)
        elif before and after[-len(before) :] == before:
            self._insert(fresh, 0, len(after) - len(before))
        else:
            self.beginResetModel()
            self._lines = fresh
            self.endResetModel()

    def row_of(self, run_id: str) -> int:
        """Return the row of a run, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.run.id == run_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many runs there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, the line, or words for who can't see the row."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LineRole:
            return line
        if role == IsOpenRole:
            return line.run.id == self._open_id
        if role == SeverityRole:
            return self._severity(line.run.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.run.source_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            found = self._severity(line.run.id)
            parts = (_PRIORITIES.get(line.run.priority, ""), _FOUND.get(found, "") if found else "")
            return ", ".join((line.run.source_name, line.words, *(tr(part) for part in parts if part)))
        return None

    def tell_source(self, run_id: str) -> None:
        """Have the row of a run painted anew, as what is known of its source changed."""
        index = self.index(self.row_of(run_id))
        if index.isValid():
            self.dataChanged.emit(index, index, [SeverityRole])

    # Dragging

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Say that runs in line can be dragged, and dropped between rows."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self._lines[index.row()].is_unfinished else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Say that a drop moves."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what a drag carries."""
        return [_RUN_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the dragged run."""
        carried = QMimeData()
        carried.setData(_RUN_TYPE, QByteArray(self._lines[indexes[0].row()].run.id.encode()))
        return carried

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Whether a run may be dropped there: between rows of runs that are not finished, or right after them."""
        place = parent.row() if parent.isValid() else row
        return data.hasFormat(_RUN_TYPE) and 0 <= place <= self._unfinished_count()

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Tell where a run was dropped. Rows move once the queue says so, so the view has nothing to remove."""
        place = parent.row() if parent.isValid() else row
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        before = self._lines[place].run.id if place < self._unfinished_count() else ""
        self.dropped.emit(data.data(_RUN_TYPE).toStdString(), before)
        return False

    def _unfinished_count(self) -> int:
        return sum(line.is_unfinished for line in self._lines)

    # Changing

    def _change_in_place(self, fresh: list[RunLine], marked: set[str]) -> None:
        changed = [
            row
            for row, (old, new) in enumerate(zip(self._lines, fresh, strict=True))
            if (old is not new and (old != new)) or new.run.id in marked
        ]
        self._lines = fresh
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _reorder(self, fresh: list[RunLine], order: list[str]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        rows = {run_id: row for row, run_id in enumerate(order)}
        moved = [self.index(rows[self._lines[index.row()].run.id]) for index in held]
        self._lines = fresh
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _insert(self, fresh: list[RunLine], first: int, count: int) -> None:
        self.beginInsertRows(QModelIndex(), first, first + count - 1)
        self._lines = fresh
        self.endInsertRows()
        self.dataChanged.emit(self.index(count), self.index(len(fresh) - 1))
