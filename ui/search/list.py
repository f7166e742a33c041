"""The list of places that were found, walked and acted on by keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget

from core.schema.search import Hit
from ui.delegates.hit_row import HitRole
from ui.widgets.whole_rows import keep_rows_whole
from ui.wording import tr

_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
        Qt.Key.Key_Space,
        Qt.Key.Key_C,
        Qt.Key.Key_Escape,
    }
)


class HitList(QListWidget):
    """Enter and a click open, Space plays, C makes a clip; Esc, and Up from the first row, lead back.

    Signals:
        opened(), played(), clip_wanted(): What is wanted of the current place.
        left(): The user goes back to what was typed.
    """

    opened = Signal()
    played = Signal()
    clip_wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchList")
        self.setAccessibleName(tr("Where it is said"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("ownKeys", _KEYS)
        self.itemClicked.connect(lambda _item: self.opened.emit())
        keep_rows_whole(self)

    def minimumSizeHint(self) -> QSize:
        """A few rows are enough where there is little room."""
        return QSize(200, 60)

    def current(self) -> Hit | None:
        """Return the current place."""
        item = self.currentItem()
        found = item.data(HitRole) if item is not None else None
        return found if isinstance(found, Hit) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the current place."""
        acts = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Space: self.played,
            Qt.Key.Key_C: self.clip_wanted,
            Qt.Key.Key_Escape: self.left,
        }
        act = (
            acts.get(Qt.Key(event.key())) if not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier else None
        )
        if act is not None:
            act.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)
