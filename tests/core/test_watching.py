"""Which files of a watched folder have come to rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from core.watching import Watch


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(tmp_path: Path, clock: Clock) -> Watch:
    return Watch(tmp_path, 10.0, clock)


def names(found: list[Path]) -> list[str]:
    return [path.name for path in found]


def test_a_file_is_told_of_once_it_rests_and_only_once(watch, clock, tmp_path):
    file = tmp_path / "talk.mp4"
    file.write_bytes(b"1")
    assert watch.look() == [] and watch.waiting() == 1
    clock.at += 9.9
    assert watch.look() == []
    file.write_bytes(b"12")
    clock.at += 5
    assert watch.look() == []
    clock.at += 10
    assert names(watch.look()) == ["talk.mp4"]
    clock.at += 100
    assert watch.look() == [] and watch.waiting() == 0


def test_a_file_that_keeps_its_size_and_is_written_is_not_at_rest(watch, clock, tmp_path):
    file = tmp_path / "talk.mp4"
    file.write_bytes(b"1")
    for second in range(5):
        os.utime(file, (1000 + second, 1000 + second))
        assert watch.look() == []
        clock.at += 9
    clock.at += 10
    assert names(watch.look()) == ["talk.mp4"]


def test_what_changes_later_is_told_of_again_and_what_is_gone_is_forgotten(watch, clock, tmp_path):
    file = tmp_path / "talk.mp4"
    file.write_bytes(b"1")
    watch.look()
    clock.at += 10
    assert names(watch.look()) == ["talk.mp4"]
    file.write_bytes(b"another talk")
    watch.look()
    clock.at += 10
    assert names(watch.look()) == ["talk.mp4"]
    file.unlink()
    assert watch.look() == [] and watch.waiting() == 0


def test_unfinished_hidden_and_other_files_are_left_alone(watch, clock, tmp_path):
    for name in ("a.mp4.part", "b.mp4.crdownload", ".c.mp4", "~d.mp4", "e.txt", "f.mp4.!ut", "g.MOV", "h.mp3"):
        (tmp_path / name).write_bytes(b"1")
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "folder.mp4").mkdir()
    watch.look()
    clock.at += 60
    assert sorted(names(watch.look())) == ["g.MOV", "h.mp3"]


def test_a_share_that_is_gone_for_a_while_is_waited_for(clock, tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    (share / "talk.mp4").write_bytes(b"1")
    watch = Watch(share, 10.0, clock)
    watch.look()
    clock.at += 10
    assert names(watch.look()) == ["talk.mp4"]
    share.rename(tmp_path / "away")
    assert watch.look() == []
    (tmp_path / "away").rename(share)
    clock.at += 20
    assert watch.look() == [], "what was told of before is not told of again"


def test_the_oldest_comes_first(watch, clock, tmp_path):
    for name, at in (("b.mp4", 10), ("a.mp4", 20), ("c.mp4", 5)):
        (tmp_path / name).write_bytes(b"1")
        os.utime(tmp_path / name, (at, at))
    watch.look()
    clock.at += 10
    assert names(watch.look()) == ["c.mp4", "b.mp4", "a.mp4"]
