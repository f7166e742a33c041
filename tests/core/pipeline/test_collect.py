"""What nobody needs is removed, what a kept clip needs never is, whatever was edited, deleted or cut off."""

from __future__ import annotations

import asyncio
import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import editing
from core.errors import StyleError
from core.pipeline.artifact import RECORD_NAME, ArtifactStore
from core.pipeline.checkpoint import Checkpoint
from core.pipeline.collect import Key, NeededArtifacts, collect, survey, unused
from core.pipeline.graph import Graph, Node
from core.pipeline.records.store import Store
from core.pipeline.snapshot import Snapshot, take_snapshot
from core.pipeline.stage import Parameters, Stage
from core.schema.cell import Cell
from core.schema.clip import DECISIONS, Wording
from core.schema.composition import DeliverySpec
from core.schema.record import Record
from core.schema.run import RunOptions, RunSetup
from core.schema.source import Source
from core.schema.time import Cut
from tests.slices import examples

ASPECTS = ("9:16", "1:1", "16:9")
PRESETS = ("fast", "small")


class Heard(Record):
    name: str = ""


class Framed(Record):
    name: str = ""


class Worded(Record):
    name: str = ""


class Made(Record):
    name: str = ""


class Model(Parameters):
    name: str


def hear(context: object, source: Source, model: Model) -> Heard:
    raise AssertionError("nothing is computed here")


def frame(context: object, heard: Heard, cut: Cut) -> Framed:
    raise AssertionError("nothing is computed here")


def word(context: object, heard: Heard, wording: Wording) -> Worded:
    raise AssertionError("nothing is computed here")


def make(context: object, framed: Framed, worded: Worded, spec: DeliverySpec) -> Made:
    raise AssertionError("nothing is computed here")


# The types of the signatures are this module's own, which a graph looks up at run time.
GRAPH = Graph(
    (
        Stage("hear", "ingest", "source", "io", 1, hear),
        Stage("frame", "prepare", "clip", "io", 1, frame),
        Stage("word", "prepare", "clip", "io", 1, word),
        Stage("make", "render", "delivery", "encode", 1, make),
    ),
    {Source: "source", Cut: "clip", Wording: "clip", DeliverySpec: "delivery"},
)


