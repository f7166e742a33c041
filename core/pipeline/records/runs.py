"""Sources and runs."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.errors import WorkspaceError
from core.pipeline.events import RunChanged, RunDeleted
from core.pipeline.records.database import Database, new_id
from core.pipeline.records.states import RUN_TRANSITIONS
from core.schema.run import Priority, RunOptions, RunRecord, RunSetup
from core.schema.source import Source

_NO_TAKES: Mapping[str, str] = {}
_STATE_SET: Mapping[str, str] = {
    "started": "It goes on.",
    "analysis_complete": "The analysis is complete.",
    "fully_generated": "All files are made.",
    "delivery_failed": "Not all files could be made.",
    "failed": "It failed.",
}
_PRIORITY_SET: Mapping[Priority, str] = {
    "high": "It is served before other runs now.",
    "normal": "It is served in its turn now.",
    "low": "It is served after other runs now.",
}


class RunRecords(Database):
    """What was imported, and each run that repurposes it."""

    def add_source(
        self,
        path: Path,
        fingerprint: str,
        size_bytes: int,
        duration: float = 0.0,
        page: str = "",
        uploader: str = "",
    ) -> Source:
        """Record an imported file; a known content keeps its id and page and learns its new path.

        `duration` in seconds; `page` and `uploader` where it was fetched from the network.
        """
        known = self._rows("select record from sources where fingerprint = ?", [fingerprint])
        before = Source.model_validate_json(known[0]["record"]) if known else None
        source = Source(
            id=before.id if before else new_id(),
            page=page or (before.page if before else ""),
            uploader=uploader or (before.uploader if before else ""),
            path=path,
            name=path.stem,
            fingerprint=fingerprint,
            size_bytes=size_bytes,
            duration=duration,
        )
        with self._transaction():
            self._db.execute(
                "insert into sources values (?, ?, ?, ?) on conflict (id) do update set record = excluded.record",
                [source.id, fingerprint, source.model_dump_json(), time.time()],
            )
        return source

    def source(self, source_id: str) -> Source:
        """Return a source.

        Raises:
            WorkspaceError: There is no such source.
        """
        rows = self._rows("select record from sources where id = ?", [source_id])
        if not rows:
            raise WorkspaceError(f"There is no source {source_id} in this workspace.")
        return Source.model_validate_json(rows[0]["record"])

    def sources(self) -> list[Source]:
        """Return all sources, newest import first."""
        rows = self._rows("select record from sources order by imported_at desc")
        return [Source.model_validate_json(row["record"]) for row in rows]

    def add_run(
        self, source_id: str, options: RunOptions, style_pin: str, takes: Mapping[str, str] = _NO_TAKES
    ) -> RunRecord:
        """Create a run in its first state, last in the queue. `takes` are stages to be done anew."""
        run_id = new_id()
        with self._transaction() as events:
            self._db.execute(
                "insert into runs (id, source_id, state, options, setup, execution_id, style_pin, created_at,"
                " position, takes) values (?, ?, 'started', ?, ?, ?, ?, ?,"
                " (select coalesce(max(position), 0) + 1 from runs), ?)",
                [
                    run_id,
                    source_id,
                    options.model_dump_json(),
                    RunSetup().model_dump_json(),
                    new_id(),
                    style_pin,
                    time.time(),
                    json.dumps(dict(takes)),
                ],
            )
            events.append(self._log(run_id, message="Started."))
            events.append(RunChanged(self.run(run_id)))
        return self.run(run_id)

    def run(self, run_id: str) -> RunRecord:
        """Return a run.

        Raises:
            WorkspaceError: There is no such run.
        """
        rows = self._rows(f"{_COUNTED} where runs.id = ?", [run_id])
        if not rows:
            raise WorkspaceError(f"There is no run {run_id} in this workspace.")
        return _run_record(rows[0])

    def subject(self, run_id: str) -> tuple[Source, RunOptions, str]:
        """Return what a run works on, its options and the style it is pinned to: what decides its work."""
        rows = self._rows(f"{_RUNS} where runs.id = ?", [run_id])
        if not rows:
            raise WorkspaceError(f"There is no run {run_id} in this workspace.")
        return _source(rows[0]["source_record"]), _options(rows[0]["options"]), rows[0]["style_pin"]

    def set_options(self, run_id: str, options: RunOptions) -> None:
        """Let a run's files be made otherwise from now on."""
        with self._transaction() as events:
            self._db.execute("update runs set options = ? where id = ?", [options.model_dump_json(), run_id])
            events.append(RunChanged(self.run(run_id)))

    def runs_of(self, source_id: str) -> list[str]:
        """Return the ids of a source's runs, newest first."""
        sql = "select id from runs where source_id = ? order by created_at desc, rowid desc"
        return [row["id"] for row in self._rows(sql, [source_id])]

    def runs(self) -> list[RunRecord]:
        """Return all runs, newest first."""
        counts = {
            row["run_id"]: row
            for row in self._rows(
                "select run_id, count(*) as job_count, sum(state = 'completed') as done_count"
                " from jobs group by run_id"
            )
        }
        rows = self._rows(f"{_RUNS} order by runs.created_at desc, runs.rowid desc")
        return [_run_record(row | counts.get(row["id"], {})) for row in rows]

    def unfinished_runs(self) -> list[RunRecord]:
        """Return runs with work left that nobody stopped: not analysed yet, or with files to deliver."""
        has_outputs = "exists (select 1 from outputs where outputs.run_id = runs.id)"
        where = (
            "is_paused = 0 and (state = 'started' or is_refreshing = 1"
            f" or (state = 'analysis_complete' and {has_outputs}))"
        )
        return [_run_record(row) for row in self._rows(f"select * from ({_COUNTED}) as runs where {where}")]

    def setup(self, run_id: str) -> RunSetup:
        """Return what was resolved when a run started."""
        rows = self._rows("select setup from runs where id = ?", [run_id])
        return RunSetup.model_validate_json(rows[0]["setup"])

    def set_setup(self, run_id: str, setup: RunSetup) -> None:
        """Replace what was resolved, when a run is resumed on a machine that has more or less than before."""
        with self._transaction():
            self._db.execute("update runs set setup = ? where id = ?", [setup.model_dump_json(), run_id])

    def move_run(self, run_id: str, state: str, error: str = "") -> bool:
        """Take a run to a state; return False where it is there already.

        Raises:
            ContractError: The transition is illegal.
        """
        finished = time.time() if state in ("fully_generated", "delivery_failed", "failed") else None
        with self._transaction() as events:
            if not self._move("runs", RUN_TRANSITIONS, run_id, state):
                return False
            self._db.execute(
                "update runs set error = ?, finished_at = ? where id = ?",
                [error, finished, run_id],
            )
            level = "error" if error else "info"
            events.append(self._log(run_id, level=level, message=error or _STATE_SET[state]))
            events.append(RunChanged(self.run(run_id)))
        return True

    def pause_run(self, run_id: str, is_paused: bool) -> None:
        """Mark a run as stopped by the user, or as going on."""
        with self._transaction() as events:
            self._db.execute("update runs set is_paused = ? where id = ?", [int(is_paused), run_id])
            events.append(self._log(run_id, message="Stopped by you." if is_paused else "Resumed."))
            events.append(RunChanged(self.run(run_id)))

    def set_priority(self, run_id: str, priority: Priority) -> None:
        """Serve a run before or after those of other priorities."""
        with self._transaction() as events:
            self._db.execute("update runs set priority = ? where id = ?", [priority, run_id])
            events.append(self._log(run_id, message=_PRIORITY_SET[priority]))
            events.append(RunChanged(self.run(run_id)))

    def set_positions(self, positions: Mapping[str, float]) -> None:
        """Place runs in the queue."""
        with self._transaction() as events:
            for run_id, position in positions.items():
                self._db.execute("update runs set position = ? where id = ?", [position, run_id])
                events.append(RunChanged(self.run(run_id)))

    def takes(self, run_id: str) -> dict[str, str]:
        """Return which time each replayed stage of a run is done."""
        rows = self._rows("select takes from runs where id = ?", [run_id])
        return dict(json.loads(rows[0]["takes"])) if rows else {}

    def replay_stage(self, run_id: str, stage: str, anew: Mapping[str, str]) -> None:
        """Give stages of a run another take, so that they and what hangs below them is done anew."""
        with self._transaction() as events:
            takes = {**self.takes(run_id), **anew}
            self._db.execute("update runs set takes = ? where id = ?", [json.dumps(takes), run_id])
            events.append(self._log(run_id, stage=stage, message=f"Replayed from {stage}."))
            events.append(RunChanged(self.run(run_id)))

    def set_refreshing(self, run_id: str, is_refreshing: bool) -> None:
        """Write down that what was made of a run's clips is being made anew, or is no longer."""
        with self._transaction() as events:
            self._db.execute("update runs set is_refreshing = ? where id = ?", [int(is_refreshing), run_id])
            events.append(RunChanged(self.run(run_id)))

    def set_run_style(self, run_id: str, style_pin: str) -> None:
        """Pin a run, and clips found from now on, to a style."""
        with self._transaction() as events:
            self._db.execute("update runs set style_pin = ? where id = ?", [style_pin, run_id])
            events.append(self._log(run_id, message=f"The style is {style_pin} now."))
            events.append(RunChanged(self.run(run_id)))

    def set_composition_index(self, run_id: str, path: str) -> None:
        """Record where the list of a run's compositions is."""
        with self._transaction():
            self._db.execute("update runs set composition_index = ? where id = ?", [path, run_id])

    def delete_run(self, run_id: str) -> None:
        """Remove a run with its jobs, outputs, clips, edits and log. Delivered files stay."""
        with self._transaction() as events:
            self._db.execute("delete from log where run_id = ?", [run_id])
            self._db.execute("delete from runs where id = ?", [run_id])
            # What is said in a source that no run shows can't be opened, and is not to be found.
            self._db.execute("delete from said where source_id not in (select source_id from runs)")
            events.append(RunDeleted(run_id))


