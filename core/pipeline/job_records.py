"""Jobs: one stage instance each, and what they cost."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from core.pipeline.database import Database
from core.pipeline.events import Event, JobChanged
from core.pipeline.graph import Node
from core.pipeline.states import JOB_TRANSITIONS
from core.schema.choice import Cost
from core.schema.run import JobRecord


class JobRecords(Database):
    """Jobs of runs, by run, stage, clip and aspect."""

    def jobs(self, run_id: str) -> list[JobRecord]:
        """Return a run's jobs in the order they were created."""
        return [
            _job_record(row) for row in self._rows("select * from jobs where run_id = ? order by rowid", [run_id])
        ]

    def job(self, job_id: str) -> JobRecord:
        """Return one job."""
        return _job_record(self._rows("select * from jobs where id = ?", [job_id])[0])

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

    def start_job(self, job: JobRecord) -> None:
        """Mark a pending job as being worked on."""
        with self._change(job) as events:
            if events is not None and self._move("jobs", JOB_TRANSITIONS, job.id, "in_progress"):
                self._db.execute("update jobs set attempts = attempts + 1 where id = ?", [job.id])
                self._tell(events, job.id, "info", f"{job.stage} started.")

    def release_job(self, job: JobRecord, reason: str) -> None:
        """Give a job back that was stopped or lost its worker."""
        with self._change(job) as events:
            if events is not None and self._move("jobs", JOB_TRANSITIONS, job.id, "pending"):
                self._tell(events, job.id, "warning", f"{job.stage}: {reason}")

    def reset_job(self, job: JobRecord) -> None:
        """Make a completed job pending again, because its artifact is gone."""
        with self._change(job) as events:
            if events is not None and self._move("jobs", JOB_TRANSITIONS, job.id, "pending"):
                self._db.execute("update jobs set is_reused = 0, seconds = 0 where id = ?", [job.id])
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
            if events is None or not self._move("jobs", JOB_TRANSITIONS, job.id, "completed"):
                return False
            self._db.execute(
                "update jobs set seconds = ?, worker = ?, is_reused = ? where id = ?",
                [float(seconds), worker, int(is_reused), job.id],
            )
            how = "reused" if is_reused else f"done in {seconds:.1f} s"
            self._tell(events, job.id, "info", f"{job.stage} {how}.")
        return True

    def fail_job(
        self, job: JobRecord, reason: str, file: str = "", details: str = "", seconds: float = 0.0
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
                "update jobs set error_reason = ?, error_file = ?, seconds = ? where id = ?",
                [reason, file, float(seconds), job.id],
            )
            self._tell(
                events, job.id, "error", f"{job.stage} failed: {reason}" + (f"\n{details}" if details else "")
            )
        return True

    @contextmanager
    def _change(self, job: JobRecord) -> Iterator[list[Event] | None]:
        """Run one transaction on a job; None where the row meanwhile stands for other work, or is gone.

        An edit gives a job's row another fingerprint. Signals of the old work must not touch the new.
        """
        with self._transaction() as events:
            rows = self._rows("select fingerprint from jobs where id = ?", [job.id])
            yield events if rows and rows[0]["fingerprint"] == job.fingerprint else None

    def _tell(self, events: list[Event], job_id: str, level: str, message: str) -> None:
        job = self.job(job_id)
        events.append(self._log(job.run_id, job_id, job.stage, level, message))
        events.append(JobChanged(job))

    def _add_costs(self, job: JobRecord, costs: Sequence[Cost]) -> None:
        for cost in costs:
            self._db.execute("update jobs set usd = usd + ? where id = ?", [float(cost.usd), job.id])
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


def _job_record(row: dict[str, Any]) -> JobRecord:
    shown = {name: value for name, value in row.items() if name != "recipe"}
    return JobRecord.model_validate({**shown, "is_reused": bool(row["is_reused"])})
