"""Corrections as records of a source: stored, told, undone, and standing over new transcriptions."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from core import editing
from core.errors import TranscriptError
from core.highlights.requote import Quotes
from core.pipeline.events import CorrectionsChanged, Event
from core.project import Project
from core.schema.plan import Candidate, EditorialPlan
from core.schema.run import RunOptions
from core.schema.time import Cut, TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word
from tests import instant_stages
from tests.instant_project import ThreadExecutor, at_rest, open_instant, use_instant_stages, write_sound


def spoken(*lines: str) -> Transcript:
    """Return lines of words, two a second, a line every ten seconds from the 20th on."""
    segments = []
    for number, line in enumerate(lines):
        first = 20.0 + 10 * number
        words = tuple(
            Word(text=text, start=first + place / 2, end=first + place / 2 + 0.4)
            for place, text in enumerate(line.split())
        )
        segments.append(
            TranscriptSegment(
                start=first, end=words[-1].end, text=line, words=words, speaker=f"Speaker {number % 2}"
            )
        )
    return Transcript(language="en", segments=tuple(segments))


class Bench:
    """A workspace with one analysed run, whose transcript can be made another."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.says = spoken("the teh cat sat", "on a mat")
        self.events: list[Event] = []
        use_instant_stages(monkeypatch)
        monkeypatch.setitem(instant_stages.MAKERS, "transcribe", lambda context, given: self.says)

    async def open(self) -> Project:
        project = await open_instant(self.folder / "workspace", ThreadExecutor())
        project.subscribe(self.events.append)
        return project

    async def analysed(self) -> tuple[Project, str, str]:
        """Return the project, the source's id and the run's."""
        project = await self.open()
        source = await project.import_source(write_sound(self.folder / "1.wav", 1))
        options = RunOptions(aspects=("9:16",), auto_approve=True, deliver_to=str(self.folder / "out"))
        run_id = await project.start_run(source.id, options)
        await at_rest(project)
        assert project.run(run_id).state == "fully_generated"
        return project, source.id, run_id

    def told(self) -> int:
        return sum(isinstance(event, CorrectionsChanged) for event in self.events)


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    return Bench(tmp_path, monkeypatch)


async def said(project: Project, query: str) -> list[str]:
    return [hit.text for hit in (await project.search(query)).hits]


async def text(project: Project, source_id: str) -> str:
    reading = await project.transcripts.read(source_id)
    assert reading is not None
    return reading.transcript.text.replace("\n", " / ")


def test_a_correction_is_one_step_that_is_told_undone_and_kept(bench):
    async def scenario():
        project, source, _ = await bench.analysed()
        words = project.transcripts
        await words.correct_words(source, 20.5, 20.9, "old")
        await words.correct_words(source, 30.0, 30.4, "upon the")
        assert await text(project, source) == "the old cat sat / upon the a mat"
        assert bench.told() == 2
        await words.correct_words(source, 20.5, 20.9, "old")
        assert bench.told() == 2
        assert await words.undo(source)
        assert await text(project, source) == "the old cat sat / on a mat"
        assert words.labels(source) == ("Correct words", "Correct words")
        await project.close()
        project = await bench.open()
        words = project.transcripts
        assert await words.redo(source) and not await words.redo(source)
        assert await text(project, source) == "the old cat sat / upon the a mat"
        assert await words.undo(source) and await words.undo(source) and not await words.undo(source)
        assert await text(project, source) == "the teh cat sat / on a mat"
        await words.correct_words(source, 20.0, 20.4, "a")
        assert not await words.redo(source)
        await project.close()

    asyncio.run(scenario())


def test_every_verb_is_a_step(bench):
    async def scenario():
        project, source, run = await bench.analysed()
        words = project.transcripts
        assert await words.replace_words(source, "at", "it", whole_words=False, match_case=True) == 3
        await words.name_speaker(source, "Speaker 0", "Anna")
        await words.assign_speaker(source, 30, 30.5, "Anna")
        reading = await words.read(source, run)
        assert [(s.speaker, s.text) for s in reading.transcript.segments] == [
            ("Anna", "the teh cit sit"), ("Anna", "on"), ("Speaker 1", "a mit")
        ]  # fmt: skip
        await words.merge_speakers(source, ["Speaker 1"], "Anna")
        await words.revert(source, 21, 21.4)
        assert await text(project, source) == "the teh cat sit / on / a mit"
        for wanted in ("the teh cit sit / on / a mit",) * 2 + ("the teh cit sit / on a mit",) * 2:
            assert await words.undo(source)
            assert await text(project, source) == wanted
        assert (await words.read(source)).heard.text == "the teh cat sat\non a mat"
        await project.close()

    asyncio.run(scenario())


