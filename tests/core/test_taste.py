"""Decisions of a workspace as examples: kept by the verbs that are there, taken back by undo, and learned from."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from core import editing, taste
from core.learning.features import FEATURES
from core.learning.ranker import fit
from core.pipeline.events import Event, LearnedChanged
from core.project import Project
from core.schema.clip import Clip, Decision
from core.schema.learning import AxisWeights
from core.schema.plan import Candidate, EditorialPlan
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript
from tests import instant_stages
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound
from tests.reviewers import REVIEWERS, decided, made_up_clips


class Bench:
    """A workspace with an analysed run of a few clips, in which learning follows decisions at once."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.events: list[Event] = []
        use_instant_stages(monkeypatch)
        monkeypatch.setattr(taste, "_PAUSE", 0.0)

    async def open(self) -> Project:
        project = await open_instant(self.folder / "workspace", ThreadExecutor())
        project.subscribe(self.events.append)
        return project

    async def analysed(self, **options: object) -> tuple[Project, str]:
        project = await self.open()
        source = await project.import_source(write_sound(self.folder / "1.wav", 1))
        run_id = await project.start_run(source.id, RunOptions(aspects=("9:16",), **options))
        await at_rest(project)
        return project, run_id


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path, monkeypatch)


async def decide(project: Project, clip: Clip, decision: Decision) -> None:
    await project.edit(clip.run_id, "Decide", [editing.set_decision(clip, decision)])


def told(project: Project) -> list[tuple[str, str]]:
    return [(each.clip_id.split("-")[-1], each.decision) for each in project.taste.examples()]


def test_decisions_trims_exports_and_new_clips_are_kept_and_taken_back(bench):
    async def scenario():
        project, run_id = await bench.analysed()
        first, second = project.clips(run_id)
        assert project.taste.examples() == []
        await decide(project, first, "approved")
        await decide(project, second, "maybe")
        await decide(project, project.clip(second.id), "rejected")
        assert told(project) == [("c0", "approved"), ("c1", "rejected")]
        await project.undo(run_id)
        assert told(project) == [("c0", "approved"), ("c1", "maybe")]
        await project.undo(run_id)
        assert told(project) == [("c0", "approved")]
        await project.redo(run_id)
        await project.edit(run_id, "Trim", [editing.trim(project.clip(first.id), 0.0, 10.0, 600.0)])
        trimmed = project.taste.examples()[-1]
        assert (trimmed.decision, trimmed.kept_seconds) == ("approved", 10.0)
        assert trimmed.trimmed == pytest.approx(1 / 3, abs=1e-3)
        assert trimmed.features["seconds"] == 15.0, "as it was shown"
        made = editing.new_clip(run_id, 100.0, 120.0, "Mine", "clean")
        await project.edit(run_id, "New clip", [made])
        assert project.taste.examples()[-1].is_handmade
        await project.undo(run_id)
        assert [each.is_handmade for each in project.taste.examples()] == [False, False]
        await project.export(run_id, [first.id], ["9:16"], bench.folder / "out")
        await at_rest(project)
        assert next(each for each in project.taste.examples() if each.clip_id == first.id).exported_at > 0
        await project.edit(run_id, "Rename", [editing.retitle(project.clip(first.id), "Other")])
        assert next(each for each in project.taste.examples() if each.clip_id == first.id).exported_at > 0
        await project.close()

    asyncio.run(scenario())


def test_what_the_machine_approves_and_delivers_is_no_decision(bench):
    async def scenario():
        project, run_id = await bench.analysed(auto_approve=True, deliver_to=str(bench.folder / "out"))
        assert all(clip.decision == "approved" for clip in project.clips(run_id))
        assert project.taste.examples() == []
        await decide(project, project.clips(run_id)[0], "rejected")
        assert told(project) == [("c0", "rejected")]
        await project.close()

    asyncio.run(scenario())


def test_examples_outlive_their_run_and_the_program(bench):
    async def scenario():
        project, run_id = await bench.analysed()
        await decide(project, project.clips(run_id)[0], "approved")
        project.taste.set_weights(AxisWeights(weights={"hook": 2.0}))
        project.taste.switch(False)
        await project.delete_run(run_id)
        await project.close()
        again = await bench.open()
        await again.taste.settled()
        assert told(again) == [("c0", "approved")]
        learned = again.taste.learned()
        assert (learned.decisions, learned.is_on) == (1, False)
        assert learned.ranker is not None and learned.ranker.reason.startswith("Too few decisions: 1 of")
        assert again.taste.weights.of("hook") == 2.0
        await again.close()

    asyncio.run(scenario())


def test_a_clip_gets_its_traits_when_it_is_proposed_or_made(bench, monkeypatch):
    from tests.core.learning.test_standing import talk

    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: talk())

    async def scenario():
        project, run_id = await bench.analysed()
        first, second = project.clips(run_id)
        assert first.traits["pace"] > 0 and second.traits["statement"] == 1.0
        await project.edit(run_id, "New clip", [editing.new_clip(run_id, 10.0, 20.0, "Mine", "clean")])
        made = project.taste.examples()[-1]
        assert set(made.features) <= {feature.name for feature in FEATURES}
        assert made.features["main_voice"] == 1.0
        await project.close()

    asyncio.run(scenario())


