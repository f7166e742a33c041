"""How much a passage is worth as an answer: the rarity of its words, how near they stand, a little its age."""

from __future__ import annotations

import math
import sqlite3
import time
from collections.abc import Mapping, Sequence
from itertools import pairwise

from core.search.match import Looked
from core.search.places import Place
from core.search.tokens import words
from core.search.wanted import Wanted

_BEGUN = 0.5  # of what a whole word counts, a beginning does
_TOGETHER = 0.4  # words next to each other, of what the words count
_FRESH = 0.1  # at most, for what was imported last; half of it after _FRESH_DAYS
_FRESH_DAYS = 60.0
_K1, _B, _MEAN_WORDS = 1.2, 0.4, 40.0


def ranked(
    db: sqlite3.Connection, read: Sequence[Looked], wanted: Sequence[Wanted], places: Mapping[str, Place]
) -> list[tuple[Looked, float]]:
    """Return passages with their worth, the best first; of equals the newest source, in its own order."""
    asked = [each for each in wanted if not each.is_unwanted]
    total = db.execute("select coalesce(max(id), 1) from passages").fetchone()[0]
    weights = [_weight(db, each, total) for each in asked]
    now = time.time()
    judged = []
    for looked in read:
        said = words(looked.passage.text)
        places_of = [_places(said, each) for each in asked]
        parts = (_part(said, each, at) for each, at in zip(asked, places_of, strict=True))
        worth = sum(weight * part for weight, part in zip(weights, parts, strict=True))
        worth *= 1.0 + _TOGETHER * _nearness(places_of)
        age_days = max(0.0, now - places[looked.source_id].imported_at) / 86400.0
        worth *= 1.0 + _FRESH * 0.5 ** (age_days / _FRESH_DAYS)
        judged.append((looked, worth))

    def rank(each: tuple[Looked, float]) -> tuple[float, float, int]:
        return -round(each[1], 9), -places[each[0].source_id].imported_at, each[0].id

    return sorted(judged, key=rank)


def _weight(db: sqlite3.Connection, wanted: Wanted, total: int) -> float:
    """Return how much a term tells: the rarer its rarest word, the more."""
    weight = 0.0
    for spellings in wanted.spellings:
        most = 1
        for word in spellings:
            row = db.execute("select count from vocabulary where word = ?", [word]).fetchone()
            most = max(most, row[0] if row else 1)
        weight = max(weight, math.log(1.0 + total / min(total, most)))
    return weight


def _places(said: Sequence[str], wanted: Wanted) -> list[int]:
    """Return which words of a passage are a term's first word, or begin so."""
    sought = wanted.spellings[0]
    if wanted.term.is_prefix and len(wanted.spellings) == 1:
        return [place for place, word in enumerate(said) if word.startswith(sought)]
    return [place for place, word in enumerate(said) if word in sought]


def _part(said: Sequence[str], wanted: Wanted, places: Sequence[int]) -> float:
    """Return how much of a term is in a passage, as BM25 lets its number and the passage's length count."""
    sought = wanted.spellings[-1]
    exact = sum(said.count(word) for word in sought)
    begun = 0
    if wanted.term.is_prefix:
        is_one = len(wanted.spellings) == 1
        begun = (len(places) if is_one else sum(word.startswith(sought) for word in said)) - exact
    count = exact + _BEGUN * begun
    return (
        count * (_K1 + 1.0) / (count + _K1 * (1.0 - _B + _B * len(said) / _MEAN_WORDS)) if count else _BEGUN * 0.2
    )


def _nearness(places: Sequence[Sequence[int]]) -> float:
    """Return whether the terms, at these places, stand next to each other in the order they were typed: 0 to 1."""
    if len(places) < 2:
        return 0.0
    near = 0.0
    for first, second in pairwise(places):
        gap = min((abs(b - a) + (0 if b > a else 1) for a in first for b in second), default=99)
        near += 1.0 / gap if 0 < gap < 8 else 0.0
    return near / (len(places) - 1)
