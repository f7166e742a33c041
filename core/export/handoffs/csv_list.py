"""A list of clips for spreadsheets, and for whoever types times into Descript: a row a part, times as read.

Start and end are the media's own time (hh:mm:ss.mmm), which may be changed and read back, as titles and notes may.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from core.errors import ExportError
from core.export.format import clock
from core.export.handoff import (
    FoundPart,
    FoundSequence,
    FrameSpan,
    Handoff,
    HandoffClip,
    HandoffSource,
    span_seconds,
    title_of,
    writable,
)

NAME = "csv"
TITLE = "CSV (spreadsheets, Descript)"
SUFFIX = ".csv"
HAS_CAPTIONS = False
KEEPS_TITLES = True

COLUMNS = (
    "clip", "part", "title", "start", "end", "duration", "timecode in", "timecode out", "score", "decision",
    "notes", "reason", "description", "hashtags", "shapes", "source",
)  # fmt: skip
_NEEDED = ("start", "end")
_MOST_FIELD = 1 << 20
# A cell that begins so is a formula in a spreadsheet, and may run what a stranger wrote into a title.
_FORMULA = re.compile(r"\s*[=+\-@\t\r]")
_CLOCK = re.compile(r"(?:(?:(\d+):)?(\d{1,2}):)?(\d+(?:[.,]\d+)?)")
_FRAMES = re.compile(r"\d{1,2}[:;]\d{2}[:;]\d{2}[:;]\d{2}")


def write(stream: BinaryIO, handoff: Handoff) -> None:
    """Write a heading and the rows, as Excel reads UTF-8: with a byte-order mark."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(COLUMNS)
    for number, clip in enumerate(handoff.clips, 1):
        for part, span in enumerate(clip.spans):
            rows.writerow([_safe(str(cell)) for cell in _row(handoff.source, clip, number, part, span)])
    stream.write(b"\xef\xbb\xbf" + text.getvalue().encode())


def _row(source: HandoffSource, clip: HandoffClip, number: int, part: int, span: FrameSpan) -> tuple[object, ...]:
    shown = span_seconds(source, span)
    start_ms, end_ms = round(shown.start * 1000), round(shown.end * 1000)
    return (
        clip.id,
        part + 1,
        title_of(clip, number),
        clock(start_ms, "."),
        clock(end_ms, "."),
        f"{(end_ms - start_ms) / 1000:.3f}",
        source.timecode(span.start),
        source.timecode(span.end),
        f"{clip.score:.0f}",
        clip.decision,
        writable(clip.notes),
        writable(clip.reason),
        writable(clip.description),
        " ".join(clip.hashtags),
        " ".join(clip.shapes),
        source.name,
    )


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def read(content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
    """Return the rows of a list, in their order; those of parts by their number.

    Raises:
        ExportError: It has no columns “start” and “end”, or no row that can be understood.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252", "replace")
    parts: list[FoundPart] = []
    told: list[str] = []
    for number, row in enumerate(_rows(text), 2):
        if not any(row.values()):
            continue
        try:
            parts.append(_part(row, source))
        except ValueError as error:
            told.append(f"Row {number} can't be understood: {error}.")
    if not parts:
        raise ExportError("No row of this list says where a clip starts and ends.", remedy="; ".join(told[:3]))
    return [FoundSequence("", tuple(parts), tuple(told))]


def _rows(text: str) -> Iterator[dict[str, str]]:
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    csv.field_size_limit(_MOST_FIELD)
    reader = csv.reader(io.StringIO(text.replace("\x00", ""), newline=""), delimiter=separator)
    try:
        names = [name.strip().casefold() for name in next(reader, [])]
        if not all(name in names for name in _NEEDED):
            raise ExportError(
                "This list has no columns “start” and “end”.", remedy="Keep the first row as it was exported."
            )
        for row in reader:
            yield {name: _plain(cell) for name, cell in zip(names, row, strict=False)}
    except csv.Error as error:
        raise ExportError(f"This is no list of comma-separated values ({error}).") from error


def _part(row: dict[str, str], source: HandoffSource) -> FoundPart:
    start, end = _seconds(row.get("start", ""), source), _seconds(row.get("end", ""), source)
    if end <= start:
        raise ValueError(f"it ends ({row.get('end')}) before it starts ({row.get('start')})")
    return FoundPart(
        row.get("title", ""), start, end, row.get("clip", "").strip(), row.get("source", ""), row.get("notes")
    )


def _seconds(text: str, source: HandoffSource) -> float:
    """Return seconds from hh:mm:ss.mmm, mm:ss, plain seconds, or a timecode of the source.

    Raises:
        ValueError: It is none of them.
    """
    text = text.strip()
    if _FRAMES.fullmatch(text):
        return source.grid.second(source.frame_of(text))
    found = _CLOCK.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is no time")
    hours, minutes, seconds = int(found[1] or 0), int(found[2] or 0), float(found[3].replace(",", "."))
    return hours * 3600 + minutes * 60 + seconds
