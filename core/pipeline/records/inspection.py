"""Looks at the database of a workspace that is not open here: a glance, counts, a copy, what it says is there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from core.errors import WorkspaceError
from core.pipeline.records import backup
from core.pipeline.records.connection import damaged, in_words, newer, open_for_a_look, read_only
from core.pipeline.records.migrations import migrations


@dataclass(frozen=True)
class Counts:
    """What a database holds. `folders` are those that finished files were delivered to, as they are recorded.

    `newest_fingerprint` is of the source of the newest run, empty where there is none.
    """

    sources: int
    runs: int
    clips: int
    unfinished_runs: int
    folders: tuple[str, ...]
    newest_fingerprint: str


def problem_at_a_glance(path: Path) -> tuple[Literal["newer", "damaged", "missing"], WorkspaceError] | None:
    """Return why a database can't be opened at all, without reading all of it; None where it can."""
    try:
        connection = read_only(path)
    except sqlite3.Error as error:
        return _kind(error), in_words(path, error)
    with closing(connection):
        try:
            applied = migrations.applied(connection)
            if path.stat().st_size and not applied:
                return "damaged", damaged(path, "it has no records of ours")
        except sqlite3.Error as error:
            return _kind(error), in_words(path, error)
        except OSError as error:
            return "missing", WorkspaceError(f"The database can't be read ({error.strerror}).", str(path))
        return ("newer", newer(path)) if applied.difference(migrations.names) else None


def _kind(error: sqlite3.Error) -> Literal["damaged", "missing"]:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return "damaged" if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) else "missing"


def count(path: Path) -> Counts:
    """Return what a database holds.

    Raises:
        WorkspaceError: It can't be read.
    """
    database = open_for_a_look(path)
    try:

        def number(sql: str) -> int:
            return int(database.execute(sql).fetchone()[0])

        newest = database.execute(
            "select sources.fingerprint from runs join sources on sources.id = runs.source_id"
            " order by runs.created_at desc limit 1"
        ).fetchone()
        return Counts(
            number("select count(*) from sources"),
            number("select count(*) from runs"),
            number("select count(*) from clips"),
            number("select count(*) from runs where state = 'started' and is_paused = 0"),
            tuple(row[0] for row in database.execute("select distinct folder from outputs order by folder")),
            newest[0] if newest else "",
        )
    except sqlite3.Error as error:
        raise in_words(path, error) from error
    finally:
        database.close()


def copy_whole(path: Path, to: Path) -> None:
    """Write a copy of a database as it stands at one moment, also while another program works in it.

    Raises:
        WorkspaceError: It can't be read, or the copy can't be written.
    """
    try:
        with closing(read_only(path)) as given, closing(sqlite3.connect(to)) as copy:
            given.backup(copy)
            # One file, which can be copied and looked at where nothing can be written.
            copy.execute("pragma journal_mode = delete")
    except sqlite3.Error as error:
        raise in_words(path, error) from error


def compact(path: Path) -> None:
    """Give back to the disk what the database does not need. Nobody else may have it open.

    Raises:
        DiskFullError, WorkspaceError: There is no space for the copy that this takes, or it can't be written.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("vacuum")
            connection.execute("pragma wal_checkpoint(truncate)")
    except sqlite3.Error as error:
        raise in_words(path, error) from error


def problem_of_all(path: Path) -> str:
    """Return what is wrong with a database after a look at all of it, "" where nothing is.

    Raises:
        WorkspaceError: It can't be opened at all.
    """
    try:
        with closing(read_only(path)) as connection:
            return backup.problem_of(connection, is_thorough=True)
    except sqlite3.Error as error:
        raise in_words(path, error) from error


@dataclass(frozen=True)
class Work:
    """Artifacts by stage and fingerprint: those of completed jobs, and all that any job names."""

    completed: set[tuple[str, str]]
    named: set[tuple[str, str]]


def work_done(path: Path) -> Work:
    """Return which artifacts a database says are there, or may be.

    Raises:
        WorkspaceError: It can't be read.
    """
    database = open_for_a_look(path)
    try:
        completed, named = set(), set()
        for stage, state, *prints in database.execute(
            "select stage, state, fingerprint, made from jobs"
        ).fetchall():
            named |= {(stage, each) for each in prints if each}
            if state == "completed" and prints[0]:
                completed.add((stage, prints[0]))
        return Work(completed, named)
    except sqlite3.Error as error:
        raise in_words(path, error) from error
    finally:
        database.close()


def source_files(path: Path) -> dict[str, Path]:
    """Return where each source lies, by its id.

    Raises:
        WorkspaceError: It can't be read.
    """
    database = open_for_a_look(path)
    try:
        rows = database.execute("select id, record from sources").fetchall()
        return {source_id: Path(json.loads(record)["path"]) for source_id, record in rows}
    except sqlite3.Error as error:
        raise in_words(path, error) from error
    finally:
        database.close()


def relocate_sources(path: Path, places: dict[str, Path]) -> None:
    """Record that sources lie somewhere else, by their ids. Nobody else may have the database open.

    Raises:
        WorkspaceError: It can't be written.
    """
    try:
        with closing(sqlite3.connect(path)) as connection, connection:
            for source_id, place in places.items():
                connection.execute(
                    "update sources set record = json_set(record, '$.path', ?) where id = ?",
                    [place.as_posix(), source_id],
                )
    except sqlite3.Error as error:
        raise in_words(path, error) from error
