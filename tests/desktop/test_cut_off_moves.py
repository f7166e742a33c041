"""A move that is killed at any moment leaves one whole workspace, which the next start finds and goes on with."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import Cancelled
from core.spaces.anatomy import MOVED
from core.spaces.making import create
from core.spaces.standing import standing_of
from desktop import paths, settings, space_list, workspaces

KILLS = Path(__file__).with_name("killed_moves.py")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))


@pytest.mark.parametrize(
    ("disks", "step"),
    [
        ("same", 5),
        ("other", 67),
        pytest.param("same", 1, marks=pytest.mark.soak),
        pytest.param("other", 1, marks=pytest.mark.soak),
    ],
)
def test_killed_anywhere_the_next_start_finds_it_whole_and_ends_the_move(tmp_path: Path, disks: str, step: int):
    command = [sys.executable, str(KILLS), disks, str(tmp_path), str(step)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[-1]) > 40 / step


def test_the_usual_workspace_is_found_where_it_was_moved_to(tmp_path: Path):
    usual = paths.default_workspace()
    create(usual, "Mine")
    workspaces.move(usual, tmp_path / "disk" / "mine")
    assert settings.workspace(settings.load_settings()) == tmp_path / "disk" / "mine"
    assert settings.load_settings().workspace == str(tmp_path / "disk" / "mine")


def test_what_was_opened_again_at_its_place_is_not_looked_for_elsewhere(tmp_path: Path, monkeypatch):
    folder, to = tmp_path / "acme", tmp_path / "new"
    create(folder, "Acme")
    monkeypatch.setattr("core.spaces.moving._renamed", lambda _folder, _to: False)

    def stop(fraction: float, _file: str) -> None:
        if fraction > 0.5:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        workspaces.move(folder, to, stop)
    assert space_list.whereabouts(folder) == folder and space_list.unfinished_moves() == []
    # A copy that became whole all the same is the older one as soon as work goes on here.
    shutil.copytree(folder, to)
    space_list.catalogue().note_used(folder)
    shutil.rmtree(folder)
    assert space_list.whereabouts(folder) == folder


def test_what_can_not_be_removed_is_removed_at_the_next_start(tmp_path: Path, monkeypatch):
    folder, to = tmp_path / "acme", tmp_path / "new"
    create(folder, "Acme")
    settings.save_settings(settings.Settings(workspace=str(folder)))
    monkeypatch.setattr("core.spaces.moving._renamed", lambda _folder, _to: False)
    with monkeypatch.context() as broken:
        broken.setattr("core.spaces.moving.delete", _refuse)
        with pytest.raises(OSError, match="busy"):
            workspaces.move(folder, to)
    assert (folder / MOVED).is_file() and space_list.whereabouts(folder) == to
    assert settings.workspace(settings.load_settings()) == to and standing_of(to).kind == "ready"
    assert [each.folder for each in space_list.known()] == [to]
    workspaces.finish_moves()
    assert not folder.exists() and space_list.unfinished_moves() == []


def test_a_folder_that_was_left_empty_goes_too(tmp_path: Path, monkeypatch):
    folder, to = tmp_path / "acme", tmp_path / "new"
    create(folder, "Acme")
    monkeypatch.setattr("core.spaces.moving._renamed", lambda _folder, _to: False)
    with monkeypatch.context() as broken:
        # Killed behind the last file of the old one.
        broken.setattr(Path, "rmdir", lambda _folder: _refuse(_folder))
        with pytest.raises(OSError, match="busy"):
            workspaces.move(folder, to)
    assert list(folder.iterdir()) == []
    workspaces.finish_moves()
    assert not folder.exists() and [each.folder for each in space_list.known()] == [to]


def _refuse(_folder: Path) -> None:
    raise OSError("busy")
