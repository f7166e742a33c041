"""What can be chosen from: styles, presets, destinations."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from core.schema.preset import EncodePreset
from core.schema.style import Style
from desktop.api.given import OpenProject

ROUTER = APIRouter(tags=["choices"])


class DestinationName(BaseModel):
    """A place that finished files can be published to; its keys stay here."""

    name: str
    kind: str


@ROUTER.get("/styles")
async def styles(project: OpenProject) -> tuple[Style, ...]:
    """List the newest version of every style."""
    return project.styles()


@ROUTER.get("/presets")
async def presets(project: OpenProject) -> tuple[EncodePreset, ...]:
    """List how files can be encoded."""
    return project.presets()


@ROUTER.get("/destinations")
async def destinations(project: OpenProject) -> list[DestinationName]:
    """List where finished files can be published to."""
    return [DestinationName(name=each.name, kind=each.kind) for each in project.configuration.destinations]