class Bench:
    """A workspace whose artifacts are published by hand, as a runner would."""

    def __init__(self, folder: Path, store_kind: type[ArtifactStore] = ArtifactStore) -> None:
        self.folder = folder
        self.store = Store(folder / "db.sqlite")
        self.artifacts = store_kind(folder / "artifacts")
        self.artifacts.sweep()
        self.broken: set[str] = set()

    def new_run(self, content: str = "talk", clips: int = 2, options: RunOptions | None = None) -> str:
        source = self.store.add_source(Path(f"/{content}.mp4"), content, 1)
        run = self.store.add_run(source.id, options or RunOptions(aspects=("9:16",)), "clean@1").id
        self.store.set_setup(run, RunSetup(transcriber="sidecar"))
        made = [editing.new_clip(run, 10.0 * i, 10.0 * i + 5, f"clip {i}", "clean@1") for i in range(clips)]
        self.store.put_clips(run, made)
        return run

    def snapshot(self, run: str, nodes: Sequence[Node]) -> Snapshot:
        return take_snapshot(GRAPH, run, nodes, self._roots, self._parameters, {})

    def _roots(self, run: str, clip_id: str, aspect: str, preset: str) -> dict[type[Record], Record]:
        if clip_id in self.broken:
            raise StyleError("Its style is gone.")
        roots: dict[type[Record], Record] = {Source: self.store.source(self.store.run(run).source_id)}
        if clip_id:
            clip = self.store.clip(clip_id)
            roots.update({Cut: clip.cut, Wording: clip.wording})
        if aspect:
            roots[DeliverySpec] = DeliverySpec.model_validate({"aspect": aspect})
        return roots

    def _parameters(self, run: str, stage: str) -> Model:
        return Model(name=self.store.setup(run).whisper_model)

    def make(self, run: str, nodes: Sequence[Node]) -> set[Key]:
        """Publish all that nodes need now, with their rows; return what it is."""
        snapshot = self.snapshot(run, nodes)
        for node, name in snapshot.prints.items():
            job = self.store.ensure_job(
                run, node, name, recipe=snapshot.recipes[node], is_there=self.has((node.stage, name))
            )
            if not self.has((node.stage, name)):
                work = self.artifacts.begin(node.stage)
                work.mkdir()
                (work / "beside.bin").write_bytes(b"x" * 100)
                # As `publish` does, but for the flushing, which is slow and of no matter here.
                (work / RECORD_NAME).write_text(GRAPH[node.stage].output(name=name).to_json(work))
                self.artifacts.place(node.stage, name).parent.mkdir(exist_ok=True)
                work.rename(self.artifacts.place(node.stage, name))
                self.artifacts.end(work)
            if job.state == "pending":
                self.store.complete_job(job, 1.0)
        return {(node.stage, name) for node, name in snapshot.prints.items()}

    def has(self, key: Key) -> bool:
        return self.artifacts.is_published(*key)

    def published(self) -> set[Key]:
        return {artifact.key for artifact in survey(self.artifacts.root)}

    def wanted(self) -> set[Key]:
        """Return what every run is made of now, or was last, rejected clips apart."""
        keys: set[Key] = set()
        for run in self.store.runs():
            nodes = [Node("hear")]
            for clip in self.store.clips(run.id):
                if clip.decision == "rejected":
                    continue
                asked = {o.cell.column for o in self.store.outputs(run.id) if o.clip_id == clip.id}
                nodes += [Node("frame", clip.id), Node("word", clip.id)]
                nodes += [Node("make", clip.id, *column) for column in asked.union(run.options.columns())]
            rows = {
                Node(job.stage, job.clip_id, job.aspect, job.preset): job.fingerprint
                for job in self.store.jobs(run.id)
            }
            for node, name in self.snapshot(run.id, nodes).prints.items():
                keys.add((node.stage, name))
                if not self.has((node.stage, name)):
                    # Shown until it is made anew.
                    keys.add((node.stage, rows.get(node, "")))
        return keys

    async def collect(self, in_use: Callable[[], set[Key]] = set) -> int:
        with NeededArtifacts(GRAPH, self.store, self.artifacts, self.snapshot, in_use) as needed:
            return await collect(self.artifacts, needed)

    def assert_loads(self, keys: set[Key]) -> None:
        for stage, name in keys:
            assert self.artifacts.load(GRAPH[stage].output, stage, name).name == name  # type: ignore[attr-defined]

    def close(self) -> None:
        self.store.close()


@contextmanager
def bench(store_kind: type[ArtifactStore] = ArtifactStore) -> Iterator[Bench]:
    with tempfile.TemporaryDirectory() as folder:
        opened = Bench(Path(folder), store_kind)
        try:
            yield opened
        finally:
            opened.close()


def live_through(bench: Bench, draw: random.Random, steps: int) -> None:
    """Do what users and runs do, in random order."""
    store = bench.store
    for _ in range(steps):
        runs = [run.id for run in store.runs()]
        action = draw.choice(["run", "edit", "edit", "decide", "ask", "make", "make", "undo", "delete", "setup"])
        if action == "run" or not runs:
            aspects = tuple(draw.sample(ASPECTS, draw.randint(1, 2)))
            options = RunOptions.model_validate({"aspects": aspects})
            bench.new_run(draw.choice(["talk", "other"]), draw.randint(1, 3), options)
            continue
        run = draw.choice(runs)
        clip = draw.choice(store.clips(run))
        if action == "edit":
            changed = (
                editing.retitle(clip, f"title {draw.randint(0, 2)}")
                if draw.random() < 0.5
                else editing.new_clip(run, clip.cut.start, clip.cut.start + draw.randint(3, 8), "new", "clean@1")
            )
            store.edit_clips(run, "edit", [changed])
        elif action == "decide":
            store.edit_clips(run, "decide", [editing.set_decision(clip, draw.choice(DECISIONS))])
        elif action == "ask":
            store.ask_outputs(
                run, [Cell(clip.id, draw.choice(ASPECTS), draw.choice(PRESETS))], bench.folder / "exports"
            )
        elif action == "make":
            aspects = draw.sample(ASPECTS, draw.randint(1, 3))
            bench.make(run, [Node("make", clip.id, aspect, draw.choice(PRESETS)) for aspect in aspects])
        elif action == "undo":
            store.undo(run)
        elif action == "delete" and draw.random() < 0.3:
            store.delete_run(run)
        elif action == "setup":
            store.set_setup(run, RunSetup(transcriber="x", whisper_model=draw.choice(["small", "large"])))


