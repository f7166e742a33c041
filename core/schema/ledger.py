"""What calls of language models and speech endpoints cost, as the ledger tells it."""

import time
from decimal import Decimal
from typing import Literal

from core.schema.choice import CallOutcome
from core.schema.record import Record


def month_of(at: float) -> str:
    """Return the month of a moment (seconds since the epoch) by the user's clock, as "2026-11"."""
    return time.strftime("%Y-%m", time.localtime(at))


SpendingBy = Literal["month", "run", "stage", "model"]


class LedgerRow(Record):
    """One call: when (seconds since the epoch), for which job, and as in `core.schema.choice.Cost`."""

    call_id: str
    at: float
    run_id: str
    job_id: str
    stage: str
    provider: str
    model: str
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    seconds: float
    usd: Decimal
    is_priced: bool
    outcome: CallOutcome


class Spending(Record):
    """Calls of one month, run, stage or model together; `of` names it.

    Of its `calls`, `remembered` were answered here for nothing, `lost` are counted at the most they can have cost,
    and `unpriced` had a model whose price is not known, so that `usd` says nothing of them.
    """

    of: str
    calls: int = 0
    remembered: int = 0
    lost: int = 0
    unpriced: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    seconds: float = 0.0
    usd: Decimal = Decimal(0)


class Budget(Record):
    """What may be spent in a month and was, in US dollars; a budget of None is no limit."""

    month: str
    spent_usd: Decimal = Decimal(0)
    budget_usd: Decimal | None = None
