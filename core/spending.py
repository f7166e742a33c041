"""What calls cost while they are made: each is noted before it is made, against budgets, and settled after it.

Notes lie in `calls/` of the workspace, a file each, so that workers who never see the database can't pass a budget
together, and no crash forgets a call: an open note whose maker is gone is a call that may have been charged.
The main process moves notes into its ledger (`core.pipeline.records.ledger`) and leaves the sums of that in
`spent.json`, all under one lock: a call counts in one of both at any moment, and never in none.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from filelock import FileLock, Timeout
from pydantic import ValidationError

from core.errors import BudgetError, ProviderError
from core.schema.choice import Cost
from core.schema.ledger import month_of
from core.schema.record import Record
from core.whole_file import write_whole

_log = logging.getLogger(__name__)
_LOCK_SECONDS = 20.0
# The loop of the window must not stand still; what is not booked now is booked the next time.
_BOOKING_SECONDS = 2.0
CALLS_FOLDER = "calls"
"""Where notes lie in a workspace."""

_NOTHING = Decimal(0)


class Payer(Record):
    """Who makes calls, and what may be spent by the run in all, by the workspace in a month; None: no limit."""

    run_id: str = ""
    job_id: str = ""
    stage: str = ""
    run_budget_usd: Decimal | None = None
    month_budget_usd: Decimal | None = None


class Call(Record):
    """A call as it is noted: `cost` is a forecast, the most it can cost, until `is_settled`."""

    payer: Payer
    cost: Cost
    is_settled: bool = False


class Spent(Record):
    """What the ledger holds of a month ("2026-11", of the user's clock), and of each run, in US dollars."""

    month: str = ""
    in_month: Decimal = _NOTHING
    by_run: dict[str, Decimal] = {}


# Writes calls into the ledger and returns what it holds then.
Book = Callable[[Sequence[Call]], Spent]


class Tab:
    """The notes of a workspace, usable from several threads and processes at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._spent = folder / "spent.json"

    def reserve(self, payer: Payer, forecast: Cost) -> None:
        """Note a call that is about to be made, unless it could pass a budget.

        Raises:
            BudgetError: It could.
            ProviderError: It can't be noted, so that nobody would know what it cost.
        """
        try:
            with self._locked():
                self._check(payer, forecast)
                self._write(Call(payer=payer, cost=forecast))
        except (OSError, Timeout) as error:
            reason = getattr(error, "strerror", "") or "another program holds it"
            raise ProviderError(
                f"What a call costs can't be written down ({reason}), so none is made.",
                str(self._folder),
                remedy="Free some space, or make the folder writable.",
            ) from error

    def settle(self, payer: Payer, cost: Cost) -> None:
        """Write down what a call did cost, also one that was not reserved because it costs nothing."""
        try:
            self._write(Call(payer=payer, cost=cost, is_settled=True))
        except OSError as error:
            # Its note stays open, and is booked as the most that it can have cost.
            _log.warning("What a call cost can't be written down: %s", error.strerror)

    def collect(self, book: Book, is_lost: Callable[[Call], bool] = lambda call: False) -> bool:
        """Hand settled calls to the ledger, and open ones whose maker is gone; return whether there were any.

        Raises:
            OSError: The notes can't be read or removed; `book` may be given the same calls again.
        """
        if not any(self._files()):
            return False
        with self._locked(_BOOKING_SECONDS):
            ended = {file: call for file, call in self._read() if call.is_settled or is_lost(call)}
            if not ended:
                return False
            self._renew(book([_as_lost(call) for call in ended.values()]))
            for file in ended:
                file.unlink(missing_ok=True)
        return True

    def refresh(self, spent: Spent) -> None:
        """Tell the notes' readers what the ledger holds; needed where it holds anything before the first call."""
        with self._locked(_BOOKING_SECONDS):
            self._renew(spent)

    def _check(self, payer: Payer, forecast: Cost) -> None:
        if forecast.usd <= 0 or (payer.run_budget_usd is None and payer.month_budget_usd is None):
            return
        month, told = month_of(time.time()), self._told()
        noted = [call for _, call in self._read()]
        of_month = [call for call in noted if month_of(call.cost.at) == month]
        of_run = [call for call in noted if call.payer.run_id == payer.run_id]
        in_month = told.in_month if told.month == month else _NOTHING
        in_run = told.by_run.get(payer.run_id, _NOTHING)
        for budget, booked, calls, whose in (
            (payer.run_budget_usd if payer.run_id else None, in_run, of_run, "this run"),
            (payer.month_budget_usd, in_month, of_month, "this month"),
        ):
            promised = sum((call.cost.usd for call in calls if not call.is_settled), _NOTHING)
            spent = sum((call.cost.usd for call in calls if call.is_settled), booked)
            if budget is not None and spent + promised + forecast.usd > budget:
                raise over_budget(forecast.usd, spent, promised, budget, whose)

    def _told(self) -> Spent:
        try:
            return Spent.from_json(self._spent.read_bytes())
        except FileNotFoundError:
            return Spent()
        except ValidationError as error:
            # Never taken for nothing: that could pass a budget. It is written anew when the workspace is opened.
            raise OSError(0, "spent.json is damaged") from error

    def _read(self) -> Iterator[tuple[Path, Call]]:
        for file in self._files():
            try:
                yield file, Call.from_json(file.read_bytes())
            except FileNotFoundError:
                continue
            except ValidationError:
                _log.warning("%s is no note of a call; it is removed", file)
                file.unlink(missing_ok=True)

    def _files(self) -> Iterator[Path]:
        yield from sorted(self._folder.glob("*.call"))

    def _renew(self, spent: Spent) -> None:
        write_whole(self._spent, spent.to_json())

    def _write(self, call: Call) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / f"{call.cost.id}.call", call.to_json())

    @contextmanager
    def _locked(self, seconds: float = _LOCK_SECONDS) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        # An object each time: one that is shared would let the threads of this process in together.
        with FileLock(self._folder / "tab.lock", timeout=seconds):
            yield


def over_budget(forecast: Decimal, spent: Decimal, promised: Decimal, budget: Decimal, whose: str) -> BudgetError:
    """Return the error for a call that could pass a budget; amounts in US dollars.

    It passes where calls that are being answered, which are `promised` at their most, may leave enough.
    """
    return BudgetError(
        f"The next question can cost up to ${forecast:.4f}, and ${spent + promised:.4f} of the ${budget:.2f} for"
        f" {whose} are spent or promised.",
        remedy="Raise the budget (Settings › Providers, or run --budget) and ask again.",
        is_passing=bool(promised) and spent + forecast <= budget,
    )


def _as_lost(call: Call) -> Call:
    if call.is_settled:
        return call
    return call.model_copy(update={"cost": call.cost.model_copy(update={"outcome": "lost"})})
