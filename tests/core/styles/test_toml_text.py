"""Every style is the same after it was written and read, whatever it says."""

from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from core.schema.choice import ASPECTS
from core.schema.style import Style
from core.styles.package import parse_style
from core.styles.toml_text import PARTS, from_toml, to_toml
from tests.slices import examples

TEXT = st.text(st.characters(codec="utf-8"), max_size=40)
COLOUR = st.from_regex(r"#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?", fullmatch=True)
NUMBER = st.floats(1.0, 40.0)
CAPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "is_shown": st.booleans(),
        "font_families": st.lists(TEXT.filter(str.strip), min_size=1, max_size=3),
        "font_weight": st.integers(1, 1000),
        "size": NUMBER,
        "letter_spacing": st.floats(-0.1, 0.5),
        "colour": COLOUR,
        "gradient_colour": st.none() | COLOUR,
        "box_colour": st.none() | COLOUR,
        "highlight": st.lists(st.sampled_from(["colour", "box", "scale", "underline"]), max_size=3),
        "speaker_colours": st.lists(COLOUR, max_size=3),
        "animation": TEXT,
        "outline": st.floats(0.0, 1000.0),
    },
)
STYLES = st.builds(
    Style,
    name=st.from_regex(r"[a-z0-9][a-z0-9_-]{0,47}", fullmatch=True).filter(lambda name: name != "drafts"),
    version=st.integers(1, 10**9),
    title=TEXT,
    author=TEXT,
    note=TEXT,
    captions=CAPTIONS,
    outro=st.fixed_dictionaries({"seconds": st.floats(0, 10), "text": TEXT}),
    brand=st.fixed_dictionaries({"banned_words": st.lists(TEXT, max_size=3), "needs_logo": st.booleans()}),
    aspects=st.dictionaries(st.sampled_from(ASPECTS), st.fixed_dictionaries({"captions": CAPTIONS}), max_size=3),
)


@examples(12, 400)
@given(STYLES)
def test_a_style_is_read_as_it_was_written(style: Style) -> None:
    for is_complete in (True, False):
        read = parse_style(to_toml(style, is_complete, is_explained=is_complete), "")
        for aspect in (None, *ASPECTS):
            was, now = (each.in_aspect(aspect) if aspect else each for each in (style, read))
            assert now.model_dump(exclude={"aspects"}) == was.model_dump(exclude={"aspects"})


@examples(10, 200)
@given(STYLES)
def test_the_same_style_is_the_same_text(style: Style) -> None:
    assert to_toml(parse_style(to_toml(style), "")) == to_toml(style)


@given(st.text(max_size=200))
def test_any_text_is_a_style_or_an_error_of_its_writer(text: str) -> None:
    try:
        told = from_toml(text)
    except tomllib.TOMLDecodeError:
        return
    assert isinstance(told, dict)


def test_every_field_is_written() -> None:
    told = tomllib.loads(to_toml(Style(name="brand", version=1)))
    assert {part: set(told[part]) for part in PARTS} == {part: set(PARTS[part].model_fields) for part in PARTS}
