"""Lanes: how many tasks of one kind run side by side, and whose turn it is.

Who waits goes by urgency, then by the priority of their run; among runs of one priority turns go round, so that a
run of hundreds of jobs and a run of two get on alike. One job much shorter than all that fill a lane may run
beside them, so that nothing short waits for hours.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

URGENT, NORMAL = 0, 10
# A job passes a full lane when all in it are at least so long (seconds of media), and so much longer than it.
_LONG_SECONDS = 1200.0
_MUCH_LONGER = 6.0
# Through a gate passes what is half as long: those inside take turns, and all of them are through late.
_LONG_INSIDE_SECONDS = 300.0
_LONGER_INSIDE = 2.0


@dataclass(eq=False)
class Ticket:
    """A place in the queue of a lane.

    `urgency` (lower goes first) may be raised while it waits. `seconds` is how much media the job works on.
    """

    urgency: int = NORMAL
    run_id: str = ""
    seconds: float = 0.0
    number: int = 0
    called: asyncio.Future[None] | None = field(default=None, repr=False)

    def hurry(self, urgency: int) -> None:
        """Go at least as early as `urgency` says."""
        self.urgency = min(self.urgency, urgency)


# The rank of a run in the queue: its priority, then its position; lower goes first.
Rank = tuple[int, float]


class Lane:
    """A counted gate.

    `rank_of` gives the present rank of a run, `may_start` whether a ticket may start now. Through one that
    `is_gate` the urgent pass however many are in, and a run of better priority than one of those.
    """

    def __init__(
        self,
        width: int,
        rank_of: Callable[[str], Rank],
        may_start: Callable[[Ticket], bool],
        is_gate: bool = False,
    ) -> None:
        self.width = width
        self._is_gate = is_gate
        self._long_seconds = _LONG_INSIDE_SECONDS if is_gate else _LONG_SECONDS
        self._much_longer = _LONGER_INSIDE if is_gate else _MUCH_LONGER
        self._rank_of = rank_of
        self._may_start = may_start
        self._numbers = itertools.count(1)
        self._running: list[Ticket] = []
        self._waiting: dict[Ticket, None] = {}
        # When each run last had a turn, as a count; a run that never had one goes first.
        self._turns: dict[str, int] = {}

    @property
    def running(self) -> int:
        """How many run."""
        return len(self._running)

    @property
    def queued(self) -> int:
        """How many wait."""
        return len(self._waiting)

    @asynccontextmanager
    async def slot(self, ticket: Ticket) -> AsyncIterator[None]:
        """Hold one of the lane's places."""
        ticket.number = next(self._numbers)
        ticket.called = asyncio.get_running_loop().create_future()
        self._waiting[ticket] = None
        self.admit()
        try:
            await ticket.called
            yield
        finally:
            self._waiting.pop(ticket, None)
            if ticket in self._running:
                self._running.remove(ticket)
            self.admit()

    def admit(self) -> None:
        """Let in whoever may enter now; called whenever something that decides it has changed."""
        while self._waiting:
            ticket = self._next()
            if ticket is None:
                return
            del self._waiting[ticket]
            self._running.append(ticket)
            self._turns[ticket.run_id] = next(self._numbers)
            if ticket.called is not None and not ticket.called.done():
                ticket.called.set_result(None)
        if not self._running:
            # Nobody is left to be fair to.
            self._turns.clear()

    def _next(self) -> Ticket | None:
        longest = float("inf")
        if self._is_gate and (preferred := self._preferred()) is not None:
            return preferred
        if len(self._running) >= self.width:
            shortest = min(ticket.seconds for ticket in self._running)
            if len(self._running) > self.width or shortest < self._long_seconds:
                return None
            longest = shortest / self._much_longer
        ready = (ticket for ticket in self._waiting if ticket.seconds <= longest and self._may_start(ticket))
        return min(ready, key=self._turn, default=None)

    def _preferred(self) -> Ticket | None:
        """Return who passes a full gate: the urgent, and a run of better priority than one that is inside."""
        best = min(self._waiting, key=self._turn)
        worst = max((self._rank_of(ticket.run_id)[0] for ticket in self._running), default=-1)
        return best if best.urgency == URGENT or self._rank_of(best.run_id)[0] < worst else None

    def _turn(self, ticket: Ticket) -> tuple[int, int, int, float, int]:
        priority, position = self._rank_of(ticket.run_id)
        return ticket.urgency, priority, self._turns.get(ticket.run_id, 0), position, ticket.number
