"""CMX 3600 edit decision lists: cuts alone, for anything that can conform, from Resolve to Avid.

The format knows a reel of eight characters, so file and clip are told by comments: `FROM CLIP NAME` is the file,
which is what Resolve and Premiere find media by; a `LOC` is a marker with the title, and a comment holds the
clip's mark. Captions have no place in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from core.errors import ExportError
from core.export.handoff import (
    FoundPart,
    FoundSequence,
    FrameSpan,
    Handoff,
    HandoffClip,
    HandoffSource,
    file_name_of,
    mark_in,
    one_line,
    title_of,
)

NAME = "edl"
TITLE = "EDL (CMX 3600)"
SUFFIX = ".edl"
HAS_CAPTIONS = False
KEEPS_TITLES = False

REEL_CHARACTERS = 8
# These mean black, and a source that is on no tape.
_NO_REELS = ("AX", "BL", "BLACK", "BARS")
_MOST_COMMENT = 240
_EVENT = re.compile(
    r"(?P<number>\d+)\s+(?P<reel>.+?)\s+(?P<channel>[A-Z0-9/]+)\s+(?P<kind>C|D|W\d+|K[BO]?)(?:\s+\d+)?\s+"
    r"(?P<times>\d\d[:;.]\d\d[:;.]\d\d[:;.,]\d\d\d?(?:\s+\d\d[:;.]\d\d[:;.]\d\d[:;.,]\d\d\d?){3})\s*"
)
_COMMENT = re.compile(
    r"\*\s*(?P<key>FROM CLIP NAME|TO CLIP NAME|SOURCE FILE|FROM FILE|LOC|COMMENT)\s*:?\s*(?P<text>.*)"
)


def write(stream: BinaryIO, handoff: Handoff) -> None:
    """Write an event a part, picture and sound together; lines end as the format's old readers want it."""
    is_drop = handoff.source.rate.is_drop
    lines = [f"TITLE: {one_line(handoff.name)[:70]}", f"FCM: {'DROP FRAME' if is_drop else 'NON-DROP FRAME'}", ""]
    number = 0
    for place, (begins, clip) in enumerate(handoff.placed(), 1):
        for part, (offset, span) in enumerate(clip.placed()):
            number += 1
            lines += _event(handoff, number, begins + offset, span)
            lines += _comments(handoff, clip, place, begins) if part == 0 else [f"* COMMENT: {clip.mark}"]
    stream.write("\r\n".join([*lines, ""]).encode())


def reel_name(source: HandoffSource) -> str:
    """Return what a source is called in eight capital letters and digits."""
    plain = unicodedata.normalize("NFKD", source.path.stem).encode("ascii", "ignore").decode().upper()
    reel = re.sub("[^A-Z0-9]", "", plain)[:REEL_CHARACTERS]
    return reel if reel and reel not in _NO_REELS else "SHRTLIST"


def _event(handoff: Handoff, number: int, begins: int, span: FrameSpan) -> list[str]:
    source, rate = handoff.source, handoff.source.rate
    channel = "V" if source.has_video and not source.audio_channels else "AA/V" if source.has_video else "AA"
    recorded = handoff.first_number + begins
    times = (
        source.timecode(span.start),
        source.timecode(span.end),
        rate.timecode(recorded),
        rate.timecode(recorded + span.length),
    )
    # Lists of more than 999 events are not CMX's any more, but every program reads them.
    return [
        f"{number:03d}  {reel_name(source):<8} {channel:<5} C        {' '.join(times)}",
        f"* FROM CLIP NAME: {one_line(source.name)}",
    ]


def _comments(handoff: Handoff, clip: HandoffClip, place: int, begins: int) -> list[str]:
    title = title_of(clip, place)[:_MOST_COMMENT]
    at = handoff.source.rate.timecode(handoff.first_number + begins)
    told = [one_line(line)[:_MOST_COMMENT] for line in clip.told().splitlines()]
    return [f"* LOC: {at} GREEN   {title}", *(f"* COMMENT: {line}" for line in told)]


def read(content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
    """Return the one sequence of a list: its picture's events, or those of sound where there is no picture.

    Raises:
        ExportError: There is no event in it.
    """
    text = content.decode("utf-8-sig", "replace")
    if "\x00" in text:
        text = content.decode("utf-16", "replace")
    name, events = "", list(_events(text))
    for line in text.splitlines():
        if line.upper().startswith("TITLE:"):
            name = line[6:].strip()
            break
    if not events:
        raise ExportError("This is no CMX 3600 list: no edit was found in it.", remedy="Export an EDL again.")
    pictures = [event for event in events if "V" in event[0]["channel"] or event[0]["channel"] == "B"]
    told: list[str] = []
    parts = []
    for event, comments in pictures or events:
        if event["reel"].upper() in ("BL", "BLACK", "BARS"):
            continue
        try:
            parts.append(_part(event, comments, source))
        except ValueError as error:
            told.append(f"Edit {event['number']} can't be understood: {error}.")
    return [FoundSequence(name, tuple(parts), tuple(told))]


def _events(text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
    """Yield each event with the lines that follow it."""
    found: re.Match[str] | None = None
    lines: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        event = _EVENT.fullmatch(line)
        if event:
            if found:
                yield found, lines
            found, lines = event, []
        elif found and line:
            lines.append(line)
    if found:
        yield found, lines


def _part(event: re.Match[str], lines: Sequence[str], source: HandoffSource) -> FoundPart:
    times = event["times"].split()
    start, end = source.frame_of(times[0]), source.frame_of(times[1])
    played = source.rate.frames(times[3]) - source.rate.frames(times[2])
    told = [found for line in lines if (found := _COMMENT.match(line))]

    def of(*keys: str) -> str:
        return next((each["text"].strip() for key in keys for each in told if each["key"] == key), "")

    media = file_name_of(of("SOURCE FILE", "FROM FILE", "FROM CLIP NAME"))
    marked = next((mark for line in lines if (mark := mark_in(line))), "")
    title = re.sub(r"^\S+\s+[A-Z]+\s+", "", of("LOC"))
    is_altered = played != end - start or any(line.startswith("M2") for line in lines)
    return FoundPart(
        title or media,
        source.grid.second(start),
        source.grid.second(max(start, end)),
        marked,
        # Avid and others give a clip's own name here: only what is a file's name tells of another source.
        media if "." in media else "",
        is_altered=is_altered,
    )
