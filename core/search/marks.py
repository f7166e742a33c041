"""Which characters of a text are what was looked for."""

from __future__ import annotations

from collections.abc import Sequence

from core.search.tokens import Token, is_unspaced, tokens
from core.search.wanted import Wanted


def marks_of(text: str, wanted: Sequence[Wanted]) -> list[tuple[int, int]]:
    """Return the characters of a text that match, joined where they touch, in order."""
    found = list(tokens(text))
    spans: list[tuple[int, int]] = []
    for each in wanted:
        size = len(each.spellings)
        for place in _begins(found, each):
            some = found[place : place + size]
            if len(some) == size and all(_fits(t.text, each, number) for number, t in enumerate(some)):
                spans.append((some[0].start, _end(some[-1].text, some[-1].start, some[-1].end, each)))
    if not spans:
        # A phrase that runs over from here into the next passage.
        spans = [
            (t.start, t.end)
            for t in found
            if any(t.text in spellings for each in wanted for spellings in each.spellings)
        ][-1:]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _begins(found: Sequence[Token], wanted: Wanted) -> list[int]:
    """Return where the first word of a term stands."""
    return [place for place, token in enumerate(found) if _fits(token.text, wanted, 0)]


def _fits(word: str, wanted: Wanted, place: int) -> bool:
    sought = wanted.spellings[place]
    if word in sought:
        return True
    is_begun = wanted.term.is_prefix and place == len(wanted.spellings) - 1
    return is_begun and word.startswith(sought)


def _end(word: str, start: int, end: int, wanted: Wanted) -> int:
    """Return where a match ends: of a pair of characters the first may be all that was asked for."""
    last = wanted.spellings[-1][0]
    return start + len(last) if is_unspaced(word) and end - start == len(word) else end
