"""Finding text in a page, in all of its words at once, fast enough to do so at every letter that is typed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ui.transcript.page import Page, units


@dataclass(frozen=True, slots=True)
class Match:
    """A place that was found: its number, its paragraph, and the letters there, half-open in UTF-16 units."""

    index: int
    paragraph: int
    start: int
    end: int


class Matches:
    """Every place that was found, in order. Where it stands is worked out for those that are asked for."""

    def __init__(
        self,
        texts: Sequence[str] = (),
        firsts: Sequence[int] = (0,),
        places: Sequence[tuple[int, int]] = (),
    ) -> None:
        self._texts, self._firsts, self._places = texts, firsts, places

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: int) -> Match:
        start, end = self._places[index]
        paragraph = bisect_right(self._firsts, start) - 1
        first, text = self._firsts[paragraph], self._texts[paragraph]
        start, end = start - first, end - first
        if not text.isascii():
            start, end = units(text[:start]), units(text[:end])
        return Match(index, paragraph, start, end)

    def inside(self, paragraph: int) -> list[Match]:
        """Return the places in a paragraph."""
        if not self._places:
            return []
        first = bisect_left(self._places, (self._firsts[paragraph], 0))
        last = bisect_left(self._places, (self._firsts[paragraph + 1], 0))
        return [self[index] for index in range(first, last)]

    def next_from(self, paragraph: int, letter: int = 0) -> int:
        """Return the first place from a letter of a paragraph on, the very first where there is none; -1 without
        any."""
        if not self._places:
            return -1
        found = bisect_left(self._places, (self._firsts[paragraph] + letter, 0))
        return found if found < len(self._places) else 0


class Finder:
    """Finds in one page. A page whose words changed needs another."""

    def __init__(self, page: Page) -> None:
        self._texts = [page.text(number) for number in range(len(page.paragraphs))]
        self._firsts = [0, *accumulate(len(text) + 1 for text in self._texts)]
        self._whole = "\n".join(self._texts)
        lowered = self._whole.lower()
        # Lowering may lengthen a text (İ); positions would shift then, and the slower way is taken.
        self._lowered = lowered if len(lowered) == len(self._whole) else None

    def find(self, text: str, match_case: bool = False, whole_words: bool = False) -> Matches:
        """Return every occurrence; none of an empty text."""
        if not text.strip():
            return Matches()
        pattern, whole, flags = re.escape(text), self._whole, re.NOFLAG
        if not match_case:
            lowered = text.lower()
            if self._lowered is not None and len(lowered) == len(text):
                # Much quicker than a pattern that ignores case.
                pattern, whole = re.escape(lowered), self._lowered
            else:
                flags = re.IGNORECASE
        if whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        places = [found.span() for found in re.finditer(pattern, whole, flags)]
        return Matches(self._texts, self._firsts, places)
