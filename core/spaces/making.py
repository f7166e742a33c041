"""Workspaces made, renamed and deleted. Only what is ours in a folder is ever touched."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.pipeline.records.lock import WorkspaceLock
from core.pipeline.records.store import Store
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.workspace import WorkspaceCard
from core.spaces.anatomy import ARTIFACTS, DATABASE, DELETING, EXPORTS, MOVED, belongings, strangers
from core.spaces.card import clean_name, new_card_id, own_card, read_card, write_card, write_small

_UNSAFE = frozenset('<>:"/\\|?*')


def create(folder: Path, name: str) -> WorkspaceCard:
    """Make an empty workspace with settings, keys and styles of its own; return its card.

    Raises:
        DiskFullError: There is no space for it.
        WorkspaceError: There is one already, or the folder can't be written.
    """
    name = clean_name(name)
    if (folder / DATABASE).exists() or read_card(folder) is not None:
        raise WorkspaceError(
            "There is a workspace here already.", str(folder), remedy="Open it, or choose another folder."
        )
    try:
        if folder.is_dir() and belongings(folder):
            raise WorkspaceError(
                "In this folder are remains of a workspace.", str(folder), remedy="Choose another folder."
            )
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ARTIFACTS).mkdir(exist_ok=True)
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(folder)) from error
        raise WorkspaceError(
            f"The workspace can't be made ({error.strerror}).", str(folder), remedy="Choose another folder."
        ) from error
    lock = WorkspaceLock(folder, "a new workspace")
    lock.acquire()
    try:
        card = WorkspaceCard(id=new_card_id(), name=name, made_at=time.time())
        # The card comes first: a database without one would be taken for an older workspace.
        write_card(folder, card)
        Store(folder / DATABASE).close()
    finally:
        lock.release()
    return card


def rename(folder: Path, name: str) -> WorkspaceCard:
    """Call a workspace something else, also while it is open; its folder stays where it is.

    Raises:
        WorkspaceError: The name can't be used, or the folder can't be written.
    """
    if not (folder / DATABASE).exists():
        raise WorkspaceError("There is no workspace here.", str(folder), remedy="Check the folder's name.")
    card = own_card(folder).model_copy(update={"name": clean_name(name)})
    write_card(folder, card)
    return card


def folder_name(name: str, beside: Path) -> Path:
    """Return a folder for a workspace of that name that is not there yet, below `beside`."""
    stem = "".join("-" if sign in _UNSAFE else sign for sign in clean_name(name)).strip(" .") or "workspace"
    taken = {entry.name.casefold() for entry in os.scandir(beside)} if beside.is_dir() else set()
    names = [stem, *(f"{stem} {number}" for number in range(2, len(taken) + 3))]
    return beside / next(each for each in names if each.casefold() not in taken)


@dataclass(frozen=True)
class Deleted:
    """What became of a deleted workspace's folder: what of it stays, and why where that is."""

    stays: tuple[Path, ...] = ()


def delete(folder: Path, keeps_exports: bool = False, progress: ProgressCallback = ignore_progress) -> Deleted:
    """Remove a workspace with everything in it; files of others in its folder stay, and finished files if wished.

    Cut off in the middle, it can't be opened any more, and deleting it again removes the rest.

    Raises:
        WorkspaceError: It is open in another program, or something can't be removed.
    """
    if not folder.is_dir():
        return Deleted()
    lock = WorkspaceLock(folder, "deleting")
    lock.acquire()
    try:
        write_small(folder / DELETING, "This workspace is being deleted.\n")
        kept = {EXPORTS} if keeps_exports else set()
        ours = [path for path in belongings(folder) if path.name not in kept]
        # The database goes first: what is left of a workspace that was cut off must never look whole.
        last = {DELETING, MOVED, "workspace.lock", "workspace.holder"}
        ours.sort(key=lambda path: (path.name in last, not path.name.startswith(DATABASE)))
        for number, path in enumerate(ours):
            if path.name not in last:
                progress(number / len(ours), path.name)
                _remove(path)
    finally:
        lock.release()
    for name in ("workspace.lock", "workspace.holder", DELETING, MOVED):
        (folder / name).unlink(missing_ok=True)
    left = tuple(strangers(folder)) + tuple(path for path in belongings(folder) if path.name in kept)
    if not left:
        folder.rmdir()
    return Deleted(left)


def _remove(path: Path) -> None:
    def refuse(_function: object, place: str, error: BaseException) -> None:
        if not isinstance(error, FileNotFoundError):
            raise error

    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, onerror=lambda function, place, info: refuse(function, place, info[1]))
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        raise WorkspaceError(
            f"This can't be removed ({error.strerror}).",
            str(error.filename or path),
            remedy="Close the program that has it open, make it writable, and delete the workspace again.",
        ) from error
