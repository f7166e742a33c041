"""Which of a style's families writes a text, so that no word is put together from two of them.

A text engine looks for each letter in turn: a family with č but without ř would lend one letter of a name to the
other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QRawFont

from core.captions.script import font_families

_ALPHABETS = ("LATIN", "GREEK", "CYRILLIC")


def families_for(wanted: Sequence[str], text: str) -> list[str]:
    """Return the families to try for a text, in order: a style's own first, unless they have only some letters.

    A family that has none of an alphabet stays in its place, whole words come from the next one then.
    """
    letters = _letters(text)
    split = [family for family in wanted if _is_split(family, letters)]
    return font_families([*(family for family in wanted if family not in split), *split], text)


def _letters(text: str) -> dict[str, list[str]]:
    """Return the letters beyond ASCII by alphabet; every font of an alphabet has its plain letters."""
    found: dict[str, list[str]] = {}
    for letter in dict.fromkeys(text):
        if ord(letter) > 0x7F and letter.isalpha():
            alphabet = unicodedata.name(letter, "").split(" ")[0]
            if alphabet in _ALPHABETS:
                found.setdefault(alphabet, []).append(letter)
    return found


def _is_split(family: str, letters: dict[str, list[str]]) -> bool:
    """Whether a family has the alphabet but lacks some of these letters."""
    for alphabet, wanted in letters.items():
        has_alphabet = _has(family, {"LATIN": "a", "GREEK": "α", "CYRILLIC": "а"}[alphabet])
        if has_alphabet and not all(_has(family, letter) for letter in wanted):
            return True
    return False


@cache
def _has(family: str, letter: str) -> bool:
    if not QFontDatabase.hasFamily(family):
        return False
    font = QFont()
    font.setFamilies([family])
    return QRawFont.fromFont(font).supportsCharacter(ord(letter))