def test_a_correction_stands_over_a_new_transcription_that_disagrees(bench):
    async def scenario():
        project, source, run = await bench.analysed()
        words = project.transcripts
        await words.correct_words(source, 20.5, 20.9, "old")
        bench.says = spoken("the ten cat sat", "on the mat")
        await project.replay(run, "transcribe")
        await at_rest(project)
        assert await text(project, source) == "the old cat sat / on the mat"
        (conflict,) = (await words.read(source)).conflicts
        assert (conflict.mine, conflict.was, conflict.heard) == ("old", "teh", "ten")
        await words.resolve(source, conflict.start, "mine")
        assert not (await words.read(source)).conflicts
        await words.undo(source)
        await words.resolve(source, conflict.start, "heard")
        assert await text(project, source) == "the ten cat sat / on the mat"
        await project.close()

    asyncio.run(scenario())


def test_only_the_captions_of_clips_that_say_it_are_made_anew(bench):
    async def scenario():
        project, source, run = await bench.analysed()
        both = [clip.id for clip in project.clips(run)]
        workspace = bench.folder / "workspace"
        before = Counter(line.split()[0] for line in instant_stages.calls(workspace))

        async def made() -> dict[str, int]:
            await project.export(run, both, ["9:16"], bench.folder / "out")
            await at_rest(project)
            now = Counter(line.split()[0] for line in instant_stages.calls(workspace))
            new = now - before
            before.update(new)
            return dict(new)

        assert await made() == {}
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        of_words = ("plan_enhancement", "plan_audio", "build_enhancement", "render")
        assert await made() == dict.fromkeys(of_words, 1)
        await project.transcripts.name_speaker(source, "Speaker 0", "Anna")
        await project.transcripts.correct_words(source, 15.5, 16.0, "in no clip")
        assert await made() == {}
        await project.transcripts.undo(source)
        await project.transcripts.undo(source)
        await project.transcripts.undo(source)
        assert await made() == {}
        await project.close()

    asyncio.run(scenario())


def test_undo_takes_back_whatever_was_done_last_to_clips_or_words(bench):
    async def scenario():
        project, source, run = await bench.analysed()
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        clip = project.clips(run)[0]
        await project.edit(run, "Rename", [editing.retitle(clip, "Other")])
        await project.transcripts.correct_words(source, 20.0, 20.4, "an")
        assert [await project.undo(run) for _ in range(4)] == ["Correct words", "Rename", "Correct words", None]
        assert await text(project, source) == "the teh cat sat / on a mat"
        assert project.redo_label(run) == "Correct words"
        assert await project.redo(run) == "Correct words"
        assert (await project.analysis(run)).transcript.text == "the old cat sat\non a mat"
        assert await project.redo(run) == "Rename"
        assert project.clips(run)[0].wording.title == "Other"
        await project.close()

    asyncio.run(scenario())


def test_undo_pressed_faster_than_it_is_done_goes_back_in_order(bench):
    async def scenario():
        project, source, run = await bench.analysed()
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        await project.edit(run, "Rename", [editing.retitle(project.clips(run)[0], "Other")])
        await project.transcripts.correct_words(source, 20.0, 20.4, "an")
        await project.transcripts.correct_words(source, 21.0, 21.4, "dog")
        done = await asyncio.gather(*(project.undo(run) for _ in range(3)))
        assert done == ["Correct words", "Correct words", "Rename"]
        assert await text(project, source) == "the old cat sat / on a mat"
        await asyncio.gather(*(project.redo(run) for _ in range(3)))
        assert await text(project, source) == "an old dog sat / on a mat"
        assert project.clips(run)[0].wording.title == "Other"
        await project.close()

    asyncio.run(scenario())


def test_what_was_undone_before_a_new_step_of_any_kind_does_not_come_back(bench, monkeypatch):
    cut = Cut(ranges=(TimeSpan(start=20, end=35),))
    found = Candidate(id="c0", cut=cut, score=90.0, axes={}, title="The teh cat", reason="")
    monkeypatch.setitem(instant_stages.MAKERS, "plan", lambda context, given: EditorialPlan(candidates=(found,)))

    async def scenario():
        project, source, run = await bench.analysed()
        (clip,) = project.clips(run)
        await project.edit(run, "Notes", [editing.set_notes(clip, "good")])
        assert await project.undo(run) == "Notes"
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        assert await project.redo(run) is None
        assert project.clips(run)[0].wording.title == "The old cat"
        assert await project.undo(run) == "Correct words"
        await project.edit(run, "Notes", [editing.set_notes(project.clips(run)[0], "fair")])
        assert await project.redo(run) is None
        assert await text(project, source) == "the teh cat sat / on a mat"
        await project.close()

    asyncio.run(scenario())


