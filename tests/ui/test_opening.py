"""What happens between choosing a run and seeing it, and in which order."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

from fake_project import FakeProject
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSettings, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QListView, QStyleOptionViewItem
from pytest import MonkeyPatch
from window_kit import find, opened, press, until

from core.errors import WorkspaceError
from core.project import Analysis
from core.schema.ledger import Budget
from ui.controllers.review import ReviewController
from ui.delegates.clip_row import ClipRowDelegate
from ui.main_window import MainWindow
from ui.panels import CLIPS
from ui.timeline.view import TimelineView

ROOT = Path(__file__).resolve().parents[2]


def _note_readings(project: FakeProject, monkeypatch: MonkeyPatch, review: ReviewController) -> list[str]:
    """Return what is filled with the run that was open whenever an analysis was asked for."""
    open_then: list[str] = []
    read = project.analysis

    async def analysis(run_id: str) -> Analysis:
        open_then.append(review.run_id)
        return await read(run_id)

    monkeypatch.setattr(project, "analysis", analysis)
    return open_then


async def test_the_analysis_is_read_once_and_before_the_clips_are_shown(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        review = window._bench.review
        open_then = _note_readings(project, monkeypatch, review)
        run_id = project.add_run("Episode.mp4", duration=70.0, clips=3)
        review.show_run(run_id)
        await until(lambda: review.duration == 70.0 and not review.is_opening)
        assert open_then == [""]
        assert review.transcript is not None and review.waveform


async def test_the_analysis_of_a_run_at_work_is_read_once_its_jobs_are_heard_of(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        review = window._bench.review
        open_then = _note_readings(project, monkeypatch, review)
        run_id = project.add_run("Episode.mp4", duration=70.0, clips=3)
        project.tell_run(project.run_records[run_id].model_copy(update={"state": "started"}))
        review.show_run(run_id)
        await until(lambda: review.duration == 70.0)
        assert open_then == [run_id]


async def test_an_analysis_that_can_not_be_read_is_told_once_and_the_clips_are_there(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    async def analysis(run_id: str) -> Analysis:
        raise WorkspaceError("The transcript is damaged.")

    async with opened(project, memory) as window:
        review, told = window._bench.review, list[str]()
        window._bench.tasks.failed.connect(lambda words, _kind: told.append(words))
        monkeypatch.setattr(project, "analysis", analysis)
        review.show_run(project.add_run("Episode.mp4", duration=70.0, clips=3))
        await until(lambda: review.current is not None and not review.is_opening)
        await window.calm()
        assert told == ["Could not read the analysis. The transcript is damaged."]


async def test_the_timeline_is_filled_once_it_is_known_how_long_the_episode_is(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    shown: list[tuple[float, int]] = []
    show = TimelineView.show_scene

    def show_scene(self: TimelineView, scene: Any) -> None:
        shown.append((scene.duration, len(scene.clips)))
        show(self, scene)

    monkeypatch.setattr(TimelineView, "show_scene", show_scene)
    async with opened(project, memory) as window:
        window._bench.review.show_run(project.add_run("Episode.mp4", duration=70.0, clips=3))
        await until(lambda: (70.0, 3) in shown)
        assert {each for each in shown if each[0] == 0.0} == {(0.0, 0)}


async def _opened_list(window: MainWindow, project: FakeProject) -> QListView:
    review = window._bench.review
    review.show_run(project.add_run("Episode.mp4", duration=70.0, clips=5))
    await until(lambda: review.duration == 70.0 and not review.is_opening)
    return find(window, QListView, "clipList")


async def test_a_picture_that_comes_has_its_own_row_painted_alone(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    painted: list[int] = []
    paint = ClipRowDelegate.paint

    def noted(
        self: ClipRowDelegate,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painted.append(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(ClipRowDelegate, "paint", noted)
    async with opened(project, memory) as window:
        clips = await _opened_list(window, project)
        # Until the pictures that the rows ask for have come.
        await until(lambda: not window._bench.tasks._running)
        await asyncio.sleep(0.05)
        painted.clear()
        panel = window._docks.panel(CLIPS)
        panel._model.set_picture(panel._model.clips[1].id, QPixmap(16, 9))
        await until(lambda: painted)
        await asyncio.sleep(0.02)
        assert set(painted) == {1}
        assert clips.isVisible()


async def test_the_status_bar_looks_again_once_the_run_is_open(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    async with opened(project, memory, has_panels=False) as window:
        looked: list[bool] = []
        month = project.month

        def noted() -> Budget:
            looked.append(window._bench.review.is_opening)
            return month()

        monkeypatch.setattr(project, "month", noted)
        window._bench.review.show_run(project.add_run("Episode.mp4", duration=70.0, clips=3))
        window._status._timer.timeout.emit()
        await until(lambda: looked)
        assert set(looked) == {False}
        assert find(window, QLabel, "statusCost").isVisible()


def test_what_a_panel_has_loaded_before_it_is_part_of_it() -> None:
    script = (
        "import sys\n"
        "from ui.panels import BESIDE, DOCKED\n"
        "kinds = [*DOCKED, *BESIDE]\n"
        "for kind in kinds:\n"
        "    kind.load()\n"
        "parts = {part for kind in kinds for part in kind.parts}\n"
        "print(len(parts) > 0, *sorted(parts - set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.stdout.split() == ["True"], done.stdout + done.stderr


async def test_several_clips_stay_selected_while_it_is_not_known_how_long_the_episode_is(
    project: FakeProject, memory: QSettings, monkeypatch: MonkeyPatch
) -> None:
    is_read, read = asyncio.Event(), project.analysis

    async def analysis(run_id: str) -> Analysis:
        await is_read.wait()
        return await read(run_id)

    async with opened(project, memory) as window:
        review, triage = window._bench.review, window._bench.triage
        monkeypatch.setattr(project, "analysis", analysis)
        run_id = project.add_run("Episode.mp4", duration=70.0, clips=3)
        review.show_run(run_id)
        await until(lambda: review.current is not None and not review.is_opening)
        clips = find(window, QListView, "clipList")
        clips.selectAll()
        press(window, Qt.Key.Key_X)
        assert review.duration == 0 and len(triage.clips()) == 3
        await until(lambda: [clip.decision for clip in project.clips(run_id)] == ["rejected"] * 3)
        is_read.set()
        timeline = find(window, TimelineView, "timelineView")
        await until(lambda: len(timeline.scene.clips) == 3)
        assert timeline.selected == {clip.id for clip in project.clips(run_id)}
        assert len(triage.clips()) == 3
