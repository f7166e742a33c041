"""A talk in overlapping passages of whole sentences, as a language model reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.highlights.plan import PlanOptions
from core.llm.prompts import prompt
from core.llm.provider import Message
from core.schema.plan import Candidate
from core.schema.segment import Sentence

PASSAGE_CHARACTERS = 16_000
"""How much of a talk is read at once, about 20 minutes: small local models lose the thread over more."""

LARGEST_OVERLAP = 0.4
"""What two neighbours share at most, as a part of a passage."""

PROMPT = "moments"


@dataclass(frozen=True)
class Passage:
    """Sentences `first` to `last` (inclusive, from 0), and which known clips (from 0) lie wholly within."""

    first: int
    last: int
    known: tuple[int, ...] = ()


def passages_of(
    sentences: Sequence[Sentence], longest: float, clips: Sequence[tuple[int, int]] = ()
) -> tuple[Passage, ...]:
    """Cut a talk into passages, in order, that share `longest` seconds with their neighbours.

    So a clip of that length lies wholly within one. `clips` are first and last sentences of known ones; each
    belongs to the first passage that holds it.
    """
    passages: list[Passage] = []
    given: set[int] = set()
    first = 0
    while first < len(sentences):
        last = _last_within(sentences, first)
        inside = [
            number
            for number, clip in enumerate(clips)
            if number not in given and first <= clip[0] and clip[1] <= last
        ]
        given.update(inside)
        passages.append(Passage(first, last, tuple(inside)))
        if last + 1 >= len(sentences):
            break
        first = _next_first(sentences, first, last, longest)
    return tuple(passages)


def _last_within(sentences: Sequence[Sentence], first: int) -> int:
    size, last = 0, first
    for number in range(first, len(sentences)):
        size += len(line_of(sentences[number], number)) + 1
        if size > PASSAGE_CHARACTERS and number > first:
            break
        last = number
    return last


def _next_first(sentences: Sequence[Sentence], first: int, last: int, longest: float) -> int:
    furthest = last + 1 - int((last + 1 - first) * LARGEST_OVERLAP)
    shared = last + 1
    while shared > furthest and sentences[last].end - sentences[shared - 1].start <= longest:
        shared -= 1
    return max(first + 1, shared)


def line_of(sentence: Sentence, number: int) -> str:
    """Return a sentence as the model sees it: `12 [0:31] Anna: What happened then?`"""
    speaker = f"{sentence.speaker}: " if sentence.speaker else ""
    return f"{number + 1} [{clock(sentence.start)}] {speaker}{sentence.text}"


def clock(seconds: float) -> str:
    """Return `4:05` or `1:04:05`."""
    whole = int(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def question(
    passage: Passage,
    sentences: Sequence[Sentence],
    clips: Sequence[tuple[int, int]],
    options: PlanOptions,
    wanted: int,
) -> list[Message]:
    """Return what a model is asked about a passage: for up to `wanted` moments, and an opinion on known clips."""
    parts = []
    if options.prompt.strip():
        parts.append(f"The user is looking for: {options.prompt[:500]}\nWhat does not fit this scores low.")
    parts.append(
        f"Propose up to {wanted} moments of {options.min_seconds:g} to {options.max_seconds:g} seconds"
        f" from sentences {passage.first + 1} to {passage.last + 1}."
    )
    lines = [line_of(sentences[number], number) for number in range(passage.first, passage.last + 1)]
    parts.append("\n".join(lines))
    known = [f"clip {n + 1}: sentences {clips[n][0] + 1} to {clips[n][1] + 1}" for n in passage.known]
    parts.append("Clips found already:\n" + "\n".join(known) if known else "No clips were found here yet.")
    return [prompt(PROMPT).message(), Message(role="user", content="\n\n".join(parts))]


def span_of(candidate: Candidate, sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Return the first and last sentence of a candidate, by their middles; the nearest where it holds none."""
    held = [
        number
        for number, sentence in enumerate(sentences)
        if any(span.contains((sentence.start + sentence.end) / 2) for span in candidate.cut.ranges)
    ]
    nearest = min(range(len(sentences)), key=lambda n: abs(sentences[n].start - candidate.cut.start))
    return (held[0], held[-1]) if held else (nearest, nearest)
