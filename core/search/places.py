"""Where may be looked: sources as filters leave them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from core.schema.search import SearchFilters
from core.search.tokens import folded, words


@dataclass(frozen=True)
class Place:
    """A source that may be found: when it was imported, and the seconds in which it may be (None: all of it)."""

    imported_at: float
    spans: tuple[tuple[float, float], ...] | None = None


def filtered(places: Mapping[str, tuple[str, float]], filters: SearchFilters) -> Collection[str]:
    """Return the ids of the sources, given with name and time of import, that filters leave."""
    left = []
    asked = words(filters.source)
    for source_id, (name, imported_at) in places.items():
        if filters.source_ids and source_id not in filters.source_ids:
            continue
        if filters.since and imported_at < filters.since:
            continue
        if filters.until and imported_at >= filters.until:
            continue
        if filters.source and not _is_named(folded(name), words(name), asked, folded(filters.source)):
            continue
        left.append(source_id)
    return left


def _is_named(name: str, said: Sequence[str], asked: Sequence[str], whole: str) -> bool:
    return whole in name or (bool(asked) and all(any(word.startswith(each) for word in said) for each in asked))
