"""J, K and L as in Premiere, and the picture on the whole screen; by keys alone."""

from __future__ import annotations

from fake_project import FakeProject
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QLineEdit, QToolButton, QWidget
from window_kit import click, find, opened, press, until

from ui.main_window import MainWindow
from ui.preview.canvas import Canvas
from ui.widgets.fields import CommitField


async def _reviewing(window: MainWindow, project: FakeProject) -> None:
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=3))
    await until(lambda: window._bench.review.transcript and window._bench.player.composition)


def _target(window: MainWindow) -> QWidget:
    return window.focusWidget() or window


async def test_k_held_and_j_or_l_step_one_frame(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        player.seek(2.0)
        QTest.keyPress(_target(window), Qt.Key.Key_K)
        assert not player.is_playing, "nothing moves until it is known what K is for"
        for _ in range(3):
            press(window, Qt.Key.Key_L)
        assert abs(player.position - (2.0 + 3 / player.fps)) < 0.5 / player.fps
        press(window, Qt.Key.Key_J)
        assert abs(player.position - (2.0 + 2 / player.fps)) < 0.5 / player.fps
        QTest.keyRelease(_target(window), Qt.Key.Key_K)
        assert not player.is_playing, "it was held for stepping"


async def test_k_alone_plays_when_let_go_and_stops_at_once(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        press(window, Qt.Key.Key_K)
        assert player.is_playing
        QTest.keyPress(_target(window), Qt.Key.Key_K)
        assert not player.is_playing
        QTest.keyRelease(_target(window), Qt.Key.Key_K)
        assert not player.is_playing


async def test_l_and_j_go_faster_and_backwards(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        player = window._bench.player
        player.seek(4.0)
        press(window, Qt.Key.Key_L)
        press(window, Qt.Key.Key_L)
        press(window, Qt.Key.Key_L)
        assert player.clock.rate == 2.0
        press(window, Qt.Key.Key_K)
        press(window, Qt.Key.Key_J)
        assert player.clock.rate == -1.0
        press(window, Qt.Key.Key_J)
        assert player.clock.rate == -2.0
        press(window, Qt.Key.Key_K)
        assert not player.is_playing


async def test_a_k_in_a_title_is_a_letter(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        field = find(window, CommitField, "clipTitle")
        click(field)
        field.selectAll()
        QTest.keyClicks(field, "kjl")
        assert find(window, QLineEdit, "clipTitle").text() == "kjl"
        assert not window._bench.player.is_playing
        QTest.keyClick(field, Qt.Key.Key_Escape)


async def test_full_screen_shows_the_picture_alone_and_keys_go_on(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        canvas = find(window, Canvas, "previewCanvas")
        await until(lambda: canvas.picture() is not None)
        shown = {dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isVisible()}
        before = canvas.height()
        press(window, Qt.Key.Key_F)
        await until(window.isFullScreen)
        assert not any(dock.isVisible() for dock in window.findChildren(QDockWidget))
        assert not window.menuBar().isVisible() and not window._status.isVisible()
        await until(lambda: canvas.height() > before)
        first = window._bench.review.current
        press(window, Qt.Key.Key_A)
        press(window, Qt.Key.Key_Down)
        assert first is not None and window._bench.review.current != first
        await until(lambda: project.clip(first.id).decision == "approved")
        press(window, Qt.Key.Key_Escape)
        await until(lambda: not window.isFullScreen())
        assert {dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isVisible()} == shown
        assert window.menuBar().isVisible() and window._status.isVisible()
        press(window, Qt.Key.Key_F)
        await until(window.isFullScreen)
        press(window, Qt.Key.Key_F)
        await until(lambda: not window.isFullScreen())


async def test_closed_in_full_screen_the_window_opens_as_it_was(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        shown = {dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isVisible()}
        press(window, Qt.Key.Key_F)
        await until(window.isFullScreen)
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        await until(
            lambda: {dock.objectName() for dock in window.findChildren(QDockWidget) if dock.isVisible()} == shown
        )
        assert not window.isFullScreen()


async def test_looping_is_remembered(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
        assert window._bench.player.is_looping
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        assert window._bench.player.is_looping
        loops = [made for made in window.findChildren(QToolButton) if made.accessibleName() == "Loop the clip"]
        assert loops and loops[0].isChecked()
