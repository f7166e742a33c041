"""Decisions as comparisons: of two clips of one source, which one the user wanted more, and how surely.

Pairs within a source make a harsh reviewer no problem: it does not matter how many clips are approved, only which.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.learning.decisions import grade
from core.learning.features import FEATURES, comparable
from core.schema.learning import Example

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """Rows of examples by number: `wanted[k]` was wanted more than `other[k]`, with a weight."""

    wanted: Integers
    other: Integers
    weight: Floats

    def __len__(self) -> int:
        return len(self.wanted)


def matrix(examples: Sequence[Example]) -> Floats:
    """Return a row an example, a column a feature, each on its comparable scale; NaN where it is not known."""
    return matrix_of([each.features for each in examples])


def matrix_of(features: Sequence[Mapping[str, float]]) -> Floats:
    """Return features by name as rows; see `matrix`."""
    rows = [
        [comparable(f.name, known[f.name]) if f.name in known else np.nan for f in FEATURES] for known in features
    ]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(FEATURES))


def deviations(values: Floats, means: Floats, scales: Floats) -> Floats:
    """Return values as deviations; one far outside says no more than one at the edge, and NaN stays NaN."""
    clipped: Floats = np.clip((values - means) / scales, -3.0, 3.0)
    return clipped


def middle(values: Floats) -> tuple[Floats, Floats]:
    """Return each column's mean and deviation over what is known of it; the deviation is 1 where all are alike."""
    known = ~np.isnan(values)
    counts = np.maximum(1, known.sum(axis=0))
    means = np.where(known, values, 0.0).sum(axis=0) / counts
    spread = np.sqrt((np.where(known, values - means, 0.0) ** 2).sum(axis=0) / counts)
    return means, np.where(spread > 1e-6, spread, 1.0)


def pairs_of(examples: Sequence[Example]) -> Pairs:
    """Return all pairs of one source whose grades differ; a source's weight is its number of paired examples."""
    grades = [grade(each) or 0.0 for each in examples]
    wanted, other, weight = [], [], []
    for rows in _by_source(examples).values():
        found = [(i, j, grades[i] - grades[j]) for i in rows for j in rows if grades[i] > grades[j]]
        total = sum(lead for _, _, lead in found)
        taking_part = len({row for i, j, _ in found for row in (i, j)})
        for i, j, lead in found:
            wanted.append(i)
            other.append(j)
            weight.append(lead * taking_part / total)
    whole = np.int64
    return Pairs(np.array(wanted, dtype=whole), np.array(other, dtype=whole), np.array(weight, dtype=np.float64))


def _by_source(examples: Sequence[Example]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, example in enumerate(examples):
        rows.setdefault(example.source_id, []).append(row)
    return rows


def folds(examples: Sequence[Example], least: int = 5, most: int = 6) -> list[list[int]]:
    """Return rows in parts, each to be held out once: whole sources where there are three, else stretches of them.

    Stretches follow the order of the talk, so that neighbours that say the same are not on both sides.
    """
    sources = list(_by_source(examples).values())
    if len(sources) >= 3:
        parts: list[list[int]] = [[] for _ in range(min(most, len(sources)))]
        for rows in sorted(sources, key=len, reverse=True):
            min(parts, key=len).extend(rows)
        return parts
    count = max(2, min(most, min(map(len, sources), default=0) // least))
    stretches = [np.array_split(np.array(rows, dtype=np.int64), count) for rows in sources]
    return [[int(row) for parts in stretches for row in parts[number]] for number in range(count)]
