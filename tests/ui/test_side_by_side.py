"""Clips side by side: a draft in every shape, two styles beside or over each other, scrubbed together."""

from __future__ import annotations

import re

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMenu, QToolButton, QWidget
from window_kit import click, find, opened, until

from ui.main_window import MainWindow
from ui.panels.style import StylePanel
from ui.preview.canvas import Canvas
from ui.style.sheet import Sheet
from ui.style.side_by_side import COMPARE, SHAPES, SideBySide
from ui.widgets.dialog import Dialog


async def _looking(window: MainWindow, project: FakeProject, mode: str) -> SideBySide:
    """Open a run, edit a copy of a style, and look at it on two clips."""
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=2))
    canvas = find(window, Canvas, "previewCanvas")
    await until(lambda: canvas.picture() is not None)
    styling = window._bench.styling
    styling.edit_copy(next(style for style in styling.styles() if style.name == "clean"))
    find(window, StylePanel, "stylePanel").look(mode)
    shown = find(window, SideBySide, "sideBySide")
    await _settled(shown)
    return shown


async def _settled(shown: SideBySide) -> None:
    await until(lambda: shown._loading is None and not shown._proofs.is_busy)


def _sheet(shown: SideBySide) -> Sheet:
    return find(shown, Sheet, "proofSheet")


async def test_all_that_compares_two_styles_has_room_on_a_small_screen(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        shown = await _looking(window, project, COMPARE)
        shown.resize(Dialog.SMALLEST)
        assert shown.size() == Dialog.SMALLEST
        for name in ("styleA", "styleB", "sheetZones", "wipe"):
            each = find(shown, QWidget, name)
            assert each.isVisible() and shown.rect().contains(each.mapTo(shown, each.rect().bottomRight())), name
        # The bar of the position ends where all above it does.
        bar, side = find(shown, QWidget, "sheetSeek"), find(shown, QWidget, "styleDifferences")
        assert bar.mapTo(shown, bar.rect().topRight()).x() >= side.mapTo(shown, side.rect().topRight()).x() - 8
        shown.close()


async def test_it_says_that_rejected_clips_are_left_out_until_they_are_chosen(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=2))
        await until(lambda: window._bench.review.current is not None)
        rejected = window._bench.review.clips[1]
        window._bench.review.decide_all([rejected], "rejected")
        find(window, StylePanel, "stylePanel").look(SHAPES, "clean@1")
        shown = find(window, SideBySide, "sideBySide")
        await _settled(shown)
        state, menu = find(shown, QLabel, "sheetState"), find(shown, QMenu, "sheetClipsMenu")
        assert state.text() == "1 rejected clip is left out"
        action = menu.actions()[1]
        assert action.text() == f"{rejected.wording.title} (rejected)" and not action.isChecked()
        action.trigger()
        await _settled(shown)
        assert state.text() == ""
        shown.close()


async def test_a_draft_is_seen_in_all_shapes_and_follows_its_changes(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        shown = await _looking(window, project, SHAPES)
        sheet = _sheet(shown)
        shown.seek(1.8)
        QTest.keyClick(shown, Qt.Key.Key_Right)
        await _settled(shown)
        before = {(row, column): sheet.picture(row, column) for row in range(2) for column in range(4)}
        assert all(picture is not None for picture in before.values())
        shapes = [before[0, column] for column in range(4)]
        ratios = [picture.width() / picture.height() for picture in shapes if picture is not None]
        assert ratios == pytest.approx([9 / 16, 1.0, 16 / 9, 4 / 5], abs=0.02)
        window._bench.styling.change("captions", "size", 80.0, "Size")
        await until(lambda: all(sheet.picture(*place) != picture for place, picture in before.items()))
        window._bench.styling.undo()
        await until(lambda: all(sheet.picture(*place) == picture for place, picture in before.items()))
        made = [call for call in project.calls if call[0] == "composition"]
        click(find(shown, QWidget, "sheetClips"))
        menu = find(shown, QMenu, "sheetClipsMenu")
        menu.actions()[1].trigger()
        menu.close()
        await _settled(shown)
        assert len(shown._clips) == 1
        assert [call for call in project.calls if call[0] == "composition"] == made
        shown.close()


async def test_two_styles_are_compared_in_words_and_pictures_and_wiped(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        shown = await _looking(window, project, COMPARE)
        sheet = _sheet(shown)
        assert find(shown, QComboBox, "styleB").currentText() == "Clean"
        window._bench.styling.change("captions", "uppercase", True, "All capitals")
        shown.seek(3.0)
        await _settled(shown)
        assert sheet.picture(0, 0) != sheet.picture(0, 1)
        assert ">All capitals off → on</p>" in find(shown, QLabel, "styleDifference").text()
        assert find(shown, QLabel, "styleWay").text() == f"From Clean to {shown._first.currentText()}"
        find(shown, QCheckBox, "wipe").click()
        await _settled(shown)
        left, right = sheet.picture(0, 0), sheet.picture(0, 1)
        assert left is not None and right is not None and left != right
        tile = sheet._places()[0][0].toRect()
        at = QPointF(tile.left() + 3, tile.center().y())
        none = Qt.MouseButton.NoButton
        moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(sheet, moved)
        assert sheet._wipe < 0.2
        click(find(shown, QToolButton, "sheetPlay"))
        since = shown._clock.position()
        await until(lambda: shown._clock.position() > since + 0.2)
        QTest.keyClick(shown, Qt.Key.Key_Space)
        assert not shown._tick.isActive()
        shown.reject()


async def test_a_version_is_seen_beside_the_one_before(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        styling = window._bench.styling
        styling.edit_copy(next(style for style in styling.styles() if style.name == "clean"))
        for size in (50.0, 60.0, 70.0):
            if styling.draft is None:
                styling.edit_next(next(style for style in styling.styles() if style.name == "clean-copy"))
            styling.change("captions", "size", size, "Size")
            await styling.publish("", "Ana")
        find(window, StylePanel, "stylePanel").look(COMPARE, "clean-copy@2")
        shown = find(window, SideBySide, "sideBySide")
        assert find(shown, QComboBox, "styleA").currentText() == "Clean copy 2"
        assert find(shown, QComboBox, "styleB").currentText() == "Clean copy 1"
        assert re.findall(r">([^<>]+)<", find(shown, QLabel, "styleDifference").text()) == [
            "Captions",
            "Size 96 px → 115.2 px",
        ]
        assert find(shown, QLabel, "styleWay").text() == "From Clean copy 1 to Clean copy 2"
        shown.close()


async def test_a_window_that_is_closed_takes_it_along(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        shown = await _looking(window, project, SHAPES)
        shown.seek(2.0)
        assert shown._proofs.is_busy
    assert shown._is_closed


async def test_closing_stops_what_is_prepared(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=4))
        await until(lambda: window._bench.review.transcript is not None)
        project.delay = 0.4
        find(window, StylePanel, "stylePanel").look(SHAPES)
        shown = find(window, SideBySide, "sideBySide")
        await until(lambda: "Preparing" in shown._state.text())
        shown.close()
        asked = len([call for call in project.calls if call[0] == "composition"])
        await until(lambda: window.findChild(SideBySide) is None)
        project.delay = 0.0
        assert len([call for call in project.calls if call[0] == "composition"]) <= asked + 1
