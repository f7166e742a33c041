"""What can be done with words, and with a speaker, as menus. Verbs are given; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.icons import icon
from ui.keymap import native
from ui.wording import quoted

_LETTERS = 28
Run = Callable[[], object]


@dataclass(frozen=True)
class Entry:
    """A line of a menu: what it says and does, its icon and the keys that do the same. With no `run` it rests."""

    name: str
    text: str
    run: Run | None
    icon: str = ""
    keys: str = ""


Line = Entry | tuple[str, Sequence[Entry]]


def make_menu(parent: QWidget, name: str, groups: Sequence[Sequence[Line]]) -> QMenu:
    """Return a menu of groups with lines between them; a pair is a menu of its own inside. Deleted when closed."""
    menu = QMenu(parent)
    menu.setObjectName(name)
    menu.setToolTipsVisible(True)
    for number, group in enumerate(groups):
        if number and group:
            menu.addSeparator()
        for entry in group:
            if isinstance(entry, Entry):
                _add(menu, entry)
            else:
                inner = menu.addMenu(entry[0])
                for line in entry[1]:
                    _add(inner, line)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def short(text: str) -> str:
    """Return the beginning of a text that may be long, in quotation marks."""
    text = " ".join(text.split())
    return quoted(text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1].rstrip()}…")


def _add(menu: QMenu, entry: Entry) -> None:
    action = QAction(entry.text.replace("&", "&&"), menu)
    action.setObjectName(entry.name)
    if entry.icon:
        action.setIcon(icon(entry.icon))
    if entry.keys:
        # Told, not bound: the key is bound where it is for the whole window.
        action.setText(f"{action.text()}\t{native((entry.keys,))}")
    action.setEnabled(entry.run is not None)
    if entry.run is not None:
        run = entry.run
        action.triggered.connect(lambda _checked=False: run())
    menu.addAction(action)
