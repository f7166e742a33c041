"""How fast bytes come, and how long the rest takes, in words."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

# Only what came of late counts: a line that got slow is told as slow.
_WINDOW_SECONDS = 8.0
_LEAST_SECONDS = 0.7


class Meter:
    """Follows the share done (0 to 1) of so many bytes."""

    def __init__(self, total_bytes: int, now: Callable[[], float] = time.monotonic) -> None:
        self._total = total_bytes
        self._now = now
        self._seen: deque[tuple[float, float]] = deque()

    def words(self, fraction: float) -> str:
        """Take up that a share is done, and return `212 of 486 MB · 3.1 MB/s · 2 min left`."""
        now = self._now()
        done = fraction * self._total
        self._seen.append((now, done))
        while len(self._seen) > 2 and now - self._seen[0][0] > _WINDOW_SECONDS:
            self._seen.popleft()
        parts = [_of(done, self._total)]
        began, before = self._seen[0]
        if now - began >= _LEAST_SECONDS and done > before:
            rate = (done - before) / (now - began)
            parts += [f"{_amount(rate)}/s", f"{_left((self._total - done) / rate)} left"]
        return " · ".join(parts)


def size_words(size_bytes: float) -> str:
    """Return `486 MB` or `3.1 GB`, decimal as disks are sold."""
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.{_digits(size_bytes)}f} MB"


def _of(done: float, total: float) -> str:
    if total >= 1e9:
        return f"{done / 1e9:.2f} of {total / 1e9:.2f} GB"
    return f"{done / 1e6:.{_digits(total)}f} of {total / 1e6:.{_digits(total)}f} MB"


def _amount(size_bytes: float) -> str:
    return f"{size_bytes / 1e6:.1f} MB" if size_bytes >= 1e5 else f"{size_bytes / 1e3:.0f} kB"


def _digits(size_bytes: float) -> int:
    return 0 if size_bytes >= 1e7 else 1


def _left(seconds: float) -> str:
    if seconds < 55:
        return f"{max(5, -(-int(seconds) // 5) * 5)} s"
    minutes = max(1, round(seconds / 60))
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
