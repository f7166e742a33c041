"""Fonts of packages: painted with, apart from what else has their name, and missed loudly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.captions.card import card_text
from core.captions.coverage import check_fonts
from core.captions.fonts import with_fonts
from core.captions.overlay import OverlayPainter
from core.captions.place import safe_area
from core.captions.qt import font_families_here
from core.errors import StyleError
from core.schema.caption import CaptionCue, CueWord
from core.schema.style import CardStyle, SafeZone, Style
from tests.core.styles.packages import brand, narrower, write_font

pytestmark = pytest.mark.usefixtures("qapp")


def in_font(folder: Path, family: str) -> Style:
    captions = {"font_families": [family, "Inter"], "animation": "none", "highlight": []}
    return brand(folder, captions=captions)


def width_of(style: Style) -> int:
    """Return how many pixels wide a word is painted."""
    word = CueWord(text="Hamburgefonts", start=0.0, end=1.0)
    painter = OverlayPainter(style, 1080, 1920, [CaptionCue(start=0.0, end=1.0, words=(word,))], [], 1.0)
    columns = [
        column + patch.x for patch in painter.patches(0.5) for column in np.nonzero(patch.rgba.any(axis=(0, 2)))[0]
    ]
    return max(columns) - min(columns)


def test_two_versions_with_fonts_of_one_name_are_each_painted_in_their_own(tmp_path: Path) -> None:
    for name in ("old", "new"):
        write_font(tmp_path / name / "fonts" / "a.otf", "Brand Sans")
    narrower(tmp_path / "new" / "fonts" / "a.otf")
    old, new = in_font(tmp_path / "old", "Brand Sans"), in_font(tmp_path / "new", "Brand Sans")
    wide, narrow = width_of(old), width_of(new)
    assert narrow < 0.75 * wide
    assert (width_of(old), width_of(new)) == (wide, narrow)


def test_a_font_with_the_name_of_a_bundled_one_takes_its_place_in_that_style_alone(tmp_path: Path) -> None:
    plain = Style.model_validate({"name": "p", "version": 1, "captions": {"animation": "none", "highlight": []}})
    before = width_of(plain)
    narrower(write_font(tmp_path / "fonts" / "a.otf", "Inter"))
    assert width_of(in_font(tmp_path, "Inter")) < 0.75 * before
    assert width_of(plain) == before


def test_weights_of_one_family_stay_one_family(tmp_path: Path) -> None:
    write_font(tmp_path / "fonts" / "a.otf", "Two Weights")
    write_font(tmp_path / "fonts" / "b.otf", "Two Weights", "Inter-Regular.otf")
    style = in_font(tmp_path, "Two Weights")
    families = with_fonts(style).captions.font_families
    assert families[0].startswith("Two Weights ")
    assert families[1:] == ("Inter",)
    assert with_fonts(with_fonts(style)) == with_fonts(style)
    light = style.model_copy(update={"captions": style.captions.model_copy(update={"font_weight": 400})})
    assert width_of(light) < width_of(style)


def test_a_style_that_only_asks_for_a_font_is_not_lent_that_of_another(tmp_path: Path) -> None:
    asks = Style.model_validate(
        {
            "name": "p",
            "version": 1,
            "captions": {"font_families": ["Lent Sans", "Inter"], "animation": "none", "highlight": []},
        }
    )
    before = width_of(asks)
    narrower(write_font(tmp_path / "fonts" / "a.otf", "Lent Sans"))
    assert width_of(in_font(tmp_path, "Lent Sans")) < 0.75 * before
    assert width_of(asks) == before


def test_a_card_is_set_in_the_font_of_the_package(tmp_path: Path) -> None:
    area = safe_area(SafeZone(), 1080, 1920)
    card = CardStyle(seconds=1.0, text="Hamburgefonts")
    narrower(write_font(tmp_path / "fonts" / "a.otf", "Card Sans"))
    own = card_text(in_font(tmp_path, "Card Sans"), card, area)
    usual = card_text(Style(name="p", version=1), card, area)
    assert own is not None and usual is not None
    assert own.rect.width() < 0.75 * usual.rect.width()


def test_long_and_foreign_family_names_are_found_whole(tmp_path: Path) -> None:
    for family in ("A Family Name That Is Longer Than Thirty-One Letters", "ＭＳ ゴシック"):
        folder = tmp_path / str(len(family))
        write_font(folder / "fonts" / "a.otf", family)
        (loaded, _) = with_fonts(in_font(folder, family)).captions.font_families
        assert loaded != family
        assert len(loaded) <= 31
        assert loaded in font_families_here()


def test_a_font_that_is_missing_changed_or_none_is_an_error(tmp_path: Path) -> None:
    font = write_font(tmp_path / "fonts" / "a.otf", "Gone Sans")
    style = in_font(tmp_path, "Gone Sans")
    content = font.read_bytes()
    font.unlink()
    with pytest.raises(StyleError, match=r"fonts/a\.otf of the style brand@1 is missing") as caught:
        width_of(style)
    assert caught.value.file == str(font)
    font.write_bytes(content + b"more")
    with pytest.raises(StyleError, match="was changed"):
        check_fonts(style, [], [])
    (tmp_path / "fonts" / "a.otf").write_bytes(b"no font at all")
    with pytest.raises(StyleError, match="no font that can be used"):
        width_of(in_font(tmp_path, "Gone Sans"))
