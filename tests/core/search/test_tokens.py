"""How text is taken apart for the search, in the scripts of the world."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.search.tokens import folded, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ran out of money.", ["we", "ran", "out", "of", "money"]),
        ("l'amour, c'est ÇA!", ["l", "amour", "c", "est", "ca"]),
        ("Straße über Łódź", ["strasse", "uber", "lodz"]),
        ("Ёлка йод", ["елка", "иод"]),
        ("شَمْسٌ أحمد", ["شمس", "احمد"]),
        ("می‌خواهم کتاب", ["ميخواهم", "كتاب"]),
        ("שָׁלוֹם עולם", ["שלום", "עולם"]),
        ("हिन्दी में क्या", ["हिन्दी", "में", "क्या"]),
        ("東京都、日本", ["東京", "京都", "都", "日本", "本"]),
        ("สวัสดี", ["สว", "วั", "ัส", "สด", "ดี", "ี"]),
        ("한국어 좋아", ["한국어", "좋아"]),
        ("5G网络", ["5g", "网络", "络"]),
        ("½ cup, ｆｕｌｌ", ["1", "2", "cup", "full"]),
        ("…!? — ", []),
    ],
)
def test_words_are_told_apart_in_their_own_script(text, expected):
    assert words(text) == expected


def test_places_are_those_of_the_text():
    text = "Über-Straße 東京 ca."
    assert [text[token.start : token.end] for token in tokens(text)] == ["Über", "Straße", "東京", "京", "ca"]


@given(st.text(max_size=60))
def test_any_text_is_taken_apart_with_places_inside_of_it(text):
    found = list(tokens(text))
    assert [token.text for token in found] == words(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert all(token.text and " " not in token.text for token in found)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)
