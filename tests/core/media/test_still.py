"""Thumbnails: whole or not at all, also where the disk is full."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import cv2
import pytest

from core.errors import DiskFullError, MediaError, WorkspaceError
from core.media.open_readers import OpenReaders
from core.media.still import write_thumbnail


def test_a_thumbnail_is_a_jpeg_of_the_height_asked_for(sample_video: Path, tmp_path: Path) -> None:
    file = tmp_path / "thumbnails" / "a.jpg"
    write_thumbnail(sample_video, 2.0, 90, file, OpenReaders(most=0))
    assert cv2.imread(str(file)).shape[0] == 90
    assert list(file.parent.iterdir()) == [file]


def test_many_ask_for_one_thumbnail_at_once(sample_video: Path, tmp_path: Path) -> None:
    readers = OpenReaders(idle_seconds=0.1)
    for number in range(10):
        file = tmp_path / f"{number}.jpg"
        with ThreadPoolExecutor(6) as pool:
            asked = [pool.submit(write_thumbnail, sample_video, number / 4, 90, file, readers) for _ in range(6)]
        assert [one.exception() for one in asked] == [None] * 6
        assert cv2.imread(str(file)).shape[0] == 90
    readers.close()
    assert len(list(tmp_path.iterdir())) == 10


def test_a_full_disk_is_told_and_no_part_of_a_picture_is_left(sample_video: Path, small_disk: Path) -> None:
    write_thumbnail(sample_video, 2.0, 360, small_disk / "a.jpg", OpenReaders(most=0))
    size = (small_disk / "a.jpg").stat().st_size
    (small_disk / "a.jpg").unlink()
    assert size > 8192
    for room in (0, 4096):
        (small_disk / "filling").write_bytes(bytes(shutil.disk_usage(small_disk).total - room))
        with pytest.raises(DiskFullError):
            write_thumbnail(sample_video, 2.0, 360, small_disk / "a.jpg", OpenReaders(most=0))
        assert [path.name for path in small_disk.iterdir()] == ["filling"]


def test_a_folder_that_can_not_be_made_and_a_source_that_is_gone_are_told(
    sample_video: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(WorkspaceError, match="can't be written"):
        write_thumbnail(sample_video, 2.0, 90, tmp_path / "file" / "a.jpg", OpenReaders(most=0))
    with pytest.raises(MediaError):
        write_thumbnail(tmp_path / "gone.mp4", 2.0, 90, tmp_path / "a.jpg", OpenReaders(most=0))
