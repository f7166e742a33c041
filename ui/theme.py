"""The look: one dark palette, one spacing scale, one accent; the style sheet names them as `@token`.

Text colours keep at least 4.5:1 on every surface they are used on (WCAG 2.2 AA); `tests/ui/test_theme.py` proves
it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from core.resources import resource

COLOURS: dict[str, str] = {
    "ground": "#121317",
    "surface": "#181a1f",
    "raised": "#20232a",
    "hover": "#282c35",
    "pressed": "#313641",
    "line": "#2a2e37",
    "line-strong": "#3a404c",
    "text": "#e9ebf0",
    "text-muted": "#abb2bf",
    "text-faint": "#8b93a1",
    "accent": "#7aa2ff",
    "accent-hover": "#93b4ff",
    "accent-pressed": "#6690f5",
    "accent-deep": "#26345a",
    "on-accent": "#0c1326",
    "approved": "#4fcf93",
    "maybe": "#edbd5c",
    "rejected": "#f0868e",
    "undecided": "#8b93a1",
    "danger": "#f0868e",
    "warning": "#edbd5c",
    "selected": "#3b5296",
    "found": "#54441c",
    "disputed": "#5a2c33",
    "canvas": "#0b0c0e",
}

# Multiples of 4 px; everything between widgets is one of these.
SPACE_TIGHT_PX, SPACE_PX, SPACE_WIDE_PX, SPACE_PAGE_PX = 4, 8, 12, 24

FONT_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
BODY_PX, SMALL_PX, HEADING_PX, TITLE_PX = 13, 12, 15, 22

# Speakers are told apart by hue, never by hue alone: the name always stands beside it.
SPEAKER_COLOURS = ("#8fb4ff", "#f2b880", "#86d9b4", "#d7a6f2", "#f29bb1", "#b7cf7a")

# Score ramp: slate for weak, then blue, then mint for the best.
_SCORE_STOPS = ((0.0, "#5d6675"), (55.0, "#6b7a94"), (72.0, "#6c9bea"), (86.0, "#5cc3d6"), (96.0, "#63dba6"))


def colour(token: str) -> QColor:
    """Return a palette colour by its token."""
    return QColor(COLOURS[token])


def decision_colour(decision: str) -> QColor:
    """Return the colour of a decision."""
    return colour(decision)


def speaker_colour(index: int) -> QColor:
    """Return the colour of the n-th speaker."""
    return QColor(SPEAKER_COLOURS[index % len(SPEAKER_COLOURS)])


def score_colour(score: float) -> QColor:
    """Return the colour of a score from 0 to 100."""
    for (low, from_hex), (high, to_hex) in pairwise(_SCORE_STOPS):
        if score <= high:
            return mix(QColor(from_hex), QColor(to_hex), max(0.0, (score - low) / (high - low)))
    return QColor(_SCORE_STOPS[-1][1])


def mix(first: QColor, second: QColor, amount: float) -> QColor:
    """Return the colour `amount` (0 to 1) of the way from the first to the second."""

    def between(a: float, b: float) -> float:
        return a + (b - a) * amount

    return QColor.fromRgbF(
        between(first.redF(), second.redF()),
        between(first.greenF(), second.greenF()),
        between(first.blueF(), second.blueF()),
    )


def font(size_px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal, is_tabular: bool = False) -> QFont:
    """Return the window's font; `is_tabular` gives digits of one width, for times that run."""
    chosen = QFont(list(FONT_FAMILIES))
    chosen.setPixelSize(size_px)
    chosen.setWeight(weight)
    if is_tabular:
        chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def style_sheet() -> str:
    """Return the style sheet with every `@token` replaced by its colour."""
    text = resource("themes/dark.qss").read_text(encoding="utf-8")
    values = {**COLOURS, "icons": resource("icons").as_posix()}
    return re.sub(r"@([a-z-]+)", lambda match: values[match.group(1)], text)


def apply_theme(application: QApplication) -> None:
    """Give the application its style, fonts, palette and style sheet."""
    _load_fonts()
    application.setStyle("Fusion")
    application.setFont(font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())


def _load_fonts() -> None:
    folder = resource("fonts")
    if not folder.is_dir():
        return
    for file in sorted(folder.rglob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))


def _palette() -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: "surface",
        role.Base: "ground",
        role.AlternateBase: "surface",
        role.Button: "raised",
        role.ToolTipBase: "raised",
        role.WindowText: "text",
        role.Text: "text",
        role.ButtonText: "text",
        role.ToolTipText: "text",
        role.BrightText: "text",
        role.PlaceholderText: "text-faint",
        role.Highlight: "accent-deep",
        role.HighlightedText: "text",
        role.Link: "accent",
    }
    palette = QPalette()
    for colour_role, token in tokens.items():
        palette.setColor(colour_role, colour(token))
    for colour_role in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor("#666d7a"))
    return palette
