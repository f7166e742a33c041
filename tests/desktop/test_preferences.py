"""What the settings dialog edits comes back from the settings file, and reaches the engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from core.errors import ClusterError
from core.schema.destination import Destination
from desktop.preferences import SettingsFile
from ui.controllers.preferences import SpeechPreference, WorkPreference

_WORK = WorkPreference(
    {"encode": 3}, 2700.0, 2_500_000_000, "dask", "tcp://10.0.0.2:8786", "/home/ana=/mnt/ana, /a=/b", True
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsFile:
    """Return the store of a user who has set nothing."""
    monkeypatch.setenv("SHORTLIST_HOME", str(tmp_path))
    return SettingsFile()


def test_how_work_is_done_is_kept_and_given_to_the_engine(store: SettingsFile) -> None:
    given = store.save(replace(store.load(), work=_WORK))
    assert store.load().work == _WORK
    assert (given.widths, given.time_limit_seconds, given.keeps_free_bytes) == (
        {"encode": 3},
        2700.0,
        2_500_000_000,
    )
    assert given.scheduler == "tcp://10.0.0.2:8786"
    assert given.prefers_hardware
    assert given.path_map == (("/home/ana", "/mnt/ana"), ("/a", "/b"))


def test_without_a_wish_everything_is_automatic_and_local(store: SettingsFile) -> None:
    given = store.save(store.load())
    assert (given.widths, given.time_limit_seconds, given.scheduler) == ({}, 0.0, "")


def test_who_is_asked_first_is_kept_and_given_to_the_engine(store: SettingsFile) -> None:
    wanted = SpeechPreference(("openai_audio", "faster_whisper", "sidecar", "pocketsphinx"), True, "cpu")
    given = store.save(replace(store.load(), transcribing=wanted))
    assert store.load().transcribing == wanted
    wishes = given.speech_wishes
    assert (wishes.order, wishes.allows_endpoint, wishes.device) == (wanted.order, True, "cpu")


def test_one_width_is_kept_beside_the_others_and_automatic_is_forgotten(store: SettingsFile) -> None:
    store.save_width("encode", 3)
    store.save_width("speech", 2)
    store.save_width("encode", 0)
    assert store.load().work.widths == {"speech": 2}


def test_folders_that_make_no_sense_are_refused_and_nothing_is_kept(store: SettingsFile) -> None:
    with pytest.raises(ClusterError):
        store.save(replace(store.load(), work=replace(_WORK, path_map="shared=/mnt/shared")))
    assert store.load().work == WorkPreference()


@pytest.fixture
def keyless(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Be on a machine without a keyring."""
    for name in ("SHORTLIST_PASSPHRASE", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name, raising=False)
    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())
    yield
    keyring.set_keyring(before)


def test_a_destination_is_kept_with_its_key_apart_and_forgotten_with_it(
    store: SettingsFile, keyless: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket = Destination(name="bucket", kind="s3", bucket="clips", access_key="AK")
    store.keep_destination(Destination(name="share", kind="folder", folder="/share"), None)
    given = store.keep_destination(bucket, "secret-of-the-bucket")
    assert [each.secret.get_secret_value() for each in given.destinations] == ["", "secret-of-the-bucket"]
    share, kept = store.destinations()
    assert (share.key_place, share.lacks_key, kept.key_place, kept.lacks_key) == ("", False, "file", False)
    assert store.with_key(kept.destination).secret.get_secret_value() == "secret-of-the-bucket"
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"secret-of-the-bucket" not in file.read_bytes()
    # Changed in its place, with the key as it is; the settings around it stay.
    store.save_width("encode", 3)
    store.keep_destination(bucket.model_copy(update={"prefix": "shows"}), None)
    assert [each.destination.prefix for each in store.destinations()] == ["", "shows"]
    assert store.load().work.widths == {"encode": 3}
    assert store.with_key(bucket).secret.get_secret_value() == "secret-of-the-bucket"
    monkeypatch.setenv("SHORTLIST_DESTINATION_BUCKET_KEY", "another")
    assert store.destinations()[1].key_place == "environment"
    monkeypatch.delenv("SHORTLIST_DESTINATION_BUCKET_KEY")
    assert [each.name for each in store.forget_destination("bucket").destinations] == ["share"]
    store.keep_destination(bucket, None)
    assert store.destinations()[1].lacks_key, "the key went with it"


def test_a_storage_takes_the_key_of_the_environment_that_all_its_tools_take(
    store: SettingsFile, keyless: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep_destination(Destination(name="bucket", kind="s3", bucket="clips"), None)
    assert store.destinations()[0].lacks_key
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AK")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "s")
    (kept,) = store.destinations()
    assert (kept.key_place, kept.lacks_key, kept.destination.access_key) == ("environment", False, "")
