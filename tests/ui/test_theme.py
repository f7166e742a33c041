"""Both palettes can be read, whatever they are made of, and the style sheet and the icons are whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QPushButton

from core.resources import resource
from ui import theme
from ui.icons import _drawn, _scalable, icon
from ui.palettes import DARK, LIGHT, PALETTES, Palette
from ui.theme import apply_theme

_TEXTS = ("text", "text-muted", "text-faint", "accent", "approved", "maybe", "rejected", "danger", "warning")
_GROUNDS = ("ground", "field", "surface", "raised", "hover")
# What is written, and what it is written on beside the plain surfaces.
_WRITTEN = (
    *(("on-accent", ground) for ground in ("accent", "accent-hover", "accent-pressed")),
    *((text, "accent-deep") for text in ("text", "text-muted", "approved", "rejected")),
    *(("text", ground) for ground in ("pressed", "selected", "found", "disputed", "accent-faint", "danger-deep")),
    ("text", "warning-deep"),
    ("text-muted", "warning-deep"),
    ("text-muted", "danger-deep"),
    ("danger", "danger-deep"),
    ("approved", "approved-deep"),
    ("maybe", "maybe-deep"),
    ("rejected", "rejected-deep"),
    ("on-accent", "maybe"),
    ("on-canvas", "canvas"),
    ("on-canvas-danger", "canvas"),
    ("canvas", "on-canvas-accent"),
)
_EVERY = pytest.mark.parametrize("palette", PALETTES.values(), ids=list(PALETTES))


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


def between(palette: Palette, first: str, second: str) -> float:
    """Return the contrast of two tokens of a palette."""
    return contrast(QColor(palette.colours[first]), QColor(palette.colours[second]))


@pytest.fixture
def worn(request: pytest.FixtureRequest, themed: QApplication) -> Iterator[Palette]:
    """Wear a palette for the time of a test."""
    apply_theme(themed, request.param)
    yield PALETTES[request.param]
    apply_theme(themed)


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21.0)
    # The palest grey that passes on white, as every table of the standard has it.
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


def test_both_palettes_hold_the_same_tokens() -> None:
    assert DARK.colours.keys() == LIGHT.colours.keys()
    assert len(DARK.speakers) == len(LIGHT.speakers)
    assert (DARK.is_dark, LIGHT.is_dark) == (True, False)


@_EVERY
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("text", _TEXTS)
def test_text_has_enough_contrast(text: str, ground: str, palette: Palette) -> None:
    assert between(palette, text, ground) >= 4.5


@_EVERY
@pytest.mark.parametrize(("text", "ground"), _WRITTEN)
def test_text_on_what_stands_out_has_enough_contrast(text: str, ground: str, palette: Palette) -> None:
    assert between(palette, text, ground) >= 4.5


@_EVERY
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("edge", ["edge", "edge-hover", "accent"])
def test_edges_of_controls_and_the_focus_are_seen(edge: str, ground: str, palette: Palette) -> None:
    assert between(palette, edge, ground) >= 3.0


@_EVERY
def test_the_focus_is_seen_on_what_is_selected(palette: Palette) -> None:
    assert between(palette, "accent", "accent-deep") >= 3.0
    assert between(palette, "on-accent", "accent") >= 3.0


@_EVERY
def test_names_of_speakers_can_be_read_on_their_own_tint(palette: Palette) -> None:
    surface = QColor(palette.colours["surface"])
    for hue in palette.speakers:
        assert contrast(QColor(hue), theme.mix(surface, QColor(hue), 0.16)) >= 4.5
        assert contrast(QColor(hue), surface) >= 4.5


@pytest.mark.parametrize("worn", list(PALETTES), indirect=True)
def test_the_figure_on_a_score_badge_can_be_read_and_so_can_a_score_as_text(worn: Palette) -> None:
    for score in range(0, 101, 5):
        assert contrast(theme.colour("on-score"), theme.score_colour(score)) >= 4.5, score
        assert contrast(theme.score_colour(score), theme.colour("surface")) >= 4.5, score


@pytest.mark.parametrize("worn", list(PALETTES), indirect=True)
def test_every_name_in_the_style_sheet_is_a_colour_and_no_colour_is_written_out(worn: Palette) -> None:
    assert "@" not in theme.style_sheet()
    assert not re.findall(
        r"#[0-9a-fA-F]{3,8}\b(?=\s*;)", resource("themes/window.qss").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize("worn", list(PALETTES), indirect=True)
def test_every_icon_the_style_sheet_names_is_there(worn: Palette) -> None:
    named = re.findall(r"url\(([^)]+)\)", theme.style_sheet())
    assert named
    for path in named:
        folder, file = path.rsplit("/", 2)[1:]
        assert folder == worn.name
        assert resource("icons").joinpath(folder, file).is_file()


def test_letters_and_what_holds_them_grow_together(themed: QApplication) -> None:
    apply_theme(themed, text_percent=150)
    try:
        assert theme.font().pixelSize() == 20
        assert "font-size: 33px" in theme.style_sheet()
        assert "min-height: 27px" in theme.style_sheet()
        assert "min-height: 6px" in theme.style_sheet()
    finally:
        apply_theme(themed)
    assert "font-size: 22px" in theme.style_sheet()


def test_every_icon_draws_something(themed: QApplication) -> None:
    files = sorted(resource("icons").glob("*.svg"))
    assert len(files) > 40
    for file in files:
        drawn = icon(file.stem).pixmap(24, 24).toImage()
        assert any(drawn.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


def test_icons_are_drawn_when_they_are_seen_at_any_size_in_the_tints_of_their_states(themed: QApplication) -> None:
    shown = icon("app", "text", "accent")
    # Drawn ahead they would have sizes.
    assert not shown.availableSizes()
    for mode, state, token in (
        (QIcon.Mode.Normal, QIcon.State.Off, "text"),
        (QIcon.Mode.Normal, QIcon.State.On, "accent"),
        (QIcon.Mode.Disabled, QIcon.State.Off, "text-off"),
    ):
        drawn = shown.pixmap(QSize(37, 37), mode, state).toImage()
        assert drawn.size() == QSize(37, 37)
        seen = {drawn.pixelColor(x, y).name() for x in range(37) for y in range(37)}
        assert theme.colour(token).name() in seen, token


def test_icons_that_are_drawn_ahead_look_the_same(themed: QApplication) -> None:
    tints = {(QIcon.Mode.Normal, QIcon.State.Off): theme.colour("text").name()}
    seen, ahead = (
        made.pixmap(QSize(24, 24)).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        for made in (_scalable("scissors", tints), _drawn("scissors", tints))
    )
    assert seen == ahead


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
