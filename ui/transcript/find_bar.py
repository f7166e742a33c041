"""Finding in the transcript: what, how many there are, the next one and the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.basics import icon_button, label, row


class _Field(QLineEdit):
    """Steps through what was found by Enter and the arrows; Esc leaves."""

    stepped = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, leave, or type."""
        key, is_shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if is_shifted else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """A field with a count.

    Signals:
        wanted(str): What is to be found.
        stepped(int): The next place (+1) or the one before (-1).
        closed(): The user is done.
    """

    wanted = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._field = _Field()
        self._field.setObjectName("transcriptSearch")
        self._field.setPlaceholderText("Find in the transcript")
        self._field.setAccessibleName("Find in the transcript")
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(90)
        self._field.setMaximumWidth(260)
        self._count = label("", "small")
        self._count.setObjectName("foundCount")
        self._back = icon_button("arrow-up", "Previous place", lambda: self.stepped.emit(-1), "Shift+F3")
        self._on = icon_button("arrow-down", "Next place", lambda: self.stepped.emit(1), "F3")
        self._back.setObjectName("findPrevious")
        self._on.setObjectName("findNext")
        layout = row(self._field, self._count, self._back, self._on, spacing=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._field.textChanged.connect(self.wanted)
        self._field.stepped.connect(self.stepped)
        self._field.escaped.connect(self._on_escaped)
        self.show_found(0, 0)

    def text(self) -> str:
        """Return what is to be found."""
        return self._field.text()

    def start(self, text: str = "") -> None:
        """Let the user type what to find; `text` is a first guess."""
        if text:
            self._field.setText(text)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def show_found(self, number: int, count: int) -> None:
        """Show which of how many places is at hand."""
        is_looking = bool(self._field.text().strip())
        for widget in (self._count, self._back, self._on):
            widget.setVisible(is_looking)
        self._back.setEnabled(count > 0)
        self._on.setEnabled(count > 0)
        self._count.setText(f"{max(number, 1):,} of {count:,}" if count else "none")

    def _on_escaped(self) -> None:
        self._field.clear()
        self.closed.emit()
