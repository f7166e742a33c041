"""A file is there whole or not at all, whatever stops its writing."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from core.whole_file import write_whole, written_whole


def test_a_file_is_written_over_in_one_step_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    write_whole(file, "größer\n")
    write_whole(file, b"\x00\x01")
    assert file.read_bytes() == b"\x00\x01"
    assert list(file.parent.iterdir()) == [file]


def test_a_writer_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    write_whole(file, "first")
    with pytest.raises(KeyError), written_whole(file) as beside:
        beside.write_text("half")
        assert file.read_text() == "first"
        raise KeyError
    assert file.read_text() == "first"
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    file = tmp_path / ("n" * 255)
    write_whole(file, "words")
    assert file.read_text() == "words"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "words.txt", "words")
    assert not (tmp_path / "missing").exists()


def test_whoever_reads_while_many_write_reads_one_of_theirs(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    texts = [letter * 200_000 for letter in "abc"]
    write_whole(file, texts[0])
    writers = [
        threading.Thread(target=lambda text=text: [write_whole(file, text) for _ in range(15)]) for text in texts
    ]
    for writer in writers:
        writer.start()
    read = []
    while any(writer.is_alive() for writer in writers):
        read.append(file.read_text())
    assert set(read) <= set(texts)
    assert list(tmp_path.iterdir()) == [file]
