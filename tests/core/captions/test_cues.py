"""Cues: what is on screen together, and exactly how long."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.cue_times import HOLD, LONGEST_LEAD, LONGEST_LINGER, SHORTEST_CUE
from core.captions.cues import build_cues
from core.captions.script import columns
from core.captions.words import LONGEST_PAUSE, CaptionWord
from core.schema.caption import CaptionCue
from core.schema.style import CaptionStyle

MS = 1e-6


def spoken(text: str, seconds: float = 0.3, start: float = 0.0, speaker: str = "") -> list[CaptionWord]:
    """Return words said one after the other without a breath."""
    words = text.split()
    return [CaptionWord(w, start + i * seconds, start + (i + 1) * seconds, speaker) for i, w in enumerate(words)]


def texts(cues: tuple[CaptionCue, ...]) -> list[str]:
    return [" ".join(word.text for word in cue.words) for cue in cues]


@st.composite
def word_lists(draw: st.DrawFn) -> tuple[list[CaptionWord], float]:
    vocabulary = st.sampled_from(["a", "so", "money,", "Yes.", "extraordinary", "今日は", "we", "“why?”", "مرحبا"])
    at, words = 0.0, []
    for _ in range(draw(st.integers(0, 30))):
        at += draw(st.sampled_from([0.0, 0.0, 0.05, 0.2, 0.4, 0.9, 3.0]))
        length = draw(st.sampled_from([0.0, 0.04, 0.2, 0.5, 1.4]))
        words.append(CaptionWord(draw(vocabulary), at, at + length, draw(st.sampled_from(["A", "A", "B"]))))
        at += length
    return words, draw(st.floats(0.5, at + 3.0))


styles = st.builds(CaptionStyle, max_words=st.integers(1, 12), gaps=st.sampled_from(["closed", "kept"]))
cut_lists = st.lists(st.integers(0, 300), max_size=6, unique=True).map(
    lambda tenths: sorted(t / 10 for t in tenths)
)


@given(word_lists(), styles, cut_lists)
def test_cues_never_overlap_leave_the_clip_or_grow_too_long(
    case: tuple[list[CaptionWord], float], style: CaptionStyle, cuts: list[float]
) -> None:
    words, duration = case
    cues = build_cues(words, style, duration, cuts)
    for cue in cues:
        assert 0.0 <= cue.start < cue.end <= duration + MS
        assert 1 <= len(cue.words) <= style.max_words
        assert all(word.start <= word.end for word in cue.words)
        assert cue.start <= cue.words[0].start + MS
        assert cue.words[-1].end <= cue.end + MS
        assert all(a.end <= b.start + MS for a, b in pairwise(cue.words))
        assert cue.end - cue.words[-1].end <= LONGEST_LINGER + MS
        assert cue.words[0].start - cue.start <= LONGEST_LEAD + MS
    assert all(a.end <= b.start + MS for a, b in pairwise(cues))


@given(word_lists())
def test_nothing_lingers_over_silence(case: tuple[list[CaptionWord], float]) -> None:
    words, duration = case
    for cue in build_cues(words, CaptionStyle(), duration):
        quiet = cue.end - max(word.end for word in cue.words)
        assert quiet <= LONGEST_LINGER + MS


@given(word_lists())
def test_every_word_inside_the_clip_is_shown_in_order(case: tuple[list[CaptionWord], float]) -> None:
    words, _ = case
    duration = max((word.end for word in words), default=0.0) + 1.0
    shown = [word.text for cue in build_cues(words, CaptionStyle(), duration) for word in cue.words]
    assert "".join(shown) == "".join(word.text for word in words)


@given(word_lists())
def test_no_cue_mixes_speakers_or_spans_a_pause(case: tuple[list[CaptionWord], float]) -> None:
    words, duration = case
    words = [replace(word, text=f"{word.speaker}{index}") for index, word in enumerate(words)]
    for cue in build_cues(words, CaptionStyle(), duration):
        assert {word.text[0] for word in cue.words} == {cue.speaker}
        assert all(b.start - a.end <= LONGEST_PAUSE + MS for a, b in pairwise(cue.words))


def test_pages_end_where_sentences_end() -> None:
    cues = build_cues(spoken("I was broke. Then we sold the car and moved."), CaptionStyle(max_words=4), 10.0)
    assert texts(cues)[0] == "I was broke."


def test_a_short_word_is_not_left_alone() -> None:
    text = "So the week we ran out of money I called every customer"
    for max_words in (2, 3, 4, 5, 6):
        for cue in build_cues(spoken(text), CaptionStyle(max_words=max_words), 10.0):
            assert len(cue.words) > 1 or columns(cue.words[0].text) > 6


def test_a_pause_and_another_speaker_end_a_page() -> None:
    words = [*spoken("one two", speaker="A"), *spoken("three", start=0.6, speaker="B")]
    assert texts(build_cues(words, CaptionStyle(), 10.0)) == ["one two", "three"]
    words = [*spoken("one two"), *spoken("three", start=0.6 + LONGEST_PAUSE + 0.05)]
    assert texts(build_cues(words, CaptionStyle(), 10.0)) == ["one two", "three"]


def test_short_gaps_are_closed_and_long_ones_kept() -> None:
    near = build_cues([*spoken("one", speaker="A"), *spoken("two", start=0.5, speaker="B")], CaptionStyle(), 9.0)
    assert near[0].end == near[1].start == 0.5
    far = build_cues([*spoken("one"), *spoken("two", start=2.0)], CaptionStyle(), 9.0)
    assert far[0].end == pytest.approx(0.3 + HOLD)


def test_a_very_short_page_borrows_from_the_gap_after_it() -> None:
    cues = build_cues([CaptionWord("Stop!", 1.0, 1.05)], CaptionStyle(), 9.0)
    assert cues[0].end - cues[0].start == pytest.approx(SHORTEST_CUE)


def test_the_highlight_does_not_blink_between_words() -> None:
    words = [CaptionWord("one", 0.0, 0.2), CaptionWord("two", 0.3, 0.6)]
    (cue,) = build_cues(words, CaptionStyle(), 9.0)
    assert cue.words[0].end == cue.words[1].start


def test_words_of_one_start_share_the_time() -> None:
    words = [CaptionWord(text, 1.0, 1.0) for text in ("one", "two", "three")]
    (cue,) = build_cues(words, CaptionStyle(), 9.0)
    starts = [word.start for word in cue.words]
    assert starts == sorted(set(starts))


def test_unspaced_text_is_cut_into_pieces_with_their_own_times() -> None:
    (word,) = [CaptionWord("今日はとてもいい天気ですね、東京タワーに行きましょう", 0.0, 5.0)]
    cues = build_cues([word], CaptionStyle(max_words=4), 6.0)
    pieces = [piece for cue in cues for piece in cue.words]
    assert "".join(piece.text for piece in pieces) == word.text
    assert len(pieces) > 3
    assert all(len(piece.text) <= 10 for piece in pieces)
    assert pieces[0].start == 0.0
    assert pieces[-1].end == pytest.approx(5.0)


def test_words_outside_the_clip_and_empty_ones_are_left_out() -> None:
    words = [
        CaptionWord("before", -1.0, 0.0), CaptionWord(" ", 0.1, 0.2), CaptionWord("in", 0.2, 0.5),
        CaptionWord("after", 3.0, 4.0),
    ]  # fmt: skip
    assert texts(build_cues(words, CaptionStyle(), 3.0)) == ["in"]
    assert build_cues([], CaptionStyle(), 3.0) == ()


def pages_of(text: str, max_words: int = 4) -> list[str]:
    return texts(build_cues(spoken(text), CaptionStyle(max_words=max_words), 60.0))


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Wait. You doubled the price", ["Wait.", "You doubled the price"]),
        ("Yes! Because here is the rule", ["Yes!", "Because here", "is the rule"]),
        ("the ones before us, we had nothing before us,", ["the ones before us,", "we had", "nothing before us,"]),
        ("She has four hundred dollars left", ["She has", "four hundred dollars left"]),
        ("So we made $5 billion last year", ["So we made", "$5 billion last year"]),
        ("it took 3 million people", ["it took", "3 million people"]),
        (
            "it made two thousand three hundred and forty dollars",
            ["it made", "two thousand three hundred", "and forty dollars"],
        ),
        ("He said “Stop!” Then we left", ["He said “Stop!”", "Then we left"]),
        ("Ask Mr. Smith why. No. Never", ["Ask Mr. Smith why.", "No.", "Never"]),
        ("هل أنت بخير؟ نعم أنا بخير", ["هل أنت بخير؟", "نعم أنا بخير"]),
        ("क्या हुआ है। कुछ नहीं", ["क्या हुआ है।", "कुछ नहीं"]),
    ],
)
def test_pages_follow_what_is_said(text: str, pages: list[str]) -> None:
    assert pages_of(text) == pages


def test_a_page_ends_inside_unspaced_text_where_a_sentence_does() -> None:
    cues = build_cues([CaptionWord("そうだ。」ね", 0.0, 2.0), CaptionWord("はい", 2.0, 2.5)], CaptionStyle(), 5.0)
    assert [word.text for word in cues[0].words][-1] == "そうだ。」"


_PLAIN = ["we", "sold", "everything", "a", "the", "money,", "house", "—", "customers;"]
_SENTENCE_ENDS = ["Yes!", "broke?", "done.", "“Why?”", "今日は。", "بخير؟", "है।"]
_NUMBERS = ["four", "twenty-five", "3", "$5", "1,000"]


@given(st.lists(st.sampled_from(_PLAIN + _SENTENCE_ENDS + _NUMBERS), max_size=30), st.integers(1, 7))
def test_a_sentence_always_ends_its_page(words: list[str], max_words: int) -> None:
    for page in pages_of(" ".join(words), max_words):
        assert not set(page.split()[:-1]) & set(_SENTENCE_ENDS)


@given(
    st.lists(st.sampled_from([*_PLAIN, "four hundred dollars", "3 million people", "$5 billion now"]), max_size=20)
)
def test_a_number_stays_with_what_it_counts(phrases: list[str]) -> None:
    pages = pages_of(" ".join(phrases))
    for page in pages[:-1]:
        assert page.split()[-1] not in {"four", "hundred", "3", "$5"}


_SHORT_WORDS = ["men", "sold", "it", "home", "food"]


# So short that seven of them fit the two lines of a page: a page too wide is rightly made shorter.
@given(st.lists(st.sampled_from(_SHORT_WORDS), min_size=2, max_size=40), st.integers(2, 7))
def test_no_plain_word_stands_alone_and_pages_are_even(words: list[str], max_words: int) -> None:
    lengths = [len(page.split()) for page in pages_of(" ".join(words), max_words)]
    if max_words > 2 or len(words) % 2 == 0:
        assert min(lengths) > 1
    assert len(lengths) == -(-len(words) // max_words)
    assert max(lengths) - min(lengths) <= 1
