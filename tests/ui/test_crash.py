"""After a crash: the way back to where the user was. A fault in the window is told, and work goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton
from window_kit import click, find, opened, press, until

from ui.controllers.lost import Lost, Whereabouts
from ui.widgets.notice import Notice


class _Memory:
    """Keeps where the user is for as long as the test."""

    def __init__(self) -> None:
        self.kept: list[Whereabouts] = []

    def keep(self, whereabouts: Whereabouts) -> None:
        """Keep it."""
        self.kept.append(whereabouts)


async def test_the_way_back_leads_to_the_clip_and_the_second(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", 600.0, 4)
    clip = project.clips(run_id)[2]
    async with opened(project, memory) as window:
        at = clip.cut.start + 3.0
        window.crashes.offer(Lost(Whereabouts(run_id, clip.id, at), "the report"))
        dialog = find(window, QDialog, "crashDialog")
        assert find(dialog, QLabel, "crashAsked").text() == "“Episode 12.mp4” was open. Go on where you were?"
        click(find(dialog, QPushButton, "crashReopen"))
        bench = window._bench
        await until(lambda: bench.review.run_id == run_id and bench.review.current)
        assert bench.review.current is not None
        assert bench.review.current.id == clip.id
        await until(lambda: abs(bench.player.source_position - at) < 0.05)


async def test_a_run_that_is_gone_is_not_offered_and_the_start_page_stays(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        window.crashes.offer(Lost(Whereabouts("r9", "c9", 4.0), "the report"))
        dialog = find(window, QDialog, "crashDialog")
        assert not find(dialog, QLabel, "crashAsked").isVisible()
        assert not find(dialog, QPushButton, "crashLeave").isVisible()
        click(find(dialog, QPushButton, "crashReport"))
        report = find(dialog, QDialog, "reportDialog")
        assert find(report, QPlainTextEdit, "reportText").toPlainText() == "the report"
        click(find(report, QPushButton, "copyReport"))
        assert QGuiApplication.clipboard().text() == "the report"
        report.reject()
        click(find(dialog, QPushButton, "crashReopen"))
        assert window._bench.review.run_id == ""


async def test_where_the_user_is_is_kept_as_they_go(project: FakeProject, memory: QSettings) -> None:
    run_id = project.add_run("Episode 12.mp4", 600.0, 4)
    kept = _Memory()
    async with opened(project, memory) as window:
        window.crashes.follow(kept)
        window.open_run(run_id)
        press(window, Qt.Key.Key_Down)
        second = window._bench.review.current
        assert second is not None
        assert not kept.kept, "they have not come to rest yet"
        window.crashes._where.keep()
        await until(lambda: kept.kept and kept.kept[-1].clip_id == second.id)
        assert kept.kept[-1].run_id == run_id


async def test_a_fault_is_told_with_its_report_and_what_waited_is_saved(
    project: FakeProject, memory: QSettings, tmp_path: Path
) -> None:
    kept = _Memory()
    run_id = project.add_run("Episode 12.mp4", 600.0, 4)
    async with opened(project, memory) as window:
        window.crashes.follow(kept)
        window.open_run(run_id)
        window.crashes.tell("the report", tmp_path / "crash.txt")
        notice = find(window, Notice, "notice")
        assert notice.text().startswith("Something went wrong inside Shortlist. What you did is kept")
        await until(lambda: kept.kept and kept.kept[-1].run_id == run_id)
        click(find(notice, QPushButton, "noticeAction"))
        report = find(window, QDialog, "reportDialog")
        assert find(report, QPlainTextEdit, "reportText").toPlainText() == "the report"
        report.reject()
        await asyncio.sleep(0)
