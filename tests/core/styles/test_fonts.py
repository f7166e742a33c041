"""What is told of a style's fonts: where they are, under which licence, what stands in for one that is nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import StyleError
from core.resources import resource
from core.schema.style import Style
from core.styles.fonts import FontFacts, bundled_fonts, fonts_of, read_font
from tests.core.styles.packages import brand, write_font


def asking_for(*families: str) -> Style:
    return Style.model_validate({"name": "brand", "version": 1, "captions": {"font_families": families}})


def test_each_font_is_told_with_its_place_and_licence(tmp_path: Path) -> None:
    write_font(tmp_path / "fonts" / "a.otf", "Brand Sans")
    style = brand(tmp_path, captions={"font_families": ["Futura", "brand sans", "Helvetica", "Inter", "Gone"]})
    assert [use.words for use in fonts_of(style, ["Helvetica"])] == [
        "Futura: not on this computer, brand sans is used instead",
        "brand sans: in the package, SIL Open Font Licence",
        "Helvetica: on this computer",
        "Inter: in the program, SIL Open Font Licence",
        "Gone: not on this computer, and not needed",
    ]
    (alone,) = fonts_of(asking_for("Gone"), [])
    assert alone.words == "Gone: not on this computer, another font is used instead"
    assert fonts_of(asking_for("Futura", " ", "Futura"), [])[0].instead == ""


def test_all_that_comes_with_the_program_says_an_open_licence() -> None:
    assert "inter" in bundled_fonts()
    assert {facts.licence_title for facts in bundled_fonts().values()} <= {
        "SIL Open Font Licence",
        "Apache Licence 2.0",
    }


@pytest.mark.parametrize(
    ("licence", "url", "title"),
    [
        ("", "", "no licence stated"),
        ("", "https://scripts.sil.org/OFL", "SIL Open Font Licence"),
        ("Licensed under the Apache License, Version 2.0", "", "Apache Licence 2.0"),
        ("Copyright Foundry. All rights reserved. See the EULA.", "", "Copyright Foundry."),
        ("x" * 300, "", "x" * 80 + "…"),
    ],
)
def test_a_licence_is_told_in_a_few_words(licence: str, url: str, title: str) -> None:
    facts = FontFacts(family="A", face="Regular", glyphs=1, licence=licence, licence_url=url)
    assert facts.licence_title == title


def test_a_font_says_what_it_is(tmp_path: Path) -> None:
    facts = read_font(resource("fonts/Inter-ExtraBold.otf"))
    assert (facts.family, facts.may_be_embedded) == ("Inter", True)
    assert facts.glyphs > 500
    with pytest.raises(StyleError, match="can't be read"):
        read_font(tmp_path / "missing.otf")


def test_a_font_cut_off_anywhere_is_refused_and_never_crashes(tmp_path: Path) -> None:
    whole = resource("fonts/Inter-Regular.otf").read_bytes()
    for part in range(30):
        file = tmp_path / f"{part}.otf"
        file.write_bytes(whole[: len(whole) * part // 30])
        with pytest.raises(StyleError, match=r"broken|no TrueType"):
            read_font(file)
