"""What differs between two styles, in the words that the window and the command line show."""

from __future__ import annotations

from pathlib import Path

from core.schema.style import Style
from core.styles.diff import differences
from core.styles.library import load_style
from core.styles.toml_text import PARTS
from core.styles.words import PART_TITLES
from tests.core.styles.packages import brand, write_logo


def style(**told: object) -> Style:
    return Style.model_validate({"name": "brand", "version": 1, **told})


def test_changes_are_told_by_part_in_plain_words(tmp_path: Path) -> None:
    write_logo(tmp_path / "images" / "logo.png")
    before = style(captions={"box_colour": "#00000080"}, hook={"uppercase": True})
    after = brand(
        tmp_path,
        title="Brand",
        captions={"size": 46, "colour": "#FFD60A", "font_families": ["Futura", "Inter"]},
        hook={"is_shown": False},
        logo={"file": "images/logo.png", "corner": "bottom_left"},
    )
    assert differences(before, after) == (
        "Name: none → Brand",
        "Captions: fonts Inter → Futura, Inter; size 76.8 px → 88.3 px; colour white → #ffd60a;"
        " box colour black at 50 % → none",
        "Title: not shown any more; capitals on → off",
        "Logo: added; corner top right → bottom left",
        "Files: images/logo.png added",
    )
    assert differences(after, before)[3] == "Logo: removed; corner bottom left → top right"


def test_lengths_and_shares_are_told_as_the_controls_show_them() -> None:
    before = style(captions={"outline": 3.4, "letter_spacing": -0.012, "position": 0.66})
    after = style(captions={"outline": 5.4, "letter_spacing": 0.0, "position": 0.7})
    assert differences(before, after) == (
        "Captions: letter spacing -1.2 % → 0 %; outline 6.5 px → 10.4 px; position 66 % → 70 %",
    )


def test_an_aspect_that_differs_is_told_by_itself() -> None:
    before = style(captions={"size": 40})
    after = style(captions={"size": 40}, aspects={"16:9": {"captions": {"size": 60}}})
    assert differences(before, after) == ("Captions in 16:9: size 76.8 px → 115.2 px",)
    assert differences(after, before) == ("Captions in 16:9: size 115.2 px → 76.8 px",)
    # What changes everywhere is not told again where the aspect never said otherwise.
    other = style(captions={"size": 50}, aspects={"16:9": {"captions": {"size": 60}}})
    assert differences(after, other) == ("Captions: size 76.8 px → 96 px",)


def test_a_file_with_other_content_is_told(tmp_path: Path) -> None:
    write_logo(tmp_path / "images" / "logo.png")
    before = brand(tmp_path)
    write_logo(tmp_path / "images" / "logo.png", grey=3)
    assert differences(before, brand(tmp_path)) == ("Files: images/logo.png changed",)


def test_the_same_does_not_differ_and_every_part_has_a_name() -> None:
    clean = load_style("clean", None)
    assert differences(clean, clean.model_copy(update={"version": 9, "note": "x"})) == ()
    assert list(PART_TITLES) == list(PARTS)
