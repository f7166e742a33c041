"""Hands files to a real worker, one by one, and watches what becomes of it: its answer, its memory, its life."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import psutil

from core import errors
from core.pipeline.artifact import load_record
from core.pipeline.pool import ProcessExecutor
from core.pipeline.stage import LANES
from core.pipeline.worker import Failure, Input, Item, Task
from tests.soak.trying_stages import Given, Tried

LOOK_SECONDS = 0.05
# What one input may take; on a busy machine a healthy one takes a second.
LIMIT_SECONDS = 90.0
LIMIT_BYTES = 2_500_000_000
USER_ERRORS = {
    name for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.UserWorldError) and kind is not errors.UserWorldError
}  # fmt: skip


@dataclass
class Attempt:
    """What became of one file. `ending` is rendered, declined, fault (an error of ours), crash, hang or memory."""

    name: str
    ending: str
    said: str = ""
    seconds: float = 0.0
    peak_bytes: int = 0
    rss_bytes: int = 0
    worker: int = 0
    made: Tried | None = None


@dataclass
class Worker:
    """A real worker process behind the real pool, and a place for what it makes."""

    executor: ProcessExecutor
    folder: Path
    attempts: list[Attempt] = field(default_factory=list)

    def attempt(self, path: Path) -> Attempt:
        """Let the worker try a file, and watch it. A worker that is lost is replaced by the next attempt."""
        place = self.folder / "place"
        shutil.rmtree(place, ignore_errors=True)
        item = Item("job", self.folder / "work", place, (Input(json=Given(path=path).to_json()),))
        task = Task("tests.soak.trying_stages", "try", "source", (item,), None, self.folder, self.folder)
        attempt = Attempt(path.name, "hang")
        started = time.monotonic()
        future = self.executor.submit("encode", task)
        while not future.done() and time.monotonic() - started < LIMIT_SECONDS:
            attempt.peak_bytes = max(attempt.peak_bytes, self._rss())
            if attempt.peak_bytes > LIMIT_BYTES:
                attempt.ending = "memory"
                break
            with suppress(TimeoutError):
                future.exception(LOOK_SECONDS)
        attempt.seconds = time.monotonic() - started
        if not future.done():
            future.cancel()
        else:
            self._read(future, attempt, place)
        attempt.rss_bytes = self._rss()
        self.attempts.append(attempt)
        return attempt

    def _read(self, future, attempt: Attempt, place: Path) -> None:
        error = future.exception()
        if error is not None:
            attempt.ending = "crash"
            assert isinstance(error, OSError | BrokenExecutor | RuntimeError), repr(error)
            attempt.said = f"{type(error).__name__}: {error}"
            return
        (outcome,) = future.result()
        attempt.worker = int(outcome.worker)
        if outcome.failure is None:
            attempt.ending = "rendered"
            attempt.made = load_record(Tried, place)
        else:
            attempt.ending = "declined" if is_told_well(outcome.failure) else "fault"
            attempt.said = f"{outcome.failure.kind}: {outcome.failure.reason}"
            if attempt.ending == "fault":
                attempt.said += "\n" + outcome.failure.details

    def _rss(self) -> int:
        """Return what the pool's workers occupy."""
        total = 0
        for child in psutil.Process().children():
            with suppress(psutil.Error):
                if "spawn_main" in " ".join(child.cmdline()):
                    total += child.memory_info().rss
        return total

    def summary(self) -> str:
        """Return how the attempts ended, and why those were declined that were."""
        endings = Counter(attempt.ending for attempt in self.attempts)
        reasons = Counter(
            re.sub(r"[\d.,]+", "#", attempt.said) for attempt in self.attempts if attempt.ending == "declined"
        )
        lines = [f"{len(self.attempts)} inputs: {json.dumps(endings)}"]
        lines += [f"  {count:5d}  {reason}" for reason, count in reasons.most_common()]
        slowest = max(self.attempts, key=lambda attempt: attempt.seconds)
        largest = max(self.attempts, key=lambda attempt: attempt.peak_bytes)
        lines.append(f"  slowest {slowest.seconds:.1f} s ({slowest.name})")
        lines.append(f"  largest {largest.peak_bytes / 1e6:.0f} MB ({largest.name})")
        lines.append(f"  memory after each, by fifths: {[round(part / 1e6) for part in self.memory()]} MB")
        return "\n".join(lines)

    def memory(self, parts: int = 5) -> list[float]:
        """Return the median memory after an input, of each fifth of the inputs, in bytes."""
        taken = [attempt.rss_bytes for attempt in self.attempts if attempt.rss_bytes]
        size = max(1, len(taken) // parts)
        return [median(taken[start : start + size]) for start in range(0, size * parts, size) if taken[start:]]

    def faults(self) -> list[str]:
        """Return what we did wrong."""
        wrong = [attempt for attempt in self.attempts if attempt.ending not in ("rendered", "declined")]
        return [f"{attempt.ending}: {attempt.name} {attempt.said}" for attempt in wrong]


def is_told_well(failure: Failure) -> bool:
    """Whether a failure is the user's world, told as such: no error of ours, and none of FFmpeg's own."""
    return failure.kind in USER_ERRORS and bool(failure.reason) and not failure.is_our_bug


@contextmanager
def worker(folder: Path) -> Iterator[Worker]:
    """Give a worker, ended on leaving."""
    executor = ProcessExecutor(dict.fromkeys(LANES, 1))
    try:
        yield Worker(executor, folder)
    finally:
        executor.close()
