"""Which artifacts nobody needs any more, and how they are removed while work goes on.

Needed is whatever the present snapshot of a run names for its source and for every clip that is not rejected,
what was made before where that is not made anew yet, and whatever is being worked on. A decision or an edit that
is made meanwhile is heard of before anything it could want is taken away: looking and renaming are one step on the
loop, only measuring and deleting are done in a thread.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from core.errors import ShortlistError, WorkspaceError
from core.pipeline.artifact import RECORD_NAME, ArtifactStore
from core.pipeline.events import ClipsChanged, Event, JobChanged, OutputChanged, RunChanged
from core.pipeline.graph import Graph, Node
from core.pipeline.records.store import Store
from core.pipeline.snapshot import Snapshot
from core.schema.cell import Column
from core.schema.clip import Clip
from core.schema.run import JobRecord
from core.schema.storage import TidyLimits

# Stage and fingerprint: the name of an artifact.
Key = tuple[str, str]
# How many artifacts are taken away before the loop serves others: a rename takes some 20 µs.
_BATCH = 50
_DAY_SECONDS = 86_400.0


@dataclass(frozen=True)
class Artifact:
    """A folder in the artifact store. `is_whole` tells whether its record is there.

    `made_at` is in seconds since the epoch.
    """

    stage: str
    fingerprint: str
    bytes: int
    is_whole: bool
    made_at: float = 0.0

    @property
    def key(self) -> Key:
        """Its name."""
        return self.stage, self.fingerprint


def survey(root: Path) -> list[Artifact]:
    """Return all that is published below `root` with its size. Slow on a large store: not for the loop."""
    found = []
    for stage in _folders(root):
        for folder in _folders(stage):
            is_whole = (folder / RECORD_NAME).is_file()
            found.append(Artifact(stage.name, folder.name, folder_bytes(folder), is_whole, made_at(folder)))
    return found


def _folders(root: Path) -> list[Path]:
    try:
        entries = sorted(os.scandir(root), key=lambda entry: entry.name)
    except FileNotFoundError:
        return []
    return [Path(entry.path) for entry in entries if not entry.name.startswith(".") and entry.is_dir()]


def folder_bytes(path: Path) -> int:
    """Return the size of a file, or of all files below a folder; what vanishes meanwhile counts nothing."""
    total = _file_bytes(path) if path.is_file() else 0
    for folder, _, names in os.walk(path):
        total += sum(_file_bytes(Path(folder, name)) for name in names)
    return total


def made_at(path: Path) -> float:
    """Return when a file or folder was written last; of what vanished meanwhile, now."""
    try:
        return path.lstat().st_mtime
    except OSError:
        return time.time()


def _file_bytes(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def unused(artifacts: Iterable[Artifact], needed: Collection[Key]) -> list[Artifact]:
    """Return the artifacts that are not needed, and those that are not whole, which serve nobody."""
    return [artifact for artifact in artifacts if artifact.key not in needed or not artifact.is_whole]


def beyond_limits(
    artifacts: Sequence[Artifact], needed: Collection[Key], limits: TidyLimits, now: float
) -> list[Artifact]:
    """Return what is to be removed by itself of the artifacts that are not needed, the oldest first.

    Args:
        artifacts: All that there are.
        needed: What must stay.
        limits: How old, and how much, they may be.
        now: Seconds since the epoch.
    """
    free = sorted(unused(artifacts, needed), key=lambda artifact: artifact.made_at)
    oldest = now - limits.days * _DAY_SECONDS
    beyond = [artifact for artifact in free if limits.days and artifact.made_at < oldest]
    left = sum(artifact.bytes for artifact in artifacts) - sum(artifact.bytes for artifact in beyond)
    for artifact in free[len(beyond) :]:
        if not limits.most_bytes or left <= limits.most_bytes:
            break
        beyond.append(artifact)
        left -= artifact.bytes
    return beyond


def source_nodes(graph: Graph) -> list[Node]:
    """Return the instances of stages that every run is to keep, whatever became of its clips."""
    return [Node(stage.name) for stage in graph.stages if stage.per == "source"]


def clip_nodes(graph: Graph, clip: Clip, columns: Collection[Column]) -> list[Node]:
    """Return the instances of stages that a run is to keep for a clip: none where it is rejected.

    `columns` are those that were asked for and those that the run's options name.
    """
    if clip.decision == "rejected":
        return []
    by_clip = [graph.node(stage, clip.id, "") for stage in graph.stages if stage.per == "clip"]
    deliveries = [stage for stage in graph.stages if stage.per == "delivery"]
    return by_clip + [graph.node(stage, clip.id, *column) for column in sorted(columns) for stage in deliveries]


class NeededArtifacts:
    """What must be kept, brought up to date by `settle` for as long as it is open (`with`).

    Args:
        graph: The stages.
        store: The records.
        artifacts: What is there of them.
        snapshot: Gives what nodes of a run are made of now.
        in_use: Gives what is being made or read at this moment.
        listed: Gives what else a run names.
    """

    def __init__(
        self,
        graph: Graph,
        store: Store,
        artifacts: ArtifactStore,
        snapshot: Callable[[str, Sequence[Node]], Snapshot],
        in_use: Callable[[], Collection[Key]],
        listed: Callable[[str], Collection[Key]] = lambda run_id: (),
    ) -> None:
        self._graph = graph
        self._store = store
        self._artifacts = artifacts
        self._snapshot = snapshot
        self._in_use = in_use
        self._listed = listed
        # Only ever grows: keeping too much until the next time harms nobody.
        self._keys: set[Key] = set()
        # Runs, and clips of runs, to look at: run id and clip id, the latter empty for the run itself.
        self._changed: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        self._unsubscribe = self._store.subscribe(self._hear)
        self._changed = {(run.id, "") for run in self._store.runs()}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._unsubscribe()

    async def settle(self) -> set[Key]:
        """Look at all that changed, serving others in between, and return what is needed now.

        That holds until the caller awaits something else.
        """
        while self._changed:
            run_id, clip_id = self._changed.pop()
            # A run or a clip may be deleted before its turn comes.
            with suppress(WorkspaceError):
                self._keys |= self._of_clip(run_id, clip_id) if clip_id else self._of_run(run_id)
            await asyncio.sleep(0)
        return self._keys.union(self._in_use())

    def _hear(self, event: Event) -> None:
        match event:
            case RunChanged(run):
                self._changed.add((run.id, ""))
            case JobChanged(job):
                self._keys.add(_key(job))
                self._changed.add((job.run_id, job.clip_id))
            case OutputChanged(output):
                self._changed.add((output.run_id, output.clip_id))
            case ClipsChanged(run_id, clip_ids):
                self._changed.update((run_id, clip_id) for clip_id in clip_ids)

    def _of_run(self, run_id: str) -> set[Key]:
        self._store.run(run_id)
        self._changed.update((run_id, clip.id) for clip in self._store.clips(run_id))
        is_resolved = bool(self._store.setup(run_id).transcriber)
        # Where it is not resolved yet, or not again, it may come to need all that it was made of before.
        named = {
            _key(job)
            for job in self._store.jobs(run_id)
            if not is_resolved or job.state in ("pending", "in_progress")
        }
        return named.union(self._listed(run_id), self._made_of(run_id, source_nodes(self._graph)))

    def _of_clip(self, run_id: str, clip_id: str) -> set[Key]:
        clip = self._store.clip(clip_id)
        asked = {output.cell.column for output in self._store.outputs(run_id) if output.clip_id == clip_id}
        columns = asked.union(self._store.run(run_id).options.columns())
        return self._made_of(run_id, clip_nodes(self._graph, clip, columns), clip_id)

    def _made_of(self, run_id: str, nodes: Sequence[Node], clip_id: str = "") -> set[Key]:
        jobs = [job for job in self._store.jobs(run_id) if job.clip_id in ("", clip_id)]
        try:
            prints = self._snapshot(run_id, nodes).prints
        except ShortlistError:
            # Something it is made of can't be read just now (a style that is gone): keep what was made of it.
            return {_key(job) for job in jobs}
        made = {Node(job.stage, job.clip_id, job.aspect, job.preset): job.fingerprint for job in jobs}
        # What is stale is shown until it is made anew.
        stale = {
            (node.stage, made[node])
            for node, name in prints.items()
            if made.get(node, name) != name and not self._artifacts.is_published(node.stage, name)
        }
        return stale.union((node.stage, name) for node, name in prints.items())


def _key(job: JobRecord) -> Key:
    return job.stage, job.fingerprint


async def collect(artifacts: ArtifactStore, needed: NeededArtifacts, limits: TidyLimits | None = None) -> int:
    """Remove every artifact that is not needed, and what killed workers left; return the bytes freed.

    With `limits` only what is beyond them is removed. Safe while work goes on, and safe to be cut off anywhere.
    """
    found = await asyncio.to_thread(survey, artifacts.root)
    keys = await needed.settle()
    candidates = unused(found, keys) if limits is None else beyond_limits(found, keys, limits, time.time())
    freed = 0
    for start in range(0, len(candidates), _BATCH):
        batch = unused(candidates[start : start + _BATCH], await needed.settle())
        retired = [(artifact, artifacts.retire(*artifact.key)) for artifact in batch]
        taken = [(artifact.bytes, folder) for artifact, folder in retired if folder is not None]
        freed += sum(size for size, _ in taken)
        await asyncio.to_thread(remove, [folder for _, folder in taken])
    parts = unused_parts(artifacts, await needed.settle())
    taken_away = [path for path in map(artifacts.retire_path, parts) if path is not None]
    return freed + await asyncio.to_thread(remove, [*taken_away, *artifacts.leftovers()])


def unused_parts(artifacts: ArtifactStore, needed: Collection[Key]) -> list[Path]:
    """Return folders of parts whose artifact is there, or wanted by nobody."""
    kept = artifacts.kept_parts()
    return [folder for key, folder in kept.items() if key not in needed or artifacts.is_published(*key)]


def remove(paths: Sequence[Path]) -> int:
    """Delete files and folders; return the bytes that went. What can't be deleted stays."""
    freed = 0
    for path in paths:
        before = folder_bytes(path)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            try:
                path.unlink(missing_ok=True)
            except OSError:
                continue
        freed += before - folder_bytes(path)
    return freed
