"""What is looked for: the terms of a query with the spellings that count, as FTS5 asks for them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.schema.search import Respelled
from core.search.query import Query, Term
from core.search.tokens import is_unspaced

if TYPE_CHECKING:
    from core.search.spelling import Spellings

_EXPANDED = 120  # beginnings of so few words are looked for as these words, which FTS5 can go through one by one


@dataclass(frozen=True)
class Wanted:
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


def respelled(db: sqlite3.Connection, vocabulary: Spellings, query: Query) -> tuple[list[Wanted], list[Respelled]]:
    """Return the terms with the spellings that are looked for, and which words nobody said as they are typed."""
    told: dict[str, tuple[str, ...]] = {}
    made: list[Wanted] = []
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
        made.append(Wanted(_whole(term) if is_told else term, tuple(spellings), words=expanded))
    made += [Wanted(term, tuple((word,) for word in term.words), True) for term in query.unwanted]
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
