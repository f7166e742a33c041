"""Which artifacts nobody needs any more, and how they are removed while work goes on.

Needed is whatever the present snapshot of a run names for its source and for every clip that is not rejected, and
whatever is being worked on. A decision or an edit that is made meanwhile is heard of before anything it could want
is taken away: looking and renaming are one step on the loop, only measuring and deleting are done in a thread.
"""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from core.errors import ShortlistError, WorkspaceError
from core.pipeline.artifact import RECORD_NAME, ArtifactStore
from core.pipeline.events import ClipsChanged, Event, JobChanged, OutputChanged, RunChanged
from core.pipeline.graph import Graph, Node
from core.pipeline.snapshot import Snapshot
from core.pipeline.store import Store
from core.schema.clip import Clip
from core.schema.run import JobRecord, OutputRecord, RunRecord

# Stage and fingerprint: the name of an artifact.
Key = tuple[str, str]
# How many artifacts are taken away before the loop serves others: a rename takes some 20 µs.
_BATCH = 50


@dataclass(frozen=True)
class Artifact:
    """A folder in the artifact store. `is_whole` tells whether its record is there."""

    stage: str
    fingerprint: str
    bytes: int
    is_whole: bool

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
            found.append(Artifact(stage.name, folder.name, folder_bytes(folder), is_whole))
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


def _file_bytes(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0


def unused(artifacts: Iterable[Artifact], needed: Collection[Key]) -> list[Artifact]:
    """Return the artifacts that are not needed, and those that are not whole, which serve nobody."""
    return [artifact for artifact in artifacts if artifact.key not in needed or not artifact.is_whole]


def kept_nodes(
    graph: Graph, clips: Sequence[Clip], outputs: Sequence[OutputRecord], aspects: Iterable[str]
) -> list[Node]:
    """Return all instances of stages that a run is to keep: its source's, and those of clips not rejected.

    Args:
        graph: The stages.
        clips: The run's clips.
        outputs: What was asked for of them; an aspect that was asked for is kept.
        aspects: What the run's options name; kept of every clip.
    """
    wanted = tuple(aspects)
    asked: dict[str, set[str]] = {}
    for output in outputs:
        asked.setdefault(output.clip_id, set()).add(output.aspect)
    nodes: dict[Node, None] = {}
    places = [(clip.id, asked.get(clip.id, set()).union(wanted)) for clip in clips if clip.decision != "rejected"]
    for stage in graph.stages:
        if stage.per == "source":
            nodes[Node(stage.name)] = None
            continue
        for clip_id, of_clip in places:
            for aspect in sorted(of_clip) or [""]:
                if aspect or stage.per == "clip":
                    nodes[graph.node(stage, clip_id, aspect)] = None
    return list(nodes)


class NeededArtifacts:
    """What must be kept, up to date for as long as it is open: `with NeededArtifacts(…) as needed`.

    Args:
        graph: The stages.
        store: The records.
        snapshot: Gives what nodes of a run are made of now.
        in_use: Gives what is being made or read at this moment.
        listed: Gives what else a run names.
    """

    def __init__(
        self,
        graph: Graph,
        store: Store,
        snapshot: Callable[[str, Sequence[Node]], Snapshot],
        in_use: Callable[[], Collection[Key]],
        listed: Callable[[str], Collection[Key]] = lambda run_id: (),
    ) -> None:
        self._graph = graph
        self._store = store
        self._snapshot = snapshot
        self._in_use = in_use
        self._listed = listed
        self._keys: set[Key] = set()
        self._changed: set[str] = set()

    def __enter__(self) -> Self:
        self._unsubscribe = self._store.subscribe(self._hear)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._unsubscribe()

    async def read(self) -> None:
        """Look at all runs, serving others in between."""
        for run in self._store.runs():
            self._look_at(run.id)
            await asyncio.sleep(0)

    def now(self) -> set[Key]:
        """Return what is needed at this moment, all that changed since included."""
        self._look_again()
        return self._keys.union(self._in_use())

    def _hear(self, event: Event) -> None:
        match event:
            case RunChanged(run):
                self._changed.add(run.id)
            case JobChanged(job):
                self._changed.add(job.run_id)
            case OutputChanged(output):
                self._changed.add(output.run_id)
            case ClipsChanged(run_id):
                self._changed.add(run_id)

    def _look_again(self) -> None:
        for run_id in self._changed:
            self._look_at(run_id)
        self._changed.clear()

    def _look_at(self, run_id: str) -> None:
        # What was needed before stays so until the next time: keeping too much for a while harms nobody.
        try:
            run = self._store.run(run_id)
        except WorkspaceError:
            # Deleted meanwhile.
            return
        self._keys |= self._of_run(run)

    def _of_run(self, run: RunRecord) -> set[Key]:
        run_id = run.id
        jobs = self._store.jobs(run_id)
        keys = {_key(job) for job in jobs if job.state in ("pending", "in_progress")}.union(self._listed(run_id))
        if not self._store.setup(run_id).transcriber:
            # Parameters are not resolved yet, or anew: what it is made of then is what it was made of before.
            keys.update(_key(job) for job in jobs)
        nodes = kept_nodes(
            self._graph, self._store.clips(run_id), self._store.outputs(run_id), run.options.aspects
        )
        try:
            keys.update((node.stage, name) for node, name in self._snapshot(run_id, nodes).prints.items())
        except ShortlistError:
            # Something it is made of can't be read just now (a style that is gone): keep all that it ever made.
            keys.update(_key(job) for job in jobs)
        return keys


def _key(job: JobRecord) -> Key:
    return job.stage, job.fingerprint


async def collect(artifacts: ArtifactStore, needed: NeededArtifacts) -> int:
    """Remove every artifact that is not needed, and what killed workers left; return the bytes freed.

    Safe while work goes on, and safe to be cut off anywhere.
    """
    found = await asyncio.to_thread(survey, artifacts.root)
    await needed.read()
    freed = 0
    candidates = unused(found, needed.now())
    for start in range(0, len(candidates), _BATCH):
        batch = unused(candidates[start : start + _BATCH], needed.now())
        retired = [(artifact, artifacts.retire(*artifact.key)) for artifact in batch]
        taken = [(artifact.bytes, folder) for artifact, folder in retired if folder is not None]
        freed += sum(size for size, _ in taken)
        await asyncio.to_thread(remove, [folder for _, folder in taken])
    leftovers = artifacts.leftovers()
    return freed + await asyncio.to_thread(remove, leftovers)


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
