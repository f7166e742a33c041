"""A calm bar that says what went wrong or well, with one way out; it never stops the work below it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.icons import show_sign
from ui.widgets.basics import button, icon_button, label, restyle, row
from ui.wording import tr

_LEVELS = {
    "error": ("warning", "danger"),
    "warning": ("warning", "warning"),
    "done": ("done", "approved"),
    "info": ("info", "accent"),
}
_STAY_MS = 8000


@dataclass(frozen=True)
class _Told:
    """What is to be shown. `topic` is a name by which it can be taken back, or empty."""

    level: str
    sentence: str
    action: str
    run: Callable[[], object] | None
    topic: str
    stays: bool


class Notice(QFrame):
    """One sentence at a time, then the next. Errors, and what is said to stay, stay until they are closed or taken
    back; the rest leaves by itself.

    Signals:
        changed(): Another sentence is shown, so the bar may need another size.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._shown: _Told | None = None
        self._waiting: deque[_Told] = deque()
        self._sign = QLabel()
        self._text = label(wraps=True)
        self._text.setObjectName("noticeText")
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = label("", "small")
        self._more.setObjectName("noticeMore")
        self._action = button("", self._run)
        self._action.setObjectName("noticeAction")
        self._close = icon_button("close", tr("Close"), self.dismiss)
        self._close.setObjectName("noticeClose")
        layout = row(self._sign, self._text, self._more, self._action, self._close, spacing=12, margin=8)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.hide()

    def tell(
        self,
        level: str,
        sentence: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        topic: str = "",
        stays: bool = False,
    ) -> None:
        """Show a sentence, after others of its kind; `level` is error, warning, done or info.

        What stays goes before what leaves by itself; what leaves by itself may cover what stays, which comes back.
        What is shown or waits already is not told twice.
        """
        told = _Told(level, sentence, action, run, topic, stays or level == "error")
        known = [*self._waiting, *([self._shown] if self._shown else [])]
        if any((other.level, other.sentence) == (level, sentence) for other in known):
            return
        if self._shown is None:
            self._waiting.append(told)
            self._show_next()
        elif told.stays != self._shown.stays:
            self._waiting.extendleft((self._shown, told))
            self._show_next()
        else:
            self._waiting.append(told)
            self._count()

    def dismiss(self) -> None:
        """Show the next sentence, or nothing."""
        self._show_next()

    def withdraw(self, topic: str) -> None:
        """Take back what was told under a topic."""
        self._waiting = deque(told for told in self._waiting if told.topic != topic)
        if self._shown is not None and self._shown.topic == topic:
            self._show_next()
        else:
            self._count()

    def tells_of(self, topic: str) -> bool:
        """Whether something under a topic is shown or waits to be."""
        return any(told.topic == topic for told in (*self._waiting, *([self._shown] if self._shown else [])))

    def text(self) -> str:
        """Return the sentence shown."""
        return self._text.text()

    def _show_next(self) -> None:
        self._timer.stop()
        self._shown = self._waiting.popleft() if self._waiting else None
        told = self._shown
        if told is None:
            self.hide()
            return
        sign, tint = _LEVELS[told.level]
        show_sign(self._sign, sign, tint, 20)
        self._text.setText(told.sentence)
        self._action.setText(told.action)
        self._action.setVisible(bool(told.action))
        restyle(self, "level", told.level)
        self.setAccessibleName(told.sentence)
        self._count()
        self.show()
        self.raise_()
        if not told.stays:
            self._timer.start(_STAY_MS)
        self.changed.emit()

    def _count(self) -> None:
        self._more.setText(tr("%n more", "messages", len(self._waiting)))
        self._more.setVisible(bool(self._waiting))

    def _run(self) -> None:
        act = self._shown.run if self._shown else None
        self.dismiss()
        if act is not None:
            act()
