"""A transcript as plain text: paragraphs, perhaps with names and times in front."""

from __future__ import annotations

import re

from core.errors import TranscriptError
from core.speech.captions import plain_text, seconds_of
from core.speech.words import Passage

# [00:01:02], (1:02), 00:01:02.5 or "Ana (00:12):" in front of a paragraph.
_STAMP = re.compile(r"^\s*[\[(]?(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?[\])]?\s*[-–—:]?\s*")
_NAME_STAMP = re.compile(
    r"^\s*([^\W\d_][^:\[\](){}]{0,40}?)\s*[\[(](?:(\d{1,2}):)?(\d{1,3}):(\d{2})[\])]\s*:?\s*$"
)
_NAME_STAMP_TEXT = re.compile(
    r"^\s*([^\W\d_][^:\[\](){}]{0,40}?)\s*[\[(](?:(\d{1,2}):)?(\d{1,3}):(\d{2})[\])]\s*:\s*(?=\S)"
)


def parse_plain(text: str, file: str) -> list[Passage]:
    """Return a passage for every line of text; those without a time of their own have no `start`.

    Raises:
        TranscriptError: There are no words in it.
    """
    passages: list[Passage] = []
    start: float | None = None
    speaker = ""
    for line in text.splitlines():
        if not line.strip():
            continue
        name, at, rest = _head(line)
        if at is not None:
            start = at
        speaker = name or speaker
        spoken = plain_text(rest)
        if spoken and any(character.isalnum() for character in spoken):
            passages.append(Passage(text=spoken, start=start, speaker=speaker))
            start = None
    if not passages:
        raise TranscriptError("there are no words in this file.", file=file)
    return _ascending(passages)


def _head(line: str) -> tuple[str, float | None, str]:
    for pattern in (_NAME_STAMP, _NAME_STAMP_TEXT):
        if match := pattern.match(line):
            name, *clock = match.groups()
            return name.strip(), seconds_of(clock[0], clock[1], clock[2], None), line[match.end() :]
    if match := _STAMP.match(line):
        hours, minutes, seconds, fraction = match.groups()
        return "", seconds_of(hours, minutes, seconds, fraction), line[match.end() :]
    return "", None, line


def _ascending(passages: list[Passage]) -> list[Passage]:
    """Forget all times where they run backwards: then they were something else (bible verses, scores)."""
    starts = [passage.start for passage in passages if passage.start is not None]
    if starts == sorted(starts):
        return passages
    return [Passage(text=passage.text, speaker=passage.speaker) for passage in passages]
