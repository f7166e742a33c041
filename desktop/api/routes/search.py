"""What was said, anywhere in the workspace: by its words and, where an embedding endpoint is set, its meaning."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query

from core.project import Project
from core.schema.search import Found, MeaningState
from core.search.query import parse
from desktop.api.given import OpenProject

ROUTER = APIRouter(tags=["search"])

ByMeaning = Literal["auto", "required", "off"]


@ROUTER.get("/search")
async def search(
    q: Annotated[str, Query(min_length=1, max_length=1000)],
    project: OpenProject,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    meaning: ByMeaning = "auto",
) -> Found:
    """Find where something was said, best first; a query is what `main.py search --help` tells.

    With `meaning=auto` an embedding endpoint that is set is asked as well; where that fails, words answer, and
    `meaning_problem` says why. `required` is answered with 409 where meaning can't be looked for, `off` asks no
    endpoint.
    """
    found = await project.searching.find(q, limit=limit, by_meaning=meaning != "off")
    if meaning == "required" and not found.is_by_meaning:
        raise HTTPException(409, await _why_not(project, q, found))
    return found


@ROUTER.get("/meaning")
async def meaning_state(project: OpenProject) -> MeaningState:
    """Tell how much of what is said is known by its meaning, and why it does not go on."""
    return await project.meaning.state()


@ROUTER.post("/meaning/read", status_code=202)
async def read_meaning(project: OpenProject) -> MeaningState:
    """Ask the embedding endpoint for what is lacking, in the background, also where it was stopped."""
    project.meaning.resume()
    return await project.meaning.state()


@ROUTER.post("/meaning/stop")
async def stop_meaning(project: OpenProject) -> MeaningState:
    """Ask for nothing more until it is wanted again, also after the next start."""
    await project.meaning.stop()
    return await project.meaning.state()


async def _why_not(project: Project, typed: str, found: Found) -> str:
    """Return why a question was not asked for its meaning."""
    state = await project.meaning.state()
    if found.meaning_problem:
        return found.meaning_problem
    if not state.model:
        return "No embedding endpoint is set (Settings › Providers): what is said is searched by words."
    if not parse(typed).meaning:
        return "Quotation marks, * and ~ ask for words alone, and so do fewer than three letters."
    return state.problem or "Nothing of what is said is known by its meaning yet."
