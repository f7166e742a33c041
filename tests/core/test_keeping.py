"""Copies of the user's files in a workspace: whole, once, under the name of their content."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.keeping import keep_copy


def test_a_copy_is_named_by_content_and_made_once(tmp_path: Path) -> None:
    given = tmp_path / "My Song.MP3"
    given.write_bytes(b"sound")
    kept = keep_copy(given, tmp_path / "music")
    assert kept.read_bytes() == b"sound" and kept.suffix == ".mp3" and "Song" not in kept.name
    again = tmp_path / "the same.mp3"
    again.write_bytes(b"sound")
    assert keep_copy(again, tmp_path / "music") == kept
    assert list((tmp_path / "music").iterdir()) == [kept]


def test_many_copy_one_file_at_once(tmp_path: Path) -> None:
    given = tmp_path / "song.mp3"
    given.write_bytes(os.urandom(4_000_000))
    for attempt in range(6):
        folder = tmp_path / f"music {attempt}"
        with ThreadPoolExecutor(4) as pool:
            copies = set(pool.map(keep_copy, [given] * 4, [folder] * 4))
        (kept,) = copies
        assert kept.read_bytes() == given.read_bytes()
        assert list(folder.iterdir()) == [kept]


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = tmp_path / "song.mp3"
    given.write_bytes(b"sound")

    def fail(_: Path, to: Path) -> None:
        to.write_bytes(b"so")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.keeping.shutil.copyfile", fail)
    with pytest.raises(OSError, match="No space"):
        keep_copy(given, tmp_path / "music")
    assert list((tmp_path / "music").iterdir()) == []
