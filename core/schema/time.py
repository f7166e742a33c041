"""Time: seconds as float in half-open spans, and the map between a source's time and a clip's own time."""

from collections.abc import Iterable, Sequence
from typing import Self

from pydantic import model_validator

from core.schema.record import Record


class TimeSpan(Record):
    """The half-open span [start, end) in seconds."""

    start: float
    end: float

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.start <= self.end:
            raise ValueError(f"a span must not end before it starts: {self.start} > {self.end}")
        return self

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.end - self.start

    def contains(self, at: float) -> bool:
        """Whether the instant lies in the span."""
        return self.start <= at < self.end

    def overlap(self, other: "TimeSpan") -> float:
        """Return the length in seconds that two spans share."""
        return max(0.0, min(self.end, other.end) - max(self.start, other.start))


class Cut(Record):
    """Which parts of a source make a clip: spans of source time, played one after the other.

    Clip time starts at 0 with the first range and runs through all ranges without gaps.
    """

    ranges: tuple[TimeSpan, ...]

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if not self.ranges:
            raise ValueError("a cut needs at least one range")
        return self

    @property
    def start(self) -> float:
        """Source second at which the first range starts."""
        return self.ranges[0].start

    @property
    def end(self) -> float:
        """Source second at which the last range ends."""
        return self.ranges[-1].end

    @property
    def duration(self) -> float:
        """Length of the clip in seconds."""
        return sum(span.duration for span in self.ranges)

    def to_clip_time(self, at: float) -> float | None:
        """Return the clip second at which source second `at` is shown, or None where it was cut away."""
        offset = 0.0
        for span in self.ranges:
            if span.contains(at):
                return offset + at - span.start
            offset += span.duration
        return None

    def to_source_time(self, at: float) -> float:
        """Return the source second shown at clip second `at`, clamped to the clip's ends."""
        remaining = max(0.0, at)
        for span in self.ranges:
            if remaining < span.duration:
                return span.start + remaining
            remaining -= span.duration
        return self.ranges[-1].end

    def clip_spans(self, span: TimeSpan) -> list[TimeSpan]:
        """Return the parts of a source span that the clip shows, in clip time, in playing order."""
        parts: list[TimeSpan] = []
        offset = 0.0
        for kept in self.ranges:
            start, end = max(span.start, kept.start), min(span.end, kept.end)
            if end > start:
                parts.append(TimeSpan(start=offset + start - kept.start, end=offset + end - kept.start))
            offset += kept.duration
        return parts


def merge_spans(spans: Iterable[TimeSpan], gap: float = 0.0) -> list[TimeSpan]:
    """Return sorted, disjoint spans; those closer than `gap` seconds become one."""
    merged: list[TimeSpan] = []
    for span in sorted(spans, key=lambda s: (s.start, s.end)):
        if merged and span.start - merged[-1].end <= gap:
            merged[-1] = TimeSpan(start=merged[-1].start, end=max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def total_duration(spans: Sequence[TimeSpan]) -> float:
    """Return the summed length in seconds."""
    return sum(span.duration for span in spans)
