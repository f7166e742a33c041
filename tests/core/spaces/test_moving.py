"""A workspace is moved whole or not at all, whenever it is killed."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import Cancelled, WorkspaceError
from core.pipeline.records.lock import WorkspaceLock
from core.spaces import moving
from core.spaces.moving import move
from core.spaces.standing import standing_of
from tests.core.spaces.kit import killed, told_of, work
from tests.instant_project import use_instant_stages


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    use_instant_stages(monkeypatch)
    work(tmp_path / "Zoë & Söhne", "Zoë")
    (tmp_path / "Zoë & Söhne" / "calls.txt").unlink()
    return tmp_path / "Zoë & Söhne"


@pytest.fixture(params=["same disk", "other disk"])
def _disks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "other disk":
        monkeypatch.setattr(moving, "_renamed", lambda _folder, _to: False)


@pytest.mark.usefixtures("_disks")
def test_all_of_it_is_there_and_nothing_here(folder: Path, tmp_path: Path) -> None:
    before, switches = told_of(folder), []
    (folder / "calls.txt").unlink(missing_ok=True)
    to = tmp_path / "andere Platte" / "Zoë"
    assert move(folder, to, lambda: switches.append((folder.exists(), to.exists()))).stays == ()
    assert len(switches) == 1 and switches[0][1] and not folder.exists()
    assert told_of(to) == before and standing_of(to).kind == "ready"
    assert [path.name for path in to.parent.iterdir()] == ["Zoë"]


def test_to_another_disk_for_real(folder: Path, tmp_path: Path, small_disk: Path) -> None:
    before = told_of(folder)
    (folder / "holiday.jpg").write_text("mine")
    assert move(folder, small_disk / "Zoë", lambda: None).stays == (
        *([folder / "calls.txt"] if (folder / "calls.txt").exists() else []),
        folder / "holiday.jpg",
    )
    assert told_of(small_disk / "Zoë") == before


def test_what_was_copied_before_a_stop_is_used_again(folder: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(moving, "_renamed", lambda _folder, _to: False)
    before = told_of(folder)

    def stop(at: float, _message: str) -> None:
        if at > 0.4:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        move(folder, tmp_path / "new", lambda: None, stop)
    assert standing_of(tmp_path / "new.moving").kind == "half" and standing_of(folder).kind == "ready"
    kept = [path for path in (tmp_path / "new.moving").rglob("*") if path.is_file()]
    assert len(kept) > 2 and told_of(folder) == before
    move(folder, tmp_path / "new", lambda: None)
    assert told_of(tmp_path / "new") == before and not (tmp_path / "new.moving").exists()


def test_what_can_not_be_moved_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("")
    for to, words in ((tmp_path / "full", "something in this folder"), (folder / "in", "into itself")):
        with pytest.raises(WorkspaceError, match=words):
            move(folder, to, lambda: None)
    lock = WorkspaceLock(folder, "the window")
    lock.acquire()
    try:
        with pytest.raises(WorkspaceError, match="the window"):
            move(folder, tmp_path / "new", lambda: None)
    finally:
        lock.release()
    assert standing_of(folder).kind == "ready"


def test_a_copy_that_is_not_the_same_is_noticed(folder: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(moving, "_renamed", lambda _folder, _to: False)
    copy = moving._copy

    def hurt(source: Path, staging: Path, progress) -> None:
        copy(source, staging, progress)
        next((staging / "artifacts" / "plan").rglob("artifact.json")).write_text("{}")

    with monkeypatch.context() as broken:
        broken.setattr(moving, "_copy", hurt)
        with pytest.raises(WorkspaceError, match="not what it was"):
            move(folder, tmp_path / "new", lambda: None)
    assert not (tmp_path / "new").exists() and standing_of(folder).kind == "ready"
    move(folder, tmp_path / "new", lambda: None)
    assert standing_of(tmp_path / "new").kind == "ready"


@pytest.mark.parametrize("step", [97, pytest.param(1, marks=pytest.mark.soak)])
def test_killed_anywhere_it_is_whole_somewhere_and_moving_again_ends_it(tmp_path: Path, step: int) -> None:
    assert killed("move", tmp_path, step) > 100 / step
