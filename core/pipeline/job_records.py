"""Jobs: one stage instance each, and what they cost."""

from __future__ import annotations

import time
from collections.abc import Sequence

from core.pipeline.database import Database
from core.pipeline.events import JobChanged
from core.pipeline.graph import Node
from core.pipeline.states import JOB_TRANSITIONS
from core.schema.choice import Cost
from core.schema.run import JobRecord


class JobRecords(Database):
    """Jobs of runs, by run, stage, clip and aspect."""

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
