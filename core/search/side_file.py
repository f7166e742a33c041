"""A SQLite file of a workspace beside its records, for what can be made anew: the index of words, the vectors.

One connection writes, one thread at a time, and each change is one transaction; readers have connections of their
own that can't write.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.errors import WorkspaceError, disk_full

MEMORY = Path(":memory:")
_FULL = sqlite3.SQLITE_FULL
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@dataclass(frozen=True)
class Trouble:
    """What is raised where a file can't be trusted, and where it can't be written."""

    damaged: type[Exception]
    unwritable: Callable[[Path, sqlite3.Error], WorkspaceError]


class SideFile:
    """The connection that writes a file. Several threads may use it, one after the other."""

    def __init__(self, connection: sqlite3.Connection, path: Path, trouble: Trouble) -> None:
        self.connection = connection
        self._path, self._trouble = path, trouble
        self._turn = threading.Lock()

    def close(self) -> None:
        """Close it, with all that was written in the file itself."""
        with self._turn:
            with contextlib.suppress(sqlite3.Error):
                self.connection.execute("pragma wal_checkpoint(truncate)")
            self.connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread; SQLite's errors are told in words."""
        with self._turn, in_words(self._path, self._trouble):
            yield self.connection

    @contextlib.contextmanager
    def change(self) -> Iterator[sqlite3.Connection]:
        """Give the connection to one thread for a change that is kept as a whole, or not at all."""
        with self.reading() as connection, transaction(connection):
            yield connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep what is changed in the block as a whole, or not at all."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("rollback")
        raise
    connection.execute("commit")


@contextlib.contextmanager
def in_words(path: Path, trouble: Trouble) -> Iterator[None]:
    """Tell SQLite's errors in words.

    Raises:
        DiskFullError: There is no space for the file.
        Exception: `trouble.damaged`, where the file can't be trusted.
        WorkspaceError: It can't be written.
    """
    try:
        yield
    except sqlite3.Error as error:
        if _code(error) == _FULL:
            raise disk_full(str(path)) from error
        if is_damage(error):
            raise trouble.damaged(f"{path}: {error}") from error
        raise trouble.unwritable(path, error) from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file can't be trusted."""
    # A table that is missing is an error of what is asked, by SQLite's own count.
    return _code(error) in _DAMAGE or "no such table" in str(error)


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection that writes, and makes the file where it is missing."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        # What was said and is taken out is not left behind in the file.
        connection.execute("pragma secure_delete = on")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that can't write, for use in any one thread at a time."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of a file's shape, 0 where it was never made."""
    return int(connection.execute("pragma user_version").fetchone()[0])


def make(connection: sqlite3.Connection, shape: str) -> None:
    """Make the tables of a file, as a whole or not at all; `shape` has a statement a line, ended by semicolons."""
    with transaction(connection):
        for statement in shape.split(";\n"):
            connection.execute(statement)


def remove(path: Path) -> None:
    """Remove a file with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
