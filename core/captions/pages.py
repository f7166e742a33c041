"""Which words are on screen together, found by dynamic programming over all ways to group them.

So no rule wins by standing first: each has a price, and the cheapest pages are taken. What can't be bought is only
what would mislead: a page of two speakers, or one that shows a word long before it is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from core.captions.cue_times import LONGEST_LINGER, SHORTEST_CUE
from core.captions.phrasing import break_cost, ends_clause, ends_sentence, split_number
from core.captions.reading import reading_seconds
from core.captions.script import columns, join_words
from core.captions.words import LONGEST_PAUSE, CaptionWord

# A sentence of one word said faster than that would flash by on a page of its own (seconds).
FLASH = 0.29
# Where the picture is cut while a word is said, the page ends at a word's end so near to the cut (seconds).
NEAR_CUT = 0.3
COMFORTABLE_COLUMNS_PER_LINE = 18.0
# Type of this size fits so many columns into the safe zone of an upright picture.
_COMFORTABLE_SIZE = 40.0

# Prices, measured against 1 for one more page: a split number is worse than all else that can come together.
_SPLIT_NUMBER = 30.0
_SWALLOWED_SENTENCE = 15.0
_TOO_SHORT = 6.0
_LONELY_WORD = 5.0
_SWALLOWED_FLASH = 3.0
_PAUSE_A_SECOND = 4.0
_ACROSS_CUT = 3.0
_SWALLOWED_CLAUSE = 2.2
_TOO_FAST = 1.5
_BREAK = 1.2
_UNEVEN = 0.6
# Pages of more words than this are lines, which may hold several clauses.
_WORDS_OF_ONE_CLAUSE = 6


@dataclass(frozen=True)
class PageRules:
    """What a page may hold: at most `max_words`, comfortably `columns` (Latin letters) in all of its lines."""

    max_words: int
    columns: float

    @classmethod
    def of(cls, max_words: int, max_lines: int, size: float) -> PageRules:
        """Return the rules of a style whose type has a size in a style's units; any aspect has so much room."""
        line = COMFORTABLE_COLUMNS_PER_LINE * _COMFORTABLE_SIZE / size
        return cls(max_words, line * max_lines)

    @property
    def clause_price(self) -> float:
        """What it costs that a clause ends inside a page."""
        return _SWALLOWED_CLAUSE * min(1.0, _WORDS_OF_ONE_CLAUSE / self.max_words) ** 2


def paginate(
    words: Sequence[CaptionWord], rules: PageRules, clip_duration: float, cuts: Sequence[float] = ()
) -> list[list[CaptionWord]]:
    """Return the words grouped into pages, in order, each word once.

    Args:
        words: Ready (`core.captions.words`).
        rules: What a page may hold.
        clip_duration: Length of the clip in seconds.
        cuts: Clip seconds at which the picture changes at once.
    """
    at_cut = _boundaries_at(words, cuts)
    pages: list[list[CaptionWord]] = []
    first = 0
    for last in range(1, len(words) + 1):
        if last == len(words) or _must_part(words[last - 1], words[last]):
            until = words[last].start if last < len(words) else clip_duration
            cut_before = frozenset(index - first for index in at_cut if first < index < last)
            pages += _Stretch(words[first:last], rules, until, cut_before).pages()
            first = last
    return pages


def _must_part(left: CaptionWord, right: CaptionWord) -> bool:
    """Whether a page must end between two words whatever it costs: another speaker, a long pause."""
    return left.speaker != right.speaker or right.start - left.end > LONGEST_PAUSE


def _boundaries_at(words: Sequence[CaptionWord], cuts: Sequence[float]) -> set[int]:
    """Return the indices of the words before which a page should end, because the picture is cut there."""
    found: set[int] = set()
    after = 1
    for cut in cuts:
        while after + 1 < len(words) and words[after].start < cut:
            after += 1
        near = [
            (max(0.0, words[index - 1].end - cut, cut - words[index].start), index)
            for index in range(max(1, after - 1), min(len(words), after + 2))
        ]
        if near and min(near)[0] <= NEAR_CUT:
            found.add(min(near)[1])
    return found


