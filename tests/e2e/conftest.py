"""The product driven from outside: one run of the bundled sample, shared by the tests that look at it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import IO, Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_OPTIONS = ("--top", 2, "--min", 3, "--max", 5)


@dataclass
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """Every JSON event on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def summary(self) -> dict[str, Any]:
        """The last event, which must be the summary."""
        last = self.events[-1]
        assert last["event"] == "summary"
        return last


class Program:
    """`main.py` with a home of its own."""

    def __init__(self, home: Path, weights: Path) -> None:
        self.home = home
        self.environment = {
            **os.environ,
            "SHORTLIST_HOME": str(home),
            "SHORTLIST_WEIGHTS": str(weights),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def __call__(self, *arguments: object, timeout: float = 560) -> Ran:
        """Run a command to its end."""
        done = subprocess.run(
            [sys.executable, "main.py", *map(str, arguments)],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def here(self, *arguments: object) -> Ran:
        """Run a command that needs no worker in this process: another one would load the program first."""
        from desktop import cli

        out, err = StringIO(), StringIO()
        own = {name: self.environment[name] for name in self.environment if name.startswith("SHORTLIST_")}
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            for name, value in own.items():
                patch.setenv(name, value)
            code = cli.main([str(each) for each in arguments])
        return Ran(code, out.getvalue(), err.getvalue())

    def start(self, *arguments: object, errors_to: IO[str] | None = None) -> subprocess.Popen[str]:
        """Start a command and leave it running."""
        return subprocess.Popen(
            [sys.executable, "main.py", *map(str, arguments)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=errors_to or subprocess.DEVNULL,
            text=True,
        )


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory, weights_folder: Path) -> Program:
    """Return the program with a fresh home; downloads are off, so that a test never waits for a network."""
    home = tmp_path_factory.mktemp("home")
    (home / "settings.json").write_text('{"may_download": false}')
    return Program(home, weights_folder)


@dataclass
class SampleRun:
    """The sample, run once. Tests run more in `workspace`, in whatever order; `finished` is as the run left it."""

    program: Program
    arguments: tuple[object, ...]
    workspace: Path
    finished: Path
    out: Path
    ran: Ran


@pytest.fixture(scope="session")
def sample_run(program: Program, sample_video: Path, tmp_path_factory: pytest.TempPathFactory) -> SampleRun:
    """Return the sample's run: the two best clips, short ones, in three aspects."""
    folder = tmp_path_factory.mktemp("sample run")
    workspace, out = folder / "workspace", folder / "fertige Clips ü"
    arguments = ("run", sample_video, "--workspace", workspace, "--out", out, *SAMPLE_OPTIONS, "--json")
    ran = program(*arguments)
    assert ran.code == 0, ran.err
    finished = Path(shutil.copytree(workspace, folder / "finished"))
    return SampleRun(program, arguments, workspace, finished, out, ran)


@pytest.fixture
def analysed(sample_run: SampleRun, tmp_path: Path) -> Path:
    """Return a copy of the sample's workspace: a new run of the sample there finds its analysis done."""
    return Path(shutil.copytree(sample_run.finished, tmp_path / "ws"))


@pytest.fixture
def display() -> Iterator[str]:
    """Return the name of an X display of our own."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb and xdotool are not installed")
    size = os.environ.get("SHORTLIST_SCREEN", "1280x800")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait()
