"""The fonts that come with the program: listed with their licence, whole, and used by the built-in styles."""

from __future__ import annotations

import tomllib
import unicodedata

import pytest
from PySide6.QtGui import QRawFont

from core.captions.typeset import caption_font
from core.resources import resource
from core.schema.style import Style
from core.styles.library import built_in_styles

pytestmark = pytest.mark.usefixtures("qapp")

MOST_BYTES = 280_000
# What Czech, Polish, Hungarian, Romanian, Turkish, French, German, Spanish, Nordic and Baltic readers need.
LETTERS = "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĄĆĘŁŃŚŹŻŐŰĂÂÎȘȚĞİŞÇÀÈÊËÎÏÔŒÙÛÄÖÜßÑÅÆØĀĒĪŪĶĻŅĢ¿¡„“”’«»…–—€"
LISTED = tomllib.loads((resource("fonts") / "fonts.toml").read_text("utf-8"))["font"]


def test_every_font_is_listed_with_its_licence_and_none_is_reserved() -> None:
    files = {file.name for file in resource("fonts").iterdir() if file.suffix in (".ttf", ".otf")}
    assert {font["file"] for font in LISTED} == files
    licence = (resource("fonts") / "OFL.txt").read_text("utf-8")
    for font in LISTED:
        assert font["licence"] == "OFL-1.1"
        assert font["copyright"] in licence
        assert font["source"]
    assert "with Reserved Font Name" not in licence.split("-----")[0]


@pytest.mark.parametrize("font", LISTED, ids=lambda font: font["file"])
def test_bundled_fonts_are_whole_and_small(font: dict[str, str | int]) -> None:
    assert (resource("fonts") / str(font["file"])).stat().st_size < MOST_BYTES
    face = QRawFont.fromFont(caption_font((str(font["family"]),), int(font["weight"]), ""))
    assert face.weight() == font["weight"]
    small = [letter.lower()[0] for letter in LETTERS]
    assert not [letter for letter in [*LETTERS, *small] if not face.supportsCharacter(ord(letter))]


@pytest.mark.parametrize("style", built_in_styles(), ids=lambda style: style.name)
def test_built_in_styles_use_bundled_fonts_and_name_others_to_fall_back_to(style: Style) -> None:
    first = (style.captions.font_families[0], style.captions.font_weight)
    assert first in [(font["family"], font["weight"]) for font in LISTED]
    assert len(style.captions.font_families) > 1 or style.captions.font_families == ("Inter",)
    assert unicodedata.is_normalized("NFC", style.title)
