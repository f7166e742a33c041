"""Panels are dragged, moved and floated, and their arrangements saved under a name, brought back and removed."""

from __future__ import annotations

import asyncio

import pytest
from fake_project import FakeProject
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtWidgets import QDockWidget, QInputDialog, QMenu, QWidget
from window_kit import find, opened, press, until

from ui.main_window import MainWindow
from ui.widgets.dock_title import DockTitle

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_MOVABLE = QDockWidget.DockWidgetFeature.DockWidgetMovable


async def _reviewing(window: MainWindow, project: FakeProject) -> None:
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=5))
    await until(lambda: window._bench.review.current is not None)


def _dock(window: QWidget, name: str) -> QDockWidget:
    return find(window, QDockWidget, f"{name}PanelDock")


def _in_front(window: MainWindow) -> dict[str, QRect]:
    """Return where the panels stand that are seen."""
    docks = window.findChildren(QDockWidget)
    return {dock.objectName(): dock.geometry() for dock in docks if not dock.visibleRegion().isEmpty()}


async def _settled(window: MainWindow) -> dict[str, QRect]:
    """Return where the panels stand once they move no more."""
    before, now = None, _in_front(window)
    while now != before or not window.updatesEnabled():
        await asyncio.sleep(0.05)
        before, now = now, _in_front(window)
    return now


def _menu(window: MainWindow) -> dict[str, object]:
    menu = find(window, QMenu, "menu_Layouts")
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions() if action.text()}


async def test_panels_that_were_on_their_way_when_another_page_was_chosen_stand_as_before(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        run_id = project.add_run("Episode 12.mp4", duration=70.0, clips=5)
        for is_first in (True, False):
            window._bench.review.show_run(run_id)
            while not _dock(window, "clips").isVisible():
                await asyncio.sleep(0.001)
            assert not _dock(window, "timeline").isVisible()
            window.actions_by_name["start_page"].trigger()
            assert not _dock(window, "clips").isVisible()
            await until(window.updatesEnabled)
            assert find(window, QWidget, "welcomePage").isVisible()
            if is_first:
                await _reviewing(window, project)
                usual = await _settled(window)
                window.actions_by_name["start_page"].trigger()
        await _reviewing(window, project)
        assert _dock(window, "timeline").isVisible() and window.updatesEnabled()
        assert len(usual) >= 3 and await _settled(window) == usual


async def test_panels_have_bars_only_while_they_are_arranged(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        clips = _dock(window, "clips")
        assert not clips.features() & _MOVABLE
        assert not window.findChildren(DockTitle)
        window.actions_by_name["arrange_panels"].trigger()
        assert window.actions_by_name["arrange_panels"].isChecked()
        assert clips.features() & _MOVABLE
        assert clips.titleBarWidget().isVisible()
        window.actions_by_name["arrange_panels"].trigger()
        assert not clips.features() & _MOVABLE
        assert clips.titleBarWidget().height() == 0 or not clips.titleBarWidget().isVisible()


async def test_the_panel_with_the_focus_is_moved_by_keys_and_put_back(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        clips = _dock(window, "clips")
        assert window.dockWidgetArea(clips) == LEFT
        await until(lambda: clips.isAncestorOf(window.focusWidget()))
        press(window, Qt.Key.Key_Right, ALT_SHIFT)
        assert window.dockWidgetArea(clips) == RIGHT
        press(window, Qt.Key.Key_Up, ALT_SHIFT)
        assert clips.isFloating()
        assert isinstance(clips.titleBarWidget(), DockTitle)
        window.actions_by_name["reset_layout"].trigger()
        assert not clips.isFloating()
        assert window.dockWidgetArea(clips) == LEFT


async def test_a_layout_is_saved_brought_back_and_removed_also_after_a_restart(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        inspector = _dock(window, "inspector")
        assert list(_menu(window))[-1] == "None saved yet"
        window.addDockWidget(LEFT, inspector)
        window.actions_by_name["save_layout"].trigger()
        await until(lambda: window.findChild(QInputDialog) is not None)
        asking = find(window, QInputDialog, "layoutName")
        asking.setTextValue("  Cutting   & more ")
        asking.accept()
        window.actions_by_name["reset_layout"].trigger()
        assert window.dockWidgetArea(inspector) == RIGHT
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        inspector = _dock(window, "inspector")
        listed = _menu(window)
        assert "Cutting && more" in listed
        listed["Cutting && more"].trigger()  # type: ignore[attr-defined]
        assert window.dockWidgetArea(inspector) == LEFT
        removing = listed["Remove"].menu()  # type: ignore[attr-defined]
        removing.actions()[0].trigger()
        assert "Cutting && more" not in _menu(window)


async def test_a_layout_chosen_at_the_start_page_waits_for_the_review(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        inspector = _dock(window, "inspector")
        window.addDockWidget(LEFT, inspector)
        window._layouts.save("Left")
        window.actions_by_name["reset_layout"].trigger()
        window.actions_by_name["start_page"].trigger()
        assert not inspector.isVisible()
        window._layouts.apply("Left")
        assert not inspector.isVisible()
        window.open_run(project.runs()[0].id)
        await until(inspector.isVisible)
        assert window.dockWidgetArea(inspector) == LEFT


@pytest.mark.parametrize("kept", ["{", "[]", '{"Old": "00ff"}'])
async def test_what_another_version_left_gives_the_usual_layout(
    project: FakeProject, memory: QSettings, kept: str
) -> None:
    memory.setValue("layouts4", kept)
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        window._layouts.apply("Old")
        assert window.dockWidgetArea(_dock(window, "inspector")) == RIGHT
        assert _dock(window, "clips").isVisible()
