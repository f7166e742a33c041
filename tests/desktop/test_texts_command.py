"""`texts`: what is written beside clips, from the command line."""

from __future__ import annotations

import asyncio
import json

import pytest

from core import editing
from core.schema.run import RunOptions
from desktop.cli import main
from tests import instant_stages
from tests.core.highlights.talk import INTERVIEW, spoken
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound


@pytest.fixture
def run_id(tmp_path, monkeypatch):
    use_instant_stages(monkeypatch)
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: spoken(*INTERVIEW))

    async def story() -> str:
        project = await open_instant(tmp_path / "ws", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "talk.wav", 1))
        run_id = await project.start_run(source.id, RunOptions())
        await project.wait(run_id)
        first, second = project.clips(run_id)
        await project.edit(
            run_id, "texts", [editing.describe(first, "My words."), editing.set_decision(second, "rejected")]
        )
        await project.close()
        return run_id

    return asyncio.run(story())


def test_texts_of_clips_that_are_not_rejected_are_printed(run_id, tmp_path, capsys):
    assert main(["texts", run_id, "--workspace", str(tmp_path / "ws"), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["title"] == "Clip 0" and found["description"] == "My words." and len(found["hashtags"]) >= 3
    assert main(["texts", run_id, "--workspace", str(tmp_path / "ws"), "--clips", "c1"]) == 0
    told = capsys.readouterr().out
    assert "Clip 1" in told and "#" in told and "My words." not in told


def test_a_clip_that_is_not_there_is_told(run_id, tmp_path, capsys):
    assert main(["texts", run_id, "--workspace", str(tmp_path / "ws"), "--clips", "zzz"]) == 1
    assert "There is no clip zzz" in capsys.readouterr().err
