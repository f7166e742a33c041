"""Passages that words found and windows that were found by their meaning, as one list of passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.schema.search import FoundBy
from core.search.fusion import Span, fused
from core.search.marks import marks_of
from core.search.match import Looked, Matching
from core.search.tokens import words
from core.search.wanted import Wanted


@dataclass(frozen=True)
class Chosen:
    """A passage that is shown, what it is worth, and by what it was found."""

    looked: Looked
    worth: float
    found_by: FoundBy = "words"


def joined(
    search: Matching,
    by_words: Sequence[tuple[Looked, float]],
    near: Sequence[Span],
    wanted: Sequence[Wanted],
    limit: int,
) -> tuple[list[Chosen], int]:
    """Return the best passages, and how many in all only meaning found; without `near` as words found them."""
    if not near:
        return [Chosen(looked, worth) for looked, worth in by_words[:limit]], 0
    spans = [Span(looked.source_id, looked.passage.start, looked.passage.end) for looked, _ in by_words]
    chosen: list[Chosen] = []
    only_meant = 0
    for place in fused(spans, near):
        if place.by_words is not None:
            looked: Looked | None = by_words[place.by_words][0]
        else:
            looked = _shown(search, near[place.by_meaning or 0], wanted)
            only_meant += looked is not None
        if looked is not None and len(chosen) < limit:
            chosen.append(Chosen(looked, place.worth, place.found_by))
    return chosen, only_meant


def _shown(search: Matching, span: Span, wanted: Sequence[Wanted]) -> Looked | None:
    """Return the passage of a window that is shown: with most of the words, of equals the longest; or None."""
    unwanted = [each for each in wanted if each.is_unwanted]
    asked = {spelled for each in wanted if not each.is_unwanted for some in each.spellings for spelled in some}
    inside = search.inside(span.source_id, span.start, span.end)
    if unwanted and any(marks_of(each.passage.text, unwanted) for each in inside):
        return None

    def rank(each: Looked) -> tuple[int, int]:
        said = words(each.passage.text)
        return sum(word in asked for word in said), len(said)

    return max(inside, key=rank, default=None)
