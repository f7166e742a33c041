"""The look: a palette, one spacing scale, and how large letters are; the style sheet names colours as `@token`.

Which palette is worn and how large letters are changes while the window is open (`ui/looks.py`), so ask for
colours, fonts and lengths when painting and keep none: what is worth keeping is `kept` only as long as the look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise
from math import ceil
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from core.resources import resource
from ui.palettes import DARK, PALETTES, Palette

F = TypeVar("F", bound=Callable[..., Any])

# Multiples of 4 px; everything between widgets is one of these.
SPACE_TIGHT_PX, SPACE_PX, SPACE_WIDE_PX, SPACE_PAGE_PX = 4, 8, 12, 24

FONT_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
BODY_PX, SMALL_PX, HEADING_PX, TITLE_PX = 13, 12, 15, 22

TEXT_SIZES = (90, 100, 115, 130, 150)
USUAL_TEXT_SIZE = 100

_OTHER_SIDE = {"left": "right", "right": "left", "add": "sub", "sub": "add"}
_FONT_KEY, _WIDTH_KEY = "themeFont", "themeWidth"


class _Worn:
    """What is worn now."""

    palette: Palette = DARK
    percent: int = USUAL_TEXT_SIZE
    are_fonts_loaded = False


_kept: list[Callable[[], None]] = []


def kept(function: F) -> F:
    """Keep what a function returns, per its arguments, until the look changes."""
    remembering: Any = lru_cache(maxsize=64)(function)
    _kept.append(remembering.cache_clear)
    made: F = remembering
    return made


def name() -> str:
    """Return the name of the palette that is worn: "dark" or "light"."""
    return _Worn.palette.name


def percent() -> int:
    """Return how large letters are, in percent of their usual size."""
    return _Worn.percent


def look() -> tuple[str, int]:
    """Return the palette and the size of letters; another one when what was measured or painted holds no more."""
    return _Worn.palette.name, _Worn.percent


def colour(token: str) -> QColor:
    """Return a palette colour by its token."""
    return QColor(_Worn.palette.colours[token])


def colour_with(token: str, alpha: int) -> QColor:
    """Return a palette colour that lets through what is below it: `alpha` from 0 (all) to 255 (nothing)."""
    made = colour(token)
    made.setAlpha(alpha)
    return made


def decision_colour(decision: str) -> QColor:
    """Return the colour of a decision."""
    return colour(decision)


def speaker_colour(index: int) -> QColor:
    """Return the colour of the n-th speaker."""
    speakers = _Worn.palette.speakers
    return QColor(speakers[index % len(speakers)])


def score_colour(score: float) -> QColor:
    """Return the colour of a score from 0 to 100."""
    stops = _Worn.palette.score_stops
    for (low, from_hex), (high, to_hex) in pairwise(stops):
        if score <= high:
            return mix(QColor(from_hex), QColor(to_hex), max(0.0, (score - low) / (high - low)))
    return QColor(stops[-1][1])


def mix(first: QColor, second: QColor, amount: float) -> QColor:
    """Return the colour `amount` (0 to 1) of the way from the first to the second."""

    def between(a: float, b: float) -> float:
        return a + (b - a) * amount

    return QColor.fromRgbF(
        between(first.redF(), second.redF()),
        between(first.greenF(), second.greenF()),
        between(first.blueF(), second.blueF()),
    )


def px(length_px: float) -> int:
    """Return a length that goes with letters, as it is at their present size."""
    return round(length_px * _Worn.percent / 100)


def font(size_px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal, is_tabular: bool = False) -> QFont:
    """Return the window's font; `is_tabular` gives digits of one width, for times that run."""
    chosen = QFont(list(FONT_FAMILIES))
    chosen.setPixelSize(px(size_px))
    chosen.setWeight(weight)
    if is_tabular:
        chosen.setFeature(QFont.Tag("tnum"), 1)
    return chosen


def give_font(widget: QWidget, size_px: int = BODY_PX, is_tabular: bool = False) -> None:
    """Give a widget a font of its own, which follows the size of letters."""
    widget.setProperty(_FONT_KEY, [size_px, is_tabular])
    widget.setFont(font(size_px, is_tabular=is_tabular))


def fix_width(widget: QWidget, width_px: int) -> None:
    """Fix the width of a widget that holds letters, as it is at their usual size."""
    widget.setProperty(_WIDTH_KEY, width_px)
    widget.setFixedWidth(px(width_px))


def widest(texts: Iterable[str], size_px: int = BODY_PX) -> int:
    """Return how wide the widest of some texts is, in pixels, as it is at the usual size of letters."""
    metrics = QFontMetricsF(font(size_px))
    return ceil(max((metrics.horizontalAdvance(text) for text in texts), default=0.0) * 100 / _Worn.percent)


def style_sheet() -> str:
    """Return the style sheet with every `@token` replaced by its colour, and letters at their size."""
    text = resource("themes/window.qss").read_text(encoding="utf-8")
    icons = resource("icons").as_posix()
    values = {**_Worn.palette.colours, "icons": icons, "controls": f"{icons}/{_Worn.palette.name}"}
    text = re.sub(r"@([a-z-]+)", lambda match: values[match.group(1)], text)
    if QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        text = _mirrored(text)
    return re.sub(r"\b(font-size|min-height|icon-size): (\d{2,})px", lambda m: f"{m[1]}: {px(int(m[2]))}px", text)


def _mirrored(sheet: str) -> str:
    """Return a style sheet whose paddings and margins of the left and of the right have changed places.

    So have both parts of a slider. Qt does the rest by itself: where arrows stand, from which side text begins.
    """
    sheet = re.sub(r"::(add|sub)-page:horizontal", lambda m: f"::{_OTHER_SIDE[m[1]]}-page:horizontal", sheet)
    sheet = re.sub(r"\b(padding|margin)-(left|right):", lambda m: f"{m[1]}-{_OTHER_SIDE[m[2]]}:", sheet)
    return re.sub(r"\b(padding|margin): ([^;\s]+) ([^;\s]+) ([^;\s]+) ([^;\s]+);", r"\1: \2 \5 \4 \3;", sheet)


def apply_theme(application: QApplication, palette: str = "dark", text_percent: int = USUAL_TEXT_SIZE) -> None:
    """Give the application its style, fonts, palette and style sheet; widgets that are there already follow."""
    _Worn.palette, _Worn.percent = PALETTES[palette], text_percent
    for forget in _kept:
        forget()
    _load_fonts()
    if not application.styleSheet():
        application.setStyle("Fusion")
    application.setFont(font())
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet())
    # Afterwards: a style sheet that is taken off gives widgets back the fonts that they had when it was put on.
    for widget in application.allWidgets():
        if given := widget.property(_FONT_KEY):
            widget.setFont(font(int(given[0]), is_tabular=bool(given[1])))
        if width_px := widget.property(_WIDTH_KEY):
            widget.setFixedWidth(px(int(width_px)))


def _load_fonts() -> None:
    folder = resource("fonts")
    if _Worn.are_fonts_loaded or not folder.is_dir():
        return
    for file in sorted(folder.rglob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(file))
    _Worn.are_fonts_loaded = True


def _palette() -> QPalette:
    role = QPalette.ColorRole
    tokens = {
        role.Window: "surface",
        role.Base: "field",
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
        palette.setColor(QPalette.ColorGroup.Disabled, colour_role, colour("text-off"))
    return palette
