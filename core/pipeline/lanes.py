"""Lanes: how many tasks of one kind run side by side, and who goes next."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

URGENT, NORMAL = 0, 10


@dataclass(eq=False)
class Ticket:
    """A place in the queue of a lane. Its priority (lower goes first) may be raised while it waits."""

    priority: int = NORMAL
    number: int = 0
    called: asyncio.Future[None] | None = field(default=None, repr=False)

    def hurry(self, priority: int) -> None:
        """Go at least as early as `priority` says."""
        self.priority = min(self.priority, priority)


class Lane:
    """A counted gate. Waiters enter by priority, then in the order they came."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.running = 0
        self._numbers = itertools.count()
        self._waiting: list[Ticket] = []

    @property
    def queued(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @asynccontextmanager
    async def slot(self, ticket: Ticket) -> AsyncIterator[None]:
        """Hold one of the lane's places."""
        if self.running >= self.width or self._waiting:
            await self._wait(ticket)
        else:
            self.running += 1
        try:
            yield
        finally:
            self.running -= 1
            self._admit()

    async def _wait(self, ticket: Ticket) -> None:
        ticket.number = next(self._numbers)
        ticket.called = asyncio.get_running_loop().create_future()
        self._waiting.append(ticket)
        try:
            await ticket.called
        except asyncio.CancelledError:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            else:
                # The place was handed over in the very moment of cancelling: pass it on.
                self.running -= 1
                self._admit()
            raise

    def _admit(self) -> None:
        while self._waiting and self.running < self.width:
            ticket = min(self._waiting, key=lambda waiting: (waiting.priority, waiting.number))
            self._waiting.remove(ticket)
            if ticket.called is not None and not ticket.called.done():
                self.running += 1
                ticket.called.set_result(None)
