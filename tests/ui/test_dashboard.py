"""The dashboard: lanes are seen and widened at once, figures are put into words, and a failure is a click away."""

from __future__ import annotations

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLabel, QPushButton, QSpinBox, QStatusBar, QToolButton, QWidget
from window_kit import MemoryPreferences, click, find, opened, press, until

from core.schema.queue import Figures, LaneState, StageFigures
from core.schema.run import JobRecord, LogLine
from ui import theme
from ui.controllers.figures import figure_rows, money, span
from ui.main_window import MainWindow


def _figures(days: float = 7.0, failed: int = 2) -> Figures:
    transcribe = StageFigures(
        stage="transcribe", attempts=10, failed=failed, completed=10 - failed, reused=2, p50=312.0, p95=1260.4
    )
    plan = StageFigures(stage="plan", attempts=10, completed=10, reused=10, p50=4.4, p95=9.0, usd=0.12)
    return Figures(days=days, stages=(StageFigures(stage="transcode"), transcribe, plan))


def _words(widget: QWidget) -> str:
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def _dashboard(window: MainWindow) -> QWidget:
    return find(window, QWidget, "dashboardPanel")


async def test_a_click_on_the_status_bar_shows_how_the_lanes_stand(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        click(find(window, QStatusBar, "").findChild(QLabel, "statusWork"))
        await until(lambda: _dashboard(window).isVisible())
        assert find(window, QLabel, "laneWords_speech").text() == "1 of 1 · 2 waiting"
        assert find(window, QPushButton, "laneReset_speech").text() == "automatic: 1"
        reset = find(window, QPushButton, "laneReset_speech")
        assert not reset.isEnabled()
        # It says something, so it is read as other words are, also while there is nothing to press.
        picture = reset.grab().toImage()
        seen = {
            QColor(picture.pixel(x, y)).name() for x in range(picture.width()) for y in range(picture.height())
        }
        assert theme.colour("text-muted").name() in seen


async def test_it_is_looked_at_while_it_is_visible_and_not_else(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_D)
        words = find(window, QLabel, "laneWords_speech")
        project.lane_states["speech"] = LaneState(name="speech", running=0, queued=5, width=1, automatic_width=1)
        await until(lambda: words.text() == "0 of 1 · 5 waiting")
        click(find(window, QToolButton, "dashboardClose"))
        assert not _dashboard(window).isVisible()
        project.lane_states["speech"] = LaneState(name="speech", running=1, queued=9, width=1, automatic_width=1)
        await until(lambda: "9 waiting" in find(window, QLabel, "statusWork").text())
        assert words.text() == "0 of 1 · 5 waiting"


async def test_a_lane_is_widened_at_once_remembered_and_set_back(project: FakeProject, memory: QSettings) -> None:
    preferences = MemoryPreferences()
    async with opened(project, memory, preferences) as window:
        press(window, Qt.Key.Key_D)
        width = find(window, QSpinBox, "laneWidth_speech")
        await until(width.isVisible)
        width.setFocus()
        QTest.keyClick(width, Qt.Key.Key_Up)
        assert ("set_width", ("speech", 2)) in project.calls
        assert find(window, QLabel, "laneWords_speech").text() == "1 of 2 · 2 waiting"
        await until(lambda: preferences.kept.work.widths == {"speech": 2})
        click(find(window, QPushButton, "laneReset_speech"))
        assert width.value() == 1
        await until(lambda: preferences.kept.work.widths == {})


async def test_a_width_is_typed_as_a_whole(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_D)
        width = find(window, QSpinBox, "laneWidth_encode")
        await until(width.isVisible)
        width.setFocus()
        width.selectAll()
        QTest.keyClicks(width, "12")
        assert not [call for call in project.calls if call[0] == "set_width"]
        QTest.keyClick(width, Qt.Key.Key_Return)
        assert [call for call in project.calls if call[0] == "set_width"] == [("set_width", ("encode", 12))]


async def test_it_stays_through_all_faces_of_the_window(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        dock = find(window, QDockWidget, "dashboardPanelDock")
        press(window, Qt.Key.Key_D)
        window.open_run(project.add_run("One.mp4", 60.0, 3))
        await until(lambda: find(window, QWidget, "previewPanel").isVisible())
        assert dock.isVisible()
        window.actions_by_name["start_page"].trigger()
        assert dock.isVisible()
        press(window, Qt.Key.Key_D)
        assert not dock.isVisible()
        window.actions_by_name["reset_layout"].trigger()
        assert not dock.isVisible()


async def test_nothing_done_is_said_so_and_the_period_is_chosen_and_remembered(
    project: FakeProject, memory: QSettings
) -> None:
    project.figures_by_days[30.0] = _figures(30.0)
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_D)
        empty = find(window, QLabel, "dashboardEmpty")
        assert empty.isVisible()
        assert empty.text().startswith("Nothing was done in the last 7 days.")
        click(find(_dashboard(window), QToolButton, "segment_30"))
        assert not empty.isVisible()
        table = find(window, QWidget, "figuresTable")
        await until(lambda: "Transcribe\n5:12 min\n21:00 min\n10\n" in _words(table))
        assert "All stages\n–\n–\n20\n10 %\n40 %\n$0.12" in _words(table)
    assert memory.value("dashboard_days") == "30"


async def test_a_stage_that_failed_is_a_click_from_its_log(project: FakeProject, memory: QSettings) -> None:
    project.figures_by_days[7.0] = _figures()
    run_id = project.add_run("One.mp4", 60.0, 3)
    for stage, message in (("transcode", "Read 60 s of video"), ("transcribe", "The worker died (signal 9).")):
        project.tell_log(LogLine(at=1.0, run_id=run_id, stage=stage, level="error", message=message))
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_D)
        failed = find(window, QPushButton, "stageLog_transcribe")
        await until(failed.isVisible)
        assert failed.text() == "20 %"
        click(failed)
        log = find(window, QWidget, "logWindow")
        await until(log.isVisible)
        assert find(log, QLabel, "logCount").text() == "1 line"
        log.close()


