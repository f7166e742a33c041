"""Opening the records for work and for a look, what is refused and why, and what a full disk costs."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import DiskFullError, WorkspaceError
from core.pipeline.graph import Node
from core.pipeline.records import backup
from core.pipeline.records.connection import examine
from core.pipeline.records.migrations import guard_states, migrations
from core.pipeline.records.shape import connect
from core.pipeline.records.store import Store
from core.redaction import HIDDEN
from core.schema.cell import Cell
from core.schema.log import LogFilter
from core.schema.run import RunOptions

KEY = "sk-very-secret-0123456789"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the database is; it has a run with a few lines of log, and nobody has it open."""
    place = tmp_path / "workspace" / "workspace.sqlite"
    place.parent.mkdir()
    store = Store(place)
    run = new_run(store)
    for number in range(900):
        store.write_log(run, f"line {number} " + "x" * 200, stage="transcode")
    store.close()
    return place


def new_run(store: Store) -> str:
    source = store.add_source(Path("/talk.mp4"), "print", 10)
    return store.add_run(source.id, RunOptions(), "clean@1").id


def files(folder: Path) -> dict[str, bytes]:
    return {str(each.relative_to(folder)): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def damage(path: Path) -> None:
    """Overwrite the latter half, as a disk that is worn out does."""
    size = path.stat().st_size
    with path.open("rb+") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xa5" * (size - file.tell()))


def make_older(path: Path) -> None:
    """Give a workspace the shape that it had before attempts were kept."""
    path.unlink()
    older = connect(path)
    migrations.apply(older, stop_before="keep_attempts")
    older.execute(
        "insert into sources values ('s', 'print', ?, 0)",
        ['{"id": "s", "path": "/talk.mp4", "name": "talk", "fingerprint": "print", "size_bytes": 10}'],
    )
    older.execute(
        "insert into runs (id, source_id, state, options, created_at) values ('old', 's', 'started', ?, 1)",
        [RunOptions().model_dump_json()],
    )
    older.execute("insert into log (at, run_id, level, message) values (1, 'old', 'info', 'Started.')")
    older.close()


# For a look


def test_a_look_reads_and_touches_nothing(path):
    before = files(path.parent)
    look = Store(path, is_look=True)
    assert [run.source_name for run in look.runs()] == ["talk"]
    assert len(look.log()) == 901
    with pytest.raises(WorkspaceError, match="can't be written"):
        new_run(look)
    look.close()
    assert files(path.parent) == before


def test_a_look_sees_what_another_program_does_meanwhile(path):
    worker = Store(path)
    look = Store(path, is_look=True)
    mark, lines = look.log_after(0, LogFilter())
    assert lines
    worker.write_log("", "just now")
    assert [line.message for line in look.log_after(mark, LogFilter())[1]] == ["just now"]
    look.close()
    worker.close()


def test_a_look_works_where_nothing_can_be_written(path):
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        look = Store(path, is_look=True)
        assert look.runs()
        look.close()
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_a_look_at_an_older_workspace_reads_a_renewed_copy(path):
    make_older(path)
    before = files(path.parent)
    look = Store(path, is_look=True)
    assert look.run("old").priority == "normal"
    assert [line.message for line in look.log("old")] == ["Started."]
    assert look.figures(30).stages == ()
    look.close()
    assert files(path.parent) == before


@pytest.mark.parametrize("is_look", [False, True])
def test_a_newer_workspace_is_refused_and_left_alone(path, is_look):
    store = Store(path)
    store._db.execute(
        "insert into _sqlite_migrations (migration_set, name, applied_at)"
        " values ('shortlist', 'from_the_future', '2030')"
    )
    store.close()
    before = files(path.parent)
    with pytest.raises(WorkspaceError, match="newer Shortlist") as refused:
        Store(path, is_look)
    assert "Update Shortlist" in refused.value.remedy
    assert files(path.parent) == before


def test_damage_met_in_a_look_is_told_in_words(path):
    damage(path)
    look = Store(path, is_look=True)
    with pytest.raises(WorkspaceError, match="damaged"):
        look.log()
    look.close()


# For work


def test_a_damaged_database_is_refused_with_the_backup_to_put_back(path):
    Store(path).close()
    newest = backup.newest_backup(path)
    damage(path)
    assert examine(path)
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="damaged") as refused:
        Store(path)
    assert refused.value.file == str(path)
    assert str(newest) in refused.value.remedy
    assert "doctor" in refused.value.remedy
    assert path.read_bytes() == before


def test_a_damaged_database_without_a_backup_says_so(path):
    damage(path)
    with pytest.raises(WorkspaceError, match="no backup"):
        Store(path)


@pytest.mark.parametrize("left", [None, b""])
def test_a_database_that_is_gone_is_not_begun_anew(path, left):
    Store(path).close()
    path.unlink()
    if left is not None:
        path.write_bytes(left)
    with pytest.raises(WorkspaceError, match="missing or empty"):
        Store(path)
    backup.restore(path)
    store = Store(path)
    assert store.runs()
    store.close()


def test_rows_that_belong_to_nothing_are_damage(path):
    database = sqlite3.connect(path)
    database.execute("insert into jobs (id, run_id, stage, state) values ('j', 'nobody', 'plan', 'pending')")
    database.commit()
    database.close()
    with pytest.raises(WorkspaceError, match="jobs belongs to none of runs"):
        Store(path)


