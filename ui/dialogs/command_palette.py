"""One field that finds everything: each command with its key, each run, each clip of the open run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.delegates.palette_row import KeysRole, KindRole, PaletteRowDelegate
from ui.searching import best
from ui.widgets.basics import column, label
from ui.widgets.dialog import Dialog
from ui.wording import tr

Kind = Literal["command", "run", "clip"]
_MOST = 200
_RECENT = 6
_MEMORY_KEY = "palette_recent"
_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `keys` and `group` are told beside its name; what isn't enabled is not run."""

    kind: Kind
    id: str
    name: str
    group: str
    keys: str
    is_enabled: bool
    run: Callable[[], object]


class CommandPalette(Dialog):
    """Lists what answers the typed words. Enter runs it, arrows choose, Esc and a click elsewhere close it."""

    def __init__(self, entries: Sequence[Entry], memory: QSettings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("commandPalette")
        self.setWindowTitle(tr("Find a command, run or clip"))
        self._entries = _recent_first(entries, _recent(memory))
        self._memory = memory
        self._shown: list[Entry] = []
        self._below = parent
        self._was_active = False
        self._field = QLineEdit()
        self._field.setObjectName("paletteField")
        self._field.setPlaceholderText(tr("Find a command, run or clip"))
        self._field.setAccessibleName(tr("Find a command, run or clip"))
        self._field.textChanged.connect(self._show_found)
        self._field.returnPressed.connect(self._run)
        self._field.installEventFilter(self)
        self._list = QListWidget()
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(tr("What was found"))
        # Keys stay in the field: the list is walked from there.
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setUniformItemSizes(True)
        self._list.setItemDelegate(PaletteRowDelegate(self._list))
        self._list.setMouseTracking(True)
        self._list.itemClicked.connect(lambda _item: self._run())
        self._none = label(tr("Nothing is called so. Try fewer letters."), "muted")
        self._none.setObjectName("paletteNone")
        self.setLayout(column(self._field, self._list, self._none, spacing=8, margin=10))
        self.resize(min(theme.px(600), parent.width() - 24), min(theme.px(440), parent.height() - 80))
        middle = parent.mapToGlobal(parent.rect().center())
        self.move(middle.x() - self.width() // 2, parent.mapToGlobal(parent.rect().topLeft()).y() + 56)
        self._show_found("")

    def _show_found(self, query: str) -> None:
        self._shown = best(query, [(_searched(entry), entry) for entry in self._entries], _MOST)
        self._list.clear()
        for entry in self._shown:
            item = QListWidgetItem(entry.name)
            item.setData(KindRole, _group(entry))
            item.setData(KeysRole, entry.keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(entry))
            if not entry.is_enabled:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(self._shown))
        self._none.setVisible(not self._shown)

    def _run(self) -> None:
        row = self._list.currentRow()
        if not 0 <= row < len(self._shown) or not self._shown[row].is_enabled:
            return
        entry = self._shown[row]
        if entry.kind == "command":
            kept = [entry.id, *(each for each in _recent(self._memory) if each != entry.id)]
            self._memory.setValue(_MEMORY_KEY, " ".join(kept[:_RECENT]))
        self.close()
        # Once the window below has its focus back, since commands go by what has it.
        QTimer.singleShot(0, self._below, entry.run)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list by the keys that the field has no use for."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _WALKING:
            self._walk(Qt.Key(event.key()))
            return True
        return super().eventFilter(watched, event)

    def _walk(self, key: Qt.Key) -> None:
        count, row = self._list.count(), self._list.currentRow()
        if not count:
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        wanted = row + steps[key]
        # One step goes round, a page stops at the end.
        self._list.setCurrentRow(wanted % count if abs(steps[key]) == 1 else min(max(wanted, 0), count - 1))

    def changeEvent(self, event: QEvent) -> None:
        """Go away when the user goes elsewhere."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            if self._was_active and not self.isActiveWindow():
                self.close()
            self._was_active = self.isActiveWindow()


def _group(entry: Entry) -> str:
    kinds: dict[Kind, str] = {"command": entry.group, "run": tr("Run", "noun"), "clip": tr("Clip", "noun")}
    return kinds[entry.kind]


def _searched(entry: Entry) -> str:
    return f"{entry.name} {_group(entry)}"


def _spoken(entry: Entry) -> str:
    return ", ".join(part for part in (entry.name, _group(entry), entry.keys) if part)


def _recent(memory: QSettings) -> list[str]:
    return str(memory.value(_MEMORY_KEY, "")).split()


def _recent_first(entries: Sequence[Entry], recent: Sequence[str]) -> list[Entry]:
    """Return what was run last in front, then the rest in its order."""
    places = {name: place for place, name in enumerate(recent)}
    return sorted(
        entries, key=lambda entry: places.get(entry.id, len(places)) if entry.kind == "command" else len(places)
    )
