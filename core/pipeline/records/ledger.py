"""The ledger: a row for every call that costs money or tokens. It outlives the runs that it was spent for.

Money is kept in whole billionths of a US dollar, so that sums are exact.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from core.pipeline.events import CostsBooked
from core.pipeline.records.database import Database, new_id
from core.schema.choice import Cost
from core.schema.ledger import LedgerRow, Spending, SpendingBy, month_of
from core.spending import Call, Payer, Spent

_BILLION = 1_000_000_000
_COLUMNS = {
    "month": "strftime('%Y-%m', at, 'unixepoch', 'localtime')",
    "run": "run_id",
    "stage": "stage",
    "model": "provider || ' ' || model",
}


_WRITTEN = (
    "call_id, at, run_id, job_id, stage, provider, model, prompt_tokens, cached_tokens, completion_tokens,"
    " seconds, nano_usd, is_priced, outcome"
)


class LedgerRecords(Database):
    """What was spent, on what, by whom."""

    def book(self, calls: Sequence[Call]) -> Spent:
        """Write calls down, each once however often it is told, and return what the ledger holds then.

        A call that was given up as lost, and turns out to have been answered, becomes what it was.
        """
        with self._transaction() as events:
            for call in calls:
                self._book(call.payer, call.cost)
            for run_id in {call.payer.run_id for call in calls}:
                events.append(CostsBooked(run_id))
        return self.spent()

    def spent(self) -> Spent:
        """Return what was spent in this month and by each run."""
        month = month_of(time.time())
        by_run = self._rows("select run_id, sum(nano_usd) as n from ledger group by run_id having n > 0")
        return Spent(
            month=month,
            in_month=self.month_usd(),
            by_run={row["run_id"]: _usd(row["n"]) for row in by_run if row["run_id"]},
        )

    def month_usd(self) -> Decimal:
        """Return what was spent since the month began by the user's clock."""
        today = datetime.now().astimezone()
        began = datetime(today.year, today.month, 1).timestamp()
        return _usd(self._rows("select sum(nano_usd) as n from ledger where at >= ?", [began])[0]["n"])

    def spending(self, by: SpendingBy, run_id: str = "") -> list[Spending]:
        """Return totals by month, run, stage or model, the latest first; of one run where its id is given."""
        where, values = ("where ledger.run_id = ?", [run_id]) if run_id else ("", [])
        rows = self._rows(
            f"select {_COLUMNS[by]} as of, count(*) as calls, sum(outcome = 'remembered') as remembered,"
            " sum(outcome = 'lost') as lost, sum(is_priced = 0) as unpriced, sum(prompt_tokens) as prompt_tokens,"
            " sum(cached_tokens) as cached_tokens, sum(completion_tokens) as completion_tokens,"
            f" sum(seconds) as seconds, sum(nano_usd) as n from ledger {where} group by of order by max(at) desc",
            values,
        )
        return [Spending(usd=_usd(row.pop("n")), **row) for row in rows]

    def ledger(self, run_id: str = "") -> list[LedgerRow]:
        """Return every call, oldest first; of one run where its id is given."""
        where, values = ("where run_id = ?", [run_id]) if run_id else ("", [])
        return [_row(row) for row in self._rows(f"select * from ledger {where} order by at, id", values)]

    def run_usd(self, run_id: str) -> Decimal:
        """Return what a run cost so far, in US dollars."""
        return _usd(self._rows("select sum(nano_usd) as n from ledger where run_id = ?", [run_id])[0]["n"])

    def _book(self, payer: Payer, cost: Cost) -> None:
        self._db.execute(
            f"insert into ledger ({_WRITTEN}) values ({', '.join('?' for _ in _WRITTEN.split(','))})"
            " on conflict (call_id) do update set prompt_tokens = excluded.prompt_tokens,"
            " cached_tokens = excluded.cached_tokens, completion_tokens = excluded.completion_tokens,"
            " seconds = excluded.seconds, nano_usd = excluded.nano_usd, outcome = excluded.outcome"
            " where ledger.outcome = 'lost'",
            [
                cost.id or new_id(),
                cost.at or time.time(),
                payer.run_id,
                payer.job_id,
                payer.stage,
                cost.provider,
                cost.model,
                cost.prompt_tokens,
                cost.cached_tokens,
                cost.completion_tokens,
                float(cost.seconds),
                round(cost.usd * _BILLION),
                int(cost.is_priced),
                cost.outcome,
            ],
        )
        self._db.execute(
            "update jobs set usd = (select sum(nano_usd) / 1e9 from ledger where job_id = ?) where id = ?",
            [payer.job_id, payer.job_id],
        )


def _usd(nano: int | None) -> Decimal:
    return Decimal(nano or 0) / _BILLION


def _row(row: dict[str, Any]) -> LedgerRow:
    row.pop("id")
    usd, is_priced = _usd(row.pop("nano_usd")), bool(row.pop("is_priced"))
    return LedgerRow.model_validate({**row, "usd": usd, "is_priced": is_priced})
