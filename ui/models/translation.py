"""Lines of a translation as a table: when, what is said, what it says in the other language, who wrote that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt

from core.schema.translation import ReviewedLine
from ui import theme
from ui.widgets.timecode import clock
from ui.wording import QT_TR_NOOP, speaker_name, tr

_Index = QModelIndex | QPersistentModelIndex
COLUMNS = (QT_TR_NOOP("Time"), QT_TR_NOOP("As spoken"), QT_TR_NOOP("Translation"), "")
TRANSLATION_COLUMN = 2
_ROW_HEIGHT_PX = 46  # two lines of text
_STATES = {
    "missing": QT_TR_NOOP("missing"),
    "machine": QT_TR_NOOP("by the model"),
    "edited": QT_TR_NOOP("yours"),
}


class TranslationModel(QAbstractTableModel):
    """Lines in speaking order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ReviewedLine, ...] = ()

    def show(self, lines: Sequence[ReviewedLine]) -> None:
        """Show these lines; where only words changed, selection and place stay."""
        fresh = tuple(lines)
        if [line.start for line in fresh] != [line.start for line in self.lines]:
            self.beginResetModel()
            self.lines = fresh
            self.endResetModel()
            return
        changed = [place for place, (old, new) in enumerate(zip(self.lines, fresh, strict=True)) if old != new]
        self.lines = fresh
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(COLUMNS) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section]) if COLUMNS[section] else ""
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its whole text as tool tip, its colour, or the height of its row."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{line.original}\n\n{line.text}" if line.text else line.original
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, _ROW_HEIGHT_PX)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(_colour(line, index.column()))
        return None

    def _cell(self, line: ReviewedLine, column: int) -> str:
        if column == 0:
            return clock(line.start)
        if column == 1:
            return f"{speaker_name(line.speaker)}: {line.original}" if line.speaker else line.original
        if column == TRANSLATION_COLUMN:
            return line.text
        state = tr(_STATES[line.state])
        return tr("{state},\noriginal changed").format(state=state) if line.is_outdated else state


def _colour(line: ReviewedLine, column: int) -> str:
    if column == len(COLUMNS) - 1 and (line.state == "missing" or line.is_outdated):
        return "maybe"
    return "text" if column in (1, TRANSLATION_COLUMN) else "text-muted"