@given(st.randoms(use_true_random=False), st.integers(5, 40))
@examples(few=8, many=400)
def test_exactly_what_kept_clips_need_stays(draw, steps):
    with bench() as ws:
        live_through(ws, draw, steps)
        before = ws.published()
        sizes = sum(artifact.bytes for artifact in survey(ws.artifacts.root))
        begun = {key for key in sorted(ws.wanted())[:6] if key[1]} | {("hear", "nobody")}
        for key in begun:
            Checkpoint(ws.artifacts.parts_of(*key)).put("part", b"words")
        freed = asyncio.run(ws.collect())
        kept = before & ws.wanted()
        assert set(ws.artifacts.kept_parts()) == (begun & ws.wanted()) - before
        freed -= len(b"words") * (len(begun) - len(ws.artifacts.kept_parts()))
        assert ws.published() == kept
        ws.assert_loads(kept)
        assert freed == sizes - sum(artifact.bytes for artifact in survey(ws.artifacts.root))
        assert list(ws.artifacts.work.iterdir()) == []
        assert asyncio.run(ws.collect()) == 0, "the second time there is nothing left to do"


class CutOff(Exception):
    """The program ended here."""


class Faltering(ArtifactStore):
    """A store that is cut off after so many artifacts were taken away."""

    left = 0

    def retire(self, stage: str, fingerprint: str) -> Path | None:
        if Faltering.left == 0:
            raise CutOff
        Faltering.left -= 1
        return super().retire(stage, fingerprint)


@given(st.randoms(use_true_random=False), st.integers(0, 6))
@examples(few=6, many=200)
def test_cut_off_anywhere_it_leaves_whole_artifacts_and_rubbish_that_is_swept(draw, count):
    with bench(Faltering) as ws:
        live_through(ws, draw, 30)
        kept = ws.published() & ws.wanted()
        Faltering.left = count
        with suppress(CutOff):
            asyncio.run(ws.collect())
        ws.assert_loads(kept)
        assert all((place / RECORD_NAME).is_file() for place in ws.artifacts.root.glob("[!.]*/*"))
        ws.artifacts.sweep()
        Faltering.left = -1
        asyncio.run(ws.collect())
        assert ws.published() == kept


def test_what_is_wanted_again_meanwhile_stays(monkeypatch):
    monkeypatch.setattr("core.pipeline.collect._BATCH", 4)
    with bench() as ws:
        run = ws.new_run(clips=1)
        (clip,) = ws.store.clips(run)
        versions = []
        for number in range(12):
            ws.store.edit_clips(run, "retitle", [editing.retitle(clip, f"title {number}")])
            versions.append(ws.make(run, [Node("make", clip.id, "9:16")]))
        found: list[set[Key]] = []

        async def take_back() -> None:
            # Each time the user finds what is left of the version before, and looks at it for as long as it takes.
            for version in versions[-2:3:-1]:
                await asyncio.sleep(0.001)
                ws.store.undo(run)
                found.append({key for key in version if ws.has(key)})

        async def both() -> None:
            await asyncio.gather(ws.collect(lambda: set().union(*found[:-1])), take_back())

        asyncio.run(both())
        assert len(found) == 7
        assert len(ws.published()) < 2 + 2 * 12, "something was removed"
        # The last is being looked at by nobody yet: that it is wanted now is reason enough.
        for version in found:
            ws.assert_loads(version)


