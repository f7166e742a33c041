"""What a workspace occupies, and the freeing of what nobody needs. Finished files are counted, never touched."""

from __future__ import annotations

import asyncio
import logging
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.composition_index import index_path, read_index
from core.errors import UserWorldError, WorkspaceError
from core.keeping import MUSIC
from core.pipeline.artifact import ArtifactStore
from core.pipeline.collect import (
    Artifact,
    Key,
    NeededArtifacts,
    collect,
    folder_bytes,
    made_at,
    remove,
    survey,
    unused,
    unused_parts,
)
from core.pipeline.graph import Graph
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner
from core.schema.download import Download
from core.schema.storage import StageStorage, Storage, Tidied, TidyLimits
from core.styles.kept import STYLES

_EXPORTS = "exports"
DOWNLOADS, FILMS = "downloads", "films"
_LIMITS, _TIDIED = "tidy limits", "tidied"
_DAY_SECONDS = 86_400.0
# Behind the rush of a start, and then every hour.
_FIRST_LOOK_SECONDS, _LOOK_SECONDS = 120.0, 3600.0
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Used:
    """Names of what runs use beside artifacts, in the folder of each kind; None: all of it."""

    thumbnails: frozenset[str]
    transcripts: frozenset[str] | None
    music: frozenset[str] | None
    styles: frozenset[str] | None
    runs: frozenset[str]
    downloads: frozenset[str] | None
    # Films of contact sheets; every one can be made again.
    has_films: bool = False


def unused_places(workspace: Path, used: Used) -> list[Path]:
    """Return files and folders beside the artifacts that no run uses."""
    return [*_unused_folders(workspace, used), *([] if used.has_films else films(workspace))]


def films(workspace: Path) -> list[Path]:
    """Return the folders of small films that contact sheets were made of."""
    return sorted((workspace / "runs").glob(f"*/{FILMS}"))


def _unused_folders(workspace: Path, used: Used) -> list[Path]:
    groups = {
        "thumbnails": used.thumbnails,
        "transcripts": used.transcripts,
        MUSIC: used.music,
        STYLES: used.styles,
        "runs": used.runs,
        DOWNLOADS: used.downloads,
    }
    return [
        path
        for folder, names in groups.items()
        if names is not None and (workspace / folder).is_dir()
        for path in sorted((workspace / folder).iterdir())
        if path.name not in names
    ]


