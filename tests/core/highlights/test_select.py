"""Selection: the schedule is the best there is, and no two clips tell the same."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.highlights.candidates import Windows
from core.highlights.select import diversify, prune, schedule
from tests.slices import examples


def windows(spans: list[tuple[float, float]]) -> Windows:
    starts = np.array([a for a, _ in spans])
    order = np.arange(len(spans))
    return Windows(order, order, starts, np.array([b for _, b in spans]))


def free(spans: list[tuple[float, float]]) -> bool:
    return all(a[1] <= b[0] + 1e-9 or b[1] <= a[0] + 1e-9 for a, b in combinations(spans, 2))


@examples(40, 1500, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12), st.integers(1, 50)), min_size=1, max_size=9),
    st.integers(1, 4),
)
def test_the_schedule_is_the_best_disjoint_set(raw: list[tuple[int, int, int]], wanted: int) -> None:
    spans = [(float(a), float(a + length)) for a, length, _ in raw]
    worth = np.array([float(w) for *_, w in raw])
    chosen = schedule(windows(spans), worth, wanted)
    assert len(chosen) <= wanted and free([spans[k] for k in chosen])
    best = max(
        sum(worth[list(picked)])
        for size in range(1, wanted + 1)
        for picked in combinations(range(len(spans)), size)
        if free([spans[k] for k in picked])
    )
    assert sum(worth[chosen]) == best


def test_worthless_windows_are_not_chosen() -> None:
    assert schedule(windows([(0, 10), (20, 30)]), np.array([-5.0, 3.0]), 5) == [1]


def test_few_windows_of_each_start_are_kept_and_the_best_among_them() -> None:
    many = Windows(np.zeros(50, dtype=np.int64), np.arange(50), np.zeros(50), np.arange(50.0) + 1)
    worth = np.arange(50.0)
    assert sorted(prune(many, worth, 10)) == [47, 48, 49]


def test_a_repetition_makes_room_for_something_else() -> None:
    texts = [Counter(["bread", "flour", "oven"]), Counter(["bread", "flour", "oven"]), Counter(["rocket"])]
    worth = np.array([90.0, 89.0, 75.0])
    assert diversify([0, 1, 2], worth, texts, 2) == [0, 2]
