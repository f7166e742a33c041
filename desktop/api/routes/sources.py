"""Sources: media files that were imported, and what is said in them."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, HTTPException
from pydantic import Field

from core.schema.correction import TranscriptReading
from core.schema.source import Source
from desktop.api.given import KnownSource, LocalPath, OpenProject, Seconds, Wish

ROUTER = APIRouter(prefix="/sources", tags=["sources"])


class Import(Wish):
    """A media file of this machine."""

    path: LocalPath


class SpeakerName(Wish):
    """What a speaker, known by a label, is called; an empty name takes one back."""

    label: str = Field(min_length=1, max_length=200)
    name: str = Field(max_length=200)


class Replacement(Wish):
    """What was heard between two source seconds, and what is said there."""

    start: Seconds
    end: Seconds
    text: str = Field(max_length=10_000)


@ROUTER.get("")
async def sources(project: OpenProject) -> list[Source]:
    """List all sources, newest first."""
    return project.sources()


@ROUTER.post("", status_code=201)
async def import_source(wish: Import, project: OpenProject) -> Source:
    """Record a media file after a look inside; what was imported before is found again."""
    return await project.import_source(Path(wish.path))


@ROUTER.get("/{source_id}")
async def source(source: KnownSource) -> Source:
    """Return one source."""
    return source


@ROUTER.get("/{source_id}/transcript")
async def transcript(source: KnownSource, project: OpenProject) -> TranscriptReading:
    """Return what was heard, what the user corrected, and both together."""
    reading = await project.transcripts.read(source.id)
    if reading is None:
        raise HTTPException(404, "Nothing of this source was written down yet.")
    return reading


@ROUTER.post("/{source_id}/transcript/corrections", status_code=204)
async def correct(wish: Replacement, source: KnownSource, project: OpenProject) -> None:
    """Correct what was heard between two seconds, as one step of undo."""
    if wish.end <= wish.start:
        raise HTTPException(422, "end: must be after start")
    await _heard(source, project)
    await project.transcripts.correct_words(source.id, wish.start, wish.end, wish.text)


@ROUTER.post("/{source_id}/speakers", status_code=204)
async def name_speaker(wish: SpeakerName, source: KnownSource, project: OpenProject) -> None:
    """Name a speaker, as one step of undo."""
    heard = await _heard(source, project)
    if wish.label not in {segment.speaker for segment in heard.heard.segments}:
        raise HTTPException(404, f"There is no speaker {wish.label} in this source.")
    await project.transcripts.name_speaker(source.id, wish.label, wish.name)


async def _heard(source: Source, project: OpenProject) -> TranscriptReading:
    return await transcript(source, project)
