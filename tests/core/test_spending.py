"""Notes of calls: no budget is passed by many at once, and no call is forgotten, whoever dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Sequence
from decimal import Decimal
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from core.errors import BudgetError, ProviderError
from core.schema.choice import Cost
from core.spending import Call, Payer, Spent, Tab, month_of


def this_month() -> str:
    """Return the month that it is: the one in which the tests began may be over."""
    return month_of(time.time())


def cost(name: str, usd: str, at: float | None = None) -> Cost:
    return Cost(provider="p", model="m", id=name, at=time.time() if at is None else at, usd=Decimal(usd))


def payer(run_id: str = "r", run: str | None = None, month: str | None = None, job_id: str = "j") -> Payer:
    given = [None if budget is None else Decimal(budget) for budget in (run, month)]
    return Payer(run_id=run_id, job_id=job_id, stage="plan", run_budget_usd=given[0], month_budget_usd=given[1])


class Book:
    """A ledger in memory."""

    def __init__(self) -> None:
        self.calls: dict[str, Call] = {}

    def __call__(self, calls: Sequence[Call]) -> Spent:
        self.calls.update((call.cost.id, call) for call in calls)
        by_run: dict[str, Decimal] = {}
        for call in self.calls.values():
            by_run[call.payer.run_id] = by_run.get(call.payer.run_id, Decimal(0)) + call.cost.usd
        return Spent(month=this_month(), in_month=sum(by_run.values(), Decimal(0)), by_run=by_run)


def test_what_is_promised_and_what_is_booked_count_against_both_budgets(tmp_path: Path) -> None:
    tab, book = Tab(tmp_path / "calls"), Book()
    mine = payer("mine", run="0.10", month="0.15")
    tab.reserve(mine, cost("a", "0.06"))
    with pytest.raises(BudgetError, match=r"\$0\.0600 of the \$0\.10 for this run"):
        tab.reserve(mine, cost("b", "0.05"))
    # It cost less than it could have.
    tab.settle(mine, cost("a", "0.01"))
    tab.reserve(mine, cost("b", "0.09"))
    tab.settle(mine, cost("b", "0.09"))
    assert tab.collect(book) and not tab.collect(book)
    with pytest.raises(BudgetError, match="this run"):
        tab.reserve(mine, cost("c", "0.01"))
    other = payer("other", run="0.10", month="0.15")
    with pytest.raises(BudgetError, match=r"\$0\.1000 of the \$0\.15 for this month"):
        tab.reserve(other, cost("d", "0.06"))
    tab.reserve(other, cost("d", "0.05"))
    tab.reserve(payer("free"), cost("e", "100"))
    assert [call.cost.usd for call in book.calls.values()] == [Decimal("0.01"), Decimal("0.09")]


def test_another_month_has_money_of_its_own(tmp_path: Path) -> None:
    tab = Tab(tmp_path / "calls")
    tab.refresh(Spent(month="2020-01", in_month=Decimal(5)))
    tab.settle(payer(), cost("old", "5", at=1e9))
    tab.reserve(payer(month="1"), cost("new", "1"))
    with pytest.raises(BudgetError):
        tab.reserve(payer(month="1"), cost("newer", "0.01"))


def test_a_call_whose_maker_is_gone_is_booked_as_the_most_it_can_have_cost(tmp_path: Path) -> None:
    tab, book = Tab(tmp_path / "calls"), Book()
    tab.reserve(payer(job_id="dead"), cost("a", "0.50"))
    tab.reserve(payer(job_id="alive"), cost("b", "0.50"))
    assert tab.collect(book, lambda call: call.payer.job_id == "dead")
    assert [(call.cost.id, call.cost.outcome) for call in book.calls.values()] == [("a", "lost")]
    # It was not dead yet, and told what it did cost.
    tab.settle(payer(job_id="dead"), cost("a", "0.02"))
    tab.collect(book)
    assert (book.calls["a"].cost.usd, book.calls["a"].cost.outcome) == (Decimal("0.02"), "answered")


def test_nothing_is_asked_where_it_can_not_be_noted(tmp_path: Path) -> None:
    (tmp_path / "calls").write_text("a file where the folder should be")
    with pytest.raises(ProviderError, match="can't be written down"):
        Tab(tmp_path / "calls").reserve(payer(month="1"), cost("a", "0.50"))


def test_damaged_sums_are_not_taken_for_nothing(tmp_path: Path) -> None:
    tab = Tab(tmp_path)
    (tmp_path / "spent.json").write_text("{")
    with pytest.raises(ProviderError):
        tab.reserve(payer(month="1"), cost("a", "0.50"))
    tab.refresh(Spent(month=this_month(), in_month=Decimal("0.6")))
    with pytest.raises(BudgetError):
        tab.reserve(payer(month="1"), cost("a", "0.50"))


def spend(folder: Path, who: int, one_is_killed: Event) -> None:
    tab, mine = Tab(folder), payer(f"run {who}", month="1.00")
    for number in range(40):
        if who and number == 10:
            one_is_killed.wait()  # However late it was begun: it is killed while there is budget left.
        try:
            tab.reserve(mine, cost(f"{who}-{number}", "0.03"))
        except BudgetError:
            return
        if who == 0 and number == 3:
            one_is_killed.set()
            os.kill(os.getpid(), signal.SIGKILL)
        tab.settle(mine, cost(f"{who}-{number}", "0.02"))


def test_processes_that_spend_at_once_do_not_pass_a_months_budget_together(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    one_is_killed = context.Event()
    workers = [context.Process(target=spend, args=(tmp_path, who, one_is_killed)) for who in range(3)]
    book, tab = Book(), Tab(tmp_path)
    for worker in workers:
        worker.start()
    while any(worker.is_alive() for worker in workers):
        tab.collect(book)
        time.sleep(0.01)
    for worker in workers:
        worker.join()
    tab.collect(book, lambda call: True)
    spent = sum((call.cost.usd for call in book.calls.values()), Decimal(0))
    assert Decimal("0.95") <= spent <= Decimal("1.00")
    assert [call.cost.id for call in book.calls.values() if call.cost.outcome == "lost"] == ["0-3"]
