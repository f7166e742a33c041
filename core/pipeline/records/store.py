"""The records in SQLite, each kind in a module of its own; each change is one transaction with its log line."""

from __future__ import annotations

from core.pipeline.records.batches import BatchRecords
from core.pipeline.records.clips import ClipRecords
from core.pipeline.records.corrections import CorrectionRecords
from core.pipeline.records.downloads import DownloadRecords
from core.pipeline.records.examples import ExampleRecords
from core.pipeline.records.figures import StageRecords
from core.pipeline.records.jobs import JobRecords
from core.pipeline.records.journal import Journal
from core.pipeline.records.outputs import OutputRecords
from core.pipeline.records.publications import PublicationRecords
from core.pipeline.records.runs import RunRecords
from core.pipeline.records.spoken import SpokenRecords
from core.pipeline.records.translations import TranslationRecords


class Store(
    RunRecords,
    JobRecords,
    OutputRecords,
    PublicationRecords,
    DownloadRecords,
    ClipRecords,
    CorrectionRecords,
    ExampleRecords,
    TranslationRecords,
    BatchRecords,
    StageRecords,
    SpokenRecords,
    Journal,
):
    """All records of one workspace."""

    def recover(self) -> None:
        """After a crash: what was being worked on is pending again."""
        cut_off = self._rows(
            "select id, run_id, stage, clip_id, aspect, preset from jobs where state = 'in_progress'"
        )
        with self._transaction():
            for job in cut_off:
                self._db.execute("update jobs set state = 'pending' where id = ?", [job["id"]])
                message = f"{job['stage']}: the program ended while it ran; it goes on."
                where = {name: job[name] for name in ("clip_id", "aspect", "preset")} | {"reason": "ProgramEnded"}
                self._log(job["run_id"], job["id"], job["stage"], "warning", message, **where)
            self._db.execute(
                "update attempts set state = 'stopped', error_kind = 'ProgramEnded' where state = 'running'"
            )
            self._db.execute("update outputs set state = 'pending' where state = 'rendering'")
            self._db.execute("update publications set state = 'pending' where state = 'sending'")
