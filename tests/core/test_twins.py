"""Clips that say the same in another run are found, and follow what is cut, decided and deleted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import editing
from core.errors import WorkspaceError
from core.pipeline.records.store import Store
from core.schema.clip import Clip
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.twins import Twins, _parted
from tests.core.highlights.talk import INTERVIEW, spoken

TALK = spoken(*INTERVIEW)
OTHER = spoken(("A", "We walked along the river and looked at the boats until the tea was cold. " * 12))


class Bench:
    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "workspace.sqlite")
        self.twins = Twins(self.store, folder)

    def run(self, name: str, transcript=TALK, late: float = 0.0, spans=((10.0, 40.0),)) -> list[Clip]:
        source = self.store.add_source(Path(f"/{name}.mp4"), name, 1)
        moved = transcript.model_copy(
            update={
                "segments": tuple(
                    s.model_copy(update={"start": s.start + late, "end": s.end + late})
                    for s in transcript.segments
                )
            }
        )
        self.store.index_transcript(source.id, moved)
        run = self.store.add_run(source.id, RunOptions(), "clean@1").id
        made = [editing.new_clip(run, a + late, b + late, f"clip {a:.0f}", "clean@1") for a, b in spans]
        self.store.put_clips(run, made)
        return made

    def of(self, clip: Clip):
        return asyncio.run(self.twins.of(clip.id))


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.store.close()


def test_a_reuploaded_episode_is_noticed_though_it_starts_later(bench: Bench) -> None:
    first, again = bench.run("Episode 11")[0], bench.run("Episode 11 again", late=33.0)[0]
    bench.run("Something else", OTHER)
    (twin,) = bench.of(again)
    assert (twin.clip_id, twin.run_id, twin.at) == (first.id, first.run_id, 10.0) and twin.share == 1.0
    assert twin.told == "Nearly the same as “clip 10” in Episode 11"
    assert [other.clip_id for other in bench.of(first)] == [again.id]


def test_another_talk_has_no_twins(bench: Bench) -> None:
    bench.run("Episode 11")
    assert bench.of(bench.run("Something else", OTHER)[0]) == ()


def test_clips_of_one_run_are_no_twins_of_each_other(bench: Bench) -> None:
    made = bench.run("Episode 11", spans=((10.0, 40.0), (10.0, 39.0)))
    assert bench.of(made[0]) == ()


def test_what_was_cut_anew_or_deleted_is_read_again(bench: Bench) -> None:
    first, again = bench.run("Episode 11")[0], bench.run("Episode 11 again")[0]
    assert bench.of(again)
    elsewhere = first.model_copy(update={"cut": Cut(ranges=(TimeSpan(start=60.0, end=75.0),))})
    bench.store.put_clips(first.run_id, [elsewhere])
    assert bench.of(again) == ()
    bench.store.put_clips(first.run_id, [first])
    assert bench.of(again)
    bench.store.drop_clips(first.run_id, ())
    assert bench.of(again) == ()


def test_runs_that_did_not_change_are_not_read_again(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    first, again = bench.run("Episode 11")[0], bench.run("Episode 11 again")[0]
    bench.of(first)
    asked: list[str] = []
    read = bench.store.read_clips
    monkeypatch.setattr(bench.store, "read_clips", lambda run_id: asked.append(run_id) or read(run_id))
    assert bench.of(again) and not asked
    bench.store.put_clips(first.run_id, [editing.set_notes(first, "Twice")])
    assert bench.of(again) and asked == [first.run_id]


def test_all_pairs_are_told_with_what_each_alone_says(bench: Bench) -> None:
    first = bench.run("Episode 11", spans=((10.0, 40.0), (60.0, 90.0)))
    again = bench.run("Episode 11 again", late=33.0, spans=((10.0, 50.0),))
    bench.run("Something else", OTHER)
    pairs = asyncio.run(bench.twins.pairs(lambda clips: {again[0].id: 90.0}))
    assert [(pair.one.clip_id, pair.other.clip_id, pair.share) for pair in pairs] == [
        (again[0].id, first[0].id, 1.0)
    ]
    (pair,) = pairs
    assert (pair.one.source_name, pair.one.at, pair.one.seconds, pair.one.score) == (
        "Episode 11 again",
        43,
        40,
        90,
    )
    assert pair.one.decision == "undecided"
    shared = [[words.text for words in side.words if words.is_shared] for side in (pair.one, pair.other)]
    assert shared[0] == shared[1]
    assert all(words.is_shared for words in pair.other.words)
    assert [words.text for words in pair.one.words if not words.is_shared], "the longer one says more"


def test_a_pair_that_was_told_apart_stays_apart_and_can_be_had_back(bench: Bench, tmp_path: Path) -> None:
    one, other = bench.run("Episode 11")[0], bench.run("Episode 11 again", late=33.0)[0]
    bench.twins.tell_apart(other.id, one.id)
    assert asyncio.run(bench.twins.pairs(lambda clips: {})) == ()
    assert asyncio.run(Twins(bench.store, tmp_path).pairs(lambda clips: {})) == ()
    bench.twins.tell_apart(one.id, other.id, is_apart=False)
    assert len(asyncio.run(bench.twins.pairs(lambda clips: {}))) == 1


def test_who_only_looks_tells_nothing_apart(bench: Bench, tmp_path: Path) -> None:
    one, other = bench.run("Episode 11")[0], bench.run("Episode 11 again")[0]
    looking = Twins(bench.store, tmp_path, is_look=True)
    with pytest.raises(WorkspaceError, match="open for looking"):
        looking.tell_apart(one.id, other.id)
    assert not (tmp_path / "workspace.twins.json").exists()
    assert len(asyncio.run(looking.pairs(lambda clips: {}))) == 1


def test_a_damaged_list_of_those_told_apart_begins_anew(bench: Bench, tmp_path: Path) -> None:
    one, other = bench.run("Episode 11")[0], bench.run("Episode 11 again", late=33.0)[0]
    (tmp_path / "workspace.twins.json").write_text("[[1")
    assert len(asyncio.run(bench.twins.pairs(lambda clips: {}))) == 1
    bench.twins.tell_apart(one.id, other.id)
    assert asyncio.run(bench.twins.pairs(lambda clips: {})) == ()


@given(st.lists(st.sampled_from(["aa", "bb", "cc", "dd", "ee"]), max_size=40), st.data())
def test_both_texts_are_told_whole_and_what_is_shared_is_the_same(words: list[str], data: st.DataObject) -> None:
    others = data.draw(st.permutations(words)) + data.draw(st.lists(st.sampled_from(["ff", "aa"]), max_size=9))
    mine, theirs = _parted(" ".join(words), " ".join(others))
    assert " ".join(each.text for each in mine).split() == words
    assert " ".join(each.text for each in theirs).split() == list(others)
    shared = [" ".join(each.text for each in side if each.is_shared) for side in (mine, theirs)]
    assert shared[0] == shared[1]
