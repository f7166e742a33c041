"""Questions to the index: which passages match, and in which order they are shown.

What matches is FTS5's to say. The likeliest are looked at closer, the newest first: those that have it all next to
each other, then whole words, then beginnings. They are ranked as by BM25 (Robertson & Zaragoza, The Probabilistic
Relevance Framework: BM25 and Beyond, 2009), by how much is said near to each other, and a little by their age.
SQLite's own ranking would read every place of every word first, which takes longer than a key press.
"""

from __future__ import annotations

import math
import sqlite3
import time
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.schema.search import Found, Hit, Respelled, SearchFilters
from core.search.excerpt import excerpt
from core.search.index import source_word
from core.search.passages import Passage
from core.search.query import Query, Term, loosened
from core.search.spelling import Spellings
from core.search.tokens import folded, is_unspaced, tokens, words

COUNTED = 1000
"""So many matches are counted; beyond that there are simply more."""

_LOOKED_AT = 240  # passages whose text is read to rank them
_EXPANDED = 24  # beginnings of so few words are looked for as these words, which FTS5 can go through one by one
_BEGUN = 0.5  # of what a whole word counts, a beginning does
_TOGETHER = 0.4  # words next to each other, of what the words count
_FRESH = 0.1  # at most, for what was imported last; half of it after _FRESH_DAYS
_FRESH_DAYS = 60.0
_EVERYWHERE = ((0.0, math.inf),)
_K1, _B, _MEAN_WORDS = 1.2, 0.4, 40.0


@dataclass(frozen=True)
class Place:
    """A source that may be found: when it was imported, and the seconds in which it may be (None: all of it)."""

    imported_at: float
    spans: tuple[tuple[float, float], ...] | None = None


@dataclass(frozen=True)
class Looked:
    """A passage that matches, with its number, source and language."""

    id: int
    source_id: str
    language: str
    passage: Passage


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
    search = _Search(db, numbers, places, query.filters)
    if query.is_empty or not numbers:
        return Found(ignored=query.notes, sources=len(numbers), seconds=time.perf_counter() - begun)
    spelled, respelled = _respelled(db, vocabulary, query)
    found, count = search.matches(spelled)
    is_loose = False
    if not found and sum(len(term.words) for term in query.wanted) > 1:
        loose = loosened(query)
        spelled, respelled = _respelled(db, vocabulary, loose)
        found, count = search.matches(spelled, is_any=True)
        is_loose = bool(found)
    ranked = _ranked(db, search.read(found), spelled, places)[:limit]
    near = search.around([looked for looked, _ in ranked])
    hits = tuple(_hit(looked, near, spelled, score) for looked, score in ranked)
    return Found(
        hits=hits,
        total=count,
        is_more=count >= COUNTED,
        respelled=tuple(respelled) if hits else (),
        is_loose=is_loose,
        ignored=query.notes,
        sources=len(numbers),
        seconds=time.perf_counter() - begun,
    )


@dataclass(frozen=True)
class _Wanted:
    """A term with the spellings that count for each of its words."""

    term: Term
    spellings: tuple[tuple[str, ...], ...]
    is_unwanted: bool = False

    words: tuple[str, ...] = ()  # all that begin so, where they are few

    def expression(self, is_whole: bool = False) -> str:
        """Return it as FTS5 asks for it, in the columns in which it may stand; `is_whole` takes no beginnings."""
        is_begun = self.term.is_prefix and not is_whole
        if len(self.spellings) == 1:
            some = self.words if is_begun and self.words else self.spellings[0]
            star = " *" if is_begun and not self.words else ""
            told = " OR ".join(f'"{word}"{star}' for word in some)
            return f"{{text}} : ({told})"
        phrases: list[list[str]] = [[]]
        for spellings in self.spellings:
            phrases = [[*phrase, word] for phrase in phrases for word in spellings][:8]
        star = " *" if is_begun else ""
        told = " OR ".join(f'"{" ".join(phrase)}"{star}' for phrase in phrases)
        return f"{{text seam}} : ({told})"


