"""Workers that die, raise what can't be pickled, hang, or fill the disk: each ends as designed, told on screen.

The project, its workers and the window are the real ones; only the stages are swapped for instant ones, the first
of which misbehaves.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QListView, QPushButton, QTreeView, QWidget

from core import workspace
from core.project import Configuration, Project
from core.resources import resource
from core.schema.run import RunOptions, RunRecord
from tests.e2e.crash_kit import Kill, Workplace, assert_kept, assert_tidy
from tests.e2e.faulty_stages import FAULT, WORKER
from tests.ui.conftest import memory, qt_loop, themed  # noqa: F401
from tests.ui.window_kit import MemoryPreferences, click, find, until
from ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("pipewire", "PulseAudioService", "ALSA lib", extend=True)
# What a run may take on a machine with other work; how long one takes is not what is looked at here.
WORK_SECONDS = 300.0


@dataclass
class Desk:
    """The window and what is behind it."""

    project: Project
    window: MainWindow

    @property
    def run(self) -> RunRecord:
        """The only run."""
        (run,) = self.project.runs()
        return run

    def attempts(self, stage: str) -> list[str]:
        """How every attempt of a stage ended."""
        return [each.state for each in self.project.attempts(self.run.id) if each.stage == stage]

    async def worker(self) -> int:
        """Return the process that hangs."""
        said = self.project.folder / WORKER
        await until(lambda: said.is_file() and said.read_text())
        return int(said.read_text())

    def mend(self) -> None:
        """Let the stage work as it should from now on."""
        (self.project.folder / FAULT).unlink()

    async def sees(self, words: str) -> None:
        """Look at the window until it says something."""
        await until(lambda: words in texts(self.window))

    async def sees_in_details(self, words: str) -> None:
        """Choose the run in the list of runs, unfold its first stage, and read its details until they say it."""
        self.window.actions_by_name["show_runs"].trigger()
        listed = find(self.window, QListView, "runList")
        click(listed.viewport(), listed.visualRect(listed.model().index(0, 0)).center())
        details = find(self.window, QWidget, "runDetails")
        stages = find(details, QWidget, "detailsStages")
        # They are filled in once the details are on the screen.
        await until(lambda: any(isinstance(row, QWidget) and row.isVisible() for row in stages.children()))
        stage = next(row for row in stages.children() if isinstance(row, QWidget))
        click(stage, QPoint(30, 10))
        await until(lambda: words in texts(details))

    def log(self) -> str:
        """Open the log of the chosen run and read it."""
        click(find(self.window, QAbstractButton, "showLog"))
        model = find(find(self.window, QFrame, "logWindow"), QTreeView, "logView").model()
        return "\n".join(str(model.index(row, 4).data()) for row in range(model.rowCount()))


def texts(widget: QWidget) -> str:
    """Return everything that labels say."""
    return "\n".join(part.text() for part in widget.findChildren(QLabel) if part.isVisible())


def is_alive(pid: int) -> bool:
    """Whether a process still runs."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@asynccontextmanager
async def desk(
    folder: Path, weights: Path, remembered: QSettings, fault: str, **wishes: float
) -> AsyncIterator[Desk]:
    """Open the window on a workspace, where its first stage has a fault with the sample to work on."""
    folder.mkdir(exist_ok=True)
    if fault:
        (folder / FAULT).write_text(fault)
    configuration = Configuration(weights_folder=weights, may_download=False, **wishes)
    project = await Project.open(folder, configuration)
    window = MainWindow(project, remembered, MemoryPreferences())
    window.resize(1440, 1080)
    window.show()
    project.go_on()
    try:
        if fault:
            source = await project.import_source(resource("sample/sample.mp4"))
            await project.start_run(source.id, RunOptions(top=1, aspects=("1:1",)))
        yield Desk(project, window)
    finally:
        window.close()
        await window.shut_down()
        await project.close()
        window.deleteLater()
        await asyncio.sleep(0)


