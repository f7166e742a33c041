"""The list of a run's compositions is always whole, and a damaged one stops nothing."""

from __future__ import annotations

import errno
import os

import pytest

from core.composition_index import Indexed, add_to_index, read_index
from core.errors import DiskFullError, WorkspaceError

FIRST = Indexed(clip="a", aspect="9:16", composition="artifacts/compose/1")
SECOND = Indexed(clip="a", aspect="1:1", composition="artifacts/compose/2")


def test_a_later_composition_takes_the_place_of_the_earlier(tmp_path):
    path = tmp_path / "run" / "compositions.json"
    assert read_index(path) == []
    add_to_index(path, FIRST)
    add_to_index(path, SECOND)
    again = FIRST.model_copy(update={"composition": "artifacts/compose/3"})
    add_to_index(path, again)
    assert read_index(path) == [SECOND, again]
    assert [file.name for file in path.parent.iterdir()] == ["compositions.json"]


@pytest.mark.parametrize("damage", [b"", b'[{"clip": "a", "asp', b"\xff\xfe", b"{}x", b"7", b'[{"clip": "a"}]'])
def test_a_damaged_list_is_told_and_made_anew(tmp_path, caplog, damage):
    path = tmp_path / "compositions.json"
    path.write_bytes(damage)
    add_to_index(path, FIRST)
    assert read_index(path) == [FIRST]
    assert "made anew" in caplog.text


@pytest.mark.parametrize(
    ("code", "kind"), [(errno.ENOSPC, DiskFullError), (errno.EDQUOT, DiskFullError), (errno.EIO, WorkspaceError)]
)
def test_what_cannot_be_written_is_told_and_costs_nothing_listed(tmp_path, monkeypatch, code, kind):
    path = tmp_path / "compositions.json"
    add_to_index(path, FIRST)

    def refuse(_handle):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind) as caught:
        add_to_index(path, SECOND)
    assert type(caught.value) is kind
    assert read_index(path) == [FIRST]
