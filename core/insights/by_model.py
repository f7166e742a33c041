"""Summary, chapter titles, quotes and description by a language model. Nothing that it says is taken on trust.

The local chapters are the frame: the model titles and sums up each, and quotes a line of it. A quote that is not
said there word for word, or a time outside of the chapter, is refused; what is refused twice stays local.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from pydantic import ConfigDict, Field

from core.errors import ProviderError
from core.highlights.language import join_words
from core.highlights.sentences import split_sentences
from core.insights.rounds import ask_twice
from core.llm.client import LanguageModel
from core.llm.prompts import prompt
from core.llm.provider import Message
from core.schema.insights import Chapter, Insights, SpokenLine, WrittenInsights
from core.schema.record import ProgressCallback, Record
from core.schema.transcript import Transcript, Word

BATCH_CHARACTERS = 16_000
"""How much is asked at once: small local models lose the thread over more."""

LONGEST_PART = 24_000
LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_DESCRIPTION = 80, 320, 700
FEWEST_QUOTED = 4
"""Words; a shorter "quote" is a phrase."""

_SLACK = 1.0  # seconds, for a model that rounds


class ChapterReply(Record):
    """What the model says of one chapter. Fields it adds are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: int
    title: str = ""
    summary: str = ""
    at: float | None = None
    quote: str = ""


class ChapterReplies(Record):
    """The model's answer on chapters."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    chapters: tuple[ChapterReply, ...]


class TalkReply(Record):
    """The model's answer on the whole talk."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    description: str = Field(min_length=1)


@dataclass(frozen=True)
class Part:
    """A stretch that is asked about: its number from 1, its seconds, the words said in it, and those as lines."""

    id: int
    start: float
    end: float
    words: tuple[Word, ...]
    speakers: tuple[str, ...]
    lines: str

    def place(self, quote: str) -> SpokenLine | None:
        """Return where a quote is said, in the words as they are written there; None where it is not."""
        looked_for = _letters(quote)
        texts = [_letters(word.text) for word in self.words]
        at = "".join(texts).find(looked_for) if looked_for else -1
        if at < 0:
            return None
        ends = list(accumulate(map(len, texts)))
        first, last = bisect_right(ends, at), bisect_right(ends, at + len(looked_for) - 1)
        # Across a change of speaker nobody said it.
        if len(set(self.speakers[first : last + 1])) > 1:
            return None
        text = join_words([word.text for word in self.words[first : last + 1]])
        return SpokenLine(
            start=round(self.words[first].start, 3),
            end=round(self.words[last].end, 3),
            text=text[:1].upper() + text[1:],
            speaker=self.speakers[first],
        )

    def fault(self, reply: ChapterReply) -> str:
        """Return why what the model says of it can't be taken; empty where it can."""
        if not 0 < len(_tidy(reply.title)) <= LONGEST_TITLE:
            return f"the title must have 1 to {LONGEST_TITLE} characters"
        if not 0 < len(_tidy(reply.summary)) <= LONGEST_SUMMARY:
            return f"the summary must be one sentence of at most {LONGEST_SUMMARY} characters"
        if reply.at is None or not self.start - _SLACK <= reply.at <= self.end + _SLACK:
            return f"“at” must be a second between {self.start:.1f} and {self.end:.1f}"
        if reply.quote.strip() and (self.place(reply.quote) is None or len(_words(reply.quote)) < FEWEST_QUOTED):
            return "the quote is not said there, word for word"
        return ""


def write_insights(
    model: LanguageModel, transcript: Transcript, local: Insights, progress: ProgressCallback
) -> WrittenInsights:
    """Have a model write what it can of a talk's insights; the rest stays local.

    Raises:
        ProviderError: The model can't be asked, and nothing was written.
    """
    parts = parts_of(transcript, local)
    told: dict[int, ChapterReply] = {}
    problems: list[str] = []
    for number, batch in enumerate(batches := list(_batches(parts))):
        progress(number / (len(batches) + 1), f"Asking {model.endpoint.model} about {_spans(batch)}")
        try:
            told |= _ask_chapters(model, batch, problems, progress)
        except ProviderError as error:
            if not told:
                raise
            # The next batch would meet the same: an endpoint that is gone is not asked again and again.
            problems.append(str(error))
            break
    progress(len(batches) / (len(batches) + 1), f"Asking {model.endpoint.model} for a description")
    description = "" if problems and not told else _ask_description(model, local, parts, told, problems, progress)
    titled = [told[part.id].title if part.id in told else "" for part in parts]
    found = [(part, told[part.id]) for part in parts if part.id in told]
    quotes = [line for part, reply in found if (line := part.place(reply.quote))]
    return WrittenInsights(
        writer=model.endpoint.model,
        description=description,
        summary=tuple(_summary(part, reply, local.duration) for part, reply in found),
        chapters=_titled(local.chapters, titled),
        quotes=tuple(quotes),
        problem=" ".join(dict.fromkeys(problems)),
        costs=tuple(model.costs),
    )


