"""Advanced SubStation files (ASS, and its elder SSA): dialogue with its actors, karaoke times as word times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from core.errors import TranscriptError
from core.speech.captions import beyond_recording, plain_text, seconds_of, unmarked
from core.speech.words import Passage, SpokenWord, words_of_pieces

# What a file without a Format line means.
_FIELDS = ("layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text")
_CLOCK = re.compile(r"\s*(\d{1,4}):(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?\s*")
_PART = re.compile(r"\{([^{}]*)\}")
_KARAOKE = re.compile(r"\\(?:kf|ko|k|K)\s*(\d{1,6})")
_DRAWING = re.compile(r"\\p(\d+)")
_EXPECTED = "A line of dialogue looks like: Dialogue: 0,0:00:01.00,0:00:04.00,Default,Name,0,0,0,,Text"


def parse_ass(text: str, file: str) -> list[Passage]:
    """Return the passages of an ASS or SSA file, each layer of the same text once; the actor is the speaker.

    Raises:
        TranscriptError: A line of dialogue that can't be read, or none at all.
    """
    fields: Sequence[str] = _FIELDS
    is_events = False
    found: dict[tuple[float | None, float | None, str], Passage] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip().lstrip("\ufeff")
        if line.startswith("["):
            is_events = line.lower() == "[events]"
        if not is_events:
            continue
        kind, _, rest = line.partition(":")
        if kind.lower() == "format":
            fields = [name.strip().lower() for name in rest.split(",")]
            if not {"start", "end", "text"} <= set(fields):
                raise TranscriptError(f"line {number}: the format lacks Start, End or Text.", file=file)
        elif kind.lower() == "dialogue":
            passage = _passage(rest, fields, file, number)
            if passage.text:
                # Outline, shadow and glow are layers of one text at one time.
                found.setdefault((passage.start, passage.end, passage.text), passage)
    if not found:
        raise TranscriptError("there is no dialogue in this file.", file=file, remedy=_EXPECTED)
    return sorted(found.values(), key=lambda passage: (passage.start or 0.0, passage.end or 0.0))


def _passage(rest: str, fields: Sequence[str], file: str, number: int) -> Passage:
    values = rest.split(",", len(fields) - 1)
    if len(values) < len(fields):
        reason = f"line {number}: dialogue of {len(values)} fields instead of {len(fields)}."
        raise TranscriptError(reason, file=file, remedy=_EXPECTED)
    row = dict(zip(fields, values, strict=True))
    start, end = (_seconds(row[name], file, number) for name in ("start", "end"))
    pieces = list(_pieces(row["text"], start, max(start, end)))
    words: tuple[SpokenWord, ...] = ()
    if _KARAOKE.search(row["text"]):
        words = tuple(words_of_pieces(pieces))
    plain = " ".join("".join(text for text, _, _ in pieces).split())
    speaker = plain_text(row.get("name", row.get("actor", "")))
    return Passage(text=plain, start=start, end=end, speaker=speaker, words=words)


def _pieces(text: str, start: float, end: float) -> Iterator[tuple[str, float, float]]:
    """Yield what is read between override tags, each with the times of its syllable, or those of the line."""
    at, until, is_drawing = start, end, False
    parts = _PART.split(text)
    for place, part in enumerate(parts):
        if place % 2:
            for lasts in _KARAOKE.findall(part):
                at = until if until < end else at
                until = min(end, at + int(lasts) / 100)
            if drawing := _DRAWING.search(part):
                is_drawing = int(drawing[1]) > 0
        elif part and not is_drawing:
            yield unmarked(re.sub(r"\\[Nnh]", " ", part)), at, until


def _seconds(clock: str, file: str, number: int) -> float:
    match = _CLOCK.fullmatch(clock)
    if not match:
        shown = clock.strip()[:40]
        raise TranscriptError(f"line {number}: {shown!r} is no time.", file=file, remedy=_EXPECTED)
    seconds = seconds_of(*match.groups())
    return beyond_recording(seconds, file, number)