def _run_record(row: dict[str, Any]) -> RunRecord:
    source = _source(row["source_record"])
    counted = row.get("job_count", 0)
    return RunRecord(
        id=row["id"],
        source_id=source.id,
        source_name=source.name,
        source_path=source.path,
        state=row["state"],
        is_paused=bool(row["is_paused"]),
        options=_options(row["options"]),
        execution_id=row["execution_id"],
        created_at=row["created_at"],
        finished_at=row["finished_at"],
        error=row["error"],
        fraction=row["done_count"] / counted if counted else 0.0,
        style_pin=row["style_pin"],
        composition_index=row["composition_index"],
        priority=row["priority"],
        position=row["position"],
        takes=json.loads(row["takes"]),
        is_refreshing=bool(row["is_refreshing"]),
    )


# Hundreds of runs are read at once, and most of them say the same.
@lru_cache(maxsize=4096)
def _source(text: str) -> Source:
    return Source.model_validate_json(text)


@lru_cache(maxsize=4096)
def _options(text: str) -> RunOptions:
    return RunOptions.model_validate_json(text)


_RUNS = "select runs.*, sources.record as source_record from runs join sources on sources.id = runs.source_id"
_COUNTED = """
select runs.*, sources.record as source_record,
    (select count(*) from jobs where jobs.run_id = runs.id) as job_count,
    (select count(*) from jobs where jobs.run_id = runs.id and jobs.state = 'completed') as done_count
from runs join sources on sources.id = runs.source_id
"""
