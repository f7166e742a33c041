"""What was said, anywhere in the workspace."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from core.schema.search import Found
from desktop.api.given import OpenProject

ROUTER = APIRouter(tags=["search"])


@ROUTER.get("/search")
async def search(
    q: Annotated[str, Query(min_length=1, max_length=1000)],
    project: OpenProject,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Found:
    """Find where something was said, best first; a query is what `main.py search --help` tells."""
    return await project.search(q, limit=limit)