async def taught(project: Project, reviewer: int = 1) -> None:
    """Let a reviewer have decided on clips of many other talks."""
    made = decided(made_up_clips(12, 12, 1), REVIEWERS[reviewer], 1)
    project._store.keep_examples([each.model_copy(update={"at": 1.0}) for each in made])
    project.taste.take_back()
    await project.taste.settled()


def plan_of(*clips: tuple[str, float, float]) -> EditorialPlan:
    """Return a plan of clips with an id, a score and a length in seconds."""
    return EditorialPlan(
        candidates=tuple(
            Candidate(
                id=name,
                cut=Cut(ranges=(TimeSpan(start=100.0 * place, end=100.0 * place + seconds),)),
                score=score,
                axes={"hook": {"score": 60.0}},  # type: ignore[dict-item]
                title=name,
                reason="It is.",
            )
            for place, (name, score, seconds) in enumerate(clips)
        )
    )


def test_what_was_learned_ranks_lists_the_best_that_are_approved_and_the_names_of_files(bench, monkeypatch):
    plan = plan_of(("long", 80.0, 85.0), ("middle", 79.0, 40.0), ("short", 78.0, 16.0))
    monkeypatch.setitem(instant_stages.MAKERS, "plan", lambda context, given: plan)

    async def scenario():
        project = await bench.open()
        await taught(project)
        learned = project.taste.learned()
        assert learned.is_applied and learned.decisions == 144
        source = await project.import_source(write_sound(bench.folder / "1.wav", 1))
        out = bench.folder / "out"
        options = RunOptions(aspects=("9:16",), top=2, auto_approve=True, deliver_to=str(out))
        run_id = await project.start_run(source.id, options)
        await at_rest(project)
        assert [clip.wording.title for clip in project.clips(run_id)] == ["short", "middle", "long"]
        assert [clip.score for clip in project.clips(run_id)] == [78.0, 79.0, 80.0], "the usual score is kept"
        approved = [clip.wording.title for clip in project.clips(run_id) if clip.decision == "approved"]
        assert approved == ["short", "middle"]
        assert sorted(file.name for file in out.glob("*.mp4")) == ["01 short 9x16.mp4", "02 middle 9x16.mp4"]
        project.taste.switch(False)
        assert [clip.wording.title for clip in project.clips(run_id)] == ["long", "middle", "short"]
        await project.close()

    asyncio.run(scenario())


def test_a_fresh_start_forgets_what_was_learned_and_can_be_taken_back(bench):
    async def scenario():
        project = await bench.open()
        await taught(project)
        before = project.taste.learned().ranker
        assert before is not None and before.is_used
        project.taste.start_afresh()
        fresh = project.taste.learned()
        assert (fresh.decisions, fresh.is_applied) == (0, False)
        assert len(project.taste.examples()) == 144, "kept for export"
        assert project.taste.can_take_back
        project.taste.take_back()
        await project.taste.settled()
        assert project.taste.learned().ranker == before
        project.taste.start_afresh(forgets_examples=True)
        assert project.taste.examples() == [] and not project.taste.can_take_back
        assert not project.taste.learned().is_applied
        await project.close()

    asyncio.run(scenario())


def test_it_is_told_when_something_was_learned_and_an_old_ranker_is_fitted_anew(bench):
    async def scenario():
        project = await bench.open()
        await taught(project)
        assert any(isinstance(event, LearnedChanged) for event in bench.events)
        # As if the program had ended between a decision and what was learned from it.
        late = decided(made_up_clips(13, 12, 1), REVIEWERS[1], 1)[0]
        project._store.keep_examples([late.model_copy(update={"clip_id": "late", "at": 2.0})])
        await project.close()
        again = await bench.open()
        assert again.taste.learned().is_fitting
        await again.taste.settled()
        assert again.taste.learned().decisions == 145
        await again.close()

    asyncio.run(scenario())


def test_nothing_said_gives_no_traits_and_no_error(bench, monkeypatch):
    monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: Transcript())

    async def scenario():
        project, run_id = await bench.analysed()
        await decide(project, project.clips(run_id)[0], "approved")
        assert "pace" not in project.taste.examples()[0].features
        await project.close()

    asyncio.run(scenario())


@pytest.mark.soak
def test_a_worker_process_fits_what_this_one_would(tmp_path, monkeypatch):
    monkeypatch.setattr(taste, "_PAUSE", 0.0)

    async def scenario():
        project = await open_instant(tmp_path / "workspace")
        await taught(project)
        learned = project.taste.learned()
        assert learned.is_applied
        assert learned.ranker == fit(project.taste.examples())
        await project.close()

    asyncio.run(scenario())
