"""In a window of 960 by 540 pixels, as 1920 by 1080 are at twice the size, what was opened can be used."""

from __future__ import annotations

import asyncio

from fake_project import FakeProject
from PySide6.QtCore import QPoint, QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QWidget,
)
from window_kit import click, find, opened, until

from core.schema.queue import Redo, RedoneStage
from ui.dialogs.run_options import RunOptionsDialog
from ui.languages import speak
from ui.main_window import MainWindow
from ui.panels.clips import ClipsPanel
from ui.preview.canvas import Canvas
from ui.search.list import HitList
from ui.widgets.chooser import Chooser

_SMALL = QSize(960, 540)
_LINE_PX = 40
_STALE = Redo(stages=(RedoneStage(stage="plan", jobs=1, reason="a newer version"),), seconds=40.0)


async def _reviewing(window: MainWindow, project: FakeProject) -> None:
    window.resize(_SMALL)
    window.open_run(project.add_run("Episode 12.mp4", clips=3))
    await until(lambda: window._bench.review.current is not None)
    await until(lambda: find(window, QWidget, "previewPanel").isVisible())


def _cut(window: MainWindow) -> list[str]:
    """Return what is cut at the foot of what is not scrolled yet."""
    found = []
    for area in window.findChildren(QAbstractScrollArea):
        if not area.isVisible() or area.verticalScrollBar().value() or not area.verticalScrollBar().maximum():
            continue
        mask, height = area.viewport().mask(), area.viewport().height()
        seen = height if mask.isEmpty() else mask.boundingRect().height()
        if isinstance(area, QListView):
            last = area.visualRect(area.indexAt(QPoint(area.viewport().width() // 2, seen - 1)))
            # One row alone is shown as far as there is room.
            found += [area.objectName()] if last.top() > 0 and last.bottom() >= seen else []
        elif isinstance(area, QScrollArea):
            for part in (
                each for each in area.findChildren(QWidget) if isinstance(each, (QAbstractButton, QLabel))
            ):
                top = part.mapTo(area.viewport(), QPoint()).y()
                if part.isVisible() and part.height() < 90 and top < seen < top + part.height():
                    found.append(f"{area.objectName()}: {type(part).__name__} {part.objectName()} {part.text()}")
    return found


async def _settled(window: MainWindow) -> None:
    """Wait until what moves to its place has done so."""
    before, calm = b"", 0
    while calm < 5:
        now = b"".join(bytes(f"{each.geometry()} {each.mask()}", "utf-8") for each in window.findChildren(QWidget))
        calm = calm + 1 if now == before else 0
        before = now
        await asyncio.sleep(0.02)


async def _opened_beside(window: MainWindow, name: str) -> QWidget:
    panel = find(window, QWidget, f"{name}Panel")
    before = panel.height()
    window.actions_by_name[name].trigger()
    await until(panel.isVisible)
    await until(lambda: panel.height() != before)
    # Its neighbours find their places in turns of the loop.
    await asyncio.sleep(0.1)
    return panel


async def test_two_places_that_were_found_are_seen_whole(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        panel = await _opened_beside(window, "search")
        field = find(panel, QLineEdit, "searchField")
        QTest.keyClicks(field, "tripled")
        listed = find(panel, HitList, "searchList")
        await until(lambda: listed.isVisible() and listed.count() > 1)
        second = listed.item(1)
        await until(lambda: listed.viewport().rect().contains(listed.visualItemRect(second)))
        assert listed.viewport().rect().contains(listed.visualItemRect(listed.item(0)))
        assert window.size() == _SMALL
        assert find(panel, QLabel, "searchState").isVisible()
        clip_list = find(window, QListView, "clipList")
        first_clip = clip_list.visualRect(clip_list.model().index(0, 0))
        assert clip_list.viewport().height() > first_clip.bottom()
        # What the line of buttons did is done by those beside the field.
        clips = len(window._bench.review.clips)
        click(find(panel, QToolButton, "searchMakeClipSmall"))
        await until(lambda: len(window._bench.review.clips) == clips + 1)


async def test_two_places_are_seen_whole_beside_a_style_that_is_edited(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        window.actions_by_name["show_runs"].trigger()
        window.actions_by_name["styles"].trigger()
        await until(lambda: [each for each in window.findChildren(QPushButton, "edit_clean") if each.isVisible()])
        click(next(each for each in window.findChildren(QPushButton, "edit_clean") if each.isVisible()))
        await until(lambda: window._bench.styling.draft is not None)
        controls, looks = find(window, QScrollArea, "styleControls"), find(window, QPushButton, "styleShapes")
        await until(lambda: controls.isAncestorOf(looks))
        assert controls.viewport().height() > 3 * looks.height()
        window.resize(1440, 1080)
        await until(lambda: not controls.isAncestorOf(looks))
        window.resize(_SMALL)
        await until(lambda: controls.isAncestorOf(looks))
        panel = await _opened_beside(window, "search")
        QTest.keyClicks(find(panel, QLineEdit, "searchField"), "tripled")
        listed = find(panel, HitList, "searchList")
        await until(lambda: listed.isVisible() and listed.count() > 1)
        second = listed.item(1)
        await until(lambda: listed.viewport().rect().contains(listed.visualItemRect(second)))
        assert window.size() == _SMALL


async def test_the_picture_keeps_its_height_where_a_run_is_stale(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        banner, canvas = find(window, QWidget, "staleBanner"), find(window, Canvas, "previewCanvas")
        window._stale.show_stale("a run", _STALE)
        assert banner.isVisible()
        await _opened_beside(window, "search")
        assert not banner.isVisible()
        await until(lambda: canvas.height() >= 90)
        click(find(window, QToolButton, "searchClose"))
        await until(banner.isVisible)
        window._stale.settle("a run")
        panel = await _opened_beside(window, "dashboard")
        click(find(panel, QToolButton, "dashboardClose"))
        await until(lambda: not panel.isVisible())
        assert not banner.isVisible()


async def test_what_is_stale_is_said_in_one_line_above_a_picture_that_has_a_panel_below(
    themed: QApplication, project: FakeProject, memory: QSettings
) -> None:
    speak(themed, "de")
    try:
        async with opened(project, memory) as window:
            await _reviewing(window, project)
            window.resize(1280, 800)
            banner, canvas = find(window, QWidget, "staleBanner"), find(window, Canvas, "previewCanvas")
            await _opened_beside(window, "search")
            window._stale.show_stale("a run", _STALE)
            assert banner.isVisible()
            short = find(banner, QLabel, "staleShort")
            await until(short.isVisible)
            assert short.fontMetrics().horizontalAdvance(short.text()) <= short.width()
            assert banner.toolTip() == find(banner, QLabel, "staleWords").text()
            await until(lambda: canvas.height() >= 90)
            approve = find(window, QPushButton, "decide_approved")
            await until(lambda: approve.visibleRegion().boundingRect().height() == approve.height())
            click(find(window, QToolButton, "searchClose"))
            await until(find(banner, QLabel, "staleWords").isVisible)
    finally:
        speak(themed, "en")


async def test_what_is_stale_makes_no_small_window_wider(
    themed: QApplication, project: FakeProject, memory: QSettings
) -> None:
    speak(themed, "de")
    try:
        async with opened(project, memory) as window:
            await _reviewing(window, project)
            window.resize(960, 540)
            before = window.minimumSizeHint().width()
            window._stale.show_stale("a run", _STALE)
            short = find(window, QLabel, "staleShort")
            await until(short.isVisible)
            assert window.minimumSizeHint().width() <= max(before, 960)
            assert window.width() == 960
            assert short.fontMetrics().horizontalAdvance(short.text()) <= short.width()
    finally:
        speak(themed, "en")


async def test_the_dashboard_is_not_scrolled_sideways(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        panel = await _opened_beside(window, "dashboard")
        area = find(panel, QScrollArea, "dashboardArea")
        assert area.horizontalScrollBar().maximum() == 0
        close = find(panel, QToolButton, "dashboardClose")
        assert panel.rect().contains(close.geometry())


async def test_choices_above_the_picture_and_the_clips_are_written_whole(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        for name in ("safeZones", "clipOrder"):
            chooser = find(window, Chooser, name)
            for place in range(chooser.count()):
                chooser.setCurrentIndex(place)
                # Segments beside it become narrower in a turn of their own.
                await until(lambda chooser=chooser: "…" not in chooser.written())  # type: ignore[misc]


async def test_of_a_reason_that_has_no_room_nothing_is_written(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        reason = find(window, QLabel, "framingReason")
        reason.setText("Follows the person who is speaking")
        reason.resize(60, 20)
        blank = reason.grab().toImage()
        assert reason.toolTip() == reason.text()
        reason.setText("")
        assert blank == reason.grab().toImage()
        assert reason.alignment() & Qt.AlignmentFlag.AlignVCenter


async def test_no_half_line_is_at_the_foot_of_a_page(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        tabs = find(window, QTabWidget, "inspectorTabs")
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            await _settled(window)
            assert _cut(window) == []
        for name in ("show_runs", "styles", "dashboard", "jobs"):
            window.actions_by_name[name].trigger()
            await asyncio.sleep(0.1)
            await _settled(window)
            assert _cut(window) == []
        run_id = project.add_run("Episode 13.mp4")
        failed = project.run(run_id)
        project.tell_run(failed.model_copy(update={"state": "failed", "error": "The file is damaged."}))
        window.open_run(run_id)
        await until(lambda: window._bench.review.run_id == run_id)
        await asyncio.sleep(0.1)
        await _settled(window)
        assert _cut(window) == []


async def test_a_german_window_is_made_as_small(
    themed: QApplication, project: FakeProject, memory: QSettings
) -> None:
    speak(themed, "de")
    try:
        async with opened(project, memory) as window:
            window.resize(1280, 800)
            window.open_run(project.add_run("Episode 12.mp4", clips=3))
            await until(lambda: window._bench.review.current is not None)
            clips, ranking = find(window, ClipsPanel, "clipsPanel"), find(window, QPushButton, "ranking")
            clips._ranking_words = "Übliche Rangfolge · bisher 120 Entscheidungen"
            clips._write_ranking()
            window.resize(_SMALL)
            window.actions_by_name["reset_layout"].trigger()
            await until(lambda: window.size() == _SMALL)
            await until(lambda: ranking.width() >= ranking.sizeHint().width())
            for name in ("jobs", "dashboard", "search"):
                await _opened_beside(window, name)
                assert window.size() == _SMALL, f"{name} has no room on a small screen"
            window.actions_by_name["run_options"].trigger()
            await until(lambda: window.findChild(RunOptionsDialog) is not None)
            dialog = window.findChild(RunOptionsDialog)
            assert dialog is not None
            assert dialog.minimumSizeHint().boundedTo(_SMALL) == dialog.minimumSizeHint()
            dialog.close()
    finally:
        speak(themed, "en")
