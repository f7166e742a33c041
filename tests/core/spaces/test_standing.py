"""What is wrong with a workspace is said with what to do, before anything of it is opened or changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.pipeline.records.lock import WorkspaceLock
from core.project import Configuration, Project
from core.schema.workspace import WorkspaceStanding
from core.spaces.anatomy import DATABASE, HALF, MOVED
from core.spaces.standing import standing_of
from tests.core.spaces.kit import work
from tests.instant_project import use_instant_stages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use_instant_stages(monkeypatch)
    work(tmp_path / "Müller & Söhne", "Müller")
    return tmp_path / "Müller & Söhne"


def everything(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*"))}


def write(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(sql)
    connection.close()


def newer(folder: Path) -> None:
    write(
        folder / DATABASE,
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('shortlist', 'of_tomorrow', '2031')",
    )


def garbage(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"no database at all " * 400)


def cut(folder: Path) -> None:
    with (folder / DATABASE).open("rb+") as file:
        file.truncate(5000)


def without_database(folder: Path) -> None:
    (folder / DATABASE).rename(folder.parent / "away")


def half(folder: Path) -> None:
    (folder / HALF).write_text("")


def moved(folder: Path) -> None:
    (folder / MOVED).write_text("/elsewhere/Client")


CASES: list[tuple[Callable[[Path], None], str, str]] = [
    (newer, "newer", "Update Shortlist"),
    (garbage, "damaged", "newest backup"),
    (without_database, "damaged", "newest backup"),
    (half, "half", "unfinished copy"),
    (moved, "moved", "/elsewhere/Client"),
]


@pytest.mark.parametrize(("spoil", "kind", "words"), CASES, ids=[case[0].__name__ for case in CASES])
def test_what_is_wrong_is_told_and_nothing_is_changed(
    folder: Path, spoil: Callable[[Path], None], kind: str, words: str
) -> None:
    spoil(folder)
    before = everything(folder)
    standing = standing_of(folder)
    assert standing.kind == kind and words in f"{standing.reason} {standing.remedy}", standing
    assert not standing.can_work and not standing.can_look
    assert everything(folder) == before
    with pytest.raises(WorkspaceError) as refused:
        Project.look(folder, Configuration(weights_folder=folder.parent))
    assert str(folder) in str(refused.value)


def test_a_sound_one_is_ready_and_nothing_is_written(folder: Path) -> None:
    before = everything(folder)
    assert standing_of(folder) == WorkspaceStanding(kind="ready")
    assert everything(folder) == before


def test_places_without_one(tmp_path: Path) -> None:
    assert standing_of(tmp_path / "no" / "such").kind == "missing"
    assert str(tmp_path) in standing_of(tmp_path / "no" / "such").remedy
    (tmp_path / "file").write_text("")
    assert standing_of(tmp_path / "file").kind == "missing"
    (tmp_path / "folder").mkdir()
    assert standing_of(tmp_path / "folder").kind == "empty" and standing_of(tmp_path / "folder").can_work


def test_a_database_that_was_copied_half_is_found_when_it_is_opened(folder: Path) -> None:
    cut(folder)
    standing = standing_of(folder)
    assert standing.kind == "damaged", standing


def test_who_has_it_is_told_and_a_dead_holder_has_nothing(folder: Path) -> None:
    lock = WorkspaceLock(folder, "the window")
    lock.acquire()
    try:
        standing = standing_of(folder)
        assert standing.kind == "open" and "the window, process" in standing.reason and standing.can_look
    finally:
        lock.release()
    script = (
        "import os, sys; from pathlib import Path; from core.pipeline.records.lock import WorkspaceLock;"
        "WorkspaceLock(Path(sys.argv[1]), 'main.py run').acquire(); os._exit(9)"
    )
    root = Path(__file__).resolve().parents[3]
    died = subprocess.run([sys.executable, "-c", script, str(folder)], cwd=root, timeout=60)
    assert died.returncode == 9 and (folder / "workspace.holder").exists()
    assert standing_of(folder).kind == "ready"


def test_one_that_can_not_be_written_can_be_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write everywhere: what the system answers to others is given here.
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    standing = standing_of(folder)
    assert standing.kind == "read_only" and standing.can_look and not standing.can_work
    project = Project.look(folder, Configuration(weights_folder=folder.parent))
    assert len(project.runs()) == 1
    project._store.close()


def test_a_full_disk_is_told(folder: Path, small_disk: Path) -> None:
    shutil.copytree(folder, small_disk / "client")
    with (small_disk / "filler").open("wb") as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(b"0" * 65536)
            file.flush()
    standing = standing_of(small_disk / "client")
    assert standing.kind == "full" and "full" in standing.reason and standing.can_look
