"""Many runs, and ten hours with a thousand candidates, in a real window: its loop is not held up by them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QListView, QWidget

from core.project import Project
from tests.episodes import Episode
from tests.full_workspace import THOUSAND, fill, ten_hours
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages
from tests.pace import paced
from tests.turns import Turn, Turns
from tests.ui.conftest import memory, qt_loop, themed  # noqa: F401
from tests.ui.window_kit import MemoryPreferences, until
from ui import panels
from ui.main_window import MainWindow
from ui.timeline.view import TimelineView

pytestmark = pytest.mark.qt_log_ignore(
    "pipewire", "PulseAudioService", "ALSA lib", r"load va\b|resolve va\b", extend=True
)
# 200 are opened by `bench_start`; what is listed costs the same, what is made for it does not.
RUNS = 60
# Of the processor, on a machine of common speed: what nobody notices while they scroll, and what opening a run may
# take at once, short or long: 50 ms are aimed at, 30 to 45 reached. Work of others makes such times longer now and
# then; what is too long always is.
SCROLLING_SECONDS, OPENING_SECONDS = 0.050, 0.070
TRIES = 3


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a workspace that months of work left behind; its newest run is the long one."""
    use_instant_stages(monkeypatch)
    short = [Episode(f"Episode {number}", 90.0, 1, is_composed=False) for number in range(RUNS - 1)]
    fill(tmp_path / "workspace", [*short, ten_hours()])
    yield tmp_path / "workspace"


@asynccontextmanager
async def window_over(workspace: Path, remembered: QSettings) -> AsyncIterator[tuple[MainWindow, Project]]:
    """Open a window on a workspace, and close both whatever happens."""
    project = await open_instant(workspace, ThreadExecutor())
    window = MainWindow(project, remembered, MemoryPreferences())
    window.resize(1440, 1080)
    window.show()
    # As the program does behind the window: what a person would wait for at the first click is ready by then.
    for _ in window.get_ready():
        await asyncio.sleep(0)
    try:
        yield window, project
    finally:
        window.close()
        await window.shut_down()
        await project.close()
        window.deleteLater()
        await asyncio.sleep(0)


async def turn_wheel(widget: QWidget, notches: int, by: int, held: Qt.KeyboardModifier) -> None:
    """Turn the wheel over the middle of something, and let each notch be painted."""
    middle = QPointF(widget.rect().center())
    for _ in range(notches):
        event = QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(),
            QPoint(0, by),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
        await asyncio.sleep(0.001)


async def look_through(window: MainWindow) -> None:
    """Zoom and scroll the timeline, and scroll through the clips and the runs."""
    timeline, clips, runs = (
        window.findChild(TimelineView, "timelineView"),
        window.findChild(QListView, "clipList"),
        window.findChild(QListView, "runList"),
    )
    assert timeline is not None and clips is not None and runs is not None
    timeline.show_whole()
    plain, held = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    for by in (120, -120):
        await turn_wheel(timeline, 15, by, held)
        await turn_wheel(timeline, 15, by, plain)
        await turn_wheel(clips.viewport(), 15, by, plain)
    window._docks.bring_forward(panels.RUNS)
    await until(runs.isVisible)
    for by in (-120, 120):
        await turn_wheel(runs.viewport(), 15, by, plain)


async def longest_of_opening(window: MainWindow, run_id: str, is_there: Callable[[], object]) -> Turn:
    """Open a run as a click does; return the longest turn of the loop until all of it is there."""
    opening = Turns()
    with opening.measured():
        window._bench.review.show_run(run_id)
        await until(is_there)
    return opening.longest


async def longest_of_looking(window: MainWindow) -> Turn:
    """Look through what is open; return the longest turn of the loop meanwhile."""
    looking = Turns()
    with looking.measured():
        await look_through(window)
    return looking.longest


def is_short_there(window: MainWindow) -> Callable[[], object]:
    review = window._bench.review
    return lambda: review.current is not None and review.duration and window._bench.player.composition


def is_there(window: MainWindow) -> Callable[[], object]:
    timeline = window.findChild(TimelineView, "timelineView")
    assert timeline is not None
    return lambda: len(timeline.scene.clips) == THOUSAND and len(timeline.scene.words.starts) > 50_000


def test_it_is_opened_and_looked_through_without_a_stand(qt_loop, memory, workspace):  # noqa: F811
    async def scene() -> list[str]:
        """Return what took too long in a window of its own."""
        async with window_over(workspace, memory) as (window, project):
            assert len(project.runs()) == RUNS
            short, long = project.runs()[1].id, project.runs()[0].id
            turns = (
                (await longest_of_opening(window, short, is_short_there(window)), OPENING_SECONDS),
                (await longest_of_opening(window, long, is_there(window)), OPENING_SECONDS),
                (await longest_of_looking(window), SCROLLING_SECONDS),
            )
            return [
                f"{turn.seconds * 1000:.0f} ms:\n{turn.where}"
                for turn, most in turns
                if turn.seconds > paced(most)
            ]

    slow = [""]
    for _ in range(TRIES):
        if not (slow := qt_loop.run_until_complete(scene())):
            return
    pytest.fail("\n".join(slow))
