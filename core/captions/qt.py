"""The one door to QtGui's text engine: a GUI application to shape text with, and our bundled fonts in it."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtGui import QFontDatabase, QGuiApplication

from core.errors import ContractError
from core.resources import resource

FONT_SUFFIXES = {".ttf", ".otf", ".ttc"}


def ensure_gui() -> QGuiApplication:
    """Make sure that text can be shaped and painted in this process, on the thread that calls first.

    The window's application is used where there is one; a worker or a headless run gets an offscreen one. It is
    returned.

    Raises:
        ContractError: An application without a GUI was made before.
    """
    application = QCoreApplication.instance() or _offscreen_application()
    if not isinstance(application, QGuiApplication):
        raise ContractError("Captions need a QGuiApplication, but this process has one without a GUI.")
    _load_bundled_fonts()
    return application


def font_families_here() -> frozenset[str]:
    """Return the names of all font families that text can be set in, those of the machine and bundled ones."""
    ensure_gui()
    return frozenset(QFontDatabase.families())


@cache
def _offscreen_application() -> QGuiApplication:
    # The argument beats QT_QPA_PLATFORM and leaves the environment alone; the cache keeps the object alive.
    return QGuiApplication(["shortlist", "-platform", "offscreen"])


@cache
def _load_bundled_fonts() -> None:
    # Qt tells of every family of a list that lacks a script before it takes the one that has it.
    QLoggingCategory.setFilterRules("qt.text.font.db.info=false")
    folder = resource("fonts")
    if not folder.is_dir():
        return
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in FONT_SUFFIXES:
            QFontDatabase.addApplicationFont(str(file))
