"""Which theme is worn and how large letters are: the user's choice, remembered, and changed in an open window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Literal, get_args

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication

from ui import languages, theme
from ui.icons import tint_anew
from ui.wording import QT_TR_NOOP

Theme = Literal["system", "dark", "light"]
THEMES: tuple[Theme, ...] = get_args(Theme)
THEME_NAMES: dict[Theme, str] = {
    "system": QT_TR_NOOP("As the system"),
    "dark": QT_TR_NOOP("Dark"),
    "light": QT_TR_NOOP("Light"),
}

_THEME_KEY, _SIZE_KEY = "theme", "text_percent"
_USUAL: Theme = "dark"


def wear(application: QApplication, chosen: Theme, percent: int) -> None:
    """Put a theme on, live: whatever is open is painted in it."""
    hints = QGuiApplication.styleHints()
    schemes = {"dark": Qt.ColorScheme.Dark, "light": Qt.ColorScheme.Light}
    # So that what the platform draws (title bars, file dialogs) goes along.
    hints.setColorScheme(schemes.get(chosen, Qt.ColorScheme.Unknown))
    is_light = chosen == "light" or (chosen == "system" and hints.colorScheme() == Qt.ColorScheme.Light)
    palette = "light" if is_light else "dark"
    if theme.look() == (palette, percent) and application.styleSheet():
        return
    theme.apply_theme(application, palette, percent)
    for widget in application.allWidgets():
        tint_anew(widget)
        if isinstance(widget, QAbstractItemView):
            widget.scheduleDelayedItemsLayout()
        widget.updateGeometry()
        widget.update()


def wear_remembered(application: QApplication, memory: QSettings) -> None:
    """Put on what the user chose last."""
    wear(application, remembered_theme(memory), remembered_percent(memory))


def remembered_theme(memory: QSettings) -> Theme:
    """Return the theme that was chosen last."""
    kept = str(memory.value(_THEME_KEY, _USUAL))
    return next((known for known in THEMES if known == kept), _USUAL)


def remembered_percent(memory: QSettings) -> int:
    """Return the size of letters that was chosen last, in percent of the usual size."""
    kept = str(memory.value(_SIZE_KEY, theme.USUAL_TEXT_SIZE))
    return int(kept) if kept.isdecimal() and int(kept) in theme.TEXT_SIZES else theme.USUAL_TEXT_SIZE


class Looks(QObject):
    """The user's choice of theme and size of letters.

    Signals:
        changed(): Another theme was chosen, or other letters.
    """

    changed = Signal()

    def __init__(self, memory: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    def theme(self) -> Theme:
        """Return the chosen theme."""
        return remembered_theme(self._memory)

    def percent(self) -> int:
        """Return how large letters are, in percent of their usual size."""
        return remembered_percent(self._memory)

    def language(self) -> str:
        """Return the language that was chosen; another one is spoken from the next start on."""
        return languages.remembered_language(self._memory)

    def choose_language(self, chosen: str) -> None:
        """Speak a language from the next start on."""
        languages.remember_language(self._memory, chosen)

    def choose_theme(self, chosen: Theme) -> None:
        """Wear a theme from now on."""
        self._memory.setValue(_THEME_KEY, chosen)
        self._wear()

    def choose_percent(self, percent: int) -> None:
        """Make letters this large from now on."""
        self._memory.setValue(_SIZE_KEY, percent)
        self._wear()

    def step_size(self, by: int) -> None:
        """Make letters larger (1) or smaller (-1) by one step; 0 gives them their usual size."""
        sizes = theme.TEXT_SIZES
        place = sizes.index(self.percent() if by else theme.USUAL_TEXT_SIZE) + by
        self.choose_percent(sizes[min(max(place, 0), len(sizes) - 1)])

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the commands do that change the look."""
        themes = {f"theme_{name}": partial(self.choose_theme, name) for name in THEMES}
        steps = {"larger_text": 1, "smaller_text": -1, "usual_text": 0}
        return {**themes, **{name: partial(self.step_size, by) for name, by in steps.items()}}

    def mark(self, actions: Mapping[str, QAction]) -> None:
        """Keep the theme that is worn ticked among the commands."""
        group = QActionGroup(self)
        for name in THEMES:
            actions[f"theme_{name}"].setCheckable(True)
            group.addAction(actions[f"theme_{name}"])

        def show() -> None:
            actions[f"theme_{self.theme()}"].setChecked(True)

        self.changed.connect(show)
        show()

    def _wear(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        wear(application, self.theme(), self.percent())
        self.changed.emit()

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        if self.theme() == "system":
            self._wear()
