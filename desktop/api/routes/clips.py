"""Clips: decided on and edited, each change one step of undo."""

from __future__ import annotations

from typing import Annotated, Self

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel, Field, model_validator

from core import editing
from core.schema.choice import Aspect
from core.schema.clip import Clip, Decision
from core.schema.run import RunRecord
from core.schema.twin import Twin
from core.schema.version import ClipVersion
from desktop.api.given import KnownClip, KnownRun, OpenProject, Seconds, Wish

ROUTER = APIRouter(tags=["clips"])


class NewClip(Wish):
    """A stretch of the source, in seconds, that becomes a clip."""

    start: Seconds
    end: Seconds
    title: str = Field(default="", max_length=500)

    @model_validator(mode="after")
    def _ascends(self) -> Self:
        if self.end <= self.start:
            raise ValueError("end must be after start")
        return self


class Edit(Wish):
    """What is to change in a clip; what is not named stays. `start` and `end` are source seconds."""

    decision: Decision | None = None
    title: str | None = Field(default=None, max_length=500)
    hook: str | None = Field(default=None, max_length=500)
    notes: str | None = Field(default=None, max_length=20_000)
    description: str | None = Field(default=None, max_length=20_000)
    hashtags: list[Annotated[str, Field(max_length=200)]] | None = Field(default=None, max_length=100)
    start: Seconds | None = None
    end: Seconds | None = None
    style: str | None = Field(default=None, min_length=1, max_length=200)
    aspects: list[Aspect] | None = None

    @model_validator(mode="after")
    def _changes_something(self) -> Self:
        if not self.model_fields_set or all(value is None for _, value in self):
            raise ValueError("name what is to change")
        return self


class Step(BaseModel):
    """The step that was taken back or brought back; empty where there was none."""

    label: str


@ROUTER.post("/runs/{run_id}/clips", status_code=201)
async def make(wish: NewClip, run: KnownRun, project: OpenProject) -> Clip:
    """Make a clip of a stretch of the source."""
    duration = await _duration(run, project)
    if wish.start > duration - editing.MIN_SECONDS:
        raise HTTPException(422, f"start: the source ends at {duration:.2f} s")
    end = min(wish.end, duration)
    clip = editing.new_clip(run.id, wish.start, end, wish.title, run.style_pin)
    await project.edit(run.id, "new clip", [clip])
    return project.clip(clip.id)


@ROUTER.get("/clips/{clip_id}")
async def clip(clip: KnownClip) -> Clip:
    """Return one clip."""
    return clip


@ROUTER.patch("/clips/{clip_id}")
async def edit(wish: Edit, clip: KnownClip, project: OpenProject) -> Clip:
    """Change a clip, all at once."""
    changed = clip
    if wish.start is not None or wish.end is not None:
        start = clip.cut.start if wish.start is None else wish.start
        end = clip.cut.end if wish.end is None else wish.end
        if end <= start:
            raise HTTPException(422, "end: must be after start")
        changed = editing.trim(changed, start, end, await _duration(project.run(clip.run_id), project))
    changed = _with_words(changed, wish)
    if wish.decision is not None:
        changed = editing.set_decision(changed, wish.decision)
    if wish.style is not None:
        changed = editing.set_style(changed, wish.style)
    if wish.aspects is not None:
        changed = editing.set_aspects(changed, wish.aspects)
    if changed != clip:
        label = f"{', '.join(sorted(wish.model_fields_set))} of “{clip.wording.title}”"
        await project.edit(clip.run_id, label, [changed])
    return project.clip(clip.id)


@ROUTER.delete("/clips/{clip_id}", status_code=204)
async def remove(clip: KnownClip, project: OpenProject) -> None:
    """Remove a clip; undo brings it back."""
    await project.edit(clip.run_id, f"removal of “{clip.wording.title}”", [], [clip.id])


@ROUTER.get("/clips/{clip_id}/versions")
async def versions(clip: KnownClip, project: OpenProject) -> list[ClipVersion]:
    """Return how a clip was after each step, newest first."""
    return project.versions(clip.id)


@ROUTER.get("/clips/{clip_id}/twins")
async def twins(clip: KnownClip, project: OpenProject) -> tuple[Twin, ...]:
    """Return the clips of other runs that say nearly the same, the most alike first."""
    return await project.twins(clip.id)


@ROUTER.post("/runs/{run_id}/undo")
async def undo(run: KnownRun, project: OpenProject) -> Step:
    """Take the last step of a run back."""
    return Step(label=await project.undo(run.id) or "")


@ROUTER.post("/runs/{run_id}/redo")
async def redo(run: KnownRun, project: OpenProject) -> Step:
    """Bring back what was undone last."""
    return Step(label=await project.redo(run.id) or "")


def _with_words(clip: Clip, wish: Edit) -> Clip:
    if wish.title is not None:
        clip = editing.retitle(clip, wish.title)
    if wish.hook is not None:
        clip = editing.set_hook(clip, wish.hook)
    if wish.notes is not None:
        clip = editing.set_notes(clip, wish.notes)
    if wish.description is not None:
        clip = editing.describe(clip, wish.description)
    if wish.hashtags is not None:
        clip = editing.tag(clip, wish.hashtags)
    return clip


async def _duration(run: RunRecord, project: OpenProject) -> float:
    """Return the seconds of a run's source, which is looked into before it has clips."""
    prepared = await project.prepared(run.id)
    if prepared is None:
        raise HTTPException(409, "The source is not looked into yet; wait until the run has clips.")
    return prepared.facts.duration
