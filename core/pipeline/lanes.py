"""Lanes: how many tasks of one kind run side by side, and who goes next."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Lane:
    """A counted gate. Waiters enter by priority (lower first), then in the order they came."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.running = 0
        self._order = itertools.count()
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []

    @property
    def queued(self) -> int:
        """How many wait."""
        return sum(1 for _, _, waiter in self._waiting if not waiter.done())

    @asynccontextmanager
    async def slot(self, priority: int) -> AsyncIterator[None]:
        """Hold one of the lane's places."""
        if self.running >= self.width or self.queued:
            await self._wait(priority)
        else:
            self.running += 1
        try:
            yield
        finally:
            self.running -= 1
            self._admit()

    async def _wait(self, priority: int) -> None:
        waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), waiter))
        try:
            await waiter
        except asyncio.CancelledError:
            # A place handed over in the very moment of cancelling must go to the next one.
            if waiter.done() and not waiter.cancelled():
                self.running -= 1
                self._admit()
            raise

    def _admit(self) -> None:
        while self._waiting and self.running < self.width:
            _, _, waiter = heapq.heappop(self._waiting)
            if not waiter.done():
                self.running += 1
                waiter.set_result(None)