def test_opening_again_writes_no_guard_anew(path):
    Store(path).close()
    store = Store(path)
    version = store._rows("pragma schema_version")
    guard_states(store._db)
    assert store._rows("pragma schema_version") == version
    store._db.execute("drop trigger guard_jobs")
    store._db.execute("create trigger guard_jobs before update of state on jobs begin select 1; end")
    guard_states(store._db)
    run = new_run(store)
    store.ensure_job(run, Node("plan"), "f")
    with pytest.raises(sqlite3.IntegrityError, match="illegal transition of jobs"):
        store._db.execute("update jobs set state = 'failed'")
    store.close()


# Full disk


def test_a_full_disk_costs_one_change_and_nothing_before_it(path):
    store = Store(path)
    run = new_run(store)
    said = len(store.log(run))
    store._db.execute(f"pragma max_page_count = {store._rows('pragma page_count')[0]['page_count']}")
    told: list[object] = []
    store.subscribe(told.append)
    with pytest.raises(DiskFullError) as full:
        while True:
            store.write_log(run, "x" * 3000)
            said += 1
    assert full.value.file == str(path)
    assert full.value.remedy
    assert len(store.log(run)) == said
    assert len(told) == said - 1
    store._db.execute("pragma max_page_count = 1000000")
    store.write_log(run, "There is space again.")
    assert store.log(run)[-1].message == "There is space again."
    store.close()


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a file system of two megabytes, in which log, database and a backup have room."""
    place = tmp_path / "tiny"
    place.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], check=False)
    if done.returncode:
        pytest.skip("this computer lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(ballast: Path) -> None:
    with ballast.open("ab", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(bytes(4096))


def write_until_full(store: Store, run: str) -> int:
    """Write lines until the disk is full, and return how many were kept."""
    kept = 0
    with pytest.raises(DiskFullError):
        while True:
            store.write_log(run, "x" * 3000)
            kept += 1
    return kept


def test_a_really_full_disk_is_a_full_disk(tiny_disk):
    path, ballast = tiny_disk / "workspace.sqlite", tiny_disk / "ballast"
    store = Store(path)
    run = new_run(store)
    said = len(store.log(run))
    fill(ballast)
    said += write_until_full(store, run)
    assert len(store.log(run)) == said
    store.close()

    ballast.unlink()
    # With space the write-ahead log can be brought in, and goes; then opening needs room for a new one.
    Store(path).close()
    for kept in backup.backups(path):
        kept.unlink()
    fill(ballast)
    with pytest.raises(DiskFullError):
        Store(path)
    look = Store(path, is_look=True)
    assert len(look.log(run)) == said
    look.close()

    ballast.unlink()
    again = Store(path)
    again.write_log(run, "There is space again.")
    assert not backup.problem_of(again._db, is_thorough=True)
    assert backup.newest_backup(path)
    again.close()


# Secrets and the standard log


def test_no_secret_reaches_the_file(path):
    store = Store(path)
    run = new_run(store)
    job = store.ensure_job(run, Node("plan"), "f")
    store.start_job(job)
    reason = f"401 from https://me:{KEY}@host/v1 with Bearer {KEY}. " + "x" * 5000 + f" api_key={KEY}"
    store.fail_job(job, reason)
    output = store.ask_outputs(run, [Cell("clip", "9:16", "fast")], path.parent)[0]
    store.move_output(output.id, "failed", error=reason)
    store.move_run(run, "failed", reason)
    store.write_log(run, reason, "warning", reason="ProviderError")
    for told in (store.run(run).error, store.job(job.id).error_reason, store.output(output.id).error):
        assert HIDDEN in told
        assert KEY not in told
    assert not [name for name, content in files(path.parent).items() if KEY.encode() in content]
    store.close()


def test_a_line_of_the_log_is_a_record_with_its_fields(path, caplog):
    store = Store(path)
    run = new_run(store)
    with caplog.at_level(logging.INFO, "shortlist.run"):
        store.write_log(run, "plan failed", "error", f"{run}:plan", "plan", "clip", "9:16", reason="ProviderError")
        with pytest.raises(RuntimeError), store._transaction() as events:
            events.append(store._log(run, message="taken back"))
            raise RuntimeError
    store.close()
    (record,) = [each for each in caplog.records if each.name == "shortlist.run" and each.message != "Started."]
    told = {name: getattr(record, name) for name in ("run", "job", "stage", "clip", "aspect", "reason")}
    assert told == {
        "run": run,
        "job": f"{run}:plan",
        "stage": "plan",
        "clip": "clip",
        "aspect": "9:16",
        "reason": "ProviderError",
    }
    assert record.levelno == logging.WARNING


@pytest.mark.logs_errors
def test_a_bug_of_ours_is_an_error_of_the_standard_log(path, caplog):
    store = Store(path)
    run = new_run(store)
    job = store.ensure_job(run, Node("plan"), "f")
    store.start_job(job)
    store.fail_job(job, "Something went wrong.", details="Traceback (most recent call last):\n  …\nKeyError: 1")
    store.close()
    assert [record.levelname for record in caplog.records if record.levelno > logging.INFO] == ["ERROR"]
