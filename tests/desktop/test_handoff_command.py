"""`handoff`: clips for an editing program and back, from the command line."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from core import editing
from core.schema.run import RunOptions
from desktop.cli import main
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound


@pytest.fixture
def run_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    use_instant_stages(monkeypatch)

    async def story() -> str:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "talk.wav", 1))
        run_id = await project.start_run(source.id, RunOptions())
        await project.wait(run_id)
        await project.edit(run_id, "approve", [editing.set_decision(project.clips(run_id)[0], "approved")])
        await project.close()
        return run_id

    return asyncio.run(story())


def test_a_list_goes_out_and_its_changes_come_back(
    run_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = ["--workspace", str(tmp_path / "ws")]
    assert main(["handoff", run_id, *workspace]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "ws" / "exports" / "talk" / "talk.fcpxml")
    file = tmp_path / "list.llc"
    assert main(["handoff", run_id, "--format", "losslesscut", "--out", str(file), "--json", *workspace]) == 0
    assert json.loads(capsys.readouterr().out)["files"] == [str(file)]
    project = json.loads(file.read_text())
    project["cutSegments"][0] |= {"start": 0.5, "name": "Better"}
    file.write_text(json.dumps(project))
    assert main(["handoff", run_id, "--read", str(file), *workspace]) == 0
    said = capsys.readouterr().out
    assert said == (
        "“Clip 0”: starts 0.5 s later, ends as before, is called “Better”\n1 clip would change, 0 as before.\n"
    )
    assert main(["handoff", run_id, "--read", str(file), "--apply", "--json", *workspace]) == 0
    assert json.loads(capsys.readouterr().out)["applied"] == 1
    assert main(["handoff", run_id, "--read", str(file), *workspace]) == 0
    assert capsys.readouterr().out == "0 clips would change, 1 as before.\n"


def test_wrong_use_is_told(run_id: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    workspace = ["--workspace", str(tmp_path / "ws")]
    assert main(["handoff", run_id, "--apply", *workspace]) == 2
    assert "--read" in capsys.readouterr().err
    assert main(["handoff", run_id, "--clips", "zzz", *workspace]) == 1
    assert "no clip zzz" in capsys.readouterr().err
