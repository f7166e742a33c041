"""The money of a workspace: who may spend how much, and bringing what was spent from the notes into the ledger."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection
from decimal import Decimal
from pathlib import Path

from filelock import Timeout

from core.errors import WorkspaceError
from core.pipeline.records.store import Store
from core.schema.ledger import Budget, month_of
from core.spending import CALLS_FOLDER, Call, Payer, Tab

_log = logging.getLogger(__name__)


class Purse:
    """Budgets are in US dollars, None for no limit; a run's own goes before `run_budget_usd`."""

    def __init__(self, store: Store, workspace: Path) -> None:
        self._store = store
        self.workspace = workspace
        self.tab = Tab(workspace / CALLS_FOLDER)
        self.run_budget_usd: Decimal | None = None
        self.month_budget_usd: Decimal | None = None

    def payer(self, run_id: str, stage: str, job_id: str = "") -> Payer:
        """Return who pays for calls of a run; of none where the id is empty."""
        own = self._own_budget(run_id) if run_id else None
        return Payer(
            run_id=run_id,
            job_id=job_id,
            stage=stage,
            run_budget_usd=self.run_budget_usd if own is None else own,
            month_budget_usd=self.month_budget_usd,
        )

    def _own_budget(self, run_id: str) -> Decimal | None:
        try:
            return self._store.subject(run_id)[1].budget_usd
        except WorkspaceError:
            # It was deleted a moment ago.
            return None

    def open(self) -> None:
        """Book what an earlier start of the program left open: nobody is there any more to settle it."""
        self._collect(lambda call: True)
        spent = self._store.spent()
        if spent.in_month or spent.by_run:
            try:
                self.tab.refresh(spent)
            except (OSError, Timeout) as error:
                _log.warning("What was spent so far can't be written down: %s", error)

    def collect(self, ended_jobs: Collection[str] = ()) -> None:
        """Book what is settled, and the open calls of jobs whose attempt has ended."""
        self._collect(lambda call: bool(call.payer.job_id) and call.payer.job_id in ended_jobs)

    def month(self) -> Budget:
        """Return how this month stands."""
        spent = self._store.month_usd()
        return Budget(month=month_of(time.time()), spent_usd=spent, budget_usd=self.month_budget_usd)

    def _collect(self, is_lost: Callable[[Call], bool]) -> None:
        try:
            self.tab.collect(self._store.book, is_lost)
        except (OSError, Timeout, WorkspaceError) as error:
            # The notes stay, count against the budgets as they are, and are booked the next time: a disk that is
            # full keeps no job from ending.
            _log.warning("What calls cost can't be booked now: %s", error)
