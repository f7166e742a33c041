"""What a script asks of captions: which words join without a space, which way they run, which fonts draw them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

# Written without spaces between words: Thai, Lao, Burmese, Khmer, CJK with its punctuation and full-width forms.
_UNSPACED = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
_KANA = "[\u3040-\u30ff]"
_HANGUL = "[\u1100-\u11ff\uac00-\ud7af]"

# Letters that touch their neighbours: Arabic and its kin, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, and the
# Indic scripts whose letters hang on one line or stack.
_JOINED = "[\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc]"

# Asked for after the style's own families. Qt's automatic fallback would take a serif or a light face for some.
FALLBACK_FAMILIES = (
    "Inter",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
)
EMOJI_FAMILIES = ("Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji")
_CJK_FAMILIES = {
    "japanese": ("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Meiryo"),
    "korean": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "chinese": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI"),
}


@cache
def _letters(of: str) -> re.Pattern[str]:
    """Return what finds such letters; each takes milliseconds, which a start has for none of them."""
    return re.compile(of)


def is_unspaced(character: str) -> bool:
    """Whether the character belongs to a script that puts no spaces between words."""
    return bool(_letters(_UNSPACED).match(character))


def is_joined(text: str) -> bool:
    """Whether any letters of a text touch or stack, so that space between them would tear words apart."""
    return bool(_letters(_JOINED).search(text))


def separator(left: str, right: str) -> str:
    """Return what stands between two neighbouring words: a space, or nothing inside unspaced text."""
    if left and right and is_unspaced(left[-1]) and is_unspaced(right[0]):
        return ""
    return " "


def join_words(words: Sequence[str]) -> str:
    """Return the words as one line of text."""
    text = ""
    for word in words:
        text += (separator(text, word) if text else "") + word
    return text


def is_right_to_left(text: str) -> bool:
    """Whether text runs right to left: its first strongly directed letter does, or most of them do.

    The first alone (Unicode UAX #9, rules P2 and P3) would turn a Hebrew page that begins with a Latin name.
    """
    directions = [unicodedata.bidirectional(character) for character in text]
    strong = [direction != "L" for direction in directions if direction in ("L", "R", "AL")]
    return bool(strong) and (strong[0] or sum(strong) > len(strong) / 2)


def columns(text: str) -> float:
    """Return the text's rough width in Latin letters: a CJK letter counts twice, a combining mark nothing."""
    return sum(
        0.0
        if unicodedata.combining(character)
        else 2.0
        if unicodedata.east_asian_width(character) in "WF"
        else 1.0
        for character in text
    )


def font_families(wanted: Sequence[str], text: str) -> list[str]:
    """Return the families to try for a text, in order, without repeats.

    The Han characters that Chinese and Japanese share look different in each: kana tells Japanese.
    """
    if _letters(_KANA).search(text):
        first = "japanese"
    elif _letters(_HANGUL).search(text):
        first = "korean"
    else:
        first = "chinese"
    cjk = [*_CJK_FAMILIES[first], *(name for names in _CJK_FAMILIES.values() for name in names)]
    return list(dict.fromkeys([*wanted, *FALLBACK_FAMILIES, *cjk, *EMOJI_FAMILIES]))
