"""What was said, anywhere in the workspace."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from desktop.api.given import OpenProject

ROUTER = APIRouter(tags=["search"])


@ROUTER.get("/search")
async def search(
    q: Annotated[str, Query(min_length=1, max_length=1000)], project: OpenProject
) -> list[dict[str, Any]]:
    """Find lines by their words, best first."""
    return project.search(q)
