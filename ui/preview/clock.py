"""Where playback is: wall time turned into a position, kept in step with the sound. No Qt."""

from __future__ import annotations

import time
from collections.abc import Callable

SPEEDS: tuple[float, ...] = (-4.0, -2.0, -1.0, 0.5, 1.0, 1.5, 2.0, 4.0)
_JUMP_BEYOND = 0.12
_SLEW = 0.1


class PlayClock:
    """A position in seconds that runs at `rate` while it is started.

    Small differences from the sound are taken up little by little, so that the picture does not jerk; large
    ones at once.
    """

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._position = 0.0
        self._since = 0.0
        self.rate = 1.0
        self.is_running = False

    def position(self) -> float:
        """Return the position in seconds."""
        if not self.is_running:
            return self._position
        return self._position + (self._now() - self._since) * self.rate

    def start(self) -> None:
        """Run from where it stands."""
        if not self.is_running:
            self._since = self._now()
            self.is_running = True

    def stop(self) -> None:
        """Stand still."""
        self._position = self.position()
        self.is_running = False

    def move_to(self, position: float) -> None:
        """Go to a position; running goes on from there."""
        self._position = position
        self._since = self._now()

    def set_rate(self, rate: float) -> None:
        """Run at another speed from here on; negative runs backwards."""
        self.move_to(self.position())
        self.rate = rate

    def follow(self, heard: float) -> None:
        """Come closer to the position that is being heard."""
        off = heard - self.position()
        self.move_to(heard if abs(off) > _JUMP_BEYOND else self.position() + off * _SLEW)


def next_speed(rate: float, is_playing: bool, by: int) -> float:
    """Return the speed after one press of faster (+1) or slower (-1); from a standstill it is 1 or -1."""
    if not is_playing:
        return 1.0 if by > 0 else -1.0
    index = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - rate)) + by
    return SPEEDS[min(max(index, 0), len(SPEEDS) - 1)]
