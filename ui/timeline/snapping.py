"""Where ends of clips like to lie: at sentences, words, silences and cuts. No Qt.

A start is drawn to where something begins, an end to where something ends. Of points within reach the nearest
wins, but a weightier one may lie farther off: from afar, where every pixel hides a word, ends find sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from ui.timeline.geometry import dragged_span

SnapKind = Literal["word", "silence", "shot", "sentence"]
SNAP_KINDS: tuple[SnapKind, ...] = ("word", "silence", "shot", "sentence")
# How many times farther than a word a point may lie and still be preferred.
_WEIGHTS = np.array([1.0, 1.25, 1.5, 2.0])
# So near, in seconds, one lies on a point: a clip's start may be a frame or a breath before its word.
_ON_POINT = 0.12


@dataclass(frozen=True)
class SnapPoint:
    """A source second that an end of a clip is drawn to, and what is there."""

    at: float
    kind: SnapKind


@dataclass(frozen=True, eq=False)
class SnapLine:
    """Snap points in ascending order: source seconds, and for each its place in `SNAP_KINDS`."""

    times: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))
    kinds: NDArray[np.int8] = field(default_factory=lambda: np.empty(0, dtype=np.int8))

    @classmethod
    def of(cls, points: Iterable[tuple[SnapKind, Sequence[float] | NDArray[np.float64]]]) -> SnapLine:
        """Return a line of points; where several lie on one instant, the weightiest names it."""
        times: list[NDArray[np.float64]] = []
        kinds: list[NDArray[np.int8]] = []
        for kind, found in points:
            times.append(np.asarray(found, dtype=np.float64))
            kinds.append(np.full(len(times[-1]), SNAP_KINDS.index(kind), dtype=np.int8))
        if not times:
            return cls()
        every, named = np.concatenate(times), np.concatenate(kinds)
        order = np.lexsort((-named, every))
        every, named = every[order], named[order]
        is_first = np.ones(len(every), dtype=bool)
        is_first[1:] = np.diff(every) > 0
        return cls(every[is_first], named[is_first])

    def near(self, at: float, reach: float) -> SnapPoint | None:
        """Return the point that draws `at` most, at most `reach` seconds away; None where there is none."""
        first, last = np.searchsorted(self.times, (at - reach, at + reach), side="left")
        last += int(last < len(self.times) and self.times[last] <= at + reach)
        if first >= last:
            return None
        away = np.abs(self.times[first:last] - at) / _WEIGHTS[self.kinds[first:last]]
        best = int(first + np.argmin(away))
        return SnapPoint(float(self.times[best]), SNAP_KINDS[self.kinds[best]])

    def step(self, at: float, by: int) -> float | None:
        """Return the point before (-1) or after (+1) an instant, not one that it lies on; None at the end."""
        side: Literal["left", "right"] = "right" if by > 0 else "left"
        place = int(np.searchsorted(self.times, at + by * _ON_POINT, side=side)) + min(by, 0)
        return float(self.times[place]) if 0 <= place < len(self.times) else None


@dataclass(frozen=True, eq=False)
class SnapPoints:
    """Where clips may start and where they may end."""

    starts: SnapLine = field(default_factory=SnapLine)
    ends: SnapLine = field(default_factory=SnapLine)


@dataclass(frozen=True)
class Snapped:
    """A span after a drag, and what it was drawn to."""

    start: float
    end: float
    point: SnapPoint | None = None


def trimmed(
    span: tuple[float, float],
    edge: Literal["start", "end"],
    to: float,
    points: SnapPoints,
    reach: float,
    duration: float,
) -> Snapped:
    """Return a span with one end dragged to `to`, drawn to a point at most `reach` seconds away; 0 releases it."""
    line = points.starts if edge == "start" else points.ends
    point = line.near(to, reach) if reach > 0 else None
    start, end = dragged_span(*span, edge, point.at if point else to, duration)
    landed = start if edge == "start" else end
    return Snapped(start, end, point if point is not None and landed == point.at else None)


def moved(
    spans: list[tuple[float, float]], by: float, points: SnapPoints, reach: float, duration: float
) -> Snapped:
    """Return where the first of several spans comes when all are moved `by` seconds and none leaves the episode.

    Its start or its end, whichever is nearer to a point of its kind, is drawn there; 0 as `reach` releases it.
    """
    first_start, first_end = spans[0]
    earliest, latest = min(start for start, _ in spans), max(end for _, end in spans)

    def inside(wanted: float) -> float:
        return min(max(wanted, -earliest), max(duration - latest, -earliest))

    by = inside(by)
    start_point = points.starts.near(first_start + by, reach) if reach > 0 else None
    end_point = points.ends.near(first_end + by, reach) if reach > 0 else None
    offers = [
        (abs(point.at - (old + by)), point.at - old, point)
        for point, old in ((start_point, first_start), (end_point, first_end))
        if point is not None
    ]
    offers = [offer for offer in offers if inside(offer[1]) == offer[1]]
    if offers:
        _, by, point = min(offers, key=lambda offer: offer[0])
        return Snapped(first_start + by, first_end + by, point)
    return Snapped(first_start + by, first_end + by)


def marked(from_at: float, to_at: float, points: SnapPoints, reach: float) -> Snapped:
    """Return the stretch between two instants, whichever came first, both ends drawn to points within `reach`."""
    low, high = min(from_at, to_at), max(from_at, to_at)
    start = points.starts.near(low, reach) if reach > 0 else None
    end = points.ends.near(high, reach) if reach > 0 else None
    begins, ends = start.at if start else low, end.at if end else high
    if ends <= begins:
        return Snapped(low, high)
    return Snapped(begins, ends, end if to_at >= from_at else start)
