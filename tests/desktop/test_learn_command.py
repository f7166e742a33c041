"""`learn`: what was learned, a fresh start that can be taken back, and decisions as lines of JSON."""

from __future__ import annotations

import asyncio
import json

import pytest

from core import editing, taste
from core.schema.learning import AxisWeights
from core.schema.run import RunOptions
from desktop.cli import main
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    use_instant_stages(monkeypatch)
    monkeypatch.setattr(taste, "_PAUSE", 0.0)

    async def story() -> None:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "talk.wav", 1))
        run_id = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
        await project.wait(run_id)
        first, second = project.clips(run_id)
        await project.edit(run_id, "Approve", [editing.set_decision(first, "approved")])
        await project.edit(run_id, "Reject", [editing.set_decision(second, "rejected")])
        await project.export(run_id, [first.id], ["9:16"], tmp_path / "out")
        await project.wait(run_id)
        project.taste.set_weights(AxisWeights(weights={"hook": 1.5}))
        await project.taste.settled()
        await project.close()

    asyncio.run(story())
    return ["--workspace", str(tmp_path / "ws")]


def test_what_was_learned_is_told(workspace, capsys):
    assert main(["learn", *workspace]) == 0
    told = capsys.readouterr().out
    assert told.startswith("2 decisions to learn from; clips are ranked as usual.")
    assert "Too few decisions: 2 of at least 10." in told and "hook × 1.5" in told
    assert main(["learn", "status", "--json", *workspace]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["decisions"], found["kept"], found["is_applied"]) == (2, 2, False)
    assert found["weights"]["hook"] == 1.5


def test_decisions_are_exported_with_features_and_label(workspace, capsys, tmp_path):
    assert main(["learn", "export", *workspace]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted((line["title"], line["label"], line["grade"]) for line in lines) == [
        ("Clip 0", "exported", 2.5),
        ("Clip 1", "rejected", 0.0),
    ]
    assert all(line["features"]["seconds"] == 15.0 for line in lines)
    assert main(["learn", "export", "--out", str(tmp_path / "d.jsonl"), *workspace]) == 0
    assert (tmp_path / "d.jsonl").read_text().count("\n") == 2


def test_a_reset_is_taken_back_unless_decisions_were_forgotten(workspace, capsys):
    assert main(["learn", "reset", *workspace]) == 0
    assert "--undo takes this back" in capsys.readouterr().out
    main(["learn", *workspace])
    assert capsys.readouterr().out.startswith("0 decisions to learn from")
    assert main(["learn", "reset", "--undo", *workspace]) == 0
    main(["learn", *workspace])
    assert "2 decisions to learn from" in capsys.readouterr().out
    assert main(["learn", "reset", "--forget-decisions", *workspace]) == 0
    assert main(["learn", "reset", "--undo", *workspace]) == 0
    assert "There is no reset to take back." in capsys.readouterr().out
    main(["learn", "export", *workspace])
    assert capsys.readouterr().out == ""


def test_it_is_switched_off_and_on(workspace, capsys):
    assert main(["learn", "off", *workspace]) == 0
    main(["learn", *workspace])
    assert "switched off" in capsys.readouterr().out
    assert main(["learn", "on", *workspace]) == 0
    main(["learn", *workspace])
    assert "switched off" not in capsys.readouterr().out
