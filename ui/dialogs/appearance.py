"""Theme and size of letters in the settings; they change at once, so that they are chosen by looking."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QWidget

from ui import theme
from ui.looks import THEME_NAMES, THEMES, Looks
from ui.widgets.basics import Segments, label

_ABOUT = "Both change at once, whether the rest is saved or not. They are in the View menu as well."


class AppearancePage(QWidget):
    """The user's choice of theme and size of letters."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.setObjectName("appearancePage")
        self._looks = looks
        self._themes = Segments([(name, THEME_NAMES[name]) for name in THEMES], "Theme")
        self._themes.setObjectName("themeChoice")
        self._themes.chosen.connect(self._on_theme)
        self._sizes = Segments([(str(size), f"{size} %") for size in theme.TEXT_SIZES], "Size of text")
        self._sizes.setObjectName("textSizeChoice")
        self._sizes.chosen.connect(lambda size: looks.choose_percent(int(size)))
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow("Theme", self._themes)
        form.addRow("Size of text", self._sizes)
        form.addRow(label(_ABOUT, "muted", wraps=True))
        looks.changed.connect(self._show)
        self._show()

    def _on_theme(self, chosen: str) -> None:
        self._looks.choose_theme(next(name for name in THEMES if name == chosen))

    def _show(self) -> None:
        self._themes.choose(self._looks.theme())
        self._sizes.choose(str(self._looks.percent()))
