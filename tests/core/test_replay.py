"""Replaying from a stage, in another style, or what another version made stale: told before, and exactly that."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from core import editing, workspace
from core.project import Project
from core.schema.run import RunOptions
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound
from tests.instant_stages import CLIPS, STAGES, calls

SOURCE = ["transcode", "transcribe", "detect_segments", "plan"]
# Those that count their calls; finalize and compose are the real ones.
CLIP = [
    "plan_enhancement",
    "prepare_media",
    "analyze_picture",
    "analyze_framing",
    "plan_audio",
    "build_enhancement",
]
BELOW_STYLE = ["plan_enhancement", "build_enhancement", "render"]


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


class Bench:
    """A workspace with one finished run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workspace = folder / "workspace"
        self.run_id = ""

    async def open(self) -> Project:
        return await open_instant(self.workspace, ThreadExecutor())

    async def finished(self, anew: str = "") -> Project:
        project = await self.open()
        source = await project.import_source(write_sound(self.folder / "1.wav", 1))
        options = RunOptions(aspects=("9:16",), auto_approve=True, deliver_to=str(self.folder / "out"))
        self.run_id = await project.start_run(source.id, options, anew)
        await at_rest(project)
        assert project.run(self.run_id).state == "fully_generated"
        return project

    def called(self) -> Counter[str]:
        return Counter(line.split()[0] for line in calls(self.workspace))


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def once_more(stages: list[str]) -> Counter[str]:
    """Return how often stages are called that are done once for the source, and once a clip."""
    return Counter({name: 1 if name in SOURCE else CLIPS for name in stages})


@pytest.mark.parametrize(
    ("stage", "redone"),
    [
        ("transcode", [*SOURCE, *CLIP, "render"]),
        ("transcribe", [*SOURCE[1:], *CLIP, "render"]),
        ("plan", ["plan", *CLIP, "render"]),
        ("plan_enhancement", BELOW_STYLE),
        ("analyze_picture", ["analyze_picture", "analyze_framing", "render"]),
        ("analyze_framing", ["analyze_framing", "render"]),
        ("render", ["render"]),
    ],
)
def test_a_replay_redoes_what_hangs_below_its_stage_as_foreseen_and_nothing_else(bench, stage, redone) -> None:
    async def scene() -> None:
        project = await bench.finished()
        before = bench.called()
        foreseen = project.foresee(bench.run_id, stage)
        told = Counter(
            {each.stage: each.jobs for each in foreseen.stages if each.stage in [*SOURCE, *CLIP, "render"]}
        )
        assert told == once_more(redone)
        assert not set(foreseen.kept) & {each.stage for each in foreseen.stages}
        assert foreseen.seconds is not None
        await project.replay(bench.run_id, stage)
        await at_rest(project)
        assert project.run(bench.run_id).state == "fully_generated"
        assert bench.called() - before == once_more(redone)
        assert project.foresee(bench.run_id).stages == ()
        await project.close()

    asyncio.run(scene())


def test_another_style_enters_at_plan_enhancement_and_is_one_step_to_undo(bench) -> None:
    async def scene() -> None:
        project = await bench.finished()
        before = bench.called()
        foreseen = project.foresee(bench.run_id, style="boxed")
        assert foreseen.stages[0].stage == "plan_enhancement"
        assert {"analyze_framing", "prepare_media", "plan_audio", *SOURCE} <= set(foreseen.kept)
        await project.replay(bench.run_id, style="boxed")
        await at_rest(project)
        assert bench.called() - before == once_more(BELOW_STYLE)
        assert {clip.style for clip in project.clips(bench.run_id)} == {"boxed@1"}
        assert project.run(bench.run_id).style_pin == "boxed@1"
        assert await project.undo(bench.run_id) == "Style boxed@1"
        assert {clip.style for clip in project.clips(bench.run_id)} == {"clean@1"}
        await project.close()

    asyncio.run(scene())


def test_decisions_and_edits_outlive_a_replay_of_the_analysis(bench) -> None:
    async def scene() -> None:
        project = await bench.finished()
        first, second = project.clips(bench.run_id)
        edited = editing.retitle(editing.set_decision(first, "maybe"), "Mine")
        await project.edit(bench.run_id, "Edit", [edited])
        halves = editing.split(second, second.cut.start + 5)
        assert halves is not None
        await project.edit(bench.run_id, "Split", halves)
        await project.replay(bench.run_id, "transcribe")
        await at_rest(project)
        clips = {clip.id: clip for clip in project.clips(bench.run_id)}
        assert clips[first.id] == edited
        assert (clips[halves[0].id], clips[halves[1].id]) == halves
        await project.close()

    asyncio.run(scene())


