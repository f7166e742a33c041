"""Undo over a real project and its database: any edits, undone, give back the start, and redone, the end."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from core import editing, reframing
from core.pipeline.records import database
from core.project import Project
from core.schema.choice import ASPECTS
from core.schema.clip import DECISIONS, Arrangement, Clip, CropKeyframe
from core.schema.plan import Candidate, EditorialPlan
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from tests import instant_stages
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound

_SECONDS = 600.0
_TEXTS = st.sampled_from(["", "A better title", "the old cat", "Ünïcode 猫 🎬", "x" * 300])
_TIMES = st.integers(0, 500).map(lambda tenths: tenths / 10)
_PLACES = st.integers(0, 11)
# Words are there at 20.0, 20.5 … 21.5 and 30.0, 30.5, 31.0.
_WORDS = st.sampled_from([20.0, 20.5, 21.0, 21.5, 30.0, 30.5, 31.0])


def _spoken() -> Transcript:
    segments = []
    for first, line, who in ((20.0, "the teh cat sat", "Speaker 0"), (30.0, "on a mat", "Speaker 1")):
        words = tuple(
            Word(text=text, start=first + place / 2, end=first + place / 2 + 0.4)
            for place, text in enumerate(line.split())
        )
        segments.append(TranscriptSegment(start=first, end=words[-1].end, text=line, words=words, speaker=who))
    return Transcript(language="en", segments=tuple(segments))


def _planned() -> EditorialPlan:
    # Titles quote what is said, so that corrections of words reach into clips.
    cuts = [Cut(ranges=(TimeSpan(start=at, end=at + 15.0),)) for at in (20.0, 25.0, 100.0)]
    return EditorialPlan(
        candidates=tuple(
            Candidate(
                id=f"c{place}",
                cut=cut,
                score=90.0 - place,
                axes={},
                title="The teh cat",
                hook="On a mat",
                reason="It is.",
            )
            for place, cut in enumerate(cuts)
        )
    )


async def _prepare(folder: Path) -> str:
    """Make a workspace with one analysed run of three clips; return the run's id."""
    project = await open_instant(folder, ThreadExecutor())
    source = await project.import_source(write_sound(folder.parent / "1.wav", 1))
    run_id = await project.start_run(source.id, RunOptions(aspects=("9:16",)))
    await at_rest(project)
    assert len(project.clips(run_id)) == 3
    await project.close()
    return run_id


