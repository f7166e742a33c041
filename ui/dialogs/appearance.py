"""Theme, size of letters and language in the settings; looks change at once, to be chosen by looking."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from ui import theme
from ui.languages import LANGUAGES, SYSTEM
from ui.looks import THEME_NAMES, THEMES, Looks
from ui.widgets.basics import Segments, label
from ui.widgets.dialog import TAB_MARGINS
from ui.widgets.form import Form
from ui.wording import tr


class AppearancePage(QWidget):
    """The user's choice of theme, size of letters and language."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.setObjectName("appearancePage")
        self._looks = looks
        self._themes = Segments([(name, tr(THEME_NAMES[name])) for name in THEMES], tr("Theme"))
        self._themes.setObjectName("themeChoice")
        self._themes.chosen.connect(self._on_theme)
        self._sizes = Segments([(str(size), f"{size} %") for size in theme.TEXT_SIZES], tr("Size of text"))
        self._sizes.setObjectName("textSizeChoice")
        self._sizes.chosen.connect(lambda size: looks.choose_percent(int(size)))
        about_looks = tr(
            "Both change at once, whether the rest is saved or not. They are in the View menu as well."
        )
        form = Form()
        form.setContentsMargins(TAB_MARGINS)
        form.setVerticalSpacing(12)
        form.add(tr("Theme"), self._themes)
        form.add(tr("Size of text"), self._sizes)
        form.addRow(label(about_looks, "muted", wraps=True))
        form.add(tr("Language"), self._language_choice())
        form.addRow(label(tr("The language changes the next time Shortlist starts."), "muted", wraps=True))
        self.setLayout(form)
        looks.changed.connect(self._show)
        self._show()

    def _language_choice(self) -> QComboBox:
        choice = QComboBox()
        choice.setObjectName("languageChoice")
        choice.setAccessibleName(tr("Language"))
        for code, name in {SYSTEM: tr("As the system", "language"), **LANGUAGES}.items():
            choice.addItem(name, code)
        choice.setCurrentIndex(choice.findData(self._looks.language()))
        choice.activated.connect(lambda place: self._looks.choose_language(choice.itemData(place)))
        return choice

    def _on_theme(self, chosen: str) -> None:
        self._looks.choose_theme(next(name for name in THEMES if name == chosen))

    def _show(self) -> None:
        self._themes.choose(self._looks.theme())
        self._sizes.choose(str(self._looks.percent()))
