"""The contract of a hand-off: clips written as an editing program opens them, and read back. Members: `handoffs/`.

All are written from one plain record, in frames of a constant rate (`core.export.timecode`): a source, its clips
one after the other, each of one or several parts. What is read back is parts of sources in seconds, in playing
order; `core.export.readback` says what they mean for the clips.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple, Protocol

from core.export.timecode import FrameGrid, Rate
from core.schema.time import Cut, TimeSpan

# No list of cuts of a talk comes near it; a file that does is something else.
MOST_BYTES = 64 << 20
RECORD_START = "01:00:00:00"
"""Where sequences begin, so that something can be put in front."""
_MARK = "shortlist:"
_MARKED = re.compile(r"shortlist:([A-Za-z0-9_.-]+)")
# What XML 1.0 can't hold, line separators of Unicode, and what turns the direction of all that follows.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


class FrameSpan(NamedTuple):
    """Half-open frames of a source or sequence."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many frames it has."""
        return self.end - self.start


class FrameCue(NamedTuple):
    """A caption in frames of its clip."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class HandoffSource:
    """The media that all clips are of. `first_number` is the frame number of its start timecode.

    `is_nominal` says that the source's own frames do not lie evenly, so that its rate is only a way to count;
    `own_fps` is how many pictures it has a second, 0 where that is not known or it has none.
    """

    path: Path
    grid: FrameGrid
    frames: int
    first_number: int = 0
    is_nominal: bool = False
    own_fps: float = 0.0
    width: int = 0
    height: int = 0
    has_video: bool = True
    audio_channels: int = 2
    sample_rate_hz: int = 48000

    @property
    def rate(self) -> Rate:
        """How it is counted."""
        return self.grid.rate

    @property
    def name(self) -> str:
        """Its file's name."""
        return self.path.name

    def timecode(self, frame: int) -> str:
        """Return the source's own timecode of a frame counted from its first."""
        return self.rate.timecode(self.first_number + frame)

    def frame_of(self, timecode: str) -> int:
        """Return the frame, counted from the source's first, that its own timecode names.

        Raises:
            ValueError: It is no timecode.
        """
        frame = self.rate.frames(timecode) - self.first_number
        return frame + self.rate.day_frames if frame < 0 and self.first_number else frame

    def spans(self, cut: Cut) -> tuple[FrameSpan, ...]:
        """Return the frames that a cut shows: at least one, parts that touch in one piece."""
        spans: list[FrameSpan] = []
        last = max(0, self.frames - 1)
        for index, part in enumerate(cut.ranges):
            start, end = min(self.grid.start(part.start), last), min(self.grid.end(part.end), self.frames)
            if spans and index and part.start >= cut.ranges[index - 1].end:
                # Two that met within a frame must not show it twice.
                start = max(start, spans[-1].end)
            if end > start:
                spans.append(FrameSpan(start, end))
        if not spans:
            start = min(self.grid.start(cut.start), last)
            return (FrameSpan(start, start + 1),)
        return joined(spans)


@dataclass(frozen=True)
class HandoffClip:
    """One clip: its parts in frames of the source, and what is told of it. `cut` is the same in seconds."""

    id: str
    title: str
    cut: Cut
    spans: tuple[FrameSpan, ...]
    notes: str = ""
    score: float = 0.0
    decision: str = ""
    reason: str = ""
    shapes: tuple[str, ...] = ()
    is_cropped_by_hand: bool = False
    description: str = ""
    hashtags: tuple[str, ...] = ()
    cues: tuple[FrameCue, ...] = ()

    @property
    def length(self) -> int:
        """Its length in frames."""
        return sum(span.length for span in self.spans)

    @property
    def mark(self) -> str:
        """What it is known by when a file comes back."""
        return f"{_MARK}{self.id}"

    def placed(self) -> list[tuple[int, FrameSpan]]:
        """Return its parts with the frame of the clip at which each begins."""
        begins = accumulate((span.length for span in self.spans), initial=0)
        return list(zip(begins, self.spans, strict=False))

    def told(self) -> str:
        """Return what an editor wants to know of it, a line each, its mark last."""
        shape = f"For {', '.join(self.shapes)}" if self.shapes else ""
        if shape and self.is_cropped_by_hand:
            shape += ", cropped by hand"
        lines = [
            f"Score {self.score:.0f}" if self.score else "",
            self.reason,
            self.notes,
            shape,
            self.description,
            " ".join(self.hashtags),
        ]
        return "\n".join([*(text for line in lines if (text := writable(line).strip())), self.mark])


