"""One reader of an index, used by one thread at a time: the newest question goes before those that are asked."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping, Sequence

from core.errors import Cancelled
from core.schema.search import Found
from core.search.find import find
from core.search.fusion import Span
from core.search.index import IndexDamaged, is_damage
from core.search.places import Place
from core.search.query import Query


class Question:
    """Stands for one question, so that it alone is given up."""


class IndexReader:
    """A connection that only reads, with the vocabulary that it has read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        # Where a reader is opened, in a thread: the start of the window waits for no numpy.
        from core.search.spelling import Spellings

        self._db = connection
        self._spellings = Spellings(connection)
        self._turn = threading.Lock()
        self._closing = threading.Lock()
        self._is_closed = False
        self._asking: Question | None = None
        self._given_up: set[Question] = set()

    def find(
        self,
        question: Question,
        query: Query,
        places: Mapping[str, Place],
        limit: int,
        near: Sequence[Span] = (),
    ) -> Found:
        """Return what a query finds; `near` are windows that mean nearly what is asked, the nearest first.

        Raises:
            Cancelled: The question was given up.
            IndexDamaged: The index can't be read.
        """
        with self._turn:
            if question in self._given_up:
                self._given_up.discard(question)
                raise Cancelled("Another question was asked.")
            self._asking = question
            try:
                return find(self._db, self._spellings, query, places, limit, near)
            except sqlite3.Error as error:
                if question in self._given_up:
                    raise Cancelled("Another question was asked.") from error
                if is_damage(error) or isinstance(error, sqlite3.OperationalError):
                    raise IndexDamaged(str(error)) from error
                raise
            finally:
                self._asking = None
                self._given_up.discard(question)

    def give_up(self, question: Question) -> None:
        """Let a question that waits or is being answered end as soon as can be."""
        self._given_up.add(question)
        with self._closing:
            if self._asking is question and not self._is_closed:
                self._db.interrupt()

    def digests(self) -> dict[str, str]:
        """Return what is indexed: the digest of each source."""
        with self._turn:
            return dict(self._db.execute("select source_id, digest from sources").fetchall())

    def speakers(self) -> list[str]:
        """Return who speaks, in how many passages decides the order."""
        with self._turn:
            rows = self._db.execute(
                "select speaker from passages where speaker <> ''"
                " group by speaker order by count(*) desc limit 200"
            )
            return [str(row[0]) for row in rows]

    def warm(self) -> None:
        """Read the vocabulary before it is needed."""
        with self._turn:
            self._spellings.read()

    def close(self) -> None:
        """Close the connection, once no question is being answered."""
        with self._turn, self._closing:
            self._is_closed = True
            self._db.close()
