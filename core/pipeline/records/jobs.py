"""Jobs: one stage instance each, and what they cost."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from core.errors import Cancelled
from core.pipeline.events import Event, JobChanged
from core.pipeline.graph import Node
from core.pipeline.kept import Made
from core.pipeline.recipe import Recipe, differences
from core.pipeline.records.ledger import LedgerRecords
from core.pipeline.records.states import JOB_TRANSITIONS
from core.schema.choice import Cost
from core.schema.run import AttemptRecord, AttemptState, JobRecord
from core.spending import Payer

_NOT_MADE = "It was not made before."
_NO_RECIPE = Recipe.by_default()


class JobRecords(LedgerRecords):
    """Jobs of runs, by run, stage, clip, aspect and preset."""

    def jobs(self, run_id: str) -> list[JobRecord]:
        """Return a run's jobs in the order they were created."""
        return [
            _job_record(row) for row in self._rows("select * from jobs where run_id = ? order by rowid", [run_id])
        ]

    def job(self, job_id: str) -> JobRecord:
        """Return one job."""
        return _job_record(self._rows("select * from jobs where id = ?", [job_id])[0])

    def ensure_job(
        self, run_id: str, node: Node, fingerprint: str, recipe: Recipe = _NO_RECIPE, is_there: bool = False
    ) -> JobRecord:
        """Return the job of a node, pending unless it already completed this very fingerprint.

        `is_there` says whether its artifact is published, so that the record can tell why it runs or is reused.

        Raises:
            Cancelled: The run was deleted meanwhile.
        """
        row = self._job_row(run_id, node)
        job_id = row["id"] if row else _job_id(run_id, node)
        if row and row["fingerprint"] == fingerprint and row["state"] != "failed":
            return self.job(job_id)
        if not self._rows("select 1 from runs where id = ?", [run_id]):
            raise Cancelled("The run was deleted.")
        why = self._why(run_id, node, fingerprint, recipe, row, is_there)
        with self._transaction() as events:
            if row is None:
                self._db.execute(
                    "insert into jobs (id, run_id, stage, clip_id, aspect, preset, state)"
                    " values (?, ?, ?, ?, ?, ?, 'pending')",
                    [job_id, run_id, node.stage, node.clip_id, node.aspect, node.preset],
                )
            elif row["state"] != "pending":
                self._move("jobs", JOB_TRANSITIONS, job_id, "pending")
                self._end_attempt(job_id, "stopped", kind="Superseded")
            self._db.execute(
                "update jobs set fingerprint = ?, recipe = ?, why = ?, is_reused = 0, attempts = 0,"
                " error_file = '', error_reason = '', error_kind = '', seconds = 0 where id = ?",
                [fingerprint, recipe.model_dump_json(), why, job_id],
            )
            events.append(JobChanged(self.job(job_id)))
        return self.job(job_id)

    def _job_row(self, run_id: str, node: Node) -> dict[str, Any] | None:
        rows = self._rows(
            "select id, state, fingerprint, recipe from jobs"
            " where run_id = ? and stage = ? and clip_id = ? and aspect = ? and preset = ?",
            [run_id, node.stage, node.clip_id, node.aspect, node.preset],
        )
        return rows[0] if rows else None

    def recipe(self, job_id: str) -> Recipe:
        """Return what a job's work is made of."""
        return Recipe.model_validate_json(
            self._rows("select recipe from jobs where id = ?", [job_id])[0]["recipe"]
        )

    def last_made(self, run_id: str, clip_ids: Collection[str]) -> dict[Node, Made]:
        """Return what the nodes of a run's source, and of some of its clips, made last, stale or not."""
        wanted = {"", *clip_ids}
        marks = ", ".join("?" for _ in wanted)
        rows = self._rows(
            "select stage, clip_id, aspect, preset, fingerprint, made, recipe from jobs"
            f" where run_id = ? and made <> '' and clip_id in ({marks})",
            [run_id, *wanted],
        )
        return {_node_of(row): _made(row) for row in rows}

    def _why(
        self,
        run_id: str,
        node: Node,
        fingerprint: str,
        recipe: Recipe,
        row: dict[str, Any] | None,
        is_there: bool,
    ) -> str:
        """Return why a job runs or is reused, beside what this run, or another of its source, made before."""
        if is_there:
            return self._where_made(run_id, node, fingerprint)
        if row is not None and row["fingerprint"] == fingerprint:
            return "It failed before and is tried again." if row["state"] == "failed" else _NOT_MADE
        before = row or self._made_for_source(run_id, node)
        if before is None:
            return _NOT_MADE
        found = differences(Recipe.model_validate_json(before["recipe"]), recipe)
        since = "Since it was made last" if row is not None else "Since another run of this source"
        return f"{since}, {'; '.join(found)}." if found else "What was made before is gone."

    def _where_made(self, run_id: str, node: Node, fingerprint: str) -> str:
        sql = (
            "select runs.id, runs.created_at from jobs join runs on runs.id = jobs.run_id where jobs.stage = ?"
            " and jobs.fingerprint = ? and jobs.state = 'completed' and jobs.is_reused = 0"
            " order by runs.created_at limit 1"
        )
        made = self._rows(sql, [node.stage, fingerprint])
        if not made:
            return "The same work was done before."
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(made[0]["created_at"]))
        by = "this run" if made[0]["id"] == run_id else f"run {made[0]['id']}"
        return f"The same work was done by {by} of {when}."

    def _made_for_source(self, run_id: str, node: Node) -> dict[str, Any] | None:
        # A clip's id is its run's and, where the machine found it, its candidate's: the same span has the same.
        candidate = node.clip_id.partition("-")[2]
        sql = (
            "select jobs.recipe from jobs join runs on runs.id = jobs.run_id where jobs.stage = ?"
            " and runs.source_id = (select source_id from runs where id = ?) and runs.id <> ?"
            " and jobs.state = 'completed' and jobs.aspect = ?"
            " and substr(jobs.clip_id, instr(jobs.clip_id, '-') + 1) = ?"
            " order by jobs.preset = ? desc, runs.created_at desc limit 1"
        )
        rows = self._rows(sql, [node.stage, run_id, run_id, node.aspect, candidate, node.preset])
        return rows[0] if rows else None

    def start_job(self, job: JobRecord) -> None:
        """Mark a pending job as being worked on; this is one attempt."""
        with self._change(job) as events:
            if events is not None and self._move("jobs", JOB_TRANSITIONS, job.id, "in_progress"):
                self._db.execute("update jobs set attempts = attempts + 1 where id = ?", [job.id])
                self._db.execute(
                    "insert into attempts"
                    " (job_id, run_id, stage, clip_id, aspect, preset, number, state, started_at)"
                    " select id, run_id, stage, clip_id, aspect, preset, attempts, 'running', ?"
                    " from jobs where id = ?",
                    [time.time(), job.id],
                )
                self._tell(events, job.id, "info", f"{job.stage} started.")

    def release_job(self, job: JobRecord, state: AttemptState, reason: str, kind: str = "") -> None:
        """Give a job back that was stopped, lost its worker, or is to be tried again; its attempt ends so.

        A job that is no longer being worked on stays what it has become.
        """
        with self._change(job) as events:
            is_worked_on = events is not None and self.job(job.id).state == "in_progress"
            if events is not None and is_worked_on and self._move("jobs", JOB_TRANSITIONS, job.id, "pending"):
                self._end_attempt(job.id, state, kind=kind, reason=reason)
                level = "info" if state == "stopped" else "warning"
                self._tell(events, job.id, level, f"{job.stage}: {reason}", kind)

    def reset_job(self, job: JobRecord) -> None:
        """Make a completed job pending again, because its artifact is gone."""
        with self._change(job) as events:
            if events is not None and self._move("jobs", JOB_TRANSITIONS, job.id, "pending"):
                why = "What was made before is gone."
                self._db.execute("update jobs set is_reused = 0, seconds = 0, why = ? where id = ?", [why, job.id])
                self._tell(events, job.id, "warning", f"{job.stage}: what was made is gone; it is made again.")

    def complete_job(
        self,
        job: JobRecord,
        seconds: float,
        costs: Sequence[Cost] = (),
        worker: str = "",
        is_reused: bool = False,
    ) -> bool:
        """Finish a job. The second of two signals changes nothing but the costs it brings; it returns False."""
        with self._change(job) as events:
            self._add_costs(job, costs)
            if events is None:
                return False
            if not self._move("jobs", JOB_TRANSITIONS, job.id, "completed"):
                self._name_worker(job.id, worker)
                return False
            self._db.execute(
                "update jobs set seconds = ?, worker = ?, is_reused = ?, error_reason = '', error_file = '',"
                " error_kind = '', made = fingerprint where id = ?",
                [float(seconds), worker, int(is_reused), job.id],
            )
            self._end_attempt(job.id, "completed", seconds, worker)
            self._tell(events, job.id, "info", _finished(job.stage, seconds, is_reused))
        return True

    def _name_worker(self, job_id: str, worker: str) -> None:
        """Write down who did what was first seen on disk."""
        for table, column in (("jobs", "id"), ("attempts", "job_id")):
            self._db.execute(
                f"update {table} set worker = ? where {column} = ? and state = 'completed' and worker = ''",
                [worker, job_id],
            )

    def fail_job(
        self,
        job: JobRecord,
        reason: str,
        file: str = "",
        details: str = "",
        seconds: float = 0.0,
        kind: str = "",
        worker: str = "",
    ) -> bool:
        """Fail a job with its reason; `details` (a traceback) goes to the log only."""
        with self._change(job) as events:
            if events is None or self.job(job.id).state == "failed":
                return False
            if self.job(job.id).state == "pending":
                # Another run did the work, and failed, on behalf of this one too.
                self._move("jobs", JOB_TRANSITIONS, job.id, "in_progress")
            if not self._move("jobs", JOB_TRANSITIONS, job.id, "failed"):
                return False
            self._db.execute(
                "update jobs set error_reason = ?, error_file = ?, error_kind = ?, seconds = ?, worker = ?"
                " where id = ?",
                [reason, file, kind, float(seconds), worker, job.id],
            )
            self._end_attempt(job.id, "failed", seconds, worker, kind, reason)
            text = f"{job.stage} failed: {reason}" + (f"\n{details}" if details else "")
            self._tell(events, job.id, "error", text, kind or "Failure")
        return True

    def book_costs(self, job: JobRecord, costs: Sequence[Cost]) -> None:
        """Write down what an attempt cost that came to nothing."""
        with self._transaction():
            self._add_costs(job, costs)

    def attempts(self, run_id: str) -> list[AttemptRecord]:
        """Return every attempt of a run's jobs, oldest first."""
        rows = self._rows("select * from attempts where run_id = ? order by id", [run_id])
        return [AttemptRecord.model_validate({n: v for n, v in row.items() if n != "id"}) for row in rows]

    def _end_attempt(
        self,
        job_id: str,
        state: AttemptState,
        seconds: float = 0.0,
        worker: str = "",
        kind: str = "",
        reason: str = "",
    ) -> None:
        self._db.execute(
            "update attempts set state = ?, seconds = case when ? > 0 then ? else max(? - started_at, 0) end,"
            " worker = ?, error_kind = ?, error_reason = ? where job_id = ? and state = 'running'",
            [state, float(seconds), float(seconds), time.time(), worker, kind, reason, job_id],
        )

    @contextmanager
    def _change(self, job: JobRecord) -> Iterator[list[Event] | None]:
        """Run one transaction on a job; None where the row meanwhile stands for other work, or is gone.

        An edit gives a job's row another fingerprint. Signals of the old work must not touch the new.
        """
        with self._transaction() as events:
            rows = self._rows("select fingerprint from jobs where id = ?", [job.id])
            yield events if rows and rows[0]["fingerprint"] == job.fingerprint else None

    def _tell(self, events: list[Event], job_id: str, level: str, message: str, reason: str = "") -> None:
        job = self.job(job_id)
        where = {"clip_id": job.clip_id, "aspect": job.aspect, "preset": job.preset, "reason": reason}
        events.append(self._log(job.run_id, job_id, job.stage, level, message, **where))
        events.append(JobChanged(job))

    def _add_costs(self, job: JobRecord, costs: Sequence[Cost]) -> None:
        for cost in costs:
            self._book(Payer(run_id=job.run_id, job_id=job.id, stage=job.stage), cost)


def _job_id(run_id: str, node: Node) -> str:
    return ":".join(part for part in (run_id, node.stage, node.clip_id, node.aspect, node.preset) if part)


def _finished(stage: str, seconds: float, is_reused: bool) -> str:
    if is_reused:
        return f"{stage} reused."
    # Rounded to a tenth it would be no time at all.
    return f"{stage} done at once." if seconds < 0.05 else f"{stage} done in {seconds:.1f} s."


def _node_of(row: dict[str, Any]) -> Node:
    return Node(row["stage"], row["clip_id"], row["aspect"], row["preset"])


def _job_record(row: dict[str, Any]) -> JobRecord:
    shown = {name: value for name, value in row.items() if name not in ("recipe", "made")}
    return JobRecord.model_validate({**shown, "is_reused": bool(row["is_reused"])})


def _made(row: dict[str, Any]) -> Made:
    is_known = row["clip_id"] and row["made"] == row["fingerprint"]
    return Made(row["made"], Recipe.model_validate_json(row["recipe"]) if is_known else None)