async def test_figures_are_read_again_only_once_work_has_ended(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        press(window, Qt.Key.Key_D)
        project.figures_by_days[7.0] = _figures(failed=0)
        reads = project.calls.count(("figures", 7.0))
        project.lane_states["speech"] = LaneState(name="speech", running=0, queued=5, width=1, automatic_width=1)
        await until(lambda: find(window, QLabel, "laneWords_speech").text() == "0 of 1 · 5 waiting")
        assert project.calls.count(("figures", 7.0)) == reads
        project.tell_job(JobRecord(id="j", run_id="r", stage="transcribe", state="completed"))
        await until(lambda: find(window, QWidget, "figuresTable").isVisible())


def test_stages_that_did_nothing_are_left_out() -> None:
    assert [row.title for row in figure_rows(_figures())] == ["Transcribe", "Find and score clips", "All stages"]
    assert figure_rows(Figures(days=1)) == []


def test_a_stage_that_was_only_reused_is_shown_without_durations() -> None:
    reused = Figures(days=1, stages=(StageFigures(stage="render", reused=4),))
    row = figure_rows(reused)[0]
    assert (row.half_within, row.failed, row.reused) == ("–", "–", "100 %")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (None, "–"),
        (0.04, "<0.1 s"),
        (9.94, "9.9 s"),
        (9.96, "10 s"),
        (59.6, "1:00 min"),
        (3599.6, "1:00 h"),
        (5000, "1:23 h"),
    ],
)
def test_a_duration_in_little_room(seconds: float | None, text: str) -> None:
    assert span(seconds) == text


@pytest.mark.parametrize(("usd", "text"), [(0.0, "–"), (0.0004, "<$0.01"), (0.126, "$0.13")])
def test_an_amount_is_never_rounded_to_nothing(usd: float, text: str) -> None:
    assert money(usd) == text
