"""What a workspace holds: counts from its database, sizes from its folder, a picture of its newest source."""

from __future__ import annotations

from pathlib import Path

from core.pipeline.collect import folder_bytes
from core.pipeline.records.inspection import count
from core.schema.workspace import WorkspaceFigures
from core.spaces.anatomy import DATABASE, EXPORTS, belongings


def figures_of(folder: Path) -> WorkspaceFigures:
    """Return what a workspace holds. Slow where it holds much: not for the loop.

    Raises:
        WorkspaceError: Its database can't be read.
        OSError: Its folder can't be read.
    """
    counts = count(folder / DATABASE)
    ours = belongings(folder)
    places = [Path(place) for place in counts.folders]
    elsewhere = [place for place in places if place.is_absolute() and not place.is_relative_to(folder)]
    return WorkspaceFigures(
        sources=counts.sources,
        runs=counts.runs,
        clips=counts.clips,
        unfinished_runs=counts.unfinished_runs,
        bytes=sum(folder_bytes(path) for path in ours if path.name != EXPORTS),
        exported_bytes=folder_bytes(folder / EXPORTS),
        elsewhere=tuple(sorted(set(elsewhere))),
        picture=_picture(folder, counts.newest_fingerprint),
    )


def _picture(folder: Path, fingerprint: str) -> Path | None:
    thumbnails = folder / "thumbnails"
    near = sorted((thumbnails / fingerprint[:16]).glob("*.jpg")) if fingerprint else []
    return next(iter(near or sorted(thumbnails.glob("*/*.jpg"))), None)
