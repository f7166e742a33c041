"""The ledger: every call once, sums exact to the cent, and old ledgers taken over."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from core.errors import disk_full
from core.llm.prices import bundled_prices
from core.pipeline.events import CostsBooked
from core.pipeline.purse import Purse
from core.pipeline.records.store import Store
from core.schema.choice import Cost
from core.schema.run import RunOptions
from core.spending import Call, Payer
from tests.slices import examples


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "db.sqlite")
    yield made
    made.close()


def call(name: str, usd: Decimal, run_id: str = "r", **more: object) -> Call:
    given = {"provider": "p", "model": "m", "id": name, "at": time.time(), "usd": usd, **more}
    return Call(payer=Payer(run_id=run_id, stage="plan", job_id="j"), cost=Cost.model_validate(given))


def test_a_call_that_is_told_twice_is_booked_once(store: Store) -> None:
    told: list[object] = []
    store.subscribe(told.append)
    for _ in range(2):
        store.book([call("a", Decimal("0.10")), call("b", Decimal("0.20"))])
    assert store.run_usd("r") == Decimal("0.30")
    assert told == [CostsBooked("r"), CostsBooked("r")]
    store.book([call("a", Decimal("9"), outcome="lost")])
    assert store.run_usd("r") == Decimal("0.30")


def test_a_lost_call_that_was_answered_after_all_becomes_what_it_was(store: Store) -> None:
    store.book([call("a", Decimal("0.50"), outcome="lost", completion_tokens=4000)])
    (month,) = store.spending("month")
    assert (month.calls, month.lost, month.usd) == (1, 1, Decimal("0.5"))
    store.book([call("a", Decimal("0.02"), completion_tokens=160)])
    (row,) = store.ledger("r")
    assert (row.usd, row.outcome, row.completion_tokens) == (Decimal("0.02"), "answered", 160)


CALLS = st.lists(
    st.tuples(
        st.sampled_from(sorted(bundled_prices())),
        st.integers(0, 200_000),
        st.integers(0, 200_000),
        st.integers(0, 20_000),
        st.sampled_from(["r1", "r2", "r3"]),
    ),
    max_size=40,
)


@examples(12, 400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(calls=CALLS)
def test_sums_are_exact_whichever_way_they_are_added_up(store: Store, calls: list[tuple]) -> None:
    with store._transaction():
        store._db.execute("delete from ledger")
    exact = Decimal(0)
    booked = []
    for number, (model, prompt, cached, completion, run_id) in enumerate(calls):
        price = bundled_prices()[model]
        again = price.input if price.cached_input is None else price.cached_input
        seen = min(cached, prompt)
        exact += (prompt - seen) * price.input + seen * again + completion * price.output
        usd = price.usd(prompt, completion, cached)
        booked.append(call(str(number), usd, run_id, model=model, prompt_tokens=prompt))
    store.book(booked)
    exact /= 1_000_000
    rows = sum((row.usd for row in store.ledger()), Decimal(0))
    assert rows == exact
    assert store.spent().in_month == sum((store.run_usd(run) for run in ("r1", "r2", "r3")), Decimal(0)) == exact
    for by in ("month", "run", "stage", "model"):
        assert sum((group.usd for group in store.spending(by)), Decimal(0)) == exact
    cents = sum(int((row.usd * 10**9).to_integral_exact()) for row in store.ledger())
    assert cents == exact * 10**9


def test_a_ledger_outlives_its_runs_and_counts_against_the_month(store: Store, tmp_path: Path) -> None:
    source = store.add_source(tmp_path / "x.mp4", "f", 1)
    run = store.add_run(source.id, RunOptions(budget_usd=Decimal("0.5")), "clean@1").id
    store.book([call("a", Decimal("0.10"), run)])
    purse = Purse(store, tmp_path)
    purse.month_budget_usd, purse.run_budget_usd = Decimal(5), Decimal(2)
    assert purse.payer(run, "plan").run_budget_usd == Decimal("0.5")
    assert purse.payer("", "x").run_budget_usd == Decimal(2)
    store.delete_run(run)
    assert (purse.month().spent_usd, purse.month().budget_usd) == (Decimal("0.1"), Decimal(5))


def test_what_a_killed_program_left_open_is_booked_when_it_starts_again(store: Store, tmp_path: Path) -> None:
    purse = Purse(store, tmp_path)
    left = call("a", Decimal("0.25"))
    purse.tab.reserve(left.payer, left.cost)
    Purse(store, tmp_path).open()
    assert [(row.usd, row.outcome) for row in store.ledger()] == [(Decimal("0.25"), "lost")]
    assert not list((tmp_path / "calls").glob("*.call"))


def test_a_full_disk_keeps_notes_for_the_next_time(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    purse, spent = Purse(store, tmp_path), call("a", Decimal("0.25"))
    purse.tab.settle(spent.payer, spent.cost)

    def full(calls: object) -> None:
        raise disk_full("workspace.sqlite")

    with monkeypatch.context() as patch:
        patch.setattr(store, "book", full)
        purse.collect()
    assert store.ledger() == []
    purse.collect()
    assert store.run_usd("r") == Decimal("0.25")


def test_an_older_ledger_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "db.sqlite"
    Store(path).close()
    db = sqlite3.connect(path)
    db.executescript(
        "drop table ledger; create table ledger (id integer primary key, at real not null, run_id text not null,"
        " stage text not null, provider text not null, model text not null, prompt_tokens integer not null,"
        " completion_tokens integer not null, seconds real not null, usd real not null) strict;"
        "insert into ledger values (1, 5.0, 'r', 'plan', 'p', 'm', 10, 20, 1.5, 0.000045);"
        "insert into ledger values (2, 6.0, 'r', 'plan', 'p', 'm', 10, 20, 1.5, 0.1);"
        "delete from _sqlite_migrations where name = 'keep_calls'"
    )
    db.close()
    store = Store(path)
    assert [row.usd for row in store.ledger()] == [Decimal("0.000045"), Decimal("0.1")]
    assert store.run_usd("r") == Decimal("0.100045")
    store.close()
