"""What routes are given: the open project, and records that a path names, or 404 where there are none."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated, Any, TypeVar

from fastapi import Depends, HTTPException, Request
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from core.errors import WorkspaceError
from core.project import Project
from core.schema.clip import Clip
from core.schema.run import RunRecord
from core.schema.source import Source


class Wish(BaseModel):
    """The base of what is sent here. Unknown fields are refused, so that typing errors are seen."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


def project_of(request: Request) -> Project:
    """Return the project that is open."""
    project: Project = request.app.state.project
    return project


OpenProject = Annotated[Project, Depends(project_of)]


async def known_source(source_id: str, project: OpenProject) -> Source:
    """Return the source that a path names."""
    found = next((source for source in project.sources() if source.id == source_id), None)
    if found is None:
        raise HTTPException(404, f"There is no source {source_id}.")
    return found


async def known_run(run_id: str, project: OpenProject) -> RunRecord:
    """Return the run that a path names."""
    try:
        return project.run(run_id)
    except WorkspaceError as error:
        raise HTTPException(404, error.reason) from error


async def known_clip(clip_id: str, project: OpenProject) -> Clip:
    """Return the clip that a path names."""
    try:
        return project.clip(clip_id)
    except WorkspaceError as error:
        raise HTTPException(404, error.reason) from error


KnownSource = Annotated[Source, Depends(known_source)]
KnownRun = Annotated[RunRecord, Depends(known_run)]
KnownClip = Annotated[Clip, Depends(known_clip)]


def _local(text: str) -> str:
    if "\0" in text or not Path(text).is_absolute():
        raise ValueError("must be a path from the root on")
    return text


# A file or folder of this machine. Relative to what, a client could not know.
LocalPath = Annotated[str, Field(max_length=4000), AfterValidator(_local)]

# Of a source. No recording lasts four months.
Seconds = Annotated[float, Field(ge=0, le=1e7)]

Sent = TypeVar("Sent", bound=BaseModel)


def _finite(record: Sent) -> Sent:
    if not _is_finite(record.model_dump()):
        raise ValueError("numbers must be finite")
    return record


def _is_finite(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_is_finite, value.values()))
    if isinstance(value, (list, tuple)):
        return all(map(_is_finite, value))
    return not isinstance(value, float) or math.isfinite(value)


# For records of the engine, which may hold infinite numbers, as a part of what is sent.
Finite = AfterValidator(_finite)
