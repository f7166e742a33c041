"""The front door on a short talk: edits redo only their own work, failures cost only themselves."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from core import editing
from core.errors import ExportError, MediaError, StyleError, WorkspaceError
from core.media.probe import probe
from core.pipeline.events import JobProgressed, OutputChanged
from core.project import Configuration, Project
from core.schema.run import RunOptions
from core.schema.time import TimeSpan
from tests.tiny_files import TINY, with_tiny

OPTIONS = RunOptions(top=2, min_seconds=2, max_seconds=4, aspects=("1:1",), preset=TINY.name)


@asynccontextmanager
async def opened(folder: Path, weights: Path) -> AsyncIterator[Project]:
    configuration = Configuration(weights_folder=weights, may_download=False)
    project = await Project.open(with_tiny(folder), configuration)
    try:
        yield project
    finally:
        await project.close()


@pytest.fixture(scope="module")
def analysed_once(tmp_path_factory, weights_folder, short_talk) -> Path:
    """Return a workspace in which the talk has been analysed."""
    folder = tmp_path_factory.mktemp("analysed") / "ws"

    async def analyse() -> None:
        async with opened(folder, weights_folder) as project:
            await analysed(project, short_talk)

    asyncio.run(analyse())
    return folder


@pytest.fixture
def workspace(analysed_once: Path, tmp_path: Path) -> Path:
    """Return a copy of it: a new run of the talk there finds its analysis done."""
    return Path(shutil.copytree(analysed_once, tmp_path / "ws"))


async def analysed(project: Project, video: Path, preset: str = TINY.name) -> str:
    source = await project.import_source(video)
    run_id = await project.start_run(source.id, OPTIONS.model_copy(update={"preset": preset}))
    run = await project.wait(run_id)
    assert run.state == "analysis_complete", run.error
    return run_id


def test_a_day_with_a_project(workspace, tmp_path, weights_folder, short_talk):
    async def day() -> None:
        async with opened(workspace, weights_folder) as project:
            run_id = await analysed(project, short_talk)
            first, second = project.clips(run_id)
            assert first.score >= second.score

            composition = await project.composition(first.id, "1:1")
            before = {job.id: (job.attempts, job.fingerprint) for job in project.jobs(run_id)}
            assert composition.duration == pytest.approx(first.cut.duration, abs=0.1)  # a frame

            # A title changes nothing that was seen or heard; the picture is not looked at again.
            await project.edit(run_id, "rename", [editing.retitle(first, "Another title")])
            again = await project.composition(first.id, "1:1")
            assert again.title == "Another title"
            changed = {j.stage for j in project.jobs(run_id) if before.get(j.id) != (j.attempts, j.fingerprint)}
            assert "analyze_framing" not in changed
            assert "plan_audio" not in changed
            assert "compose" in changed

            # Undo gives back the very same work, from the shelf.
            assert await project.undo(run_id) == "rename"
            assert (await project.composition(first.id, "1:1")) == composition

            # A clip made by hand is a clip like any other, and undo takes it away again.
            made = editing.new_clip(run_id, 2.0, 6.0, "By hand", "clean@1")
            await project.edit(run_id, "new clip", [made])
            assert made.id in {clip.id for clip in project.clips(run_id)}
            await project.undo(run_id)
            with pytest.raises(WorkspaceError):
                project.clip(made.id)
            await project.redo(run_id)

            # Cutting a word out makes a clip of two ranges.
            cut = editing.cut_out(project.clip(made.id), TimeSpan(start=3.0, end=4.0))
            await project.edit(run_id, "cut", [cut])
            assert len((await project.composition(made.id, "1:1")).cut.ranges) == 2

            # Export delivers under the clip's title.
            out = tmp_path / "out"
            ids = await project.export(run_id, [made.id], ["1:1"], out)
            run = await project.wait(run_id)
            assert run.state == "fully_generated", run.error
            (output,) = [o for o in project.outputs(run_id) if o.id in ids]
            assert "By hand" in output.files[0].name
            assert probe(output.files[0]).duration == pytest.approx(3.0, abs=0.15)

            # A restyled clip redoes nothing upstream of the style.
            before = {job.id: (job.attempts, job.fingerprint) for job in project.jobs(run_id)}
            await project.edit(run_id, "restyle", [editing.set_style(project.clip(made.id), "boxed")])
            assert (await project.composition(made.id, "1:1")).style.name == "boxed"
            changed = {j.stage for j in project.jobs(run_id) if before.get(j.id) != (j.attempts, j.fingerprint)}
            assert changed == {"plan_enhancement", "build_enhancement", "finalize", "compose"}

    asyncio.run(day())


def test_stopped_work_goes_on_and_a_restart_finishes_it(workspace, tmp_path, weights_folder, short_talk):
    async def stop() -> str:
        async with opened(workspace, weights_folder) as project:
            # Long enough, and large, so that it is still rendered when the stop comes.
            run_id = await analysed(project, short_talk, preset="fast")
            clip = editing.new_clip(run_id, 2.0, 8.0, "By hand", "clean@1")
            await project.edit(run_id, "new clip", [clip])
            rendering = asyncio.Event()

            def hear(event: object) -> None:
                if isinstance(event, JobProgressed) and event.stage == "render":
                    rendering.set()

            project.subscribe(hear)
            await project.export(run_id, [clip.id], ["1:1"], tmp_path / "out")
            await asyncio.wait_for(rendering.wait(), 120)
            await project.cancel(run_id)
            assert project.run(run_id).is_paused
            assert {output.state for output in project.outputs(run_id)} == {"pending"}
            assert {j.state for j in project.jobs(run_id) if j.stage == "render"} == {"pending"}
            assert not list((tmp_path / "out").glob("*.mp4"))
            assert project.go_on() == []
            await project.resume(run_id)
            # Close in the middle, as a window does.
            return run_id

    async def restart(run_id: str) -> None:
        async with opened(workspace, weights_folder) as project:
            assert project.go_on() == [run_id]
            run = await project.wait(run_id)
            assert run.state == "fully_generated", run.error
            assert len(list((tmp_path / "out").glob("*.mp4"))) == 1

    run_id = asyncio.run(stop())
    asyncio.run(restart(run_id))


def test_a_delivery_that_fails_is_told_and_can_be_tried_again(workspace, tmp_path, weights_folder, short_talk):
    async def fail_and_retry() -> None:
        async with opened(workspace, weights_folder) as project:
            run_id = await analysed(project, short_talk)
            clips = project.clips(run_id)
            out = tmp_path / "out"
            heard: list[str] = []
            project.subscribe(lambda e: heard.append(e.output.state) if isinstance(e, OutputChanged) else None)
            # The folder turns into a file behind our back: rendering works, delivering does not.
            await project.export(run_id, [clips[0].id], ["1:1"], out)
            out.rmdir()
            out.write_text("in the way")
            run = await project.wait(run_id)
            assert run.state == "delivery_failed"
            assert "out" in run.error
            assert project.outputs(run_id)[0].state == "failed"
            out.unlink()
            await project.resume(run_id)
            assert (await project.wait(run_id)).state == "fully_generated"
            assert "rendered" in heard
            renders = [job for job in project.jobs(run_id) if job.stage == "render"]
            assert [job.attempts for job in renders] == [1], "what was rendered is not rendered again"

    asyncio.run(fail_and_retry())


def test_what_cannot_be_is_refused_before_any_work(tmp_path, weights_folder, short_talk):
    async def refuse() -> None:
        async with opened(tmp_path / "ws", weights_folder) as project:
            with pytest.raises(MediaError, match="does not exist"):
                await project.import_source(tmp_path / "missing.mp4")
            source = await project.import_source(short_talk)
            with pytest.raises(StyleError):
                await project.start_run(source.id, RunOptions(style="no-such-style"))
            with pytest.raises(WorkspaceError, match="There is no source"):
                await project.start_run("nowhere", RunOptions())
            assert project.runs() == []
            with pytest.raises(WorkspaceError, match="open in another"):
                await Project.open(tmp_path / "ws", Configuration(weights_folder=weights_folder))
            run_id = await project.start_run(source.id, OPTIONS)
            (tmp_path / "file").write_text("")
            with pytest.raises(ExportError):
                await project.export(run_id, [], ["1:1"], tmp_path / "file" / "inside")
            await project.delete_run(run_id)
            assert project.runs() == []

    asyncio.run(refuse())


def test_what_happens_while_an_export_runs_costs_nobody_their_file(
    workspace, tmp_path, weights_folder, short_talk
):
    async def day() -> None:
        async with opened(workspace, weights_folder) as project:
            run_id = await analysed(project, short_talk)
            first, second = project.clips(run_id)
            made = editing.new_clip(run_id, 2.0, 5.0, "By hand", "clean@1")
            await project.edit(run_id, "new clip", [made])
            out = tmp_path / "out"

            # Edited while it is rendered: the file that was asked for comes, and the preview is of the new cut.
            await project.export(run_id, [made.id, first.id], ["1:1"], out)
            await project.edit(run_id, "rename", [editing.retitle(first, "Later title")])
            composition = await project.composition(first.id, "1:1")
            assert composition.title == "Later title"
            run = await project.wait(run_id)
            assert run.state == "fully_generated", run.error
            assert len(list(out.glob("*.mp4"))) == 2

            # Asked for again with one more: what is there already is not written twice.
            before = {file: file.stat().st_mtime_ns for file in out.iterdir()}
            await project.export(run_id, [made.id], ["1:1"], out)
            await project.export(run_id, [second.id], ["1:1"], out)
            assert (await project.wait(run_id)).state == "fully_generated"
            assert {file: file.stat().st_mtime_ns for file in before} == before
            assert len(list(out.glob("*.mp4"))) == 3

            # Undoing the clip that was exported leaves the run usable.
            await project.undo(run_id)
            await project.undo(run_id)
            with pytest.raises(WorkspaceError):
                project.clip(made.id)
            await project.export(run_id, [second.id], ["1:1"], tmp_path / "elsewhere")
            run = await project.wait(run_id)
            assert run.state == "fully_generated", run.error

            # Two wishes, then stop: nothing goes on behind the user's back.
            await project.export(run_id, [first.id], ["16:9"], out)
            await project.export(run_id, [second.id], ["16:9"], out)
            await project.cancel(run_id)
            assert {o.state for o in project.outputs(run_id) if o.aspect == "16:9"} == {"pending"}
            await asyncio.sleep(1.0)
            assert not list(out.glob("*16x9*"))

    asyncio.run(day())


@pytest.mark.logs_errors
def test_a_bug_of_ours_ends_the_run_with_a_sentence(tmp_path, weights_folder, short_talk):
    async def break_it() -> None:
        async with opened(tmp_path / "ws", weights_folder) as project:
            # Where transcripts are kept stands a file: nothing that any stage expects.
            (tmp_path / "ws" / "transcripts").write_text("")
            source = await project.import_source(short_talk)
            run = await project.wait(await project.start_run(source.id, OPTIONS))
            assert run.state == "failed"
            assert "FileExistsError" in run.error
            (tmp_path / "ws" / "transcripts").unlink()
            await project.resume(run.id)
            assert (await project.wait(run.id)).state == "analysis_complete"

    asyncio.run(break_it())