def parts_of(transcript: Transcript, local: Insights) -> list[Part]:
    """Return the stretches to ask about: the chapters, or the whole of a talk that has none."""
    starts = [chapter.start for chapter in local.chapters] or [0.0]
    spoken = list(transcript.words())
    sentences = split_sentences(transcript)
    made = []
    for number, (start, end) in enumerate(pairwise([*starts, max(local.duration, starts[-1] + 1.0)]), 1):
        inside = [(word, segment.speaker) for word, segment in spoken if start <= word.start < end]
        said = [s for s in sentences if start <= s.start < end]
        lines = "\n".join(f"[{s.start:.1f}] {s.speaker + ': ' if s.speaker else ''}{s.text}" for s in said)
        if inside:
            words, speakers = zip(*inside, strict=True)
            made.append(Part(number, start, end, words, speakers, _shortened(lines)))
    return made


def _shortened(lines: str) -> str:
    """Return lines of at most `LONGEST_PART` characters: of a longer part its beginning and its end."""
    if len(lines) <= LONGEST_PART:
        return lines
    half = LONGEST_PART // 2
    return f"{lines[:half].rpartition(chr(10))[0]}\n[…]\n{lines[-half:].partition(chr(10))[2]}"


def _batches(parts: Sequence[Part]) -> Iterator[list[Part]]:
    batch: list[Part] = []
    for part in parts:
        if batch and sum(len(each.lines) for each in (*batch, part)) > BATCH_CHARACTERS:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch


def _ask_chapters(
    model: LanguageModel, batch: Sequence[Part], problems: list[str], progress: ProgressCallback
) -> dict[int, ChapterReply]:
    by_number = {part.id: part for part in batch}
    question: dict[str, object] = {
        "chapters": [
            {"id": part.id, "start": round(part.start, 1), "end": round(part.end, 1), "lines": part.lines}
            for part in batch
        ]
    }
    taken = ask_twice(
        model,
        "chapters",
        question,
        list(by_number),
        ChapterReplies,
        lambda answer: answer.chapters,
        lambda reply: by_number[reply.id].fault(reply),
        progress,
    )
    for number, why in taken.refused.items():
        part = by_number[number]
        problems.append(f"Of {int(part.start) // 60}:{int(part.start) % 60:02d} on, the local words stay: {why}.")
    return taken.parts


def _ask_description(
    model: LanguageModel,
    local: Insights,
    parts: Sequence[Part],
    told: dict[int, ChapterReply],
    problems: list[str],
    progress: ProgressCallback,
) -> str:
    chapters = [{"title": told[p.id].title, "summary": told[p.id].summary} for p in parts if p.id in told]
    question = {"speakers": [each.speaker for each in local.talk_time if each.speaker], "chapters": chapters}
    messages = [
        prompt("description").message(),
        Message(role="user", content=json.dumps(question, ensure_ascii=False)),
    ]
    try:
        answer, _ = model.ask(messages, TalkReply, 800, progress)
    except ProviderError as error:
        problems.append(f"There is no description: {error}")
        return ""
    text = " ".join(answer.description.split())
    if len(text) > LONGEST_DESCRIPTION:
        problems.append("There is no description: it was far too long.")
        return ""
    return text


def _summary(part: Part, reply: ChapterReply, duration: float) -> SpokenLine:
    at = min(max(part.start, reply.at or 0.0), part.end, duration)
    return SpokenLine(
        start=round(at, 3), end=round(max(at, min(part.end, duration)), 3), text=_tidy(reply.summary)
    )


def _titled(chapters: Sequence[Chapter], titles: Sequence[str]) -> tuple[Chapter, ...]:
    """Return the chapters by the model's titles, where it gave one that no other chapter has."""
    if not any(titles):
        return ()
    named: list[Chapter] = []
    used: set[str] = set()
    given = [*titles, *[""] * len(chapters)]
    for chapter, title in zip(chapters, given, strict=False):
        tidy = _tidy(title).rstrip(".")
        chosen = tidy if tidy and tidy.casefold() not in used else chapter.title
        used.add(chosen.casefold())
        named.append(chapter.model_copy(update={"title": chosen}))
    return tuple(named)


def _spans(batch: Sequence[Part]) -> str:
    first, last = (int(at) // 60 for at in (batch[0].start, batch[-1].end))
    return f"minutes {first} to {last}"


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip('"“”')


def _words(text: str) -> list[str]:
    # An ideograph is about a word.
    return text.split() if " " in text.strip() else list(_letters(text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
