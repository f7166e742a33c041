"""Whether a workspace can be opened, and if not, why: told without opening or changing anything."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core.errors import WorkspaceError
from core.pipeline.records.inspection import problem_at_a_glance
from core.pipeline.records.lock import WorkspaceLock
from core.schema.workspace import WorkspaceStanding
from core.spaces.anatomy import DATABASE, DELETING, HALF, MOVED, belongings

# With less than this free the database can't even be opened for work.
_FULL_BYTES = 1_000_000


def standing_of(folder: Path) -> WorkspaceStanding:
    """Return how the workspace in a folder stands now, in a few milliseconds: the database is only glanced at."""
    try:
        return _unfinished(folder) or _place(folder) or _records(folder) or _holding(folder) or _disk(folder)
    except OSError as error:
        return WorkspaceStanding(
            kind="missing",
            reason=f"The folder can't be read ({error.strerror}).",
            remedy="Check the disk that it is on, and whether you may read the folder.",
        )


def refuse_unfinished(folder: Path) -> None:
    """Refuse a workspace that is not whole, or not here any more.

    Raises:
        WorkspaceError: It is an unfinished copy, was moved away, or is being deleted.
    """
    found = _unfinished(folder)
    if found is not None:
        raise WorkspaceError(found.reason, str(folder), remedy=found.remedy)


def _unfinished(folder: Path) -> WorkspaceStanding | None:
    if (folder / HALF).is_file():
        return WorkspaceStanding(
            kind="half",
            reason="This is an unfinished copy of a workspace.",
            remedy="Move or import it again, which goes on where it was, or delete this folder.",
        )
    if (folder / MOVED).is_file():
        place = _told(folder / MOVED)
        return WorkspaceStanding(
            kind="moved",
            reason=f"This workspace was moved to {place}.",
            remedy="Open it there. What is left here goes when the move is finished: main.py workspaces move",
        )
    if (folder / DELETING).is_file():
        return WorkspaceStanding(
            kind="deleting",
            reason="The deleting of this workspace was cut off: it is not whole any more.",
            remedy="Delete it again to remove the rest.",
        )
    return None


def _place(folder: Path) -> WorkspaceStanding | None:
    if not folder.exists():
        there = next((each for each in folder.parents if each.exists()), Path(folder.anchor))
        return WorkspaceStanding(
            kind="missing",
            reason="The folder is not there.",
            remedy=f"Connect the disk that it is on (there is {there}), or take it off the list.",
        )
    if not folder.is_dir():
        return WorkspaceStanding(kind="missing", reason="This is a file, no folder.", remedy="Choose a folder.")
    if not (folder / DATABASE).exists():
        held = [path.name for path in belongings(folder) if path.name in ("artifacts", "backups", "runs")]
        if "backups" in held:
            return WorkspaceStanding(
                kind="damaged",
                reason=f"Its database ({DATABASE}) is missing.",
                remedy=f"Put the newest backup back: main.py doctor --workspace {folder} --restore",
            )
        return WorkspaceStanding(kind="empty", reason="There is no workspace here yet.")
    return None


def _records(folder: Path) -> WorkspaceStanding | None:
    problem = problem_at_a_glance(folder / DATABASE)
    if problem is None:
        return None
    kind, error = problem
    return WorkspaceStanding(kind=kind, reason=error.reason, remedy=error.remedy)


def _holding(folder: Path) -> WorkspaceStanding | None:
    if not _is_writable(folder):
        return WorkspaceStanding(
            kind="read_only",
            reason="The workspace can't be written.",
            remedy="It can be opened for looking. To work in it, make the folder and its files writable.",
        )
    lock = WorkspaceLock(folder)
    if lock.is_held():
        holder = lock.holder() or "which did not say who it is"
        return WorkspaceStanding(
            kind="open",
            reason=f"This workspace is open in another Shortlist ({holder}).",
            remedy="Close it there first, or open it for looking.",
        )
    return None


def _disk(folder: Path) -> WorkspaceStanding:
    free = shutil.disk_usage(folder).free
    if free < _FULL_BYTES:
        return WorkspaceStanding(
            kind="full",
            reason="The disk of this workspace is full.",
            remedy="Free some space, or move it to another disk. It can be opened for looking.",
        )
    return WorkspaceStanding(kind="ready")


def _is_writable(folder: Path) -> bool:
    return all(os.access(path, os.W_OK) for path in (folder, folder / DATABASE))


def _told(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8").strip() or "another place"
    except OSError:
        return "another place"
