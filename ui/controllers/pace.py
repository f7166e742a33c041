"""How long something takes that tells how far it is. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable

# Less has been seen than says anything.
_LEAST_SECONDS = 3.0
_LEAST_SHARE = 0.01


class Pace:
    """The share done over time, from when it first moved: what stood still before was not this work."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._start: tuple[float, float] | None = None
        self._last = 0.0
        self._moved_at = 0.0

    def reset(self) -> None:
        """Forget what was seen."""
        self._start = None

    def note(self, share: float) -> None:
        """Take up that a share (0 to 1) is done."""
        if self._start is None or share < self._last:
            self._start, self._moved_at = (self._now(), share), self._now()
        elif share > self._last:
            if self._last == self._start[1] == 0.0:
                self._start = (self._now(), share)
            self._moved_at = self._now()
        self._last = share

    def remaining(self) -> float | None:
        """Return the seconds left at this pace, or None where that can't be told yet."""
        if self._start is None or self._last >= 1.0:
            return None
        began, from_share = self._start
        taken, gained = self._moved_at - began, self._last - from_share
        if taken < _LEAST_SECONDS or gained < _LEAST_SHARE:
            return None
        return max(0.0, (1.0 - self._last) * taken / gained - (self._now() - self._moved_at))
