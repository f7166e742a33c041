"""Insights in memory with the shape of the real ones, quickly made up: for tests of the window."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from core import editing
from core.errors import ExportError, ProviderError, TranscriptError
from core.insights.talk import read_talk
from core.insights.talk_time import talk_times
from core.insights.written import with_written
from core.schema.choice import Cost
from core.schema.clip import Clip, Post
from core.schema.endpoint import Endpoint
from core.schema.insights import (
    AnsweredQuestion,
    Chapter,
    Insights,
    SpokenLine,
    TalkTime,
    TextsOutcome,
    TopicFound,
    WrittenInsights,
)
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.transcript import Transcript, TranscriptSegment
from core.talk_insights import Form, TalkInsights

if TYPE_CHECKING:
    from tests.ui.fake_project import FakeProject


class FakeInsights:
    """What the window asks of insights; `gate` holds them up, `problem` lets them fail."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.asked = 0
        self.saved: list[Path] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.problem = ""
        self.save_problem = ""
        self.questions = 0
        self.endpoint: Endpoint | None = None
        self.written: WrittenInsights | None = None
        self.writing = asyncio.Event()
        self.writing.set()
        self.write_problem = ""

    async def of(self, source_id: str, run_id: str = "") -> Insights | None:
        self.asked += 1
        await self.gate.wait()
        if self.problem:
            raise TranscriptError(self.problem)
        reading = self._project.transcripts.peek(source_id)
        # As the real ones of a run that was deleted meanwhile.
        found = self._project.analyses.get(run_id)
        if reading is None or found is None or found.segments is None or found.prepared is None:
            return None
        topics = found.segments.topics
        chapters = tuple(Chapter(start=topic.start, title=topic.title) for topic in topics)
        local = told(reading.transcript, found.prepared.facts.duration, chapters)
        if self.questions:
            first = local.questions[0]
            local = local.model_copy(
                update={"questions": tuple(_numbered(first, n) for n in range(self.questions))}
            )
        return with_written(local, self.written, "") if self.written else local

    async def write(
        self, source_id: str, run_id: str = "", progress: ProgressCallback = ignore_progress
    ) -> WrittenInsights:
        progress(0.0, "Asking a-model about minutes 0 to 2")
        await self.writing.wait()
        if self.write_problem:
            raise ProviderError(self.write_problem)
        line = SpokenLine(start=1.0, end=9.0, text="They nearly lost it all.")
        cost = Cost(provider="openai", model="a-model", usd=0.0123)
        self.written = WrittenInsights(
            writer="a-model", description="Ana tells Ben.", summary=(line,), costs=(cost,)
        )
        return self.written

    async def forget_written(self, source_id: str, run_id: str = "") -> None:
        self.written = None

    def text(self, found: Insights, title: str, form: Form = "markdown") -> str:
        return TalkInsights.text(self, found, title, form)  # type: ignore[arg-type]

    async def save(self, found: Insights, title: str, file: Path) -> Path:
        if self.save_problem:
            raise ExportError(self.save_problem, str(file))
        self.saved.append(file)
        file.write_text(self.text(found, title), encoding="utf-8")
        return file


def told(transcript: Transcript, duration: float, chapters: tuple[Chapter, ...]) -> Insights:
    """Return insights of the first lines of a transcript."""
    segments = transcript.segments[:10]
    asked = next((place for place, each in enumerate(segments[:-1]) if each.text.endswith("?")), None)
    questions = ()
    if asked is not None:
        question, answer = _line(segments[asked]), _line(segments[asked + 1])
        questions = (AnsweredQuestion(question=question, answer=answer, ends=answer.end),)
    notes = {} if questions else {"questions": "Nobody asks a question here."}
    small = transcript.model_copy(update={"segments": transcript.segments[:40]})
    return Insights(
        language="en",
        duration=duration,
        summary=tuple(_line(each) for each in segments[:3]),
        chapters=chapters,
        topics=(TopicFound(phrase="Customers", times=tuple(each.start for each in segments[:8])),),
        quotes=tuple(_line(each) for each in segments[4:7]),
        questions=questions,
        talk_time=_times(small),
        notes=notes,
    )


@cache
def _times(transcript: Transcript) -> tuple[TalkTime, ...]:
    """Return who talks how long. It is the same talk in nearly all tests, and a tenth of opening it."""
    return talk_times(read_talk(transcript))


def _numbered(found: AnsweredQuestion, number: int) -> AnsweredQuestion:
    question = found.question.model_copy(update={"text": f"Question {number}?"})
    return found.model_copy(update={"question": question})


def _line(segment: TranscriptSegment) -> SpokenLine:
    return SpokenLine(start=segment.start, end=segment.end, text=segment.text, speaker=segment.speaker)


class FakePosts:
    """Posts in memory: the first words of what is said in a clip."""

    def __init__(self, project: FakeProject) -> None:
        self._project = project
        self.endpoint: Endpoint | None = None
        self.writing = asyncio.Event()
        self.writing.set()
        self.write_problem = ""

    async def write(
        self, run_id: str, clip_ids: Sequence[str], progress: ProgressCallback = ignore_progress
    ) -> TextsOutcome:
        await self.writing.wait()
        if self.write_problem:
            raise ProviderError(self.write_problem)
        clips = [self._project.clip(clip_id) for clip_id in clip_ids]
        after = [
            editing.describe(editing.retitle(clip, "The model's title"), "The model's words.") for clip in clips
        ]
        await self._project.edit(run_id, "Write texts with a-model", after)
        return TextsOutcome(written=len(after), missing=0, usd=0.004)

    async def of(self, clip: Clip) -> Post:
        reading = self._project.transcripts.peek(self._project.run(clip.run_id).source_id)
        if reading is None:
            return clip.post
        said = [
            word.text for word, _ in reading.transcript.words() if clip.cut.to_clip_time(word.start) is not None
        ]
        made = Post(description=" ".join(said[:8]), hashtags=("#Customers", "#Money"))
        kept = clip.post
        return Post(description=kept.description or made.description, hashtags=kept.hashtags or made.hashtags)
