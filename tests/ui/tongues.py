"""A language that nobody speaks: every text longer, in strange letters, and read from the right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from access import told
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from ui.languages import speak
from ui.widgets.basics import ElidedLabel

LONGER = 0.4
"""So much longer than English a text may get; German needs a third."""
_STRANGE = str.maketrans("aeiouncsyAEIOUNCSY", "àéîöüñçšÿÀÉÎÖÜÑÇŠŸ")
# Fields of str.format, %n, marks of HTML, entities, endings of files, and keys of menus.
_KEPT = re.compile(r"(\{[^{}]*\}|%n|</?[a-z]+[^>]*>|&\w+;|\*\.\w+|&\w)")
_WORD = "àéîöü "
_PARTS_OF = (QComboBox, QTabBar, QAbstractScrollArea)


def strange(text: str) -> str:
    """Return a text as the language says it: placeholders and endings of files stay."""
    parts = _KEPT.split(text)
    said = "".join(part if number % 2 else part.translate(_STRANGE) for number, part in enumerate(parts))
    letters = sum(len(part) for part in parts[::2]) if re.search("[A-Za-z]", text) else 0
    more = (_WORD * 40)[: round(letters * LONGER)].strip()
    if not more:
        return said
    end = "…" if said.endswith("…") else ""
    return f"{said.removesuffix('…')}{' ' if len(more) > 3 else ''}{more}{end}"


class StrangeTexts(QTranslator):
    """Translates our texts; those of Qt, which stand in contexts of their own, are left alone."""

    def isEmpty(self) -> bool:
        """Return that there are texts."""
        return False

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return a text, or nothing where it is not ours."""
        return strange(text) if not context else None


@contextmanager
def strange_language(application: QApplication) -> Iterator[None]:
    """Speak it, mirrored, until the end."""
    texts = StrangeTexts(application)
    application.installTranslator(texts)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        yield
    finally:
        application.removeTranslator(texts)
        texts.deleteLater()
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        speak(application, "en")


def clipped(root: QWidget) -> list[str]:
    """Return what can't show its whole text in the room that it has, and pages that can't show their width."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or widget.visibleRegion().isEmpty():
            continue
        if (wanted := _wanted_px(widget)) > widget.width():
            found.append(f"{told(widget)}: {widget.property('text')!r} in {widget.width()} of {wanted} px")
        if isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
            found.append(f"{told(widget)}: {widget.horizontalScrollBar().maximum()} px too wide")
    return found


def _wanted_px(widget: QWidget) -> int:
    """Return how wide a widget must be for its text; 0 for one that wraps, or ends in dots where the room ends."""
    if isinstance(widget, ElidedLabel) or isinstance(widget.parentWidget(), _PARTS_OF):
        return 0
    if isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
        return widget.sizeHint().width()
    if isinstance(widget, QAbstractButton) and widget.text() and not widget.property("heads"):
        # Style sheets give tool buttons a little less than they ask for.
        return widget.sizeHint().width() - (4 if isinstance(widget, QToolButton) else 0)
    return 0
