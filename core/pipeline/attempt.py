"""One attempt of a task: given to a worker, watched, ended in outcomes, whatever becomes of the worker."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path

from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import JobProgressed
from core.pipeline.graph import Graph, Node
from core.pipeline.pool import Executor
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.pipeline.retry import STALL_SECONDS, not_started, time_limit, too_slow, worker_died
from core.pipeline.snapshot import Snapshot
from core.pipeline.worker import Failure, Input, Item, Outcome, Task, progress_file, remove_work
from core.schema.endpoint import Endpoint
from core.schema.run import JobRecord
from core.schema.source import Source

_log = logging.getLogger(__name__)
_POLL_SECONDS = 0.2
# What passes between two looks counts at most so long: more is sleep, or a clock that jumped.
_LONGEST_STEP = 1.0
# Before this share is done, an estimate of the remaining time is a guess.
_TRUSTED_FRACTION = 0.03
# A worker that was killed may write for a moment longer.
_DYING_SECONDS = 1.5


@dataclass(frozen=True)
class Setting:
    """Where the runner works: places on disk, the module that lists the stages, and the user's limit of a task.

    `time_limit` in seconds; 0 means automatic.
    """

    registry: str
    workspace: Path
    weights_folder: Path
    endpoints: Mapping[str, Endpoint]
    time_limit: float = 0.0


@dataclass(frozen=True)
class Job:
    """A node of a run with its record."""

    node: Node
    record: JobRecord

    @property
    def key(self) -> tuple[str, str]:
        """What makes two jobs, even of two runs, the same work."""
        return self.node.stage, self.record.fingerprint


class Attempts:
    """Gives tasks to the executor and watches them."""

    def __init__(
        self,
        graph: Graph,
        store: Store,
        artifacts: ArtifactStore,
        executor: Executor,
        setting: Setting,
        purse: Purse,
    ) -> None:
        self._graph = graph
        self._store = store
        self._artifacts = artifacts
        self._executor = executor
        self.setting = setting
        self._purse = purse
        self._tidying: set[asyncio.Task[None]] = set()

    async def attempt(self, snapshot: Snapshot, jobs: Sequence[Job]) -> Sequence[Outcome]:
        """Try jobs of one stage together, once, and return how each ended. Cancelling it stops the worker."""
        for job in jobs:
            self._store.start_job(job.record)
        task = self._task(snapshot, jobs)
        limit = time_limit(self.setting.time_limit, task.per, media_seconds(snapshot, jobs[0].node))
        started = time.monotonic()
        try:
            outcomes = await self._submit(jobs, task, limit)
        except BaseException:
            self._tidy(task)
            self._purse.collect({job.record.id for job in jobs})
            for job in jobs:
                self._store.release_job(job.record, "stopped", "stopped.")
            raise
        if not isinstance(outcomes, Failure):
            for item in task.items:
                self._artifacts.end(item.work)
        else:
            self._tidy(task)
            seconds = time.monotonic() - started
            outcomes = [Outcome(job.record.id, seconds, outcomes) for job in jobs]
        self._purse.collect({job.record.id for job in jobs})
        return [self._believed(job, outcome) for job, outcome in zip(jobs, outcomes, strict=True)]

    async def close(self) -> None:
        """Leave the tidying to whoever sweeps the work folder now that no worker is left."""
        for tidying in self._tidying:
            tidying.cancel()
        await asyncio.gather(*self._tidying, return_exceptions=True)

    async def _submit(self, jobs: Sequence[Job], task: Task, limit: float) -> Sequence[Outcome] | Failure:
        """Run a task in a worker; a failure where the worker could not say how it ended."""
        try:
            running = asyncio.wrap_future(self._executor.submit(self._graph[task.stage].lane, task))
        except OSError as error:
            return not_started(task.stage, error)
        watching = asyncio.ensure_future(self._watch(jobs, task, limit))
        try:
            await asyncio.wait((running, watching), return_when=asyncio.FIRST_COMPLETED)
            if not running.done() and not watching.exception():
                return watching.result()
            return await running
        except (OSError, BrokenExecutor) as error:
            # pebble.ProcessExpired, or the whole pool gone: the worker crashed or was killed.
            said = str(error) if isinstance(error, BrokenExecutor) else ""
            return worker_died(task.stage, said)
        finally:
            running.cancel()
            watching.cancel()
            (ended,) = await asyncio.gather(watching, return_exceptions=True)
            if isinstance(ended, Exception):
                _log.error("watching %s ended early", task.stage, exc_info=ended)

    def _believed(self, job: Job, outcome: Outcome) -> Outcome:
        """Take what is published as done, even where its worker died before it could say so."""
        if outcome.failure is not None and self._artifacts.is_published(*job.key):
            return Outcome(outcome.job_id, outcome.seconds, worker=outcome.worker)
        return outcome

    async def _watch(self, jobs: Sequence[Job], task: Task, limit: float) -> Failure:
        """Tell how far a task is, and take what is published as done before its worker says so.

        Returns once it has worked for longer than `limit` seconds, or nothing has moved for too long. Time in
        which this program did not run (a closed laptop) does not count.
        """
        started = looked = time.monotonic()
        worked = still = 0.0
        seen: dict[str, str] = {}
        begun: dict[str, tuple[float, float]] = {}
        while worked <= limit and still <= STALL_SECONDS:
            await asyncio.sleep(_POLL_SECONDS)
            passed, looked = min(time.monotonic() - looked, _LONGEST_STEP), time.monotonic()
            worked, still = worked + passed, still + passed
            for job, item in zip(jobs, task.items, strict=True):
                if self._artifacts.is_published(*job.key):
                    # As the worker counts it: those that are made together share the time.
                    seconds = (time.monotonic() - started) / len(jobs)
                    still = 0.0 if self._store.complete_job(job.record, seconds) else still
                    continue
                text = _read(progress_file(item.work))
                if text and seen.get(item.job_id) != text:
                    seen[item.job_id], still = text, 0.0
                    told, elapsed = json.loads(text), time.monotonic() - started
                    # What an earlier attempt had done says nothing of how fast it goes now.
                    first = begun.setdefault(item.job_id, (elapsed, float(told["fraction"])))
                    self._announce(job, told, elapsed - first[0], first[1])
        is_stalled = worked <= limit
        return too_slow(task.stage, STALL_SECONDS if is_stalled else limit, is_stalled)

    def _announce(self, job: Job, told: Mapping[str, object], elapsed: float, began_at: float) -> None:
        """Tell how far a job is that was at `began_at` (0 to 1) so many seconds ago."""
        fraction = float(str(told["fraction"]))
        done = fraction - began_at
        remaining = elapsed * (1 - fraction) / done if done > _TRUSTED_FRACTION * (1 - began_at) else None
        node, message = job.node, str(told["message"])
        where = (job.record.run_id, job.record.id, node.stage, node.clip_id, node.aspect)
        self._store.announce(JobProgressed(*where, fraction, message, remaining, node.preset))

    def _tidy(self, task: Task) -> None:
        """Remove what a worker that was cut off left behind, once it is surely dead."""

        async def tidy() -> None:
            await asyncio.sleep(_DYING_SECONDS)
            for item in task.items:
                await asyncio.to_thread(remove_work, item.work)
                self._artifacts.end(item.work)

        tidying = asyncio.ensure_future(tidy())
        self._tidying.add(tidying)
        tidying.add_done_callback(self._tidying.discard)

    def _task(self, snapshot: Snapshot, jobs: Sequence[Job]) -> Task:
        stage = self._graph[jobs[0].node.stage]
        items = tuple(
            Item(
                job_id=job.record.id,
                work=self._artifacts.begin(stage.name),
                place=self._artifacts.place(*job.key),
                inputs=self._inputs(snapshot, job.node),
                parts=self._artifacts.parts_of(*job.key),
                payer=self._purse.payer(job.record.run_id, stage.name, job.record.id),
            )
            for job in jobs
        )
        return Task(
            registry=self.setting.registry,
            stage=stage.name,
            per=stage.per,
            items=items,
            parameters=snapshot.parameters[stage.name],
            weights_folder=self.setting.weights_folder,
            workspace=self.setting.workspace,
            endpoints=dict(self.setting.endpoints),
        )

    def _inputs(self, snapshot: Snapshot, node: Node) -> tuple[Input, ...]:
        return tuple(
            Input(json=snapshot.roots[node][kind].model_dump_json())
            if needed is None
            else Input(folder=self._artifacts.place(needed.stage, snapshot.prints[needed]))
            for kind, needed in self._graph.inputs_of(node)
        )


def media_seconds(snapshot: Snapshot, node: Node) -> float:
    """Return the length of a node's source in seconds; 0 where it has none or it is not known."""
    source = snapshot.roots[node].get(Source)
    return source.duration if isinstance(source, Source) else 0.0


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
