"""Workspaces are made, renamed and deleted, and nothing of somebody else's in their folders is touched."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.pipeline.records.lock import WorkspaceLock
from core.spaces.card import card_of, own_card
from core.spaces.figures import figures_of
from core.spaces.making import create, delete, folder_name, rename
from core.spaces.standing import standing_of
from tests.core.spaces.kit import killed, work
from tests.instant_project import open_instant, use_instant_stages


@pytest.fixture(autouse=True)
def _instant(monkeypatch: pytest.MonkeyPatch) -> None:
    use_instant_stages(monkeypatch)


def test_a_new_workspace_has_a_name_and_is_worked_in(tmp_path: Path) -> None:
    folder = tmp_path / "Grüße an Zoë"
    card = create(folder, "  Zoë \n &  Co ")
    assert card.name == "Zoë & Co" and not card.is_of_user and standing_of(folder).kind == "ready"
    work(folder, "Zoë & Co")
    assert card_of(folder) == card
    figures = figures_of(folder)
    assert (figures.sources, figures.runs, figures.clips, figures.unfinished_runs) == (1, 1, 2, 0)
    assert figures.bytes > 0
    with pytest.raises(WorkspaceError, match="already"):
        create(folder, "Another")
    assert rename(folder, "New").name == "New" and card_of(folder).id == card.id


def test_an_older_workspace_gets_a_card_and_goes_on_with_what_is_the_users(tmp_path: Path) -> None:
    asyncio.run(_open_and_close(tmp_path / "old"))
    assert card_of(tmp_path / "old").id == "" and card_of(tmp_path / "old").name == "old"
    card = own_card(tmp_path / "old")
    assert card.is_of_user and card.id and own_card(tmp_path / "old") == card


async def _open_and_close(folder: Path) -> None:
    await (await open_instant(folder)).close()


@pytest.mark.parametrize("name", ["", "  ", "\n\t", "x" * 81])
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorkspaceError):
        create(tmp_path / "a", name)
    assert not (tmp_path / "a").exists()


def test_folders_of_names_are_legal_everywhere_and_never_taken(tmp_path: Path) -> None:
    assert folder_name("A/B: C?", tmp_path).name == "A-B- C-"
    assert folder_name("...", tmp_path).name == "workspace"
    (tmp_path / "ACME").mkdir()
    (tmp_path / "Acme 2").mkdir()
    assert folder_name("Acme", tmp_path).name == "Acme 3"


def test_deleting_takes_what_is_ours_and_leaves_the_rest(tmp_path: Path) -> None:
    folder = tmp_path / "client"
    work(folder, "Client")
    (folder / "calls.txt").unlink(missing_ok=True)
    (folder / "exports").mkdir(exist_ok=True)
    (folder / "exports" / "clip.mp4").write_bytes(b"film")
    (folder / "holiday.jpg").write_bytes(b"mine")
    done = delete(folder, keeps_exports=True)
    assert sorted(path.name for path in done.stays) == ["exports", "holiday.jpg"]
    assert sorted(path.name for path in folder.iterdir()) == ["exports", "holiday.jpg"]
    assert (folder / "exports" / "clip.mp4").read_bytes() == b"film"
    assert delete(folder).stays == (folder / "holiday.jpg",)
    (folder / "holiday.jpg").unlink()
    delete(folder)
    assert not folder.exists() and delete(folder).stays == ()


def test_one_that_is_open_elsewhere_is_not_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "client"
    create(folder, "Client")
    lock = WorkspaceLock(folder, "the window")
    lock.acquire()
    try:
        with pytest.raises(WorkspaceError, match=r"open in another Shortlist .the window"):
            delete(folder)
    finally:
        lock.release()
    assert standing_of(folder).kind == "ready"


@pytest.mark.parametrize("step", [11, pytest.param(1, marks=pytest.mark.soak)])
def test_deleting_that_is_killed_anywhere_leaves_nothing_that_looks_whole(tmp_path: Path, step: int) -> None:
    assert killed("delete", tmp_path, step) > 10 / step
