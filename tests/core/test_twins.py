"""Clips that say the same in another run are found, and follow what is cut, decided and deleted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import editing
from core.pipeline.records.store import Store
from core.schema.clip import Clip
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.twins import Twins
from tests.core.highlights.talk import INTERVIEW, spoken

TALK = spoken(*INTERVIEW)
OTHER = spoken(("A", "We walked along the river and looked at the boats until the tea was cold. " * 12))


class Bench:
    def __init__(self, folder: Path) -> None:
        self.store = Store(folder / "workspace.sqlite")
        self.twins = Twins(self.store)

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
