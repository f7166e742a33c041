"""Jobs: what runs or waits, told in the status bar and its panel, stopped there, and leading to its run."""

from __future__ import annotations

from pathlib import Path

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QProgressBar, QPushButton, QToolButton, QWidget
from window_kit import click, find, opened, press, until

from core.pipeline.events import JobProgressed, WeightsProgressed
from core.schema.model import ModelState
from core.schema.queue import QueueState
from core.schema.run import JobRecord, OutputRecord
from ui.attention import Attention, done_words
from ui.controllers.jobs import Job
from ui.jobs.job_row import JobRow
from ui.jobs.summary import in_one_line
from ui.main_window import MainWindow
from ui.panels.jobs import JobsPanel


def _begin(project: FakeProject, name: str, fraction: float = 0.0) -> str:
    """Add a run that is not through yet."""
    run_id = project.add_run(name, 60.0, 0)
    project.tell_run(project.run_records[run_id].model_copy(update={"state": "started", "fraction": fraction}))
    return run_id


def _work(project: FakeProject, run_id: str, message: str) -> None:
    """Have a run transcribed."""
    job = JobRecord(id=f"j-{run_id}", run_id=run_id, stage="transcribe", state="in_progress")
    project.tell_job(job)
    project.tell(JobProgressed(run_id, job.id, "transcribe", "", "", 0.4, message))


def _rows(window: MainWindow) -> list[JobRow]:
    return [made for made in window.findChildren(JobRow) if made.isVisible()]


def _text(row: QWidget, name: str) -> str:
    return find(row, QLabel, name).text()


