"""Choosing the best set of clips: none overlapping, none telling the same twice."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

import numpy as np

from core.highlights.candidates import Floats, Windows

PER_START = 3
"""Windows kept for each first sentence: the rest are the same clip, a little longer or shorter."""

SAMENESS = 25.0
"""Points (of 100) that a clip loses when it says word for word what a better one already said."""


def prune(windows: Windows, worth: Floats, wanted: int) -> list[int]:
    """Return the indices of windows worth scheduling: the best of each start, and of those the best in number."""
    order = np.lexsort((-worth, windows.first))
    first = windows.first[order]
    starts_at = np.flatnonzero(np.r_[True, np.diff(first) > 0]) if len(first) else np.zeros(0, dtype=np.int64)
    rank = np.arange(len(first)) - np.repeat(starts_at, np.diff(np.append(starts_at, len(first))))
    kept = order[rank < PER_START]
    kept = kept[np.argsort(-worth[kept], kind="stable")]
    return [int(index) for index in kept[: max(600, 60 * wanted)]]


def schedule(windows: Windows, worth: Floats, wanted: int) -> list[int]:
    """Return up to `wanted` windows that do not overlap and whose summed worth is the greatest possible.

    Weighted interval scheduling with a bounded number of intervals: dynamic programming over windows sorted by
    their end, one value per number of clips so far (Kleinberg and Tardos, Algorithm Design, 6.1).
    """
    order = np.argsort(windows.end, kind="stable")
    ends = [float(end) for end in windows.end[order]]
    best = np.full((len(order) + 1, wanted + 1), -math.inf)
    best[:, 0] = 0.0
    before = [bisect_right(ends, float(windows.start[index]) + 1e-9, 0, k) for k, index in enumerate(order)]
    for k, index in enumerate(order):
        best[k + 1] = best[k]
        best[k + 1, 1:] = np.maximum(best[k, 1:], best[before[k], :-1] + worth[index])
    left = int(np.argmax(best[-1]))
    chosen: list[int] = []
    k = len(order)
    while k > 0 and left > 0:
        if best[k, left] == best[k - 1, left]:
            k -= 1
            continue
        chosen.append(int(order[k - 1]))
        k, left = before[k - 1], left - 1
    return chosen[::-1]


def diversify(pool: Sequence[int], worth: Floats, texts: Sequence[Counter[str]], wanted: int) -> list[int]:
    """Return `wanted` of the pool, best first, each losing worth by its likeness to those before it.

    Maximal marginal relevance (Carbonell and Goldstein, 1998). `texts` are the pool's content terms.
    """
    left = list(range(len(pool)))
    likeness = np.zeros(len(pool))
    chosen: list[int] = []
    while left and len(chosen) < wanted:
        best = max(left, key=lambda k: (worth[pool[k]] - SAMENESS * likeness[k], -pool[k]))
        left.remove(best)
        chosen.append(pool[best])
        for k in left:
            likeness[k] = max(likeness[k], _cosine(texts[best], texts[k]))
    return chosen


def _cosine(left: Counter[str], right: Counter[str]) -> float:
    if not left or not right:
        return 0.0
    shared = sum(count * right[term] for term, count in left.items())
    return shared / math.sqrt(sum(c * c for c in left.values()) * sum(c * c for c in right.values()))
