"""The durable runner: makes sure that an artifact exists, doing only the work that no one did before.

It is pulled from the end: asking for a node asks for what the node needs. Fingerprints follow from inputs alone,
so what is stale or reusable is known before anything runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import Cancelled, ShortlistError
from core.pipeline.artifact import ArtifactStore
from core.pipeline.events import JobProgressed
from core.pipeline.fingerprint import job_fingerprint, root_fingerprint
from core.pipeline.graph import Graph, Node
from core.pipeline.lanes import Lane
from core.pipeline.pool import Executor
from core.pipeline.stage import LANES, Parameters
from core.pipeline.stage import Lane as LaneName
from core.pipeline.store import Store
from core.pipeline.worker import Failure, Input, Item, Outcome, Task, progress_file
from core.schema.endpoint import Endpoint
from core.schema.record import Record
from core.schema.run import JobRecord

# A worker that dies (crash, out of memory, kill) costs one attempt; a job that kills two workers has failed.
_ATTEMPTS = 2
_POLL_SECONDS = 0.2
# Before this share is done, an estimate of the remaining time is a guess.
_TRUSTED_FRACTION = 0.03
URGENT, NORMAL = 0, 10

RootsOf = Callable[[str, Node], Mapping[type[Record], Record]]
ParametersOf = Callable[[str, str], Parameters | None]


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
    """Runs nodes of the graph for runs.

    Args:
        roots_of: Gives the root nouns (source, cut, style, ...) of a node of a run.
        parameters_of: Gives the parameters of a stage of a run, by run id and stage name.
    """

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
        self._in_flight: dict[tuple[str, str], asyncio.Future[Outcome]] = {}

    # Knowing

    def fingerprint(self, run_id: str, node: Node) -> str:
        """Return the fingerprint of a node's artifact, made or not."""
        return self.fingerprints(run_id, [node])[node]

    def fingerprints(self, run_id: str, targets: Sequence[Node]) -> dict[Node, str]:
        """Return the fingerprints of nodes and of all they need, in running order."""
        prints: dict[Node, str] = {}
        for target in targets:
            for node in self._graph.closure(target):
                if node not in prints:
                    prints[node] = self._fingerprint(run_id, node, prints)
        return prints

    def _fingerprint(self, run_id: str, node: Node, prints: Mapping[Node, str]) -> str:
        stage = self._graph[node.stage]
        roots = self._roots_of(run_id, node)
        inputs = [
            root_fingerprint(roots[kind]) if needed is None else prints[needed]
            for kind, needed in self._inputs_of(node)
        ]
        return job_fingerprint(stage, self._parameters(run_id, node.stage), inputs)

    def _parameters(self, run_id: str, stage: str) -> Parameters | None:
        return self._parameters_of(run_id, stage) if self._graph[stage].takes_parameters else None

    def _inputs_of(self, node: Node) -> list[tuple[type[Record], Node | None]]:
        """Return each noun that a node takes with the node that makes it, None for a root."""
        inputs: list[tuple[type[Record], Node | None]] = []
        for kind in self._graph[node.stage].inputs:
            producer = self._graph.producer(kind)
            needed = None if producer is None else self._graph.node(producer, node.clip_id, node.aspect)
            inputs.append((kind, needed))
        return inputs

    def is_done(self, run_id: str, node: Node) -> bool:
        """Whether a node's artifact is there."""
        return self._artifacts.is_published(node.stage, self.fingerprint(run_id, node))

    def load(self, run_id: str, node: Node) -> Record:
        """Read a node's artifact. It may be large: call it off the loop."""
        fingerprint = self.fingerprint(run_id, node)
        return self._artifacts.load(self._graph[node.stage].output, node.stage, fingerprint)

    # Doing

    async def ensure(self, run_id: str, targets: Sequence[Node], priority: int = NORMAL) -> None:
        """Make sure that artifacts exist; those of a stage that can be made together are.

        Raises:
            JobFailed: One, or something it needs, could not be made; the others were tried all the same.
            Cancelled: The work was stopped.
        """
        prints = self.fingerprints(run_id, targets)
        missing = self._missing(targets, prints)
        tasks: dict[Node, asyncio.Task[None]] = {}
        for group in self._groups(prints, missing):
            jobs = [_Job(node, self._store.ensure_job(run_id, node, prints[node])) for node in group]
            for job in jobs:
                self._settle_published(job)
            todo = [job for job in jobs if job.node in missing]
            if todo:
                needs = {tasks[need] for job in todo for need in self._graph.needs(job.node) if need in tasks}
                task = asyncio.ensure_future(self._after(needs, run_id, todo, prints, priority))
                tasks.update((job.node, task) for job in todo)
        await _all(set(tasks.values()))

    def _missing(self, targets: Sequence[Node], prints: Mapping[Node, str]) -> set[Node]:
        """Return what must be made: from the end, so that a lost intermediate nobody needs stays lost."""
        missing: set[Node] = set()

        def visit(node: Node) -> None:
            if node in missing or self._artifacts.is_published(node.stage, prints[node]):
                return
            missing.add(node)
            for needed in self._graph.needs(node):
                visit(needed)

        for target in targets:
            visit(target)
        return missing

    def _groups(self, prints: Mapping[Node, str], missing: set[Node]) -> list[list[Node]]:
        """Return nodes in running order; missing ones of one clip's stage that can be batched come together."""
        groups: list[list[Node]] = []
        batches: dict[tuple[str, str], list[Node]] = {}
        for node in prints:
            if node not in missing or self._graph[node.stage].batch is None:
                groups.append([node])
            elif (batch := batches.get((node.stage, node.clip_id))) is not None:
                batch.append(node)
            else:
                batches[node.stage, node.clip_id] = [node]
        # Only the last stage batches, so batches may go last without overtaking what they need.
        return groups + list(batches.values())

    def _settle_published(self, job: _Job) -> None:
        is_there = self._artifacts.is_published(job.node.stage, job.record.fingerprint)
        if is_there and job.record.state != "completed":
            self._store.complete_job(job.record.id, 0.0, is_reused=True)
        elif not is_there and job.record.state == "completed":
            # The row outlived its folder: stale, to be made again.
            self._store.reset_job(job.record.id)

    async def _after(
        self,
        needs: set[asyncio.Task[None]],
        run_id: str,
        jobs: Sequence[_Job],
        prints: Mapping[Node, str],
        priority: int,
    ) -> None:
        for need in needs:
            await asyncio.shield(need)
        await self._make(run_id, jobs, prints, priority)

    async def _make(self, run_id: str, jobs: Sequence[_Job], prints: Mapping[Node, str], priority: int) -> None:
        """Make artifacts, or wait for another run that is making the same."""
        own = [job for job in jobs if job.key not in self._in_flight]
        shared = [(job, self._in_flight[job.key]) for job in jobs if job.key in self._in_flight]
        failures: list[JobFailed] = []
        if own:
            outcomes = await self._run_task(run_id, own, prints, priority)
            failures += [
                JobFailed(job.node, outcome.failure)
                for job, outcome in zip(own, outcomes, strict=True)
                if outcome.failure is not None
            ]
        for job, promise in shared:
            outcome = await asyncio.shield(promise)
            if outcome.failure is None:
                self._store.complete_job(job.record.id, 0.0, is_reused=True)
            elif outcome.failure.is_cancelled:
                await self._make(run_id, [job], prints, priority)
            else:
                self._store.start_job(job.record.id)
                self._record(job, outcome)
                failures.append(JobFailed(job.node, outcome.failure))
        if failures:
            raise failures[0]

    async def _run_task(
        self, run_id: str, jobs: Sequence[_Job], prints: Mapping[Node, str], priority: int
    ) -> Sequence[Outcome]:
        """Run one task and record how each of its items ended. Cancelling it stops the worker."""
        loop = asyncio.get_running_loop()
        promises: list[asyncio.Future[Outcome]] = [loop.create_future() for _ in jobs]
        self._in_flight.update(zip((job.key for job in jobs), promises, strict=True))
        stopped = Failure("Stopped.", is_cancelled=True)
        outcomes: Sequence[Outcome] = [Outcome(job.record.id, failure=stopped) for job in jobs]
        try:
            async with self.lanes[self._graph[jobs[0].node.stage].lane].slot(priority):
                outcomes = await self._attempts(run_id, jobs, prints)
            return outcomes
        finally:
            for job, promise, outcome in zip(jobs, promises, outcomes, strict=True):
                self._in_flight.pop(job.key, None)
                promise.set_result(outcome)

    async def _attempts(self, run_id: str, jobs: Sequence[_Job], prints: Mapping[Node, str]) -> Sequence[Outcome]:
        for attempt in range(1, _ATTEMPTS + 1):
            for job in jobs:
                self._store.start_job(job.record.id)
            outcomes = await self._submit(jobs, self._task(run_id, jobs, prints))
            if outcomes is not None:
                for job, outcome in zip(jobs, outcomes, strict=True):
                    self._record(job, outcome)
                return outcomes
            if attempt < _ATTEMPTS:
                for job in jobs:
                    self._store.release_job(job.record.id, "its worker ended unexpectedly; trying once more.")
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
        future = self._executor.submit(self._graph[task.stage].lane, task)
        wrapped = asyncio.wrap_future(future)
        watching = asyncio.ensure_future(self._watch(jobs, task))
        try:
            return await wrapped
        except asyncio.CancelledError:
            future.cancel()
            for job in jobs:
                self._store.release_job(job.record.id, "stopped.")
            raise
        except OSError:
            # pebble.ProcessExpired: the worker crashed or was killed.
            return None
        finally:
            watching.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watching

    def _record(self, job: _Job, outcome: Outcome) -> None:
        record = job.record
        for choice in outcome.choices:
            text = f"{choice.subject}: {choice.chosen}. {choice.reason}"
            self._store.write_log(
                record.run_id, text, "warning" if choice.degraded else "info", record.id, record.stage
            )
        failure = outcome.failure
        if failure is None:
            self._store.complete_job(record.id, outcome.seconds, outcome.costs, outcome.worker)
            return
        reason = f"{failure.reason} {failure.remedy}".strip()
        details = failure.details if failure.is_our_bug else ""
        self._store.fail_job(record.id, reason, failure.file, details, outcome.seconds)

    async def _watch(self, jobs: Sequence[_Job], task: Task) -> None:
        """Tell how far a task's items are, and take what is published as done even before its worker says so."""
        started = time.monotonic()
        seen: dict[str, str] = {}
        while True:
            await asyncio.sleep(_POLL_SECONDS)
            for job, item in zip(jobs, task.items, strict=True):
                if self._artifacts.is_published(job.node.stage, job.record.fingerprint):
                    self._store.complete_job(job.record.id, time.monotonic() - started)
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

    def _task(self, run_id: str, jobs: Sequence[_Job], prints: Mapping[Node, str]) -> Task:
        stage = self._graph[jobs[0].node.stage]
        items = tuple(
            Item(
                job_id=job.record.id,
                work=self._artifacts.begin(stage.name),
                place=self._artifacts.place(stage.name, job.record.fingerprint),
                inputs=self._inputs(run_id, job.node, prints),
            )
            for job in jobs
        )
        return Task(
            registry=self.setting.registry,
            stage=stage.name,
            items=items,
            parameters=self._parameters(run_id, stage.name),
            weights_folder=self.setting.weights_folder,
            workspace=self.setting.workspace,
            endpoints=dict(self.setting.endpoints),
        )

    def _inputs(self, run_id: str, node: Node, prints: Mapping[Node, str]) -> tuple[Input, ...]:
        roots = self._roots_of(run_id, node)
        return tuple(
            Input(json=roots[kind].model_dump_json())
            if needed is None
            else Input(folder=self._artifacts.place(needed.stage, prints[needed]))
            for kind, needed in self._inputs_of(node)
        )


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


async def _all(tasks: set[asyncio.Task[None]]) -> None:
    """Await everything to its end, then raise the first real failure; being cancelled cancels all of it."""
    if not tasks:
        return
    try:
        await asyncio.wait(tasks)
    except asyncio.CancelledError:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        raise
    errors = [error for task in tasks if not task.cancelled() and (error := task.exception()) is not None]
    if errors:
        raise errors[0]
    if any(task.cancelled() for task in tasks):
        raise Cancelled("Stopped.")
