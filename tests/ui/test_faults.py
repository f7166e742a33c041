"""What failed is told in full, with a way on: the run itself, or the details where the fault is ours."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from window_kit import click, find, opened, until

from core.schema.run import LogLine, RunRecord
from ui.main_window import MainWindow
from ui.widgets.notice import Notice

_OUR_FAULT = "Something went wrong inside Shortlist (KeyError: 'face')."
_DIED = (
    "The worker that was transcribing was ended by the system while it worked on /home/ana/Videos/2026/Episode 13 "
    "with a long name.mp4; it probably ran out of memory. Choose a smaller speech model under Settings, or let "
    "fewer jobs run side by side on the dashboard, then retry the run. What was finished is kept and used again."
)


def _fail(project: FakeProject, run_id: str, error: str) -> RunRecord:
    run = project.run_records[run_id].model_copy(update={"state": "failed", "error": error})
    project.tell_run(run)
    return run


def _other_run(project: FakeProject, window: MainWindow) -> str:
    window.open_run(project.add_run("One.mp4", 60.0, 3))
    run_id = project.add_run("Episode 13.mp4", 60.0, 0)
    project.tell_run(project.run_records[run_id].model_copy(update={"state": "started"}))
    return run_id


async def test_a_run_that_fails_behind_the_review_is_told_in_full(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        window.resize(1280, 800)
        run_id = _other_run(project, window)
        _fail(project, run_id, _DIED)
        notice = find(window, Notice, "notice")
        await until(notice.isVisible)
        text = find(notice, QLabel, "noticeText")
        assert text.text() == f"“Episode 13.mp4” failed. {_DIED}"
        assert text.height() >= text.heightForWidth(text.width())
        assert window.rect().contains(notice.geometry())
        click(find(notice, QPushButton, "noticeAction"))
        await until(lambda: find(window, QLabel, "progressTitle").isVisible())
        words = find(window, QLabel, "progressWords")
        assert words.text() == _DIED
        assert words.height() >= words.heightForWidth(words.width())
        assert not find(window, QPushButton, "progressCopy").isVisible()


async def test_what_was_told_of_a_failure_goes_once_its_run_is_open_and_tells_it_itself(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = _other_run(project, window)
        _fail(project, run_id, _DIED)
        notice = find(window, Notice, "notice")
        await until(notice.isVisible)
        window.open_run(run_id)
        assert find(window, QLabel, "progressWords").text() == _DIED
        assert not notice.isVisible()


async def test_what_was_told_of_a_failure_is_taken_back_when_it_is_resumed(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = _other_run(project, window)
        failed = _fail(project, run_id, _DIED)
        notice = find(window, Notice, "notice")
        assert notice.isVisible()
        project.tell_run(failed)
        project.tell_run(failed.model_copy(update={"state": "started", "error": ""}))
        assert not notice.isVisible()


async def test_a_fault_of_ours_offers_its_details(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = _other_run(project, window)
        line = LogLine(at=1.0, run_id=run_id, stage="analyze_framing", level="error", message="KeyError: 'face'")
        project.tell_log(line)
        _fail(project, run_id, _OUR_FAULT)
        notice = find(window, Notice, "notice")
        action = find(notice, QPushButton, "noticeAction")
        assert action.text() == "Copy details"
        click(action)
        copied = QApplication.clipboard().text()
        assert "Episode 13.mp4: Something went wrong inside Shortlist" in copied
        assert "analyze_framing KeyError: 'face'" in copied
        assert "Python" in copied
        window.open_run(run_id)
        await until(lambda: find(window, QPushButton, "progressCopy").isVisible())
        QApplication.clipboard().clear()
        click(find(window, QPushButton, "progressCopy"))
        assert "KeyError" in QApplication.clipboard().text()


async def test_a_failure_that_is_on_the_page_is_not_told_twice(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = project.add_run("Episode 13.mp4", 60.0, 0)
        project.tell_run(project.run_records[run_id].model_copy(update={"state": "started"}))
        window.open_run(run_id)
        _fail(project, run_id, _DIED)
        await until(lambda: find(window, QLabel, "progressWords").text() == _DIED)
        assert not find(window, Notice, "notice").isVisible()


async def test_files_that_failed_unwatched_are_told_of(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        run_id = _other_run(project, window)
        run = project.run_records[run_id]
        project.tell_run(run.model_copy(update={"state": "delivery_failed", "error": "2 files failed."}))
        assert find(window, Notice, "notice").text() == "“Episode 13.mp4” has files that failed. 2 files failed."
        project.tell_run(run)
        assert not find(window, Notice, "notice").isVisible()


@pytest.mark.logs_errors
async def test_a_bug_behind_a_button_is_told_with_its_details(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        del project.run_records  # So that whatever is done next breaks.
        window._bench.library.cancel("gone")
        notice = find(window, Notice, "notice")
        await until(notice.isVisible)
        assert "Something went wrong inside Shortlist" in notice.text()
        click(find(notice, QPushButton, "noticeAction"))
        assert "Traceback" in QApplication.clipboard().text()
        project.run_records = {}
