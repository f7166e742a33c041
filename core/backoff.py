"""How long to wait before something that failed for a passing reason is tried again."""

from __future__ import annotations

import random
from collections.abc import Callable

# A source of its own: threads wait beside code that draws from the module's own and expects to be alone with it.
_chance = random.Random()


def delay(
    failures: int, first: float = 1.0, longest: float = 60.0, chance: Callable[[], float] = _chance.random
) -> float:
    """Return the seconds to wait after so many failures in a row (1 or more).

    Doubles from `first` up to `longest`; the second half of it is left to chance, so that many who failed together
    do not come back together ("Exponential Backoff and Jitter", AWS Architecture Blog, 2015: equal jitter).

    Args:
        failures: How often it failed so far.
        first: The longest wait after the first failure, in seconds.
        longest: What no wait exceeds, in seconds.
        chance: Gives a number from 0 to 1.
    """
    whole = min(longest, first * 2.0 ** min(failures - 1, 60))
    return whole / 2 + whole / 2 * chance()
