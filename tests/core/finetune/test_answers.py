"""Question-answer pairs: taken where it is sure who asks and who answers, and nowhere else."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.finetune.answers import LONGEST_GAP, MOST_ANSWERED, MOST_ASKED, find_pairs, length
from core.schema.correction import Corrections, WordCorrection
from core.schema.transcript import Word
from core.speech.corrected import corrected
from tests.core.finetune.talks import ANSWER, QUESTION, talk


def pairs(*turns: tuple[str, str], **more) -> list[tuple[str, str]]:
    return [(pair.question, pair.answer) for pair in find_pairs(talk(*turns, **more))]


def test_a_question_and_what_another_one_says_to_it_are_a_pair():
    assert pairs(("Ben", QUESTION), ("Ana", ANSWER)) == [(QUESTION, ANSWER)]


def test_asides_are_left_out_and_the_next_question_ends_the_answer():
    found = pairs(
        ("Ben", QUESTION),
        ("Ana", "I told every one of them that we had no money left."),
        ("Ben", "Mm-hm, right."),
        ("Ana", "And then I asked what they would miss."),
        ("Ben", "And what did they say to you then?"),
        ("Ana", "Most of them said that nothing in their lives would change."),
    )
    assert found == [
        (QUESTION, ANSWER),
        ("And what did they say to you then?", "Most of them said that nothing in their lives would change."),
    ]


def test_what_leads_up_to_a_question_belongs_to_it():
    lead = "You ran out of money on a Tuesday."
    assert pairs(("Ben", f"{lead} {QUESTION}"), ("Ana", ANSWER)) == [(f"{lead} {QUESTION}", ANSWER)]


@pytest.mark.parametrize(
    "turns",
    [
        [("Ben", QUESTION), ("Ben", ANSWER)],
        [("", QUESTION), ("Ana", ANSWER)],
        [("Ben", QUESTION), ("", ANSWER)],
        [("Ben", "Really, you?"), ("Ana", ANSWER)],
        [("Ben", QUESTION), ("Ana", "Yes, of course.")],
        [("Ben", QUESTION), ("Ana", "What do you mean by telling them something about that?")],
        [("Ben", "I told them."), ("Ana", ANSWER)],
    ],
    ids=["himself", "nobody asks", "nobody answers", "short", "yes", "asked back", "no question"],
)
def test_nothing_is_taken_where_nobody_else_answers_a_question(turns):
    assert pairs(*turns) == []


def test_after_a_long_silence_nothing_is_an_answer_any_more():
    assert pairs(("Ben", QUESTION), ("Ana", ANSWER), gap=LONGEST_GAP - 0.2)
    assert not pairs(("Ben", QUESTION), ("Ana", ANSWER), gap=LONGEST_GAP + 0.2)


def test_what_the_transcriber_doubts_teaches_nothing():
    assert not pairs(("Ben", QUESTION), ("Ana", ANSWER), flags=("repeated",))


def test_a_long_answer_ends_with_a_whole_sentence():
    sentence = "We went on and on about it all night long."
    ((_, answer),) = pairs(("Ben", QUESTION), ("Ana", " ".join([sentence] * 60)))
    assert answer.endswith("night long.")
    assert 0.8 * MOST_ANSWERED < length(answer) <= MOST_ANSWERED


def test_corrected_words_are_what_is_learned():
    heard = talk(("Ben", QUESTION), ("Ana", ANSWER))
    word = next(word for word, _ in heard.words() if word.text == "money")
    written = Word(text="cash", start=word.start, end=word.end, is_corrected=True)
    given_words = Corrections(
        words=(WordCorrection(start=word.start, end=word.end, heard="money", words=(written,)),)
    )
    (pair,) = find_pairs(corrected(heard, given_words))
    assert "no cash left" in pair.answer


_TURNS = st.tuples(
    st.sampled_from(["Ana", "Ben", "Cem", ""]),
    st.lists(
        st.sampled_from(
            [
                QUESTION,
                ANSWER,
                "Yes.",
                "Why?",
                "第一年は何をしましたか？",
                "私たちは毎日お客さんに電話をしました。",
            ]
        ),
        min_size=1,
        max_size=4,
    ).map(" ".join),
)


@given(st.lists(_TURNS, max_size=12), st.floats(0.0, 8.0))
def test_pairs_stay_within_their_bounds_in_any_conversation(turns, gap):
    transcript = talk(*turns, gap=gap)
    found = find_pairs(transcript)
    for pair in found:
        assert 0.0 <= pair.start < pair.end <= transcript.segments[-1].end
        assert length(pair.question) <= MOST_ASKED and length(pair.answer) <= MOST_ANSWERED
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
