"""The table of an export: a row a clip, a column a shape in a preset, a tick a file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from core.schema.cell import Cell, Column
from core.schema.clip import Clip
from ui.widgets.timecode import length
from ui.wording import tr

_TICKED, _EMPTY, _PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class FilesMatrix(QTableWidget):
    """Walked with the arrow keys, ticked with Space; a tick of its first row or column stands for all in it.

    Signals:
        changed(): Other files are wanted.
    """

    changed = Signal()

    def __init__(self, clips: Sequence[Clip]) -> None:
        super().__init__()
        self.setObjectName("exportMatrix")
        self.setAccessibleName(tr("Files to export: clips, and shapes in presets"))
        self._clips = list(clips)
        self._columns: list[Column] = []
        self._left_out: set[Cell] = set()
        self._is_filling = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        # A title that has no room loses its middle, not how long the clip is.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(120)
        self.itemChanged.connect(self._on_ticked)

    def show_columns(self, columns: Sequence[Column], titles: Sequence[str]) -> None:
        """Show other columns; ticks of those that stay are kept, and of those that come back too."""
        self._columns = list(columns)
        self._is_filling = True
        place = self.currentRow(), self.currentColumn()
        self.clear()
        self.setRowCount(1 + len(self._clips))
        self.setColumnCount(1 + len(self._columns))
        self.setHorizontalHeaderLabels([tr("Clip"), *(title.replace(" ", "\n", 1) for title in titles)])
        for line in range(self.rowCount()):
            name = self._clip_title(line)
            self.setItem(line, 0, _item(name, name))
            for at, title in enumerate(titles, 1):
                self.setItem(line, at, _item("", f"{name}, {title}"))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(48)
        self.setCurrentCell(max(0, place[0]), min(max(0, place[1]), len(self._columns)))
        self._show_ticks()

    def leave_out(self, cells: Sequence[Cell]) -> None:
        """Take ticks away."""
        self._left_out.update(cells)
        self._show_ticks()

    def left_out(self) -> list[Cell]:
        """Return the files of the table that are not wanted."""
        return [cell for line in self._lines() for cell in line if cell in self._left_out]

    def cells(self) -> list[Cell]:
        """Return the files that are wanted, clip by clip."""
        return [cell for line in self._lines() for cell in line if cell not in self._left_out]

    def _lines(self) -> list[list[Cell]]:
        return [[Cell(clip.id, *column) for column in self._columns] for clip in self._clips]

    def _clip_title(self, line: int) -> str:
        if line == 0:
            return tr("All clips")
        clip = self._clips[line - 1]
        return "   ".join((clip.wording.title or tr("Untitled clip"), length(clip.cut.duration)))

    def _below(self, line: int, at: int) -> list[Cell]:
        """Return the files that a place of the table stands for: one, a row, a column, or all."""
        lines = self._lines() if line == 0 else [self._lines()[line - 1]]
        return [cell for found in lines for cell in (found if at == 0 else found[at - 1 : at])]

    def _show_ticks(self) -> None:
        self._is_filling = True
        for line in range(self.rowCount()):
            for at in range(self.columnCount()):
                below = self._below(line, at)
                wanted = sum(cell not in self._left_out for cell in below)
                state = _EMPTY if not wanted else _TICKED if wanted == len(below) else _PARTLY
                if (item := self.item(line, at)) is not None:
                    item.setCheckState(state)
        self._is_filling = False

    def _on_ticked(self, item: QTableWidgetItem) -> None:
        if self._is_filling:
            return
        below = self._below(item.row(), item.column())
        if item.checkState() == _TICKED:
            self._left_out.difference_update(below)
        else:
            self._left_out.update(below)
        self._show_ticks()
        self.changed.emit()


def _item(text: str, spoken: str) -> QTableWidgetItem:
    made = QTableWidgetItem(text)
    made.setFlags(_FLAGS)
    made.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    made.setToolTip(spoken)
    made.setCheckState(_TICKED)
    return made
