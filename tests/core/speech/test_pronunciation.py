"""Words as they are said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.speech.pronunciation import guess_phones, spoken_words

PHONES = frozenset(
    [
        "AA",
        "AE",
        "AH",
        "AO",
        "AW",
        "AY",
        "B",
        "CH",
        "D",
        "DH",
        "EH",
        "ER",
        "EY",
        "F",
        "G",
        "HH",
        "IH",
        "IY",
        "JH",
        "K",
        "L",
        "M",
        "N",
        "NG",
        "OW",
        "OY",
        "P",
        "R",
        "S",
        "SH",
        "T",
        "TH",
        "UH",
        "UW",
        "V",
        "W",
        "Y",
        "Z",
        "ZH",
    ]
)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Hello,", "hello"),
        ("don’t", "don't"),
        ("well-known", "well known"),
        ("25%", "twenty five percent"),
        ("$1,000", "one thousand dollars"),
        ("1984", "nineteen eighty four"),
        ("2005", "two thousand five"),
        ("1906", "nineteen oh six"),
        ("3.5", "three point five"),
        ("21st", "twenty first"),
        ("007", "zero zero seven"),
        ("Mr.", "mister"),
        ("R&D", "r and d"),
        ("…", ""),
    ],
)
def test_numbers_and_signs_are_read_aloud(written: str, said: str) -> None:
    assert " ".join(spoken_words(written)) == said


@given(st.text(max_size=12))
def test_anything_can_be_said_or_left_out(text: str) -> None:
    for word in spoken_words(text):
        assert set(guess_phones(word).split()) <= PHONES


def test_spelling_gives_the_expected_sound() -> None:
    assert guess_phones("brate") == "B R EY T"
    assert guess_phones("shoth") == "SH AA TH"
    assert guess_phones("ngk") == "EH N JH IY K EY"
