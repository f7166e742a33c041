"""Hundreds of runs at once behind a real window: all end well, nothing is done twice, the window never hangs."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QSettings, QTimer

from core.project import Project
from core.schema.run import RunOptions
from desktop.garbage import settle_memory
from tests.instant_project import at_rest, open_instant, use_instant_stages, write_sound
from tests.instant_stages import CLIPS, calls
from tests.pace import paced
from tests.ui.conftest import memory, qt_loop, themed  # noqa: F401
from tests.ui.window_kit import MemoryPreferences
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudioService", "ALSA lib", extend=True)
# What a person notices, on a machine of common speed. Counted in time that the window's thread really worked, not
# on a busy machine's clock. Work of others on the same processor makes it longer now and then; a turn that is too
# long always is.
LONGEST_TURN = 0.050
TRIES = 3
# The stages that are instant in each run: four of the source, six a clip, and one file each.
CALLS_OF_A_RUN = 4 + CLIPS * 7
BEAT_MS, LOOK_SECONDS = 5, 0.004


@dataclass
class Turns:
    """The longest time that the window's thread worked without looking at its events, and where it was then."""

    longest: float = 0.0
    where: str = ""


@contextmanager
def watched_turns() -> Iterator[Turns]:
    """Measure the turns of this thread's event loop, from another thread."""
    turns = Turns()
    thread = threading.get_ident()
    clock = time.pthread_getcpuclockid(thread)
    beats = [0, time.clock_gettime(clock)]
    ended = threading.Event()

    def beat() -> None:
        beats[:] = [beats[0] + 1, time.clock_gettime(clock)]

    def look() -> None:
        while not ended.wait(LOOK_SECONDS):
            number, since = beats
            worked = time.clock_gettime(clock) - since
            frame = sys._current_frames().get(thread)
            if worked > turns.longest and beats[0] == number and frame is not None:
                turns.longest, turns.where = worked, "".join(traceback.format_stack(frame, limit=12))

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(BEAT_MS)
    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield turns
    ended.set()
    watcher.join()
    timer.stop()


def options(folder: Path) -> RunOptions:
    """Return what is asked of each run."""
    return RunOptions(aspects=("9:16",), top=CLIPS, auto_approve=True, deliver_to=str(folder))


@asynccontextmanager
async def window_over(folder: Path, remembered: QSettings) -> AsyncIterator[Project]:
    """Open a workspace of instant stages with a window in front of it, and close both whatever happens."""
    project = await open_instant(folder / "workspace")
    window = MainWindow(project, remembered, MemoryPreferences())
    window.resize(1440, 1080)
    window.show()
    for _ in window.get_ready():
        await asyncio.sleep(0)
    try:
        yield project
    finally:
        window.close()
        await window.shut_down()
        await project.close()
        window.deleteLater()
        await asyncio.sleep(0)


def make_many(loop: asyncio.AbstractEventLoop, folder: Path, remembered: QSettings, count: int) -> None:
    """Queue many runs at once in a window, and see them through without a turn that is too long."""

    async def scene(folder: Path) -> Turns:
        folder.mkdir()
        async with window_over(folder, remembered) as project:
            return await see_through(project, folder, count)

    turns = Turns()
    for number in range(TRIES):
        turns = loop.run_until_complete(scene(folder / str(number)))
        if turns.longest < paced(LONGEST_TURN):
            return
    pytest.fail(f"{turns.longest * 1000:.0f} ms, each time:\n{turns.where}")


async def see_through(project: Project, folder: Path, count: int) -> Turns:
    """Queue `count` runs, wait for all of them, and look at what was done; return how the loop turned."""
    process = psutil.Process()
    sources = [
        await project.import_source(write_sound(folder / f"{number}.wav", number)) for number in range(count)
    ]
    await asyncio.sleep(0.5)
    settle_memory()
    sizes = []
    with watched_turns() as turns:
        for source in sources:
            await project.start_run(source.id, options(folder / "out" / source.name))
        resting = asyncio.ensure_future(at_rest(project))
        while not resting.done():
            await asyncio.wait([resting], timeout=1.0)
            sizes.append(process.memory_info().rss)
    runs = project.runs()
    assert len(runs) == count
    assert {run.state for run in runs} == {"fully_generated"}
    called = calls(folder / "workspace")
    assert len(called) == count * CALLS_OF_A_RUN
    assert [call for call, times in Counter(called).items() if times > 1] == []
    assert all(attempt.number == 1 for run in runs for attempt in project.attempts(run.id))
    assert len(list((folder / "out").glob("*/*.mp4"))) == count * CLIPS
    half = sizes[len(sizes) // 2]
    assert max(sizes) < half * 1.25, f"{[size // 1_000_000 for size in sizes]} MB"
    print(f"{count} runs: longest turn {turns.longest * 1000:.0f} ms, {max(sizes) // 1_000_000} MB")
    return turns


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work in an instant."""
    use_instant_stages(monkeypatch)
    yield
    gc.unfreeze()


def test_twenty_runs_at_once(qt_loop, memory, tmp_path):  # noqa: F811
    make_many(qt_loop, tmp_path, memory, 20)


@pytest.mark.soak
def test_five_hundred_runs_at_once(qt_loop, memory, tmp_path):  # noqa: F811
    make_many(qt_loop, tmp_path, memory, int(os.environ.get("SOAK_RUNS", "500")))
