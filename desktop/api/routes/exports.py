"""Finished files: asked for, and published."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field

from core.schema.cell import Cell
from core.schema.choice import Aspect
from core.schema.publication import Publication
from core.schema.run import FileWishes, OutputRecord, RunRecord
from core.schema.storage import ExportForecast
from desktop.api.given import KnownRun, LocalPath, OpenProject, Wish

ROUTER = APIRouter(tags=["files"])
ClipIds = Annotated[list[str], Field(max_length=10_000)]


class File(Wish):
    """One file of an export: a clip in a shape, as a preset encodes it."""

    clip_id: str = Field(max_length=200)
    aspect: Aspect
    preset: str = Field(max_length=200)


class Export(Wish):
    """Which clips (none: the approved ones), in which shapes (none: as the run was started), and where to.

    Without a folder they go into `exports` of the workspace. What is not said of files is as it was last time;
    `files.presets` may name several presets of a shape. Where `cells` are given, exactly these files are made.
    """

    clip_ids: ClipIds = []
    aspects: list[Aspect] = Field(default=[], max_length=3)
    folder: LocalPath | None = None
    preset: str = Field(default="", max_length=200)
    files: FileWishes = FileWishes()
    cells: Annotated[list[File], Field(max_length=40_000)] = []

    @property
    def wanted(self) -> list[Cell]:
        """The files that are named one by one."""
        return [Cell(each.clip_id, each.aspect, each.preset) for each in self.cells]


class Publish(Wish):
    """Where finished files of clips (none: all that are finished) are sent to, by the destination's name."""

    destination: str = Field(min_length=1, max_length=200)
    clip_ids: ClipIds = []
    is_again: bool = False


class Forecast(BaseModel):
    """What an export would make and need; null where the source is not looked into yet."""

    forecast: ExportForecast | None


@ROUTER.post("/runs/{run_id}/export", status_code=202)
async def export(wish: Export, run: KnownRun, project: OpenProject) -> list[OutputRecord]:
    """Ask for finished files; work goes on in the background."""
    clip_ids, aspects, folder = _wanted(wish, run, project)
    asked = await project.export(run.id, clip_ids, aspects, folder, wish.preset, wish.files, wish.wanted)
    return [output for output in project.outputs(run.id) if output.id in asked]


@ROUTER.post("/runs/{run_id}/export/forecast")
async def forecast(wish: Export, run: KnownRun, project: OpenProject) -> Forecast:
    """Tell what an export would make and need."""
    clip_ids, aspects, folder = _wanted(wish, run, project)
    found = await project.export_forecast(run.id, clip_ids, aspects, folder, wish.preset, wish.files, wish.wanted)
    return Forecast(forecast=found)


@ROUTER.post("/runs/{run_id}/publish", status_code=202)
async def publish(wish: Publish, run: KnownRun, project: OpenProject) -> list[Publication]:
    """Send finished files to a destination; work goes on in the background."""
    _check_clips(wish.clip_ids, run, project)
    return await project.publications.publish(run.id, wish.destination, wish.clip_ids, wish.is_again)


@ROUTER.get("/runs/{run_id}/publications")
async def publications(run: KnownRun, project: OpenProject) -> list[Publication]:
    """List what of a run was sent or is to be."""
    return project.publications.of_run(run.id)


def _wanted(wish: Export, run: RunRecord, project: OpenProject) -> tuple[list[str], list[Aspect], Path]:
    _check_clips([*wish.clip_ids, *(cell.clip_id for cell in wish.cells)], run, project)
    clip_ids = (
        wish.clip_ids
        or [cell.clip_id for cell in wish.cells]
        or [clip.id for clip in project.clips(run.id) if clip.decision == "approved"]
    )
    if not clip_ids:
        raise HTTPException(409, "No clip is approved; approve some, or name them.")
    folder = Path(wish.folder) if wish.folder else project.folder / "exports" / run.source_name
    return list(dict.fromkeys(clip_ids)), list(wish.aspects or run.options.aspects), folder


def _check_clips(clip_ids: list[str], run: RunRecord, project: OpenProject) -> None:
    unknown = set(clip_ids) - {clip.id for clip in project.clips(run.id)}
    if unknown:
        raise HTTPException(404, f"This run has no clip {', '.join(sorted(unknown)[:10])}.")
