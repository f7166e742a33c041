"""Wishes are understood in nine languages: kinds of moment, names of speakers, topics; and told in the plan."""

from __future__ import annotations

import numpy as np
import pytest

from core.highlights.candidates import Windows
from core.highlights.features import SentenceTable, measure_sentences
from core.highlights.lexicon import lexicon_for
from core.highlights.plan import PlanOptions, plan_clips
from core.highlights.sentences import split_sentences
from core.highlights.wishes import fit_wish, understand
from core.schema.segment import Segments, SoundEvent
from core.schema.transcript import Transcript
from tests.core.highlights.talk import INTERVIEW, spoken


def table_of(transcript: Transcript, language: str = "en") -> SentenceTable:
    words = [word.text for word, _ in transcript.words()]
    return measure_sentences(split_sentences(transcript), words, lexicon_for(language, words))


TALK = table_of(spoken(*INTERVIEW))


@pytest.mark.parametrize(
    ("language", "wish", "kind"),
    [
        ("en", "the funniest moments", "humour"),
        ("en", "most emotional", "emotion"),
        ("en", "Questions!", "questions"),
        ("en", "something controversial", "controversial"),
        ("en", "best quotes", "quotes"),
        ("de", "die lustigsten Stellen", "humour"),
        ("es", "los momentos más emotivos", "emotion"),
        ("fr", "les conseils utiles", "lesson"),
        ("it", "le storie", "story"),
        ("pt", "as dicas", "lesson"),
        ("nl", "de grappigste momenten", "humour"),
        ("zh", "最好笑的片段", "humour"),
        ("ja", "一番面白い場面", "humour"),
    ],
)
def test_kinds_of_moments_are_understood(language: str, wish: str, kind: str) -> None:
    table = table_of(spoken(("A", "Hm."), ("B", "Hm.")), language)
    understood = understand(wish, table)
    assert understood.kinds == (kind,)
    assert not understood.stems & {"moment", "best"}


def test_a_topic_is_what_is_left() -> None:
    wish = understand("funny stories about pricing", TALK)
    assert set(wish.kinds) == {"humour", "story"} and wish.topics == ("pricing",)
    assert "“pricing”" in wish.told and "laughter" in wish.told


def test_a_name_is_a_speaker() -> None:
    wish = understand("Ben's advice", TALK)
    assert wish.speakers == ("Ben",) and wish.kinds == ("lesson",) and not wish.stems
    count = len(TALK.sentences)
    order = np.arange(count)
    windows = Windows(order, order, order * 10.0, order * 10.0 + 9.0)
    fit = fit_wish(TALK, windows, understand("what Ana says", TALK))
    assert fit is not None
    assert TALK.sentences[int(np.argmax(fit))].speaker == "Ana"
    assert all(fit[i] == 0.15 / 1.0 or fit[i] < 0.2 for i in order if TALK.sentences[i].speaker == "Ben")


def test_chinese_topics_are_found_in_the_text() -> None:
    table = table_of(spoken(("A", "我 們 的 定 價 完 全 錯 了 。"), ("B", "今 天 天 氣 很 好 。")), "zh")
    windows = Windows(np.arange(2), np.arange(2), np.array([0.0, 10.0]), np.array([9.0, 19.0]))
    fit = fit_wish(table, windows, understand("關於定價的部分", table))
    assert fit is not None and fit[0] > fit[1]


def test_heard_laughter_answers_the_funniest() -> None:
    line = "We tried everything and it failed, so we tried it again on Monday morning. "
    transcript = spoken(*[("A", line)] * 24, pause=1.2)
    at = transcript.segments[15].end + 0.1
    laughed = (SoundEvent(kind="laughter", start=at, end=at + 1.0, confidence=0.7),)
    segments = Segments(sentences=split_sentences(transcript), sounds=laughed)
    made = plan_clips(transcript, segments, PlanOptions(prompt="the funniest", top=3))
    best = made.candidates[0].cut
    assert best.start < at < best.end + 1.2
    told = next(choice for choice in made.choices if choice.subject == "prompt")
    assert "laughter" in told.reason and not told.degraded


def test_a_wish_that_nothing_fits_is_said_to_be_ignored() -> None:
    made = plan_clips(spoken(*INTERVIEW), Segments(), PlanOptions(prompt="about submarines"))
    told = next(choice for choice in made.choices if choice.subject == "prompt")
    assert told.degraded and "submarines" in told.reason and made.candidates