def test_words_that_come_back_by_redo_are_placed_in_the_sound_again(bench, monkeypatch):
    async def audio(source_id):
        return bench.folder / "1.wav"

    async def place(job):
        return tuple(each.words for each in job.placings)

    async def scenario():
        project, source, _ = await bench.analysed()
        words = project.transcripts
        monkeypatch.setattr(words, "_audio", audio)
        monkeypatch.setattr(words, "_place", place)

        async def aligned():
            await words.settled()
            return [each.is_aligned for each in (await words.read(source)).corrections.words]

        await words.correct_words(source, 20.5, 20.9, "quite old")
        assert await aligned() == [True]
        await words.undo(source)
        await words.redo(source)
        assert await aligned() == [True]
        await project.close()

    asyncio.run(scenario())


def test_what_is_corrected_is_found(bench):
    async def scenario():
        project, source, run = await bench.analysed()
        await project.transcripts.correct_words(source, 20.5, 20.9, "venerable")
        assert await said(project, "venera") == ["the venerable cat sat"]
        assert not await said(project, "teh")
        await project.replay(run, "transcribe")
        await at_rest(project)
        assert await said(project, "venerable") and not await said(project, "teh")
        await project.transcripts.undo(source)
        assert await said(project, "teh")
        await project.close()

    asyncio.run(scenario())


def test_titles_and_hooks_that_quote_read_as_corrected_unless_the_user_wrote_them(bench, monkeypatch):
    cut = Cut(ranges=(TimeSpan(start=20, end=35),))
    found = [
        Candidate(id=f"c{place}", cut=cut, score=90.0 - place, axes={}, title="The teh cat", reason="")
        for place in range(2)
    ]
    found = [each.model_copy(update={"hook": "On a mat"}) for each in found]
    monkeypatch.setitem(
        instant_stages.MAKERS, "plan", lambda context, given: EditorialPlan(candidates=tuple(found))
    )

    async def scenario():
        project, source, run = await bench.analysed()
        second = project.clips(run)[1]
        await project.edit(run, "Rename", [editing.retitle(second, "My own")])

        def wordings():
            return [(clip.wording.title, clip.wording.hook) for clip in project.clips(run)]

        assert wordings() == [("The teh cat", "On a mat"), ("My own", "On a mat")]
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        await project.transcripts.correct_words(source, 31.0, 31.4, "rug")
        assert wordings() == [("The old cat", "On a rug"), ("My own", "On a rug")]
        await project.replay(run, "plan")
        await at_rest(project)
        assert wordings() == [("The old cat", "On a rug"), ("My own", "On a rug")]
        for _ in range(3):
            await project.undo(run)
        assert wordings() == [("The teh cat", "On a mat")] * 2
        await project.close()

    asyncio.run(scenario())


def test_what_is_corrected_while_clips_are_made_is_in_their_titles(bench, monkeypatch):
    cut = Cut(ranges=(TimeSpan(start=20, end=35),))
    found = Candidate(id="c0", cut=cut, score=90.0, axes={}, title="The teh cat", hook="On a mat", reason="")
    monkeypatch.setitem(instant_stages.MAKERS, "plan", lambda context, given: EditorialPlan(candidates=(found,)))

    async def scenario():
        project, source, run = await bench.analysed()
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        loop = asyncio.get_running_loop()
        corrected_meanwhile = []

        def quotes(heard, shown):
            if not corrected_meanwhile:
                corrected_meanwhile.append(True)
                change = project.transcripts.correct_words(source, 31.0, 31.4, "rug")
                asyncio.run_coroutine_threadsafe(change, loop).result(20)
            return Quotes(heard, shown)

        monkeypatch.setattr("core.highlights.requote.Quotes", quotes)
        # Clips that nobody touched are made anew.
        await project.replay(run, "plan")
        await at_rest(project)
        (clip,) = project.clips(run)
        assert corrected_meanwhile and (clip.wording.title, clip.wording.hook) == ("The old cat", "On a rug")
        await project.close()

    asyncio.run(scenario())


def test_a_correction_is_kept_and_told_though_the_plan_is_damaged(bench):
    async def scenario():
        project, source, _ = await bench.analysed()
        (plan,) = (bench.folder / "workspace" / "artifacts" / "plan").glob("*/artifact.json")
        plan.write_text("{")
        await project.transcripts.correct_words(source, 20.5, 20.9, "old")
        assert await text(project, source) == "the old cat sat / on a mat"
        assert await said(project, "old")
        await project.close()

    asyncio.run(scenario())


def test_what_is_not_transcribed_can_be_read_by_nobody(bench):
    async def scenario():
        project = await bench.open()
        source = await project.import_source(write_sound(bench.folder / "1.wav", 1))
        assert await project.transcripts.read(source.id) is None
        with pytest.raises(TranscriptError, match="transcribed"):
            await project.transcripts.correct_words(source.id, 0, 1, "x")
        await project.close()

    asyncio.run(scenario())