def test_what_is_being_made_or_read_stays():
    with bench() as ws:
        run = ws.new_run(clips=1)
        (clip,) = ws.store.clips(run)
        old = ws.make(run, [Node("make", clip.id, "9:16")])
        ws.store.edit_clips(run, "retitle", [editing.retitle(clip, "another")])
        new = ws.make(run, [Node("make", clip.id, "9:16")])
        asyncio.run(ws.collect(lambda: old))
        assert ws.published() == old | new
        asyncio.run(ws.collect())
        assert ws.published() == new


def test_what_a_row_says_is_being_worked_on_stays():
    with bench() as ws:
        run = ws.new_run(clips=1)
        (clip,) = ws.store.clips(run)
        made = ws.make(run, [Node("make", clip.id, "9:16")])
        ws.store.edit_clips(run, "reject", [editing.set_decision(clip, "rejected")])
        (job,) = [job for job in ws.store.jobs(run) if job.stage == "make"]
        ws.store.reset_job(job)
        asyncio.run(ws.collect())
        assert ws.published() == {key for key in made if key[0] in ("hear", "make")}


def test_a_run_that_is_to_be_resolved_anew_keeps_all_that_it_was_made_of():
    with bench() as ws:
        run = ws.new_run(clips=1)
        ws.store.set_setup(run, RunSetup(transcriber="faster_whisper", whisper_model="small"))
        made = ws.make(run, [Node("make", ws.store.clips(run)[0].id, "9:16")])
        ws.store.set_setup(run, RunSetup())
        asyncio.run(ws.collect())
        assert ws.published() == made


def test_a_clip_whose_style_is_gone_keeps_what_was_made_of_it():
    with bench() as ws:
        run = ws.new_run(clips=2)
        first, second = ws.store.clips(run)
        made = ws.make(run, [Node("make", clip.id, "9:16") for clip in (first, second)])
        ws.broken.add(first.id)
        asyncio.run(ws.collect())
        assert ws.published() == made


def test_rubbish_and_what_killed_workers_left_goes_and_work_that_goes_on_stays():
    with bench() as ws:
        run = ws.new_run(clips=1)
        made = ws.make(run, [Node("hear")])
        ws.artifacts.place("frame", "no-record").mkdir(parents=True)
        live, dead = ws.artifacts.begin("make"), ws.artifacts.begin("make")
        for work in (live, dead):
            work.mkdir()
            (work / "clip.mp4").write_bytes(b"x" * 1000)
            work.with_name(work.name + ".progress").write_text("{}")
        ws.artifacts.end(dead)
        freed = asyncio.run(ws.collect())
        assert freed == 1002
        assert ws.published() == made
        assert sorted(path.name for path in ws.artifacts.work.iterdir()) == [live.name, live.name + ".progress"]


def test_an_artifact_that_is_not_whole_is_unused_even_where_it_is_needed(tmp_path):
    (tmp_path / "hear" / "a").mkdir(parents=True)
    (tmp_path / "hear" / "b").mkdir()
    (tmp_path / "hear" / "b" / RECORD_NAME).write_text("{}")
    (tmp_path / ".work" / "c").mkdir(parents=True)
    found = survey(tmp_path)
    assert [(a.fingerprint, a.bytes, a.is_whole) for a in found] == [("a", 0, False), ("b", 2, True)]
    assert unused(found, {("hear", "a"), ("hear", "b")}) == [found[0]]
    assert survey(tmp_path / "nowhere") == []


@pytest.mark.skipif("os.name == 'nt'", reason="a folder whose files are open can be renamed here")
def test_a_reader_keeps_what_it_opened():
    with bench() as ws:
        run = ws.new_run(clips=1)
        (stage, name) = next(iter(ws.make(run, [Node("hear")])))
        ws.store.delete_run(run)
        with (ws.artifacts.place(stage, name) / "beside.bin").open("rb") as reader:
            asyncio.run(ws.collect())
            assert ws.published() == set()
            assert reader.read() == b"x" * 100
