"""The queue through the front door: its order, its pause, and what outlives a restart."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.pipeline.events import Event, QueueChanged
from core.project import Project
from core.schema.run import RunOptions
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


async def queue_up(project: Project, folder: Path, count: int) -> list[str]:
    """Start runs of different sources."""
    runs = []
    for number in range(count):
        source = await project.import_source(write_sound(folder / f"{number}.wav", number))
        runs.append(await project.start_run(source.id, RunOptions(aspects=("9:16",))))
    return runs


def test_a_paused_queue_stays_paused_over_a_restart_and_starts_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        told: list[Event] = []
        project.subscribe(lambda event: told.append(event) if isinstance(event, QueueChanged) else None)
        project.pause_queue()
        assert told[-1] == QueueChanged(project.queue())
        (run,) = await queue_up(project, tmp_path, 1)
        await asyncio.sleep(0.3)
        assert [job.state for job in project.jobs(run)] == ["pending"] * 4
        await project.close()
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        assert project.queue().hold == "user"
        project.go_on()
        await asyncio.sleep(0.3)
        assert {job.state for job in project.jobs(run)} == {"pending"}
        project.release_queue()
        await at_rest(project)
        assert project.run(run).state == "analysis_complete"
        await project.close()

    asyncio.run(scene())


def test_runs_are_served_as_they_are_ordered_and_the_order_outlives_a_restart(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        project.pause_queue()
        runs = await queue_up(project, tmp_path, 4)
        project.set_priority(runs[3], "high")
        project.set_priority(runs[0], "low")
        project.move_in_queue(runs[2], 0)
        wanted = [runs[3], runs[2], runs[1], runs[0]]
        assert [run.id for run in project.queued_runs()] == wanted
        await project.close()
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        project.go_on()
        await asyncio.sleep(0.3)
        assert [run.id for run in project.queued_runs()] == wanted
        project.release_queue()
        await at_rest(project)
        started = [attempt for run in runs for attempt in project.attempts(run) if attempt.stage == "transcode"]
        assert [each.run_id for each in sorted(started, key=lambda each: each.started_at)] == wanted
        assert project.queued_runs() == []
        await project.close()

    asyncio.run(scene())


def test_a_move_of_a_run_that_waits_for_nothing_changes_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        (run,) = await queue_up(project, tmp_path, 1)
        await at_rest(project)
        before = project.run(run).position
        project.move_in_queue(run, 3)
        assert project.run(run).position == before
        await project.close()

    asyncio.run(scene())


def test_lanes_are_shown_and_made_wider(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        project.set_width("encode", 5)
        encode = next(lane for lane in project.lanes() if lane.name == "encode")
        assert (encode.width, encode.running, encode.queued) == (5, 0, 0)
        assert encode.automatic_width >= 1
        await project.close()

    asyncio.run(scene())


def test_a_command_works_on_and_leaves_the_queue_paused(tmp_path: Path) -> None:
    async def scene() -> None:
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        project.pause_queue()
        await project.close()
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        project.release_queue(is_kept=False)
        (run,) = await queue_up(project, tmp_path, 1)
        await at_rest(project)
        assert project.run(run).state == "analysis_complete"
        await project.close()
        project = await open_instant(tmp_path / "workspace", ThreadExecutor())
        assert project.queue().hold == "user"
        await project.close()

    asyncio.run(scene())
