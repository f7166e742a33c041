"""The promise of a transcript, kept whatever comes in."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema.time import TimeSpan
from core.schema.transcript import TranscriptSegment
from core.speech.words import (
    Passage,
    SpokenWord,
    group_words,
    interpolate,
    join_words,
    lay_out,
    snap_to_speech,
    split_words,
    tidy_words,
    time_text,
)

any_time = st.one_of(st.none(), st.floats(-10, 500), st.sampled_from([math.nan, math.inf, -math.inf]))
spoken = st.builds(
    SpokenWord,
    text=st.text("ab c.é", max_size=6),
    start=any_time,
    end=any_time,
    confidence=st.floats(allow_nan=True),
)
passages = st.builds(
    Passage,
    text=st.text("abc dé.", min_size=1, max_size=40),
    start=st.floats(0, 300),
    end=st.one_of(st.none(), st.floats(0, 320)),
    words=st.lists(spoken, max_size=6).map(tuple),
)


def assert_promise(segments: list[TranscriptSegment]) -> None:
    cursor = 0.0
    for segment in segments:
        assert math.isfinite(segment.start) and math.isfinite(segment.end)
        assert cursor <= segment.start <= segment.end
        at = segment.start
        for word in segment.words:
            assert math.isfinite(word.start) and math.isfinite(word.end)
            assert word.text.strip() == word.text != ""
            assert at <= word.start <= word.end <= segment.end
            assert 0 <= word.confidence <= 1
            at = word.end
        cursor = segment.end


@given(st.lists(passages, max_size=8))
def test_segments_keep_the_promise(found: list[Passage]) -> None:
    assert_promise(lay_out(found))


@given(st.lists(spoken, max_size=10), st.floats(0, 100), st.floats(0.1, 50))
def test_tidy_words_lie_inside_in_order(words: list[SpokenWord], start: float, length: float) -> None:
    start, end = round(start, 3), round(start + length, 3)
    tidy = tidy_words(words, start, end)
    assert_promise([TranscriptSegment(start=start, end=end, text="", words=tidy)])
    assert [w.text for w in tidy] == [w.text.strip() for w in words if w.text.strip()]
    if len(tidy) * 0.02 < length / 2:
        assert all(word.end > word.start for word in tidy)


@given(st.lists(passages, max_size=6))
def test_no_word_is_lost(found: list[Passage]) -> None:
    wanted = sum(
        sum(bool(w.text.strip()) for w in p.words) if p.words else len(split_words(p.text))
        for p in found
        if p.text.strip()
    )
    assert sum(len(segment.words) for segment in lay_out(found)) == wanted


@given(st.text("ab ,.!?—-«»\"'今日は", max_size=40))
def test_splitting_keeps_every_character(text: str) -> None:
    words = split_words(text)
    kept = "".join("".join(words).split())
    assert kept in ("".join(text.split()), "")
    assert kept or not any(character.isalnum() for character in text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Well , yes !", ["Well,", "yes!"]),
        ("¿ Qué tal ?", ["¿Qué", "tal?"]),
        ("so — anyway", ["so —", "anyway"]),
        ("今日は。元気", ["今", "日", "は。", "元", "気"]),
        ("GPT 今", ["GPT", "今"]),
        ("...", []),
    ],
)
def test_punctuation_stays_with_its_word(text: str, words: list[str]) -> None:
    assert split_words(text) == words


def test_unspaced_scripts_join_without_spaces() -> None:
    assert join_words(split_words("今日は。元気")) == "今日は。元気"
    assert join_words(["a", "b"]) == "a b"


def test_interpolation_follows_length() -> None:
    short, long = interpolate(["a", "abcdefg"], 10.0, 20.0)
    assert (short.start, long.end) == (10.0, 20.0)
    assert short.end == long.start == pytest.approx(12.0)


def test_overlapping_speakers_keep_all_words_apart() -> None:
    segments = lay_out([Passage("one two three", 0.0, 10.0, "A"), Passage("hm", 1.0, 2.0, "B")])
    assert [segment.speaker for segment in segments] == ["A", "B"]
    assert_promise(segments)


def test_times_of_heard_words_reach_the_written_ones() -> None:
    heard = [SpokenWord("hello", 1.0, 1.5), SpokenWord("word", 1.6, 1.9), SpokenWord("today", 3.0, 3.5)]
    timed = time_text(["Hello,", "world,", "today!"], heard, 0.0, 4.0)
    assert [(w.text, w.start) for w in timed] == [("Hello,", 1.0), ("world,", 1.5), ("today!", 3.0)]


def test_long_sentences_are_cut_after_a_comma() -> None:
    texts = ["word"] * 20 + ["comma,"] + ["word"] * 30
    words = [SpokenWord(text, i * 0.3, i * 0.3 + 0.3) for i, text in enumerate(texts)]
    grouped = group_words(words)
    assert grouped[0].text.endswith("comma,")
    assert sum(len(passage.words) for passage in grouped) == len(words)
    assert all((p.end or 0) - (p.start or 0) <= 12.5 for p in grouped)


def test_sentences_and_pauses_end_a_passage() -> None:
    words = [SpokenWord("This", 0, 0.3), SpokenWord("was a long sentence.", 0.3, 1), SpokenWord("Next", 1.1, 1.3)]
    words += [SpokenWord("late", 4.0, 4.4)]
    assert [p.text for p in group_words(words)] == ["This was a long sentence.", "Next", "late"]


def test_words_reaching_into_a_pause_are_drawn_back() -> None:
    speech = [TimeSpan(start=1.0, end=2.0), TimeSpan(start=3.0, end=4.0)]
    words = [SpokenWord("early", 0.2, 1.4), SpokenWord("fine", 1.4, 1.9), SpokenWord("next", 2.4, 3.3)]
    early, fine, late = snap_to_speech(words, speech)
    assert early.start == 1.0
    assert (fine.start, fine.end) == (1.4, 1.9)
    assert late.start == 3.0