class _Search:
    def __init__(
        self,
        db: sqlite3.Connection,
        numbers: Mapping[int, tuple[str, str]],
        places: Mapping[str, Place],
        filters: SearchFilters,
    ) -> None:
        self._db = db
        self._numbers = numbers
        self._places = places
        self._filters = filters
        self._is_narrowed = len(numbers) < db.execute("select count(*) from sources").fetchone()[0]

    def matches(self, wanted: Sequence[_Wanted], is_any: bool = False) -> tuple[list[int], int]:
        """Return the numbers of the likeliest passages, and how many match, at most `COUNTED`."""
        asked = [each for each in wanted if not each.is_unwanted]
        excluded = " OR ".join(each.expression() for each in wanted if each.is_unwanted)
        narrowed = self._narrowed(is_needed=not asked)
        if narrowed is None:
            return [], 0
        joint = " OR " if is_any else " AND "
        tiers = [joint.join(each.expression() for each in asked)]
        if not is_any and any(each.term.is_prefix for each in asked):
            tiers.insert(0, joint.join(each.expression(is_whole=True) for each in asked))
        if not is_any and len(asked) > 1 and all(len(each.spellings) == 1 for each in asked):
            row = " ".join(each.spellings[0][0] for each in asked)
            star = " *" if asked[-1].term.is_prefix else ""
            tiers.insert(0, f'{{text}} : "{row}"{star}')
        found: dict[int, None] = {}
        count = 0
        for tier in tiers:
            match = " AND ".join(part for part in (f"({tier})" if tier else "", *narrowed) if part)
            if excluded:
                match = f"({match}) NOT ({excluded})"
            is_last = tier == tiers[-1]
            if not is_last and len(found) >= _LOOKED_AT:
                continue
            newest = "select rowid from searched where searched match ? order by rowid desc"
            some = self._allowed(self._db.execute(newest, [match]), COUNTED if is_last else _LOOKED_AT)
            found.update(dict.fromkeys(some[:_LOOKED_AT]))
            count = max(len(some), len(found))
        return list(found)[:_LOOKED_AT], count

    def _narrowed(self, is_needed: bool) -> list[str] | None:
        """Return the filters as FTS5 asks for them; None where nothing can be found with them."""
        speaker = words(self._filters.speaker)
        if self._filters.speaker and not speaker:
            return None
        parts = [f'({{speaker}} : ("{word}" *))' for word in speaker]
        if self._is_narrowed or (is_needed and not parts):
            chosen = " OR ".join(f'"{source_word(number)}"' for number in self._numbers)
            parts.append(f"({{source}} : ({chosen}))")
        return parts

    def _allowed(self, rows: sqlite3.Cursor, most: int) -> list[int]:
        """Return the first matches, of those in the spans that may be searched."""
        if all(self._places[source_id].spans is None for source_id, _ in self._numbers.values()):
            return [int(row[0]) for row in rows.fetchmany(most)]
        wanted: set[int] = set()
        for number, (source_id, _) in self._numbers.items():
            spans = self._places[source_id].spans
            for start, end in _EVERYWHERE if spans is None else spans:
                inside = self._db.execute(
                    'select id from passages where source = ? and start < ? and "end" > ?', [number, end, start]
                )
                wanted.update(int(row[0]) for row in inside)
        found = []
        for row in rows:
            if row[0] in wanted:
                found.append(int(row[0]))
                if len(found) == most:
                    break
        return found

    def read(self, ids: Sequence[int]) -> list[Looked]:
        """Return passages by their numbers, in that order."""
        marks = ", ".join("?" for _ in ids)
        rows = self._db.execute(
            f'select id, source, start, "end", speaker, text, times from passages where id in ({marks})', list(ids)
        )
        read = {}
        for place, number, start, end, speaker, text, times in rows:
            if number not in self._numbers:
                continue
            source_id, language = self._numbers[number]
            passage = Passage(start, end, speaker, text, array("H", times))
            read[place] = Looked(place, source_id, language, passage)
        return [read[place] for place in ids if place in read]

    def around(self, found: Sequence[Looked]) -> dict[int, Looked]:
        """Return the passages before and after some, by their numbers."""
        wanted = sorted({looked.id + step for looked in found for step in (-1, 1)})
        return {looked.id: looked for looked in self.read(wanted)}


def _respelled(
    db: sqlite3.Connection, vocabulary: Spellings, query: Query
) -> tuple[list[_Wanted], list[Respelled]]:
    """Return the terms with the spellings that are looked for, and which words nobody said as they are typed."""
    told: dict[str, tuple[str, ...]] = {}
    made: list[_Wanted] = []
    for term in query.wanted:
        spellings = []
        for place, word in enumerate(term.words):
            is_begun = term.is_prefix and place == len(term.words) - 1
            near: tuple[str, ...] = ()
            is_wrong = not term.is_quoted and not is_unspaced(word) and not _is_said(db, word, is_begun)
            if term.is_near or is_wrong:
                near = vocabulary.near(word, term.is_near)
            if near and not term.is_near:
                told[word] = near
            spellings.append((word, *near) if term.is_near or not near else near)
        is_told = any(word in told for word in term.words)
        expanded = () if is_told or len(term.words) > 1 or not term.is_prefix else _begun(db, term.words[0])
        made.append(_Wanted(_whole(term) if is_told else term, tuple(spellings), words=expanded))
    made += [_Wanted(term, tuple((word,) for word in term.words), True) for term in query.unwanted]
    return made, [Respelled(word=word, near=near) for word, near in told.items()]


def _begun(db: sqlite3.Connection, word: str) -> tuple[str, ...]:
    """Return the words that begin so, none where they are many."""
    sql = "select word from vocabulary where word >= ? and word < ? limit ?"
    found = db.execute(sql, [word, word + "\U0010ffff", _EXPANDED + 1]).fetchall()
    return tuple(row[0] for row in found) if len(found) <= _EXPANDED else ()


