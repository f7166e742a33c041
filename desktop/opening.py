"""What is seen first: a card that is painted before anything else is loaded, and stands until the window does."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop import paths

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QWidget

_WIDTH_PX, _HEIGHT_PX, _SIGN_PX = 360, 132, 40
# So often the system is asked to show the card, some milliseconds each, before loading goes on without it.
_LOOKS, _LOOK_MS = 20, 10
# Nobody else holds the card that is shown.
_shown: list[QWidget] = []


def has_display() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def may_open_window(arguments: Sequence[str]) -> bool:
    """Whether a start is for the window, as far as that is seen without knowing the commands."""
    first = arguments[0] if arguments else "--workspace"
    is_file = bool(Path(first).suffix) and Path(first).exists()
    return (is_file or first.partition("=")[0] == "--workspace") and has_display()


def skip_feature_look() -> None:
    """Let PySide take no module for one that chose other names for Qt's functions: none of ours does.

    It reads the source of every module that is imported, to see whether it uses PySide: a sixth of all importing.
    """
    looks: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(looks, "_mod_uses_pyside"):
        looks._mod_uses_pyside = lambda _module: False


def begin() -> tuple[QApplication, QSettings]:
    """Return the application, in the user's language and look, and what the window remembers."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    skip_feature_look()
    from ui.languages import speak_remembered
    from ui.looks import wear_remembered

    memory = QSettings(str(paths.settings_file().with_name("window.ini")), QSettings.Format.IniFormat)
    there = QApplication.instance()
    if isinstance(there, QApplication):
        return there, memory
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Shortlist")
    application.setDesktopFileName("shortlist")
    # The engine is closed in peace after the last window, so Qt must not end the loop by itself.
    application.setQuitOnLastWindowClosed(False)
    speak_remembered(application, memory)
    wear_remembered(application, memory)
    return application, memory


def show_card() -> None:
    """Show the card, and wait a moment until it is seen."""
    from PySide6.QtCore import QEventLoop, Qt
    from PySide6.QtWidgets import QLabel, QWidget

    from ui.icons import icon, show_sign
    from ui.widgets.basics import column, label, row
    from ui.wording import tr

    application, _memory = begin()
    card = QWidget(None, Qt.WindowType.SplashScreen | Qt.WindowType.FramelessWindowHint)
    card.setObjectName("openingCard")
    card.setWindowTitle("Shortlist")
    card.setWindowIcon(icon("app", "accent"))
    sign = QLabel()
    show_sign(sign, "app", "accent", _SIGN_PX)
    words = column(
        None, label("Shortlist", "title"), label(tr("Opening your workspace…"), "muted"), None, spacing=4
    )
    inside = row(sign, spacing=16)
    inside.addLayout(words, 1)
    inside.setContentsMargins(32, 0, 32, 0)
    card.setLayout(inside)
    card.setFixedSize(_WIDTH_PX, _HEIGHT_PX)
    card.move(application.primaryScreen().availableGeometry().center() - card.rect().center())
    _shown.append(card)
    card.show()
    for _ in range(_LOOKS):
        application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, _LOOK_MS)
        if (handle := card.windowHandle()) is not None and handle.isExposed():
            break
    card.repaint()
    application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def close_card() -> None:
    """Take the card away, where there is one: the window is there, or something has to be said."""
    while _shown:
        card = _shown.pop()
        card.close()
        card.deleteLater()