def test_another_version_of_a_stage_is_told_and_changes_nothing_until_it_is_wanted(bench, monkeypatch) -> None:
    async def scene() -> None:
        project = await bench.finished()
        await project.close()
        newer = tuple(replace(each, version=99) if each.name == "detect_segments" else each for each in STAGES)
        monkeypatch.setattr(workspace, "STAGES", newer)
        before = bench.called()
        project = await bench.open()
        foreseen = {each.stage: each for each in project.foresee(bench.run_id).stages}
        assert list(foreseen)[:2] == ["detect_segments", "plan"]
        assert "its stage is another version" in foreseen["detect_segments"].reason
        assert "what detect_segments made changed" in foreseen["plan"].reason
        assert "transcribe" not in foreseen
        # What was made is shown, and a preview does not start the analysis unasked.
        analysis = await project.analysis(bench.run_id)
        assert analysis.segments is not None and await project.plan(bench.run_id) is not None
        assert await project.prepared(bench.run_id) == analysis.prepared
        await project.composition(project.clips(bench.run_id)[0].id, "9:16")
        assert bench.called() == before
        await project.replay(bench.run_id)
        await at_rest(project)
        made = bench.called() - before
        assert made["detect_segments"] == made["plan"] == 1
        assert made["transcribe"] == made["transcode"] == made["prepare_media"] == 0
        assert made["analyze_framing"] == CLIPS
        assert project.foresee(bench.run_id).stages == ()
        await project.close()

    asyncio.run(scene())


@pytest.mark.parametrize("stage", ["analyze_framing", "render"])
def test_another_version_of_a_clips_stage_changes_nothing_unasked_but_edits_do(bench, monkeypatch, stage) -> None:
    async def scene() -> None:
        project = await bench.finished()
        await project.close()
        newer = tuple(replace(each, version=99) if each.name == stage else each for each in STAGES)
        monkeypatch.setattr(workspace, "STAGES", newer)
        before = bench.called()
        project = await bench.open()
        foreseen = {each.stage: each.is_outdated for each in project.foresee(bench.run_id).stages}
        assert foreseen[stage]
        clip, other = project.clips(bench.run_id)
        await project.composition(clip.id, "9:16")
        await project.export(bench.run_id, [clip.id], ["9:16"], bench.folder / "out")
        await at_rest(project)
        assert bench.called() == before
        await project.edit(bench.run_id, "Trim", [editing.trim(other, other.cut.start + 1, other.cut.end, 600.0)])
        await project.composition(other.id, "9:16")
        assert (bench.called() - before)["analyze_framing"] == 1
        before = bench.called()
        await project.replay(bench.run_id)
        await at_rest(project)
        assert (bench.called() - before)[stage] == (1 if stage == "analyze_framing" else CLIPS)
        assert project.foresee(bench.run_id).stages == ()
        await project.close()

    asyncio.run(scene())


def test_a_run_started_anew_from_a_stage_reuses_what_comes_before_it(bench) -> None:
    async def scene() -> None:
        project = await bench.finished()
        await project.close()
        project = await bench.finished("plan")
        reused = {job.stage: job.is_reused for job in project.jobs(bench.run_id)}
        assert [name for name, is_reused in reused.items() if is_reused] == SOURCE[:3]
        whys = {job.stage: job.why for job in project.jobs(bench.run_id)}
        assert whys["plan"] == "Since another run of this source, it is replayed on purpose."
        assert whys["transcribe"].startswith("The same work was done by run ")
        await project.close()

    asyncio.run(scene())


def test_a_crash_in_a_replay_loses_neither_the_old_nor_the_new(bench) -> None:
    async def scene() -> None:
        project = await bench.finished()
        (bench.workspace / "fault-plan").write_text("fail")
        await project.replay(bench.run_id, "transcribe")
        await at_rest(project)
        assert project.run(bench.run_id).state == "failed"
        assert (await project.analysis(bench.run_id)).transcript is not None
        await project.close()
        project = await bench.open()
        before = bench.called()
        (bench.workspace / "fault-plan").unlink()
        await project.resume(bench.run_id)
        await at_rest(project)
        assert project.run(bench.run_id).state == "fully_generated"
        made = bench.called() - before
        assert (made["transcribe"], made["plan"]) == (0, 1)
        await project.close()

    asyncio.run(scene())