async def _panel(window: MainWindow) -> JobsPanel:
    press(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    panel = find(window, JobsPanel, "jobsPanel")
    await until(panel.isVisible)
    return panel


# The status bar


async def test_what_runs_is_told_in_the_status_bar_and_stopped_there(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        button, stop = find(window, QToolButton, "statusJobs"), find(window, QToolButton, "statusStop")
        assert not button.isVisible(), "nothing runs"
        run_id = _begin(project, "Episode 12.mp4", 0.25)
        _work(project, run_id, "3 of 9 parts")
        await until(lambda: _text(button, "statusJobsWords") == "25 % · Episode 12.mp4")
        assert button.isVisible()
        assert find(button, QProgressBar, "statusJobsBar").value() == 250
        assert stop.accessibleName() == "Stop: Episode 12.mp4"
        click(stop)
        await until(lambda: ("cancel", run_id) in project.calls)
        await until(lambda: not button.isVisible())
        assert not stop.isVisible()


async def test_of_several_that_run_the_panel_asks_which_to_stop(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        for name in ("One.mp4", "Two.mp4"):
            _work(project, _begin(project, name, 0.5), "")
        button = find(window, QToolButton, "statusJobs")
        await until(lambda: _text(button, "statusJobsWords") == "50 % · One.mp4 and 1 more")
        assert not find(window, QToolButton, "statusStop").isVisible()
        click(button)
        await until(lambda: len(_rows(window)) == 2)


@pytest.mark.parametrize(
    ("jobs", "words"),
    [
        ([Job("a", "Talk", "", True)], "1 waiting"),
        ([Job("a", "Talk", "")], "Talk"),
        (
            [Job("a", "Talk", "", False, 0.5, 170.0), Job("b", "B", "", True)],
            "50 % · 3 min left · Talk",
        ),
        ([Job("a", "Talk", "", False, 0.5), Job("b", "B", ""), Job("c", "C", "")], "50 % · Talk and 2 more"),
    ],
)
def test_one_line_says_what_matters_most(jobs: list[Job], words: str) -> None:
    assert in_one_line(jobs) == words


# The panel


async def test_the_panel_lists_what_runs_before_what_waits_and_lanes_with_their_limits(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        panel = await _panel(window)
        assert find(panel, QLabel, "jobsEmpty").isVisible()
        _begin(project, "First.mp4")
        working = _begin(project, "Second.mp4", 0.5)
        _work(project, working, "3 of 9 parts")
        await until(lambda: len(_rows(window)) == 2)
        await until(lambda: find(panel, QLabel, "jobsHead").text() == "1 running, 1 waiting")
        first, second = _rows(window)
        assert _text(first, "jobTitle") == "Second.mp4"
        assert _text(first, "jobWords").endswith(": 3 of 9 parts")
        assert _text(first, "jobLeft") == "50 %"
        assert _text(second, "jobWords") == "Waiting: next in line"
        assert not find(panel, QLabel, "jobsEmpty").isVisible()
        assert find(panel, QLabel, "jobLane_speech").text() == "1 of 1 · 2 waiting"


async def test_a_job_is_walked_to_by_key_opened_and_stopped(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        first, second = _begin(project, "First.mp4"), _begin(project, "Second.mp4")
        await _panel(window)
        await until(lambda: len(_rows(window)) == 2)
        rows = _rows(window)
        rows[0].setFocus()
        press(window, Qt.Key.Key_Down)
        assert rows[1].hasFocus()
        press(window, Qt.Key.Key_Return)
        await until(lambda: window._bench.review.run_id == second)
        click(rows[0])
        await until(lambda: window._bench.review.run_id == first)
        rows[1].setFocus()
        QTest.keyClick(rows[1], Qt.Key.Key_Delete)
        await until(lambda: ("cancel", second) in project.calls)
        await until(lambda: [_text(row, "jobTitle") for row in _rows(window)] == ["First.mp4"])
        click(find(_rows(window)[0], QToolButton, "jobStop"))
        await until(lambda: ("cancel", first) in project.calls)
        await until(find(window, QLabel, "jobsEmpty").isVisible)


async def test_how_long_a_run_still_takes_is_told_from_its_pace(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        now = [100.0]
        monkeypatch.setattr(window._bench.jobs, "_now", lambda: now[0])
        run_id = _begin(project, "Talk.mp4", 0.1)
        _work(project, run_id, "")
        await _panel(window)
        await until(lambda: _rows(window) and _text(_rows(window)[0], "jobLeft") == "10 %")
        now[0] += 60.0
        project.tell_run(project.run_records[run_id].model_copy(update={"fraction": 0.4}))
        await until(lambda: _text(_rows(window)[0], "jobLeft") == "40 % · 2 min left")


async def test_a_download_shows_with_its_share_and_is_stopped(project: FakeProject, memory: QSettings) -> None:
    project.model_states["small"] = ModelState(name="small", title="Small", kind="whisper", size_bytes=30_000_000)
    async with opened(project, memory) as window:
        await _panel(window)
        window._models.fetch("small")
        await until(lambda: [_text(row, "jobTitle") for row in _rows(window)] == ["Fetching the model small"])
        await until(lambda: _text(_rows(window)[0], "jobLeft") == "40 %")
        row = _rows(window)[0]
        assert _text(row, "jobWords") == "12 of 30 MB"
        click(row)
        await until(lambda: window.findChild(QDialog, "modelsDialog") is not None)
        find(window, QDialog, "modelsDialog").reject()
        click(find(row, QToolButton, "jobStop"))
        await until(lambda: not _rows(window))


async def test_a_download_of_a_run_is_shown_and_stopped_with_the_run_alone(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _panel(window)
        project.tell(WeightsProgressed("base", 0.5, "70 of 140 MB"))
        await until(lambda: len(_rows(window)) == 1)
        assert not find(_rows(window)[0], QToolButton, "jobStop").isVisible()
        project.tell(WeightsProgressed("base", 1.0))
        await until(lambda: not _rows(window))


async def test_an_export_counts_its_files(project: FakeProject, memory: QSettings, tmp_path: Path) -> None:
    run_id = project.add_run("Episode.mp4", 70.0, 2)
    for clip in project.clips(run_id):
        project.output_records[clip.id] = OutputRecord(
            id=clip.id, run_id=run_id, clip_id=clip.id, aspect="9:16", state="pending"
        )
    async with opened(project, memory) as window:
        await _panel(window)
        first, second = project.output_records.values()
        project.tell_job(JobRecord(id="j", run_id=run_id, stage="render", state="in_progress"))
        project.tell_output(second)
        project.tell_output(first.model_copy(update={"state": "rendered", "fraction": 1.0}))
        await until(lambda: _rows(window) and _text(_rows(window)[0], "jobWords") == "Export: 1 of 2 files")
        assert _text(_rows(window)[0], "jobLeft") == "50 %"


async def test_a_paused_queue_is_said_and_resumed_from_the_panel(project: FakeProject, memory: QSettings) -> None:
    project.queue_state = QueueState(hold="user", reason="The queue is paused.")
    async with opened(project, memory) as window:
        panel = await _panel(window)
        assert find(panel, QLabel, "jobsHold").text() == "Queue paused"
        click(find(panel, QPushButton, "jobsPause"))
        await until(lambda: not find(panel, QLabel, "jobsHold").isVisible())
        assert ("release_queue", None) in project.calls


async def test_of_hundreds_that_wait_the_next_are_shown(project: FakeProject, memory: QSettings) -> None:
    for number in range(60):
        _begin(project, f"Episode {number}.mp4")
    async with opened(project, memory) as window:
        panel = await _panel(window)
        await until(lambda: len(_rows(window)) == 20)
        assert find(panel, QPushButton, "jobsMore").text() == "40 more runs in the queue…"


# When all is done


class _Messages:
    """Stands for the system's tray."""

    def __init__(self) -> None:
        self.shown: list[str] = []

    def show(self, _title: str, text: str) -> None:
        """Keep a message."""
        self.shown.append(text)

    def clear(self) -> None:
        """Take none away."""


async def test_the_system_tells_when_all_is_done_behind_another_program(
    project: FakeProject, memory: QSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(project, memory) as window:
        messages = window.attention.messenger = _Messages()
        in_front = [False]
        monkeypatch.setattr(Attention, "is_in_front", property(lambda _self: in_front[0]))
        jobs = window._bench.jobs

        async def end_all(*states: str) -> None:
            runs = [_begin(project, f"Talk {number}.mp4") for number, _ in enumerate(states)]
            await until(lambda: len(jobs.jobs()) == len(states))
            for run_id, state in zip(runs, states, strict=True):
                record = project.run_records[run_id]
                change = {"is_paused": True} if state == "stopped" else {"state": state}
                project.tell_run(record.model_copy(update=change))
            await until(lambda: not jobs.jobs())

        await end_all("analysis_complete", "failed", "fully_generated")
        assert messages.shown == ["2 runs ready, 1 failed."]
        await end_all("stopped")
        assert len(messages.shown) == 1, "what the user stopped is no news"
        in_front[0] = True
        await end_all("analysis_complete")
        assert len(messages.shown) == 1, "who looks at the window sees it"
        in_front[0] = False
        panel = await _panel(window)
        click(find(panel, QCheckBox, "jobsNotify"), QPoint(10, 10))
        await end_all("analysis_complete")
        assert len(messages.shown) == 1, "it is turned off"


@pytest.mark.parametrize(
    ("ended", "failed", "words"),
    [
        (1, 0, "The run is ready."),
        (10, 0, "All 10 runs are ready."),
        (1, 1, "The run failed."),
        (3, 3, "All 3 runs failed."),
        (10, 9, "1 run ready, 9 failed."),
    ],
)
def test_how_a_batch_came_out_is_said_in_a_sentence(ended: int, failed: int, words: str) -> None:
    assert done_words(ended, failed) == words