@dataclass(frozen=True)
class _Stretch:
    """Words of one speaker said without a long pause, the next word of the clip beginning at `until`."""

    words: Sequence[CaptionWord]
    rules: PageRules
    until: float
    cut_before: frozenset[int]

    def pages(self) -> list[list[CaptionWord]]:
        """Return the cheapest way to cut the stretch into pages."""
        count = len(self.words)
        best = [0.0] + [float("inf")] * count
        cut_before = [0] * (count + 1)
        for end in range(1, count + 1):
            for start in range(max(0, end - self.rules.max_words), end):
                cost = best[start] + self._end_costs[end - 1] + self._page_cost(start, end)
                if cost < best[end]:
                    best[end], cut_before[end] = cost, start
        pages: list[list[CaptionWord]] = []
        end = count
        while end > 0:
            pages.append(list(self.words[cut_before[end] : end]))
            end = cut_before[end]
        return pages[::-1]

    @cached_property
    def _end_costs(self) -> list[float]:
        """How badly a page ends after each word; the end of the stretch is free."""
        texts = [word.text for word in self.words]
        ends = [
            max(_BREAK * break_cost(texts, index), _SPLIT_NUMBER * split_number(texts, index))
            for index in range(len(texts) - 1)
        ]
        return [*ends, 0.0]

    @cached_property
    def _inside_costs(self) -> list[float]:
        """How badly a page goes on from each word to the next one."""
        costs = []
        for index, (left, right) in enumerate(pairwise(self.words), 1):
            cost = _PAUSE_A_SECOND * max(0.0, right.start - left.end)
            cost += _ACROSS_CUT if index in self.cut_before else 0.0
            if self._ends_sentence[index - 1]:
                flashes = self._flashes(index - 1) or self._flashes(index)
                cost += _SWALLOWED_FLASH if flashes else _SWALLOWED_SENTENCE
            elif ends_clause(left.text):
                cost += self.rules.clause_price
            costs.append(cost)
        return costs

    @cached_property
    def _ends_sentence(self) -> list[bool]:
        following = [*(word.text for word in self.words[1:]), ""]
        return [ends_sentence(word.text, after) for word, after in zip(self.words, following, strict=True)]

    def _page_cost(self, start: int, end: int) -> float:
        """Return how badly words[start:end] read as one page, wherever it ends; 1 is one more page."""
        page, rules = self.words[start:end], self.rules
        cost = 1.0 + _UNEVEN * ((rules.max_words - len(page)) / rules.max_words) ** 2
        cost += sum(self._inside_costs[start : end - 1])
        text = join_words([word.text for word in page])
        is_wide = any(columns(word.text) > COMFORTABLE_COLUMNS_PER_LINE for word in page)
        if len(page) > 1 and is_wide and rules.max_words <= _WORDS_OF_ONE_CLAUSE:
            cost += 2.5
        if len(page) == 1 and rules.max_words > 1 and not is_wide and not self._is_whole(start):
            cost += _LONELY_WORD
        cost += 0.25 * max(0.0, columns(text) - rules.columns)
        seconds = self._time_of(start, end)
        cost += _TOO_SHORT * max(0.0, 1.0 - seconds / SHORTEST_CUE)
        return cost + _TOO_FAST * min(1.0, max(0.0, reading_seconds(text) / max(seconds, 1e-3) - 1.0))

    def _is_whole(self, index: int) -> bool:
        """Whether a word is all of its sentence, or of the stretch."""
        begins = index == 0 or self._ends_sentence[index - 1]
        return begins and (index + 1 == len(self.words) or self._ends_sentence[index])

    def _flashes(self, index: int) -> bool:
        """Whether a word is a sentence that would be on screen for a blink on a page of its own."""
        return self._is_whole(index) and self._time_of(index, index + 1) < FLASH

    def _time_of(self, start: int, end: int) -> float:
        """Return how long a page can be on screen: until the next word, and not long after its own last one."""
        until = self.words[end].start if end < len(self.words) else self.until
        return min(until, self.words[end - 1].end + LONGEST_LINGER) - self.words[start].start
