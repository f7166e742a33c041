"""Artifacts: whole or not there; damaged ones go, those that can't be read just now stay."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from core.errors import WorkspaceError
from core.pipeline.artifact import RECORD_NAME, ArtifactStore, load_record, publish
from core.schema.media import ClipMedia
from core.schema.time import Cut, TimeSpan

RECORD = ClipMedia(cut=Cut(ranges=(TimeSpan(start=0, end=1),)))


def published(store: ArtifactStore, beside: bytes = b"") -> Path:
    work = store.begin("stage")
    work.mkdir(parents=True)
    (work / "beside.bin").write_bytes(beside)
    publish(RECORD, work, store.place("stage", "print"))
    return store.place("stage", "print")


def test_what_is_damaged_is_removed_and_what_is_gone_is_told(tmp_path):
    store = ArtifactStore(tmp_path)
    place = published(store)
    assert store.load(ClipMedia, "stage", "print") == RECORD
    (place / RECORD_NAME).write_text("{half a rec")
    with pytest.raises(WorkspaceError, match="damaged"):
        store.load(ClipMedia, "stage", "print")
    assert not place.exists()
    with pytest.raises(WorkspaceError, match="damaged"):
        store.load(ClipMedia, "stage", "print")


def test_what_cannot_be_read_just_now_stays(tmp_path, monkeypatch):
    store = ArtifactStore(tmp_path)
    place = published(store)

    def refuse(path: Path) -> bytes:
        raise OSError(errno.EMFILE, "Too many open files", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refuse)
        with pytest.raises(WorkspaceError, match="Too many open files") as caught:
            load_record(ClipMedia, place)
    assert caught.value.is_passing
    assert store.load(ClipMedia, "stage", "print") == RECORD


def test_an_artifact_is_not_published_on_a_full_disk(small_disk):
    store = ArtifactStore(small_disk / "artifacts")
    room = shutil.disk_usage(small_disk).free
    with pytest.raises(OSError, match="No space") as caught:
        published(store, bytes(room + 1))
    assert caught.value.errno == errno.ENOSPC
    assert not store.is_published("stage", "print")
    # The file beside fits, the record does not.
    store.sweep()
    with pytest.raises(OSError, match="No space"):
        published(store, bytes(room))
    assert not store.is_published("stage", "print")
    assert list((small_disk / "artifacts").iterdir()) == [store.work]
    store.sweep()
    published(store, bytes(room // 2))
    assert store.is_published("stage", "print")


def test_a_retired_artifact_is_gone_at_once_and_swept_after_a_crash(tmp_path):
    store = ArtifactStore(tmp_path)
    published(store)
    retired = store.retire("stage", "print")
    assert retired is not None
    assert not store.is_published("stage", "print")
    assert store.leftovers() == [retired]
    assert store.retire("stage", "print") is None
    store.sweep()
    assert list(store.work.iterdir()) == []
