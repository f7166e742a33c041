"""Questions to the index: which passages match, and in which order they are shown.

What matches is FTS5's to say. The likeliest are looked at closer, the newest first: those that have it all next to
each other, then whole words, then beginnings. They are ranked as by BM25 (Robertson & Zaragoza, The Probabilistic
Relevance Framework: BM25 and Beyond, 2009), by how much is said near to each other, and a little by their age.
SQLite's own ranking would read every place of every word first, which takes longer than a key press.
What was found by its meaning elsewhere is joined with them by rank.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.schema.search import Found, Hit, Respelled
from core.search.excerpt import excerpt
from core.search.fusion import Span
from core.search.join import Chosen, joined
from core.search.marks import marks_of
from core.search.match import COUNTED, Looked, Matching
from core.search.places import Place
from core.search.query import Query, loosened
from core.search.rank import ranked
from core.search.wanted import Wanted, respelled

if TYPE_CHECKING:
    from core.search.spelling import Spellings


def find(
    db: sqlite3.Connection,
    vocabulary: Spellings,
    query: Query,
    places: Mapping[str, Place],
    limit: int,
    near: Sequence[Span] = (),
) -> Found:
    """Return what a query finds in the index, within the given sources.

    Args:
        db: The index.
        vocabulary: The words in it.
        query: What is asked.
        places: Where may be looked.
        limit: So many at most.
        near: Windows that mean nearly what is asked, the nearest first.

    Raises:
        sqlite3.Error: The index can't be read, or the connection was interrupted.
    """
    begun = time.perf_counter()
    numbers = {
        int(number): (source_id, language)
        for number, source_id, language in db.execute("select number, source_id, language from sources")
        if source_id in places and (not query.filters.language or language == query.filters.language)
    }
    search = Matching(db, numbers, places, query.filters)
    if query.is_empty or not numbers:
        return Found(ignored=query.notes, sources=len(numbers), seconds=time.perf_counter() - begun)
    told = _by_words(db, vocabulary, query, search)
    best = ranked(db, search.read(told.ids), told.wanted, places)
    shown, only_meant = joined(search, best, near, told.wanted, limit)
    beside = search.around([each.looked for each in shown])
    hits = tuple(_hit(each, beside, told.wanted) for each in shown)
    return Found(
        hits=hits,
        total=told.count + only_meant,
        is_more=told.count >= COUNTED,
        respelled=tuple(told.respelled) if hits else (),
        is_loose=told.is_loose,
        ignored=query.notes,
        sources=len(numbers),
        seconds=time.perf_counter() - begun,
    )


@dataclass(frozen=True)
class _ByWords:
    """The numbers of the passages that words found, how many there are in all, and how they were looked for."""

    ids: list[int]
    count: int
    wanted: list[Wanted]
    respelled: list[Respelled]
    is_loose: bool = False


def _by_words(db: sqlite3.Connection, vocabulary: Spellings, query: Query, search: Matching) -> _ByWords:
    """Look for all words, and where nothing has them all, for any."""
    wanted, others = respelled(db, vocabulary, query)
    found, count = search.matches(wanted)
    if found or sum(len(term.words) for term in query.wanted) < 2:
        return _ByWords(found, count, wanted, others)
    wanted, others = respelled(db, vocabulary, loosened(query))
    found, count = search.matches(wanted, is_any=True)
    return _ByWords(found, count, wanted, others, is_loose=bool(found))


def _hit(chosen: Chosen, near: Mapping[int, Looked], wanted: Sequence[Wanted]) -> Hit:
    looked = chosen.looked
    before, after = (
        other.passage if other is not None and other.source_id == looked.source_id else None
        for other in (near.get(looked.id - 1), near.get(looked.id + 1))
    )
    marks = marks_of(looked.passage.text, [each for each in wanted if not each.is_unwanted])
    made = excerpt(looked.source_id, looked.language, looked.passage, marks, before, after, chosen.worth)
    return made if chosen.found_by == "words" else made.model_copy(update={"found_by": chosen.found_by})
