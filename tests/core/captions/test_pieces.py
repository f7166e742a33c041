"""Breaking inside words: nothing lost, nothing torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.pieces import hyphenated, split_text

JAPANESE = "今日はとてもいい天気ですね、東京タワーに行きましょうか。ー「」ぁー"


@given(st.text(st.sampled_from(JAPANESE + "abc 12สวัสดีเครไป我们的"), max_size=60))
def test_pieces_put_together_are_the_text(text: str) -> None:
    assert "".join(split_text(text)) == text


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("今日はとてもいい天気ですね、", ["今日は", "とてもいい", "天気ですね、"]),
        ("本当に落とすと思います", ["本当に", "落とすと", "思います"]),
        ("hello", ["hello"]),
        ("", [""]),
    ],
)
def test_japanese_breaks_where_a_reader_would(text: str, pieces: list[str]) -> None:
    assert split_text(text) == pieces


@given(st.text(st.sampled_from(JAPANESE), min_size=1, max_size=60))
def test_no_piece_starts_with_a_sign_that_must_not_start_a_line(text: str) -> None:
    assert all(piece[0] not in "、。ーぁ」" for piece in split_text(text)[1:])


@pytest.mark.parametrize(
    ("word", "count", "parts"),
    [
        ("Donaudampfschifffahrtsgesellschaft", 2, ["Donaudampfschiff-", "fahrtsgesellschaft"]),
        ("state-of-the-art-technology", 2, ["state-of-the-", "art-technology"]),
        ("https://example.com/path", 2, ["https://", "example.com/path"]),
        ("مستشفياتنا", 2, ["مستشفياتنا"]),
        ("short", 1, ["short"]),
    ],
)
def test_long_words_are_cut_at_seams_and_syllables(word: str, count: int, parts: list[str]) -> None:
    assert hyphenated(word, count) == parts


@given(st.text(st.sampled_from("abcdefghijklmnoprstuäöüéè-/'"), max_size=60), st.integers(1, 4))
def test_hyphens_add_nothing_else(word: str, count: int) -> None:
    parts = hyphenated(word, count)
    assert 1 <= len(parts) <= count
    assert "".join(parts).replace("-", "") == word.replace("-", "")
