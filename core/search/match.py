"""Which passages match: FTS5 is asked, the likeliest ways of saying it first."""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.schema.search import SearchFilters
from core.search.index import source_word
from core.search.passages import Passage
from core.search.places import Place
from core.search.tokens import words
from core.search.wanted import Wanted

COUNTED = 1000
"""So many matches are counted; beyond that there are simply more."""

_LOOKED_AT = 240  # passages whose text is read to rank them
_EVERYWHERE = ((0.0, math.inf),)


@dataclass(frozen=True)
class Looked:
    """A passage that matches, with its number, source and language."""

    id: int
    source_id: str
    language: str
    passage: Passage


class Matching:
    def __init__(
        self,
        db: sqlite3.Connection,
        numbers: Mapping[int, tuple[str, str]],
        places: Mapping[str, Place],
        filters: SearchFilters,
    ) -> None:
        self._db = db
        self._numbers = numbers
        self._number_of = {source_id: number for number, (source_id, _) in numbers.items()}
        self._places = places
        self._filters = filters
        self._is_narrowed = len(numbers) < db.execute("select count(*) from sources").fetchone()[0]

    def matches(self, wanted: Sequence[Wanted], is_any: bool = False) -> tuple[list[int], int]:
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
            # Beginnings are gone through before the first is found, which a word that is said need not wait for.
            last = asked[-1]
            star = " *" if last.term.is_prefix and last.spellings[0][0] not in last.words else ""
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

    def inside(self, source_id: str, start: float, end: float) -> list[Looked]:
        """Return the passages of a source that are said within seconds of it, as far as the filters let them."""
        number = self._number_of.get(source_id)
        if number is None:
            return []
        sql = "select id from passages where source = ? and start <= ? order by start desc limit 1"
        first = self._db.execute(sql, [number, start]).fetchone()
        sql = "select id from passages where source = ? and id >= ? and start < ? order by start limit 24"
        rows = self._db.execute(sql, [number, first[0] if first else 0, end]).fetchall()
        speaker = words(self._filters.speaker)
        return [each for each in self.read([int(row[0]) for row in rows]) if _says(each, speaker)]

    def around(self, found: Sequence[Looked]) -> dict[int, Looked]:
        """Return the passages before and after some, by their numbers."""
        wanted = sorted({looked.id + step for looked in found for step in (-1, 1)})
        return {looked.id: looked for looked in self.read(wanted)}


def _says(looked: Looked, speaker: Sequence[str]) -> bool:
    said = words(looked.passage.speaker)
    return all(any(word.startswith(each) for word in said) for each in speaker)
