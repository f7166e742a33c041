"""Kills the program at lines all over the opening of a workspace, and opens it again.

Run by `test_recovery.py` in a process of its own: `python killed_opening.py FOLDER SEED KILLS`. The workspace is
one that an older program was killed in: its database is to be backed up and migrated, its records recovered,
unfinished files removed. Prints how often it was killed.
"""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
import sys
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import driver, workspace
from core.pipeline.records.migrations import migrations
from core.project import Configuration, Project
from core.schema.run import RunOptions
from core.schema.source import Source
from tests.kill_points import killed_at, lines_of

JOB = "r:transcribe"


def old_workspace(folder: Path) -> None:
    """Make a workspace of the first version, as a killed program leaves it."""
    (folder / "artifacts" / ".work" / "transcribe-1").mkdir(parents=True)
    (folder / "artifacts" / ".work" / "transcribe-1.progress").write_text("{}")
    for name in ("thumbnails/print/1.000-180.part.jpg", "transcripts/ab.vtt.part", "cache/llm/ab.part"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("half")
    connection = sqlite3.connect(folder / "workspace.sqlite")
    connection.execute("pragma journal_mode = wal")
    migrations.apply(connection, stop_before=migrations.names[1])
    source = Source(id="s", path=folder / "x.mp4", name="x", fingerprint="print", size_bytes=1)
    with connection:
        connection.execute("insert into sources values ('s', 'print', ?, 0)", [source.model_dump_json()])
        connection.execute(
            "insert into runs (id, source_id, state, options, created_at)"
            " values ('r', 's', 'analysis_complete', ?, 0)",
            [RunOptions().model_dump_json()],
        )
        connection.execute(
            "insert into jobs (id, run_id, stage, state) values (?, 'r', 'transcribe', 'in_progress')", [JOB]
        )
        connection.execute(
            "insert into outputs (id, run_id, clip_id, aspect, state, folder)"
            " values ('c:1:1', 'r', 'c', '1:1', 'rendering', ?)",
            [str(folder / "out")],
        )
    connection.close()


async def open_and_close(folder: Path) -> None:
    """Open a workspace as every start does."""
    await (await Project.open(folder, Configuration(weights_folder=folder))).close()


def check(folder: Path) -> None:
    """Look at a workspace that was opened in the end."""
    connection = sqlite3.connect(folder / "workspace.sqlite")
    rows = connection.execute(
        "select (select state from runs), (select state from jobs), (select state from outputs)"
    )
    assert rows.fetchall() == [("analysis_complete", "pending", "pending")]
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert not connection.execute("pragma foreign_key_check").fetchall()
    assert not migrations.pending(connection)
    connection.close()
    assert not list((folder / "artifacts" / ".work").iterdir())
    left = [file.name for file in folder.rglob("*") if ".part" in file.name or ".tmp" in file.name]
    assert not left, left


def modules() -> list[ModuleType]:
    """Return the modules whose lines count."""
    ours = [module for name, module in sys.modules.items() if name.startswith(("core.pipeline.", "core.export."))]
    return [workspace, driver, *ours]


def main(folder: Path, seed: int, kills: int) -> int:
    """Return how often opening was killed."""
    # What is done once a process (the types of the stages are read) is over before lines are counted.
    asyncio.run(open_and_close(folder / "first"))
    old_workspace(folder / "count")
    count = lines_of(lambda: asyncio.run(open_and_close(folder / "count")), modules())
    check(folder / "count")
    # How often threads are waited for differs by a few lines from time to time, so the last lines are left out.
    for number in sorted(random.Random(seed).sample(range(int(count * 0.95)), kills)):
        place = folder / str(number)
        old_workspace(place)
        assert killed_at(number, lambda at=place: asyncio.run(open_and_close(at)), modules()), number
        asyncio.run(open_and_close(place))
        check(place)
        shutil.rmtree(place)
    return kills


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
