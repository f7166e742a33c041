"""The records in SQLite: one writer (the main process), each change one transaction with its log line.

Reads are indexed and fast enough for the loop's thread; nothing here waits on the network or on media.
"""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from core.errors import ContractError, WorkspaceError
from core.pipeline.events import (
    ClipsChanged,
    Event,
    JobChanged,
    LogWritten,
    OutputChanged,
    RunChanged,
    RunDeleted,
)
from core.pipeline.graph import Node
from core.pipeline.migrations import migrations
from core.pipeline.states import JOB_TRANSITIONS, OUTPUT_TRANSITIONS, RUN_TRANSITIONS, sources_of
from core.schema.choice import Aspect, Cost
from core.schema.clip import Clip
from core.schema.run import JobRecord, LogLine, OutputRecord, RunOptions, RunRecord, RunSetup
from core.schema.source import Source
from core.schema.transcript import Transcript

Listener = Callable[[Event], None]


def new_id() -> str:
    """Return a short random id."""
    return uuid.uuid4().hex[:12]


class Store:
    """The database of one workspace."""

    def __init__(self, path: Path) -> None:
        try:
            self._db = Database(sqlite3.connect(path, check_same_thread=False), strict=True)
            self._db.execute("pragma journal_mode = wal")
            self._db.execute("pragma synchronous = normal")
            self._db.execute("pragma foreign_keys = on")
            self._refuse_newer(path)
            migrations.apply(self._db)
        except WorkspaceError:
            self._db.close()
            raise
        except sqlite3.DatabaseError as error:
            self._db.close()
            raise WorkspaceError(
                f"The workspace's database can't be opened ({error}).",
                str(path),
                remedy="If the disk is writable, restore the file from a backup or choose another workspace.",
            ) from error
        self._listeners: list[Listener] = []
        self._unsent: list[Event] = []

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

    # Listening

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
        return list(self._db.query(sql, values))

    # Sources

    def add_source(self, path: Path, fingerprint: str, size_bytes: int) -> Source:
        """Record an imported file; a known content keeps its id and learns its new path."""
        known = self._rows("select id from sources where fingerprint = ?", [fingerprint])
        source = Source(
            id=known[0]["id"] if known else new_id(),
            path=path,
            name=path.stem,
            fingerprint=fingerprint,
            size_bytes=size_bytes,
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

    # Runs

    def add_run(self, source_id: str, options: RunOptions, style_pin: str) -> RunRecord:
        """Create a run in its first state."""
        run_id = new_id()
        with self._transaction() as events:
            self._db.execute(
                "insert into runs (id, source_id, state, options, setup, execution_id, style_pin, created_at)"
                " values (?, ?, 'started', ?, ?, ?, ?, ?)",
                [
                    run_id,
                    source_id,
                    options.model_dump_json(),
                    RunSetup().model_dump_json(),
                    new_id(),
                    style_pin,
                    time.time(),
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
        rows = self._rows(_RUNS + " where runs.id = ?", [run_id])
        if not rows:
            raise WorkspaceError(f"There is no run {run_id} in this workspace.")
        return self._run_record(rows[0])

    def runs(self) -> list[RunRecord]:
        """Return all runs, newest first."""
        return [
            self._run_record(row) for row in self._rows(_RUNS + " order by runs.created_at desc, runs.rowid desc")
        ]

    def _run_record(self, row: dict[str, Any]) -> RunRecord:
        source = Source.model_validate_json(row["source_record"])
        counted = row["job_count"]
        return RunRecord(
            id=row["id"],
            source_id=source.id,
            source_name=source.name,
            source_path=source.path,
            state=row["state"],
            is_paused=bool(row["is_paused"]),
            options=RunOptions.model_validate_json(row["options"]),
            execution_id=row["execution_id"],
            created_at=row["created_at"],
            finished_at=row["finished_at"],
            error=row["error"],
            fraction=row["done_count"] / counted if counted else 0.0,
            style_pin=row["style_pin"],
            composition_index=row["composition_index"],
        )

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
            events.append(
                self._log(run_id, level=level, message=error or state.replace("_", " ").capitalize() + ".")
            )
            events.append(RunChanged(self.run(run_id)))
        return True

    def pause_run(self, run_id: str, is_paused: bool) -> None:
        """Mark a run as stopped by the user, or as going on."""
        with self._transaction() as events:
            self._db.execute("update runs set is_paused = ? where id = ?", [int(is_paused), run_id])
            events.append(self._log(run_id, message="Stopped by you." if is_paused else "Resumed."))
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
            events.append(RunDeleted(run_id))

    # Jobs

    def jobs(self, run_id: str) -> list[JobRecord]:
        """Return a run's jobs in the order they were created."""
        rows = self._rows("select * from jobs where run_id = ? order by rowid", [run_id])
        return [JobRecord.model_validate({**row, "is_reused": bool(row["is_reused"])}) for row in rows]

    def job(self, job_id: str) -> JobRecord:
        """Return one job."""
        rows = self._rows("select * from jobs where id = ?", [job_id])
        return JobRecord.model_validate({**rows[0], "is_reused": bool(rows[0]["is_reused"])})

    def ensure_job(self, run_id: str, node: Node, fingerprint: str) -> JobRecord:
        """Return the job of a node, pending unless it already completed this very fingerprint."""
        job_id = ":".join(part for part in (run_id, node.stage, node.clip_id, node.aspect) if part)
        rows = self._rows("select state, fingerprint from jobs where id = ?", [job_id])
        if rows and rows[0]["fingerprint"] == fingerprint and rows[0]["state"] != "failed":
            return self.job(job_id)
        with self._transaction() as events:
            if not rows:
                self._db.execute(
                    "insert into jobs (id, run_id, stage, clip_id, aspect, state)"
                    " values (?, ?, ?, ?, ?, 'pending')",
                    [job_id, run_id, node.stage, node.clip_id, node.aspect],
                )
            elif rows[0]["state"] != "pending":
                self._move("jobs", JOB_TRANSITIONS, job_id, "pending")
            self._db.execute(
                "update jobs set fingerprint = ?, is_reused = 0, attempts = 0, error_file = '', error_reason = '',"
                " seconds = 0, usd = 0 where id = ?",
                [fingerprint, job_id],
            )
            events.append(JobChanged(self.job(job_id)))
        return self.job(job_id)

    def start_job(self, job_id: str) -> None:
        """Mark a pending job as being worked on."""
        with self._transaction() as events:
            if self._move("jobs", JOB_TRANSITIONS, job_id, "in_progress"):
                self._db.execute("update jobs set attempts = attempts + 1 where id = ?", [job_id])
                job = self.job(job_id)
                events.append(self._log(job.run_id, job_id, job.stage, "info", f"{job.stage} started."))
                events.append(JobChanged(job))

    def release_job(self, job_id: str, reason: str) -> None:
        """Give a job back that was stopped or lost its worker."""
        with self._transaction() as events:
            if self._move("jobs", JOB_TRANSITIONS, job_id, "pending"):
                job = self.job(job_id)
                events.append(self._log(job.run_id, job_id, job.stage, "warning", f"{job.stage}: {reason}"))
                events.append(JobChanged(job))

    def reset_job(self, job_id: str) -> None:
        """Make a completed job pending again, because its artifact is gone."""
        with self._transaction() as events:
            if self._move("jobs", JOB_TRANSITIONS, job_id, "pending"):
                self._db.execute("update jobs set is_reused = 0, seconds = 0 where id = ?", [job_id])
                events.append(JobChanged(self.job(job_id)))

    def complete_job(
        self, job_id: str, seconds: float, costs: Sequence[Cost] = (), worker: str = "", is_reused: bool = False
    ) -> bool:
        """Finish a job. The second of two signals changes nothing but the costs it brings; it returns False."""
        with self._transaction() as events:
            usd = sum(cost.usd for cost in costs)
            if not self._move("jobs", JOB_TRANSITIONS, job_id, "completed"):
                self._db.execute("update jobs set usd = usd + ? where id = ?", [float(usd), job_id])
                self._add_costs(self.job(job_id), costs)
                return False
            self._db.execute(
                "update jobs set seconds = ?, usd = ?, worker = ?, is_reused = ? where id = ?",
                [float(seconds), float(usd), worker, int(is_reused), job_id],
            )
            job = self.job(job_id)
            self._add_costs(job, costs)
            how = "reused" if is_reused else f"done in {seconds:.1f} s"
            events.append(self._log(job.run_id, job_id, job.stage, "info", f"{job.stage} {how}."))
            events.append(JobChanged(job))
        return True

    def fail_job(self, job_id: str, reason: str, file: str = "", details: str = "", seconds: float = 0.0) -> bool:
        """Fail a job with its reason; `details` (a traceback) goes to the log only."""
        with self._transaction() as events:
            if not self._move("jobs", JOB_TRANSITIONS, job_id, "failed"):
                return False
            self._db.execute(
                "update jobs set error_reason = ?, error_file = ?, seconds = ? where id = ?",
                [reason, file, float(seconds), job_id],
            )
            job = self.job(job_id)
            message = f"{job.stage} failed: {reason}" + (f"\n{details}" if details else "")
            events.append(self._log(job.run_id, job_id, job.stage, "error", message))
            events.append(JobChanged(job))
        return True

    def _add_costs(self, job: JobRecord, costs: Sequence[Cost]) -> None:
        for cost in costs:
            self._db.execute(
                "insert into ledger (at, run_id, stage, provider, model, prompt_tokens, completion_tokens,"
                " seconds, usd) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    time.time(),
                    job.run_id,
                    job.stage,
                    cost.provider,
                    cost.model,
                    cost.prompt_tokens,
                    cost.completion_tokens,
                    cost.seconds,
                    cost.usd,
                ],
            )

    def spent(self, run_id: str) -> float:
        """Return what a run cost so far, in US dollars."""
        return float(
            self._rows("select coalesce(sum(usd), 0) as usd from ledger where run_id = ?", [run_id])[0]["usd"]
        )

    # Outputs

    def ask_output(self, run_id: str, clip_id: str, aspect: Aspect, folder: Path) -> OutputRecord:
        """Ask for a clip in an aspect, delivered to a folder; what was delivered before stays on disk."""
        output_id = f"{clip_id}:{aspect}"
        with self._transaction() as events:
            rows = self._rows("select state from outputs where id = ?", [output_id])
            if not rows:
                self._db.execute(
                    "insert into outputs (id, run_id, clip_id, aspect, state, folder)"
                    " values (?, ?, ?, ?, 'pending', ?)",
                    [output_id, run_id, clip_id, aspect, str(folder)],
                )
            else:
                if rows[0]["state"] in ("rendered", "failed"):
                    self._move("outputs", OUTPUT_TRANSITIONS, output_id, "pending")
                self._db.execute(
                    "update outputs set folder = ?, error = '', files = '[]' where id = ?",
                    [str(folder), output_id],
                )
            events.append(OutputChanged(self.output(output_id)))
        return self.output(output_id)

    def output(self, output_id: str) -> OutputRecord:
        """Return one output."""
        return _output_record(self._rows("select * from outputs where id = ?", [output_id])[0])

    def outputs(self, run_id: str) -> list[OutputRecord]:
        """Return a run's outputs in the order they were first asked for."""
        rows = self._rows("select * from outputs where run_id = ? order by rowid", [run_id])
        return [_output_record(row) for row in rows]

    def output_folder(self, output_id: str) -> Path:
        """Return where an output is to be delivered."""
        return Path(self._rows("select folder from outputs where id = ?", [output_id])[0]["folder"])

    def move_output(
        self,
        output_id: str,
        state: str,
        error: str = "",
        files: Sequence[Path] = (),
        fingerprint: str = "",
    ) -> bool:
        """Take an output to a state; return False where it is there already."""
        with self._transaction() as events:
            if not self._move("outputs", OUTPUT_TRANSITIONS, output_id, state):
                return False
            self._db.execute(
                "update outputs set error = ?, operation_id = ? where id = ?",
                [error, new_id() if state == "rendering" else "", output_id],
            )
            if state == "rendered":
                self._db.execute(
                    "update outputs set files = ?, fingerprint = ? where id = ?",
                    [json.dumps([str(file) for file in files]), fingerprint, output_id],
                )
            output = self.output(output_id)
            if error:
                where = f"{output.clip_id} {output.aspect}"
                events.append(self._log(output.run_id, stage="render", level="error", message=f"{where}: {error}"))
            events.append(OutputChanged(output))
        return True

    def delivered_before(self, fingerprint: str, folder: Path) -> tuple[Path, ...]:
        """Return the files that the same render was delivered as to the same folder, if all are still there."""
        rows = self._rows(
            "select files from outputs where fingerprint = ? and folder = ? and state = 'rendered'",
            [fingerprint, str(folder)],
        )
        for row in rows:
            files = tuple(Path(file) for file in json.loads(row["files"]))
            if files and all(file.is_file() for file in files):
                return files
        return ()

    # Clips and edits

    def clips(self, run_id: str) -> list[Clip]:
        """Return a run's clips, best score first."""
        rows = self._rows("select record from clips where run_id = ?", [run_id])
        clips = [Clip.model_validate_json(row["record"]) for row in rows]
        return sorted(clips, key=lambda clip: (-clip.score, clip.cut.start))

    def clip(self, clip_id: str) -> Clip:
        """Return one clip.

        Raises:
            WorkspaceError: There is no such clip.
        """
        rows = self._rows("select record from clips where id = ?", [clip_id])
        if not rows:
            raise WorkspaceError(f"There is no clip {clip_id} in this workspace.")
        return Clip.model_validate_json(rows[0]["record"])

    def put_clips(self, run_id: str, clips: Sequence[Clip]) -> None:
        """Store clips that the machine proposes; no undo step."""
        with self._transaction() as events:
            self._write_clips(clips)
            events.append(ClipsChanged(run_id, tuple(clip.id for clip in clips)))

    def edit_clips(self, run_id: str, label: str, after: Sequence[Clip]) -> None:
        """Store edited or new clips as one undo step; what had been undone is forgotten."""
        known = {clip.id: clip for clip in self.clips(run_id)}
        before = [known[clip.id].model_dump_json() if clip.id in known else "" for clip in after]
        if all(known.get(clip.id) == clip for clip in after):
            return
        with self._transaction() as events:
            self._db.execute("delete from edits where run_id = ? and is_undone = 1", [run_id])
            self._db.execute(
                "insert into edits (run_id, label, before, after, at) values (?, ?, ?, ?, ?)",
                [
                    run_id,
                    label,
                    json.dumps(dict(zip((clip.id for clip in after), before, strict=True))),
                    json.dumps({clip.id: clip.model_dump_json() for clip in after}),
                    time.time(),
                ],
            )
            self._write_clips(after)
            events.append(ClipsChanged(run_id, tuple(clip.id for clip in after)))

    def undo_label(self, run_id: str) -> str | None:
        """Return the name of the step that undo would take back."""
        rows = self._rows(_LAST_DONE, [run_id])
        return rows[0]["label"] if rows else None

    def redo_label(self, run_id: str) -> str | None:
        """Return the name of the step that redo would bring back."""
        rows = self._rows(_FIRST_UNDONE, [run_id])
        return rows[0]["label"] if rows else None

    def undo(self, run_id: str) -> str | None:
        """Take the last step back; return its name, or None where there is none."""
        return self._travel(run_id, _LAST_DONE, "before", 1)

    def redo(self, run_id: str) -> str | None:
        """Bring back the step that was undone last; return its name, or None where there is none."""
        return self._travel(run_id, _FIRST_UNDONE, "after", 0)

    def _travel(self, run_id: str, select: str, column: str, is_undone: int) -> str | None:
        rows = self._rows(select, [run_id])
        if not rows:
            return None
        wanted: dict[str, str] = json.loads(rows[0][column])
        with self._transaction() as events:
            self._write_clips([Clip.model_validate_json(text) for text in wanted.values() if text])
            for clip_id, text in wanted.items():
                if not text:
                    self._db.execute("delete from clips where id = ?", [clip_id])
            self._db.execute("update edits set is_undone = ? where id = ?", [is_undone, rows[0]["id"]])
            events.append(ClipsChanged(run_id, tuple(wanted)))
        label: str = rows[0]["label"]
        return label

    def _write_clips(self, clips: Sequence[Clip]) -> None:
        for clip in clips:
            self._db.execute(
                "insert into clips values (?, ?, ?) on conflict (id) do update set record = excluded.record",
                [clip.id, clip.run_id, clip.model_dump_json()],
            )

    # Log, search, recovery

    def log(self, run_id: str) -> list[LogLine]:
        """Return a run's log, oldest first."""
        rows = self._rows(
            "select at, run_id, job_id, stage, level, message from log where run_id = ? order by id", [run_id]
        )
        return [LogLine.model_validate(row) for row in rows]

    def write_log(self, run_id: str, message: str, level: str = "info", job_id: str = "", stage: str = "") -> None:
        """Add a line to a run's log."""
        with self._transaction() as events:
            events.append(self._log(run_id, job_id, stage, level, message))

    def _log(
        self, run_id: str, job_id: str = "", stage: str = "", level: str = "info", message: str = ""
    ) -> LogWritten:
        line = LogLine.model_validate(
            {
                "at": time.time(),
                "run_id": run_id,
                "job_id": job_id,
                "stage": stage,
                "level": level,
                "message": message,
            }
        )
        self._db.execute(
            "insert into log (at, run_id, job_id, stage, level, message) values (?, ?, ?, ?, ?, ?)",
            [line.at, run_id, job_id, stage, level, message],
        )
        return LogWritten(line)

    def index_transcript(self, source_id: str, transcript: Transcript) -> None:
        """Make what was said in a source searchable, in place of what was indexed before."""
        with self._transaction():
            self._db.execute("delete from spoken where source_id = ?", [source_id])
            for segment in transcript.segments:
                self._db.execute(
                    'insert into spoken (text, source_id, start, "end", speaker) values (?, ?, ?, ?, ?)',
                    [segment.text, source_id, segment.start, segment.end, segment.speaker],
                )

    def search(self, query: str, limit: int = 50) -> list[dict[str, Any]]:
        """Return lines whose words all match (prefixes count), best first.

        Each has source_id, start, end, speaker and text.
        """
        words = [word.replace('"', "") for word in query.split()]
        match = " ".join(f'"{word}"*' for word in words if word)
        if not match:
            return []
        return self._rows(
            'select source_id, start, "end", speaker, text from spoken where spoken match ? order by rank limit ?',
            [match, limit],
        )

    def recover(self) -> None:
        """After a crash: what was being worked on is pending again."""
        with self._transaction():
            self._db.execute("update jobs set state = 'pending' where state = 'in_progress'")
            self._db.execute("update outputs set state = 'pending' where state = 'rendering'")

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


def _output_record(row: dict[str, Any]) -> OutputRecord:
    return OutputRecord(
        id=row["id"],
        run_id=row["run_id"],
        clip_id=row["clip_id"],
        aspect=row["aspect"],
        state=row["state"],
        fraction=1.0 if row["state"] == "rendered" else 0.0,
        operation_id=row["operation_id"],
        files=tuple(Path(file) for file in json.loads(row["files"])),
        error=row["error"],
    )


_RUNS = """
select runs.*, sources.record as source_record,
    (select count(*) from jobs where jobs.run_id = runs.id) as job_count,
    (select count(*) from jobs where jobs.run_id = runs.id and jobs.state = 'completed') as done_count
from runs join sources on sources.id = runs.source_id
"""
_LAST_DONE = "select * from edits where run_id = ? and is_undone = 0 order by id desc limit 1"
_FIRST_UNDONE = "select * from edits where run_id = ? and is_undone = 1 order by id limit 1"
