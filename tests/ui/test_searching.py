"""What is typed finds what is meant, the likeliest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.searching import best, folded, worth

_NAMES = [
    *("Approve", "Export approved clips", "Reject", "Go to a time", "Replay from a stage", "Storage"),
    *("Full screen", "Find in the transcript", "Café am Rathaus"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("approve", ["Approve", "Export approved clips"]),
        ("EXP", ["Export approved clips"]),
        ("stage", ["Replay from a stage"]),
        ("gtt", ["Go to a time"]),
        ("clips export", ["Export approved clips"]),
        ("cafe", ["Café am Rathaus"]),
        ("zzz", []),
        ("approve zzz", []),
    ],
)
def test_words_in_any_order_and_first_letters_find(query: str, found: list[str]) -> None:
    assert best(query, [(name, name) for name in _NAMES], 10) == found


def test_nothing_typed_gives_all_in_order_up_to_the_count() -> None:
    assert best("  ", [(name, name) for name in _NAMES], 3) == _NAMES[:3]


@given(name=st.text(min_size=1, max_size=40), data=st.data())
def test_each_word_of_a_name_finds_it(name: str, data: st.DataObject) -> None:
    words = folded(name).split()
    if words:
        assert worth(data.draw(st.sampled_from(words)), folded(name)) > 0
        assert worth(" ".join(reversed(words)), folded(name)) > 0


@given(query=st.text(max_size=20), names=st.lists(st.text(max_size=20), max_size=20))
def test_what_is_found_answers_and_nothing_is_found_twice(query: str, names: list[str]) -> None:
    found = best(query, [(name, place) for place, name in enumerate(names)], 8)
    assert len(found) == len(set(found)) <= 8
    if folded(query).strip():
        judged = [worth(folded(query).strip(), folded(names[place])) for place in found]
        assert all(judged)
        assert judged == sorted(judged, reverse=True)
