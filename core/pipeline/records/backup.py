"""Copies of the database, made only while it is sound: one a day, and one before its shape changes.

They lie in `backups/` beside it, each one file that is whole or not there; the newest few are kept. Putting one
back means more than copying it: the write-ahead log of the damaged database would be applied to it.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from core.errors import WorkspaceError

KEPT = 5
_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-\d{6}-\d{3}\.sqlite")


def folder_of(path: Path) -> Path:
    """Return where the backups of a database lie."""
    return path.parent / "backups"


def backups(path: Path) -> list[Path]:
    """Return the backups of a database, newest first. Their names are the times (UTC) they were made."""
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    return sorted((each for each in folder.iterdir() if _NAME.fullmatch(each.name)), reverse=True)


def newest_backup(path: Path) -> Path | None:
    """Return the newest backup of a database, None where there is none."""
    return next(iter(backups(path)), None)


def made_at(backup: Path) -> float:
    """Return when a backup was made, in seconds since the epoch."""
    made = datetime.strptime(backup.stem[:-4], "%Y-%m-%d-%H%M%S").replace(tzinfo=UTC)
    return made.timestamp()


def is_due(path: Path) -> bool:
    """Whether no backup was made today (UTC)."""
    newest = newest_backup(path)
    return newest is None or not newest.name.startswith(time.strftime("%Y-%m-%d", time.gmtime()))


def problem_of(connection: sqlite3.Connection, is_thorough: bool) -> str:
    """Return what is wrong with a database, "" where nothing is. The thorough check also looks at its indexes."""
    try:
        found = connection.execute(f"pragma {'integrity' if is_thorough else 'quick'}_check(1)").fetchone()[0]
        if found != "ok":
            return str(found)
        stray = connection.execute("pragma foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        return str(error)
    return f"a row of {stray[0]} belongs to none of {stray[2]}" if stray else ""


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy an open database into `backups/`, whole and on the disk when this returns.

    Raises:
        sqlite3.Error, OSError: It could not be written; nothing of it is left.
    """
    folder = folder_of(path)
    folder.mkdir(exist_ok=True)
    now = time.time()
    name = time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(now)) + f"-{int(now * 1000) % 1000:03}.sqlite"
    partial = folder / "backup.part"
    try:
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial)) as copy:
            connection.backup(copy)
            # One file, which can be copied and looked at where nothing can be written.
            copy.execute("pragma journal_mode = delete")
        _settle(partial, folder / name)
    finally:
        for left in folder.glob("backup.part*"):
            left.unlink()
    for old in [each for each in backups(path) if each.name != name][KEPT - 1 :]:
        old.unlink()
    return folder / name


def restore(path: Path) -> Path:
    """Put the newest sound backup in the place of a database that nobody has open, and return that backup.

    What was there is kept beside it as `damaged-…`.

    Raises:
        WorkspaceError: There is no sound backup, or the folder can't be written.
    """
    sound = next((each for each in backups(path) if _is_sound(each)), None)
    if sound is None:
        raise WorkspaceError("There is no sound backup of this workspace.", str(folder_of(path)))
    aside = path.with_name(time.strftime("damaged-%Y-%m-%d-%H%M%S.sqlite", time.gmtime()))
    partial = path.with_name(path.name + ".part")
    try:
        if path.exists():
            shutil.copyfile(path, aside)
        for suffix in ("-wal", "-shm"):
            log = path.with_name(path.name + suffix)
            if log.exists():
                log.replace(aside.with_name(aside.name + suffix))
        shutil.copyfile(sound, partial)
        _settle(partial, path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise WorkspaceError(
            f"The backup can't be put back ({error.strerror}).",
            str(path),
            remedy="Free some space, and make the folder writable.",
        ) from error
    return sound


def _is_sound(backup: Path) -> bool:
    with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return not problem_of(connection, is_thorough=True)


def _settle(partial: Path, place: Path) -> None:
    """Give a file that is written its name, once it is on the disk."""
    with partial.open("rb+") as file:
        os.fsync(file.fileno())
    partial.replace(place)
    if os.name == "posix":
        folder = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
