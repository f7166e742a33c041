"""The list of workspaces without a window behind it: for when the one that was wanted can't be opened."""

from __future__ import annotations

import asyncio
from pathlib import Path

from desktop.window_spaces import WindowSpaces


async def choose_space() -> tuple[Path, bool] | None:
    """Let the user choose a workspace; return it and whether it is only looked at, None where none was chosen."""
    from ui.controllers.tasks import Tasks
    from ui.controllers.workspaces import WorkspacesController
    from ui.dialogs.workspaces import WorkspacesDialog

    tasks = Tasks()
    dialog = WorkspacesDialog(WorkspacesController(WindowSpaces(), None, tasks))
    chosen: list[tuple[Path, bool]] = []
    answered = asyncio.Event()

    def take(folder: Path, is_look: bool) -> None:
        chosen.append((folder, is_look))
        dialog.accept()

    dialog.open_wanted.connect(take)
    dialog.finished.connect(lambda _result: answered.set())
    dialog.open()
    await answered.wait()
    await tasks.close()
    dialog.deleteLater()
    return chosen[0] if chosen else None
