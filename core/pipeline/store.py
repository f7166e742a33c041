"""The records in SQLite, each kind in a module of its own; each change is one transaction with its log line."""

from __future__ import annotations

from core.pipeline.clip_records import ClipRecords
from core.pipeline.job_records import JobRecords
from core.pipeline.journal import Journal
from core.pipeline.output_records import OutputRecords
from core.pipeline.run_records import RunRecords


class Store(RunRecords, JobRecords, OutputRecords, ClipRecords, Journal):
    """All records of one workspace."""

    def recover(self) -> None:
        """After a crash: what was being worked on is pending again."""
        with self._transaction():
            self._db.execute("update jobs set state = 'pending' where state = 'in_progress'")
            self._db.execute("update outputs set state = 'pending' where state = 'rendering'")
