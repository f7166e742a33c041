"""How fast this machine is now, so that a limit of computing time means the same on each."""

from __future__ import annotations

import time
from statistics import median

# What the yardstick takes on the machine for which limits are given.
_NOMINAL_SECONDS = 0.0018
_ROUNDS = 9


def paced(seconds: float) -> float:
    """Return a limit of CPU seconds for this machine as it is now; never less than what is given.

    The yardstick is a fixed piece of Python, its median of some rounds: work of others on the same processor makes
    CPU seconds longer too.
    """
    return seconds * max(1.0, median(_yardstick() for _ in range(_ROUNDS)) / _NOMINAL_SECONDS)


def _yardstick() -> float:
    begun = time.thread_time()
    words = [f"word {number % 97}" for number in range(5000)]
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + len(word.split())
    return time.thread_time() - begun
