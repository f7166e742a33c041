"""A field right on top of the words that it corrects."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme
from ui.transcript.layout import FONT_PX, text_metrics
from ui.wording import tr

_SIDES_PX = 7
_ABOVE_PX = 4
_LEAST_PX = 88


class WordEditor(QLineEdit):
    """Enter and going on elsewhere keep what was typed, Esc leaves the words as they were.

    Signals:
        committed(int, int, str): The words it stands for, half-open, and how they read now; empty hides them.
        left(): It is closed, and keys go back to the words.
    """

    committed = Signal(int, int, str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setObjectName("wordEditor")
        self.setAccessibleName(tr("Correct the words"))
        theme.give_font(self, FONT_PX)
        self.setToolTip(tr("Enter keeps it, Esc leaves it as it was. Empty hides the words."))
        self._words = (0, 0)
        self._before = ""
        self.hide()

    def open(self, first: int, last: int, text: str, area: QRect) -> None:
        """Open over the box of words, in the parent's coordinates."""
        self._words, self._before = (first, last), text
        self.setText(text)
        self.selectAll()
        self.place(area)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def words(self) -> tuple[int, int]:
        """The words that it stands for, half-open."""
        return self._words

    def place(self, area: QRect) -> None:
        """Stand over a box, as wide as the text needs and the parent allows."""
        room = self._parent.width() - 8
        wanted = max(area.width(), round(text_metrics().horizontalAdvance(self.text())) + 24, _LEAST_PX)
        width = min(wanted + 2 * _SIDES_PX, room)
        left = min(max(area.left() - _SIDES_PX, 4), max(room - width + 4, 4))
        height = round(text_metrics().height()) + 2 * _ABOVE_PX + 4
        top = area.top() + min(area.height(), round(text_metrics().height())) // 2 - height // 2
        self.setGeometry(left, min(max(top, 0), max(self._parent.height() - height, 0)), width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, drop on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(keeps=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(keeps=False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed when the user goes on elsewhere."""
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self.isVisible() and event.reason() not in stays:
            self._close(keeps=True, takes_focus_back=False)

    def _close(self, keeps: bool, takes_focus_back: bool = True) -> None:
        text = " ".join(self.text().split())
        self.hide()
        if keeps and text != self._before:
            self.committed.emit(*self._words, text)
        if takes_focus_back:
            self.left.emit()


class NameEditor(WordEditor):
    """Asks for a speaker's name, where the speaker stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nameEditor")
        self.setAccessibleName(tr("Name of the speaker"))
        self.setPlaceholderText(tr("Name"))
        self.setToolTip(tr("Enter keeps it, Esc leaves it as it was."))
        self._given: Callable[[str], object] | None = None
        self.committed.connect(self._on_committed)

    def ask(self, name: str, words: tuple[int, int], area: QRect, given: Callable[[str], object]) -> None:
        """Ask for a name over a box, beside words; `given` is called with what was typed."""
        self._given = given
        self.open(*words, name, area)

    def place(self, area: QRect) -> None:
        """Stay where it was opened: names stand at the head of words, not over them."""
        if not self.isVisible():
            super().place(area)

    def _on_committed(self, _first: int, _last: int, name: str) -> None:
        if self._given is not None and name:
            self._given(name)
