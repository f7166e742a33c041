"""Text as it is searched: folded words of any script, with their places in the text.

Words are told apart by spaces and punctuation; what is written without spaces (Chinese, Japanese, Thai, Lao,
Khmer, Burmese) goes in as overlapping pairs of characters, the usual way where no dictionary is at hand: any text
of two characters or more is then found as a phrase of pairs, and a single one as the beginning of a pair.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_UNSPACED = (
    "\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Marks belong to the letter before them, though Python does not count them among letters; so do joiners.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0971-\u0df3\u0f71-\u0f84"
    "\u135d-\u135f\u180b-\u180d\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\u20d0-\u20f0\u3099\u309a\ufe00-\ufe0f"
    "\ufe20-\ufe2f\ufeff"
)
_WORD = re.compile(rf"(?:[^\W_]|[{_MARKS}{_UNSPACED}])+")
_UNSPACED_RUN = re.compile(rf"[{_UNSPACED}]+")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
# Signs of Thai, Burmese and Khmer that end or shorten sentences, among their letters by number alone.
_SIGNS = re.compile("[\u0e2f\u0e3f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u17d4-\u17db\u30fb\u30a0]")
_ASCII_WORD = re.compile("[a-z0-9]+")

# Marks that may be left out in writing: of Latin, Greek and Cyrillic letters, Hebrew points, Arabic vowels. Those
# of Indic and Thai letters are their vowels. The numbers are Unicode's canonical combining classes.
_DROPPED = frozenset({1, *range(10, 37), *range(200, 241)})
_SAME = str.maketrans(
    {
        "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
        "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "\u0640": "",
    }
)  # fmt: skip


class Token(NamedTuple):
    """A word as it is searched, and where it stands in its text: characters [start, end)."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """Return text without case, accents, and marks that may be left out in writing."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_SAME))
    kept = [c for c in apart if unicodedata.combining(c) not in _DROPPED and unicodedata.category(c) != "Cf"]
    return unicodedata.normalize("NFC", "".join(kept).translate(_SAME))


def words(text: str) -> list[str]:
    """Return the words of a text as they are searched, in order."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return [token.text for token in tokens(text)]


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text as they are searched, in order, with their places."""
    if text.isascii():
        for match in _ASCII_WORD.finditer(text.lower()):
            yield Token(match[0], match.start(), match.end())
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if _IS_UNSPACED.search(word) is None:
            yield from _whole(word, match.start())
            continue
        at = 0
        for run in _UNSPACED_RUN.finditer(word):
            yield from _whole(word[at : run.start()], match.start() + at)
            yield from _pairs(run[0], match.start() + run.start())
            at = run.end()
        yield from _whole(word[at:], match.start() + at)


def is_unspaced(text: str) -> bool:
    """Whether a searched word is written without spaces, and thus a pair of characters."""
    return _IS_UNSPACED.match(text) is not None


def _whole(word: str, at: int) -> Iterator[Token]:
    # What is compatible may hold spaces once it is taken apart: "½" becomes "1⁄2".
    for part in _WORD.findall(folded(word)) if word else ():
        yield Token(part, at, at + len(word))


def _pairs(run: str, at: int) -> Iterator[Token]:
    for part, start in _between_signs(run, at):
        plain = folded(part)
        is_even = len(plain) == len(part)
        for place in range(len(plain)):
            pair = plain[place : place + 2]
            # The last one stands alone, so that it is found by itself as any other is.
            first, last = (start + place, start + place + len(pair)) if is_even else (start, start + len(part))
            yield Token(pair, first, last)


def _between_signs(run: str, at: int) -> Iterator[tuple[str, int]]:
    begin = 0
    for sign in _SIGNS.finditer(run):
        if sign.start() > begin:
            yield run[begin : sign.start()], at + begin
        begin = sign.end()
    if begin < len(run):
        yield run[begin:], at + begin
