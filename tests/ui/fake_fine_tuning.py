"""Fine-tuning in memory with the shape of the real one: a test says what there is, and how jobs get on."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from core.errors import ExportError, ProviderError
from core.finetune.chat import TrainingSet
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.tuning import TRAINING_KINDS, TrainingFiles, TrainingKind, TrainingSummary, TuningJob

MADE = "ft:a-model:acme::1"


class FakeData:
    """What the window asks of examples: `counts` of each kind are there."""

    def __init__(self) -> None:
        self.counts: dict[TrainingKind, int] = {}
        self.problem = ""
        self.written: list[Path] = []
        self.were_masked: list[bool] = []
        self._kinds: Sequence[TrainingKind] = ()

    async def gather(
        self,
        kinds: Sequence[TrainingKind] = TRAINING_KINDS,
        progress: ProgressCallback = ignore_progress,
        is_masked: bool = False,
    ) -> TrainingSet:
        await asyncio.sleep(0)
        self._kinds = kinds
        return TrainingSet(masked=37 if is_masked else None)

    def summary(self, found: TrainingSet, base_model: str = "") -> TrainingSummary:
        by_kind = {kind: count for kind, count in self.counts.items() if kind in self._kinds and count}
        total = sum(by_kind.values())
        return TrainingSummary(
            by_kind=by_kind,
            sources=3 if total else 0,
            training=total,
            tokens=total * 100,
            epochs=3,
            model="a-model",
            usd=Decimal(total) / 100,
            masked=found.masked,
        )

    async def export(
        self,
        file: Path,
        kinds: Sequence[TrainingKind] = TRAINING_KINDS,
        progress: ProgressCallback = ignore_progress,
        is_masked: bool = False,
    ) -> TrainingFiles:
        found = await self.gather(kinds, progress, is_masked)
        if self.problem:
            raise ExportError(self.problem, str(file))
        self.written.append(file)
        self.were_masked.append(is_masked)
        return TrainingFiles(summary=self.summary(found), training=file)


class FakeFineTuning:
    """Jobs that get on when a test tells them to."""

    def __init__(self) -> None:
        self.data = FakeData()
        self.kept: list[TuningJob] = []
        self.problem = ""
        self.moved = asyncio.Event()

    def jobs(self) -> list[TuningJob]:
        return list(self.kept)

    def tell(self, **changes: object) -> None:
        """Let the newest job get on."""
        self.kept[0] = self.kept[0].model_copy(update=changes)
        self.moved.set()

    async def start(self, kinds: Sequence[TrainingKind] = TRAINING_KINDS, is_masked: bool = False) -> TuningJob:
        await asyncio.sleep(0)
        self.data.were_masked.append(is_masked)
        if self.problem:
            raise ProviderError(self.problem)
        job = TuningJob(
            id=f"t{len(self.kept)}", base_url="http://x/v1", base_model="a-model", state="waiting", examples=40
        )
        self.kept.insert(0, job)
        return job

    async def watch(self, job_id: str, progress: ProgressCallback = ignore_progress) -> TuningJob:
        while not self._job(job_id).has_ended:
            await self.moved.wait()
            self.moved.clear()
            progress(self._job(job_id).fraction, self._job(job_id).in_words)
        return self._job(job_id)

    async def cancel(self, job_id: str) -> TuningJob:
        self.tell(state="cancelled")
        return self._job(job_id)

    def take(self, job_id: str, model_now: str) -> str:
        self.tell(replaced_model=model_now)
        return self._job(job_id).made_model

    def give_back(self, job_id: str) -> str:
        before = self._job(job_id).replaced_model
        self.tell(replaced_model="")
        return before

    def _job(self, job_id: str) -> TuningJob:
        return next(job for job in self.kept if job.id == job_id)
