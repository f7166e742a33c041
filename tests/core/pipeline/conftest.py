"""A toy product of three stages that runs in real worker processes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.pipeline.artifact import ArtifactStore
from core.pipeline.graph import Graph
from core.pipeline.pool import ProcessExecutor
from core.pipeline.purse import Purse
from core.pipeline.queue import Queue
from core.pipeline.records.store import Store
from core.pipeline.runner import Runner, Setting
from core.schema.run import RunOptions
from core.schema.source import Source

TOY = '''
"""Stages whose behaviour is steered by the text of their root."""
import errno, os, signal, time
from pathlib import Path
from core.errors import MediaError, ProviderError
from core.pipeline.stage import Stage
from core.schema.choice import Choice, Cost
from core.schema.record import Record

class Given(Record):
    text: str
    folder: str

class Spec(Record):
    text: str

class First(Record):
    text: str

class Last(Record):
    text: str
    together: int

def count(folder, what):
    with open(Path(folder) / "calls.txt", "a") as handle:
        handle.write(what + chr(10))

def first(context, given: Given) -> First:
    count(given.folder, "first " + given.text)
    if given.text == "bad":
        raise MediaError("It is broken.", "x.mp4", remedy="Try another.")
    if given.text == "bug":
        class Hostile(Exception):
            def __init__(self, a, b):
                self.a = lambda: a
        raise Hostile(1, 2)
    if given.text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if given.text == "die once":
        mark = Path(given.folder) / "died"
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    if given.text == "die at each part":
        done = sum(context.parts.get(f"part-{number}") is not None for number in range(4))
        if done < 4:
            context.parts.put(f"part-{done}", b"done")
            os.kill(os.getpid(), signal.SIGKILL)
    if given.text.startswith("busy"):
        times = sum("busy" in line for line in (Path(given.folder) / "calls.txt").read_text().splitlines())
        if given.text == "busy" or times <= 2:
            raise ProviderError("The endpoint is busy.", remedy="Try later.", is_passing=True)
    if given.text == "locked" and not (Path(given.folder) / "unlocked").exists():
        (Path(given.folder) / "unlocked").touch()
        raise PermissionError(errno.EBUSY, "busy", "x.mp4")
    if given.text == "full" and not (Path(given.folder) / "space").exists():
        raise OSError(errno.ENOSPC, "No space left on device", "x.wav")
    if given.text.startswith("slowly"):
        time.sleep(0.6)
    if given.text == "silent":
        time.sleep(60)
    if given.text == "slow":
        (Path(given.folder) / "pid").write_text(str(os.getpid()))
        for index in range(600):
            context.progress(index / 600, "slowly")
            time.sleep(0.05)
    context.note(Choice(subject="way", chosen="short", reason="it was there", degraded=True))
    context.spend(Cost(provider="toy", model="m", usd=0.25))
    (context.folder / "beside.txt").write_text(given.text)
    return First(text=given.text.upper())
first.__annotations__["given"] = Given

def last(context, made: First, spec: Spec) -> Last:
    return last_together([context], [(made, spec)])[0]

def last_together(contexts, arguments):
    for made, spec in arguments:
        if spec.text == "9:16 bad":
            raise MediaError("This one can't be.")
        if spec.text == "9:16 die":
            os.kill(os.getpid(), signal.SIGKILL)
    return [Last(text=made.text + spec.text, together=len(contexts)) for made, spec in arguments]

STAGES = (
    Stage("first", "ingest", "source", "io", 1, first),
    Stage("last", "render", "delivery", "encode", 1, last, batch=last_together),
)
ROOTS = {Given: "source", Spec: "delivery"}
'''


class Toy:
    """A runner over the toy stages. `text` steers them, `specs` give each aspect's text."""

    def __init__(self, folder: Path) -> None:
        import importlib

        (folder / "toy_stages.py").write_text(TOY)
        sys.path.insert(0, str(folder))
        sys.modules.pop("toy_stages", None)
        self.module = importlib.import_module("toy_stages")
        self.folder = folder
        self.text = "good"
        self.specs: dict[str, str] = {}
        self.store = Store(folder / "db.sqlite")
        self.artifacts = ArtifactStore(folder / "artifacts")
        self.artifacts.sweep()
        self.widths = {"io": 1, "speech": 1, "vision": 1, "llm": 1, "encode": 1}
        self.executor = ProcessExecutor(self.widths)
        setting = Setting("toy_stages", folder, folder, {})
        graph = Graph(self.module.STAGES, self.module.ROOTS)
        self.queue = Queue(self.widths)
        self.purse = Purse(self.store, folder)
        self.runner = Runner(
            graph,
            self.store,
            self.artifacts,
            self.executor,
            self.queue,
            setting,
            self.purse,
            self.roots,
            lambda *_: None,
        )
        source: Source = self.store.add_source(folder / "x.mp4", "print", 1)
        self.source_id = source.id

    def run(self) -> str:
        """Return a new run's id."""
        return self.store.add_run(self.source_id, RunOptions(), "clean@1").id

    def roots(self, run_id, clip_id, aspect, preset):  # type: ignore[no-untyped-def]
        """Give the toy's roots."""
        given = self.module.Given(text=self.text, folder=str(self.folder))
        return {self.module.Given: given, self.module.Spec: self.module.Spec(text=self.specs.get(aspect, aspect))}

    async def ensure(self, run_id, nodes, priority=10):  # type: ignore[no-untyped-def]
        """Make nodes of a run as they are now."""
        await self.runner.ensure(self.runner.snapshot(run_id, nodes), priority)

    def print_of(self, run_id, node):  # type: ignore[no-untyped-def]
        """Return a node's fingerprint as it is now."""
        return self.runner.snapshot(run_id, [node]).prints[node]

    def load(self, run_id, node):  # type: ignore[no-untyped-def]
        """Return what a node made."""
        return asyncio.run(self.runner.load(self.runner.snapshot(run_id, [node]), node))

    def calls(self) -> list[str]:
        """Return what the stages were called with."""
        file = self.folder / "calls.txt"
        return file.read_text().splitlines() if file.exists() else []

    def close(self) -> None:
        """Stop workers and let everything go."""
        self.executor.close()
        self.store.close()
        sys.path.remove(str(self.folder))


@pytest.fixture
def toy(tmp_path: Path) -> Iterator[Toy]:
    """Return a toy product, closed afterwards."""
    made = Toy(tmp_path)
    yield made
    made.close()


@pytest.fixture
def run_async():  # type: ignore[no-untyped-def]
    """Return a function that runs a coroutine to its end."""
    return asyncio.run
