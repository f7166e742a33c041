"""Windows of what is said, as an embedder gets them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from core.schema.search import Line
from core.search.tokens import words
from core.search.windows import MOST_WORDS, OVERLAP_WORDS, windows

WORD = st.sampled_from(["tax", "climate", "we", "ran.", "out!", "of", "北京大学", "Ünïcode", "½", "—"])


@st.composite
def talks(draw):
    lines, at = [], 0.0
    for _ in range(draw(st.integers(0, 30))):
        at += draw(st.sampled_from([0.0, 0.1, 2.0, 30.0]))
        text = " ".join(draw(st.lists(WORD, min_size=1, max_size=draw(st.sampled_from([3, 20, 400])))))
        lines.append(Line(start=at, end=at + 2.0, speaker=draw(st.sampled_from(["", "Ana", "Ben"])), text=text))
        at += 2.0
    return lines


@given(talks())
def test_every_word_is_in_a_window_and_none_is_too_long(lines):
    made = list(windows(lines))
    assert all(len(words(window.text)) <= MOST_WORDS + 2 for window in made)
    assert all(window.start <= window.end for window in made)
    assert all(lines[0].start <= window.start and window.end <= lines[-1].end for window in made)
    kept = "".join("".join(window.text.split()) for window in made)
    for line in lines:
        # What is alone between pauses and says next to nothing is left out; a long line may be in several windows.
        if len(words(line.text)) <= MOST_WORDS and sum(each.isalnum() for each in line.text) >= 12:
            assert "".join(line.text.split()) in kept


def spoken(count, text="one two three four five six seven eight nine ten."):
    return [Line(start=4.0 * n, end=4.0 * n + 3.5, speaker="Ana", text=f"{text} line{n}") for n in range(count)]


def test_the_end_of_a_window_is_said_again_in_the_next():
    made = list(windows(spoken(40)))
    assert len(made) > 2
    for before, after in pairwise(made):
        shared = set(before.text.split("\n")) & set(after.text.split("\n"))
        assert len(shared) >= 1
        assert sum(len(words(line)) for line in shared) <= OVERLAP_WORDS
    assert {line for window in made for line in window.text.split("\n")} == {each.text for each in spoken(40)}


def test_a_long_pause_parts_and_nothing_is_said_again_after_it():
    late = [line.model_copy(update={"start": line.start + 500, "end": line.end + 500}) for line in spoken(3)]
    first, second = windows([*spoken(3), *late])
    assert first.end < 20 and second.start == 500.0


def test_one_line_without_end_is_cut_where_words_begin_with_times_in_order():
    text = " ".join(f"word{n}" for n in range(1000))
    made = list(windows([Line(start=10.0, end=410.0, speaker="", text=text)]))
    assert [word for window in made for word in window.text.split()] == text.split()
    assert made[0].start == 10.0 and made[-1].end == 410.0
    assert all(a.end <= b.start for a, b in pairwise(made))


def test_the_speakers_of_a_window_are_known():
    lines = [Line(start=0, end=2, speaker=who, text="something that is long enough") for who in ("Ben", "Ana")]
    assert [window.speakers for window in windows(lines)] == [("Ana", "Ben")]
