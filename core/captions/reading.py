"""How long a text takes to read: what subtitlers allow, by script."""

from __future__ import annotations

import re
import unicodedata

# Letters and spaces a second for adult programmes, from Netflix' Timed Text Style Guides: 20 in English and most
# languages, 12 in Korean, 9 in Chinese, 4 in Japanese.
PER_SECOND = 20.0
_KOREAN, _CHINESE, _JAPANESE = (PER_SECOND / rate for rate in (12.0, 9.0, 4.0))
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7af]")


def reading_seconds(text: str) -> float:
    """Return how long a text is to be on screen at least, so that an adult reads it at ease."""
    han = _JAPANESE if _KANA.search(text) else _CHINESE
    return sum(_load(character, han) for character in text) / PER_SECOND


def _load(character: str, han: float) -> float:
    """Return what a letter costs to read, 1 being a Latin one."""
    if unicodedata.combining(character):
        return 0.0
    if _HAN.match(character):
        return han
    if _KANA.match(character):
        return _JAPANESE
    return _KOREAN if _HANGUL.match(character) else 1.0
