"""Files stay open while they are asked for, and are let go of soon after."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from core.errors import MediaError
from core.media.open_readers import OpenReaders
from tests.core.media.conftest import read_number

Media = Callable[[str], Path]


def open_files(path: Path) -> int:
    """Return how often this process has a file open."""
    folder = Path("/proc/self/fd")
    if not folder.is_dir():
        pytest.skip("needs /proc")
    links = []
    for entry in folder.iterdir():
        try:
            links.append(str(entry.readlink()))
        except FileNotFoundError:
            continue
    return links.count(str(path))


def wait_until_closed(path: Path) -> None:
    for _ in range(200):
        if not open_files(path):
            return
        Event().wait(0.02)
    raise AssertionError("still open")


def test_the_same_reader_serves_a_row_and_is_closed_when_idle(media: Media) -> None:
    readers = OpenReaders(idle_seconds=0.1)
    path = media("talk.mp4")
    seen = set()
    for number in (10, 20, 90, 5):
        with readers.lend(path) as (_, reader):
            seen.add(id(reader))
            assert read_number(reader.pixels_at(number / 24)) == number
            assert open_files(path) == 1
    assert len(seen) == 1
    wait_until_closed(path)


def test_no_more_files_stay_open_than_allowed(media: Media) -> None:
    readers = OpenReaders(idle_seconds=60, most=1)
    paths = [media(name) for name in ("talk.mp4", "silent.mp4", "turned.mp4")]
    for path in paths:
        with readers.lend(path) as (_, reader):
            reader.pixels_at(0.5, 48)
    assert [open_files(path) for path in paths] == [0, 0, 1]
    readers.close()
    assert open_files(paths[-1]) == 0


def test_many_threads_get_each_their_picture(media: Media) -> None:
    readers = OpenReaders(idle_seconds=0.1)
    path = media("talk.mp4")

    def read(number: int) -> int:
        with readers.lend(path) as (_, reader):
            return read_number(reader.pixels_at(number / 24))

    numbers = [(7 * index) % 144 for index in range(24)]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(read, numbers)) == numbers
    assert open_files(path) <= 1
    wait_until_closed(path)


def test_a_replaced_file_is_opened_anew_and_a_failed_reader_is_not_kept(media: Media, tmp_path: Path) -> None:
    path = tmp_path / "source.mp4"
    path.write_bytes(media("talk.mp4").read_bytes())
    readers = OpenReaders(idle_seconds=60)
    with readers.lend(path) as (facts, _):
        assert facts.video is not None and facts.video.height == 108
    path.unlink()
    path.write_bytes(media("turned.mp4").read_bytes())
    with readers.lend(path) as (facts, _):
        assert facts.video is not None and facts.video.height == 192
    with pytest.raises(MediaError), readers.lend(path):
        raise MediaError("as if nothing could be decoded")
    assert open_files(path) == 0
    with pytest.raises(MediaError), readers.lend(tmp_path / "gone.mp4"):
        pass
    readers.close()
