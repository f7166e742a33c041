"""The window in a language whose texts are longer by two fifths and read from the right, at 1280 x 800 pixels."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from fake_project import FakeProject, two_faces
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QTabWidget, QToolButton, QWidget
from tongues import clipped, strange, strange_language
from window_kit import find, opened, until

from ui.languages import speak
from ui.main_window import MainWindow
from ui.panels.style import StylePanel
from ui.timeline.view import TimelineView
from ui.transcript.view import TranscriptView
from ui.wording import tr

_SIZE_PX = (1280, 800)
_PATIENCE_S = 30.0


@pytest.fixture
def spoken(themed: QApplication) -> Iterator[None]:
    with strange_language(themed):
        yield


async def _reviewing(window: MainWindow, project: FakeProject) -> None:
    window.resize(*_SIZE_PX)
    project.faces = two_faces()
    window.open_run(project.add_run("Episode 12.mp4", duration=70.0, clips=5))
    await until(lambda: window._bench.review.current is not None and window._bench.insights.found is not None)
    await until(lambda: find(window, QPushButton, "adjustFraming").isEnabled())
    await until(lambda: find(window, TimelineView, "timelineView").viewport.duration == 70.0)
    await until(lambda: find(window, TranscriptView, "transcriptView").page.words)


async def _all_fits(window: MainWindow, where: str) -> None:
    """Look what is clipped once it is laid out: what was just shown finds its places in turns of the loop."""
    end = asyncio.get_running_loop().time() + _PATIENCE_S
    while clipped(window) and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(0.01)
    assert clipped(window) == [], where


def _left_of(widget: QWidget) -> int:
    return widget.mapTo(widget.window(), QPoint(0, 0)).x()


def test_texts_get_longer_and_keep_what_is_put_into_them(spoken: None) -> None:
    assert strange("Export {name}…") == "Éxpört {name}àéî…"
    assert tr("%n clips", "", 3).startswith("3 ")
    assert tr("Styles (*{suffix} *.zip)").format(suffix=".x").endswith("*.zip) àéîö")
    assert strange("9:16") == "9:16"


def _check_sides(window: MainWindow) -> None:
    """What is read is mirrored, what runs in time is not."""
    assert find(window, QListView, "clipList").layoutDirection() == Qt.LayoutDirection.RightToLeft
    first, last = (find(window, QPushButton, f"decide_{name}") for name in ("rejected", "approved"))
    assert _left_of(first) > _left_of(last)
    play = find(window, QToolButton, "playButton")
    loops = [each for each in window.findChildren(QToolButton) if each.accessibleName() == tr("Loop the clip")]
    assert _left_of(play) < _left_of(loops[0])
    clip_time, source_time = (find(window, QWidget, name) for name in ("clipTime", "sourceTime"))
    assert _left_of(clip_time) < _left_of(source_time)
    timeline = find(window, TimelineView, "timelineView")
    assert timeline.viewport.x_at(1.0) < timeline.viewport.x_at(2.0)


async def test_all_fits_from_right_to_left(project: FakeProject, memory: QSettings, spoken: None) -> None:
    async with opened(project, memory) as window:
        # What the status bar found out last is laid out in the next turn.
        await _all_fits(window, "at first")
        await _reviewing(window, project)
        _check_sides(window)
        assert (window.width(), window.height()) == _SIZE_PX
        tabs = find(window, QTabWidget, "inspectorTabs")
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            await _all_fits(window, tabs.tabText(place))
        for name in ("insights", "styles", "jobs", "dashboard"):
            window.actions_by_name[name].trigger()
            await _all_fits(window, name)
        styling = window._bench.styling
        styling.edit_copy(styling.styles()[0])
        await until(lambda: styling.draft is not None)
        await until(find(window, StylePanel, "stylePanel").isVisible)
        await _all_fits(window, "the draft of a style")


def test_english_is_as_it_was(themed: QApplication) -> None:
    with strange_language(themed):
        assert tr("Theme") != "Theme"
    assert tr("Theme") == "Theme"
    assert themed.layoutDirection() == Qt.LayoutDirection.LeftToRight
    speak(themed, "en")
