"""Sentences, with and without punctuation, in several scripts."""

from __future__ import annotations

import pytest

from core.highlights.sentences import UNMARKED_LIMIT, cut_long, split_sentences
from core.schema.transcript import Transcript
from tests.core.highlights.talk import spoken, timed


def texts(transcript: Transcript) -> list[str]:
    return [sentence.text for sentence in split_sentences(transcript)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We won. They lost! Why?", ["We won.", "They lost!", "Why?"]),
        ("Dr. Smith met Mr. J. Doe at 3.5 percent.", ["Dr. Smith met Mr. J. Doe at 3.5 percent."]),
        ("Fruit, e.g. apples, is good. Eat it.", ["Fruit, e.g. apples, is good.", "Eat it."]),
        ("She moved to the U.S. in May. He stayed.", ["She moved to the U.S. in May.", "He stayed."]),
        ("“Why?” she asked. Nobody knew.", ["“Why?” she asked.", "Nobody knew."]),
        ("Well... maybe not. Fine.", ["Well... maybe not.", "Fine."]),
        ("I said no. Then I left.", ["I said no.", "Then I left."]),
        ("¿Qué pasa? Nada.", ["¿Qué pasa?", "Nada."]),
        ("هل هذا صحيح؟ نعم بالطبع.", ["هل هذا صحيح؟", "نعم بالطبع."]),
        ("यह सच है। मैं जानता हूँ।", ["यह सच है।", "मैं जानता हूँ।"]),
    ],
)
def test_punctuation_ends_a_sentence(text: str, expected: list[str]) -> None:
    assert texts(spoken(("", text))) == expected


def test_ideographs_are_joined_without_spaces() -> None:
    transcript = timed(
        *((c, i * 0.3, i * 0.3 + 0.3) for i, c in enumerate("你好。今天很好！真的嗎？")), language="zh"
    )
    assert texts(transcript) == ["你好。", "今天很好！", "真的嗎？"]
    assert [s.is_question for s in split_sentences(transcript)] == [False, False, True]


def test_a_change_of_speaker_ends_a_sentence() -> None:
    sentences = split_sentences(spoken(("Ana", "so what did you"), ("Ben", "I left")))
    assert [(s.speaker, s.text) for s in sentences] == [("Ana", "so what did you"), ("Ben", "I left")]


def test_words_are_indexed_across_segments_and_none_is_lost() -> None:
    transcript = spoken(("A", "One two. Three"), ("A", "four five."), ("B", "Six."))
    words = [word.text for word, _ in transcript.words()]
    sentences = split_sentences(transcript)
    rebuilt = [" ".join(words[s.first_word : s.last_word + 1]) for s in sentences]
    assert rebuilt == ["One two.", "Three four five.", "Six."] == [s.text for s in sentences]


def test_without_punctuation_pauses_decide() -> None:
    words = [
        (f"word{i}", i * 0.4 + (1.0 if i >= 10 else 0.0), i * 0.4 + 0.35 + (1.0 if i >= 10 else 0.0))
        for i in range(20)
    ]
    sentences = split_sentences(timed(*words))
    assert [s.last_word for s in sentences] == [9, 19]


def test_an_hour_without_punctuation_or_pauses_is_cut_into_bounded_sentences() -> None:
    words = [(("and" if i % 7 == 0 else "word"), i * 0.35, i * 0.35 + 0.3) for i in range(10_000)]
    sentences = split_sentences(timed(*words))
    assert all(s.end - s.start <= UNMARKED_LIMIT for s in sentences)
    assert sum(s.last_word + 1 - s.first_word for s in sentences) == 10_000
    opened = sum(words[s.first_word][0] == "and" for s in sentences)
    assert opened > 0.9 * len(sentences)


def test_a_marked_sentence_is_left_whole_unless_too_long() -> None:
    transcript = spoken(("", "a " * 70 + "end. Short one."), pace=2.0)
    assert len(split_sentences(transcript)) == 2
    shorter = cut_long(split_sentences(transcript), transcript, 20.0)
    assert all(s.end - s.start <= 20.0 for s in shorter) and len(shorter) > 2


@pytest.mark.parametrize(
    ("text", "asks"),
    [("Really?", True), ("Really.", False), ("how do you feel about that", True), ("it is", False)],
)
def test_questions(text: str, asks: bool) -> None:
    assert split_sentences(spoken(("", text)))[0].is_question is asks


def test_small_letters_throughout_do_not_hide_full_stops() -> None:
    assert texts(spoken(("", "we won. they lost. nobody knows why."))) == [
        "we won.",
        "they lost.",
        "nobody knows why.",
    ]


def test_nothing_said_is_no_sentence() -> None:
    assert split_sentences(Transcript()) == ()


def test_an_ellipsis_between_ideographs_is_a_word_looked_for() -> None:
    said = "不 管 是 族 群 或 者 是…… 我 也 不 知 道…… 理 念 的。 這 個 很 好。"
    transcript = spoken(("A", said), language="zh")
    texts = [sentence.text for sentence in split_sentences(transcript)]
    assert texts == ["不管是族群或者是……我也不知道……理念的。", "這個很好。"]
