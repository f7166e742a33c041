"""Finding and replacing in the transcript: what, how many there are, the next one, and what it should read."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QToolButton, QWidget

from ui.keymap import tell_key
from ui.widgets.basics import button, icon_button, label, row
from ui.wording import tr

# A field takes the room up to its greatest width; what is left stays free behind the buttons.
_MOST = 1000
# As wide as the panel of a window of 1280 pixels.
_WIDEST_PX = 340


class _Field(QLineEdit):
    """Enter and the arrows step through what was found; Esc leaves."""

    entered = Signal(bool)
    stepped = Signal(int)
    escaped = Signal()

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(90)
        self.setMaximumWidth(_WIDEST_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, leave, or type."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """What is to be found, with a count; below it, once it is asked for, what it is replaced by.

    Signals:
        wanted(str, bool, bool): What is to be found, whether as it is written, and as whole words only.
        stepped(int): The next place (+1) or the one before (-1).
        replace_wanted(str): The place at hand should read this.
        replace_all_wanted(str): Every place should read this.
        closed(): The user is done.
    """

    wanted = Signal(str, bool, bool)
    stepped = Signal(int)
    replace_wanted = Signal(str)
    replace_all_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._told = ""
        self._field = _Field("transcriptSearch", tr("Find in the transcript"))
        self._count = label("", "small")
        self._count.setObjectName("foundCount")
        self._back = icon_button("arrow-up", tr("Previous place"), lambda: self.stepped.emit(-1))
        tell_key(self._back, "find_previous", tr("Previous place"))
        self._on = icon_button("arrow-down", tr("Next place"), lambda: self.stepped.emit(1))
        tell_key(self._on, "find_next", tr("Next place"))
        self._back.setObjectName("findPrevious")
        self._on.setObjectName("findNext")
        finding = row(self._field, self._count, self._back, self._on, None, spacing=4)
        finding.setStretch(0, _MOST)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.addLayout(finding)
        self._rows.addWidget(self._make_replacing())
        self.setLayout(self._rows)
        # Tab goes from what is found to what replaces it: on a button in between, letters would be shortcuts.
        for before, after in pairwise((self._field, self._with, self._case, self._whole, self._one, self._all)):
            QWidget.setTabOrder(before, after)
        self._field.textChanged.connect(self._tell)
        self._field.entered.connect(lambda is_back: self.stepped.emit(-1 if is_back else 1))
        self._field.stepped.connect(self.stepped)
        self._field.escaped.connect(self._on_escaped)
        self.show_found(0, 0)

    def _make_replacing(self) -> QWidget:
        self._with = _Field("transcriptReplacement", tr("Replace by"))
        self._with.entered.connect(lambda _is_back: self._on_replace())
        self._with.stepped.connect(self.stepped)
        self._with.escaped.connect(self._on_escaped)
        self._case = self._toggle("Aa", "matchCase", tr("As it is written: capitals count"))
        self._whole = self._toggle("W", "wholeWords", tr("Whole words only"), is_on=True)
        self._one = button(tr("Replace"), self._on_replace)
        self._one.setObjectName("replaceOne")
        self._all = button(tr("All"), lambda: self.replace_all_wanted.emit(self._with.text()))
        self._all.setObjectName("replaceAll")
        self._all.setToolTip(tr("Replace every place, as one step of undo"))
        replacing = row(self._with, self._case, self._whole, self._one, self._all, None, spacing=4)
        replacing.setStretch(0, _MOST)
        self._replacing = QWidget()
        self._replacing.setLayout(replacing)
        self._replacing.hide()
        return self._replacing

    def _toggle(self, text: str, name: str, hint: str, is_on: bool = False) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setObjectName(name)
        made.setCheckable(True)
        made.setChecked(is_on)
        made.setProperty("flat", True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setToolTip(hint)
        made.setAccessibleName(hint)
        made.toggled.connect(lambda _checked: self._tell())
        return made

    # From outside

    def stand(self, is_wide: bool) -> None:
        """Stand in one row where there is room, else in two."""
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(direction)

    def text(self) -> str:
        """Return what is to be found."""
        return self._field.text()

    @property
    def is_replacing(self) -> bool:
        """Whether what is found is to be replaced."""
        return not self._replacing.isHidden()

    def options(self) -> tuple[bool, bool]:
        """Return whether capitals count, and whether whole words alone; finding alone minds neither."""
        if not self.is_replacing:
            return False, False
        return self._case.isChecked(), self._whole.isChecked()

    def start(self, text: str = "", replaces: bool = False) -> None:
        """Let the user type what to find, or what it is replaced by; `text` is a first guess."""
        if replaces != self.is_replacing:
            self._replacing.setVisible(replaces)
            self._tell()
        if text:
            self._field.setText(text)
        field = self._with if replaces and self._field.text() else self._field
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def show_found(self, number: int, count: int) -> None:
        """Show which of how many places is at hand."""
        is_looking = bool(self._field.text().strip())
        for widget in (self._count, self._back, self._on):
            widget.setVisible(is_looking)
        for able in (self._back, self._on, self._one, self._all):
            able.setEnabled(count > 0)
        locale = QLocale()
        told = tr("{number} of {count}").format(
            number=locale.toString(max(number, 1)), count=locale.toString(count)
        )
        self._count.setText(told if count else self._told or tr("none", "places found"))

    def show_replaced(self, count: int) -> None:
        """Tell how many places were replaced, until something else is looked for."""
        self._told = tr("{count} replaced").format(count=QLocale().toString(count))
        self._count.setText(self._told)

    def _tell(self) -> None:
        self._told = ""
        self.wanted.emit(self._field.text(), *self.options())

    def _on_replace(self) -> None:
        if self._one.isEnabled():
            self.replace_wanted.emit(self._with.text())

    def _on_escaped(self) -> None:
        self._replacing.hide()
        self._field.clear()
        self.closed.emit()
