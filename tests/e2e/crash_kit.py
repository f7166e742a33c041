"""A program that is killed with SIGKILL and started again, and what must hold when it is through in the end.

The moment of a kill is a line of what the program prints with `--json` and a delay behind it, never a wall-clock
time alone: every stage, publishing and delivering are hit alike on a slow and on a fast machine.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Literal

ROOT = Path(__file__).resolve().parents[2]
# Captions of its own, one aspect and two short clips: every stage runs, and none of them for long.
OPTIONS = ("--top", "2", "--min", "2", "--max", "4", "--aspects", "1:1")
# Workers look after their parent; nothing they do holds them back for this long, on a busy machine either.
ORPHAN_SECONDS = 60.0
UNFINISHED_NAMES = (".part", ".partial", ".tmp", ".progress")


# `frozen` kills the main process after its workers were halted: they outlive it until they are thawed.
# `worker` kills one of them and leaves the program running; `nap` halts all of it for a moment.
Victim = Literal["main", "group", "frozen", "worker", "nap"]


@dataclass(frozen=True)
class Kill:
    """Who and when: after so many lines and seconds.

    With `counts_turns` only lines count that tell of a row that changed. Where it is said `when`, lines are not
    counted: the first event it is true of is the moment.
    """

    after_lines: int
    delay: float
    victim: Victim = "main"
    counts_turns: bool = False
    when: Callable[[dict[str, Any]], bool] | None = None

    def is_due(self, line: str, counted: int) -> bool:
        """Whether its moment is behind a line, which is the so many-th that counts."""
        return self.when(json.loads(line)) if self.when is not None else counted == self.after_lines


@dataclass
class Lived:
    """How one life of the program ended. `code` is None where it was killed."""

    code: int | None
    lines: list[str] = field(default_factory=list)
    errors: str = ""
    start_seconds: float = 0.0

    @property
    def last_event(self) -> dict[str, Any]:
        """What was told last; empty where nothing was."""
        return json.loads(self.lines[-1]) if self.lines else {}

    @property
    def where(self) -> str:
        """Where it was, in a few words."""
        event = self.last_event
        return " ".join(str(event[key]) for key in ("event", "stage", "state") if event.get(key)) or "starting"


@dataclass
class Published:
    """What was published at a moment: each artifact's identity on disk, and how often its job had been started."""

    identities: dict[str, tuple[int, int]] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)


