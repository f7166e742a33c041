"""What is looked for in a page: every place, which one is at hand, and how it would read replaced."""

from __future__ import annotations

from bisect import bisect_left

from ui.transcript.page import Page
from ui.transcript.painting import Mark
from ui.transcript.search import Finder, Matches


class Finding:
    """A search that goes on over new readings of a page. `index` is the place at hand, -1 for none."""

    def __init__(self) -> None:
        self._page = Page()
        self._finder: Finder | None = None
        self._wanted = ("", False, False)
        self._matches = Matches()
        self.index = -1

    def __len__(self) -> int:
        return len(self._matches)

    def set_page(self, page: Page) -> None:
        """Look through another page; the place at hand keeps its number."""
        self._page, self._finder = page, None
        self._look()

    def look_for(self, text: str, match_case: bool, whole_words: bool, from_paragraph: int) -> None:
        """Look for a text; the first place from a paragraph on is at hand."""
        self._wanted = (text, match_case, whole_words)
        self._look()
        self.index = self._matches.next_from(from_paragraph)

    def step(self, by: int) -> bool:
        """Take the next place (+1) or the one before (-1) in hand, around the ends; False where there is none."""
        if not len(self._matches):
            return False
        self.index = (self.index + by) % len(self._matches) if self.index >= 0 else 0
        return True

    def go_on_at(self, at: float) -> bool:
        """Take the first place from a source second on in hand; False where there is none."""
        word = min(bisect_left(self._page.starts, at - 1e-3), len(self._page.words) - 1)
        found = self._matches.next_from(*self._page.letter_of(word))
        self.index = found if found >= 0 else self.index
        return found >= 0

    def words(self) -> tuple[int, int] | None:
        """Return the words of the place at hand, half-open."""
        if not 0 <= self.index < len(self._matches):
            return None
        match = self._matches[self.index]
        spans = self._page.lettering(match.paragraph).spans
        inside = [index for index, (start, end) in enumerate(spans) if start < match.end and end > match.start]
        first = self._page.paragraphs[match.paragraph].first
        return (first + inside[0], first + inside[-1] + 1) if inside else None

    def reading_with(self, replacement: str) -> str:
        """Return how the words of the place at hand read with it replaced."""
        words = self.words()
        if words is None:
            return ""
        match = self._matches[self.index]
        lettering = self._page.lettering(match.paragraph)
        first = self._page.paragraphs[match.paragraph].first
        start, end = lettering.spans[words[0] - first][0], lettering.spans[words[1] - 1 - first][1]
        before, after = lettering.part(start, match.start), lettering.part(match.end, end)
        return f"{before}{replacement}{after}"

    def marks(self, paragraph: int) -> list[Mark]:
        """Return the places in a paragraph as marks."""
        return [
            Mark("found now" if match.index == self.index else "found", match.start, match.end)
            for match in self._matches.inside(paragraph)
        ]

    def _look(self) -> None:
        if self._wanted[0]:
            self._finder = self._finder or Finder(self._page)
            self._matches = self._finder.find(*self._wanted)
        else:
            self._matches = Matches()
        self.index = min(self.index, len(self._matches) - 1)
