"""The palette can be read, and the style sheet and the icons are whole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QPushButton

from core.resources import resource
from ui import theme
from ui.icons import icon

_TEXTS = ("text", "text-muted", "text-faint", "accent", "approved", "maybe", "rejected", "danger")
_GROUNDS = ("ground", "surface", "raised")


def _luminance(colour: QColor) -> float:
    """Return relative luminance (WCAG 2.2)."""
    parts = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(first: QColor, second: QColor) -> float:
    """Return the contrast ratio (WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("text", _TEXTS)
def test_text_has_enough_contrast(text: str, ground: str) -> None:
    assert contrast(theme.colour(text), theme.colour(ground)) >= 4.5


def test_text_on_the_accent_and_on_selections_has_enough_contrast() -> None:
    assert contrast(theme.colour("on-accent"), theme.colour("accent")) >= 4.5
    assert contrast(theme.colour("text"), theme.colour("accent-deep")) >= 4.5
    assert contrast(theme.colour("text-muted"), theme.colour("accent-deep")) >= 4.5


@pytest.mark.parametrize("score", range(0, 101, 5))
def test_the_figure_on_a_score_badge_can_be_read(score: int) -> None:
    assert contrast(QColor("#0b0f16"), theme.score_colour(score)) >= 3.0


def test_every_name_in_the_style_sheet_is_a_colour() -> None:
    assert "@" not in theme.style_sheet()


def test_every_icon_the_style_sheet_names_is_there() -> None:
    named = re.findall(r"url\(([^)]+)\)", theme.style_sheet())
    assert named
    for path in named:
        assert resource("icons").joinpath(path.rsplit("/", 1)[1]).is_file()


def test_every_icon_draws_something(themed: QApplication) -> None:
    files = sorted(resource("icons").glob("*.svg"))
    assert len(files) > 40
    for file in files:
        drawn = icon(file.stem).pixmap(24, 24).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


def test_buttons_of_dialogs_carry_no_icons_of_the_desktop(themed: QApplication) -> None:
    assert "dialogbuttonbox-buttons-have-icons: 0" in theme.style_sheet()
    question = QMessageBox()
    question.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    asking = QInputDialog()
    asking.setLabelText("How")
    asking.ensurePolished()
    asking.show()
    buttons = [*question.buttons(), *asking.findChildren(QPushButton)]
    assert len(buttons) == 4
    assert all(button.icon().isNull() for button in buttons)
    asking.close()