class WorkspaceStorage:
    """Measures and frees. Lives on the loop; whatever takes time is done in a thread."""

    def __init__(self, folder: Path, graph: Graph, store: Store, artifacts: ArtifactStore, runner: Runner) -> None:
        self._folder = folder
        self._graph = graph
        self._store = store
        self._artifacts = artifacts
        self._runner = runner
        self._keeping = 0

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Free nothing that is used now: a transcript copied in for a run to come, films of a contact sheet."""
        self._keeping += 1
        try:
            yield
        finally:
            self._keeping -= 1

    async def measure(self) -> Storage:
        """Return what the workspace occupies, by stage in running order.

        Raises:
            WorkspaceError: It can't be read.
        """
        order = [stage.name for stage in self._graph.stages]
        with self._readable(), self._needed() as needed:
            found = await asyncio.to_thread(survey, self._artifacts.root)
            stages = _by_stage(found, unused(found, await needed.settle()), order)
            parts = unused_parts(self._artifacts, await needed.settle())
            delivered, used = self._store.delivered_files(), self._used()
            return await asyncio.to_thread(self._with_the_rest, stages, delivered, used, parts)

    async def free(self) -> int:
        """Remove what nobody needs, and return the bytes freed. Safe while work goes on.

        Raises:
            WorkspaceError: The workspace can't be read.
        """
        with self._readable(), self._needed() as needed:
            freed = await collect(self._artifacts, needed)
            # Looked up and taken away in one step, so that nothing comes to be used in between.
            retired = [self._artifacts.retire_path(path) for path in unused_places(self._folder, self._used())]
            return freed + await asyncio.to_thread(remove, [path for path in retired if path is not None])

    async def tidy(self, limits: TidyLimits) -> int:
        """Remove what nobody needs and is beyond the limits; tell of it in the log, and return the bytes freed.

        Sources from the network stay, also those that no run uses: they were asked for.

        Raises:
            WorkspaceError: The workspace can't be read.
        """
        if not limits.is_set:
            return 0
        with self._readable(), self._needed() as needed:
            freed = await collect(self._artifacts, needed, limits)
            old = time.time() - limits.days * _DAY_SECONDS if limits.days else 0.0
            beside = await asyncio.to_thread(
                _made_before, unused_places(self._folder, self._used(is_asked=False)), old
            )
            # Looked up once more: what was freed may be used by now.
            still = [path for path in unused_places(self._folder, self._used(is_asked=False)) if path in beside]
            retired = [self._artifacts.retire_path(path) for path in still]
            freed += await asyncio.to_thread(remove, [path for path in retired if path is not None])
        if freed:
            text = f"{freed / 1e6:.0f} MB of intermediate files that no kept clip needs were removed."
            self._store.write_log("", text, stage="storage")
            self._store.keep_value(_TIDIED, Tidied(at=time.time(), bytes=freed).model_dump_json())
        return freed

    def limits(self) -> TidyLimits:
        """Return what is kept of intermediate results in this workspace."""
        kept = self._store.kept_value(_LIMITS)
        return TidyLimits.model_validate_json(kept) if kept else TidyLimits()

    def set_limits(self, limits: TidyLimits) -> None:
        """Keep intermediate results within limits from now on."""
        self._store.keep_value(_LIMITS, limits.model_dump_json())

    def tidied(self) -> Tidied | None:
        """Return what was removed by itself last, if ever anything was."""
        kept = self._store.kept_value(_TIDIED)
        return Tidied.model_validate_json(kept) if kept else None

    async def keep_tidy(self) -> None:
        """Remove what is beyond the limits at quiet moments, for as long as the workspace is open."""
        await asyncio.sleep(_FIRST_LOOK_SECONDS)
        while True:
            if self.limits().is_set and not self._runner.in_use():
                try:
                    await self.tidy(self.limits())
                except UserWorldError as error:
                    # A disk that is gone or full for now: the next look may find it again.
                    _log.warning("The workspace was not tidied: %s", error)
            await asyncio.sleep(_LOOK_SECONDS)

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            raise WorkspaceError(
                f"The workspace can't be read ({getattr(error, 'strerror', None) or error}).",
                str(self._folder),
                remedy="Check the disk that it is on, and whether you may read the folder.",
            ) from error

    def _needed(self) -> NeededArtifacts:
        return NeededArtifacts(
            self._graph,
            self._store,
            self._artifacts,
            self._runner.snapshot,
            self._runner.in_use,
            self._compositions,
        )

    def _compositions(self, run_id: str) -> set[Key]:
        """Return what a run's list of delivered compositions names, rejected clips apart."""
        rejected = {clip.id for clip in self._store.clips(run_id) if clip.decision == "rejected"}
        listed = read_index(index_path(self._folder, run_id))
        places = [Path(entry.composition) for entry in listed if entry.clip not in rejected]
        return {(place.parent.name, place.name) for place in places}

    def _used(self, is_asked: bool = True) -> Used:
        """Return what is used; unless the user asked, sources from the network that are whole count as used."""
        runs = self._store.runs()
        setups = [self._store.setup(run.id) for run in runs]
        # A run that starts copies its transcript before it says so.
        is_starting = self._keeping > 0 or any(not setup.transcriber for setup in setups)
        kept = [*(setup.sidecar for setup in setups), *(run.options.transcript for run in runs)]
        prints = {run.source_id: self._store.source(run.source_id).fingerprint for run in runs}
        return Used(
            thumbnails=frozenset(fingerprint[:16] for fingerprint in prints.values()),
            transcripts=None if is_starting else frozenset(Path(place).name for place in kept),
            # The window keeps music before a clip has it, what was undone may come back, and recipes name it.
            music=None if runs or any((self._folder / "recipes").glob("*.json")) else frozenset(),
            # Files that were delivered can be made again, and a clip's earlier style may come back.
            styles=None if runs else frozenset(),
            runs=frozenset(run.id for run in runs),
            downloads=self._used_downloads({run.source_id for run in runs}, is_asked),
            has_films=self._keeping > 0,
        )

    def _used_downloads(self, source_ids: set[str], is_asked: bool) -> frozenset[str]:
        def is_used(each: Download) -> bool:
            # What came just now may be on its way to a run.
            is_fresh = time.time() - each.created_at < _DAY_SECONDS
            if each.state == "fetched":
                return not is_asked or is_fresh or each.source_id in source_ids
            return each.state != "failed" or is_fresh

        return frozenset(each.id for each in self._store.downloads() if is_used(each))

    def _with_the_rest(
        self, stages: tuple[StageStorage, ...], delivered: Iterable[Path], used: Used, parts: list[Path]
    ) -> Storage:
        exports, downloads = self._folder / _EXPORTS, self._folder / DOWNLOADS
        apart = [path for path in delivered if not path.is_relative_to(exports)]
        others = [
            path for path in self._folder.iterdir() if path not in (exports, downloads, self._artifacts.root)
        ]
        others += [self._artifacts.work, self._artifacts.parts]
        in_films = sum(folder_bytes(path) for path in films(self._folder) if path.parent.name in used.runs)
        beside = _unused_folders(self._folder, used)
        unneeded = [*(path for path in beside if path.parent != downloads), *parts]
        strays = sum(folder_bytes(path) for path in apart if path.is_relative_to(self._folder))
        return Storage(
            stages=stages,
            downloads_bytes=folder_bytes(downloads),
            downloads_unused_bytes=sum(folder_bytes(path) for path in beside if path.parent == downloads),
            films_bytes=in_films,
            other_bytes=sum(folder_bytes(path) for path in others) - strays - in_films,
            other_unused_bytes=sum(folder_bytes(path) for path in unneeded),
            exported_bytes=sum(folder_bytes(path) for path in (exports, *apart)),
            free_bytes=shutil.disk_usage(self._folder).free,
        )


def _made_before(paths: Iterable[Path], oldest: float) -> set[Path]:
    return {path for path in paths if made_at(path) < oldest}


def _by_stage(found: Iterable[Artifact], free: Iterable[Artifact], order: list[str]) -> tuple[StageStorage, ...]:
    all_of: dict[str, list[int]] = {}
    free_of: dict[str, list[int]] = {}
    for artifacts, sizes in ((found, all_of), (free, free_of)):
        for artifact in artifacts:
            sizes.setdefault(artifact.stage, []).append(artifact.bytes)
    names = [name for name in order if name in all_of] + sorted(set(all_of) - set(order))
    return tuple(
        StageStorage(
            stage=name,
            count=len(all_of[name]),
            bytes=sum(all_of[name]),
            unused_count=len(free_of.get(name, ())),
            unused_bytes=sum(free_of.get(name, ())),
        )
        for name in names
    )
