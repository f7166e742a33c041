"""Text in capitals as its readers write them. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Turkish, Azerbaijani and their kin write i with its dot in capitals, and have letters that no other language has.
_TURKIC = re.compile("[ığİĞ]")
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
# Georgian capitals are for headings in print, and few fonts have them.
_GEORGIAN = re.compile("[\u10d0-\u10ff]")
_TONOS = ("\u0301", "\u0300", "\u0342", "\u0313", "\u0314")


def is_turkic(texts: Iterable[str]) -> bool:
    """Whether texts of one clip are of a language in which capital i is İ and small I is ı."""
    return any(_TURKIC.search(text) for text in texts)


def capitals(text: str, turkic: bool = False) -> str:
    """Return a text in capitals: ß becomes SS, Greek loses its accents, Georgian stays as it is."""
    if turkic:
        text = text.replace("i", "İ")
    return "".join(_capital(letter) for letter in text)


def _capital(letter: str) -> str:
    if _GEORGIAN.match(letter):
        return letter
    if _GREEK.match(letter):
        bare = "".join(part for part in unicodedata.normalize("NFD", letter) if part not in _TONOS)
        return unicodedata.normalize("NFC", bare).upper()
    return letter.upper()
