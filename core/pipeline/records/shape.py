"""Changes of a database: together or not at all, and those of its shape each once, as it remembers itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

Change = Callable[[sqlite3.Connection], None]


def connect(path: Path | str) -> sqlite3.Connection:
    """Open a database in which each statement is kept by itself, where none of `together` is around it.

    Only the thread that opened it may use it: sqlite3 itself refuses any other.
    """
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("pragma recursive_triggers = on")
    return connection


@contextmanager
def together(connection: sqlite3.Connection) -> Iterator[None]:
    """Keep all that is written inside, or nothing of it; within another, only the inner part is taken back."""
    is_outermost = not connection.in_transaction
    connection.execute("begin" if is_outermost else "savepoint part")
    try:
        yield
        connection.execute("commit" if is_outermost else "release part")
    except BaseException:
        # An error may have ended all of it already; then there is nothing left to take back.
        if connection.in_transaction:
            if is_outermost:
                connection.execute("rollback")
            else:
                connection.execute("rollback to part")
                connection.execute("release part")
        raise


class Shape:
    """The changes that make a database what it is, in their order, under the names of their functions.

    They are noted in the database under `owner`, in the table that sqlite-utils keeps such notes in: it made them
    for older versions.
    """

    def __init__(self, owner: str) -> None:
        self._owner = owner
        self._changes: dict[str, Change] = {}

    def change(self, change: Change) -> Change:
        """Take a function as the next change."""
        self._changes[change.__name__] = change
        return change

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all changes, in their order."""
        return tuple(self._changes)

    def applied(self, connection: sqlite3.Connection) -> set[str]:
        """Return the names of the changes that were made, also of those that a newer program made."""
        there = connection.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchone()
        if not there:
            return set()
        made = connection.execute("select name from _sqlite_migrations where migration_set = ?", [self._owner])
        return {name for (name,) in made}

    def pending(self, connection: sqlite3.Connection) -> list[str]:
        """Return the names of the changes that are still to be made, in their order."""
        applied = self.applied(connection)
        return [name for name in self._changes if name not in applied]

    def apply(self, connection: sqlite3.Connection, stop_before: str = "") -> None:
        """Make the changes that are pending, each whole or not at all."""
        waiting = self.pending(connection)
        if not waiting:
            return
        with together(connection):
            for statement in _NOTES:
                connection.execute(statement)
        for name in waiting:
            if name == stop_before:
                return
            with together(connection):
                self._changes[name](connection)
                connection.execute(
                    "insert into _sqlite_migrations (migration_set, name, applied_at) values (?, ?, ?)",
                    [self._owner, name, str(datetime.now(UTC))],
                )


_NOTES = (
    "create table if not exists _sqlite_migrations"
    " (id integer primary key, migration_set text, name text, applied_at text) strict",
    "create unique index if not exists idx__sqlite_migrations_migration_set_name"
    " on _sqlite_migrations (migration_set, name)",
)
