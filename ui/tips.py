"""Tips in place: a line above what is shown, each dismissed for good by its reader, or all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.icons import icon
from ui.widgets.basics import button, icon_button, label, row
from ui.wording import QT_TR_NOOP, quoted, tr

_SEEN = "tips_seen"
# A lower window needs its height for what is worked on.
_WINDOW_FROM_PX = 640


@dataclass(frozen=True)
class Tip:
    """One tip. `place` is the face of the window that it is about; `{name}` in its text is a command's key."""

    name: str
    place: str
    text: str


TIPS = (
    Tip(
        "captions",
        "welcome",
        QT_TR_NOOP(
            "Captions beside a video, as talk.srt beside talk.mp4, are used. Several videos at once form a queue."
        ),
    ),
    Tip(
        "close",
        "working",
        QT_TR_NOOP(
            "You can close the window: work goes on where it was when you open it again. {jobs} shows all that"
            " runs."
        ),
    ),
    Tip(
        "triage",
        "review",
        QT_TR_NOOP(
            "{play_pause} plays, {approve} approves, {reject} rejects, {maybe} is for maybe. All keys: {show_keys}"
        ),
    ),
    Tip(
        "trim",
        "review",
        QT_TR_NOOP(
            "{in_later} and {out_earlier} move start and end by a word; {undo} takes back whatever it"
            " was, also tomorrow."
        ),
    ),
    Tip(
        "export",
        "review",
        QT_TR_NOOP("What you approve is exported with {export}. Everything is saved as you do it."),
    ),
)


class TipStrip(QFrame):
    """Shows the next tip of a place that was not dismissed; nothing before it is started, or once none is left."""

    def __init__(self, memory: QSettings) -> None:
        super().__init__()
        self.setObjectName("tipStrip")
        self.setProperty("panel", True)
        self._memory = memory
        self._actions: Mapping[str, QAction] = {}
        self._place = ""
        self._has_room = True
        self._shown: Tip | None = None
        sign = QLabel()
        sign.setPixmap(icon("info", "accent").pixmap(16, 16))
        self._text = label("", "muted", wraps=True)
        self._text.setObjectName("tipText")
        none = button(tr("No more tips"), self.dismiss_all)
        none.setObjectName("tipNone")
        none.setProperty("flat", True)
        close = icon_button("close", tr("Do not show this tip again"), self.dismiss)
        close.setObjectName("tipClose")
        layout = row(sign, self._text, none, close, spacing=8)
        layout.setContentsMargins(12, 2, 4, 2)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.hide()

    def start(self, actions: Mapping[str, QAction]) -> None:
        """Show tips from now on; `actions` know the keys that commands have."""
        self._actions = actions
        self._show()

    def show_place(self, place: str) -> None:
        """Show a tip about another face of the window."""
        if place != self._place:
            self._place = place
            self._show()

    def fit(self, window_px: int) -> None:
        """Stay away where the window has little height."""
        has_room = window_px >= _WINDOW_FROM_PX
        if has_room != self._has_room:
            self._has_room = has_room
            self._show()

    def dismiss(self) -> None:
        """Never show this tip again, and go on to the next."""
        if self._shown is not None:
            self._keep({*self._seen(), self._shown.name})

    def dismiss_all(self) -> None:
        """Show no tips any more."""
        self._keep({tip.name for tip in TIPS})

    def show_again(self) -> None:
        """Show all tips again."""
        self._keep(set())

    def _keep(self, seen: set[str]) -> None:
        self._memory.setValue(_SEEN, ",".join(sorted(seen)))
        self._show()

    def _seen(self) -> set[str]:
        return set(str(self._memory.value(_SEEN, "")).split(","))

    def _show(self) -> None:
        seen = self._seen()
        left = (tip for tip in TIPS if tip.place == self._place and tip.name not in seen)
        self._shown = next(left, None) if self._actions and self._has_room else None
        had_focus = self.isAncestorOf(_focused(self))
        self.setVisible(self._shown is not None)
        if self._shown is not None:
            keys = {name: _key(action) for name, action in self._actions.items()}
            self._text.setText(tr(self._shown.text).format_map(keys))
            self.setAccessibleName(tr("Tip: {text}").format(text=self._text.text()))
        elif had_focus:
            self.window().setFocus()


def _focused(widget: QWidget) -> QWidget:
    return widget.window().focusWidget() or widget.window()


def _key(action: QAction) -> str:
    """Return the key of a command as this system writes it; its name where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText) or quoted(action.text())
