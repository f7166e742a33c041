"""Time and pixels on a horizontal line: zoom, pan, ticks, snapping, lanes, hit test. No Qt, no drawing.

Times are source seconds, x is pixels from the view's left edge. A viewport never shows anything outside
[0, duration], and never less than `MIN_VISIBLE` seconds unless the episode itself is shorter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

MIN_VISIBLE = 0.5
_STEPS = (
    0.04,
    0.1,
    0.2,
    0.5,
    1.0,
    2.0,
    5.0,
    10.0,
    15.0,
    30.0,
    60.0,
    120.0,
    300.0,
    600.0,
    900.0,
    1800.0,
    3600.0,
    7200.0,
)

Edge = Literal["start", "end", "body"]


@dataclass(frozen=True)
class Viewport:
    """Which part of an episode a view shows: `visible` seconds from `start`, over `width_px` pixels."""

    duration: float
    width_px: float
    start: float
    visible: float

    @classmethod
    def whole(cls, duration: float, width_px: float) -> Viewport:
        """Show the whole episode."""
        length = max(duration, MIN_VISIBLE)
        return cls(duration=length, width_px=max(1.0, width_px), start=0.0, visible=length)

    @property
    def end(self) -> float:
        """Source second at the right edge."""
        return self.start + self.visible

    @property
    def seconds_per_px(self) -> float:
        """How much time one pixel covers."""
        return self.visible / self.width_px

    def x_at(self, at: float) -> float:
        """Return the x of an instant; outside [0, width_px] where it is not visible."""
        return (at - self.start) / self.visible * self.width_px

    def xs_at(self, times: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the x of many instants."""
        return (times - self.start) / self.visible * self.width_px

    def time_at(self, x: float) -> float:
        """Return the instant under x, clamped to the episode."""
        return min(max(self.start + x / self.width_px * self.visible, 0.0), self.duration)

    def zoomed(self, factor: float, around_x: float) -> Viewport:
        """Show `factor` times less, keeping the instant under `around_x` in place as far as the ends allow."""
        visible = _between(self.visible / factor, min(MIN_VISIBLE, self.duration), self.duration)
        share = around_x / self.width_px
        anchor = self.start + share * self.visible
        return self._showing(anchor - share * visible, visible)

    def panned(self, by: float) -> Viewport:
        """Move by seconds, stopping at the ends."""
        return self._showing(self.start + by, self.visible)

    def resized(self, width_px: float) -> Viewport:
        """Show the same time over another width."""
        return replace(self, width_px=max(1.0, width_px))

    def fitted(self, start: float, end: float, margin: float = 0.15) -> Viewport:
        """Show [start, end] with a margin on both sides, as a share of its length."""
        length = max(end - start, 0.0)
        wanted = length * (1 + 2 * margin)
        visible = _between(wanted, min(MIN_VISIBLE, self.duration), self.duration)
        return self._showing((start + end - visible) / 2, visible)

    def showing(self, start: float, end: float) -> Viewport:
        """Show from `start` to `end`, as far as the episode and the nearest zoom allow."""
        start, end = _between(start, 0.0, self.duration), _between(end, 0.0, self.duration)
        visible = _between(end - start, min(MIN_VISIBLE, self.duration), self.duration)
        return self._showing(start, visible)

    def following(self, at: float, edge: float = 0.08) -> Viewport:
        """Return a viewport in which `at` is visible: turned like a page where it had left the view."""
        if self.start <= at < self.end - edge * self.visible or self.visible >= self.duration:
            return self
        return self._showing(at - edge * self.visible, self.visible)

    def _showing(self, start: float, visible: float) -> Viewport:
        return replace(self, start=_between(start, 0.0, max(0.0, self.duration - visible)), visible=visible)


@dataclass(frozen=True)
class Tick:
    """A mark of the ruler; major ones carry a label."""

    at: float
    is_major: bool


def ticks(viewport: Viewport, min_major_px: float = 96.0) -> list[Tick]:
    """Return the marks of the ruler: majors at least `min_major_px` apart, with minors between them."""
    step = tick_step(viewport, min_major_px)
    minors = 4 if round(step * 100) % 4 == 0 and step not in (10.0, 30.0) else 5
    small = step / minors
    first = int(viewport.start / small)
    marks: list[Tick] = []
    for index in range(first, int(viewport.end / small) + 1):
        at = index * small
        if viewport.start <= at <= viewport.end:
            marks.append(Tick(at=at, is_major=index % minors == 0))
    return marks


def tick_step(viewport: Viewport, min_major_px: float = 96.0) -> float:
    """Return the seconds between two labelled marks: a round figure."""
    least = min_major_px * viewport.seconds_per_px
    for step in _STEPS:
        if step >= least:
            return step
    return _STEPS[-1] * max(1, -(-least // _STEPS[-1]))


def snap(at: float, points: Sequence[float], tolerance: float) -> float:
    """Return the nearest of the ascending `points` within `tolerance` seconds, or `at` itself."""
    index = bisect_left(points, at)
    near = points[max(0, index - 1) : index + 1]
    best = min(near, key=lambda point: abs(point - at), default=at)
    return best if abs(best - at) <= tolerance else at


def stack(spans: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """Return a row per span such that no two of a row come closer than `gap` seconds; few rows, first fit."""
    rows: list[float] = []
    placed = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda i: spans[i]):
        start, end = spans[index]
        for row, busy_until in enumerate(rows):
            if start >= busy_until + gap:
                placed[index] = row
                rows[row] = end
                break
        else:
            placed[index] = len(rows)
            rows.append(end)
    return placed


@dataclass(frozen=True)
class Block:
    """Something with a start and an end on the line, drawn between `top_px` and `bottom_px`."""

    id: str
    start: float
    end: float
    top_px: float
    bottom_px: float


@dataclass(frozen=True)
class Hit:
    """What lies under the pointer."""

    id: str
    edge: Edge


def hit_test(blocks: Iterable[Block], viewport: Viewport, x: float, y: float, grip_px: float = 6.0) -> Hit | None:
    """Return the block under (x, y); its ends can be gripped `grip_px` to both sides, never the whole body.

    Later blocks lie above earlier ones, so they win.
    """
    found: Hit | None = None
    for block in blocks:
        if not block.top_px <= y < block.bottom_px:
            continue
        left, right = viewport.x_at(block.start), viewport.x_at(block.end)
        inside = min(grip_px, (right - left) / 3)
        if left - grip_px <= x <= left + inside:
            found = Hit(block.id, "start")
        elif right - inside <= x <= right + grip_px:
            found = Hit(block.id, "end")
        elif left < x < right:
            found = Hit(block.id, "body")
    return found


def dragged_span(
    start: float, end: float, edge: Edge, to: float, duration: float, least: float = 1.0
) -> tuple[float, float]:
    """Return the span after one of its ends was dragged to `to`: inside the episode, at least `least` long."""
    if edge == "start":
        return _between(to, 0.0, max(0.0, end - least)), end
    if edge == "end":
        return start, _between(to, min(start + least, duration), duration)
    length = end - start
    moved = _between(to, 0.0, max(0.0, duration - length))
    return moved, moved + length


def _between(number: float, low: float, high: float) -> float:
    return min(max(number, low), high)
