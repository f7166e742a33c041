"""How the stages went: counted in SQL over indexes, because attempts are many and the window asks often."""

from __future__ import annotations

import time
from collections import defaultdict

from core.pipeline.records.database import Database
from core.schema.queue import Figures, StageFigures

# States of attempts that ended by themselves; one that was stopped says nothing of its stage.
_FAILED = ("failed", "retried", "lost")
_DAY_SECONDS = 86400.0


class StageRecords(Database):
    """Figures over all runs of a workspace."""

    def figures(self, days: float) -> Figures:
        """Return how each stage went in the last `days`, by name of the stage.

        Attempts count from when they started, reused jobs from when their run was created. The percentiles are the
        nearest ranks of the seconds that completed attempts took. With 100,000 attempts it takes about 25 ms.
        """
        since = time.time() - days * _DAY_SECONDS
        ended: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for row in self._rows(_ENDED, [since]):
            ended[row["stage"]][row["state"]] = row["number"]
        reused = {row["stage"]: row["number"] for row in self._rows(_REUSED, [since])}
        usd = {row["stage"]: row["usd"] for row in self._rows(_SPENT, [since])}
        return Figures(
            days=days,
            stages=tuple(
                self._stage_figures(stage, since, ended.get(stage, {}), reused.get(stage, 0), usd.get(stage, 0.0))
                for stage in sorted({*ended, *reused, *usd})
            ),
        )

    def _stage_figures(
        self, stage: str, since: float, ended: dict[str, int], reused: int, usd: float
    ) -> StageFigures:
        completed = ended.get("completed", 0)
        failed = sum(ended.get(state, 0) for state in _FAILED)
        return StageFigures(
            stage=stage,
            attempts=completed + failed,
            failed=failed,
            completed=completed,
            reused=reused,
            p50=self._percentile(stage, since, completed, 50),
            p95=self._percentile(stage, since, completed, 95),
            usd=usd,
        )

    def _percentile(self, stage: str, since: float, count: int, percent: int) -> float | None:
        if not count:
            return None
        # Counted from the slow end, which is nearer.
        skipped = count - -(-count * percent // 100)
        seconds: float = self._rows(_SECONDS, [stage, since, skipped])[0]["seconds"]
        return seconds


_ENDED = """
select stage, state, count(*) as number from attempts indexed by attempts_by_seconds
where started_at >= ? and state in ('completed', 'failed', 'retried', 'lost') group by stage, state
"""
_REUSED = """
select stage, count(*) as number from jobs indexed by jobs_reused join runs on runs.id = jobs.run_id
where is_reused = 1 and runs.created_at >= ? group by stage
"""
_SPENT = "select stage, sum(nano_usd) / 1e9 as usd from ledger where at >= ? group by stage"
_SECONDS = """
select seconds from attempts indexed by attempts_by_seconds
where stage = ? and state = 'completed' and started_at >= ? order by seconds desc limit 1 offset ?
"""
