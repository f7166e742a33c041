"""Ends move to a cut close by, never over a word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.highlights.edges import keep_off_flashes
from core.schema.shot import Shot
from core.schema.time import Cut, TimeSpan

SHOTS = (Shot(start=0, end=10.12), Shot(start=10.12, end=39.8), Shot(start=39.8, end=60))
WORDS = (TimeSpan(start=9, end=9.6), TimeSpan(start=10.2, end=11), TimeSpan(start=38, end=39.7))


def test_a_few_frames_of_another_shot_are_cut_off_both_ends():
    cut = keep_off_flashes(Cut(ranges=(TimeSpan(start=10.0, end=40.0),)), SHOTS, WORDS)
    assert (cut.start, cut.end) == (10.12, 39.8)


def test_a_word_under_the_cut_keeps_its_place():
    words = (TimeSpan(start=10.05, end=11), TimeSpan(start=38, end=39.9))
    cut = Cut(ranges=(TimeSpan(start=10.0, end=40.0),))
    assert keep_off_flashes(cut, SHOTS, words) == cut


@given(
    st.floats(0, 50),
    st.floats(1, 9),
    st.lists(st.floats(0, 60), max_size=12),
    st.lists(st.floats(0, 59), max_size=9),
)
def test_no_word_is_ever_lost(start, length, edges, spoken):
    ordered = sorted({0.0, *edges, 60.0})
    shots = [Shot(start=a, end=b) for a, b in pairwise(ordered)]
    words = [TimeSpan(start=at, end=at + 0.3) for at in sorted(spoken)]
    before = Cut(ranges=(TimeSpan(start=start, end=start + length),))
    after = keep_off_flashes(before, shots, words)
    assert before.start <= after.start <= after.end <= before.end
    for word in words:
        if before.start <= word.start and word.end <= before.end:
            assert after.start <= word.start
            assert word.end <= after.end
