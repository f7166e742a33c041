"""Statements of two months, without records."""

from __future__ import annotations

import asyncio
from decimal import Decimal

from core.morning.months import Statements
from core.schema.morning import SourceReport
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.statement import ClipUse, ModelUse, Statement


class FakeStatements(Statements):
    """Statements of two months, without records."""

    def __init__(self) -> None:
        self.looking: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.runs_of_november = 1

    def months(self) -> list[str]:
        return ["2026-11", "2026-10"]

    async def of(self, month: str, progress: ProgressCallback = ignore_progress) -> Statement:
        self.looking.append(month)
        progress(0.5, "")
        await self.gate.wait()
        if month == "2026-10":
            return Statement(month=month, workspace="Acme")
        runs = tuple(
            SourceReport(
                name=f"Episode <{12 + number}>.mp4",
                path="/e.mp4",
                ending="made",
                seconds_in=3600,
                stages={"plan": 70},
            )
            for number in range(self.runs_of_november)
        )
        return Statement(
            month=month,
            workspace="Acme",
            runs=runs,
            models=(ModelUse(model="gpt-5-mini", calls=3, prompt_tokens=12000, usd=Decimal("1.25")),),
            clips=ClipUse(proposed=12, approved=4, rejected=8),
            budget_usd=Decimal(5),
        )