class Editor(RuleBasedStateMachine):
    """Edits, undoes, redoes, starts anew; remembers every state, of which `states[at]` must be there."""

    prepared: Path
    run_id: str
    _folders = itertools.count()

    @initialize()
    def open(self) -> None:
        self.folder = self.prepared.parent / f"example{next(self._folders)}"
        shutil.copytree(self.prepared, self.folder)
        self.runner = asyncio.Runner()
        self.project = self.wait(open_instant(self.folder, ThreadExecutor()))
        self.source_id = self.project.run(self.run_id).source_id
        self.states = [self.state()]
        self.at = 0

    def wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.runner.run(work)

    def state(self) -> tuple[object, ...]:
        """Return everything that the user can change."""
        reading = self.wait(self.project.transcripts.read(self.source_id))
        clips = {clip.id: clip for clip in self.project.clips(self.run_id)}
        return clips, reading.corrections, reading.transcript

    def clip(self, place: int) -> Clip:
        clips = sorted(self.project.clips(self.run_id), key=lambda clip: clip.id)
        return clips[place % len(clips)]

    def note(self) -> None:
        """Remember the state after an edit, and forget what had been undone, where the edit changed anything."""
        now = self.state()
        if now != self.states[self.at]:
            self.states = [*self.states[: self.at + 1], now]
            self.at += 1

    def keep(self, label: str, *after: Clip, removed: tuple[str, ...] = ()) -> None:
        self.wait(self.project.edit(self.run_id, label, after, removed))
        self.note()

    # Edits of clips

    @rule(places=st.lists(_PLACES, min_size=1, max_size=4), decision=st.sampled_from(DECISIONS))
    def decide(self, places: list[int], decision: Any) -> None:
        chosen = {clip.id: clip for clip in map(self.clip, places)}
        self.keep("Decide", *(editing.set_decision(clip, decision) for clip in chosen.values()))

    @rule(place=_PLACES, text=_TEXTS, what=st.sampled_from(["title", "hook", "notes", "stress", "post"]))
    def write(self, place: int, text: str, what: str) -> None:
        clip = self.clip(place)
        after = {
            "title": lambda: editing.retitle(clip, text),
            "hook": lambda: editing.set_hook(clip, text),
            "notes": lambda: editing.set_notes(clip, text),
            "stress": lambda: editing.stress(clip, text.split()),
            "post": lambda: editing.describe(clip, text),
        }[what]()
        self.keep(f"Write {what}", after)

    @rule(place=_PLACES, start=_TIMES, end=_TIMES)
    def trim(self, place: int, start: float, end: float) -> None:
        self.keep("Trim", editing.trim(self.clip(place), start, end, _SECONDS))

    @rule(place=_PLACES, words=st.integers(-3, 3), is_start=st.booleans())
    def nudge(self, place: int, words: int, is_start: bool) -> None:
        move = editing.nudge_start if is_start else editing.nudge_end
        self.keep("Nudge", move(self.clip(place), _spoken(), words, _SECONDS))

    @rule(place=_PLACES, start=_TIMES, seconds=_TIMES)
    def cut(self, place: int, start: float, seconds: float) -> None:
        self.keep("Cut", editing.cut_out(self.clip(place), TimeSpan(start=start, end=start + seconds)))

    @rule(place=_PLACES)
    def restore(self, place: int) -> None:
        self.keep("Restore", editing.restore(self.clip(place)))

    @rule(place=_PLACES, at=_TIMES)
    def split(self, place: int, at: float) -> None:
        if parts := editing.split(self.clip(place), at):
            self.keep("Split", *parts)

    @rule(place=_PLACES)
    def merge(self, place: int) -> None:
        clip = self.clip(place)
        if other := editing.following(clip, self.project.clips(self.run_id)):
            self.keep("Merge", editing.merge(clip, other), removed=(other.id,))

    @rule(start=_TIMES, seconds=_TIMES)
    def make(self, start: float, seconds: float) -> None:
        self.keep("New clip", editing.new_clip(self.run_id, start, start + seconds, "By hand", "clean"))

    @rule(place=_PLACES)
    def duplicate(self, place: int) -> None:
        self.keep("Duplicate", editing.duplicate(self.clip(place)))

    @rule(places=st.lists(_PLACES, min_size=1, max_size=3), style=st.sampled_from(["clean", "boxed"]))
    def restyle(self, places: list[int], style: str) -> None:
        chosen = {clip.id: clip for clip in map(self.clip, places)}
        self.keep("Style", *(editing.set_style(clip, style) for clip in chosen.values()))

    @rule(places=st.lists(_PLACES, min_size=1, max_size=3), aspects=st.sets(st.sampled_from(ASPECTS)))
    def shape(self, places: list[int], aspects: Any) -> None:
        chosen = {clip.id: clip for clip in map(self.clip, places)}
        self.keep("Shapes", *(editing.set_aspects(clip, aspects) for clip in chosen.values()))

    @rule(place=_PLACES, noise=st.booleans(), gain=st.integers(-6, 6))
    def sound(self, place: int, noise: bool, gain: int) -> None:
        clip = self.clip(place)
        wished = clip.sound.model_copy(update={"reduces_noise": noise, "gain_db": float(gain)})
        self.keep("Sound", editing.set_sound(clip, wished))

    @rule(place=_PLACES, at=_TIMES, aspect=st.sampled_from(ASPECTS), is_automatic=st.booleans())
    def frame(self, place: int, at: float, aspect: Any, is_automatic: bool) -> None:
        clip, shot = self.clip(place), TimeSpan(start=at, end=at + 5.0)
        if is_automatic:
            self.keep("Automatic", reframing.back_to_automatic(clip, shot, aspect))
        else:
            key = CropKeyframe(at=at, centre_x=200.0, centre_y=100.0, height=120.0)
            self.keep("Crop", reframing.set_crop(clip, aspect, shot, key))

    @rule(place=_PLACES, layout=st.sampled_from(["", "wide", "split"]))
    def arrange(self, place: int, layout: str) -> None:
        self.keep("Layout", reframing.arrange(self.clip(place), Arrangement(layout=layout)))

    @rule(place=_PLACES, back=_PLACES)
    def go_back(self, place: int, back: int) -> None:
        clip = self.clip(place)
        versions = self.project.versions(clip.id)
        if versions:
            then = versions[back % len(versions)].clip
            self.keep("Back", editing.go_back(clip, then))
            assert editing.go_back(self.project.clip(clip.id), then) == self.project.clip(clip.id)

    # Corrections of words

    @rule(at=_WORDS, text=st.sampled_from(["old", "upon the", "teh"]))
    def correct(self, at: float, text: str) -> None:
        self.wait(self.project.transcripts.correct_words(self.source_id, at, at + 0.4, text, self.run_id))
        self.note()

    @rule(at=_WORDS)
    def revert(self, at: float) -> None:
        self.wait(self.project.transcripts.revert(self.source_id, at, at + 0.4))
        self.note()

    @rule(find=st.sampled_from(["at", "cat", "teh"]), text=st.sampled_from(["it", "dog", "the"]))
    def replace(self, find: str, text: str) -> None:
        self.wait(
            self.project.transcripts.replace_words(self.source_id, find, text, whole_words=False, match_case=True)
        )
        self.note()

    @rule(name=st.sampled_from(["Ana", "Ben", ""]), who=st.sampled_from(["Speaker 0", "Speaker 1"]))
    def name_speaker(self, name: str, who: str) -> None:
        self.wait(self.project.transcripts.name_speaker(self.source_id, who, name, self.run_id))
        self.note()

    @rule(at=_WORDS, who=st.sampled_from(["Speaker 0", "Speaker 1", "Ana"]))
    def assign(self, at: float, who: str) -> None:
        self.wait(self.project.transcripts.assign_speaker(self.source_id, at, at + 0.4, who, self.run_id))
        self.note()

    # Back and forth

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.step_back()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.step_on()

    @rule()
    def start_anew(self) -> None:
        self.wait(self.project.close())
        self.project = self.wait(open_instant(self.folder, ThreadExecutor()))

    def step_back(self) -> None:
        name = self.project.undo_label(self.run_id)
        assert bool(name) == (self.at > 0)
        assert self.wait(self.project.undo(self.run_id)) == name
        self.at = max(0, self.at - 1)
        assert self.state() == self.states[self.at]

    def step_on(self) -> None:
        name = self.project.redo_label(self.run_id)
        assert bool(name) == (self.at < len(self.states) - 1)
        assert self.wait(self.project.redo(self.run_id)) == name
        self.at = min(len(self.states) - 1, self.at + 1)
        assert self.state() == self.states[self.at]

    @invariant()
    def what_is_there_is_what_must_be(self) -> None:
        if hasattr(self, "project"):
            assert self.state() == self.states[self.at]

    def teardown(self) -> None:
        if not hasattr(self, "project"):
            return
        try:
            while self.at:
                self.step_back()
            assert self.state() == self.states[0], "the start"
            while self.at < len(self.states) - 1:
                self.step_on()
            assert self.state() == self.states[-1], "the end"
        finally:
            self.wait(self.project.close())
            self.runner.close()
            shutil.rmtree(self.folder, ignore_errors=True)


