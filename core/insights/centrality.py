"""How central each sentence is to its talk, and choosing some that say different things in different places.

Continuous LexRank (Erkan and Radev, 2004): a sentence is central where central ones are like it. The likeness is a
product of term vectors that is never written out, so that ten hours take no more memory than their terms.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

DIMENSIONS = 1200
"""At most so many terms are looked at, the most telling ones."""

_DAMPING = 0.85
_STEPS = 30
_ALIKE = 0.35
"""Cosine from which on two sentences say the same."""


def vectors(terms: Sequence[Sequence[str]]) -> Floats:
    """Return a row per sentence, of length 1 or 0: its terms by how rarely sentences hold them."""
    frequency = Counter(term for listed in terms for term in set(listed))
    total = len(terms)
    telling = sorted(
        (term for term, count in frequency.items() if count > 1),
        key=lambda term: (-frequency[term] * math.log(total / frequency[term] + 1e-9), term),
    )
    place = {term: column for column, term in enumerate(telling[:DIMENSIONS])}
    rows = np.zeros((total, max(1, len(place))))
    for row, listed in enumerate(terms):
        for term in set(listed):
            if term in place:
                rows[row, place[term]] = math.log(1.0 + total / frequency[term])
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Floats = rows / np.maximum(norms, 1e-12)
    return unit


def centrality(rows: Floats) -> Floats:
    """Return a value per sentence, 1 on average; the larger the more central."""
    count = len(rows)
    degree = rows @ rows.sum(axis=0)
    scale = np.where(degree > 1e-9, 1.0 / np.maximum(degree, 1e-9), 0.0)
    rank = np.full(count, 1.0 / max(1, count))
    for _ in range(_STEPS):
        rank = (1.0 - _DAMPING) / count + _DAMPING * (rows @ (rows.T @ (rank * scale)))
        rank /= max(1e-12, float(rank.sum()))
    values: Floats = rank * count
    return values


def spread(
    worth: Floats, rows: Floats, at: Sequence[float], count: int, apart: float, allowed: Sequence[bool]
) -> list[int]:
    """Return up to `count` sentences in order, best first taken: none like another or within `apart` seconds."""
    chosen: list[int] = []
    for index in np.argsort(-worth, kind="stable"):
        if len(chosen) == count:
            break
        if not allowed[index]:
            continue
        is_near = any(abs(at[index] - at[other]) < apart for other in chosen)
        if not is_near and all(float(rows[index] @ rows[other]) < _ALIKE for other in chosen):
            chosen.append(int(index))
    return sorted(chosen)
