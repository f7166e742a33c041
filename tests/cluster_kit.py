"""A real Dask cluster on this machine: a scheduler and workers, started with Dask's own commands and reaped."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.ports import kept_port

ROOT = Path(__file__).resolve().parents[1]


def wait_until(is_so: Callable[[], object], what: str, seconds: float = 120.0) -> None:
    """Wait until something is so; a test that waits in vain fails."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, f"{what}: still not so after {seconds} s"
        time.sleep(0.02)


class Cluster:
    """A scheduler and the workers that are added to it. `modules` is a folder of modules that they can import."""

    def __init__(self, folder: Path, modules: Path | None = None) -> None:
        self._folder = folder
        self._started: list[subprocess.Popen[bytes]] = []
        self._environment = {**os.environ, "DASK_TEMPORARY_DIRECTORY": str(folder)}
        if modules is not None:
            self._environment["PYTHONPATH"] = str(modules)
        folder.mkdir(parents=True, exist_ok=True)
        # A scheduler that is started again is looked for where the one before was.
        self._keeping = contextlib.ExitStack()
        self._port = self._keeping.enter_context(kept_port())
        self.scheduler, self.address = self.start_scheduler()

    def start_scheduler(self) -> tuple[subprocess.Popen[bytes], str]:
        """Start the scheduler, always on the same port, and return it with its address."""
        file = self._folder / "scheduler.json"
        file.unlink(missing_ok=True)
        where = ("--host", "127.0.0.1", "--port", self._port, "--dashboard-address", "127.0.0.1:0")
        process = self._start("scheduler", *where, "--scheduler-file", file)
        wait_until(lambda: process.poll() is not None or _address(file), "the scheduler's file")
        return process, _address(file)

    def add_worker(self, *options: object, **environment: str) -> subprocess.Popen[bytes]:
        """Start a worker with one thread, without the nanny unless `options` say otherwise."""
        nanny = () if "--nanny" in options else ("--no-nanny",)
        common = ("--nthreads", 1, "--no-dashboard", "--host", "127.0.0.1")
        return self._start("worker", self.address, *common, *nanny, *options, **environment)

    def said(self, process: subprocess.Popen[bytes]) -> str:
        """Return what a process printed so far."""
        return self._log(self._started.index(process)).read_text(errors="replace")

    def close(self) -> None:
        """Kill all that was started, and their children."""
        for process in self._started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self._keeping.close()

    def _start(self, *arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        log = self._log(len(self._started))
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *map(str, arguments)],
                cwd=ROOT,
                env=self._environment | environment,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started.append(process)
        return process

    def _log(self, number: int) -> Path:
        return self._folder / f"{number}.log"


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a process and nothing else of it; its children see to themselves."""
    process.kill()
    process.wait()


def is_running(pid: int) -> bool:
    """Whether a process is there and is no zombie."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _address(file: Path) -> str:
    try:
        return str(json.loads(file.read_text())["address"])
    except (OSError, ValueError):
        return ""
