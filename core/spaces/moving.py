"""A workspace moved to another folder: copied, compared, switched, and only then removed where it was.

Killed at any moment it is whole in one place at least, and doing it again goes on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from core.errors import WorkspaceError, disk_full, is_disk_full
from core.pipeline.records.lock import WorkspaceLock
from core.schema.record import ProgressCallback, ignore_progress
from core.spaces.anatomy import DATABASE, HALF, MOVED, lasting_files, strangers
from core.spaces.card import own_card, read_card, write_small
from core.spaces.making import Deleted, delete

_CHUNK = 1 << 20


def move(
    folder: Path, to: Path, switched: Callable[[], object], progress: ProgressCallback = ignore_progress
) -> Deleted:
    """Move a workspace; files of others in its folder stay. Return what stays.

    Args:
        folder: Where it is; nobody may have it open.
        to: A folder that is not there yet, or empty.
        switched: Called when the workspace is whole in its new place, before it goes from the old one.
        progress: May raise `Cancelled` until then; what was copied is used again by the next try.

    Raises:
        DiskFullError, WorkspaceError: It is open, or can't be read, written or removed.
    """
    folder, to = folder.expanduser().absolute(), to.expanduser().absolute()
    if (folder / MOVED).is_file() and (folder / MOVED).read_text(encoding="utf-8").strip() == str(to):
        switched()
        return delete(folder)
    if folder.is_dir() and not any(folder.iterdir()) and read_card(to) is not None:
        # Cut off when nothing was left to do but this.
        switched()
        folder.rmdir()
        return Deleted()
    refuse_move(folder, to)
    lock = WorkspaceLock(folder, "moving")
    lock.acquire()
    try:
        own_card(folder)
        is_there = _is_same(to, folder) and not (to / HALF).exists()
        if not is_there and not strangers(folder) and _renamed(folder, to):
            switched()
            return Deleted()
        staging = to if is_there else to.with_name(f"{to.name}.moving")
        if not is_there:
            _copy(folder, staging, progress)
        _compare(folder, staging, progress, mends=not is_there)
        if not is_there:
            if to.exists():
                to.rmdir()
            (staging / HALF).unlink()
            staging.rename(to)
        write_small(folder / MOVED, f"{to}\n")
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(str(to)) from error
        reason = error.strerror or str(error)
        raise WorkspaceError(f"The workspace can't be moved ({reason}).", str(error.filename or to)) from error
    finally:
        lock.release()
    switched()
    return delete(folder)


def refuse_move(folder: Path, to: Path) -> None:
    """Refuse a place that a workspace can't be moved to, before anything is done.

    Raises:
        WorkspaceError: There is something, or it is in the workspace, or there is no workspace.
    """
    if not (folder / DATABASE).is_file():
        raise WorkspaceError("There is no workspace here.", str(folder), remedy="Check the folder's name.")
    if to == folder or to.is_relative_to(folder):
        raise WorkspaceError("A workspace can't be moved into itself.", str(to), remedy="Choose another folder.")
    if _is_same(to, folder):
        return
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise WorkspaceError("There is something in this folder already.", str(to), remedy="Choose another one.")


def _is_same(folder: Path, other: Path) -> bool:
    """Whether two folders hold the same workspace, as a copy is before the original goes."""
    card, mine = read_card(folder), read_card(other)
    return card is not None and mine is not None and card.id == mine.id


def _renamed(folder: Path, to: Path) -> bool:
    """Whether the folder lies on the same disk, and is at its new place in one step now."""
    to.parent.mkdir(parents=True, exist_ok=True)
    if os.name == "nt" or to.parent.stat().st_dev != folder.stat().st_dev:
        return False
    if to.exists():
        to.rmdir()
    folder.rename(to)
    (to / "workspace.holder").unlink(missing_ok=True)
    return True


def _copy(folder: Path, staging: Path, progress: ProgressCallback) -> None:
    is_mine = (staging / HALF).is_file() or _is_same(staging, folder)
    if staging.exists() and any(staging.iterdir()) and not is_mine:
        raise WorkspaceError(
            "This folder is in the way of the move.", str(staging), remedy="Move it away, and try again."
        )
    staging.mkdir(parents=True, exist_ok=True)
    (staging / HALF).write_text(str(folder), encoding="utf-8")
    files = list(lasting_files(folder))
    total, done = sum(path.stat().st_size for path in files) or 1, 0
    if total - sum(path.stat().st_size for path in lasting_files(staging)) > shutil.disk_usage(staging).free:
        raise disk_full(str(staging))
    for path in files:
        place = staging / path.relative_to(folder)
        size = path.stat().st_size
        progress(done / total * 0.6, path.name)
        if not _is_copied(path, place):
            place.parent.mkdir(parents=True, exist_ok=True)
            _copy_file(path, place, done, total, progress)
        done += size
    (staging / "artifacts").mkdir(exist_ok=True)


def _is_copied(path: Path, place: Path) -> bool:
    try:
        found, wanted = place.stat(), path.stat()
    except FileNotFoundError:
        return False
    return (found.st_size, found.st_mtime_ns) == (wanted.st_size, wanted.st_mtime_ns)


def _copy_file(path: Path, place: Path, done: int, total: int, progress: ProgressCallback) -> None:
    partial = place.with_name(f"{place.name}.part")
    with path.open("rb") as given, partial.open("wb") as taken:
        while chunk := given.read(_CHUNK):
            progress(min(1.0, done / total) * 0.6, path.name)
            taken.write(chunk)
            done += len(chunk)
        taken.flush()
        os.fsync(taken.fileno())
    shutil.copystat(path, partial)
    partial.replace(place)


def _compare(folder: Path, copy: Path, progress: ProgressCallback, mends: bool) -> None:
    """Make sure that the copy is the workspace, byte by byte, and nothing else.

    Raises:
        WorkspaceError: A file differs. Where it `mends` its copy is removed, so that the next try makes it anew;
            else the copy has been worked in since, and is left alone.
    """
    files = list(lasting_files(folder))
    wanted = {path.relative_to(folder) for path in files}
    for extra in [path for path in lasting_files(copy) if path.relative_to(copy) not in wanted and mends]:
        extra.unlink()
    total, done = sum(path.stat().st_size for path in files) or 1, 0
    for path in files:
        progress(0.6 + done / total * 0.4, path.name)
        place = copy / path.relative_to(folder)
        if not place.is_file() or _digest(path) != _digest(place):
            if not mends:
                raise WorkspaceError(
                    "In this folder is another state of the same workspace.",
                    str(copy),
                    remedy="Choose another one.",
                )
            place.unlink(missing_ok=True)
            raise WorkspaceError(
                "A file of the copy is not what it was.", str(place), remedy="Check the disk, and move it again."
            )
        done += path.stat().st_size


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
