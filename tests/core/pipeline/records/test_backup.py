"""Backups of the records: whole, dated, few, made when due, and put back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.errors import DiskFullError, WorkspaceError
from core.pipeline.records import backup
from core.pipeline.records.migrations import migrations
from core.pipeline.records.store import Store
from core.schema.run import RunOptions


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed database with one run; it has no backup yet."""
    place = tmp_path / "workspace.sqlite"
    store = Store(place)
    add_run(store)
    store.close()
    return place


def add_run(store: Store) -> str:
    source = store.add_source(Path("/talk.mp4"), "print", 10)
    return store.add_run(source.id, RunOptions(), "clean@1").id


def pretend_made(path: Path, name: str) -> Path:
    """Give the only backup another date."""
    (made,) = backup.backups(path)
    return made.rename(made.with_name(f"{name}-120000-000.sqlite"))


def test_one_is_made_a_day_on_opening(path):
    Store(path).close()
    (first,) = backup.backups(path)
    Store(path).close()
    assert backup.backups(path) == [first]
    old = pretend_made(path, "2020-02-29")
    assert backup.made_at(old) == 1582977600
    Store(path).close()
    newest, *others = backup.backups(path)
    assert others == [old]
    assert newest.name > old.name
    assert sorted(each.name for each in backup.folder_of(path).iterdir()) == [old.name, newest.name]


def test_the_newest_five_are_kept(path):
    folder = backup.folder_of(path)
    folder.mkdir()
    for day in range(1, 9):
        (folder / f"2020-01-0{day}-000000-000.sqlite").write_bytes(b"old")
    (folder / "notes.txt").write_text("somebody's own")
    # What a program that was killed in the middle of a backup leaves.
    (folder / "backup.part").write_bytes(b"half")
    (folder / "backup.part-journal").write_bytes(b"half")
    Store(path).close()
    names = [each.name for each in backup.backups(path)]
    assert len(names) == backup.KEPT
    assert names[1:] == [f"2020-01-0{day}-000000-000.sqlite" for day in (8, 7, 6, 5)]
    assert sorted(each.name for each in folder.iterdir() if each.name not in names) == ["notes.txt"]


def test_a_backup_is_one_whole_file_with_what_is_not_yet_in_the_main_one(path):
    store = Store(path)
    store.write_log("", "only in the write-ahead log")
    made = backup.back_up(store._db, path)
    copy = Store(made, is_look=True)
    assert copy.log()[-1].message == "only in the write-ahead log"
    copy.close()
    store.close()
    connection = sqlite3.connect(f"{made.as_uri()}?mode=ro", uri=True)
    assert connection.execute("pragma journal_mode").fetchone() == ("delete",)
    connection.close()


def forget_newest_migration(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("drop index attempts_by_seconds")
    connection.execute("drop index jobs_reused")
    connection.execute("delete from _sqlite_migrations where name = 'index_figures'")
    connection.commit()
    connection.close()


def test_one_is_made_before_a_migration(path):
    Store(path).close()
    forget_newest_migration(path)
    Store(path).close()
    before, _ = backup.backups(path)
    connection = sqlite3.connect(before)
    applied = {name for (name,) in connection.execute("select name from _sqlite_migrations")}
    connection.close()
    assert set(migrations.names) - applied == {"index_figures"}


def test_without_a_backup_nothing_is_migrated(path):
    Store(path).close()
    forget_newest_migration(path)
    for made in backup.backups(path):
        made.unlink()
    folder = backup.folder_of(path)
    folder.rmdir()
    folder.write_text("in the way")
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="no backup of it could be made") as refused:
        Store(path)
    assert not isinstance(refused.value, DiskFullError)
    assert path.read_bytes() == before


def test_without_a_daily_backup_work_goes_on_and_says_so(path, caplog):
    backup.folder_of(path).write_text("in the way")
    Store(path).close()
    assert [record.levelname for record in caplog.records if "no backup" in record.message] == ["WARNING"]


def test_the_newest_sound_backup_is_put_back_and_the_damaged_file_kept(path):
    Store(path).close()
    good = pretend_made(path, "2020-01-01")
    bad = good.with_name("2020-01-02-120000-000.sqlite")
    bad.write_bytes(good.read_bytes()[:8192] + b"\xa5" * 8192)
    store = Store(path)
    lost = add_run(store)
    # A log of the damaged database that was not brought in: it must not be applied to the backup.
    damaged = path.read_bytes()
    log = path.with_name(path.name + "-wal").read_bytes()
    store.close()
    for made in backup.backups(path):
        if made not in (good, bad):
            made.unlink()
    path.write_bytes(damaged[:8192] + b"\xa5" * 8192)
    path.with_name(path.name + "-wal").write_bytes(log)

    assert backup.restore(path) == good
    again = Store(path)
    assert len(again.runs()) == 1
    assert lost not in [run.id for run in again.runs()]
    again.close()
    (aside,) = path.parent.glob("damaged-*.sqlite")
    assert aside.read_bytes() == damaged[:8192] + b"\xa5" * 8192
    assert aside.with_name(aside.name + "-wal").read_bytes() == log


def test_without_a_sound_backup_nothing_is_touched(path):
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="no sound backup"):
        backup.restore(path)
    assert path.read_bytes() == before
