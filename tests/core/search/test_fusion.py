"""One list of what words and what meaning found: reciprocal rank fusion."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.search.fusion import CONSTANT, Span, fused

SOURCES = st.sampled_from(["a", "b"])


@st.composite
def spans(draw):
    start = draw(st.integers(0, 60))
    return Span(draw(SOURCES), float(start), float(start + draw(st.integers(1, 20))))


LISTS = st.lists(spans(), max_size=12, unique=True)


@given(LISTS)
def test_without_meaning_words_stay_as_they_are(by_words):
    assert [place.by_words for place in fused(by_words, [])] == list(range(len(by_words)))
    assert {place.found_by for place in fused(by_words, [])} <= {"words"}


@given(LISTS)
def test_without_words_meaning_stays_as_it_is(by_meaning):
    assert [place.by_meaning for place in fused([], by_meaning)] == list(range(len(by_meaning)))


@given(LISTS, LISTS)
def test_each_place_is_shown_once_with_the_worth_of_its_ranks(by_words, by_meaning):
    places = fused(by_words, by_meaning)
    assert sorted(place.by_words for place in places if place.by_words is not None) == list(range(len(by_words)))
    alone = [place.by_meaning for place in places if place.by_words is None]
    held = {
        rank
        for rank, window in enumerate(by_meaning)
        for span in by_words
        if span.source_id == window.source_id and window.start <= (span.start + span.end) / 2 <= window.end
    }
    assert sorted(alone) == [rank for rank in range(len(by_meaning)) if rank not in held]
    for place in places:
        ranks = [rank for rank in (place.by_words, place.by_meaning) if rank is not None]
        assert place.worth == sum(1 / (CONSTANT + 1 + rank) for rank in ranks)
    assert [place.worth for place in places] == sorted((place.worth for place in places), reverse=True)


@given(LISTS, LISTS)
def test_what_both_found_goes_before_what_one_found_at_the_same_rank(by_words, by_meaning):
    places = fused(by_words, by_meaning)
    for both in (place for place in places if place.found_by == "both"):
        for one in places:
            if one.found_by == "words" and one.by_words == both.by_words:
                assert places.index(both) < places.index(one)


def test_an_example():
    by_words = [Span("a", 0, 10), Span("a", 50, 60)]
    by_meaning = [Span("b", 0, 30), Span("a", 40, 70)]
    assert [(each.by_words, each.by_meaning, each.found_by) for each in fused(by_words, by_meaning)] == [
        (1, 1, "both"),
        (0, None, "words"),
        (None, 0, "meaning"),
    ]
