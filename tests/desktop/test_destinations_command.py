"""`main.py destinations` and `publish`: added, tried, used and removed, with keys in no file that can be read."""

from __future__ import annotations

import io
import json
import stat
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from core.errors import WorkspaceError
from desktop import key_file, secrets, settings
from desktop.cli import main
from tests.core.publish.clips import SECRET, Desk
from tests.core.publish.conftest import hook, storage

__all__ = ["hook", "storage"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of everything, on a machine without a keyring."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path / "home"))
    for name in ("SHORTLIST_PASSPHRASE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield tmp_path / "home"
    keyring.set_keyring(before)


def give(monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line + "\n"))


def add_storage(url: str, name: str = "bucket") -> int:
    given = ["--s3", "clips", "--endpoint", url, "--access-key", "AKIDEXAMPLE", "--prefix", "shows"]
    return main(["destinations", "add", name, *given, "--secret-stdin"])


def test_a_storage_is_added_tried_published_to_and_removed(home, tmp_path, storage, monkeypatch, capsys):
    give(monkeypatch, SECRET)
    assert add_storage(storage.url) == 0
    told = capsys.readouterr().out
    assert "no keyring" in told and "keys.key beside it" in told and SECRET not in told
    for file in home.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes()
    assert main(["destinations", "list", "--json"]) == 0
    (listed,) = json.loads(capsys.readouterr().out)
    assert listed["has_secret"] and listed["bucket"] == "clips" and "secret" not in listed
    assert main(["destinations", "test", "bucket"]) == 0
    assert "removed" in capsys.readouterr().out and not storage.objects()

    desk = Desk(tmp_path)
    desk.store.close()
    run = ["publish", desk.run_id[:6], "--to", "bucket", "--workspace", str(desk.folder)]
    assert main([*run, "--json"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[-1]["ok"] and len(lines[-1]["places"]) == 4
    assert {line["state"] for line in lines if line["event"] == "publication"} >= {"pending", "published"}
    assert len(storage.objects()) == 4
    assert main(["show", desk.run_id[:6], "--workspace", str(desk.folder)]) == 0
    capsys.readouterr()
    assert main([*run, "--clips", "c1", "--again"]) == 0
    assert capsys.readouterr().out.split("\n")[0] == "s3://clips/shows/Talk/Why c1.mp4"

    assert main(["destinations", "remove", "bucket"]) == 0
    assert not settings.load_settings().destinations and len(storage.objects()) == 4
    assert not secrets.read_key("destination bucket").get_secret_value()
    assert main(run) == 1
    assert "no destination “bucket”" in capsys.readouterr().err


def test_what_went_wrong_is_told_and_published_later(home, tmp_path, storage, monkeypatch, capsys):
    give(monkeypatch, SECRET)
    add_storage(storage.url)
    desk = Desk(tmp_path)
    desk.store.close()
    storage.faults.append(("PUT /clips", 403))
    run = ["publish", desk.run_id, "--to", "bucket", "--workspace", str(desk.folder)]
    assert main(run) == 1
    failed = capsys.readouterr()
    assert "c1 9:16" in failed.err and "may not" in failed.err and "c2" in failed.out
    assert main(run) == 0
    assert len(storage.objects()) == 4


def test_folders_and_webhooks_need_no_key(home, tmp_path, hook, monkeypatch, capsys):
    assert main(["destinations", "add", "share", "--folder", str(tmp_path / "share")]) == 0
    give(monkeypatch, "")
    assert main(["destinations", "add", "hook", "--webhook", hook.url, "--secret-stdin"]) == 0
    assert main(["destinations", "test", "share", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["ok"]
    assert main(["destinations", "test", "hook"]) == 0
    assert "not signed" in capsys.readouterr().out
    assert main(["destinations"]) == 0
    assert "token=abc" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "given", [["add", "a/b", "--folder", "/x"], ["add", "a", "--webhook", "ftp://x"], ["test", "none"]]
)
def test_what_can_not_be_is_refused(home, given, capsys):
    assert main(["destinations", *given]) == 1
    assert capsys.readouterr().err.startswith("error: ")
    assert not settings.load_settings().destinations


def test_the_file_of_keys_is_private_and_says_what_it_is(home):
    assert "keys.key" in secrets.keep_key("one", "first-key")
    secrets.keep_key("two", "second-key")
    assert secrets.read_key("one").get_secret_value() == "first-key"
    assert secrets.read_key("three").get_secret_value() == ""
    if sys.platform != "win32":
        for name in ("keys.enc", "keys.key"):
            assert stat.S_IMODE((home / name).stat().st_mode) == 0o600
    (home / "keys.key").unlink()
    with pytest.raises(WorkspaceError, match="another one"):
        key_file.read("one")
    assert secrets.read_key("one").get_secret_value() == ""


def test_a_passphrase_opens_the_file_and_nothing_else_does(home, monkeypatch):
    monkeypatch.setattr(key_file, "_SCRYPT_N", 2**10)
    monkeypatch.setenv("SHORTLIST_PASSPHRASE", "correct horse")
    assert "passphrase" in secrets.keep_key("one", "first-key")
    assert key_file.read("one") == "first-key" and not (home / "keys.key").exists()
    monkeypatch.setenv("SHORTLIST_PASSPHRASE", "wrong")
    with pytest.raises(WorkspaceError, match="another one"):
        key_file.read("one")
    monkeypatch.delenv("SHORTLIST_PASSPHRASE")
    with pytest.raises(WorkspaceError, match="none is given"):
        key_file.read("one")
    (home / "keys.enc").write_text("{broken")
    with pytest.raises(WorkspaceError, match="can't be read"):
        key_file.read("one")


def test_the_environment_goes_first(home, monkeypatch):
    secrets.keep_key("destination My bucket", "kept")
    monkeypatch.setenv("SHORTLIST_DESTINATION_MY_BUCKET_KEY", "given")
    assert secrets.read_key("destination My bucket").get_secret_value() == "given"


def test_a_keyring_takes_keys_and_the_file_forgets_them(home):
    class Ring(fail.Keyring):
        priority = 1
        kept: dict[str, str] = {}

        def get_password(self, service: str, username: str) -> str | None:
            return self.kept.get(username)

        def set_password(self, service: str, username: str, password: str) -> None:
            self.kept[username] = password

        def delete_password(self, service: str, username: str) -> None:
            self.kept.pop(username)

    secrets.keep_key("one", "in-file")
    keyring.set_keyring(Ring())
    assert "system's keyring" in secrets.keep_key("one", "in-ring")
    assert secrets.read_key("one").get_secret_value() == "in-ring" and key_file.read("one") == ""
    secrets.forget_key("one")
    assert secrets.read_key("one").get_secret_value() == ""
