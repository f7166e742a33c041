"""What a benchmark measures, and how: CPU seconds (children too), interleaved with its reference.

Wall time jumps when a machine is busy; the ratio of CPU seconds of two things done in turns does not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One line of the report: `value` beside `target`, both in `unit`. Less is better."""

    what: str
    value: float
    unit: str
    target: float
    note: str = ""

    @property
    def is_met(self) -> bool:
        """Whether the target is reached."""
        return self.value <= self.target


@dataclass(frozen=True)
class Skipped:
    """A line of the report for what can't be measured here."""

    what: str
    why: str


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds (user and system, of this process and of children that ended) that work took."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def wall_seconds(work: Callable[[], object]) -> float:
    """Return how long work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cpu_ratio(ours: Callable[[], object], reference: Callable[[], object], rounds: int = 3) -> float:
    """Return the median over rounds of our CPU seconds divided by the reference's, done in turns."""
    ratios = []
    for index in range(rounds):
        pair = [ours, reference] if index % 2 == 0 else [reference, ours]
        spent = {work: cpu_seconds(work) for work in pair}
        ratios.append(spent[ours] / max(spent[reference], 1e-9))
    return median(ratios)
