"""What is freed is never what a run needs, not even one that has only begun to start."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.schema.run import RunOptions
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages, write_sound


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


def test_a_transcript_stays_from_its_copy_on_until_its_run_is_deleted(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        source = await project.import_source(write_sound(tmp_path / "1.wav", 1))
        given = tmp_path / "talk.srt"
        given.write_text("1\n00:00:00,000 --> 00:00:01,000\nHello there\n")
        transcripts = project.folder / "transcripts"
        async with project._runner.turns.one():
            starting = asyncio.ensure_future(
                project.start_run(source.id, RunOptions(aspects=("9:16",), transcript=str(given)))
            )
            while not list(transcripts.glob("*.srt")):
                await asyncio.sleep(0.01)
            await project.free_storage()
            assert len(list(transcripts.iterdir())) == 1
        run = await starting
        ended = await project.wait(run)
        assert (ended.state, ended.error) == ("analysis_complete", "")
        # The run names it also where what it resolved to does not.
        project._store.set_setup(run, project._store.setup(run).model_copy(update={"sidecar": ""}))
        await project.free_storage()
        assert len(list(transcripts.iterdir())) == 1
        await project.delete_run(run)
        await project.free_storage()
        assert not list(transcripts.iterdir())
        await project.close()

    asyncio.run(scene())
