"""Short forms of vectors, by which a hundred thousand are looked through in milliseconds.

A bit says on which side of a plane through the middle a vector lies; the planes are drawn at random, once for
ever. The part of bits in which two codes differ is their angle over pi (Charikar, Similarity Estimation Techniques
from Rounding Algorithms, 2002). The middle is that of the vectors that are kept: those of many models all point
about the same way, and would lie on the same side of most planes. The nearest by their codes are then compared
exactly.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

BITS = 1024
"""Of a code; 64 a word."""

_SEED = 20_020_519

Codes = NDArray[np.uint64]


class Coder:
    """Makes codes about one middle."""

    def __init__(self, middle: NDArray[np.float32]) -> None:
        self._middle = middle
        self._planes = _planes(len(middle))

    def codes(self, vectors: NDArray[np.float32]) -> Codes:
        """Return the codes of vectors, (vectors, words)."""
        sides = (vectors - self._middle) @ self._planes > 0
        return np.packbits(sides, axis=1).view(np.uint64)


def mean_of(blocks: Iterable[NDArray[np.float32]]) -> NDArray[np.float32]:
    """Return the mean of vectors that come in blocks, of which there is one at least."""
    total: NDArray[np.float64] | None = None
    count = 0
    for block in blocks:
        summed = block.sum(axis=0, dtype=np.float64)
        total = summed if total is None else total + summed
        count += len(block)
    assert total is not None
    mean: NDArray[np.float32] = (total / count).astype(np.float32)
    return mean


def differing(columns: Codes, code: Codes) -> NDArray[np.uint16]:
    """Return in how many bits each code differs from one; `columns` are (words, codes)."""
    total = np.zeros(columns.shape[1], dtype=np.uint16)
    for column, word in zip(columns, code, strict=True):
        total += np.bitwise_count(column ^ word)
    return total


@lru_cache(maxsize=2)
def _planes(size: int) -> NDArray[np.float32]:
    # The old generator: its numbers are promised to stay as they are, and codes are kept for years.
    return np.random.RandomState(_SEED).standard_normal((size, BITS)).astype(np.float32)
