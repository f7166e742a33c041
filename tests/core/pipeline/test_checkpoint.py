"""Parts outlive their worker, are whole or not there, and go when nobody needs them any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import ContractError
from core.pipeline import checkpoint
from core.pipeline.artifact import ArtifactStore, publish
from core.pipeline.checkpoint import Checkpoint
from core.pipeline.collect import unused_parts
from core.schema.media import ClipMedia
from core.schema.time import Cut, TimeSpan
from tests.kill_points import killed_at_every_line

RECORD = ClipMedia(cut=Cut(ranges=(TimeSpan(start=0, end=1),)))


def test_what_was_put_is_there_for_the_next(tmp_path: Path) -> None:
    folder = ArtifactStore(tmp_path).parts_of("hear", "print")
    assert Checkpoint(folder).get("chunk-1.json") is None
    Checkpoint(folder).put("chunk-1.json", b"one")
    Checkpoint(folder).put("chunk-1.json", b"another")
    assert Checkpoint(folder).get("chunk-1.json") == b"another"
    assert [path.name for path in folder.iterdir()] == ["chunk-1.json"]


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "Capital", "x" * 200])
def test_a_name_is_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContractError):
        Checkpoint(tmp_path / "parts").put(name, b"")


def test_killed_at_any_line_a_part_is_whole_or_as_it_was(tmp_path: Path) -> None:
    before, after = b"before" * 1000, b"after" * 1000

    def put(number: int) -> None:
        kept = Checkpoint(tmp_path / str(number))
        kept.put("old", before)
        kept.put("old", after)

    kills = 0
    for number in killed_at_every_line(put, [checkpoint]):
        kills += 1
        kept = Checkpoint(tmp_path / str(number))
        assert kept.get("old") in (None, before, after)
        put(number)
        assert kept.get("old") == after
    assert kills > 20


def test_a_start_keeps_the_parts_of_what_is_still_to_be_made(tmp_path: Path) -> None:
    store = ArtifactStore(tmp_path)
    for fingerprint in ("made", "unmade", "unwanted"):
        Checkpoint(store.parts_of("hear", fingerprint)).put("part", b"words")
    work = store.begin("hear")
    work.mkdir(parents=True)
    publish(RECORD, work, store.place("hear", "made"))
    needed = [("hear", "made"), ("hear", "unmade")]
    unneeded = [store.parts_of("hear", "made"), store.parts_of("hear", "unwanted")]
    assert unused_parts(store, needed) == unneeded
    store.sweep()
    assert unused_parts(store, needed) == unneeded[1:]
    assert Checkpoint(store.parts_of("hear", "unmade")).get("part") == b"words"
