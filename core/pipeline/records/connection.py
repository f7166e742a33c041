"""Opens the database of a workspace, for work or for a look, and says in words what is wrong with it.

For work it is examined, backed up and brought up to date first. For a look nothing in the folder is touched.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from pathlib import Path

from core.errors import DiskFullError, WorkspaceError, disk_full
from core.pipeline.records import backup
from core.pipeline.records.migrations import guard_states, migrations
from core.pipeline.records.shape import connect
from core.redaction import redact

_log = logging.getLogger(__name__)
# An error of the disk with less than this left is one of a full disk: SQLite writes at most 32 KiB at a time.
_FULL_BYTES = 64 * 1024
_WORLD = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
    }
)
# What other people's errors are kept in: they quote addresses and headers.
_ERROR_COLUMNS = {"runs": "error", "jobs": "error_reason", "outputs": "error", "attempts": "error_reason"}


def open_for_work(path: Path) -> sqlite3.Connection:
    """Open a database, making it where there is none; it is sound and of our shape then.

    Raises:
        DiskFullError: There is no space to open it, or for the backup before a migration.
        WorkspaceError: It is damaged, missing though it was there, too new, or can't be written.
    """
    is_new = _is_empty(path)
    if is_new and backup.newest_backup(path) is not None:
        raise damaged(path, "it is missing or empty")
    try:
        database = connect(path)
    except sqlite3.Error as error:
        raise in_words(path, error) from error
    try:
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")
        database.execute("pragma foreign_keys = on")
        # Text that is replaced or deleted is not left behind in the file, and sorting needs no space on the disk.
        database.execute("pragma secure_delete = on")
        database.execute("pragma temp_store = memory")
        _refuse_newer(database, path)
        if not is_new:
            _examine_and_back_up(database, path)
        migrations.apply(database)
        guard_states(database)
        _hide_secrets(database)
    except sqlite3.Error as error:
        database.close()
        raise in_words(path, error) from error
    except BaseException:
        database.close()
        raise
    return database


def open_for_a_look(path: Path) -> sqlite3.Connection:
    """Open a database for reading, also while another program works in it; nothing is written or made.

    One of an older shape is read from a copy in memory that is brought up to date.

    Raises:
        WorkspaceError: It is too new, damaged, or can't be read.
    """
    try:
        database = read_only(path)
    except sqlite3.Error as error:
        raise in_words(path, error) from error
    try:
        _refuse_newer(database, path)
        if migrations.pending(database):
            database = _renewed_copy(database)
        database.execute("pragma query_only = on")
    except sqlite3.Error as error:
        database.close()
        raise in_words(path, error) from error
    except BaseException:
        database.close()
        raise
    return database


def examine(path: Path) -> str:
    """Return what is wrong with a database after a look at all of it, "" where nothing is."""
    try:
        connection = read_only(path)
    except sqlite3.Error as error:
        return str(error)
    try:
        return backup.problem_of(connection, is_thorough=True)
    finally:
        connection.close()


def is_of_the_world(error: sqlite3.Error) -> bool:
    """Whether the disk, the file or another program is to blame, rather than what was asked of the database."""
    return _code(error) in _WORLD


def in_words(path: Path, error: sqlite3.Error) -> WorkspaceError:
    """Return what went wrong with the database as an error for the user."""
    code = _code(error)
    if code == sqlite3.SQLITE_FULL or (code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(path)):
        return disk_full(str(path))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, str(error))
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return WorkspaceError(
            "Another program holds the workspace's database.", str(path), remedy="Close it there, and try again."
        )
    if code == sqlite3.SQLITE_READONLY:
        return WorkspaceError(
            "The workspace's database can't be written.",
            str(path),
            remedy="Make the file and its folder writable, or choose another workspace.",
        )
    return WorkspaceError(
        f"The workspace's database can't be opened or used ({error}).",
        str(path),
        remedy="Check that the disk is there, and that the file and its folder may be read and written.",
    )


def damaged(path: Path, problem: str) -> WorkspaceError:
    """Return the error for a database that can't be trusted, with the newest backup to put back."""
    newest = backup.newest_backup(path)
    if newest is None:
        remedy = "There is no backup of it. Restore the file from a copy of your own, or choose another workspace."
    else:
        remedy = f"Put the newest backup ({newest}) back with: main.py doctor --workspace {path.parent} --restore"
    return WorkspaceError(f"The workspace's database is damaged ({problem}).", str(path), remedy=remedy)


def newer(path: Path) -> WorkspaceError:
    """Return the error for a database that a newer version of the program has changed."""
    return WorkspaceError(
        "This workspace was written by a newer Shortlist.", str(path), remedy="Update Shortlist to open it."
    )


def _code(error: sqlite3.Error) -> int:
    # The upper bits say where it happened. Errors of Python's own module have no code.
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def _is_empty(path: Path) -> bool:
    return not path.exists() or path.stat().st_size == 0


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _FULL_BYTES
    except OSError:
        return False


def _refuse_newer(database: sqlite3.Connection, path: Path) -> None:
    if migrations.applied(database).difference(migrations.names):
        raise newer(path)


def _examine_and_back_up(database: sqlite3.Connection, path: Path) -> None:
    """Refuse a damaged database; keep a copy of a sound one once a day, and before its shape changes.

    With 200,000 lines of log, 100,000 jobs and as many attempts (73 MB) the quick check takes 0.3 s, the thorough
    one 1.2 s.
    """
    is_due = backup.is_due(path)
    problem = backup.problem_of(database, is_thorough=is_due)
    if problem:
        raise damaged(path, problem)
    is_pending = bool(migrations.pending(database))
    if not (is_due or is_pending):
        return
    try:
        backup.back_up(database, path)
    except (sqlite3.Error, OSError) as error:
        if not is_pending:
            _log.warning("%s: no backup could be made today (%s)", path, error)
            return
        is_full = _is_full(path) or getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL
        raise (DiskFullError if is_full else WorkspaceError)(
            f"The workspace can't be brought up to date: no backup of it could be made before ({error}).",
            str(path),
            remedy=f"Free some space, and make {backup.folder_of(path)} writable.",
        ) from error


def _hide_secrets(database: sqlite3.Connection) -> None:
    """Have the database itself hide secrets in what it keeps of errors, whoever writes them."""
    database.create_function("redact", 1, redact)
    for table, column in _ERROR_COLUMNS.items():
        for event in ("insert", f"update of {column}"):
            database.execute(
                f"create temp trigger hide_{table}_{event.split()[0]} after {event} on main.{table}"
                f" when new.{column} <> '' and new.{column} <> redact(new.{column})"
                f" begin update {table} set {column} = redact(new.{column}) where rowid = new.rowid; end"
            )


def read_only(path: Path) -> sqlite3.Connection:
    """Connect for reading. Where nobody works in the database it is read as a file that can't change.

    SQLite would otherwise leave two files of its own beside it, and needs a folder that can be written.
    """
    log = path.with_name(path.name + "-wal")
    if log.exists():
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            connection.execute("select count(*) from sqlite_master")
        except sqlite3.OperationalError:
            connection.close()
            if not _is_empty(log):
                raise
            # Left by somebody who could not open it for work, as on a full disk.
        else:
            return connection
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _renewed_copy(database: sqlite3.Connection) -> sqlite3.Connection:
    copy = connect(":memory:")
    try:
        database.backup(copy)
        migrations.apply(copy)
    except BaseException:
        copy.close()
        raise
    finally:
        database.close()
    return copy
