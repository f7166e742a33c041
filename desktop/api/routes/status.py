"""What this is, and which workspace is open."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from core import __version__
from core.schema.queue import QueueState
from core.schema.storage import Storage
from desktop.api.given import OpenProject

ROUTER = APIRouter(tags=["status"])


class Status(BaseModel):
    """The program's version, the open workspace's folder, and whether new work is started."""

    version: str
    workspace: str
    queue: QueueState
    runs: int
    free_bytes: int


class Freed(BaseModel):
    """What was freed."""

    bytes: int


@ROUTER.get("/status")
async def status(project: OpenProject) -> Status:
    """Tell what is open here."""
    return Status(
        version=__version__,
        workspace=str(project.folder),
        queue=project.queue(),
        runs=len(project.runs()),
        free_bytes=project.free_bytes(),
    )


@ROUTER.get("/storage")
async def storage(project: OpenProject) -> Storage:
    """Measure what the workspace occupies."""
    return await project.storage()


@ROUTER.post("/storage/free")
async def free_storage(project: OpenProject) -> Freed:
    """Remove what nobody needs; never finished files or what a kept clip needs."""
    return Freed(bytes=await project.free_storage())
