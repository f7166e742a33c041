"""What language models cost."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from core.schema.ledger import Budget, LedgerRow, Spending, SpendingBy
from desktop.api.given import OpenProject

ROUTER = APIRouter(prefix="/costs", tags=["costs"])


class Costs(BaseModel):
    """What this month cost of what it may, and sums."""

    month: Budget
    spending: list[Spending]


@ROUTER.get("")
async def costs(project: OpenProject, by: SpendingBy = "month", run_id: str = "") -> Costs:
    """Sum up by month, run, stage or model; of one run where it is named."""
    return Costs(month=project.month(), spending=project.spending(by, run_id))


@ROUTER.get("/calls")
async def calls(project: OpenProject, run_id: str = "") -> list[LedgerRow]:
    """List every call of a language model, oldest first; those of one run where it is named."""
    return project.ledger(run_id)
