"""Batches and morning reports of a project in memory: the real ones over records that the test gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.pipeline.records.store import Store
from core.schema.batch import Batch
from core.schema.clip import Clip
from core.schema.ledger import Spending
from core.schema.publication import Publication
from core.schema.run import JobRecord, LogLine, OutputRecord, RunRecord
from core.schema.source import Source

if TYPE_CHECKING:
    from fake_project import FakeProject


class FakeStore(Store):
    """As much of the records as batches and their reports are told from."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self._batches: dict[str, Batch] = {}

    def put_batch(self, batch: Batch) -> None:
        self._batches[batch.id] = batch

    def batch(self, batch_id: str) -> Batch | None:
        return self._batches.get(batch_id)

    def batches(self) -> list[Batch]:
        return list(reversed(self._batches.values()))

    def runs(self) -> list[RunRecord]:
        return self._project.runs()

    def run(self, run_id: str) -> RunRecord:
        return self._project.run(run_id)

    def jobs(self, run_id: str) -> list[JobRecord]:
        return self._project.jobs(run_id)

    def outputs(self, run_id: str) -> list[OutputRecord]:
        return self._project.outputs(run_id)

    def clips(self, run_id: str) -> list[Clip]:
        return self._project.clips(run_id)

    def publications(self, run_id: str = "") -> list[Publication]:
        return self._project.publications.of_run(run_id)

    def spending(self, by: str, run_id: str = "") -> list[Spending]:
        return self._project.spending(by, run_id)

    def source(self, source_id: str) -> Source:
        run = next(run for run in self.runs() if run.source_id == source_id)
        return Source(
            id=source_id,
            path=run.source_path,
            name=run.source_name,
            fingerprint="f",
            size_bytes=1,
            duration=600.0,
        )

    def log(
        self, run_id: str = "", stage: str = "", level: str = "", clip_id: str = "", limit: int = 0
    ) -> list[LogLine]:
        return self._project.log(run_id, stage, level, limit)
