"""Titles: what a person would write, without loose words at either end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.highlights.features import SentenceTable, measure_sentences
from core.highlights.lexicon import lexicon_for
from core.highlights.rubric import openings
from core.highlights.sentences import split_sentences
from core.highlights.titles import TITLE_LENGTH, headline, quotable, reason_of, title_of
from core.lexicon import guess_language
from core.schema.plan import AxisScore
from core.schema.transcript import Transcript
from tests.core.highlights.talk import INTERVIEW, spoken


@pytest.fixture(scope="module")
def table() -> SentenceTable:
    return _measured(spoken(*INTERVIEW))


def _measured(transcript: Transcript) -> SentenceTable:
    words = [word.text for word, _ in transcript.words()]
    return measure_sentences(split_sentences(transcript), words, lexicon_for("en"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("And so, you know what we did?", "You know what we did?"),
        ("Well, but I never said that it was easy.", "I never said that it was easy"),
        (
            'I love "Never have I ever", and I win with that one every single time that we play it here.',
            'I love "Never have I ever"',
        ),
        ("“That was it,” she said.", "That was it,” she said"),
        ("why is i'm not sure what i think", "Why is I'm not sure what I think"),
        (
            "The biggest mistake people make, and I have made it too, is that they hide the numbers from all.",
            "The biggest mistake people make, and I have made it too",
        ),
    ],
)
def test_titles(table: SentenceTable, text: str, title: str) -> None:
    assert headline(text, table) == title


def test_a_cut_title_ends_on_a_word_that_can_end(table: SentenceTable) -> None:
    title = headline("Nobody who works in a bakery would ever tell a customer the truth about the bread", table)
    assert title.endswith("…") and len(title) <= TITLE_LENGTH
    assert title.rstrip("…").split()[-1] not in {"the", "a", "about", "ever", "would"}


def test_ideographs_are_cut_by_width() -> None:
    title = headline("我覺得這個東西待確認，就是協會的投票需要多少資訊，才可以讓大家都知道現在的狀況是什麼樣子。")
    assert title.startswith("我覺得") and not title.endswith(("，", "。"))
    assert sum(2 if c > "\u2e80" else 1 for c in title) <= TITLE_LENGTH


@given(st.text(max_size=200))
def test_no_text_breaks_a_title(text: str) -> None:
    title = headline(text)
    assert len(title) <= TITLE_LENGTH + 1
    assert title == title.strip()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the people that we have are not what you would think of them", "en"),
        ("los que no tienen lo que se merecen en este país no lo van a tener", "es"),
        ("ich habe das nicht so gesehen und wir sind dann auch nach Hause", "de"),
        ("nous avons fait tout ce que vous avez dit et elle est très bien", "fr"),
        ("我們今天要說的是這個", "zh"),
        ("xyzzy plugh frotz", ""),
    ],
)
def test_the_language_is_guessed_where_nobody_says(text: str, language: str) -> None:
    assert guess_language(text.split()) == language


def test_the_line_to_quote_is_a_lesson_that_stands_alone() -> None:
    table = _measured(
        spoken(
            ("Ben", "We walked along the river on that day."),
            ("Ben", "And that is why you should always, you know, if..."),
            ("Ben", "You should never sell bread, you must sell trust."),
            ("Ana", "Should you always sell trust, and never bread?"),
        )
    )
    assert quotable(table, 0, len(table.sentences) - 1) == 2
    assert quotable(table, 0, 0) is None


@pytest.mark.parametrize(
    ("said", "title"),
    [
        # Of two lines that catch alike, the one that says what it is about to.
        (
            "If you never hide the biggest mistakes, then everybody in the bakery will help you to mend them. "
            "Nobody can mend the biggest mistakes that you hide.",
            "Nobody can mend the biggest mistakes that you hide",
        ),
        (
            'Looking at it, the biggest mistake I thought, "Why did nobody tell me about the bread in there?" '
            "Nobody can mend the biggest mistakes that you hide.",
            "Nobody can mend the biggest mistakes that you hide",
        ),
    ],
)
def test_a_title_is_no_half_sentence(said: str, title: str) -> None:
    transcript = spoken(("Ben", said))
    sentences = split_sentences(transcript)
    table = measure_sentences(sentences, [word.text for word, _ in transcript.words()], lexicon_for("en"))
    assert title_of(table, 0, len(sentences) - 1, openings(table)) == title


def test_a_reason_quotes_words_and_not_what_is_seen() -> None:
    axes = {
        "visual": AxisScore(score=90.0, evidence=("a face in 100 % of it",)),
        "hook": AxisScore(score=80.0, evidence=("the biggest mistake",)),
    }
    assert (
        reason_of(axes, True) == "A statement that is good to look at and opens strongly (“the biggest mistake”)."
    )
