"""`main.py costs`: totals and calls of a workspace, and budgets on the command line and in the settings file."""

from __future__ import annotations

import argparse
import csv
import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from core.pipeline.records.store import Store
from core.schema.choice import Cost
from core.schema.run import RunOptions
from core.spending import Call, Payer
from desktop import settings
from desktop.amounts import dollars, parse_amount
from desktop.cli import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def workspace(tmp_path: Path) -> tuple[Path, str]:
    """Return a workspace with three calls of a run and one of a run that is gone, and the run's id."""
    folder = tmp_path / "ws"
    folder.mkdir()
    store = Store(folder / "workspace.sqlite")
    run = store.add_run(store.add_source(tmp_path / "Talk.mp4", "f", 1).id, RunOptions(), "clean@1").id
    now = time.time()
    told = [
        (run, "plan", "gpt-5-mini", now, "0.0125", "answered"),
        (run, "plan", "gpt-5-mini", now + 1, "0", "remembered"),
        (run, "translate", "llama3", now + 2, "0", "answered"),
        ("gone", "plan", "gpt-5-mini", 1e9, "2.5", "lost"),
    ]
    store.book(
        [
            Call(
                payer=Payer(run_id=of, stage=stage),
                cost=Cost(
                    provider="p",
                    model=model,
                    id=f"{number}",
                    at=at,
                    usd=Decimal(usd),
                    prompt_tokens=1000,
                    is_priced=model != "llama3",
                    outcome=outcome,
                ),
            )
            for number, (of, stage, model, at, usd, outcome) in enumerate(told)
        ]
    )
    store.close()
    return folder, run


def test_totals_are_told_by_month_run_stage_and_model(
    workspace: tuple[Path, str], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, run = workspace
    (home / "settings.json").write_text('{"month_budget_usd": 5}')
    assert main(["costs", "--workspace", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "By month" in out and "2001-09" in out and f"{run}  Talk" in out and "gone (deleted)" in out
    assert "$0.0125  3 calls, 3,000 tokens, 1 remembered, 1 no price" in out
    assert "$2.50  1 call, 1,000 tokens, 1 lost" in out
    assert out.rstrip().endswith("This month: $0.0125 of $5.00")


def test_totals_and_calls_of_one_run_as_json(
    workspace: tuple[Path, str], home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, run = workspace
    assert main(["costs", run[:6], "--calls", "--json", "--workspace", str(folder)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sum(Decimal(call["usd"]) for call in told["calls"]) == Decimal("0.0125")
    assert [one["of"] for one in told["stage"]] == ["translate", "plan"]
    assert "run" not in told and Decimal(told["this_month"]["spent_usd"]) == Decimal("0.0125")
    assert main(["costs", "--calls", "--workspace", str(folder)]) == 0
    assert capsys.readouterr().out.count("\n") == 4


def test_nothing_spent_is_said_so(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ws").mkdir()
    Store(tmp_path / "ws" / "workspace.sqlite").close()
    assert main(["costs", "--workspace", str(tmp_path / "ws")]) == 0
    assert "No language model was asked yet." in capsys.readouterr().out


@pytest.mark.parametrize(("text", "usd"), [("2", "2"), ("$0.50", "0.5"), ("0", "0")])
def test_an_amount_is_read(text: str, usd: str) -> None:
    assert parse_amount(text) == Decimal(usd)


@pytest.mark.parametrize("text", ["much", "-1", "nan", "inf", ""])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        parse_amount(text)


def test_small_amounts_are_not_rounded_to_nothing() -> None:
    assert [dollars(Decimal(usd)) for usd in ("0", "0.0042", "1.2561")] == ["$0.00", "$0.0042", "$1.26"]


def test_budgets_of_the_settings_file_reach_the_engine_exactly(home: Path) -> None:
    chosen = settings.Settings(run_budget_usd=Decimal("0.10"), month_budget_usd=Decimal("12.50"))
    settings.save_settings(chosen)
    given = settings.configuration(settings.load_settings())
    assert (given.run_budget_usd, given.month_budget_usd) == (Decimal("0.10"), Decimal("12.50"))
    (home / "settings.json").write_text("{}")
    assert settings.configuration(settings.load_settings()).month_budget_usd is None


def test_a_statement_is_a_table_of_runs_that_no_spreadsheet_calculates(home: Path, tmp_path: Path, capsys) -> None:
    folder = tmp_path / "ws 2"
    folder.mkdir()
    store = Store(folder / "workspace.sqlite")
    names = ["=HYPERLINK(“x”).mp4", 'a "quoted", talk; ü.mp4']
    for number, name in enumerate(names):
        source = store.add_source(tmp_path / name, f"f{number}", 1, duration=90.0)
        run = store.add_run(source.id, RunOptions(recipe="@night"), "clean@1").id
        cost = Cost(provider="p", model="m", id=f"{number}", usd=Decimal("0.012"), prompt_tokens=7)
        store.book([Call(payer=Payer(run_id=run, stage="plan"), cost=cost)])
    store.close()
    assert main(["costs", "--csv", str(tmp_path / "out.csv"), "--workspace", str(folder)]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "out.csv")
    content = (tmp_path / "out.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfrun,started,")
    rows = list(csv.DictReader(content.decode("utf-8-sig").splitlines()))
    assert [row["source"] for row in rows] == ["'=HYPERLINK(“x”)", 'a "quoted", talk; ü']
    assert [(row["recipe"], row["minutes in"], row["tokens"], row["USD"]) for row in rows] == [
        ("'@night", "1.50", "7", "0.012")
    ] * 2
    assert all(row["started"] and row["result"] == "not finished" for row in rows)
