"""What words found and what meaning found, as one list.

Reciprocal rank fusion (Cormack, Clarke & Büttcher, Reciprocal Rank Fusion outperforms Condorcet and individual
Rank Learning Methods, SIGIR 2009): a place is worth the sum of 1 / (60 + rank) over the lists that have it. Ranks
alone count, so that worths of different kinds need not be compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.schema.search import FoundBy

CONSTANT = 60
"""As in the paper: how little the first ranks are told apart."""


@dataclass(frozen=True)
class Span:
    """Seconds of a source."""

    source_id: str
    start: float
    end: float


@dataclass(frozen=True)
class Fused:
    """A place of the joint list: where it stands in each of both lists (from 0), None where it does not."""

    by_words: int | None
    by_meaning: int | None
    worth: float

    @property
    def found_by(self) -> FoundBy:
        """Which list has it."""
        if self.by_words is None:
            return "meaning"
        return "words" if self.by_meaning is None else "both"


def fused(by_words: Sequence[Span], by_meaning: Sequence[Span]) -> list[Fused]:
    """Return each place once, the best first; of equals what words found goes first, then the earlier rank.

    A place that words found and the first window that holds its middle are one; further places in that window have
    its rank as well, since it means what they say together.
    """
    of_source: dict[str, list[tuple[int, Span]]] = {}
    for rank, window in enumerate(by_meaning):
        of_source.setdefault(window.source_id, []).append((rank, window))
    joined: set[int] = set()
    places: list[Fused] = []
    for rank, span in enumerate(by_words):
        middle = (span.start + span.end) / 2
        holding = [other for other, window in of_source.get(span.source_id, ()) if _holds(window, middle)]
        joined.update(holding)
        places.append(_fused(rank, min(holding, default=None)))
    places += [_fused(None, rank) for rank in range(len(by_meaning)) if rank not in joined]

    def order(place: Fused) -> tuple[float, bool, int]:
        rank = place.by_words if place.by_words is not None else place.by_meaning
        return -place.worth, place.by_words is None, rank or 0

    return sorted(places, key=order)


def _holds(window: Span, second: float) -> bool:
    return window.start <= second <= window.end


def _fused(by_words: int | None, by_meaning: int | None) -> Fused:
    worth = sum(1.0 / (CONSTANT + 1 + rank) for rank in (by_words, by_meaning) if rank is not None)
    return Fused(by_words, by_meaning, worth)
