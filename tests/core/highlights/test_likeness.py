"""Texts that share runs of words are alike; texts about the same thing in other words are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.highlights.likeness import shared_part, shingles_of, sketch_of

STORY = (
    "I remember that Monday morning very well. We had four hundred dollars left and eleven people to pay. I "
    "called every customer we ever had, and nobody answered before noon."
)


def test_a_story_is_itself_whatever_its_marks_and_case() -> None:
    again = STORY.upper().replace(",", "").replace(".", " –")
    assert shared_part(shingles_of(STORY), shingles_of(again)) == 1.0


def test_a_story_transcribed_a_little_differently_is_nearly_the_same() -> None:
    other = STORY.replace("Monday", "monday's").replace("eleven", "11") + " Then one old lady came."
    assert 0.5 < shared_part(shingles_of(STORY), shingles_of(other)) < 1.0


def test_other_words_are_another_story() -> None:
    other = (
        "On a Monday the money was gone. Four hundred was all we had for eleven salaries, so I rang our customers."
    )
    assert shared_part(shingles_of(STORY), shingles_of(other)) < 0.2


def test_a_part_is_found_in_the_whole() -> None:
    assert shared_part(shingles_of(STORY * 3), shingles_of(STORY)) == 1.0


def test_chinese_needs_no_spaces() -> None:
    text = "我們在週一早上只剩四百塊錢，還有十一個人要付薪水。"
    assert shared_part(shingles_of(text), shingles_of(" ".join(text))) == 1.0


def test_hardly_any_words_are_like_nothing() -> None:
    assert (
        shared_part(shingles_of("Yeah, that's right, you know."), shingles_of("Yeah, that's right, you know."))
        == 0.0
    )
    assert len(shingles_of("")) == 0 and sketch_of(shingles_of("")) == ()


@given(st.text(max_size=300), st.text(max_size=300))
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    share = shared_part(shingles_of(one), shingles_of(other))
    assert 0.0 <= share <= 1.0 and share == shared_part(shingles_of(other), shingles_of(one))
