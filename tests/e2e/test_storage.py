"""What a finished workspace occupies, what of it can be freed, and what was foretold of it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from core import editing
from core.media.probe import probe
from core.preflight import needed_bytes
from core.project import Configuration, Project
from core.schema.run import RunOptions


@pytest.fixture
def workspace(analysed: Path) -> Path:
    """Return a copy of the sample's finished workspace."""
    return analysed


def artifacts(workspace: Path) -> set[str]:
    return {
        path.parent.relative_to(workspace).as_posix() for path in workspace.glob("artifacts/*/*/artifact.json")
    }


def test_nothing_of_a_finished_run_is_unused_and_what_an_edit_left_is(sample_run, workspace, weights_folder):
    program = sample_run.program
    told = program.here("storage", "--workspace", workspace, "--json")
    assert told.code == 0, told.err
    storage = json.loads(told.out)
    by_stage = {stage["stage"]: stage for stage in storage["stages"]}
    assert (by_stage["render"]["count"], by_stage["transcode"]["count"]) == (6, 1)
    assert storage["unused_bytes"] == 0
    delivered = sum(file.stat().st_size for file in sample_run.out.iterdir())
    assert storage["exported_bytes"] == delivered
    files = [path for path in workspace.rglob("*") if path.is_file()]
    assert storage["bytes"] == pytest.approx(sum(file.stat().st_size for file in files), rel=0.05)

    async def edit() -> None:
        configuration = Configuration(weights_folder=weights_folder, may_download=False)
        project = await Project.open(workspace, configuration)
        try:
            (run,) = project.runs()
            first, second = (clip for clip in project.clips(run.id) if clip.decision == "approved")
            await project.edit(run.id, "retitle", [editing.retitle(first, "Another title")])
            await project.composition(first.id, "9:16")
            await project.edit(run.id, "reject", [editing.set_decision(second, "rejected")])
        finally:
            await project.close()

    asyncio.run(edit())
    before = artifacts(workspace)
    unused = json.loads(program.here("storage", "--workspace", workspace, "--json").out)
    freed = program.here("storage", "--free", "--workspace", workspace, "--json")
    assert freed.code == 0, freed.err
    after = json.loads(freed.out)
    assert after["freed_bytes"] == unused["unused_bytes"] > 1_000_000
    assert after["unused_bytes"] == 0
    gone = before - artifacts(workspace)
    # All of the rejected clip, and of the other what its new title replaced and was made anew.
    assert {stage for stage in ("transcode", "transcribe", "detect_segments", "plan") if stage in str(gone)} <= {
        "plan"
    }
    assert sum(path.startswith("artifacts/render/") for path in gone) == 3
    assert sum(path.startswith("artifacts/analyze_framing/") for path in gone) == 1
    assert sum(file.stat().st_size for file in sample_run.out.iterdir()) == delivered
    words = program.here("storage", "--free", "--workspace", workspace)
    assert "There was nothing to free" in words.out
    assert "finished files" in words.out


def test_deleting_a_run_leaves_everything_of_it_to_be_freed(sample_run, workspace, weights_folder):
    async def delete() -> tuple[int, int, int]:
        configuration = Configuration(weights_folder=weights_folder, may_download=False)
        project = await Project.open(workspace, configuration)
        try:
            (run,) = project.runs()
            await project.thumbnail(run.id, 1.0)
            await project.delete_run(run.id)
            (workspace / "artifacts" / ".work" / "render-left").mkdir()
            before = await project.storage()
            return before.unused_bytes, await project.free_storage(), (await project.storage()).unused_bytes
        finally:
            await project.close()

    unused, freed, left = asyncio.run(delete())
    assert unused == freed > 5_000_000
    assert left == 0
    assert artifacts(workspace) == set()
    assert list((workspace / "artifacts" / ".work").iterdir()) == []
    assert list((workspace / "thumbnails").iterdir()) == list((workspace / "transcripts").iterdir()) == []
    assert len(list(sample_run.out.glob("*.mp4"))) == 6


def test_what_a_run_writes_is_foretold_within_a_factor_of_two(sample_run, sample_video):
    written = sum(path.stat().st_size for path in sample_run.finished.rglob("*") if path.is_file())
    written += sum(path.stat().st_size for path in sample_run.out.iterdir())
    options = RunOptions(top=2, min_seconds=3, max_seconds=5)
    foretold = needed_bytes(probe(sample_video), options, is_copied=False)
    assert 1.0 <= foretold / written <= 2.0
