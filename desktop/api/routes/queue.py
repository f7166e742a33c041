"""The queue of work."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from core.schema.queue import LaneState, QueueState
from desktop.api.given import OpenProject

ROUTER = APIRouter(prefix="/queue", tags=["queue"])


class Queue(BaseModel):
    """Whether new work is started, how wide each lane is, and the ids of unfinished runs as they are served."""

    state: QueueState
    lanes: list[LaneState]
    runs: list[str]


@ROUTER.get("")
async def queue(project: OpenProject) -> Queue:
    """Tell how the queue stands."""
    return Queue(state=project.queue(), lanes=project.lanes(), runs=[run.id for run in project.queued_runs()])


@ROUTER.post("/pause")
async def pause(project: OpenProject) -> Queue:
    """Start nothing new until it is released, also after a restart. What runs is finished."""
    project.pause_queue()
    return await queue(project)


@ROUTER.post("/release")
async def release(project: OpenProject) -> Queue:
    """Go on after a pause."""
    project.release_queue()
    return await queue(project)
