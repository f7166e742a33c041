"""The workspace that was open in the window lies somewhere else, while no window is open on it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from pathlib import Path

from core.errors import Cancelled, ShortlistError
from core.spaces.card import card_of
from desktop import space_list, workspaces


@dataclass(frozen=True)
class Moved:
    """Where the workspace lies after all, and what is said of that, at a level of the window's notice."""

    folder: Path
    level: str
    words: str


async def move_space(folder: Path, to: Path) -> Moved:
    """Move a workspace that nobody has open, with its progress in sight; it is whole somewhere in any case."""
    from ui.dialogs.workspace_moving import WorkspaceMovingDialog
    from ui.wording import told, tr

    name = card_of(folder).name
    dialog = WorkspaceMovingDialog(name, to)
    dialog.open()
    try:
        done = await asyncio.to_thread(workspaces.move, folder, to, dialog.progress)
    except Cancelled:
        words = tr("“{name}” was not moved: you stopped it. What was copied is used when you move it there again.")
        return Moved(folder, "info", words.format(name=name))
    except (ShortlistError, OSError) as error:
        logging.getLogger("shortlist").warning("%s could not be moved to %s: %s", folder, to, error)
        # Where only the removing failed, the whole workspace is in its new place.
        place = space_list.whereabouts(folder)
        words = tr("“{name}” lies in {folder}.").format(name=name, folder=place)
        return Moved(place, "error", f"{told(str(error))} {words}")
    finally:
        dialog.done(0)
        dialog.deleteLater()
    words = tr("“{name}” lies in {folder} now.").format(name=name, folder=to)
    if done.stays:
        stays = ", ".join(path.name for path in done.stays)
        words = f"{words} {tr('What stays in {folder}: {files}').format(folder=folder, files=stays)}"
    return Moved(to, "done", words)
