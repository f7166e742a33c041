"""Statements by month, gathered out of the records alone: nothing is counted beside them."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from core.export.saving import save_file
from core.morning.gather import Morning
from core.morning.statement import write_statement
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.schema.clip import Clip
from core.schema.ledger import LedgerRow, month_of
from core.schema.morning import SourceReport
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.statement import ClipUse, ModelUse, Statement


class Statements:
    """Tells what a workspace was used for."""

    def __init__(self, store: Store, morning: Morning, purse: Purse, workspace: str) -> None:
        self._store = store
        self._morning = morning
        self._purse = purse
        self._workspace = workspace

    def months(self) -> list[str]:
        """Return the months in which something was done, the latest first; always this one."""
        moments = [run.created_at for run in self._store.runs()] + [row.at for row in self._store.ledger()]
        return sorted({self._purse.month().month, *map(month_of, moments)}, reverse=True)

    async def of(self, month: str, progress: ProgressCallback = ignore_progress) -> Statement:
        """Return the statement of a month, as "2026-11"; others have their turn after each run."""
        runs = [run for run in self._store.runs() if month_of(run.created_at) == month][::-1]
        told: list[SourceReport] = []
        clips: list[Clip] = []
        for place, run in enumerate(runs):
            progress(place / len(runs), run.source_name)
            told += (await self._morning.of_runs([run.id])).sources
            clips += self._store.clips(run.id)
            await asyncio.sleep(0)
        now = self._purse.month()
        return Statement(
            month=month,
            workspace=self._workspace,
            runs=tuple(told),
            models=_by_model(row for row in self._store.ledger() if month_of(row.at) == month),
            clips=_use(clips),
            budget_usd=now.budget_usd if now.month == month else None,
        )

    def save_table(self, statement: Statement, file: Path, progress: ProgressCallback = ignore_progress) -> Path:
        """Write a row for each run as CSV into a file of the user's, whole or not at all.

        Raises:
            DiskFullError: There is no space left.
            ExportError: The file can't be written.
        """

        def rows() -> Iterator[SourceReport]:
            for place, run in enumerate(statement.runs):
                progress(place / len(statement.runs), "Writing rows")
                yield run

        return save_file(file.absolute(), lambda stream: write_statement(rows(), stream))

    def save(self, file: Path, content: bytes) -> Path:
        """Write a file of the user's, whole or not at all.

        Raises:
            DiskFullError: There is no space left.
            ExportError: The folder can't be written.
        """

        def write(stream: BinaryIO) -> None:
            stream.write(content)

        return save_file(file.absolute(), write)


def _by_model(calls: Iterable[LedgerRow]) -> tuple[ModelUse, ...]:
    """Return what each model was asked, the dearest first."""
    found: dict[str, ModelUse] = {}
    for call in calls:
        use = found.get(call.model, ModelUse(model=call.model))
        found[call.model] = ModelUse(
            model=call.model,
            calls=use.calls + 1,
            unpriced=use.unpriced + (not call.is_priced),
            prompt_tokens=use.prompt_tokens + call.prompt_tokens,
            completion_tokens=use.completion_tokens + call.completion_tokens,
            usd=use.usd + (call.usd or Decimal(0)),
        )
    return tuple(sorted(found.values(), key=lambda use: (-use.usd, use.model)))


def _use(clips: list[Clip]) -> ClipUse:
    decisions = Counter(clip.decision for clip in clips)
    handmade = sum(clip.is_handmade for clip in clips)
    return ClipUse(
        proposed=len(clips) - handmade,
        handmade=handmade,
        approved=decisions["approved"],
        maybe=decisions["maybe"],
        rejected=decisions["rejected"],
        undecided=decisions["undecided"],
    )
