"""Opening a workspace for a command: with the user's settings, and closed again whatever happens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

from core.errors import WorkspaceError
from core.project import Project
from desktop import settings, space_list
from desktop.logs import log_apart


@asynccontextmanager
async def looked_at(workspace: str | None, is_made: bool = False) -> AsyncIterator[Project]:
    """Open a workspace for reading, whoever else works in it; where none is, `is_made` makes one."""
    folder = settings.workspace(settings.load_settings(), workspace)
    chosen = settings.load_settings(folder)
    if (workspace is None and not folder.exists()) or (is_made and not (folder / "workspace.sqlite").exists()):
        # The user's own workspace comes into being with its first run.
        folder.mkdir(parents=True, exist_ok=True)
        await (await Project.open(folder, settings.configuration(chosen))).close()
    project = Project.look(folder, settings.configuration(chosen))
    try:
        yield project
    finally:
        await project.close()


@asynccontextmanager
async def opened(
    workspace: str | None, program: str, changes: Mapping[str, object] | None = None
) -> AsyncIterator[Project]:
    """Open the workspace that is named, or the user's own, for as long as the block lasts.

    `program` says who has it to another that wants it. `changes` go before the user's settings.
    """
    folder = settings.workspace(settings.load_settings(), workspace)
    log_apart(folder)
    chosen = settings.load_settings(folder).model_copy(update=dict(changes or {}))
    project = await Project.open(folder, settings.configuration(chosen), program=program)
    with suppress(WorkspaceError):
        space_list.catalogue().note_used(project.folder)
    try:
        yield project
    finally:
        await project.close()