class Workplace:
    """A workspace, an out folder, a home and a folder for temporary files, all of them the program's alone.

    `settings` are the user's, `environment` goes over the test's own.
    """

    def __init__(
        self,
        folder: Path,
        video: Path,
        weights: Path,
        settings: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.workspace, self.out = folder / "workspace", folder / "out"
        self.home, self.temporary = folder / "home", folder / "tmp"
        self._errors = folder / "errors.txt"
        self._video = video
        self._frozen = 0
        for made in (self.home, self.temporary):
            made.mkdir(parents=True)
        self.running: subprocess.Popen[str] | None = None
        (self.home / "settings.json").write_text(json.dumps({"may_download": False, **(settings or {})}))
        self._environment = {
            **os.environ,
            "HOME": str(self.home),
            "SHORTLIST_HOME": str(self.home),
            "SHORTLIST_WEIGHTS": str(weights),
            "TMPDIR": str(self.temporary),
            "QT_QPA_PLATFORM": "offscreen",
            **(environment or {}),
        }

    def live(self, kill: Kill | None = None, arguments: Sequence[str] = ()) -> Lived:
        """Start the program, and kill it if it is not through before its moment comes.

        Without arguments it runs the video, or goes on with its run where there is one.
        """
        lived = Lived(None)
        started = time.monotonic()
        counted = 0
        with self._errors.open("w") as errors, self._process(arguments or self._next(), errors) as process:
            assert process.stdout is not None
            is_at_once = kill is not None and kill.when is None and kill.after_lines == 0
            is_killed = kill is not None and is_at_once and _strike(process, kill)
            for line in process.stdout:
                if not line.endswith("\n"):
                    break
                lived.start_seconds = lived.start_seconds or time.monotonic() - started
                lived.lines.append(line)
                if kill is not None and (is_turn(line) or not kill.counts_turns):
                    counted += 1
                    is_killed = is_killed or (kill.is_due(line, counted) and _strike(process, kill))
                if is_killed:
                    break
            code = process.wait()
            if is_killed and kill is not None and kill.victim == "frozen":
                self._frozen = process.pid
            else:
                wait_until_gone(process.pid)
        # Others may have struck as well: `strike`.
        lived.code = None if is_killed or code == -signal.SIGKILL else code
        lived.errors = self._errors.read_text()
        return lived

    def _next(self) -> Sequence[str]:
        has_run = (self.workspace / "workspace.sqlite").is_file() and self.rows("select id from runs")
        return ("resume",) if has_run else ("run", str(self._video), "--out", str(self.out), *OPTIONS)

    @contextmanager
    def _process(self, arguments: Sequence[str], errors: IO[str]) -> Iterator[subprocess.Popen[str]]:
        process = subprocess.Popen(
            [sys.executable, "main.py", *arguments, "--workspace", str(self.workspace), "--json"],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            start_new_session=True,
        )
        self.running = process
        try:
            yield process
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            process.wait()
            if process.stdout is not None:
                process.stdout.close()

    def strike(self) -> None:
        """Kill the program and its workers now, from whichever thread."""
        assert self.running is not None
        with suppress(ProcessLookupError):
            os.killpg(self.running.pid, signal.SIGKILL)

    def thaw(self) -> None:
        """Let frozen workers go on, and wait until they have noticed that nobody needs them."""
        with suppress(ProcessLookupError):
            os.killpg(self._frozen, signal.SIGCONT)
        wait_until_gone(self._frozen)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """Read the database from a copy: looking at it must not mend what the crash left."""
        copy = self.temporary.parent / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for file in self.workspace.glob("workspace.sqlite*"):
            shutil.copy(file, copy)
        connection = sqlite3.connect(copy / "workspace.sqlite")
        try:
            return connection.execute(sql).fetchall()
        except sqlite3.OperationalError as error:
            # Killed before the first migration was through.
            assert "no such table" in str(error)
            return []
        finally:
            connection.close()

    def published(self) -> Published:
        """Return what is published now."""
        found = Published()
        for record in sorted(self.workspace.glob("artifacts/[!.]*/*/artifact.json")):
            state = record.stat()
            found.identities[record.relative_to(self.workspace).as_posix()] = (state.st_ino, state.st_mtime_ns)
        for job_id, stage, fingerprint, starts in self.rows("select id, stage, fingerprint, attempts from jobs"):
            if f"artifacts/{stage}/{fingerprint}/artifact.json" in found.identities:
                found.starts[job_id] = starts
        return found

    def delivered(self, folder: str = "") -> dict[str, str]:
        """Return the names in the out folder, or in one in it, with the hash of each file's content."""
        place = self.out / folder
        files = place.iterdir() if place.is_dir() else ()
        return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _strike(process: subprocess.Popen[str], kill: Kill) -> bool:
    """Do it; return whether that was the end of the program."""
    time.sleep(kill.delay)
    if process.poll() is not None:
        return False
    workers = [pid for pid in processes_of(process.pid) if _is_worker(pid)]
    with suppress(ProcessLookupError):
        match kill.victim:
            case "group":
                os.killpg(process.pid, signal.SIGKILL)
            case "frozen":
                for worker in workers:
                    os.kill(worker, signal.SIGSTOP)
                process.send_signal(signal.SIGKILL)
            case "main":
                process.send_signal(signal.SIGKILL)
            case "worker":
                for worker in workers[:1]:
                    os.kill(worker, signal.SIGKILL)
            case "nap":
                os.killpg(process.pid, signal.SIGSTOP)
                time.sleep(0.5)
                os.killpg(process.pid, signal.SIGCONT)
    return kill.victim in ("main", "group", "frozen")


def is_turn(line: str) -> bool:
    """Whether a line tells of a change in the records, not just of progress."""
    event = json.loads(line)
    return event["event"] in ("run", "job") or (event["event"] == "output" and event["fraction"] in (0.0, 1.0))


def wait_until_gone(group: int) -> None:
    """Wait until no process of a group is left."""
    end = time.monotonic() + ORPHAN_SECONDS
    while left := processes_of(group):
        assert time.monotonic() < end, f"workers outlived the program: {left}"
        time.sleep(0.02)


def processes_of(group: int) -> list[int]:
    """Return the processes of a group that have not ended."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError):
            if entry.name.isdigit():
                state, _, process_group = (entry / "stat").read_text().rpartition(")")[2].split()[:3]
                if process_group == str(group) and state not in "ZX":
                    found.append(int(entry.name))
    return found


def _is_worker(pid: int) -> bool:
    with suppress(OSError):
        return b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def assert_tidy(place: Workplace) -> None:
    """Check that nothing unfinished lies anywhere, and that the database is sound."""
    assert list(place.temporary.iterdir()) == []
    assert list((place.workspace / "artifacts" / ".work").iterdir()) == []
    for folder in (place.workspace, place.home, place.out):
        assert not [file for file in folder.rglob("*") if any(mark in file.name for mark in UNFINISHED_NAMES)]
    assert place.rows("pragma integrity_check") == [("ok",)]
    assert place.rows("pragma foreign_key_check") == []
    assert place.rows("select id from jobs where state = 'in_progress'") == []
    assert place.rows("select id from outputs where state = 'rendering'") == []
    assert place.rows("select id from attempts where state = 'running'") == []


def assert_whole(place: Workplace, reference: Workplace) -> None:
    """Check everything that must hold when the run is through, however often it was killed on the way."""
    assert place.delivered() == reference.delivered()
    assert_tidy(place)
    assert _names(place.workspace / "artifacts") == _names(reference.workspace / "artifacts")
    assert place.rows("select state, is_paused from runs") == [("fully_generated", 0)]
    assert set(place.rows("select state from jobs")) == {("completed",)}
    assert place.rows("select stage, fingerprint from jobs order by 1, 2") == reference.rows(
        "select stage, fingerprint from jobs order by 1, 2"
    )
    assert {state for (state,) in place.rows("select state from outputs")} == {"rendered"}
    recorded = [Path(f).name for (files,) in place.rows("select files from outputs") for f in json.loads(files)]
    assert sorted(recorded) == sorted(place.delivered())
    assert len(place.rows("select * from deliveries")) == len(reference.rows("select * from deliveries"))
    assert place.rows("select message from log where level = 'error'") == []
    index = json.loads(next(place.workspace.glob("runs/*/compositions.json")).read_text())
    assert len(index) == len(place.rows("select * from outputs"))
    assert all((place.workspace / entry["composition"] / "artifact.json").is_file() for entry in index)


def assert_kept(place: Workplace, before: Published) -> None:
    """Check that what was published has been neither written nor started again."""
    now = place.published()
    for path, identity in before.identities.items():
        assert now.identities.get(path) == identity, f"{path} was made again"
    for job_id, starts in before.starts.items():
        assert now.starts[job_id] == starts, f"{job_id} was started again"


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}
