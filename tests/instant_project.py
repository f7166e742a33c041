"""A real project over instant stages, and an executor without processes: for tests of many or strange runs."""

from __future__ import annotations

import asyncio
import os
import tempfile
import wave
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from core import workspace
from core.pipeline.pool import Executor
from core.pipeline.stage import Lane
from core.pipeline.worker import Outcome, Task, execute
from core.project import Configuration, Project
from tests import instant_stages

REGISTRY = "tests.instant_stages"


class ThreadExecutor:
    """Runs tasks in threads. A task that is stopped is given up at once; its thread ends when it does."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(4)
        self._temporary = os.environ.get("TMPDIR")

    def submit(self, lane: Lane, task: Task) -> Future[tuple[Outcome, ...]]:
        """Start a task; a stage that would kill its worker breaks it instead."""
        return self._threads.submit(_execute, task)

    def set_width(self, lane: Lane, width: int) -> None:
        """Threads are cheap."""

    def close(self) -> None:
        """Wait for what runs. A worker keeps temporary files in its work folder; this process does not.

        Tasks that ended at once in several threads leave the folder of any of them behind.
        """
        self._threads.shutdown(wait=True, cancel_futures=True)
        tempfile.tempdir = None
        os.environ.pop("TMPDIR", None)
        if self._temporary is not None:
            os.environ["TMPDIR"] = self._temporary


def _execute(task: Task) -> tuple[Outcome, ...]:
    try:
        return execute(task)
    except instant_stages.Died:
        raise BrokenExecutor from None


def use_instant_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every project work with instant stages from now on."""
    monkeypatch.setattr(workspace, "STAGES", instant_stages.STAGES)
    monkeypatch.setattr(workspace, "ROOTS", instant_stages.ROOTS)
    monkeypatch.setattr(workspace, "_REGISTRY", REGISTRY)


async def open_instant(folder: Path, executor: Executor | None = None) -> Project:
    """Open a workspace that downloads nothing."""
    configuration = Configuration(weights_folder=folder.parent / "weights", may_download=False, keeps_free_bytes=0)
    return await Project.open(folder, configuration, executor)


def write_sound(file: Path, number: int) -> Path:
    """Write a second and a half of sound that is like no other number's."""
    with wave.open(str(file), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(number.to_bytes(4, "little") * 6000)
    return file


async def at_rest(project: Project) -> None:
    """Wait until nothing more happens in any run."""
    await asyncio.gather(*(project.wait(run.id) for run in project.runs()))