@dataclass(frozen=True)
class Handoff:
    """What is handed over: clips of one source, in the order in which they follow each other."""

    name: str
    source: HandoffSource
    clips: tuple[HandoffClip, ...]

    @property
    def length(self) -> int:
        """Frames of all clips one after the other."""
        return sum(clip.length for clip in self.clips)

    @property
    def first_number(self) -> int:
        """The frame number of the sequence's start."""
        return self.source.rate.frames(RECORD_START)

    def placed(self) -> list[tuple[int, HandoffClip]]:
        """Return clips with the frame of the sequence at which each begins."""
        begins = accumulate((clip.length for clip in self.clips), initial=0)
        return list(zip(begins, self.clips, strict=False))

    def alone(self) -> list[Handoff]:
        """Return a hand-off a clip, named as the clip is."""
        return [Handoff(title_of(clip, number), self.source, (clip,)) for number, clip in enumerate(self.clips, 1)]


class FoundPart(NamedTuple):
    """A part of a source as a file plays it, in source seconds.

    `clip_id` is empty where the file did not keep it, `media` where it does not say which file is played.
    `notes` is None where the file has no place for them. `is_altered` says that it does not play as it is: faster,
    slower, backwards or frozen.
    """

    name: str
    start: float
    end: float
    clip_id: str = ""
    media: str = ""
    notes: str | None = None
    is_altered: bool = False


class FoundSequence(NamedTuple):
    """A sequence that was read: its parts in playing order, and what could not be understood of it."""

    name: str
    parts: tuple[FoundPart, ...]
    told: tuple[str, ...] = ()


class HandoffFormat(Protocol):
    """A member: a module with these. `TITLE` is what users know it as.

    `HAS_CAPTIONS` says that captions are part of the file, `KEEPS_TITLES` that names in it are clips' titles,
    which may be changed there.
    """

    NAME: str
    TITLE: str
    SUFFIX: str
    HAS_CAPTIONS: bool
    KEEPS_TITLES: bool

    def write(self, stream: BinaryIO, handoff: Handoff) -> None:
        """Write the whole file into a stream that is open at its start. `OSError` is the caller's to explain."""

    def read(self, content: bytes, source: HandoffSource) -> Sequence[FoundSequence]:
        """Return what a file plays, as far as it can be understood.

        Raises:
            ExportError: It is no such file.
        """


def writable(text: str) -> str:
    """Return a text without what XML and lists can't hold; line ends stay."""
    return _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(writable(text).split())


def title_of(clip: HandoffClip, number: int) -> str:
    """Return what a clip is called in a file: its title on one line, or its number where it has none."""
    return one_line(clip.title) or f"Clip {number}"


def mark_in(text: str) -> str:
    """Return the id of the clip that a text is marked with; empty where it is not."""
    found = _MARKED.search(text)
    return found[1].rstrip(".") if found else ""


def file_name_of(path: str) -> str:
    """Return the name of a file from its path, of whichever system, or URL."""
    from urllib.parse import unquote, urlsplit

    if "://" in path[:16]:
        path = unquote(urlsplit(path).path)
    return PurePath(path.replace("\\", "/")).name


def joined(spans: Sequence[FrameSpan]) -> tuple[FrameSpan, ...]:
    """Return spans with those that touch in one piece."""
    made: list[FrameSpan] = []
    for span in spans:
        if made and made[-1].end == span.start:
            made[-1] = FrameSpan(made[-1].start, span.end)
        else:
            made.append(span)
    return tuple(made)


def ascends(spans: Sequence[FrameSpan]) -> bool:
    """Whether spans follow each other in the source without overlap."""
    return all(one.end <= other.start for one, other in pairwise(spans))


def clip_frames(cut: Cut, spans: Sequence[FrameSpan], grid: FrameGrid, at: float) -> int:
    """Return the frame of a clip that is nearest to a clip second; ends of parts count as they were rounded."""
    frames, seconds = sum(span.length for span in spans), 0.0
    passed = 0
    if len(spans) != len(cut.ranges):
        return min(max(0, round(at * float(grid.rate.fps))), frames)
    for part, span in zip(cut.ranges, spans, strict=True):
        if at < seconds + part.duration:
            inside = grid.end(part.start + max(0.0, at - seconds)) - span.start
            return passed + min(max(0, inside), span.length)
        passed, seconds = passed + span.length, seconds + part.duration
    return frames


def span_seconds(source: HandoffSource, span: FrameSpan) -> TimeSpan:
    """Return the source seconds of a span."""
    return TimeSpan(start=source.grid.second(span.start), end=source.grid.second(span.end))
