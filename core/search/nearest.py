"""Which windows mean nearly what is asked: the nearest by their codes, then by the cosine of their vectors."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.search.codes import BITS, Coder, Codes, differing
from core.search.places import Place
from core.search.tokens import words
from core.search.vectors import counts

LOOKED_AT = 400
"""So many of the nearest by their codes are compared exactly."""

_CALM_SECONDS = 20.0  # while vectors come in, what is looked through follows that seldom
_FEW = 200
_STANDS_OUT, _STANDS_OUT_OF_FEW = 2.0, 1.0
"""A window is an answer where it is nearer than the mean by so many standard deviations: how large cosines are
differs from model to model, and among few the deviation itself is uncertain."""


@dataclass(frozen=True)
class Near:
    """A window of a source, in source seconds, and how near it is: the cosine."""

    source_id: str
    start: float
    end: float
    cosine: float


@dataclass(frozen=True)
class _Stack:
    """All windows that have a code, in order of sources; `columns` are (words, windows)."""

    sources: tuple[tuple[str, int, int], ...]  # id, first row, row after the last
    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    speakers: tuple[tuple[str, ...], ...]
    speaker_of: NDArray[np.int32]
    ids: NDArray[np.int64]
    columns: Codes
    coder: Coder


class VectorReader:
    """A connection that only reads, with what is looked through in memory; used by one thread at a time."""

    def __init__(self, connection: sqlite3.Connection, model: str) -> None:
        self.model = model
        self._db = connection
        self._turn = threading.Lock()
        self._stack: _Stack | None = None
        self._version = -1
        self._read_at = 0.0

    def close(self) -> None:
        """Close the connection, once no question is being answered."""
        with self._turn:
            self._db.close()

    def counts(self) -> tuple[int, int]:
        """Return how many windows there are, and how many of them have a vector."""
        with self._turn:
            return counts(self._db)

    def nearest(
        self, asked: NDArray[np.float32], places: Mapping[str, Place], speaker: str = "", count: int = 20
    ) -> list[Near]:
        """Return the windows nearest to a vector of length 1, the nearest first; none that does not stand out.

        Args:
            asked: The vector.
            places: Where may be looked.
            speaker: The beginning of a name of who says some of it; empty for anyone.
            count: So many at most.

        Raises:
            ValueError: The vector is longer or shorter than those that are kept.
            sqlite3.Error: They can't be read.
        """
        with self._turn:
            stack = self._read()
            if stack is None:
                return []
            allowed = _allowed(stack, places, words(speaker))
            rows = np.flatnonzero(allowed)
            if not len(rows):
                return []
            code = stack.coder.codes(asked[None, :])[0]
            far = differing(stack.columns, code)
            chosen = _standing_out(far, rows)
            near = self._compared(stack, chosen, asked)
        near.sort(key=lambda each: -each[1])
        return [_near(stack, row, cosine) for row, cosine in near[:count]]

    def warm(self) -> None:
        """Read what is looked through before it is needed."""
        with self._turn:
            self._read()

    def _compared(
        self, stack: _Stack, rows: NDArray[np.int64], asked: NDArray[np.float32]
    ) -> list[tuple[int, float]]:
        """Return rows with their cosines; those whose vector is gone meanwhile are left out."""
        row_of = {int(stack.ids[row]): int(row) for row in rows}
        marks = ", ".join("?" for _ in row_of)
        found = self._db.execute(
            f"select id, vector from vectors where id in ({marks})", sorted(row_of)
        ).fetchall()
        found = [each for each in found if len(each[1]) == 2 * len(asked)]
        if not found:
            return []
        flat = np.frombuffer(b"".join(vector for _, vector in found), dtype="<f2").astype(np.float32)
        vectors = flat.reshape(len(found), len(asked))
        cosines = vectors @ asked
        by_id = {one: float(cosine) for (one, _), cosine in zip(found, cosines, strict=True)}
        # Several windows may say the same words, and have one vector.
        return [(int(row), by_id[int(stack.ids[row])]) for row in rows if int(stack.ids[row]) in by_id]

    def _read(self) -> _Stack | None:
        version = int(self._db.execute("pragma data_version").fetchone()[0])
        is_calm = time.monotonic() - self._read_at < _CALM_SECONDS
        if version == self._version or (self._stack is not None and is_calm):
            return self._stack
        self._stack = _stack_of(self._db)
        self._version = version
        self._read_at = time.monotonic()
        return self._stack


def _stack_of(db: sqlite3.Connection) -> _Stack | None:
    middle = db.execute("select vector from middle").fetchone()
    if middle is None:
        return None
    rows = db.execute(
        'select windows.source, windows.start, windows."end", windows.speakers, vectors.id, codes.code'
        " from windows join vectors on vectors.key = windows.key join codes on codes.id = vectors.id"
        " order by windows.source, windows.place"
    ).fetchall()
    if not rows:
        return None
    names = dict(db.execute("select number, source_id from sources").fetchall())
    numbers = np.array([row[0] for row in rows], dtype=np.int64)
    borders = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(rows)]
    known: dict[str, int] = {}
    speaker_of = np.array([known.setdefault(row[3], len(known)) for row in rows], dtype=np.int32)
    codes = np.frombuffer(b"".join(row[5] for row in rows), dtype=np.uint64).reshape(len(rows), BITS // 64)
    return _Stack(
        sources=tuple(
            (names[int(numbers[first])], first, last) for first, last in pairwise(borders) if first < last
        ),
        starts=np.array([row[1] for row in rows]),
        ends=np.array([row[2] for row in rows]),
        speakers=tuple(tuple(told.split("\n")) for told in known),
        speaker_of=speaker_of,
        ids=np.array([row[4] for row in rows], dtype=np.int64),
        columns=np.ascontiguousarray(codes.T),
        coder=Coder(np.frombuffer(middle[0], dtype="<f4")),
    )


def _allowed(stack: _Stack, places: Mapping[str, Place], speaker: list[str]) -> NDArray[np.bool_]:
    allowed = np.zeros(len(stack.ids), dtype=bool)
    for source_id, first, last in stack.sources:
        place = places.get(source_id)
        if place is None:
            continue
        if place.spans is None:
            allowed[first:last] = True
            continue
        for start, end in place.spans:
            allowed[first:last] |= (stack.starts[first:last] < end) & (stack.ends[first:last] > start)
    if speaker:
        fits = [any(_is_called(name, speaker) for name in names) for names in stack.speakers]
        allowed &= np.array(fits, dtype=bool)[stack.speaker_of]
    return allowed


def _is_called(name: str, asked: list[str]) -> bool:
    said = words(name)
    return all(any(word.startswith(each) for word in said) for each in asked)


def _standing_out(far: NDArray[np.uint16], rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rows that differ in the fewest bits, of those that stand out from all."""
    mine = far[rows].astype(np.float64)
    least = _STANDS_OUT if len(far) >= _FEW else _STANDS_OUT_OF_FEW
    border = float(far.mean()) - least * float(far.std())
    if len(rows) > LOOKED_AT:
        nearest = np.argpartition(mine, LOOKED_AT)[:LOOKED_AT]
        rows, mine = rows[nearest], mine[nearest]
    return rows[mine <= border]


def _near(stack: _Stack, row: int, cosine: float) -> Near:
    source_id = next(name for name, first, last in stack.sources if first <= row < last)
    return Near(source_id, float(stack.starts[row]), float(stack.ends[row]), cosine)
