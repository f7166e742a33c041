"""The database of a workspace: read, and changed in transactions whose events are told once they hold.

One writer (the main process). Reads are indexed and fast enough for the loop's thread.
"""

from __future__ import annotations

import logging
import math
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import ContractError
from core.pipeline.events import Event, LogWritten
from core.pipeline.records.connection import in_words, is_of_the_world, open_for_a_look, open_for_work
from core.pipeline.records.run_log import tell
from core.pipeline.records.shape import together
from core.pipeline.records.states import JOB_TRANSITIONS, sources_of
from core.redaction import redact
from core.schema.run import LogLine

_log = logging.getLogger(__name__)

# Steps of undo lie in two tables, and are taken back in the order of their times.
_STEPS = ("edits", "correction_steps")

Listener = Callable[[Event], None]


def new_id() -> str:
    """Return a short random id."""
    return uuid.uuid4().hex[:12]


@dataclass(frozen=True)
class Step:
    """A step of undo: its name, and when it was made, in seconds since the epoch."""

    label: str
    at: float


class Database:
    """The connection, and what every kind of record needs of it."""

    def __init__(self, path: Path, is_look: bool = False) -> None:
        """Open it for work, or for a look, in which nothing can be written.

        Raises:
            DiskFullError: There is no space to open it for work.
            WorkspaceError: It is damaged, too new, or can't be used.
        """
        self._path = path
        self._listeners: list[Listener] = []
        self._untold: list[Event] | None = None
        self._db = open_for_a_look(path) if is_look else open_for_work(path)

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
        """Tell all listeners. One that raises costs neither the others nor the work that is told of."""
        for listener in list(self._listeners):
            try:
                listener(event)
            except Exception:
                _log.exception("A listener failed at %s", type(event).__name__)

    @contextmanager
    def _transaction(self) -> Iterator[list[Event]]:
        """Run one transaction; events appended to the list are told once it is committed.

        Raises:
            DiskFullError: There is no space for it; nothing of it is kept.
            WorkspaceError: The file is damaged, held by another program, or can't be written.
        """
        is_outermost = self._untold is None
        events: list[Event] = [] if self._untold is None else self._untold
        self._untold = events
        try:
            with self._in_words(), together(self._db):
                yield events
        finally:
            if is_outermost:
                self._untold = None
        for event in events if is_outermost else ():
            if isinstance(event, LogWritten):
                tell(event.line)
            self.announce(event)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make several changes one: all of them are kept, or none, and told when they are."""
        with self._transaction():
            yield

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[dict[str, Any]]:
        with self._in_words():
            cursor = self._db.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    @contextmanager
    def _in_words(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if not is_of_the_world(error):
                raise
            raise in_words(self._path, error) from error

    def _step(self, select: str, of: str) -> Step | None:
        rows = self._rows(select, [of])
        return Step(rows[0]["label"], rows[0]["at"]) if rows else None

    def _moment(self) -> float:
        """Return now, in seconds since the epoch, but later than any step before: clocks are set back at times."""
        made = [
            row["at"] for table in _STEPS for row in self._rows(f"select at from {table} order by id desc limit 1")
        ]
        return max(time.time(), *(math.nextafter(at, math.inf) for at in made)) if made else time.time()

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
        preset: str = "",
    ) -> LogWritten:
        line = LogLine.model_validate(
            {
                "at": time.time(),
                "run_id": run_id,
                "job_id": job_id,
                "stage": stage,
                "clip_id": clip_id,
                "aspect": aspect,
                "preset": preset,
                "reason": reason,
                "level": level,
                "message": redact(message),
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


def _is_settled(transitions: dict[str, frozenset[str]], current: str, wanted: str) -> bool:
    """Whether `current` and `wanted` are rival ends of one race: the loser is a no-op."""
    ends = {"completed", "failed"}
    return transitions is JOB_TRANSITIONS and current in ends and wanted in ends
