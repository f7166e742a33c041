"""Nothing that a person could do, in any order, ends in an error, a warning of Qt, or something left behind."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from pathlib import Path
from typing import cast

import pytest
from fake_project import FakeProject
from monkey import Monkey, widgets_alive
from PySide6.QtCore import QSettings
from shiboken6 import isValid
from window_kit import opened, until

from core.project import Project
from core.schema.framing import Framing
from core.schema.media import ClipMedia
from core.schema.record import Record
from core.schema.time import Cut
from tests import instant_stages
from tests.episodes import Episode, framed
from tests.full_workspace import fill
from tests.instant_project import ThreadExecutor, open_instant, use_instant_stages
from ui.main_window import MainWindow

SEEDS = range(
    int(os.environ.get("SHORTLIST_MONKEY_FIRST", "0")), int(os.environ.get("SHORTLIST_MONKEY_SEEDS", "40"))
)
STEPS = int(os.environ.get("SHORTLIST_MONKEY_STEPS", "400"))
# Said where there is no screen: when a menu opens, and when a folder shall be shown.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support grabbing the mouse", r"does not support QPlatformServices", extend=True
)
# What every run of the tests does of it: a few seconds.
FEW_STEPS = 40


@pytest.fixture
def failures(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Return what is raised where nobody hears it, as in a slot."""
    heard: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: heard.append(error))
    return heard


def own_threads() -> list[threading.Thread]:
    """Return the threads that somebody began; the loop keeps those for blocking calls until it is closed."""
    return [thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread)]


async def let_loose(window: MainWindow, seed: int, steps: int, failures: list[BaseException]) -> None:
    """Act at random twice, and compare what there is of widgets after each."""
    monkey = Monkey(window, seed)
    try:
        await monkey.act(steps)
        await monkey.settle()
        before = widgets_alive(window)
        await monkey.act(steps)
        await monkey.settle()
        assert widgets_alive(window) < before * 1.5 + 200, "widgets pile up"
    except BaseException:
        print("\n".join(monkey.done[-25:]))
        raise
    finally:
        monkey.stop()
    assert not failures, monkey.done[-25:]
    assert window.isVisible(), monkey.done[-25:]


@pytest.mark.soak
@pytest.mark.parametrize("seed", SEEDS)
async def test_any_actions_leave_the_window_sound(
    project: FakeProject, memory: QSettings, seed: int, failures: list[BaseException]
) -> None:
    threads = threading.active_count()
    async with opened(project, memory) as window:
        for name in ("Episode 12.mp4", "Interview.mp4"):
            run_id = project.add_run(name, duration=70.0, clips=8)
        window.open_run(run_id)
        await until(lambda: window._bench.review.duration == 70.0)
        await let_loose(window, seed, STEPS, failures)
    assert not isValid(window), "the window goes, and its timers with it"
    await until(lambda: threading.active_count() <= threads + 1)


# On a project with its database, queue and stages, which do their work in an instant.


def _media(_context: object, given: instant_stages.Given) -> Record:
    cut = cast(Cut, given[Cut])
    return ClipMedia(cut=cut, seek_to=tuple(span.start for span in cut.ranges), fps_numerator=25)


def _frame(_context: object, given: instant_stages.Given) -> Framing:
    return framed(cast(ClipMedia, given[ClipMedia]).cut)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a workspace with two analysed runs, whose clips show the bundled sample."""
    use_instant_stages(monkeypatch)
    monkeypatch.setitem(instant_stages.MAKERS, "prepare_media", _media)
    monkeypatch.setitem(instant_stages.MAKERS, "analyze_framing", _frame)
    # A name that is typed where a folder is asked for lands here.
    monkeypatch.chdir(tmp_path)
    # As do files that are exported to where they usually go.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    folder = tmp_path / "workspace"
    fill_in_thread = threading.Thread(
        target=fill, args=(folder, [Episode("Interview", 70.0, 8), Episode("Episode 12", 70.0, 8)])
    )
    fill_in_thread.start()
    fill_in_thread.join()
    return folder


async def act_on_a_real_project(
    workspace: Path, memory: QSettings, seed: int, steps: int, failures: list[BaseException]
) -> None:
    """Act at random on a window over a real project; close both as the application does."""
    threads = set(own_threads())
    project: Project = await open_instant(workspace, ThreadExecutor())
    try:
        async with opened(project, memory) as window:
            window.open_run(project.runs()[0].id)
            await until(lambda: window._bench.review.duration == 70.0)
            await let_loose(window, seed, steps, failures)
        assert not isValid(window), "the window goes, and its timers with it"
    finally:
        await project.close()
        await asyncio.sleep(0)
    await until(lambda: set(own_threads()) <= threads)


async def test_a_real_project_stands_a_few_actions(
    workspace: Path, memory: QSettings, failures: list[BaseException]
) -> None:
    await act_on_a_real_project(workspace, memory, 1, FEW_STEPS, failures)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SEEDS)
async def test_a_real_project_stands_any_actions(
    workspace: Path, memory: QSettings, seed: int, failures: list[BaseException]
) -> None:
    await act_on_a_real_project(workspace, memory, seed, STEPS, failures)
