"""Finding text in a page, in all of its words at once, fast enough to do so at every letter that is typed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

from ui.transcript.page import Page, units


@dataclass(frozen=True, slots=True)
class Match:
    """A place that was found: its paragraph, and the letters there, half-open in UTF-16 units."""

    paragraph: int
    start: int
    end: int


class Finder:
    """Finds in one page. A page whose words changed needs another."""

    def __init__(self, page: Page) -> None:
        texts = [page.lettering(number).text for number in range(len(page.paragraphs))]
        self._texts = texts
        self._whole = "\n".join(texts)
        self._firsts = [0, *accumulate(len(text) + 1 for text in texts)]
        lowered = self._whole.lower()
        # Lowering may lengthen a text (İ); positions would shift then, and the slower way is taken.
        self._lowered = lowered if len(lowered) == len(self._whole) else None

    def find(self, text: str, match_case: bool = False, whole_words: bool = False) -> list[Match]:
        """Return every occurrence in order; none of an empty text."""
        if not text.strip():
            return []
        places = self._places(text, match_case, whole_words)
        found: list[Match] = []
        number = 0
        last = len(self._texts) - 1
        for start, end in places:
            if number < last and start >= self._firsts[number + 1]:
                number = bisect_right(self._firsts, start, number, last + 1) - 1
            first = self._firsts[number]
            found.append(self._match(number, start - first, end - first))
        return found

    def _match(self, number: int, start: int, end: int) -> Match:
        text = self._texts[number]
        if text.isascii():
            return Match(number, start, end)
        return Match(number, units(text[:start]), units(text[:end]))

    def _places(self, text: str, match_case: bool, whole_words: bool) -> list[tuple[int, int]]:
        lowered = text.lower()
        if not whole_words and (match_case or (self._lowered is not None and len(lowered) == len(text))):
            whole, wanted = (self._whole, text) if match_case else (self._lowered or "", lowered)
            return _occurrences(whole, wanted)
        pattern = re.escape(text)
        if whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        flags = re.NOFLAG if match_case else re.IGNORECASE
        return [found.span() for found in re.finditer(pattern, self._whole, flags)]


def _occurrences(whole: str, wanted: str) -> list[tuple[int, int]]:
    places: list[tuple[int, int]] = []
    length = len(wanted)
    at = whole.find(wanted)
    while at >= 0:
        places.append((at, at + length))
        at = whole.find(wanted, at + length)
    return places


def nearest(matches: list[Match], paragraph: int, start: int) -> int:
    """Return the first match at or behind a place, and the very first where there is none; -1 without any."""
    if not matches:
        return -1
    found = bisect_left(matches, (paragraph, start), key=lambda match: (match.paragraph, match.start))
    return found if found < len(matches) else 0
