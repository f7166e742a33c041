"""The window under test: on Qt's loop as in the application, over a project in memory, driven as by a person."""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parent))

from fake_project import FakeProject

from desktop.garbage import GarbageTurns
from ui.languages import speak
from ui.theme import apply_theme

# Said by QtMultimedia where the machine has no sound service, and none that decodes in hardware: playing goes on.
_NO_SOUND_HERE = ("pipewire", "PulseAudioService", "ALSA lib")
_NO_HARDWARE_HERE = (r"Couldn't (load|resolve) va\b",)
_WINDOWS = count(1)
_THOROUGH_EVERY = 25


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run coroutine tests on Qt's loop, as the application does."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    loop = pyfuncitem.funcargs["qt_loop"]
    names = pyfuncitem._fixtureinfo.argnames
    loop.run_until_complete(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every coroutine test the loop."""
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
            item.fixturenames.append("qt_loop")
            # Of several marks only the closest counts: what a module ignores has to be in this one as well.
            own = [each for mark in item.iter_markers("qt_log_ignore") for each in mark.args]
            item.add_marker(pytest.mark.qt_log_ignore(*own, *_NO_SOUND_HERE, *_NO_HARDWARE_HERE, extend=True))


@pytest.fixture(scope="session", autouse=True)
def themed(qapp: QApplication) -> QApplication:
    """Return the application in our theme, speaking English: its plurals come from a catalogue too."""
    qapp.setQuitOnLastWindowClosed(False)
    speak(qapp, "en")
    apply_theme(qapp)
    # What was loaded for the tests before never goes: each look for what a window left would pass all of it.
    gc.collect()
    gc.freeze()
    return qapp


@pytest.fixture
def qt_loop(themed: QApplication) -> Iterator[qasync.QEventLoop]:
    """Return Qt's loop; a task that is left over, or an error nobody heard, fails the test."""
    loop = qasync.QEventLoop(themed)
    asyncio.set_event_loop(loop)
    unheard: list[str] = []
    loop.set_exception_handler(lambda _loop, context: unheard.append(str(context)))
    garbage = GarbageTurns()
    yield loop
    garbage.deleteLater()
    themed.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    told = [str(task) for task in left]
    if left or any(window.isVisible() for window in themed.topLevelWidgets()):
        _clear_up(themed, loop, left)
    asyncio.set_event_loop(None)
    loop.close()
    assert not unheard
    assert not told


def _clear_up(themed: QApplication, loop: qasync.QEventLoop, tasks: list[asyncio.Task[object]]) -> None:
    """Take away what a failed test left behind: its timers would go off in the tests after it, without a loop."""
    for window in themed.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            timer.stop()
    for task in tasks:
        task.cancel()
    if tasks:
        loop.run_until_complete(asyncio.wait(tasks, timeout=60.0))


@pytest.fixture(autouse=True)
def tidied(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what a window leaves behind: a thread of a later test would take Qt's objects away on itself."""
    yield
    if not {"qt_loop", "qtbot"} & set(request.fixturenames):
        return
    is_thorough = next(_WINDOWS) % _THOROUGH_EVERY == 0
    if is_thorough:
        # Windows put aside what comes in one go; that they are gone is seen here, now and then.
        gc.unfreeze()
    gc.collect()
    if is_thorough:
        gc.freeze()
    gc.enable()


@pytest.fixture
def project(tmp_path: Path, sample_video: Path) -> FakeProject:
    """Return a project without runs, whose clips are cut from the bundled sample."""
    return FakeProject(tmp_path, composition_media=sample_video)


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    """Return what the window remembers: nothing yet."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
