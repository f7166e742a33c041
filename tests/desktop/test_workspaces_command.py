"""`main.py workspaces`: made, chosen, listed, archived, checked and deleted, as somebody with a shell does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.pipeline.records.lock import WorkspaceLock
from desktop import settings, space_list
from desktop.cli import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert main(["workspaces", *arguments]) == status
    out = capsys.readouterr()
    return out.out + out.err


def test_from_the_first_to_the_last(home, tmp_path, capsys):
    assert "create NAME" in said(capsys)
    assert "was made" in said(capsys, "create", "Zoë & Co")
    made = json.loads(said(capsys, "create", "Zoë & Co", "--json"))
    assert made["folder"] == str(home / "workspaces" / "Zoë & Co 2"), "a name may be given twice, a folder not"
    said(capsys, "rename", made["folder"], "Second")
    said(capsys, "open", "zoë & co")
    assert settings.workspace(settings.load_settings()) == home / "workspaces" / "Zoë & Co"
    assert main(["runs", "--workspace", "second"]) == 0
    capsys.readouterr()
    assert not (tmp_path / "second").exists(), "a name is no folder to be made"
    listed = json.loads(said(capsys, "list", "--json"))
    assert [(line["name"], line["is_chosen"], line["standing"]) for line in listed] == [
        ("Zoë & Co", True, "ready"),
        ("Second", False, "ready"),
    ]
    assert "used now" in said_error(capsys, "archive", "Zoë & Co")
    assert "is archived" in said(capsys, "archive", "Second")
    assert "Second" not in said(capsys) and "(archived)" in said(capsys, "list", "--all")
    said(capsys, "archive", "Second", "--back")
    assert "sound" in said(capsys, "check", "Second")
    told = said(capsys, "delete", "Second", status=2)
    assert "goes:" in told and "--yes “Second”" in told and Path(made["folder"]).is_dir()
    assert "is called" in said_error(capsys, "delete", "Second", "--yes", "Third")
    said(capsys, "delete", "Second", "--yes", "Second")
    assert not Path(made["folder"]).exists()
    said(capsys, "delete", "Zoë & Co", "--yes", "Zoë & Co")
    assert settings.workspace(settings.load_settings()) == home / "workspace"
    assert space_list.known() == []


def said_error(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    return said(capsys, *arguments, status=1)


def test_a_name_that_nobody_has_is_told_with_those_there_are(home, capsys):
    said(capsys, "create", "Acme")
    told = said_error(capsys, "open", "Acne")
    assert "There is no workspace “Acne”" in told and "“Acme”" in told


def test_one_that_is_open_or_gone_says_so_in_the_list_and_when_it_is_opened(home, tmp_path, capsys):
    said(capsys, "create", "Acme", "--folder", str(tmp_path / "acme"))
    lock = WorkspaceLock(tmp_path / "acme", "the window")
    lock.acquire()
    try:
        assert "open in another Shortlist (the window" in said(capsys)
        assert "the window" in said_error(capsys, "delete", "Acme", "--yes", "Acme")
    finally:
        lock.release()
    (tmp_path / "acme").rename(tmp_path / "away")
    assert "not there" in said(capsys) and "off the list" in said(capsys)
    assert "not there" in said_error(capsys, "open", "Acme")
    said(capsys, "forget", "Acme")
    assert space_list.known() == [] and (tmp_path / "away" / "workspace.sqlite").is_file()


def test_damage_is_mended(home, capsys):
    made = json.loads(said(capsys, "create", "Acme", "--json"))
    stray = Path(made["folder"]) / "artifacts" / "plan" / "ab"
    stray.mkdir(parents=True)
    told = said_error(capsys, "check", "Acme")
    assert "artifacts/plan/ab" in told and "--fix" in told
    told = said(capsys, "check", "Acme", "--fix")
    assert "mended" in told and "sound now" in told and not stray.exists()
    assert json.loads(said(capsys, "check", "Acme", "--json")) == {"ok": True, "findings": [], "mended": []}


def test_it_goes_to_another_place_and_as_one_file_to_another_machine(home, tmp_path, monkeypatch, capsys):
    made = json.loads(said(capsys, "create", "Zoë & Co", "--json"))
    said(capsys, "open", "Zoë & Co")
    to = tmp_path / "andere Platte" / "Zoë"
    assert "lies in" in said(capsys, "move", "Zoë & Co", "--to", str(to))
    assert not Path(made["folder"]).exists() and settings.workspace(settings.load_settings()) == to
    assert [(each.name, each.folder) for each in space_list.known()] == [("Zoë & Co", to)]
    # Cut off when all but the list was done, it is only put right.
    (tmp_path / "again").mkdir()
    to.rename(tmp_path / "again" / "Zoë")
    space_list.catalogue().change(to, moving_to=str(tmp_path / "again" / "Zoë"))
    said(capsys, "move", "Zoë & Co", "--to", str(tmp_path / "again" / "Zoë"))
    assert [each.folder for each in space_list.known()] == [tmp_path / "again" / "Zoë"]

    file = tmp_path / "Zoë.shortlistspace"
    told = json.loads(said(capsys, "export", "Zoë & Co", "--file", str(file), "--sources", "--json"))
    assert told["bytes"] == file.stat().st_size
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "other home"))
    assert "keys have to be set anew" in said(capsys, "import", str(file))
    assert json.loads(said(capsys, "import", str(file), "--as", "Copy", "--json"))["name"] == "Copy"
    assert sorted(each.name for each in space_list.known()) == ["Copy", "Zoë & Co"]
    file.write_bytes(file.read_bytes()[:-30])
    assert "no workspace that Shortlist exported" in said_error(capsys, "import", str(file))
