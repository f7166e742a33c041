"""The queue of work: the lanes together, what holds them up, and the order of runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from typing import Literal

from core.errors import ContractError
from core.pipeline.lanes import URGENT, Lane, Rank, Ticket
from core.pipeline.stage import LANES
from core.pipeline.stage import Lane as LaneName
from core.schema.queue import Hold, LaneState, QueueState

Gate = Literal["analysis", "delivery"]
GATES: tuple[Gate, ...] = ("analysis", "delivery")
_RUNS_AT_ONCE = 16
_PAUSED = "The queue is paused: what runs is finished, nothing new is started."


class Queue:
    """Decides when a task may start. Lives on the loop.

    `automatic` widths suit the machine, those `chosen` go before them. `changed` is called after every change that
    a user can see.
    """

    def __init__(
        self,
        automatic: Mapping[LaneName, int],
        chosen: Mapping[LaneName, int] | None = None,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        widths = {**automatic, **(chosen or {})}
        self._automatic = dict(automatic)
        self._changed = changed
        self._ranks: dict[str, Rank] = {}
        self._holds: dict[Hold, str] = {}
        self._is_closed = False
        self._released = asyncio.Event()
        self._released.set()
        # Hundreds of runs would take memory and turns of the loop; few begin at a time, chosen as in a lane.
        self._gates = {
            name: Lane(_RUNS_AT_ONCE, self._rank_of, lambda ticket: True, is_gate=True) for name in GATES
        }
        self._lanes = {name: Lane(widths[name], self._rank_of, self._may_start) for name in LANES}

    @property
    def state(self) -> QueueState:
        """What holds the queue up; a full disk before a wish of the user's."""
        for hold in ("disk", "user"):
            if hold in self._holds:
                return QueueState(hold=hold, reason=self._holds[hold])
        return QueueState()

    def lanes(self) -> list[LaneState]:
        """Return how all lanes stand."""
        return [
            LaneState(
                name=name,
                running=lane.running,
                queued=lane.queued,
                width=lane.width,
                automatic_width=self._automatic[name],
            )
            for name, lane in self._lanes.items()
        ]

    def slot(self, lane: LaneName, ticket: Ticket) -> AbstractAsyncContextManager[None]:
        """Hold one place of a lane, once it is this ticket's turn."""
        return self._lanes[lane].slot(ticket)

    def gate(self, gate: Gate, ticket: Ticket) -> AbstractAsyncContextManager[None]:
        """Work on a run's analysis or delivery, once it is its turn; an urgent ticket waits for nobody."""
        return self._gates[gate].slot(ticket)

    def open_gates(self, ticket: Ticket) -> None:
        """Let a run through that the user has asked something of, while others wait."""
        ticket.hurry(URGENT)
        self._admit()

    def share(self, ticket: Ticket, urgency: int, run_id: str) -> None:
        """Let a ticket go at least as early as another run, that waits for the same work, would."""
        ticket.hurry(urgency)
        if self._rank_of(run_id) < self._rank_of(ticket.run_id):
            ticket.run_id = run_id
        self._admit()

    def hold(self, hold: Hold, reason: str = _PAUSED) -> None:
        """Start nothing new. What the user waits for still starts, unless the disk is what holds it up."""
        if self._holds.get(hold) != reason:
            self._holds[hold] = reason
            self._released.clear()
            self._changed()

    def release(self, hold: Hold) -> None:
        """Take back one reason to hold; work goes on when none is left."""
        if self._holds.pop(hold, None) is not None:
            if not self._holds:
                self._released.set()
            self._admit()
            self._changed()

    async def released(self) -> None:
        """Wait until nothing holds the queue up."""
        await self._released.wait()

    def close(self) -> None:
        """Start nothing any more."""
        self._is_closed = True

    def set_width(self, lane: str, width: int) -> None:
        """Let so many tasks of a lane run side by side from now on; those beyond it finish first.

        Raises:
            ContractError: There is no such lane, or the width is below 1.
        """
        if lane not in self._lanes or width < 1:
            raise ContractError(f"lane {lane!r} can't be {width} wide")
        self._lanes[lane].width = width
        self._admit()
        self._changed()

    def rank(self, run_id: str, rank: Rank) -> None:
        """Set a run's place; what waits of it is resorted at once."""
        if self._ranks.get(run_id) != rank:
            self._ranks[run_id] = rank
            self._admit()
            self._changed()

    def forget(self, run_id: str) -> None:
        """Drop a run that is gone."""
        self._ranks.pop(run_id, None)

    def _rank_of(self, run_id: str) -> Rank:
        return self._ranks.get(run_id, (1, 0.0))

    def _may_start(self, ticket: Ticket) -> bool:
        if self._is_closed:
            return False
        return not self._holds or (ticket.urgency == URGENT and "disk" not in self._holds)

    def _admit(self) -> None:
        for lane in (*self._gates.values(), *self._lanes.values()):
            lane.admit()
