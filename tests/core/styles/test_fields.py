"""Fields of a style: changed everywhere or in one aspect, and what that leaves of the rest."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.schema.choice import ASPECTS, Aspect
from core.schema.style import Style
from core.styles.fields import (
    aspects_that_differ,
    colours_of,
    value_of,
    with_value,
    without_difference,
)

STYLE = Style(name="brand", version=1)


def test_a_change_for_all_leaves_what_an_aspect_says() -> None:
    wide = with_value(STYLE, "captions", "size", 60.0, "16:9")
    larger = with_value(wide, "captions", "size", 50.0)
    assert value_of(larger, "captions", "size") == 50.0
    assert value_of(larger, "captions", "size", "1:1") == 50.0
    assert value_of(larger, "captions", "size", "16:9") == 60.0
    assert larger.in_aspect("16:9").captions.size == 60.0
    assert larger.in_aspect("9:16").captions.size == 50.0
    assert aspects_that_differ(larger, "captions", "size") == ("16:9",)


def test_an_aspect_that_says_what_all_say_is_not_told_apart() -> None:
    wide = with_value(STYLE, "captions", "size", 60.0, "16:9")
    assert with_value(wide, "captions", "size", STYLE.captions.size, "16:9") == STYLE
    assert without_difference(wide, "captions", "size", "16:9") == STYLE
    assert without_difference(STYLE, "captions", "size", "1:1") == STYLE


def test_other_fields_of_an_aspect_stay() -> None:
    wide = with_value(with_value(STYLE, "captions", "size", 60.0, "16:9"), "hook", "is_shown", False, "16:9")
    left = without_difference(wide, "captions", "size", "16:9")
    assert left.aspects == {"16:9": {"hook": {"is_shown": False}}}


def test_several_values_survive_being_kept_as_text() -> None:
    wide = with_value(STYLE, "captions", "highlight", ("box", "scale"), "1:1")
    read = Style.from_json(wide.to_json())
    assert read == wide
    assert value_of(read, "captions", "highlight", "1:1") == ("box", "scale")


@pytest.mark.parametrize(
    ("field", "value"), [("size", -1.0), ("colour", "red"), ("highlight", ("glow",)), ("max_words", 0)]
)
@pytest.mark.parametrize("aspect", [None, "9:16"])
def test_what_a_field_cannot_say_is_refused(field: str, value: Any, aspect: Aspect | None) -> None:
    with pytest.raises(ValidationError):
        with_value(STYLE, "captions", field, value, aspect)


def test_colours_are_told_once_without_their_alpha() -> None:
    style = with_value(STYLE, "captions", "box_colour", "#FFFFFF80")
    found = colours_of(style)
    assert found.count("#ffffff") == 1
    assert all(len(each) == 7 for each in found)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, *ASPECTS]),
            st.sampled_from(["size", "outline", "position"]),
            st.floats(0.1, 1.0),
        ),
        max_size=12,
    )
)
def test_each_aspect_says_what_was_said_last_for_it(changes: list[tuple[Aspect | None, str, float]]) -> None:
    style, general = STYLE, {}
    special: dict[tuple[Aspect, str], float] = {}
    for aspect, field, value in changes:
        style = with_value(style, "captions", field, value, aspect)
        if aspect is None:
            general[field] = value
        else:
            special[aspect, field] = value
            if value == general.get(field, getattr(STYLE.captions, field)):
                del special[aspect, field]
    for aspect in ASPECTS:
        resolved = style.in_aspect(aspect).captions
        for field in ("size", "outline", "position"):
            wanted = special.get((aspect, field), general.get(field, getattr(STYLE.captions, field)))
            assert getattr(resolved, field) == wanted == value_of(style, "captions", field, aspect)
