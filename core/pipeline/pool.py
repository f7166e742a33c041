"""Worker processes: spawned, persistent, killable; a crash costs one task, not the pool."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Protocol

from core.errors import ContractError
from core.pipeline.stage import Lane
from core.pipeline.worker import Outcome, Task, execute, watch_parent
from core.spawned import Spawning

# Cancelling must stop the work within a second: a worker that ignores SIGTERM that long is killed.
_TERMINATION_GRACE = 0.5


class Executor(Protocol):
    """Where tasks run. A cluster's executor can take the place of the local workers."""

    def submit(self, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
        """Start a task. Cancelling the future kills its worker.

        The future raises `OSError` or `BrokenExecutor` where its worker died.
        """
        ...

    def set_width(self, lane: Lane, width: int) -> None:
        """Keep no more than so many idle workers of a lane."""
        ...

    def close(self) -> None:
        """Stop all workers at once."""
        ...


class ProcessExecutor:
    """Local worker processes, each started when it is first needed and kept, with its models, for the next task.

    How many run at once is decided before a task comes here.
    """

    def __init__(self, widths: dict[Lane, int]) -> None:
        self._widths = dict(widths)
        self._context = Spawning()
        self._workers: dict[Lane, list[_Worker]] = {}
        self._is_closed = False

    def submit(self, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
        """Start a task in an idle worker of its lane, or in a new one."""
        if self._is_closed:
            raise ContractError("work was given to a pool that is closed")
        workers = self._workers.setdefault(lane, [])
        workers[:] = [worker for worker in workers if worker.is_alive]
        idle = [worker for worker in workers if worker.is_idle]
        if not idle:
            idle = [_Worker(self._context)]
            workers += idle
        future = idle[0].submit(task)
        self._retire(lane)
        return future

    def set_width(self, lane: Lane, width: int) -> None:
        """Keep no more than so many idle workers of a lane."""
        self._widths[lane] = width
        self._retire(lane)

    def close(self) -> None:
        """End all workers and wait until they are gone, working or not."""
        self._is_closed = True
        workers = [worker for lane in self._workers.values() for worker in lane]
        self._workers.clear()
        ending = [_ending(worker) for worker in workers]
        for thread in ending:
            thread.join()

    def _retire(self, lane: Lane) -> None:
        """Let go of idle workers beyond the lane's width."""
        workers = self._workers.get(lane, [])
        for worker in [each for each in workers if each.is_idle][: max(0, len(workers) - self._widths[lane])]:
            workers.remove(worker)
            _ending(worker)


class _Worker:
    """One process, with the task it has."""

    def __init__(self, context: Spawning) -> None:
        import pebble
        from pebble.common.types import CONSTS

        CONSTS.term_timeout = _TERMINATION_GRACE
        self._pool = pebble.ProcessPool(max_workers=1, initializer=watch_parent, context=context)
        self._task: Future[tuple[Outcome, ...]] | None = None

    @property
    def is_alive(self) -> bool:
        """False once it broke: a process that dies before it took its task takes its pool with it."""
        return self._task is None or bool(self._pool.active)

    @property
    def is_idle(self) -> bool:
        return self._task is None or self._task.done()

    def submit(self, task: Task) -> Future[tuple[Outcome, ...]]:
        self._task = self._pool.schedule(execute, args=(task,))
        return self._task

    def end(self) -> None:
        """End the process and wait until it is gone."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()


def _ending(worker: _Worker) -> threading.Thread:
    """End a worker beside whatever else goes on; a stubborn one takes half a second."""
    thread = threading.Thread(target=worker.end, name="end-worker", daemon=True)
    thread.start()
    return thread
