"""Worker processes, one pool a lane: spawned, persistent, killable; a crash costs one task, not the pool."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Future
from typing import Protocol

from core.errors import ContractError
from core.pipeline.stage import Lane
from core.pipeline.worker import Outcome, Task, execute, watch_parent

# Cancelling must stop the work within a second: a worker that ignores SIGTERM that long is killed.
_TERMINATION_GRACE = 0.5


class Executor(Protocol):
    """Where tasks run. A cluster's executor can take the place of the local pool."""

    def submit(self, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
        """Start a task. Cancelling the future kills its worker."""
        ...

    def close(self) -> None:
        """Stop all workers at once."""
        ...


def default_widths(cores: int | None = None) -> dict[Lane, int]:
    """Return how many tasks each lane runs side by side on a machine with so many cores.

    Encoders and recognisers use several threads themselves, so two of them on few cores only thrash.
    """
    count = cores or os.cpu_count() or 1
    return {"io": 1, "speech": 1, "vision": max(1, count // 3), "llm": 2, "encode": max(1, count // 3)}


class ProcessExecutor:
    """Local worker processes, started when a lane is first used."""

    def __init__(self, widths: dict[Lane, int]) -> None:
        import pebble
        from pebble.common.types import CONSTS

        CONSTS.term_timeout = _TERMINATION_GRACE
        self._widths = widths
        self._context = multiprocessing.get_context("spawn")
        self._pools: dict[Lane, pebble.ProcessPool] = {}
        self._is_closed = False

    def submit(self, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
        """Start a task in a worker of its lane."""
        import pebble

        if self._is_closed:
            raise ContractError("work was given to a pool that is closed")
        pool = self._pools.get(lane)
        if pool is None or not pool.active:
            # The first task of its lane, or the pool broke with a worker that died before it took a task.
            self._pools[lane] = pebble.ProcessPool(
                max_workers=self._widths[lane], initializer=watch_parent, context=self._context
            )
        return self._pools[lane].schedule(execute, args=(task,))

    def close(self) -> None:
        """End all workers and wait until they are gone; one that is still working is killed."""
        self._is_closed = True
        pools, self._pools = list(self._pools.values()), {}
        for pool in pools:
            pool.close()  # type: ignore[no-untyped-call]
        for pool in pools:
            try:
                pool.join(timeout=_TERMINATION_GRACE)
            except TimeoutError:
                pool.stop()  # type: ignore[no-untyped-call]
                pool.join()