def _whole(term: Term) -> Term:
    """Return a term that is not the beginning of a word: another spelling is one of whole words."""
    return replace(term, is_prefix=False)


def _is_said(db: sqlite3.Connection, word: str, is_begun: bool) -> bool:
    sql = "select 1 from vocabulary where word = ?"
    if not is_begun:
        return db.execute(sql, [word]).fetchone() is not None
    return (
        db.execute(
            "select 1 from vocabulary where word >= ? and word < ? limit 1", [word, word + "\U0010ffff"]
        ).fetchone()
        is not None
    )


def _ranked(
    db: sqlite3.Connection, read: Sequence[Looked], wanted: Sequence[_Wanted], places: Mapping[str, Place]
) -> list[tuple[Looked, float]]:
    """Return passages with their worth, the best first; of equals the newest source, in its own order."""
    asked = [each for each in wanted if not each.is_unwanted]
    total = db.execute("select coalesce(max(id), 1) from passages").fetchone()[0]
    weights = [_weight(db, each, total) for each in asked]
    now = time.time()
    judged = []
    for looked in read:
        said = words(looked.passage.text)
        worth = sum(weight * _part(said, each) for weight, each in zip(weights, asked, strict=True)) * (
            1.0 + _TOGETHER * _nearness(said, asked)
        )
        age_days = max(0.0, now - places[looked.source_id].imported_at) / 86400.0
        worth *= 1.0 + _FRESH * 0.5 ** (age_days / _FRESH_DAYS)
        judged.append((looked, worth))

    def rank(each: tuple[Looked, float]) -> tuple[float, float, int]:
        return -round(each[1], 9), -places[each[0].source_id].imported_at, each[0].id

    return sorted(judged, key=rank)


def _weight(db: sqlite3.Connection, wanted: _Wanted, total: int) -> float:
    """Return how much a term tells: the rarer its rarest word, the more."""
    weight = 0.0
    for spellings in wanted.spellings:
        most = 1
        for word in spellings:
            row = db.execute("select count from vocabulary where word = ?", [word]).fetchone()
            most = max(most, row[0] if row else 1)
        weight = max(weight, math.log(1.0 + total / min(total, most)))
    return weight


def _part(said: Sequence[str], wanted: _Wanted) -> float:
    """Return how much of a term is in a passage, as BM25 lets its number and the passage's length count."""
    sought = wanted.spellings[-1]
    exact = sum(said.count(word) for word in sought)
    begun = 0
    if wanted.term.is_prefix:
        begun = sum(any(word.startswith(each) for each in sought) for word in said) - exact
    count = exact + _BEGUN * begun
    return (
        count * (_K1 + 1.0) / (count + _K1 * (1.0 - _B + _B * len(said) / _MEAN_WORDS)) if count else _BEGUN * 0.2
    )


def _nearness(said: Sequence[str], asked: Sequence[_Wanted]) -> float:
    """Return whether the terms stand next to each other in the order they were typed: 0 to 1."""
    if len(asked) < 2:
        return 0.0
    places = []
    for each in asked:
        sought = each.spellings[0]
        is_begun = each.term.is_prefix and len(each.spellings) == 1
        places.append(
            {
                place
                for place, word in enumerate(said)
                if word in sought or (is_begun and any(word.startswith(other) for other in sought))
            }
        )
    near = 0.0
    for first, second in pairwise(places):
        gap = min((abs(b - a) + (0 if b > a else 1) for a in first for b in second), default=99)
        near += 1.0 / gap if 0 < gap < 8 else 0.0
    return near / (len(asked) - 1)


def _hit(looked: Looked, near: Mapping[int, Looked], wanted: Sequence[_Wanted], score: float) -> Hit:
    passage = looked.passage
    before, after = (
        other.passage if other is not None and other.source_id == looked.source_id else None
        for other in (near.get(looked.id - 1), near.get(looked.id + 1))
    )
    marks = marks_of(passage.text, [each for each in wanted if not each.is_unwanted])
    return excerpt(looked.source_id, looked.language, passage, marks, before, after, score)


def marks_of(text: str, wanted: Sequence[_Wanted]) -> list[tuple[int, int]]:
    """Return the characters of a text that match, joined where they touch, in order."""
    found = list(tokens(text))
    spans: list[tuple[int, int]] = []
    for each in wanted:
        size = len(each.spellings)
        for place in range(len(found) - size + 1):
            some = found[place : place + size]
            if all(_fits(t.text, each, number) for number, t in enumerate(some)):
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


def _fits(word: str, wanted: _Wanted, place: int) -> bool:
    sought = wanted.spellings[place]
    if word in sought:
        return True
    is_begun = wanted.term.is_prefix and place == len(wanted.spellings) - 1
    return is_begun and any(word.startswith(each) for each in sought)


def _end(word: str, start: int, end: int, wanted: _Wanted) -> int:
    """Return where a match ends: of a pair of characters the first may be all that was asked for."""
    last = wanted.spellings[-1][0]
    return start + len(last) if is_unspaced(word) and end - start == len(word) else end


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
