"""`check` finds each kind of damage that was done on purpose, and mending leaves a workspace that works."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.pipeline.records.backup import back_up
from core.pipeline.records.lock import WorkspaceLock
from core.spaces.anatomy import DATABASE
from core.spaces.check import check, mend
from tests.core.spaces.kit import told_of, work
from tests.instant_project import use_instant_stages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use_instant_stages(monkeypatch)
    work(tmp_path / "client", "Client")
    return tmp_path / "client"


def kinds(folder: Path) -> list[str]:
    return [finding.kind for finding in check(folder)]


def test_a_sound_one_has_no_findings(folder: Path) -> None:
    steps: list[float] = []
    assert check(folder, lambda fraction, _message: steps.append(fraction)) == []
    assert steps == sorted(steps) and steps[-1] == 1.0


def test_each_damage_is_found_named_and_mended(folder: Path) -> None:
    before = told_of(folder)
    plan = next((folder / "artifacts" / "plan").iterdir())
    segments = next((folder / "artifacts" / "detect_segments").iterdir())
    (plan / "artifact.json").write_text("{ not whole")
    shutil.rmtree(segments)
    shutil.copytree(next((folder / "artifacts" / "transcribe").iterdir()), folder / "artifacts/transcribe/stray")
    (folder / "styles" / "brand" / "1").mkdir(parents=True)
    (folder / "styles" / "brand" / "1" / "style.toml").write_text("name = 1\nunknown = 2\n")
    (folder / ".workspace.json.0a1b2c3d.part").write_text("")
    findings = check(folder)
    assert {finding.kind for finding in findings} == {
        *("damaged_artifact", "lost_artifact", "stray_folder", "lost_style", "leftover")
    }
    by_kind = {finding.kind: finding for finding in findings}
    assert by_kind["damaged_artifact"].place == plan.relative_to(folder).as_posix()
    assert by_kind["stray_folder"].place == "artifacts/transcribe/stray"
    assert "1 intermediate result" in by_kind["lost_artifact"].found
    assert by_kind["lost_style"].place == "styles/brand/1"
    mended = mend(folder, findings)
    assert {finding.kind for finding in mended} == {finding.kind for finding in findings if finding.fix}
    left = check(folder)
    assert [finding.kind for finding in left] == ["lost_artifact", "lost_artifact"]
    assert all(finding.is_harmless for finding in left)
    after = told_of(folder)
    assert after["clips"] == before["clips"] and after["undo"] == before["undo"]


def test_a_damaged_database_is_put_back_from_the_newest_sound_backup(folder: Path) -> None:
    before = told_of(folder)
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        back_up(connection, folder / DATABASE)
    (folder / DATABASE).write_bytes(b"\0" * 9000)
    (finding,) = (each for each in check(folder) if each.kind == "database")
    assert "backup" in finding.fix and not finding.is_harmless
    mend(folder, [finding])
    assert kinds(folder) == []
    assert told_of(folder) == before


def test_a_damaged_database_without_a_backup_is_told_without_a_fix(folder: Path) -> None:
    shutil.rmtree(folder / "backups", ignore_errors=True)
    (folder / DATABASE).write_bytes(b"\0" * 9000)
    (finding,) = (each for each in check(folder) if each.kind == "database")
    assert finding.fix == "" and mend(folder, [finding]) == []


def test_rows_that_belong_to_nothing_are_damage(folder: Path) -> None:
    connection = sqlite3.connect(folder / DATABASE)
    with connection:
        connection.execute("delete from sources")
    connection.close()
    assert kinds(folder)[0] == "database"


def test_one_that_is_open_is_looked_at_but_not_mended(folder: Path) -> None:
    lock = WorkspaceLock(folder, "the window")
    lock.acquire()
    try:
        assert check(folder) == []
        with pytest.raises(WorkspaceError, match="the window"):
            mend(folder, [])
    finally:
        lock.release()
    with pytest.raises(WorkspaceError, match="no workspace"):
        check(folder.parent / "nowhere")
