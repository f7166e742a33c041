"""What people type, taken as a question."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema.search import SearchFilters
from core.search.query import MOST_TERMS, moment, parse


def shown(typed):
    query = parse(typed)
    mark = {(True, False): "*", (False, True): "~", (False, False): ""}
    return [
        [" ".join(term.words) + mark[term.is_prefix, term.is_near] for term in terms]
        for terms in (query.wanted, query.unwanted)
    ]


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("climate tax", ["climate*", "tax*"], []),
        ('"climate tax"', ["climate tax"], []),
        ("„Klima Steuer“ sofort", ["klima steuer", "sofort*"], []),
        ('"climate ta*"', ["climate ta*"], []),
        ("clim* climat~", ["clim*", "climat~"], []),
        ('-tax -"the tax" well-known', ["well known*"], ["tax*", "the tax"]),
        ('"never closed', ["never closed"], []),
        ("note:this", ["note this*"], []),
        ("東京都", ["東京 京都*"], []),
        ("都", ["都*"], []),
        ('" * - ~ ()', [], []),
    ],
)
def test_words_phrases_and_exceptions(typed, wanted, unwanted):
    assert shown(typed) == [wanted, unwanted]


def test_filters_are_taken_out_of_what_is_typed():
    query = parse(
        'speaker:"Anna Schmidt" tax source:ep12 lang:de-AT is:approved score:70 since:2026-01 until:2026-01'
    )
    assert [term.typed for term in query.wanted] == ["tax"]
    assert query.filters == SearchFilters(
        speaker="Anna Schmidt",
        source="ep12",
        language="de",
        decision="approved",
        least_score=70.0,
        since=datetime(2026, 1, 1).timestamp(),
        until=datetime(2026, 2, 1).timestamp(),
    )


@pytest.mark.parametrize(
    ("typed", "decision"),
    [("angenommen", "approved"), ("vielleicht", "maybe"), ("abgelehnt", "rejected"), ("offen", "undecided")],
)
def test_decisions_may_be_typed_as_the_window_says_them_in_german(typed: str, decision: str):
    query = parse(f"steuer ist:{typed}")
    assert query.filters.decision == decision and not query.notes


def test_filters_that_make_no_sense_are_noted_and_hold_nobody_up():
    query = parse("tax since:yesterdayish score:high is:great until:2026-13")
    assert [term.typed for term in query.wanted] == ["tax"]
    assert query.filters == SearchFilters()
    assert query.notes == ("since:yesterdayish", "score:high", "is:great", "until:2026-13")


def test_what_is_typed_goes_before_what_is_chosen_beside():
    chosen = SearchFilters(speaker="Ben", language="en")
    assert parse("speaker:anna", chosen).filters == SearchFilters(speaker="anna", language="en")


def test_times_ago_and_dates():
    assert moment("30d", now=100 * 86400.0) == 70 * 86400.0
    assert moment("2024-02", is_end=True) == datetime(2024, 3, 1).timestamp()
    assert moment("2024", is_end=True) == datetime(2025, 1, 1).timestamp()
    assert moment("9999-12-31", is_end=True) is None
    assert moment("soon") is None


@given(st.text(max_size=200) | st.text(alphabet="\"-*~:() '^{}+speakrinc19dw", max_size=80))
def test_nothing_that_is_typed_is_an_error(typed):
    query = parse(typed)
    assert len(query.wanted) <= MOST_TERMS
    assert all(term.words for term in (*query.wanted, *query.unwanted))
