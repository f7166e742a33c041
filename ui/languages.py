"""Which language the window speaks: the user's choice, remembered, and worn from the next start on.

Translations are Qt's: `resources/translations/shortlist_<code>.ts`, made by `make translations`. English has one
as well, of the forms of its plurals.
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtGui import QGuiApplication

from core.resources import resource

SYSTEM = "system"
# Each by its own name, so that whoever can't read the window finds theirs.
LANGUAGES: dict[str, str] = {"en": "English", "de": "Deutsch"}

# What is spoken where nothing else is wanted, and whatever is not there in another language.
USUAL = "en"

_KEY = "language"


def remembered_language(memory: QSettings) -> str:
    """Return what the user chose last: a code of `LANGUAGES`, or `SYSTEM`."""
    kept = str(memory.value(_KEY, SYSTEM))
    return kept if kept in LANGUAGES else SYSTEM


def remember_language(memory: QSettings, chosen: str) -> None:
    """Keep a choice for the next start."""
    memory.setValue(_KEY, chosen)


def spoken(chosen: str, wanted: list[str] | None = None) -> str:
    """Return the code of the language that a choice comes to.

    Args:
        chosen: A code of `LANGUAGES`, or `SYSTEM`.
        wanted: The system's languages, most wanted first (`de-AT`); asked of Qt where not given.
    """
    if chosen in LANGUAGES:
        return chosen
    for name in QLocale.system().uiLanguages() if wanted is None else wanted:
        code = name.replace("_", "-").split("-")[0]
        if code in LANGUAGES:
            return code
    return USUAL


def speak(application: QGuiApplication, code: str) -> None:
    """Let everything that is made from now on be in a language, and read from its side, in place of another.

    Qt's own texts (buttons of dialogs, menus of text fields) go along where Qt has them.
    """
    hush(application)
    locale = _locale(code)
    # Numbers, dates and what is typed into fields go along with the texts.
    QLocale.setDefault(locale)
    texts = QTranslator(application)
    if texts.load(str(resource(f"translations/shortlist_{code}.qm"))):
        application.installTranslator(texts)
    own = QTranslator(application)
    if own.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
    application.setLayoutDirection(locale.textDirection())


def worn() -> str:
    """Return the code of the language that is spoken now."""
    return QLocale.languageToCode(QLocale().language())


def _locale(code: str) -> QLocale:
    """Return a language with the customs of the user's country, where that speaks it."""
    here, locale = QLocale.system(), QLocale(code)
    return here if here.language() == locale.language() else locale


def hush(application: QGuiApplication) -> None:
    """Take off the language that is worn."""
    for texts in application.findChildren(QTranslator):
        application.removeTranslator(texts)
        texts.deleteLater()


def speak_remembered(application: QGuiApplication, memory: QSettings) -> None:
    """Speak the language that the user chose last."""
    speak(application, spoken(remembered_language(memory)))
