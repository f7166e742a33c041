"""The database of a workspace: opened, migrated, changed in transactions whose events are told once they hold.

One writer (the main process). Reads are indexed and fast enough for the loop's thread.
"""

from __future__ import annotations

import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlite_utils

from core.errors import ContractError, WorkspaceError
from core.pipeline.events import Event, LogWritten
from core.pipeline.migrations import guard_states, migrations
from core.pipeline.states import JOB_TRANSITIONS, sources_of
from core.schema.run import LogLine

Listener = Callable[[Event], None]


def new_id() -> str:
    """Return a short random id."""
    return uuid.uuid4().hex[:12]


class Database:
    """The connection, and what every kind of record needs of it."""

    def __init__(self, path: Path) -> None:
        self._listeners: list[Listener] = []
        try:
            connection = sqlite3.connect(path)
        except sqlite3.Error as error:
            raise _cannot_open(path, error) from error
        # The connection belongs to the loop's thread: sqlite3 itself refuses any other.
        self._db = sqlite_utils.Database(connection, strict=True)
        try:
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = normal")
            self._db.execute("pragma foreign_keys = on")
            self._refuse_newer(path)
            migrations.apply(self._db)
            guard_states(self._db)
        except WorkspaceError:
            self._db.close()
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise _cannot_open(path, error) from error

    def _refuse_newer(self, path: Path) -> None:
        known = {migration.name for migration in migrations.pending(self._db)}
        applied = {migration.name for migration in migrations.applied(self._db)}
        ours = known | {m.name for m in migrations._migrations}
        if applied - ours:
            raise WorkspaceError(
                "This workspace was written by a newer Shortlist.",
                str(path),
                remedy="Update Shortlist to open it.",
            )

    def close(self) -> None:
        """Close the database."""
        self._db.close()

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with every event after its transaction; return how to stop that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, event: Event) -> None:
        """Tell all listeners."""
        for listener in list(self._listeners):
            listener(event)

    @contextmanager
    def _transaction(self) -> Iterator[list[Event]]:
        """Run one transaction; events appended to the list are told once it is committed."""
        events: list[Event] = []
        with self._db.atomic():
            yield events
        for event in events:
            self.announce(event)

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        # sqlite_utils' own query() wraps every read in a savepoint, which costs more than the read.
        cursor = self._db.conn.execute(sql, values)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def _log(
        self,
        run_id: str,
        job_id: str = "",
        stage: str = "",
        level: str = "info",
        message: str = "",
        clip_id: str = "",
        aspect: str = "",
        reason: str = "",
    ) -> LogWritten:
        line = LogLine.model_validate(
            {
                "at": time.time(),
                "run_id": run_id,
                "job_id": job_id,
                "stage": stage,
                "clip_id": clip_id,
                "aspect": aspect,
                "reason": reason,
                "level": level,
                "message": message,
            }
        )
        row = line.model_dump()
        self._db.execute(
            f"insert into log ({', '.join(row)}) values ({', '.join('?' for _ in row)})", list(row.values())
        )
        return LogWritten(line)

    def _move(self, table: str, transitions: dict[str, frozenset[str]], row_id: str, state: str) -> bool:
        """Take a row to a state if that is legal; False where it is there already.

        Raises:
            ContractError: The transition is illegal, or there is no such row.
        """
        allowed = sources_of(transitions, state)
        marks = ", ".join("?" for _ in allowed)
        moved = self._db.execute(
            f"update {table} set state = ? where id = ? and state in ({marks})", [state, row_id, *allowed]
        )
        if moved.rowcount == 1:
            return True
        rows = self._rows(f"select state from {table} where id = ?", [row_id])
        if rows and (rows[0]["state"] == state or _is_settled(transitions, rows[0]["state"], state)):
            return False
        found = rows[0]["state"] if rows else "nothing"
        raise ContractError(f"{table} {row_id}: {found} can't become {state}")


def _cannot_open(path: Path, error: sqlite3.Error) -> WorkspaceError:
    return WorkspaceError(
        f"The workspace's database can't be opened ({error}).",
        str(path),
        remedy="If the disk is writable, restore the file from a backup or choose another workspace.",
    )


def _is_settled(transitions: dict[str, frozenset[str]], current: str, wanted: str) -> bool:
    """Whether `current` and `wanted` are rival ends of one race: the loser is a no-op."""
    ends = {"completed", "failed"}
    return transitions is JOB_TRANSITIONS and current in ends and wanted in ends
