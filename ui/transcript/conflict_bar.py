"""Where a newer transcription hears something else than what the user wrote: both are shown, the user decides."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from core.schema.correction import Conflict
from ui.keymap import tell_key
from ui.widgets.basics import button, icon_button, label, row
from ui.wording import quoted, tr

_LETTERS = 90


class ConflictBar(QFrame):
    """One disagreement at a time.

    Signals:
        decided(Conflict, str): Keep "mine", or what is "heard" now.
        shown(Conflict): Another one is at hand, and should be seen.
    """

    decided = Signal(object, str)
    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("conflictBar")
        self.setProperty("card", True)
        self._conflicts: tuple[Conflict, ...] = ()
        self._index = 0
        self._says = label("", wraps=True)
        self._says.setObjectName("conflictText")
        self._count = label("", "small")
        self._count.setObjectName("conflictCount")
        self._mine = button(tr("Keep mine"), lambda: self._decide("mine"))
        self._mine.setObjectName("keepMine")
        self._heard = button(tr("Take the new words"), lambda: self._decide("heard"))
        self._heard.setObjectName("takeHeard")
        self._next = icon_button("arrow-down", tr("Next disagreement"), self.next)
        tell_key(self._next, "next_conflict", tr("Next disagreement"))
        self._next.setObjectName("nextConflict")
        self._buttons = row(self._mine, self._heard, None, self._count, self._next, spacing=6)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(10, 6, 8, 6)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._says, 1)
        self._layout.addLayout(self._buttons)
        self.setLayout(self._layout)
        self.hide()

    def show_conflicts(self, conflicts: tuple[Conflict, ...]) -> None:
        """Show what is to be decided; the one at hand stays while it is there."""
        at = self.at_hand.start if self.at_hand else -1.0
        self._conflicts = conflicts
        behind = [index for index, each in enumerate(conflicts) if each.start >= at]
        self._index = behind[0] if behind else 0
        self.setVisible(bool(conflicts))
        self._show()

    @property
    def at_hand(self) -> Conflict | None:
        """The disagreement that is shown."""
        return self._conflicts[self._index] if self._index < len(self._conflicts) else None

    def next(self) -> None:
        """Show the next one, around the end."""
        if self._conflicts:
            self._index = (self._index + 1) % len(self._conflicts)
            self._show()
            self.shown.emit(self.at_hand)

    def stand(self, is_wide: bool) -> None:
        """Stand in one row where there is room, else in two."""
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(direction)

    def _show(self) -> None:
        conflict = self.at_hand
        if conflict is None:
            return
        heard = (
            tr("A newer transcription hears “{words}” here.").format(words=_short(conflict.heard))
            if conflict.heard
            else tr("A newer transcription hears nothing here.")
        )
        mine = tr("You wrote {words}").format(words=_quoted(conflict.mine)) if conflict.mine else tr("You hid it.")
        self._says.setText(f"{heard} {mine}")
        self._says.setToolTip(tr("When you wrote it, “{words}” was heard.").format(words=conflict.was))
        self._count.setText(tr("{number} of {count}").format(number=self._index + 1, count=len(self._conflicts)))
        is_many = len(self._conflicts) > 1
        self._count.setVisible(is_many)
        self._next.setVisible(is_many)
        self._heard.setText(tr("Take the new words") if conflict.heard else tr("Remove it"))

    def _decide(self, keep: str) -> None:
        if self.at_hand is not None:
            self.decided.emit(self.at_hand, keep)


def _short(text: str) -> str:
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1].rstrip() + "…"


def _quoted(text: str) -> str:
    """Return words in quotation marks at the end of a sentence: with one full stop, theirs or ours."""
    shown = _short(text)
    return quoted(shown) if shown[-1] in ".!?…" else f"{quoted(shown)}."
