"""Which keys fire which command: the usual ones, or those the user chose, kept in what the window remembers."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import COMMANDS, Command, sequences
from ui.wording import tr

_MEMORY_KEY = "keys"
_TIP_KEY = "tipOfCommand"
# What tool tips say of widgets that are made later: the keys of the window that was opened last.
_now: dict[str, tuple[str, ...]] = {}
# They move the focus or close what is open, everywhere.
RESERVED = frozenset({"Tab", "Shift+Tab", "Backtab", "Shift+Backtab", "Esc"})


def portable(keys: str) -> str:
    """Return keys in the one way in which they are compared and kept; empty where they are none."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def native(keys: Sequence[str]) -> str:
    """Return keys as this platform writes them, for people to read."""
    shown = dict.fromkeys(QKeySequence(each).toString(QKeySequence.SequenceFormat.NativeText) for each in keys)
    between = tr("or", "between keys")
    return f"  {between}  ".join(shown)


class KeyMap(QObject):
    """The keys of every command.

    Signals:
        changed(): Some command has other keys.
    """

    changed = Signal()

    def __init__(self, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._usual = {command.name: tuple(portable(keys) for keys in command.keys) for command in COMMANDS}
        self._chosen = _read(str(memory.value(_MEMORY_KEY, "")), self._usual)
        self._actions: Mapping[str, QAction] = {}
        self._tell()

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of a command, as `portable` writes them."""
        return self._chosen.get(name, self._usual[name])

    def is_changed(self, name: str) -> bool:
        """Whether the user gave a command other keys than the usual ones."""
        return name in self._chosen

    @property
    def is_usual(self) -> bool:
        """Whether every command has its usual keys."""
        return not self._chosen

    def holders(self, keys: str, besides: str = "") -> list[Command]:
        """Return the commands that these keys fire, leaving one out."""
        wanted = _bare(portable(keys))
        return [
            command
            for command in COMMANDS
            if command.name != besides and wanted in map(_bare, self.keys(command.name))
        ]

    def assign(self, name: str, keys: Sequence[str]) -> None:
        """Give a command these keys instead of those it has; other commands that have them lose them.

        Raises:
            ValueError: One of them is no key, or is reserved.
        """
        wanted = tuple(dict.fromkeys(portable(each) for each in keys))
        if any(not each or each in RESERVED for each in wanted):
            raise ValueError(f"not to be given to a command: {', '.join(keys)}")
        for each in wanted:
            for holder in self.holders(each, besides=name):
                left = tuple(kept for kept in self.keys(holder.name) if _bare(kept) != _bare(each))
                self._put(holder.name, left)
        self._put(name, wanted)
        self._save()

    def reset(self, name: str) -> None:
        """Give a command its usual keys back; commands that have one of them lose it."""
        self.assign(name, self._usual[name])

    def reset_all(self) -> None:
        """Give every command its usual keys back."""
        self._chosen.clear()
        self._save()

    def attach(self, actions: Mapping[str, QAction]) -> None:
        """Let actions fire by these keys, now and whenever they change."""
        self._actions = actions
        self._give()

    def _put(self, name: str, keys: tuple[str, ...]) -> None:
        if keys == self._usual[name]:
            self._chosen.pop(name, None)
        else:
            self._chosen[name] = keys

    def _save(self) -> None:
        self._memory.setValue(_MEMORY_KEY, json.dumps(self._chosen))
        self._tell()
        self._give()
        self._show()
        self.changed.emit()

    def _tell(self) -> None:
        """Let tool tips of widgets that are made from now on name these keys."""
        _now.update({command.name: self.keys(command.name) for command in COMMANDS})

    def _give(self) -> None:
        for name, action in self._actions.items():
            wanted = sequences(self.keys(name))
            if action.shortcuts() != wanted:
                action.setShortcuts(wanted)

    def _show(self) -> None:
        """Let the tool tips of all widgets that are there name these keys."""
        for widget in QApplication.allWidgets():
            if (told := widget.property(_TIP_KEY)) and str(told[0]) in self._usual:
                widget.setToolTip(_tip(str(told[1]), self.keys(str(told[0]))))


def tell_key(widget: QWidget, name: str, text: str) -> None:
    """Give a widget a tool tip that names the keys of its command, whichever they are."""
    widget.setProperty(_TIP_KEY, [name, text])
    usual = next(command.keys for command in COMMANDS if command.name == name)
    widget.setToolTip(_tip(text, _now.get(name, usual)))


def _tip(text: str, keys: Sequence[str]) -> str:
    return f"{text}  ({native(keys)})" if keys else text


def _bare(keys: str) -> str:
    """Return keys without the Shift that only types their sign: "Shift+?" is "?" on some keyboards."""
    sign = keys.removeprefix("Shift+")
    return sign if len(sign) == 1 and not sign.isalnum() else keys


def _read(text: str, usual: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return what was kept; what another version wrote and this one does not know is left out."""
    try:
        kept = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    read = {
        str(name): tuple(portable(str(each)) for each in keys)
        for name, keys in kept.items()
        if name in usual and isinstance(keys, list)
    }
    return {name: keys for name, keys in read.items() if all(keys) and keys != usual[name]}