@pytest.fixture(autouse=True)
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give workers the stages of which one misbehaves."""
    monkeypatch.setattr(workspace, "_REGISTRY", "tests.e2e.faulty_stages")


def test_a_killed_worker_costs_one_attempt_of_one_job(qt_loop, memory, tmp_path, weights_folder):  # noqa: F811
    async def story() -> None:
        async with desk(tmp_path / "ws", weights_folder, memory, "hang") as seen:
            pid = await seen.worker()
            seen.mend()
            os.kill(pid, signal.SIGKILL)
            await until(lambda: seen.run.state == "analysis_complete", WORK_SECONDS)
            assert seen.attempts("transcode") == ["lost", "completed"]
            others = {each.stage for each in seen.project.attempts(seen.run.id)} - {"transcode"}
            assert all(seen.attempts(stage) == ["completed"] for stage in others)
            await seen.sees_in_details("started again once")
            assert "The worker process ended unexpectedly. Trying once more." in seen.log()

    qt_loop.run_until_complete(story())


@pytest.mark.logs_errors
def test_an_error_that_cannot_be_pickled_fails_its_run_with_a_sentence(qt_loop, memory, tmp_path, weights_folder):  # noqa: F811
    async def story() -> None:
        async with desk(tmp_path / "ws", weights_folder, memory, "hostile") as seen:
            await until(lambda: seen.run.state == "failed", WORK_SECONDS)
            assert seen.attempts("transcode") == ["failed"]
            sentence = "Something went wrong inside Shortlist (Hostile: out of order)."
            assert sentence in seen.run.error
            await seen.sees(sentence)
            await seen.sees_in_details(sentence)
            seen.mend()
            click(find(seen.window, QPushButton, "retryRun"))
            await until(lambda: seen.run.state == "analysis_complete", WORK_SECONDS)

    qt_loop.run_until_complete(story())


@pytest.mark.logs_errors
def test_a_worker_that_exceeds_its_time_is_stopped(qt_loop, memory, tmp_path, weights_folder):  # noqa: F811
    async def story() -> None:
        limit = {"time_limit_seconds": 5.0}
        async with desk(tmp_path / "ws", weights_folder, memory, "hang", **limit) as seen:
            await until(lambda: seen.run.state == "failed")
            assert seen.attempts("transcode") == ["failed"]
            assert "took longer than its limit of 5 seconds" in seen.run.error
            await seen.sees_in_details("took longer than its limit of 5 seconds")
            # On a machine too busy to start one in that time there is none.
            if (said := seen.project.folder / WORKER).is_file():
                await until(lambda: not is_alive(int(said.read_text())))
            await until(lambda: not list((seen.project.folder / "artifacts" / ".work").iterdir()))

    qt_loop.run_until_complete(story())


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """Return a folder and how a worker fills it: a file system of its own where we may mount one, else a quota."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, check=False, capture_output=True).returncode:
        yield folder, "quota"
        return
    yield folder, "fill"
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_holds_the_queue_until_there_is_space(qt_loop, memory, small_disk, weights_folder):  # noqa: F811
    async def story() -> None:
        folder, fault = small_disk
        async with desk(folder / "ws", weights_folder, memory, fault, keeps_free_bytes=0) as seen:
            await until(lambda: seen.project.queue().hold == "disk", WORK_SECONDS)
            assert seen.run.state == "started"
            assert {job.state for job in seen.project.jobs(seen.run.id)} == {"pending"}
            assert set(seen.attempts("transcode")) == {"retried"}
            await seen.sees("The disk is full")
            seen.mend()
            await until(lambda: seen.run.state == "analysis_complete", WORK_SECONDS)
            assert seen.project.queue().hold == ""
            await until(lambda: "The disk is full" not in texts(seen.window))

    qt_loop.run_until_complete(story())


def test_a_disk_too_full_for_the_records_loses_nothing(qt_loop, memory, small_disk, weights_folder):  # noqa: F811
    """Somebody else fills the disk to the last byte, then the worker dies: not even that can be written down."""
    folder, fault = small_disk
    if fault != "fill":
        pytest.skip("file systems can't be mounted here")

    async def story() -> None:
        async with desk(folder / "ws", weights_folder, memory, "hang", keeps_free_bytes=0) as seen:
            pid = await seen.worker()
            ballast = folder / "of somebody else"
            with suppress(OSError), ballast.open("wb", buffering=0) as stream:
                while True:
                    stream.write(bytes(4096))
            seen.mend()
            os.kill(pid, signal.SIGKILL)
            await until(lambda: seen.project.queue().hold == "disk", WORK_SECONDS)
            assert seen.run.state == "started"
            await seen.sees("The disk is full")
            ballast.unlink()
            await until(lambda: seen.run.state == "analysis_complete", WORK_SECONDS)
            assert seen.project.queue().hold == ""

    qt_loop.run_until_complete(story())


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="needs /proc to see what is left")
def test_what_a_killed_program_left_goes_on_in_the_window(
    qt_loop,  # noqa: F811
    memory,  # noqa: F811
    tmp_path,
    short_talk,
    weights_folder,
    monkeypatch,
):
    monkeypatch.setattr(workspace, "_REGISTRY", "core.stages")
    place = Workplace(tmp_path, short_talk, weights_folder)
    assert place.live(Kill(40, 0.0, "group", counts_turns=True)).code is None
    before = place.published()

    async def story() -> None:
        async with desk(place.workspace, weights_folder, memory, "") as seen:
            await until(lambda: seen.run.state == "fully_generated", WORK_SECONDS)
            await seen.sees_in_details("Done")

    qt_loop.run_until_complete(story())
    assert len(place.delivered()) == 6
    assert not [name for name in place.delivered() if "(2)" in name]
    assert_kept(place, before)
    assert_tidy(place)
