"""Several colours in a row: each is changed by a click, the last can be taken away, one more can be added."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.basics import clear_grid, icon_button, label
from ui.widgets.colour_field import ColourField
from ui.wording import tr

_MOST = 12
_COLUMNS = 4


class ColourList(QWidget):
    """A list of colours, possibly empty.

    Signals:
        moved(object, bool): The colours that are wanted now; whether the user is still choosing.
        released(): They have chosen.
    """

    moved = Signal(object, bool)
    released = Signal()

    def __init__(self, accessible_name: str, offered: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._name = accessible_name
        self._offered = offered
        self._value: tuple[str, ...] = ()
        self._fields: list[ColourField] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(_COLUMNS, 1)
        self.setLayout(self._grid)
        self._make_anew()

    def show_value(self, value: Sequence[str]) -> None:
        """Show these colours."""
        before, self._value = self._value, tuple(value)
        if len(before) != len(self._value):
            self._make_anew()
        for field, text in zip(self._fields, self._value, strict=True):
            field.show_colour(text)

    def _make_anew(self) -> None:
        clear_grid(self._grid)
        self._fields = []
        for place in range(len(self._value)):
            made = ColourField(f"{self._name} {place + 1}", self._offered)
            # The letters of one colour take the width of three swatches: here a swatch must do.
            made.field.hide()
            made.moved.connect(lambda text, is_choosing, at=place: self._take(at, text, is_choosing))
            made.released.connect(self.released)
            self._fields.append(made)
        cells: list[QWidget] = [*self._fields]
        if not cells:
            cells.append(label(tr("None", "colours"), "muted"))
        if self._value:
            less = icon_button("minus", tr("Remove the last of “{field}”").format(field=self._name), self._remove)
            less.setObjectName("lessColours")
            cells.append(less)
        if len(self._value) < _MOST:
            more = icon_button("plus", tr("Add to “{field}”").format(field=self._name), self._add)
            more.setObjectName("moreColours")
            cells.append(more)
        for number, cell in enumerate(cells):
            self._grid.addWidget(cell, number // _COLUMNS, number % _COLUMNS)

    def _take(self, place: int, text: str, is_choosing: bool) -> None:
        changed = (*self._value[:place], text, *self._value[place + 1 :])
        self.moved.emit(changed, is_choosing)

    def _add(self) -> None:
        unused = (each for each in self._offered() if each not in self._value)
        self.moved.emit((*self._value, next(unused, "#ffffff")), False)

    def _remove(self) -> None:
        self.moved.emit(self._value[:-1], False)
