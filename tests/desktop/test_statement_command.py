"""`main.py statement`: a month of a workspace, told, as CSV and as a PDF."""

from __future__ import annotations

import csv
import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

from core.pipeline.records.store import Store
from core.schema.choice import Cost
from core.schema.clip import Clip
from core.schema.ledger import month_of
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.spending import Call, Payer
from desktop.cli import main


def this_month() -> str:
    """Return the month that it is: the one in which the tests began may be over."""
    return month_of(time.time())


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a client's workspace: a run of this month with two clips, and calls of this month and of 2001."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    folder = tmp_path / "Client ü"
    folder.mkdir()
    store = Store(folder / "workspace.sqlite")
    source = store.add_source(tmp_path / "=Talk & <b>.mp4", "f", 1, 1200.0)
    run = store.add_run(source.id, RunOptions(), "clean@1").id
    cut = Cut(ranges=(TimeSpan(start=1, end=31),))
    clips = [
        Clip(id=f"{run}-a", run_id=run, cut=cut, decision="approved"),
        Clip(id=f"{run}-b", run_id=run, cut=cut, is_handmade=True),
    ]
    store.edit_clips(run, "new clips", clips)
    calls = [(time.time(), "0.25", "gpt-5-mini"), (time.time(), "0.05", "whisper-1"), (1e9, "2.5", "old")]
    store.book(
        [
            Call(
                payer=Payer(run_id=run, stage="plan"),
                cost=Cost(
                    provider="p",
                    model=model,
                    id=model,
                    at=at,
                    usd=Decimal(usd),
                    prompt_tokens=1000,
                    is_priced=True,
                ),
            )
            for at, usd, model in calls
        ]
    )
    store.close()
    return folder


def test_a_month_is_told(client: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statement", "--workspace", str(client)]) == 0
    out = capsys.readouterr().out
    assert f"Client ü, {this_month()}" in out and "20.0 min in" in out
    assert "1 approved, 0 maybe, 0 rejected, 1 undecided" in out
    assert out.rstrip().endswith("Models: $0.3000")


def test_money_belongs_to_the_month_in_which_it_was_spent(
    client: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["statement", "2001-09", "--json", "--workspace", str(client)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["runs"] == [] and [model["model"] for model in told["models"]] == ["old"]
    assert main(["statement", this_month(), "--json", "--workspace", str(client)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [model["model"] for model in told["models"]] == ["gpt-5-mini", "whisper-1"]
    assert told["clips"] | {"proposed": 1, "handmade": 1} == told["clips"]


def test_it_is_written_as_a_table_and_as_a_pdf(client: Path, tmp_path: Path) -> None:
    table, pdf = tmp_path / "a.csv", tmp_path / "b.pdf"
    assert main(["statement", "--csv", str(table), "--pdf", str(pdf), "--workspace", str(client)]) == 0
    with table.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["source"].startswith("'=Talk") and row["minutes in"] == "20.00"
    content = pdf.read_bytes()
    assert content.startswith(b"%PDF-") and b"%%EOF" in content[-64:] and len(content) > 3000


@pytest.mark.parametrize("month", ["2026", "2026-13", "nov", "2026-1"])
def test_what_is_no_month_is_refused(client: Path, month: str) -> None:
    assert main(["statement", month, "--workspace", str(client)]) == 2
