"""Lines of a log as a table: when, of which run, which stage, which clip, what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from core.schema.run import LogLine
from ui import theme
from ui.controllers.stages import stage_title
from ui.widgets.dates import moment
from ui.wording import QT_TR_NOOP, told, tr

_Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    QT_TR_NOOP("Time"),
    QT_TR_NOOP("Run"),
    QT_TR_NOOP("Stage"),
    QT_TR_NOOP("Clip"),
    QT_TR_NOOP("Message"),
)
RUN_COLUMN, CLIP_COLUMN, MESSAGE_COLUMN = 1, 3, 4
_LEVELS = {"error": QT_TR_NOOP("error"), "warning": QT_TR_NOOP("warning"), "info": QT_TR_NOOP("info")}
_COLOURS = {"error": "danger", "warning": "maybe", "info": "text"}
# A window that stays open for days forgets the oldest lines; they are still in the workspace.
_MOST = 20_000


class LogModel(QAbstractTableModel):
    """Lines, oldest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[LogLine] = []
        self._runs: Mapping[str, str] = {}
        self._clips: Mapping[str, str] = {}

    def show(self, lines: Sequence[LogLine], runs: Mapping[str, str], clips: Mapping[str, str]) -> None:
        """Show these lines; `runs` and `clips` are names by id."""
        self.beginResetModel()
        self._lines, self._runs, self._clips = list(lines[-_MOST:]), runs, clips
        self.endResetModel()

    def append(self, line: LogLine) -> None:
        """Add a line at the end."""
        if len(self._lines) >= _MOST:
            self.beginRemoveRows(QModelIndex(), 0, 0)
            del self._lines[0]
            self.endRemoveRows()
        last = len(self._lines)
        self.beginInsertRows(QModelIndex(), last, last)
        self._lines.append(line)
        self.endInsertRows()

    def message(self, row: int) -> str:
        """Return the whole message of a row."""
        return self._lines[row].message

    def text(self, row: int) -> str:
        """Return a row as a line of text, to be copied."""
        return "\t".join(
            cell for column in range(len(COLUMNS)) if (cell := self._cell(row, column, is_whole=True))
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its tool tip, or the colour of its line."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(index.row(), index.column())
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.reason}: {line.message}" if line.reason else line.message
        if role == Qt.ItemDataRole.ForegroundRole:
            is_message = index.column() == MESSAGE_COLUMN
            return theme.colour(_COLOURS[line.level] if is_message else "text-muted")
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == MESSAGE_COLUMN:
            return f"{tr(_LEVELS[line.level])}: {line.message}"
        return None

    def _cell(self, row: int, column: int, is_whole: bool = False) -> str:
        line = self._lines[row]
        if column == 0:
            if is_whole:
                return datetime.fromtimestamp(line.at).strftime("%Y-%m-%d %H:%M:%S")
            return moment(line.at, with_seconds=True)
        if column == RUN_COLUMN:
            return self._runs.get(line.run_id, line.run_id[:8])
        if column == 2:
            return stage_title(line.stage)
        if column == 3:
            clip = self._clips.get(line.clip_id, line.clip_id[:8])
            return " · ".join(part for part in (clip, line.aspect, line.preset) if part)
        return line.message if is_whole else _worded(line)


def _worded(line: LogLine) -> str:
    """Return the first line of a message in the user's words; records call a stage by its name in the code."""
    first = line.message.partition("\n")[0]
    if line.stage:
        named = rf"^((?:Replayed from )?){re.escape(line.stage)}\b"
        first = re.sub(named, lambda found: f"{found[1]}{stage_title(line.stage)}", first)
    return told(first)
