"""Asking a language model for translations, a batch at a time, and taking only what was asked for."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pydantic import ConfigDict

from core.errors import ProviderError
from core.llm.client import LanguageModel
from core.llm.prompts import prompt
from core.llm.provider import Message
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.translation import ReviewedLine, TranslatedLine
from core.translation.languages import language_name

BATCH_LINES = 16
BATCH_CHARACTERS = 2400
"""How much is asked at once: small local models lose the thread over more."""

LINES_BEFORE, LINES_AFTER = 4, 2
ROUNDS = 3
"""How often a batch is asked for what its answers left out."""

_MAX_TOKENS = 6000
# No language takes so much more room than another; beyond it the model explains or repeats itself.
_LONGEST, _SPARE_CHARACTERS = 4, 80


class TranslatedText(Record):
    """One translation in the model's answer. Fields it adds are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: int
    text: str


class TranslatedTexts(Record):
    """The model's answer."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    translations: tuple[TranslatedText, ...]


@dataclass(frozen=True)
class Languages:
    """From which language (ISO 639-1 code, empty where it is not known) into which; `terms` are to be kept."""

    source: str
    target: str
    terms: str = ""


@dataclass(frozen=True)
class BatchResult:
    """What came of a batch: new lines, and why some are still missing (empty where none are)."""

    lines: tuple[TranslatedLine, ...]
    problem: str = ""


def batches(lines: Sequence[ReviewedLine], wanted: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield the wanted lines' places in batches that a model can keep in mind, none empty."""
    batch: list[int] = []
    size = 0
    for index in wanted:
        length = len(lines[index].original)
        if batch and (len(batch) >= BATCH_LINES or size + length > BATCH_CHARACTERS):
            yield tuple(batch)
            batch, size = [], 0
        batch.append(index)
        size += length
    if batch:
        yield tuple(batch)


def translate_batch(
    model: LanguageModel,
    lines: Sequence[ReviewedLine],
    batch: Sequence[int],
    languages: Languages,
    progress: ProgressCallback = ignore_progress,
) -> BatchResult:
    """Ask for a batch, then again for what its answers left out or got wrong.

    Raises:
        ProviderError: The model can't be reached, or its first answer can't be used at all.
        Cancelled: Raised by `progress`.
    """
    found: dict[int, str] = {}
    for attempt in range(ROUNDS):
        left = [index for index in batch if index not in found]
        if not left:
            break
        # After an answer that left some out, fewer at once are easier to keep count of.
        asked = left[: max(1, len(left) // 2)] if attempt > 1 else left
        try:
            reply, _ = model.ask(messages(lines, asked, languages), TranslatedTexts, _MAX_TOKENS, progress)
        except ProviderError as error:
            if not found:
                raise
            return BatchResult(_made(lines, found), str(error))
        found |= accepted(reply, lines, asked)
    missing = len(batch) - len(found)
    problem = f"{model.endpoint.model} left out {missing} of {len(batch)} lines" if missing else ""
    return BatchResult(_made(lines, found), problem)


def messages(lines: Sequence[ReviewedLine], batch: Sequence[int], languages: Languages) -> list[Message]:
    """Return the question for some lines: what to translate with its surroundings, as JSON."""
    first, last = batch[0], batch[-1]
    asked: dict[str, object] = {
        "from": language_name(languages.source) if languages.source else "the language that is spoken",
        "to": language_name(languages.target),
    }
    if languages.terms:
        asked["terms"] = languages.terms
    asked["before"] = [_context(line) for line in lines[max(0, first - LINES_BEFORE) : first]]
    asked["segments"] = [_segment(lines[index], index) for index in batch]
    asked["after"] = [_context(line) for line in lines[last + 1 : last + 1 + LINES_AFTER]]
    return [
        prompt("translate").message(),
        Message(role="user", content=json.dumps(asked, ensure_ascii=False)),
    ]


def accepted(reply: TranslatedTexts, lines: Sequence[ReviewedLine], batch: Collection[int]) -> dict[int, str]:
    """Return what of an answer can be taken, by place: one text for an id that was asked for, neither empty nor
    beyond all measure. An id that is answered twice with different texts is answered not at all.
    """
    taken: dict[int, str] = {}
    doubtful: set[int] = set()
    for given in reply.translations:
        index, text = given.id - 1, " ".join(given.text.split())
        if index not in batch or not text:
            continue
        if len(text) > _LONGEST * len(lines[index].original) + _SPARE_CHARACTERS:
            continue
        if taken.setdefault(index, text) != text:
            doubtful.add(index)
    return {index: text for index, text in taken.items() if index not in doubtful}


def _segment(line: ReviewedLine, index: int) -> dict[str, object]:
    told: dict[str, object] = {"id": index + 1, "text": line.original}
    return told | ({"speaker": line.speaker} if line.speaker else {})


def _context(line: ReviewedLine) -> dict[str, str]:
    """Return a line that is only to be understood, with its translation, so that terms stay the same."""
    return {"text": line.original} | ({"translation": line.text} if line.text else {})


def _made(lines: Sequence[ReviewedLine], found: dict[int, str]) -> tuple[TranslatedLine, ...]:
    return tuple(
        TranslatedLine(
            start=lines[index].start, end=lines[index].end, original=lines[index].original, text=found[index]
        )
        for index in sorted(found)
    )
