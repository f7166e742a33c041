"""Punctuation in order, and never a letter lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.cues import build_cues
from core.captions.heard import caption_words
from core.captions.punctuation import join_marks, tidy_marks
from core.captions.words import CaptionWord
from core.schema.caption import CreativePlan
from core.schema.style import CaptionStyle
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("so ,", "so,"), ("what???", "what?"), ("no!!!!", "no!"), ("what?!", "what?!"), ("well...", "well…"),
        ("well . . .", "well…"), ("hm….", "hm…"),
        ("。。.", "…"), ("“ quoted ”", "“quoted”"), ("( aside )", "(aside)"),
        ("he said--", "he said—"), ("a---b", "a---b"), ("嗯。。。", "嗯…"), ("什么？？", "什么？"),
        ("¿ Qué ?", "¿Qué?"),
        ("3.5", "3.5"), ("1,000.50", "1,000.50"), ("e.g.", "e.g."), (".NET", ".NET"),
        ("a .5 b", "a .5 b"), ("10:30", "10:30"),
        ("https://a.b", "https://a.b"), ("don't", "don't"), ("::", ":"), ("U.S.", "U.S."), ("", ""),
    ],
)  # fmt: skip
def test_marks_are_put_in_order(written: str, tidy: str) -> None:
    assert tidy_marks(written) == tidy


@given(st.text("ab1 .,!?…-“”()¿。、é日:;", max_size=20))
def test_tidying_keeps_letters_and_is_done_once(text: str) -> None:
    once = tidy_marks(text)
    assert re.findall(r"\w", once) == re.findall(r"\w", text)
    assert tidy_marks(once) == once


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["so", ",", "we"], ["so,", "we"]),
        (["¿", "Qué", "?", "!"], ["¿Qué?!"]),
        (["(", "“", "no", "”", ")", "—", "ever"], ["(“no”)", "—", "ever"]),
        (["$", "5", "and", "10", "%", "more"], ["$5", "and", "10%", "more"]),
        (["rock", "&", "roll", "🔥", "%"], ["rock", "&", "roll", "🔥", "%"]),
        ([",", "so"], [",", "so"]),
        (["so", "("], ["so", "("]),
        ([], []),
    ],
)
def test_marks_that_stand_alone_go_to_their_word(words: list[str], joined: list[str]) -> None:
    assert [each.text for each in join_marks(words)] == joined


@given(st.lists(st.sampled_from(["so", ",", "(", "¿", "—", "$", "5", "%", "!", "日", "a b"]), max_size=12))
def test_joining_keeps_every_word_once_in_order(words: list[str]) -> None:
    made = join_marks(words)
    assert [index for each in made for index in range(each.first, each.last + 1)] == list(range(len(words)))
    assert "".join(each.text for each in made).replace(" ", "") == "".join(words).replace(" ", "")


def test_a_cue_shows_no_mark_alone_and_its_word_lasts_as_long() -> None:
    said = [("Well", 0.0, 0.3), (",", 0.3, 0.35), ("really", 0.4, 0.8), ("?", 0.8, 1.0)]
    (cue,) = build_cues([CaptionWord(*each) for each in said], CaptionStyle(), 2.0)
    assert [word.text for word in cue.words] == ["Well,", "really?"]
    assert cue.words[1].end == 1.0


def test_what_the_user_wrote_stays_as_it_is() -> None:
    words = (
        Word(text="wow!!!", start=0.0, end=0.4),
        Word(text="yes!!!", start=0.5, end=0.9, is_corrected=True),
    )
    transcript = Transcript(segments=(TranscriptSegment(start=0.0, end=1.0, text="", words=words),))
    cut = Cut(ranges=(TimeSpan(start=0.0, end=1.0),))
    assert [word.text for word in caption_words(transcript, cut, CreativePlan())] == ["wow!", "yes!!!"]
