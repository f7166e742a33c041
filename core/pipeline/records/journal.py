"""The append-only log of runs, and values that outlive the program."""

from __future__ import annotations

from typing import Any

from core.pipeline.records.database import Database
from core.schema.log import LogFilter
from core.schema.run import LogLine

_AT_LEAST = {"info": ("info", "warning", "error"), "warning": ("warning", "error"), "error": ("error",)}


class Journal(Database):
    """What happened, and what is kept."""

    def log(
        self, run_id: str = "", stage: str = "", level: str = "", clip_id: str = "", limit: int = 0
    ) -> list[LogLine]:
        """Return lines of the log, oldest first; of more than `limit` (0: no limit) the newest.

        Each filter that is given must match: a run, a stage, a clip, and a level, which takes worse ones in.
        """
        wanted = LogFilter(run_id=run_id, stage=stage, level=level, clip_id=clip_id, limit=limit)
        return self.log_after(0, wanted)[1]

    def log_after(self, mark: int, wanted: LogFilter) -> tuple[int, list[LogLine]]:
        """Return a mark to go on from, and the wanted lines after an earlier mark (0: all), oldest first."""
        conditions: list[str] = ["id > ?"]
        values: list[Any] = [mark]
        for column, value in (("run_id", wanted.run_id), ("stage", wanted.stage)):
            if value:
                conditions.append(f"{column} = ?")
                values.append(value)
        if wanted.clip_id:
            conditions.append("substr(clip_id, -length(?)) = ?")
            values += [wanted.clip_id, wanted.clip_id]
        if wanted.level:
            levels = _AT_LEAST[wanted.level]
            conditions.append(f"level in ({', '.join('?' for _ in levels)})")
            values += levels
        if wanted.is_failure:
            conditions.append("(level = 'error' or reason <> '')")
        newest = self._rows("select coalesce(max(id), 0) as id from log")[0]["id"]
        rows = self._rows(
            f"select at, run_id, job_id, stage, clip_id, aspect, preset, reason, level, message from log"
            f" where {' and '.join(conditions)} and id <= ? order by id desc limit ?",
            [*values, newest, wanted.limit or -1],
        )
        return newest, [LogLine.model_validate(row) for row in reversed(rows)]

    def write_log(
        self,
        run_id: str,
        message: str,
        level: str = "info",
        job_id: str = "",
        stage: str = "",
        clip_id: str = "",
        aspect: str = "",
        reason: str = "",
    ) -> None:
        """Add a line to the log; an empty `run_id` is for what concerns the workspace."""
        with self._transaction() as events:
            events.append(self._log(run_id, job_id, stage, level, message, clip_id, aspect, reason))

    def kept_value(self, name: str) -> str:
        """Return a value that outlives the program, empty where there is none."""
        rows = self._rows("select value from kept_values where name = ?", [name])
        return str(rows[0]["value"]) if rows else ""

    def keep_value(self, name: str, value: str) -> None:
        """Keep a value over restarts."""
        with self._transaction():
            self._db.execute(
                "insert into kept_values values (?, ?) on conflict (name) do update set value = excluded.value",
                [name, value],
            )
