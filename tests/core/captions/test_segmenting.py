"""Words of scripts that write none: phrases hold together, and keep the times of the letters they are made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.cues import build_cues
from core.captions.segmenting import phrases
from core.captions.words import CaptionWord
from core.schema.style import CaptionStyle
from core.speech.words import split_words

JAPANESE = "今日はとても良い天気ですね。東京タワーに行きたいと思います。"
SIMPLIFIED = "大家好，今天我们来聊一聊这个问题，我觉得很重要。"
TRADITIONAL = "今天我們來討論這個問題，我覺得很重要。"
THAI = "วันนี้อากาศดีมาก"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (JAPANESE, ["今日は", "とても", "良い", "天気ですね。", "東京タワーに", "行きたいと", "思います。"]),
        (
            SIMPLIFIED,
            ["大家", "好，", "今天", "我们", "来", "聊", "一", "聊", "这个", "问题，", "我", "觉得", "很",
             "重要。"],
        ),
        (THAI, ["วัน", "นี้", "อากาศ", "ดี", "มาก"]),
        ("そうだ。」ね", ["そうだ。」", "ね"]),
        ("", []),
    ],
)  # fmt: skip
def test_text_is_cut_into_what_is_read_at_once(text: str, found: list[str]) -> None:
    assert phrases(text) == found


def test_traditional_letters_are_cut_as_such() -> None:
    assert "問題，" in phrases(TRADITIONAL) and "重要。" in phrases(TRADITIONAL)


@given(st.text("今日はとても良い天気ですねー。」「、アイ大家好，我們们ไทยวันນ\u1000a1 \U00020000", max_size=40))
def test_nothing_is_lost_whatever_stands_there(text: str) -> None:
    found = phrases(text)
    assert "".join(found) == text and all(found)


@pytest.mark.parametrize("text", [JAPANESE, SIMPLIFIED, THAI])
@pytest.mark.parametrize("is_by_letter", [True, False])
def test_captions_highlight_phrases_however_the_transcriber_cut_them(text: str, is_by_letter: bool) -> None:
    """Whisper gives a letter at a time, other captions a sentence."""
    letters = [text[at : at + 1] for at in range(len(text))] if is_by_letter else split_words(text)
    rate = 0.1
    words, at = [], 1.0
    for letter in letters:
        words.append(CaptionWord(letter, at, at + rate * len(letter)))
        at += rate * len(letter)
    cues = build_cues(words, CaptionStyle(), at + 1)
    shown = [word for cue in cues for word in cue.words]
    assert [word.text for word in shown] == phrases(text)
    said = 0
    for word in shown:
        assert word.start == pytest.approx(1.0 + rate * said, abs=1e-6)
        said += len(word.text)
    assert all(2 <= sum(len(word.text) for word in cue.words) <= 26 for cue in cues)


def test_speakers_pauses_and_spaced_words_are_never_joined() -> None:
    words = [
        CaptionWord("今日", 0.0, 0.4, "Ana"),
        CaptionWord("は", 0.4, 0.5, "Ben"),
        CaptionWord("天", 2.0, 2.2, "Ben"),
        CaptionWord("気", 2.2, 2.4, "Ben", is_emphasised=True),
        CaptionWord("iPhone", 2.4, 2.8, "Ben"),
    ]
    cues = build_cues(words, CaptionStyle(), 5.0)
    assert [[word.text for word in cue.words] for cue in cues] == [["今日"], ["は"], ["天気", "iPhone"]]
    assert [cue.speaker for cue in cues] == ["Ana", "Ben", "Ben"]
    assert cues[2].words[0].is_emphasised and not cues[2].words[1].is_emphasised
