"""Questions to the index: which passages match, and in which order they are shown.

What matches is FTS5's to say. The likeliest are looked at closer, the newest first: those that have it all next to
each other, then whole words, then beginnings. They are ranked as by BM25 (Robertson & Zaragoza, The Probabilistic
Relevance Framework: BM25 and Beyond, 2009), by how much is said near to each other, and a little by their age.
SQLite's own ranking would read every place of every word first, which takes longer than a key press.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping, Sequence

from core.schema.search import Found, Hit
from core.search.excerpt import excerpt
from core.search.marks import marks_of
from core.search.match import COUNTED, Looked, Matching
from core.search.places import Place
from core.search.query import Query, loosened
from core.search.rank import ranked
from core.search.spelling import Spellings
from core.search.wanted import Wanted, respelled


def find(
    db: sqlite3.Connection,
    vocabulary: Spellings,
    query: Query,
    places: Mapping[str, Place],
    limit: int,
) -> Found:
    """Return what a query finds in the index, within the given sources.

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
    spelled, others = respelled(db, vocabulary, query)
    found, count = search.matches(spelled)
    is_loose = False
    if not found and sum(len(term.words) for term in query.wanted) > 1:
        loose = loosened(query)
        spelled, others = respelled(db, vocabulary, loose)
        found, count = search.matches(spelled, is_any=True)
        is_loose = bool(found)
    best = ranked(db, search.read(found), spelled, places)[:limit]
    near = search.around([looked for looked, _ in best])
    hits = tuple(_hit(looked, near, spelled, score) for looked, score in best)
    return Found(
        hits=hits,
        total=count,
        is_more=count >= COUNTED,
        respelled=tuple(others) if hits else (),
        is_loose=is_loose,
        ignored=query.notes,
        sources=len(numbers),
        seconds=time.perf_counter() - begun,
    )


def _hit(looked: Looked, near: Mapping[int, Looked], wanted: Sequence[Wanted], score: float) -> Hit:
    passage = looked.passage
    before, after = (
        other.passage if other is not None and other.source_id == looked.source_id else None
        for other in (near.get(looked.id - 1), near.get(looked.id + 1))
    )
    marks = marks_of(passage.text, [each for each in wanted if not each.is_unwanted])
    return excerpt(looked.source_id, looked.language, passage, marks, before, after, score)
