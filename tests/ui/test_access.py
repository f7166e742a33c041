"""Every control of every panel and dialog has a name, is reached by keys, and shows that it has the focus."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from itertools import pairwise

import pytest
from access import beyond_keys, controls, name_of, nameless, unseen_focus
from evenness import uneven
from fake_project import FakeProject
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from window_kit import find, opened, press, until

from ui.main_window import MainWindow
from ui.theme import apply_theme
from ui.timeline.view import TimelineView
from ui.transcript.view import TranscriptView
from ui.widgets.basics import Segments, icon_button
from ui.widgets.dialog import Dialog

# Each command that opens a window of its own. The palette's list is walked from its field, which has the focus.
_OPENING = (
    *("settings", "show_keys", "run_options", "models", "storage", "export", "go_to_time", "translate"),
    *("hand_off", "destinations", "publish", "recipes", "presets", "twins", "morning_report", "contact_sheet"),
    "import_address",
    *("source_report", "replay", "show_log", "fine_tune", "find_command", "save_layout"),
)
# A field with its list is no form; the log is a window.
_UNLIKE_OTHERS = ("find_command", "show_log")
_WALKED_FROM_ELSEWHERE = "paletteList"


@pytest.fixture(params=["dark", "light"])
def in_both_themes(request: pytest.FixtureRequest, themed: QApplication) -> Iterator[str]:
    """Wear one theme after the other."""
    apply_theme(themed, request.param)
    yield request.param
    apply_theme(themed)


async def _reviewing(window: MainWindow, project: FakeProject) -> None:
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=5))
    await until(lambda: window._bench.review.current is not None and window._bench.insights.found is not None)
    await until(lambda: find(window, QPushButton, "adjustFraming").isEnabled())
    # What is empty yet, and what is filled meanwhile, would be looked at half.
    await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
    await until(lambda: find(window, TranscriptView, "transcriptView").page.words)


def _problems(root: QWidget) -> list[str]:
    QApplication.sendPostedEvents()
    found = [f"has no name: {each}" for each in nameless(root)]
    found += [f"is not reached by keys: {each}" for each in beyond_keys(root)]
    found += [f"does not show the focus: {each}" for each in unseen_focus(root)]
    return [each for each in found if _WALKED_FROM_ELSEWHERE not in each]


def _problems_of_all_tabs(root: QWidget) -> list[str]:
    found = _problems(root)
    for tabs in root.findChildren(QTabWidget):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            page = tabs.currentWidget()
            assert page is not None
            found += _problems(page)
    return found


async def test_the_start_page_and_every_panel(
    project: FakeProject, memory: QSettings, in_both_themes: str
) -> None:
    async with opened(project, memory) as window:
        assert _problems(window) == []
        await _reviewing(window, project)
        docks = window.findChildren(QDockWidget)
        assert len(docks) >= 8
        for dock in docks:
            dock.show()
            dock.raise_()
            panel = dock.widget()
            await until(panel.isVisible)
            assert name_of(panel), f"a screen reader can't name {dock.objectName()}"
            assert len(controls(panel)) > 0
            assert _problems_of_all_tabs(panel) == [], dock.objectName()
        preview = find(window, QWidget, "previewPanel")
        assert _problems(preview) == []


async def test_every_dialog(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        for name in _OPENING:
            window.activateWindow()
            await until(window.isActiveWindow)
            window.actions_by_name[name].trigger()
            await until(lambda: _others(window))
            (dialog,) = _others(window)
            dialog.activateWindow()
            await until(dialog.isActiveWindow)
            assert dialog.windowTitle(), name
            least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
            assert least.boundedTo(Dialog.SMALLEST) == least, f"{name} has no room on a small screen: {least}"
            assert _problems_of_all_tabs(dialog) == [], name
            assert name in _UNLIKE_OTHERS or uneven(dialog) == [], name
            dialog.close()
            await until(lambda: not _others(window))


# A screen of 1920 by 1080 pixels at twice the size.
_SMALL_SCREEN = QSize(960, 540)


async def test_the_window_can_be_as_small_as_a_small_screen(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        window.tips.start(window.actions_by_name)
        window.resize(_SMALL_SCREEN)
        assert window.size() == _SMALL_SCREEN, "the start page has no room on a small screen"
        await _reviewing(window, project)
        assert window.size() == _SMALL_SCREEN, "the review has no room on a small screen"
        for name in ("jobs", "dashboard", "search"):
            window.actions_by_name[name].trigger()
            panel = find(window, QWidget, f"{name}Panel")
            await until(panel.isVisible)
            # It gets its height once it has its place.
            await asyncio.sleep(0.1)
            assert window.size() == _SMALL_SCREEN, f"{name} has no room on a small screen"
            window.actions_by_name[name].trigger()
        window.actions_by_name["start_page"].trigger()
        await until(lambda: not find(window, QWidget, "previewPanel").isVisible())
        assert window.size() == _SMALL_SCREEN, "back at the start the window has grown"


async def test_in_a_small_window_nothing_of_the_preview_is_cut_off(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        window.resize(_SMALL_SCREEN)
        await _reviewing(window, project)
        preview = find(window, QWidget, "previewPanel")
        shown = [each for each in preview.findChildren(QWidget) if each.isVisibleTo(preview)]
        assert find(window, QPushButton, "decide_approved") in shown
        for each in shown:
            assert preview.rect().contains(each.rect().translated(each.mapTo(preview, each.rect().topLeft()))), (
                each.objectName()
            )
            if isinstance(each, (QPushButton, QToolButton)):
                least = each.minimumSizeHint()
                assert each.width() >= least.width(), f"{each.objectName()} has no room for its words"


def _others(window: QWidget) -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]


def test_what_is_nameless_beyond_keys_or_hides_the_focus_is_noticed(themed: QApplication) -> None:
    holder = QWidget()
    named, bare, mouse_only, flat = QLineEdit(), QLineEdit(), QToolButton(), QPushButton("Flat")
    named.setAccessibleName("Search")
    mouse_only.setText("Mouse")
    mouse_only.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    flat.setStyleSheet("QPushButton { border: none; background: red; } QPushButton:focus { border: none; }")
    area = QScrollArea()
    layout = QVBoxLayout(holder)
    for widget in (named, bare, mouse_only, flat, area, icon_button("play", "Play", lambda: None)):
        layout.addWidget(widget)
    holder.show()
    QTest.qWaitForWindowExposed(holder)
    holder.activateWindow()
    assert QTest.qWaitForWindowActive(holder)
    assert [each.split()[0] for each in nameless(holder)] == ["QLineEdit", "QScrollArea"]
    assert [each.split()[0] for each in beyond_keys(holder)] == ["QToolButton"]
    assert [each.split()[0] for each in unseen_focus(holder)] == ["QPushButton"]
    holder.close()


async def test_arrows_choose_among_neighbours_and_leave_the_playhead_alone(
    project: FakeProject, memory: QSettings
) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        shapes = next(each for each in window.findChildren(Segments) if each.choice() == "9:16")
        player = window._bench.player
        await until(lambda: player.composition is not None)
        at = player.position
        find(shapes, QToolButton, "segment_9:16").setFocus()
        press(window, Qt.Key.Key_Right)
        await until(lambda: shapes.choice() == "1:1")
        assert player.position == at


async def test_tab_walks_through_the_window_and_comes_back(project: FakeProject, memory: QSettings) -> None:
    async with opened(project, memory) as window:
        await _reviewing(window, project)
        first = window.focusWidget()
        seen: list[QWidget] = []
        for _ in range(400):
            focused = window.focusWidget()
            assert focused is not None
            if focused in seen:
                break
            seen.append(focused)
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert first in seen
        panels = {
            dock.objectName()
            for dock in window.findChildren(QDockWidget)
            if any(dock.isAncestorOf(each) for each in seen)
        }
        assert {"clipsPanelDock", "inspectorPanelDock", "timelinePanelDock"} <= panels
        assert find(window, QPushButton, "decide_approved") in seen
        docks = window.findChildren(QDockWidget)
        places = [next((dock.objectName() for dock in docks if dock.isAncestorOf(each)), "") for each in seen]
        turns = sum(before != after for before, after in pairwise(places))
        assert turns <= 2 * len(panels) + 2, "Tab goes through one panel before it comes to the next"
