"""Hand-offs for tests: sources at every rate that matters, clips with hostile texts."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from core.export.handoff import FrameCue, FrameSpan, Handoff, HandoffClip, HandoffFormat, HandoffSource
from core.export.timecode import FrameGrid, nominal_rate
from core.schema.time import Cut, TimeSpan

# Name: frames a second, whether they come unevenly, the timecode of the first one.
SOURCES = {
    "23.976": (24000 / 1001, False, "00:59:58:12"),
    "25": (25.0, False, "10:00:00:00"),
    "29.97 drop-frame": (30000 / 1001, False, "01:08:59;22"),
    "29.97 without timecode": (30000 / 1001, False, ""),
    "59.94": (60000 / 1001, False, "00:00:00:00"),
    "variable": (29.8123, True, ""),
    "15": (15.0, False, ""),
    "120": (120.0, False, ""),
}
HOSTILE = [
    "🔥 👨‍👩‍👧 We quit",
    "a/b\\c:d*e?\"f\"<g>|h & i",
    "x" * 300,
    "CON",
    "שלום עולם \u202e abc",
    "two\nlines\x00\x0b\u2028and more",
    "=HYPERLINK(\"http://x\")",
    "]]> <!-- &amp; %s 100% -- 'quote'",
    "",
]  # fmt: skip


def source_at(
    name: str, duration: float = 3600.0, path: Path = Path("/media/Talk & more #1.mp4"), phase: float = 0.0
) -> HandoffSource:
    """Return a source at one of the rates."""
    fps, is_variable, timecode = SOURCES[name]
    rate, is_exact = nominal_rate(fps, is_variable, timecode)
    return HandoffSource(
        path=path,
        grid=FrameGrid(rate, phase),
        frames=int(duration * rate.fps),
        first_number=rate.frames(timecode) if timecode else 0,
        is_nominal=not is_exact,
        width=1920,
        height=1080,
    )


def clip_of(source: HandoffSource, number: int, title: str, *frames: tuple[int, int]) -> HandoffClip:
    """Return a clip that shows these frames."""
    spans = tuple(FrameSpan(*each) for each in frames)
    seconds = [TimeSpan(start=source.grid.second(span.start), end=source.grid.second(span.end)) for span in spans]
    length = sum(span.length for span in spans)
    return HandoffClip(
        id=f"r20261129-c{number}",
        title=title,
        cut=Cut(ranges=tuple(seconds)),
        spans=spans,
        notes="Cut the laugh.\n=1+1",
        score=87.4,
        decision="approved",
        reason="It answers what it asks.",
        shapes=("9:16", "1:1"),
        hashtags=("#one", "#two"),
        cues=(FrameCue(0, length // 2, "Hello <there> & you"), FrameCue(length // 2, length, "שלום 🔥")),
    )


def handed(source: HandoffSource, clips: Sequence[HandoffClip]) -> Handoff:
    """Return a hand-off of clips."""
    return Handoff("Talk & more: 🔥", source, tuple(clips))


def written(member: HandoffFormat, handoff: Handoff) -> bytes:
    """Return what a member writes."""
    stream = io.BytesIO()
    member.write(stream, handoff)
    return stream.getvalue()
