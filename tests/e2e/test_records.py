"""Whatever is done in whatever order, and wherever the power fails: no illegal state, no edit or file lost.

A machine of hypothesis plays the user, the faults and the power cuts against the real project over instant stages.
What it knows is a simple model: what the user decided and wrote, and which files were asked for.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from core import editing
from core.pipeline import retry
from core.pipeline.events import Event, JobChanged, OutputChanged, RunChanged
from core.pipeline.records.states import JOB_TRANSITIONS, OUTPUT_TRANSITIONS, RUN_TRANSITIONS
from core.project import Project
from core.schema.clip import Clip
from core.schema.run import RunOptions
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound
from tests.instant_stages import STAGES

# Workers that are threads of this process move its folder for temporary files about.
TEMPORARY = tempfile.gettempdir()
ASPECTS = ("9:16", "1:1")
FAULTS = ("fail", "busy", "die")
NAMES = [stage.name for stage in STAGES]
# Which run or clip is meant, whatever there is: what is drawn must not depend on how fast work goes.
PICK = st.integers(0, 11)
# What a clip says and what was decided, as far as the user can change it.
Wished = tuple[str, str, str]


@dataclass
class Step:
    """One undo step: what clips were before and after it."""

    before: dict[str, Wished]
    after: dict[str, Wished]


@dataclass
class Known:
    """What the model knows of one run."""

    clips: dict[str, Wished] = field(default_factory=dict)
    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)
    outputs: set[str] = field(default_factory=set)


def wished(clip: Clip) -> Wished:
    return clip.decision, clip.wording.title, clip.style


def copy_as_it_is(folder: Path, place: Path) -> None:
    """Copy what a crash would leave: the records stand still meanwhile, workers go on and move their files."""
    for parent, _, names in os.walk(folder):
        there = place / Path(parent).relative_to(folder)
        there.mkdir(parents=True, exist_ok=True)
        for name in names:
            with suppress(FileNotFoundError):
                shutil.copy2(Path(parent, name), there / name)


class Desk(RuleBasedStateMachine):
    """A user at work, on a machine that fails."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = asyncio.new_event_loop()
        self.folder = Path(tempfile.mkdtemp(prefix="shortlist-desk-", dir=TEMPORARY))
        self.known: dict[str, Known] = {}
        self.states: dict[tuple[str, str], str] = {}
        self.illegal: list[str] = []
        self.lives = 0
        self.sounds = 0

    # Living and dying

    @initialize()
    def begin(self) -> None:
        self.workspace = self.folder / "life 0"
        self._open()

    def _open(self) -> None:
        self.project: Project = self._do(open_instant(self.workspace, ThreadExecutor()))
        self.states = self._read_states()
        self.project.subscribe(self._on_event)
        self._do(self._go_on())

    async def _go_on(self) -> None:
        self.project.go_on()

    @rule(moments=st.integers(0, 40))
    def power_fails(self, moments: int) -> None:
        """Cut everything off after a few turns of the loop: only what is on disk at that moment goes on."""
        for _ in range(moments):
            self._do(asyncio.sleep(0))
        self.lives += 1
        survives = self.folder / f"life {self.lives}"
        copy_as_it_is(self.workspace, survives)
        self._close()
        shutil.rmtree(self.workspace)
        self.workspace = survives
        self._open()

    @rule()
    def close_and_open(self) -> None:
        self._close()
        self._open()

    def _close(self) -> None:
        self._do(self.project.close())

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self._close()
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()
        shutil.rmtree(self.folder)

    def _do(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)

    # What the user does

    @rule(is_new=st.booleans())
    def import_and_run(self, is_new: bool) -> None:
        self.sounds += int(is_new or not self.sounds)
        file = write_sound(self.folder / f"{self.sounds}.wav", self.sounds)

        async def start() -> str:
            source = await self.project.import_source(file)
            return await self.project.start_run(source.id, RunOptions(aspects=ASPECTS))

        self.known[self._do(start())] = Known()

    @rule(
        pick=PICK,
        many=PICK,
        decision=st.sampled_from(["approved", "rejected", "maybe"]),
        title=st.text(max_size=5),
    )
    def edit(self, pick: int, many: int, decision: Any, title: str) -> None:
        run_id = self._a_run(pick)
        if run_id is None or not (clips := self.project.clips(run_id)):
            return
        chosen = [clip for place, clip in enumerate(clips) if many >> place & 1] or clips[:1]
        after = [editing.retitle(editing.set_decision(clip, decision), title) for clip in chosen]
        if after == chosen:
            return
        self._do(self.project.edit(run_id, "Edit", after))
        self._step(run_id, chosen, after)

    @rule(pick=PICK, which=PICK)
    def split(self, pick: int, which: int) -> None:
        run_id = self._a_run(pick)
        if run_id is None or not (clips := self.project.clips(run_id)):
            return
        clip = clips[which % len(clips)]
        if halves := editing.split(clip, (clip.cut.start + clip.cut.end) / 2):
            self._do(self.project.edit(run_id, "Split", halves))
            self._step(run_id, [clip], halves)

    def _step(self, run_id: str, before: Any, after: Any) -> None:
        known = self.known[run_id]
        step = Step({clip.id: wished(clip) for clip in before}, {clip.id: wished(clip) for clip in after})
        known.done.append(step)
        known.undone.clear()
        known.clips.update(step.after)

    @rule(pick=PICK)
    def undo(self, pick: int) -> None:
        run_id = self._a_run(pick)
        if run_id is None:
            return
        known = self.known[run_id]
        assert (self._do(self.project.undo(run_id)) is not None) == bool(known.done)
        if known.done:
            step = known.done.pop()
            known.undone.append(step)
            self._travel(known, step.before, step.after)

    @rule(pick=PICK)
    def redo(self, pick: int) -> None:
        run_id = self._a_run(pick)
        if run_id is None:
            return
        known = self.known[run_id]
        assert (self._do(self.project.redo(run_id)) is not None) == bool(known.undone)
        if known.undone:
            step = known.undone.pop()
            known.done.append(step)
            self._travel(known, step.after, {})

    def _travel(self, known: Known, wanted: dict[str, Wished], gone: dict[str, Wished]) -> None:
        for clip_id in set(gone) - set(wanted):
            known.clips.pop(clip_id, None)
        known.clips.update(wanted)

    @rule(pick=PICK, aspect=st.sampled_from(ASPECTS))
    def export(self, pick: int, aspect: Any) -> None:
        run_id = self._a_run(pick)
        if run_id is None:
            return
        approved = [clip.id for clip in self.project.clips(run_id) if clip.decision == "approved"]
        made = self._do(self.project.export(run_id, approved, [aspect], self.folder / "out"))
        self.known[run_id].outputs |= set(made)

    @rule(pick=PICK, stage=st.sampled_from(NAMES))
    def replay(self, pick: int, stage: str) -> None:
        run_id = self._a_run(pick)
        if run_id is not None:
            stale = {redone.stage for redone in self.project.foresee(run_id).stages}
            foreseen = {redone.stage for redone in self.project.foresee(run_id, stage).stages}
            assert all(name in stale or NAMES.index(name) >= NAMES.index(stage) for name in foreseen)
            self._do(self.project.replay(run_id, stage))

    @rule(pick=PICK, style=st.sampled_from(["clean@1", "boxed@1", "karaoke@1"]))
    def restyle(self, pick: int, style: str) -> None:
        run_id = self._a_run(pick)
        if run_id is None:
            return
        changed = [clip for clip in self.project.clips(run_id) if clip.style != style]
        self._do(self.project.replay(run_id, style=style))
        if changed:
            self._step(run_id, changed, [editing.set_style(clip, style) for clip in changed])

    @rule(pick=PICK)
    def cancel(self, pick: int) -> None:
        if (run_id := self._a_run(pick)) is not None:
            self._do(self.project.cancel(run_id))

    @rule(pick=PICK)
    def resume(self, pick: int) -> None:
        if (run_id := self._a_run(pick)) is not None:
            self._do(self.project.resume(run_id))

    @rule(is_paused=st.booleans())
    def pause(self, is_paused: bool) -> None:
        async def turn() -> None:
            self.project.pause_queue() if is_paused else self.project.release_queue()

        self._do(turn())

    @rule(pick=PICK, priority=st.sampled_from(["high", "normal", "low"]), place=st.integers(0, 3))
    def reorder(self, pick: int, priority: Any, place: int) -> None:
        if (run_id := self._a_run(pick)) is not None:
            self.project.set_priority(run_id, priority)
            self.project.move_in_queue(run_id, place)

    @rule()
    def free_storage(self) -> None:
        self._do(self.project.free_storage())

    # What goes wrong, and time that passes

    @rule(stage=st.sampled_from(NAMES), fault=st.sampled_from(FAULTS))
    def something_breaks(self, stage: str, fault: str) -> None:
        (self.workspace / f"fault-{stage}").write_text(fault)

    @rule()
    def everything_is_mended(self) -> None:
        for file in self.workspace.glob("fault-*"):
            file.unlink()

    @rule(moments=st.integers(1, 60))
    def time_passes(self, moments: int) -> None:
        for _ in range(moments):
            self._do(asyncio.sleep(0.001))

    @precondition(lambda self: self.known)
    @rule()
    def everything_comes_to_its_end(self) -> None:
        """Mend, release and retry all: then every run ends well, and every file that was asked for is there."""
        self.everything_is_mended()
        self.pause(is_paused=False)
        self._do(at_rest(self.project))
        for run in self.project.runs():
            self._do(self.project.resume(run.id))
        self._do(at_rest(self.project))
        for run in self.project.runs():
            outputs = self.project.outputs(run.id)
            assert run.state == ("fully_generated" if outputs else "analysis_complete"), run
            assert all(output.state == "rendered" for output in outputs), outputs
            assert all(file.is_file() for output in outputs for file in output.files)
            assert {output.id for output in outputs} >= self.known[run.id].outputs
            wanted = {clip.id for clip in self.project.clips(run.id) if clip.decision != "rejected"} | {""}
            undone = [job for job in self.project.jobs(run.id) if job.state != "completed"]
            assert not [(job.id, job.state, job.why) for job in undone if job.clip_id in wanted]
            assert not [each for each in self.project.attempts(run.id) if each.state == "running"]

    # What must always hold

    @invariant()
    def no_edit_is_lost(self) -> None:
        for run_id, known in self.known.items():
            clips = {clip.id: wished(clip) for clip in self.project.clips(run_id)}
            for clip_id, wish in known.clips.items():
                assert clips.get(clip_id) == wish

    @invariant()
    def no_illegal_step_was_taken(self) -> None:
        assert not self.illegal

    @invariant()
    def every_run_is_still_there(self) -> None:
        if hasattr(self, "project"):
            assert {run.id for run in self.project.runs()} == set(self.known)

    def _a_run(self, pick: int) -> str | None:
        return list(self.known)[pick % len(self.known)] if self.known else None

    def _read_states(self) -> dict[tuple[str, str], str]:
        states = {}
        for run in self.project.runs():
            states["run", run.id] = run.state
            states |= {("job", job.id): job.state for job in self.project.jobs(run.id)}
            states |= {("output", output.id): output.state for output in self.project.outputs(run.id)}
        return states

    def _on_event(self, event: Event) -> None:
        match event:
            case RunChanged(run):
                self._check("run", run.id, run.state, RUN_TRANSITIONS, "started")
            case JobChanged(job):
                self._check("job", job.id, job.state, JOB_TRANSITIONS, "pending")
            case OutputChanged(output):
                self._check("output", output.id, output.state, OUTPUT_TRANSITIONS, "pending")

    def _check(self, kind: str, row: str, state: str, table: dict[str, frozenset[str]], first: str) -> None:
        before = self.states.get((kind, row))
        # Where another run failed on a job's behalf, it starts and fails in one transaction.
        is_both = (kind, before, state) == ("job", "pending", "failed")
        is_legal = state == before or is_both or (state == first if before is None else state in table[before])
        if not is_legal:
            self.illegal.append(f"{kind} {row}: {before} became {state}")
        self.states[kind, row] = state


@pytest.fixture(autouse=True)
def instant(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an instant, and try again at once."""
    use_instant_stages(monkeypatch)
    monkeypatch.setattr(retry, "_FIRST_WAIT", 0.001)


_CHECKS = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@pytest.mark.logs_errors
def test_no_sequence_of_work_faults_and_power_cuts_loses_anything() -> None:
    run_state_machine_as_test(
        Desk,
        settings=settings(max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=_CHECKS),
    )


@pytest.mark.soak
@pytest.mark.logs_errors
def test_no_long_sequence_loses_anything() -> None:
    examples = int(os.environ.get("SOAK_EXAMPLES", "300"))
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=examples,
            stateful_step_count=60,
            deadline=None,
            derandomize=False,
            suppress_health_check=_CHECKS,
        ),
    )
