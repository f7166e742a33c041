"""Kills the program while it notes what a user asks for, and looks whether that is remembered or was never said.

Run by `test_recovery.py` in a process of its own: `python killed_asking.py FOLDER SEED KILLS`; each of three
requests is killed so often. Prints how often it was killed in all.
"""

from __future__ import annotations

import asyncio
import random
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import editing, project, workspace
from core.pipeline.records import database, jobs, outputs, runs
from core.pipeline.records.store import Store
from core.project import Configuration, Project
from core.schema.cell import Cell
from core.schema.run import RunOptions
from tests.kill_points import killed_at, lines_of

MODULES = [project, workspace, database, jobs, outputs, runs]
CLIPS = ("c1", "c2", "c3")

Asking = Callable[[Project, str], Awaitable[object]]


def finished_run(folder: Path, state: str) -> str:
    """Make a workspace with a run that ended in a state, with some clips and one file."""
    folder.mkdir()
    store = Store(folder / "workspace.sqlite")
    source = store.add_source(folder / "x.mp4", "print", 1)
    run_id = store.add_run(source.id, RunOptions(), "clean@1").id
    made = [editing.new_clip(run_id, 0.0, 5.0, name, "clean@1").model_copy(update={"id": name}) for name in CLIPS]
    store.put_clips(run_id, made)
    (output,) = store.ask_outputs(run_id, [Cell("c0", "1:1", "fast")], folder)
    store.move_run(run_id, "analysis_complete")
    store.move_output(output.id, "rendering")
    is_failed = state == "delivery_failed"
    store.move_output(output.id, "failed" if is_failed else "rendered", "No space." if is_failed else "")
    store.move_run(run_id, state)
    store.close()
    return run_id


async def ask(folder: Path, run_id: str, asking: Asking) -> None:
    """Open the workspace and ask, of which only that may be killed; work that then begins is not waited for."""
    trace = sys.gettrace()
    sys.settrace(None)
    opened = await Project.open(folder, Configuration(weights_folder=folder))
    sys.settrace(trace)
    await asking(opened, run_id)
    sys.settrace(None)


async def taken_up(folder: Path) -> list[str]:
    """Return what goes on when the workspace is opened again."""
    opened = await Project.open(folder, Configuration(weights_folder=folder))
    try:
        return opened.go_on()
    finally:
        await opened.close()


def kill_asking(folder: Path, state: str, asking: Asking, seed: int, kills: int) -> None:
    """Kill one request so often, each time in a workspace of its own."""
    folder.mkdir()
    run_id = finished_run(folder / "count", state)
    count = lines_of(lambda: asyncio.run(ask(folder / "count", run_id, asking)), MODULES)
    for number in sorted(random.Random(seed).sample(range(count), kills)):
        place = folder / str(number)
        run_id = finished_run(place, state)
        assert killed_at(number, lambda at=place, run=run_id: asyncio.run(ask(at, run, asking)), MODULES)
        is_taken_up = asyncio.run(taken_up(place)) == [run_id]
        connection = sqlite3.connect(place / "workspace.sqlite")
        waiting = connection.execute("select count(*) from outputs where state in ('pending', 'rendering')")
        asked = waiting.fetchone()[0]
        connection.close()
        assert asked in (0, 1, len(CLIPS)), "half of what was asked for is known"
        assert is_taken_up or not asked, "what was asked for would never be made"


def main(folder: Path, seed: int, kills: int) -> int:
    """Return how often anything was killed."""
    asked: dict[str, tuple[str, Asking]] = {
        "export": ("fully_generated", lambda it, run: it.export(run, CLIPS, ("1:1",), it.folder)),
        "export again": ("delivery_failed", lambda it, run: it.export(run, CLIPS, ("1:1",), it.folder)),
        "retry": ("delivery_failed", lambda it, run: it.resume(run)),
    }
    for name, (state, asking) in asked.items():
        kill_asking(folder / name, state, asking, seed, kills)
    return kills * len(asked)


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