def _prepared(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Make a workspace with one analysed run, whose clips quote its transcript."""
    use_instant_stages(monkeypatch)
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: _spoken())
    monkeypatch.setitem(instant_stages.MAKERS, "plan", lambda context, given: _planned())
    return asyncio.run(_prepare(folder))


def _run(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    examples: int,
    steps: int,
    phases: tuple[Phase, ...] = tuple(Phase),
) -> None:
    prepared = folder / "prepared"
    run_id = _prepared(prepared, monkeypatch)

    class Prepared(Editor):
        pass

    Prepared.prepared, Prepared.run_id = prepared, run_id
    slow = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
    run_state_machine_as_test(
        Prepared,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, suppress_health_check=slow, phases=phases
        ),
    )


def test_any_sequence_of_edits_is_undone_to_its_start_and_redone_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A failure is told as it was found: making it smaller takes minutes, which the long form has.
    _run(tmp_path, monkeypatch, examples=10, steps=20, phases=(Phase.generate,))


@pytest.mark.soak
def test_many_long_sequences_are_undone_and_redone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _run(tmp_path, monkeypatch, examples=400, steps=80)


def test_a_clock_that_is_set_back_does_not_change_the_order_of_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = _prepared(tmp_path / "prepared", monkeypatch)

    async def scenario(project: Project) -> None:
        clip = project.clips(run_id)[0]
        source = project.run(run_id).source_id
        clock = itertools.count(2_000_000_000, -60)
        with monkeypatch.context() as patched:
            patched.setattr(database.time, "time", lambda: float(next(clock)))
            await project.edit(run_id, "Title", [editing.retitle(clip, "One")])
            await project.transcripts.correct_words(source, 20.5, 20.9, "old")
            await project.edit(run_id, "Note", [editing.set_notes(project.clip(clip.id), "Two")])
        labels = [await project.undo(run_id) for _ in range(4)]
        assert labels == ["Note", "Correct words", "Title", None]
        labels = [await project.redo(run_id) for _ in range(4)]
        assert labels == ["Title", "Correct words", "Note", None]

    async def whole() -> None:
        project = await open_instant(tmp_path / "prepared", ThreadExecutor())
        try:
            await scenario(project)
        finally:
            await project.close()

    asyncio.run(whole())


def test_the_versions_of_a_clip_are_its_own_and_outlive_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = _prepared(tmp_path / "prepared", monkeypatch)

    async def scenario() -> None:
        project = await open_instant(tmp_path / "prepared", ThreadExecutor())
        first, second, _ = project.clips(run_id)
        assert project.versions(first.id) == []
        await project.edit(run_id, "Both", [editing.set_decision(clip, "maybe") for clip in (first, second)])
        await project.edit(run_id, "Other", [editing.retitle(project.clip(second.id), "Other")])
        await project.edit(run_id, "Trim", [editing.trim(project.clip(first.id), 21.0, 30.0, _SECONDS)])
        await project.edit(run_id, "Undone", [editing.set_notes(project.clip(first.id), "Gone")])
        await project.undo(run_id)
        await project.close()
        project = await open_instant(tmp_path / "prepared", ThreadExecutor())
        found = project.versions(first.id)
        assert [version.label for version in found] == ["Trim", "Both", ""]
        assert found[0].clip == project.clip(first.id)
        assert found[0].at > found[1].at > found[2].at == 0.0
        await project.edit(run_id, "Back", [editing.go_back(project.clip(first.id), found[2].clip)])
        assert (project.clip(first.id).cut, project.clip(first.id).decision) == (first.cut, "undecided")
        assert project.clip(second.id).wording.title == "Other"
        await project.close()

    asyncio.run(scenario())
