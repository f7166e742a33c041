"""Work on other machines, through Dask: the stages of clips and deliveries run on the workers of a scheduler.

Workers are started with Dask's own commands, see the same folders (`path_map` says under which names) and run the
same version of Shortlist. Dask decides on which of them a task runs; whether it is tried again is decided here.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import threading
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future
from dataclasses import replace
from typing import Any, TypeVar

from core.errors import ClusterError, ContractError
from core.pipeline.cluster.path_map import PathMap
from core.pipeline.cluster.task import Answer, claim_file, encode, tell, wanted_file
from core.pipeline.cluster.worker import run
from core.pipeline.lanes import Lane as Gate
from core.pipeline.lanes import Ticket
from core.pipeline.pool import Executor
from core.pipeline.stage import LANES, Lane
from core.pipeline.worker import Failure, Outcome, Task, progress_file, remove_work

_log = logging.getLogger(__name__)
_CONNECT_SECONDS = 5.0
_LOOK_SECONDS = 1.0
# Workers may be just starting: a cluster without any is worth a word only after this.
_ALONE_SECONDS = 3.0
_REACH_REMEDY = "Start it (python -m dask scheduler), or check its address and the network between."
_SAME_REMEDY = "Start scheduler and workers in the program's folder, all of the same version (docs/machines.md)."
ResultT = TypeVar("ResultT")


class ClusterExecutor:
    """Tasks of clips and deliveries run on a cluster, those of sources on this machine.

    Making one blocks for up to 5 seconds.

    Args:
        address: Of Dask's scheduler, like `tcp://host:8786`.
        local: Where tasks of sources run; it is closed with this one.
        path_map: Folders as (this machine names them, the workers name them).
        widths: How many tasks of sources each lane runs side by side on this machine, 1 where it is not said.

    Raises:
        ClusterError: The scheduler can't be reached, or the map makes no sense.
    """

    def __init__(
        self,
        address: str,
        local: Executor,
        path_map: Sequence[tuple[str, str]] = (),
        widths: Mapping[Lane, int] | None = None,
    ) -> None:
        self.address = address
        self._local = local
        self._paths = PathMap(tuple(path_map))
        self._fit: Callable[[int], object] = lambda threads: None
        self._client: Any = None
        self._connecting = asyncio.Lock()
        self._gates = {
            lane: Gate((widths or {}).get(lane, 1), lambda run_id: (0, 0.0), lambda ticket: True) for lane in LANES
        }
        self._threads = 0
        self._running: set[asyncio.Task[Any]] = set()
        self._waiting: list[Task] = []
        self._is_closed = False
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(self._on_stray)
        self._thread = threading.Thread(target=self._loop.run_forever, name="cluster", daemon=True)
        self._thread.start()
        try:
            self._start(self._connected).result()
        except BaseException:
            self.close()
            raise
        self._start(self._look_at_workers)

    def watch(self, fit: Callable[[int], object]) -> None:
        """Call `fit`, on another thread, with how many tasks the cluster can run at once, now and on changes."""
        self._fit = fit
        self._loop.call_soon_threadsafe(lambda: fit(self._threads))

    def submit(self, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
        """Start a task where it belongs."""
        if self._is_closed:
            raise ContractError("work was given to a cluster that is closed")
        if task.per == "source":
            return self._start(functools.partial(self._run_here, lane, task))
        return self._start(functools.partial(self._run_there, task))

    def set_width(self, lane: Lane, width: int) -> None:
        """Run no more than so many tasks of sources side by side in a lane on this machine."""

        def set_it() -> None:
            self._local.set_width(lane, width)
            self._gates[lane].width = width
            self._gates[lane].admit()

        self._loop.call_soon_threadsafe(set_it)

    def close(self) -> None:
        """Stop all work at once, on the cluster too."""
        if self._is_closed:
            return
        self._is_closed = True
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._local.close()

    def _start(self, work: Callable[[], Awaitable[ResultT]]) -> Future[ResultT]:
        """Run something on the cluster's own loop; cancelling the future cancels it."""

        async def run_it() -> ResultT:
            me = asyncio.current_task()
            assert me is not None
            self._running.add(me)
            try:
                return await work()
            finally:
                self._running.discard(me)

        return asyncio.run_coroutine_threadsafe(run_it(), self._loop)

    def _on_stray(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        # Dask's connections wait for a while at a time; nobody hears any more of a wait that ran out at the end.
        if not (self._is_closed and isinstance(context.get("exception"), TimeoutError)):
            loop.default_exception_handler(context)

    async def _end(self) -> None:
        running = list(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._disconnect()

    async def _run_here(self, lane: Lane, task: Task) -> tuple[Outcome, ...]:
        async with self._gates[lane].slot(Ticket()):
            return await asyncio.wrap_future(self._local.submit(lane, task))

    async def _run_there(self, task: Task) -> tuple[Outcome, ...]:
        wanted = wanted_file(task.items[0].work)
        is_over = False
        self._waiting.append(task)
        try:
            wanted.touch()
            outcomes = self._outcomes(task, await self._answer(task))
            is_over = True
            return outcomes
        except (OSError, BrokenExecutor):
            is_over = True
            raise
        finally:
            self._waiting.remove(task)
            # From here on no start of the task goes on; one that is being stopped cleans up after itself.
            wanted.unlink(missing_ok=True)
            for item in task.items:
                if is_over:
                    remove_work(item.work)
                progress_file(item.work).unlink(missing_ok=True)

    async def _answer(self, task: Task) -> Answer:
        """Have a worker do a task.

        Raises:
            OSError, BrokenExecutor: The attempt was lost, with its worker or with the scheduler.
        """
        from distributed import KilledWorker

        try:
            client = await self._connected()
        except ClusterError as error:
            return Answer("refused", reason=error.reason, remedy=error.remedy, is_passing=True)
        told = encode(task, self._paths)
        future = client.submit(run, told, key=f"{task.stage}-{uuid.uuid4().hex}", pure=False)
        try:
            answer: Answer = await future
        except (CancelledError, KilledWorker) as error:
            raise BrokenExecutor(f"the scheduler {self.address} gave it up ({error})") from error
        except (OSError, BrokenExecutor):
            raise
        except Exception as error:
            # Whatever a scheduler or worker of another make says: it can't read the task, or lacks the program.
            _log.exception("the cluster at %s", self.address)
            reason = f"The cluster at {self.address} could not do the work ({type(error).__name__}: {error})."
            return Answer("refused", reason=reason, remedy=_SAME_REMEDY)
        finally:
            future.release()
        return answer

    def _outcomes(self, task: Task, answer: Answer) -> tuple[Outcome, ...]:
        if answer.ending == "done":
            return tuple(self._named_as_here(outcome) for outcome in answer.outcomes)
        if answer.ending == "lost":
            _log.warning("%s: an attempt was lost: %s", task.stage, answer.reason)
            raise BrokenExecutor(answer.reason)
        # Refused, or "unwanted" although it is wanted: the worker sees another folder than we do.
        failure = Failure(
            answer.reason, self.address, task.stage, answer.remedy, "ClusterError", is_passing=answer.is_passing
        )
        return tuple(Outcome(item.job_id, failure=failure) for item in task.items)

    def _named_as_here(self, outcome: Outcome) -> Outcome:
        if outcome.failure is None or not outcome.failure.file:
            return outcome
        file = self._paths.to_local(outcome.failure.file)
        return replace(outcome, failure=replace(outcome.failure, file=file))

    async def _connected(self) -> Any:
        """Return a client that is connected, waiting for one that Dask is connecting again by itself.

        Raises:
            ClusterError: There is no connection to be had.
        """
        from distributed import Client

        async with self._connecting:
            while self._client is not None and self._client.status == "connecting":
                await asyncio.sleep(0.1)
            if self._client is None or self._client.status != "running":
                await self._disconnect()
                try:
                    self._client = Client(  # type: ignore[no-untyped-call]
                        self.address, asynchronous=True, set_as_default=False, timeout=_CONNECT_SECONDS
                    )
                    await self._client
                except (OSError, ValueError, ImportError) as error:
                    raise ClusterError(
                        f"The Dask scheduler can't be reached ({error}).", self.address, remedy=_REACH_REMEDY
                    ) from error
            return self._client

    async def _disconnect(self) -> None:
        if self._client is not None:
            with contextlib.suppress(OSError):
                await self._client.close()

    async def _look_at_workers(self) -> None:
        """Tell how many tasks the cluster can run at once, and tasks that wait what they wait for."""
        last_seen = time.monotonic()
        is_told = False
        while True:
            threads = await self._count_threads()
            if threads != self._threads:
                self._threads = threads
                self._fit(threads)
            if threads:
                last_seen, is_told = time.monotonic(), False
            alone = time.monotonic() - last_seen
            text = self._why_waiting(alone)
            if alone > _ALONE_SECONDS and self._waiting and not is_told:
                is_told = True
                _log.warning(text)
            for task in self._waiting:
                if not claim_file(task.items[0].work).exists():
                    for item in task.items:
                        tell(item.work, text)
            await asyncio.sleep(_LOOK_SECONDS)

    async def _count_threads(self) -> int:
        if self._client.status != "running":
            return 0
        try:
            threads: Mapping[str, int] = await self._client.nthreads()
        except OSError:
            return 0
        return sum(threads.values())

    def _why_waiting(self, alone: float) -> str:
        """Return what a task that no worker has taken waits for; `alone` is for how many seconds there is none."""
        # That it changes also shows the runner, which stops what seems to hang, that somebody looks after it.
        since = f" ({alone / 60:.0f} min)" if alone >= 60 else ""
        if self._client.status != "running":
            return f"The scheduler {self.address} is out of reach{since}."
        if alone > _ALONE_SECONDS:
            return f"No worker is connected to {self.address}{since}."
        return f"Waiting for a free worker of {self.address} (at {time.strftime('%H:%M')})."
