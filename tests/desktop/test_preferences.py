"""What the settings dialog edits comes back from the settings file, and reaches the engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ClusterError
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
