"""What the window remembers: how it looks is the user's, what was worked on is the workspace's.

Whatever is not known to be about the window alone goes with the workspace, so that no name, folder or vocabulary
of one client is offered in another's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from core.spaces.anatomy import WINDOW
from core.spaces.card import read_card

_OF_USER = frozenset(
    {
        *("geometry", "keys", "theme", "text_percent", "language", "tips_seen", "notifies"),
        *("goes_on_after_decision", "dashboard_days", "clip_order", "framing_scope", "loop", "safe_zone"),
        *("safe_zone_shown", "style sections", "insights_folded", "aspect"),
    }
)


def memory_of(workspace: Path, of_user: QSettings) -> QSettings:
    """Return what the window remembers in a workspace: in two files where that has settings of its own."""
    card = read_card(workspace)
    return of_user if card is None or card.is_of_user else WorkspaceMemory(workspace / WINDOW, of_user)


class WorkspaceMemory(QSettings):
    """The file of a workspace, and behind it that of the user for all that is about the window alone."""

    def __init__(self, file: Path, of_user: QSettings) -> None:
        super().__init__(str(file), QSettings.Format.IniFormat)
        self._of_user = of_user

    def value(self, key: str, *usual: Any, **given: Any) -> Any:
        """Return what is kept under a key, as `QSettings.value` does."""
        return (
            self._of_user.value(key, *usual, **given) if _is_of_user(key) else super().value(key, *usual, **given)
        )

    def setValue(self, key: str, value: Any) -> None:
        """Keep a value."""
        if _is_of_user(key):
            self._of_user.setValue(key, value)
        else:
            super().setValue(key, value)

    def remove(self, key: str) -> None:
        """Forget a value."""
        if _is_of_user(key):
            self._of_user.remove(key)
        else:
            super().remove(key)

    def contains(self, key: str) -> bool:
        """Whether there is a value."""
        return self._of_user.contains(key) if _is_of_user(key) else super().contains(key)

    def sync(self) -> None:
        """Write both files."""
        self._of_user.sync()
        super().sync()


def _is_of_user(key: str) -> bool:
    # Places of panels are kept under a name with the version of the layout.
    return key in _OF_USER or re.fullmatch(r"layouts?\d+", key) is not None
