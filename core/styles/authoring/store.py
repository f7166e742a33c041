"""The user's folder of styles: work in progress beside it, and how a folder of it comes and goes in one step."""

from __future__ import annotations

import os
import shutil
import stat
import time
import uuid
from contextlib import suppress
from pathlib import Path

from core.errors import DiskFullError, StyleError, disk_full, is_disk_full

DRAFTS = "drafts"
# Steps of undo of all drafts, in the folder of these.
STEPS = "steps.json"
# What a program that ended in the middle left here is swept by a later one.
WORK = ".work"
_OLD_SECONDS = 86_400.0
_READ_ONLY = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def has_steps(folder: Path) -> bool:
    """Whether steps of drafts are kept among the user's styles; a start looks before it loads what reads them."""
    return (folder / DRAFTS / STEPS).exists()


def new_work(folder: Path) -> Path:
    """Return a path on the same disk that nobody uses; see `discard`."""
    for left in (folder / WORK).glob("*"):
        # What is younger may be another program's.
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _OLD_SECONDS:
                discard(left)
    return folder / WORK / uuid.uuid4().hex


def put_away(place: Path, folder: Path) -> Path:
    """Take a folder out of its place in one step, and return where it is now, to be discarded.

    Raises:
        StyleError: It can't be moved.
    """
    work = new_work(folder)
    try:
        work.parent.mkdir(parents=True, exist_ok=True)
        place.rename(work)
    except OSError as error:
        told = f"This can't be removed: {error.strerror or error}."
        raise StyleError(told, str(place), remedy="Close programs that use it, and try again.") from error
    return work


def discard(folder: Path) -> None:
    """Remove a folder of the library and all in it, read-only files too; what can't be removed stays."""
    for file in folder.rglob("*") if folder.is_dir() else ():
        with suppress(OSError):
            file.chmod(stat.S_IRWXU)
    shutil.rmtree(folder, ignore_errors=True)


def make_durable(folder: Path) -> None:
    """Bring every file below a folder to the disk, and let nobody write it any more.

    Raises:
        OSError: The disk is full or can't be written.
    """
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            with file.open("rb+") as stream:
                os.fsync(stream.fileno())
            file.chmod(_READ_ONLY)


def unwritable(error: OSError, place: Path) -> StyleError | DiskFullError:
    """Return the error for a place that can't be written."""
    if is_disk_full(error):
        return disk_full(str(place))
    told = f"The style can't be written: {error.strerror or error}."
    return StyleError(told, str(place), remedy="Check the folder and the disk.")
