"""Personal data in examples: what is found, what stays, and that the same thing is the same placeholder."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.finetune.chat import of_answers
from core.finetune.masking import Mask, mask, names_in
from core.schema.tuning import ChatTurn, TrainingExample
from tests.core.finetune.talks import ANSWER, QUESTION, interview, talk


def example(question: str, answer: str) -> TrainingExample:
    turns = (
        ChatTurn(role="system", content="Answer as Ana does."),
        ChatTurn(role="user", content=question),
        ChatTurn(role="assistant", content=answer),
    )
    return TrainingExample(kind="answers", source_id="s", messages=turns)


@pytest.mark.parametrize(
    ("said", "masked"),
    [
        (
            "Ana Ruiz met Ben. RUIZ, Ana and Ben's dog",
            "[NAME 1] met [NAME 2]. [NAME 1], [NAME 1] and [NAME 2]'s dog",
        ),
        ("Anas Buch, ANA RUIZ, Ben-Hur", "[NAME 1] Buch, [NAME 1], [NAME 2]-Hur"),
        ("Banana, benefit, Benjamin, an analysis", None),
        ("王小明说了很多", "[NAME 1]说了很多"),
        ("Write to ana.r+x@mail.example.co.uk.", "Write to [EMAIL 1]."),
        ("ana at example dot com, ana at example dot com", "[EMAIL 1], [EMAIL 1]"),
        ("See https://x.example/a?b=(1), or www.example.org!", "See [LINK 1]), or [LINK 2]!"),
        ("go to example.de/about or example dot com", "go to [LINK 1] or [LINK 2]"),
        ("+49 170 1234567 or 0049 (170) 123-4567", "[PHONE 1] or [PHONE 2]"),
        ("555-123-4567, (030) 1234567, 01.23.45.67.89", "[PHONE 1], [PHONE 2], [PHONE 3]"),
        ("Card 4111 1111 1111 1111 or 4111-1111-1111-1111", "Card [NUMBER 1] or [NUMBER 1]"),
        ("DE89 3704 0044 0532 0130 00, GB29NWBK60161331926819", "[NUMBER 1], [NUMBER 2]"),
        ("account 31926819", "account [NUMBER 1]"),
        ("In 2019-2020 we had 1,000,000,000 users, 1.000.000.000 even, 3.14159265358 of 10:30 and 1500", None),
        ("Will that do, e.g. so.It did", None),
    ],
)
def test_what_is_personal_is_masked_and_nothing_else(said, masked):
    assert Mask(["王小明"] if "王" in said else ["Ana Ruiz", "Ben"]).text(said) == (masked or said)


def test_the_same_is_the_same_placeholder_through_a_talk_and_instructions_stay():
    examples = [example("Ana: who is Ben?", "Ben is at ben@x.de"), example("Ben: BEN@x.de?", "Ana Ruiz knows.")]
    masked = mask(examples, ["Ana Ruiz", "Ben"])
    said = [[turn.content for turn in each.messages] for each in masked.examples]
    assert said == [
        ["Answer as Ana does.", "[NAME 1]: who is [NAME 2]?", "[NAME 2] is at [EMAIL 1]"],
        ["Answer as Ana does.", "[NAME 2]: [EMAIL 1]?", "[NAME 1] knows."],
    ]
    assert masked.count == 7


def test_json_stays_json_with_its_numbers():
    told = json.dumps({"verdict": "approve", "title": 'Ben "the\nBen"', "scores": {"hook": 71}})
    masked = json.loads(Mask(["Ben"]).content(told))
    assert masked == {"verdict": "approve", "title": '[NAME 1] "the\n[NAME 1]"', "scores": {"hook": 71}}


def test_titles_and_particles_are_nobody():
    mask_ = Mask(["Dr. Eva-Maria von Stein", "Prof Otto Lang"])
    assert mask_.text("Dr. Stein von Prof Lang") == "Dr. [NAME 1] von Prof [NAME 2]"


def test_names_are_those_of_speakers_but_no_labels():
    spoken = talk(("Speaker 1", QUESTION), ("Ana", ANSWER), ("", ANSWER), ("Ana", ANSWER), ("Ben", ANSWER))
    assert names_in(spoken) == ["Ana", "Ben"]


def test_of_a_whole_talk_no_speaker_is_left():
    spoken = talk(("Ben", "Tell me Ana what did you tell them?"), ("Ana", f"Well Ben. {ANSWER}"))
    masked = mask(of_answers("s", spoken), names_in(spoken))
    said = " ".join(turn.content for each in masked.examples for turn in each.messages)
    assert masked.count >= 2 and "Ana" not in said and "Ben" not in said


def test_nothing_to_mask_leaves_all_as_it_is():
    made = of_answers("s", interview(3))
    assert mask(made, []) == mask(made, ["Zoe"])
    assert mask(made, []).examples == tuple(made) and mask(made, []).count == 0


_PIECES = st.sampled_from(
    ["Ana", "Ben", "Ruiz", "ana", "@", "x.de", " ", "+49", "0", "1234567", "-", "at", "dot", "com", "www.",
     "[NAME 1]", "[", "]", "http://", "DE89", "3704 0044", "王", "\n", ".", "s", "é", "e\u0301", "{", '"']
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=40), st.lists(_PIECES, max_size=14).map("".join))
_NAMES = st.lists(
    st.one_of(st.sampled_from(["Ana", "Ana Ruiz", "Ben", "Name", "王"]), st.text(max_size=8)), max_size=4
)


@given(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=4), _NAMES)
def test_whatever_is_said_masking_is_whole_and_done_once(said, names):
    examples = [example(*each) for each in said]
    once = mask(examples, names)
    assert len(once.examples) == len(examples)
    assert [[turn.role for turn in each.messages] for each in once.examples] == [
        ["system", "user", "assistant"]
    ] * len(examples)
    again = mask(once.examples, names)
    assert again.examples == once.examples and again.count == 0


@given(_TEXTS, _TEXTS)
def test_no_address_and_no_name_is_left_in_any_text(before, after):
    # Seven digits by themselves are no telephone number and stay: those of the one here stand nowhere else.
    assume("7654321" not in before + after)
    said = Mask(["Ana Ruiz"]).text(f"{before} Ruiz ana@example.com +49 170 7654321 {after}")
    left = said.split()
    assert "Ruiz" not in left and "ana@example.com" not in left and "7654321" not in said
