"""The durable runner: makes sure that an artifact exists, doing only the work that no one did before.

It is pulled from the end: asking for a node asks for what the node needs. Fingerprints follow from inputs alone,
so what is stale or reusable is known before anything runs.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from core.errors import ShortlistError
from core.pipeline.artifact import ArtifactStore
from core.pipeline.attempt import Attempts, Job, Setting, media_seconds
from core.pipeline.events import RetryPlanned
from core.pipeline.graph import Graph, Node
from core.pipeline.kept import settle
from core.pipeline.lanes import NORMAL, URGENT, Ticket
from core.pipeline.pool import Executor
from core.pipeline.purse import Purse
from core.pipeline.queue import Queue
from core.pipeline.recipe import Recipe
from core.pipeline.records.store import Store
from core.pipeline.retry import WORKER_DIED, wait_before_retry
from core.pipeline.snapshot import ParametersOf, RootsOf, Snapshot, take_snapshot
from core.pipeline.together import finish_all, see_through
from core.pipeline.turns import Turns
from core.pipeline.worker import Failure, Outcome
from core.schema.record import Record
from core.schema.run import AttemptState

__all__ = ["NORMAL", "URGENT", "JobFailed", "Runner", "Setting"]

# What a job on one clip works on, in seconds of media; only its proportion to whole sources matters.
_CLIP_SECONDS = 60.0


class JobFailed(ShortlistError):
    """A job ended in failure; `failure` says why."""

    def __init__(self, node: Node, failure: Failure) -> None:
        super().__init__(failure.reason, failure.file, node.stage, failure.remedy)
        self.args = (node, failure)
        self.node = node
        self.failure = failure


class Runner:
    """Runs nodes of the graph for runs. See `snapshot` for what `roots_of` and `parameters_of` give."""

    def __init__(
        self,
        graph: Graph,
        store: Store,
        artifacts: ArtifactStore,
        executor: Executor,
        queue: Queue,
        setting: Setting,
        purse: Purse,
        roots_of: RootsOf,
        parameters_of: ParametersOf,
    ) -> None:
        self._graph = graph
        self._store = store
        self._artifacts = artifacts
        self._attempts = Attempts(graph, store, artifacts, executor, setting, purse)
        self._queue = queue
        self._roots_of = roots_of
        self._parameters_of = parameters_of
        self.turns = Turns()
        self._in_flight: dict[tuple[str, str], _Flight] = {}
        self._in_use: Counter[tuple[str, str]] = Counter()

    def configure(self, setting: Setting) -> None:
        """Use other places, endpoints and limits for what starts from now on."""
        self._attempts.setting = setting

    async def close(self) -> None:
        """End what goes on in the background."""
        await self._attempts.close()

    # Knowing

    def snapshot(self, run_id: str, targets: Sequence[Node]) -> Snapshot:
        """Return what `targets` and all they need are made of now. Call it on the loop: it reads the records.

        What was made by another version of a stage, or with other parameters, stays in use: it is made anew when
        that is asked for, never on the way to something else.
        """
        made = self._store.last_made(run_id, {target.clip_id for target in targets})

        def settled(node: Node, fingerprint: str, recipe: Recipe) -> str:
            return settle(node, fingerprint, recipe, made, self._artifacts.is_published)

        takes = self._store.takes(run_id)
        return take_snapshot(self._graph, run_id, targets, self._roots_of, self._parameters_of, takes, settled)

    def fresh_snapshot(
        self,
        run_id: str,
        targets: Sequence[Node],
        roots_of: RootsOf | None = None,
        takes: Mapping[str, str] | None = None,
    ) -> Snapshot:
        """Return what `targets` are made of when nothing stale is kept, or would be with other roots and takes."""
        if takes is None:
            takes = self._store.takes(run_id)
        return take_snapshot(self._graph, run_id, targets, roots_of or self._roots_of, self._parameters_of, takes)

    @contextmanager
    def using(self, snapshot: Snapshot) -> Iterator[None]:
        """Keep what a snapshot is made of from being collected while the block lasts."""
        used = Counter((node.stage, fingerprint) for node, fingerprint in snapshot.prints.items())
        self._in_use.update(used)
        try:
            yield
        finally:
            self._in_use -= used

    def in_use(self) -> set[tuple[str, str]]:
        """Return stage and fingerprint of every artifact that unfinished work reads or makes."""
        return set(self._in_use)

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

    async def load_last(self, run_id: str, stage: str) -> Record | None:
        """Read what a stage made last of a run's source, stale or not; None where nothing is there."""
        fingerprint = self.made_last(run_id, stage)
        return await self.load_made(stage, fingerprint) if fingerprint else None

    def made_last(self, run_id: str, stage: str) -> str:
        """Return the fingerprint of what a stage made last of a run's source; empty where nothing is there."""
        last = self._store.last_made(run_id, ()).get(Node(stage))
        return last.fingerprint if last and self._artifacts.is_published(stage, last.fingerprint) else ""

    async def load_made(self, stage: str, fingerprint: str) -> Record:
        """Read an artifact, off the loop."""
        return await asyncio.to_thread(self._artifacts.load, self._graph[stage].output, stage, fingerprint)

    # Doing

    async def ensure(self, snapshot: Snapshot, urgency: int = NORMAL) -> None:
        """Make sure that a snapshot's targets exist; those of a stage that can be made together are.

        Raises:
            JobFailed: One, or something it needs, could not be made; the others were tried all the same.
            Cancelled: The work was stopped.
        """
        with self.using(snapshot):
            await self._ensure(snapshot, urgency)

    async def _ensure(self, snapshot: Snapshot, urgency: int) -> None:
        async with self.turns.one():
            missing = self._missing(snapshot)
            groups = self._groups(snapshot, missing)
        listed: list[list[Job]] = []
        for group in groups:
            async with self.turns.one():
                jobs = [Job(node, self._store.ensure_job(**self._described(snapshot, node))) for node in group]
                for job in jobs:
                    self._settle_published(job)
            listed.append([job for job in jobs if job.node in missing])
        tasks: dict[Node, asyncio.Task[None]] = {}
        for todo in filter(None, listed):
            needs = {
                job.record.id: [tasks[need] for need in self._graph.needs(job.node) if need in tasks]
                for job in todo
            }
            task = asyncio.ensure_future(self._after(needs, snapshot, todo, urgency))
            tasks.update((job.node, task) for job in todo)
        await finish_all(set(tasks.values()))

    def _described(self, snapshot: Snapshot, node: Node) -> dict[str, Any]:
        return {
            "run_id": snapshot.run_id,
            "node": node,
            "fingerprint": snapshot.prints[node],
            "recipe": snapshot.recipes[node],
            "is_there": self.is_done(snapshot, node),
        }

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

    def _settle_published(self, job: Job) -> None:
        is_there = self._artifacts.is_published(*job.key)
        if is_there and job.record.state != "completed":
            self._store.complete_job(job.record, 0.0, is_reused=True)
        elif not is_there and job.record.state == "completed":
            # The row outlived its folder: stale, to be made again.
            self._store.reset_job(job.record)

    async def _after(
        self,
        needs: Mapping[str, Sequence[asyncio.Task[None]]],
        snapshot: Snapshot,
        jobs: Sequence[Job],
        urgency: int,
    ) -> None:
        """Make jobs once what each needs is there; one whose needs could not be made costs the others nothing."""
        errors: list[BaseException] = []
        ready: list[Job] = []
        for job in jobs:
            ended = await asyncio.gather(*map(asyncio.shield, needs[job.record.id]), return_exceptions=True)
            failed = [error for error in ended if isinstance(error, BaseException)]
            errors += failed
            ready += [] if failed else [job]
        await self._make(snapshot, ready, urgency)
        if errors:
            raise errors[0]

    async def _make(self, snapshot: Snapshot, jobs: Sequence[Job], urgency: int) -> None:
        """Make artifacts, wait for whoever is making the same, or take what was made meanwhile.

        Work goes on for as long as one of those who want it waits for it.
        """
        for job in jobs:
            self._settle_published(job)
        jobs = [job for job in jobs if not self._artifacts.is_published(*job.key)]
        own = [job for job in jobs if job.key not in self._in_flight]
        if own:
            self._take_off(snapshot, own, urgency)
        flights = [self._in_flight[job.key] for job in jobs]
        for flight in flights:
            self._queue.share(flight.work.ticket, urgency, snapshot.run_id)
        outcomes = await _joined(flights)
        failures: list[JobFailed] = []
        for job, outcome in zip(jobs, outcomes, strict=True):
            failure = outcome.failure
            if failure is not None and failure.is_cancelled:
                # It was given up in the very moment in which this run came to want it.
                await self._make(snapshot, [job], urgency)
                continue
            if job not in own:
                self._record(job, outcome, is_reused=True)
            if failure is not None:
                failures.append(JobFailed(job.node, failure))
        if failures:
            raise failures[0]

    def _take_off(self, snapshot: Snapshot, jobs: Sequence[Job], urgency: int) -> None:
        """Begin work on jobs of one stage, as a task that belongs to whoever waits for it."""
        node = jobs[0].node
        length = media_seconds(snapshot, node)
        ticket = Ticket(urgency, snapshot.run_id, min(length, _CLIP_SECONDS) if node.clip_id else length)
        work = _Work(ticket)
        loop = asyncio.get_running_loop()
        self._in_flight.update((job.key, _Flight(loop.create_future(), work)) for job in jobs)
        work.task = asyncio.ensure_future(self._fly(snapshot, jobs, ticket))

    async def _fly(self, snapshot: Snapshot, jobs: Sequence[Job], ticket: Ticket) -> None:
        """Do jobs of one stage until each has succeeded or failed for good. Cancelling it stops the worker."""
        ended: dict[str, Outcome] = {}
        error: BaseException | None = None
        try:
            await self._try(snapshot, jobs, ticket, ended)
        except asyncio.CancelledError:
            raise
        except BaseException as problem:
            error = problem
        finally:
            stopped = Failure("Stopped.", is_cancelled=True)
            for job in jobs:
                landed = self._in_flight.pop(job.key).outcome
                outcome = ended.get(job.record.id)
                if outcome is None and error is not None:
                    landed.set_exception(error)
                    # Told to those who wait; where nobody does, it is nobody's.
                    landed.exception()
                else:
                    landed.set_result(outcome or Outcome(job.record.id, failure=stopped))

    async def _try(
        self, snapshot: Snapshot, jobs: Sequence[Job], ticket: Ticket, ended: dict[str, Outcome]
    ) -> None:
        """Try jobs together, and those that failed once more where that may help; `ended` tells how each went."""
        lane = self._graph[jobs[0].node.stage].lane
        failures = Counter[tuple[str, str]]()
        kept = {job.record.id: self._artifacts.count_parts(*job.key) for job in jobs}
        groups = [list(jobs)]
        while groups:
            group = groups.pop(0)
            async with self._queue.slot(lane, ticket):
                outcomes = await self._attempts.attempt(snapshot, group)
            again: list[Job] = []
            wait = 0.0
            for job, outcome in zip(group, outcomes, strict=True):
                kind = outcome.failure.kind if outcome.failure else ""
                parts = self._artifacts.count_parts(*job.key)
                if parts > kept[job.record.id]:
                    # It got further: a long talk that met a crash in three of its parts is not a job that fails.
                    kept[job.record.id] = parts
                    failures = Counter({of: n for of, n in failures.items() if of[0] != job.record.id})
                failures[job.record.id, kind] += 1
                planned = self._plan_retry(job, outcome, failures[job.record.id, kind])
                if planned is None:
                    self._record(job, outcome)
                    ended[job.record.id] = outcome
                else:
                    again.append(job)
                    wait = max(wait, planned)
            # One of several killed their worker: find it by doing them one by one.
            has_died = any(outcome.failure and outcome.failure.kind == WORKER_DIED for outcome in outcomes)
            groups += [[job] for job in again] if has_died else [again] * bool(again)
            await asyncio.sleep(wait)

    def _plan_retry(self, job: Job, outcome: Outcome, failures: int) -> float | None:
        """Return after how many seconds a job is tried again, having said so; None where it has ended."""
        failure = outcome.failure
        if failure is not None:
            self._store.book_costs(job.record, outcome.costs)
        wait = wait_before_retry(failure, failures) if failure and not failure.is_cancelled else None
        if failure is None or wait is None:
            return None
        then = f"Trying again in {wait:.0f} s." if wait else "Trying once more."
        state: AttemptState = "lost" if failure.kind == WORKER_DIED else "retried"
        self._store.release_job(job.record, state, f"{failure.reason} {then}", failure.kind)
        if wait:
            where = (job.record.run_id, job.record.id, job.node.stage)
            self._store.announce(RetryPlanned(*where, failure.reason, time.time() + wait))
        if failure.lacks_space:
            self._queue.hold("disk", f"{failure.reason} {failure.remedy}")
        return wait

    def _record(self, job: Job, outcome: Outcome, is_reused: bool = False) -> None:
        record = job.record
        for choice in outcome.choices:
            level = "warning" if choice.degraded else "info"
            self._store.write_log(record.run_id, choice.told, level, record.id, record.stage)
        failure = outcome.failure
        if failure is None:
            seconds, costs = (0.0, ()) if is_reused else (outcome.seconds, outcome.costs)
            self._store.complete_job(record, seconds, costs, outcome.worker, is_reused)
            return
        reason = f"{failure.reason} {failure.remedy}".strip()
        details = failure.details if failure.is_our_bug else ""
        self._store.fail_job(record, reason, failure.file, details, outcome.seconds, failure.kind, outcome.worker)


@dataclass
class _Work:
    """One task and how many wait for it."""

    ticket: Ticket
    task: asyncio.Task[None] | None = None
    waiters: int = 0


@dataclass(frozen=True)
class _Flight:
    outcome: asyncio.Future[Outcome]
    work: _Work


async def _joined(flights: Sequence[_Flight]) -> list[Outcome]:
    """Wait for flights; work that nobody waits for any more is stopped."""
    works = list({id(flight.work): flight.work for flight in flights}.values())
    for work in works:
        work.waiters += 1
    try:
        return list(await asyncio.gather(*(asyncio.shield(flight.outcome) for flight in flights)))
    finally:
        for work in works:
            work.waiters -= 1
        forsaken = [work.task for work in works if not work.waiters and work.task and not work.task.done()]
        for task in forsaken:
            task.cancel()
        await see_through(forsaken)
