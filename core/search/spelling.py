"""Words that are spelled nearly like another, of all that were ever said.

The distance is the least number of letters put in, left out, changed, or swapped with their neighbour (optimal
string alignment), worked out for the whole vocabulary at once: a row of the usual table is a few array operations.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

SHORTEST = 4
"""Shorter words are near too many others."""

_LONG = 8  # from so many letters on two may differ
_MOST_LETTERS = 32
_MOST_NEAR = 6


def allowed(word: str) -> int:
    """Return how many letters of a word may differ."""
    return 0 if len(word) < SHORTEST else 1 if len(word) < _LONG else 2


class Vocabulary:
    """Every word that was said, and how often."""

    def __init__(self, counted: Iterable[tuple[str, int]]) -> None:
        kept = [(word, count) for word, count in counted if SHORTEST - 1 <= len(word) <= _MOST_LETTERS]
        kept.sort(key=lambda each: len(each[0]))
        self._words = [word for word, _ in kept]
        self._counts = np.array([count for _, count in kept], dtype=np.int64)
        sizes = [len(word) for word in self._words]
        # Words of one length lie together, a letter a column, so that a comparison reads few bytes in order.
        self._first = {size: sizes.index(size) for size in sorted(set(sizes))}
        self._letters = {
            size: _letters(self._words[first : first + sizes.count(size)], size)
            for size, first in self._first.items()
        }

    def __len__(self) -> int:
        return len(self._words)

    def near(self, word: str, is_forced: bool = False) -> tuple[str, ...]:
        """Return words spelled nearly like one, the nearest first, of equals the commonest."""
        most = max(allowed(word), 1 if is_forced and len(word) > 1 else 0)
        if not most or len(word) > _MOST_LETTERS:
            return ()
        found: list[tuple[int, int, str]] = []
        for size, letters in self._letters.items():
            if abs(size - len(word)) > most:
                continue
            distances = _distances(word, letters, size)
            first = self._first[size]
            for row in np.flatnonzero(distances <= most):
                other = self._words[first + int(row)]
                # A first letter is seldom wrong.
                far = 2 * int(distances[row]) + (other[0] != word[0])
                found.append((far, -int(self._counts[first + int(row)]), other))
        return tuple(other for _, _, other in sorted(found)[:_MOST_NEAR])


class Spellings:
    """The vocabulary of an index, read when it is first needed and after the index has changed."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._vocabulary: Vocabulary | None = None
        self._version = -1

    def near(self, word: str, is_forced: bool = False) -> tuple[str, ...]:
        """Return words spelled nearly like one, as `Vocabulary.near` does."""
        return self.read().near(word, is_forced) if allowed(word) or is_forced else ()

    def read(self) -> Vocabulary:
        """Return the vocabulary as it is now."""
        version = int(self._db.execute("pragma data_version").fetchone()[0])
        if self._vocabulary is None or version != self._version:
            self._vocabulary = Vocabulary(self._db.execute("select word, count from vocabulary"))
            self._version = version
        return self._vocabulary


def _letters(same_size: Sequence[str], size: int) -> NDArray[np.uint32]:
    flat = np.frombuffer("".join(same_size).encode("utf-32-le"), dtype=np.uint32)
    return np.ascontiguousarray(flat.reshape(-1, size).T)


def _distances(word: str, letters: NDArray[np.uint32], size: int) -> NDArray[np.uint8]:
    """Return how far a word is from each of the columns' words, all of one length."""
    count = letters.shape[1]
    codes = [ord(letter) for letter in word]
    before: list[NDArray[np.uint8]] = []
    row = [np.full(count, place, dtype=np.uint8) for place in range(size + 1)]
    for place, code in enumerate(codes, 1):
        following = [np.full(count, place, dtype=np.uint8)]
        for column in range(1, size + 1):
            differs = (letters[column - 1] != code).astype(np.uint8)
            best = np.minimum(row[column - 1] + differs, np.minimum(row[column], following[column - 1]) + 1)
            if before and column > 1:
                swapped = (letters[column - 2] == code) & (letters[column - 1] == codes[place - 2])
                best = np.where(swapped, np.minimum(best, before[column - 2] + 1), best)
            following.append(best.astype(np.uint8, copy=False))
        before, row = row, following
    return row[size]
