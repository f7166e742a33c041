"""The durable runner: makes sure that an artifact exists, doing only the work that no one did before.

It is pulled from the end: asking for a node asks for what the node needs. Fingerprints follow from inputs alone,
so what is stale or reusable is known before anything runs.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass
from pathlib import Path

from core.errors import ShortlistError
from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import JobProgressed
from core.pipeline.graph import Graph, Node
from core.pipeline.lanes import NORMAL, URGENT, Lane, Ticket
from core.pipeline.pool import Executor
from core.pipeline.snapshot import ParametersOf, RootsOf, Snapshot, take_snapshot
from core.pipeline.stage import LANES
from core.pipeline.stage import Lane as LaneName
from core.pipeline.store import Store
from core.pipeline.together import finish_all
from core.pipeline.worker import Failure, Input, Item, Outcome, Task, progress_file
from core.schema.endpoint import Endpoint
from core.schema.record import Record
from core.schema.run import JobRecord

__all__ = ["NORMAL", "URGENT", "JobFailed", "Runner", "Setting"]

_log = logging.getLogger(__name__)
# A worker that dies (crash, out of memory, kill) costs one attempt; a job that kills two workers has failed.
_ATTEMPTS = 2
_POLL_SECONDS = 0.2
# Before this share is done, an estimate of the remaining time is a guess.
_TRUSTED_FRACTION = 0.03


class JobFailed(ShortlistError):
    """A job ended in failure; `failure` says why."""

    def __init__(self, node: Node, failure: Failure) -> None:
        super().__init__(failure.reason, failure.file, node.stage, failure.remedy)
        self.args = (node, failure)
        self.node = node
        self.failure = failure


@dataclass(frozen=True)
class Setting:
    """Where the runner works: places on disk, and the module that lists the stages."""

    registry: str
    workspace: Path
    weights_folder: Path
    endpoints: Mapping[str, Endpoint]


class Runner:
    """Runs nodes of the graph for runs. See `snapshot` for what `roots_of` and `parameters_of` give."""

    def __init__(
        self,
        graph: Graph,
        store: Store,
        artifacts: ArtifactStore,
        executor: Executor,
        widths: Mapping[LaneName, int],
        setting: Setting,
        roots_of: RootsOf,
        parameters_of: ParametersOf,
    ) -> None:
        self._graph = graph
        self._store = store
        self._artifacts = artifacts
        self._executor = executor
        self.setting = setting
        self._roots_of = roots_of
        self._parameters_of = parameters_of
        self.lanes: dict[LaneName, Lane] = {name: Lane(widths[name]) for name in LANES}
        self._in_flight: dict[tuple[str, str], _Flight] = {}

    # Knowing

    def snapshot(self, run_id: str, targets: Sequence[Node]) -> Snapshot:
        """Return what `targets` and all they need are made of now. Call it on the loop: it reads the records."""
        return take_snapshot(self._graph, run_id, targets, self._roots_of, self._parameters_of)

    def is_done(self, snapshot: Snapshot, node: Node) -> bool:
        """Whether a node's artifact is there."""
        return self._artifacts.is_published(node.stage, snapshot.prints[node])

    async def load(self, snapshot: Snapshot, node: Node) -> Record:
        """Read a node's artifact, off the loop.

        Raises:
            WorkspaceError: It is missing or damaged; it will be made again when it is asked for again.
        """
        kind = self._graph[node.stage].output
        return await asyncio.to_thread(self._artifacts.load, kind, node.stage, snapshot.prints[node])

    # Doing

    async def ensure(self, snapshot: Snapshot, priority: int = NORMAL) -> None:
        """Make sure that a snapshot's targets exist; those of a stage that can be made together are.

        Raises:
            JobFailed: One, or something it needs, could not be made; the others were tried all the same.
            Cancelled: The work was stopped.
        """
        missing = self._missing(snapshot)
        tasks: dict[Node, asyncio.Task[None]] = {}
        for group in self._groups(snapshot, missing):
            jobs = [
                _Job(node, self._store.ensure_job(snapshot.run_id, node, snapshot.prints[node])) for node in group
            ]
            for job in jobs:
                self._settle_published(job)
            todo = [job for job in jobs if job.node in missing]
            if todo:
                needs = {tasks[need] for job in todo for need in self._graph.needs(job.node) if need in tasks}
                task = asyncio.ensure_future(self._after(needs, snapshot, todo, priority))
                tasks.update((job.node, task) for job in todo)
        await finish_all(set(tasks.values()))

    def _missing(self, snapshot: Snapshot) -> set[Node]:
        """Return what must be made: from the end, so that a lost intermediate nobody needs stays lost."""
        missing: set[Node] = set()

        def visit(node: Node) -> None:
            if node in missing or self.is_done(snapshot, node):
                return
            missing.add(node)
            for needed in self._graph.needs(node):
                visit(needed)

        for target in snapshot.targets:
            visit(target)
        return missing

    def _groups(self, snapshot: Snapshot, missing: set[Node]) -> list[list[Node]]:
        """Return nodes in running order; missing ones of one clip's stage that can be batched come together."""
        groups: list[list[Node]] = []
        batches: dict[tuple[str, str], list[Node]] = {}
        for node in snapshot.prints:
            if node not in missing or self._graph[node.stage].batch is None:
                groups.append([node])
            elif (batch := batches.get((node.stage, node.clip_id))) is not None:
                batch.append(node)
            else:
                batches[node.stage, node.clip_id] = [node]
        # Only the last stage batches, so batches may go last without overtaking what they need.
        return groups + list(batches.values())

    def _settle_published(self, job: _Job) -> None:
        is_there = self._artifacts.is_published(*job.key)
        if is_there and job.record.state != "completed":
            self._store.complete_job(job.record, 0.0, is_reused=True)
        elif not is_there and job.record.state == "completed":
            # The row outlived its folder: stale, to be made again.
            self._store.reset_job(job.record)

    async def _after(
        self, needs: set[asyncio.Task[None]], snapshot: Snapshot, jobs: Sequence[_Job], priority: int
    ) -> None:
        for need in needs:
            await asyncio.shield(need)
        await self._make(snapshot, jobs, priority)

    async def _make(self, snapshot: Snapshot, jobs: Sequence[_Job], priority: int) -> None:
        """Make artifacts, or wait for someone who is making the same."""
        own = [job for job in jobs if job.key not in self._in_flight]
        shared = [(job, self._in_flight[job.key]) for job in jobs if job.key in self._in_flight]
        failures: list[JobFailed] = []
        if own:
            outcomes = await self._run_task(snapshot, own, priority)
            failures += [
                JobFailed(job.node, outcome.failure)
                for job, outcome in zip(own, outcomes, strict=True)
                if outcome.failure is not None
            ]
        for job, flight in shared:
            flight.ticket.hurry(priority)
            outcome = await asyncio.shield(flight.outcome)
            if outcome.failure is not None and outcome.failure.is_cancelled:
                await self._make(snapshot, [job], priority)
                continue
            self._record(job, outcome, is_reused=True)
            if outcome.failure is not None:
                failures.append(JobFailed(job.node, outcome.failure))
        if failures:
            raise failures[0]

    async def _run_task(self, snapshot: Snapshot, jobs: Sequence[_Job], priority: int) -> Sequence[Outcome]:
        """Run one task and record how each of its items ended. Cancelling it stops the worker."""
        loop = asyncio.get_running_loop()
        ticket = Ticket(priority)
        flights = [_Flight(loop.create_future(), ticket) for _ in jobs]
        self._in_flight.update(zip((job.key for job in jobs), flights, strict=True))
        stopped = Failure("Stopped.", is_cancelled=True)
        outcomes: Sequence[Outcome] = [Outcome(job.record.id, failure=stopped) for job in jobs]
        try:
            async with self.lanes[self._graph[jobs[0].node.stage].lane].slot(ticket):
                outcomes = await self._attempts(snapshot, jobs)
            return outcomes
        finally:
            for job, flight, outcome in zip(jobs, flights, outcomes, strict=True):
                self._in_flight.pop(job.key, None)
                flight.outcome.set_result(outcome)

    async def _attempts(self, snapshot: Snapshot, jobs: Sequence[_Job]) -> Sequence[Outcome]:
        for attempt in range(1, _ATTEMPTS + 1):
            for job in jobs:
                self._store.start_job(job.record)
            outcomes = await self._submit(jobs, self._task(snapshot, jobs))
            if outcomes is not None:
                for job, outcome in zip(jobs, outcomes, strict=True):
                    self._record(job, outcome)
                return outcomes
            if attempt < _ATTEMPTS:
                for job in jobs:
                    self._store.release_job(job.record, "its worker ended unexpectedly; trying once more.")
        failure = Failure(
            "The worker process ended unexpectedly, twice.",
            stage=jobs[0].node.stage,
            remedy="It may have run out of memory; close other programs and resume the run.",
        )
        lost = [Outcome(job.record.id, failure=failure) for job in jobs]
        for job, outcome in zip(jobs, lost, strict=True):
            self._record(job, outcome)
        return lost

    async def _submit(self, jobs: Sequence[_Job], task: Task) -> Sequence[Outcome] | None:
        """Run a task in the pool; None where its worker died."""
        watching = asyncio.ensure_future(self._watch(jobs, task))
        try:
            future = self._executor.submit(self._graph[task.stage].lane, task)
            try:
                return await asyncio.wrap_future(future)
            except asyncio.CancelledError:
                future.cancel()
                for job in jobs:
                    self._store.release_job(job.record, "stopped.")
                raise
        except (OSError, BrokenExecutor):
            # pebble.ProcessExpired, or the whole pool gone: the worker crashed or was killed.
            return None
        finally:
            watching.cancel()
            (ended,) = await asyncio.gather(watching, return_exceptions=True)
            if not isinstance(ended, asyncio.CancelledError):
                _log.error("watching %s ended early", task.stage, exc_info=ended)

    def _record(self, job: _Job, outcome: Outcome, is_reused: bool = False) -> None:
        record = job.record
        for choice in outcome.choices:
            text = f"{choice.subject}: {choice.chosen}. {choice.reason}"
            level = "warning" if choice.degraded else "info"
            self._store.write_log(record.run_id, text, level, record.id, record.stage)
        failure = outcome.failure
        if failure is None:
            seconds, costs = (0.0, ()) if is_reused else (outcome.seconds, outcome.costs)
            self._store.complete_job(record, seconds, costs, outcome.worker, is_reused)
            return
        reason = f"{failure.reason} {failure.remedy}".strip()
        details = failure.details if failure.is_our_bug else ""
        self._store.fail_job(record, reason, failure.file, details, outcome.seconds)

    async def _watch(self, jobs: Sequence[_Job], task: Task) -> None:
        """Tell how far a task's items are, and take what is published as done even before its worker says so."""
        started = time.monotonic()
        seen: dict[str, str] = {}
        while True:
            await asyncio.sleep(_POLL_SECONDS)
            for job, item in zip(jobs, task.items, strict=True):
                if self._artifacts.is_published(*job.key):
                    self._store.complete_job(job.record, time.monotonic() - started)
                    continue
                text = _read(progress_file(item.work))
                if text and seen.get(item.job_id) != text:
                    seen[item.job_id] = text
                    self._announce(job, json.loads(text), time.monotonic() - started)

    def _announce(self, job: _Job, told: Mapping[str, object], elapsed: float) -> None:
        fraction = float(str(told["fraction"]))
        remaining = elapsed * (1 - fraction) / fraction if fraction > _TRUSTED_FRACTION else None
        node, message = job.node, str(told["message"])
        record = job.record
        where = (record.run_id, record.id, node.stage, node.clip_id, node.aspect)
        self._store.announce(JobProgressed(*where, fraction, message, remaining))

    def _task(self, snapshot: Snapshot, jobs: Sequence[_Job]) -> Task:
        stage = self._graph[jobs[0].node.stage]
        items = tuple(
            Item(
                job_id=job.record.id,
                work=self._artifacts.begin(stage.name),
                place=self._artifacts.place(*job.key),
                inputs=self._inputs(snapshot, job.node),
            )
            for job in jobs
        )
        return Task(
            registry=self.setting.registry,
            stage=stage.name,
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


@dataclass(frozen=True)
class _Flight:
    outcome: asyncio.Future[Outcome]
    ticket: Ticket


@dataclass(frozen=True)
class _Job:
    node: Node
    record: JobRecord

    @property
    def key(self) -> tuple[str, str]:
        """What makes two jobs, even of two runs, the same work."""
        return self.node.stage, self.record.fingerprint


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
