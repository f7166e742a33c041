"""Every window of whole sentences that could be a clip, with edges inside the pauses around it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.schema.segment import Sentence
from core.schema.time import TimeSpan
from core.schema.transcript import Word

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

LEAD_IN = 0.25
"""Seconds of pause kept before the first word."""

TAIL = 0.4
"""Seconds of pause kept after the last word."""

OVERLAP_TOLERANCE = 0.05
"""Seconds that words may seem to overlap and be parted where there is no better place: times are no more exact."""

_SAME_TIME = 1e-6

LONG_GAP = 6.0
"""Seconds of nobody speaking that a clip should not hold."""

LENGTH_STEP = 2.5
"""Of the ends that give a start nearly the same length (within this many seconds) only the best is tried."""


@dataclass(frozen=True)
class Edges:
    """Where a clip may start before, and end after, each sentence; NaN where that would cut a word."""

    starts: Floats
    ends: Floats


@dataclass(frozen=True)
class Windows:
    """Pairs of first and last sentence (inclusive) with the clip's edges in source seconds."""

    first: Integers
    last: Integers
    start: Floats
    end: Floats

    def __len__(self) -> int:
        return len(self.first)

    @property
    def duration(self) -> Floats:
        """Lengths in seconds."""
        return self.end - self.start

    def take(self, kept: NDArray[np.bool_] | Integers) -> Windows:
        """Return some of the windows."""
        return Windows(self.first[kept], self.last[kept], self.start[kept], self.end[kept])

    def joined(self, more: Windows) -> Windows:
        """Return these windows and more."""
        return Windows(
            np.append(self.first, more.first),
            np.append(self.last, more.last),
            np.append(self.start, more.start),
            np.append(self.end, more.end),
        )


def find_edges(
    sentences: Sequence[Sentence],
    words: Sequence[Word],
    silences: Sequence[TimeSpan],
    limit: float,
    tolerance: float = 0.0,
) -> Edges:
    """Return the clip edges around each sentence, at most halfway into the pause to its neighbour.

    Where a measured silence lies in the pause, the edge is moved into it. A boundary that words of both sides
    overlap (people talking at once) can't be cut at; what is said after the source's end can't be shown.

    Args:
        sentences: The sentences, by the words' order.
        words: All words of the transcript.
        silences: Measured silences, ascending.
        limit: The last second that may be shown.
        tolerance: Seconds that words of both sides may overlap and still be parted, in the middle of it.
    """
    spoken_until = np.minimum(np.array([word.end for word in words]), limit)
    heard_until = np.maximum.accumulate(spoken_until)
    heard_from = np.minimum.accumulate(np.array([word.start for word in words])[::-1])[::-1]
    silence_starts = [span.start for span in silences]
    starts = np.full(len(sentences), np.nan)
    ends = np.full(len(sentences), np.nan)
    for i, sentence in enumerate(sentences):
        first, last = sentence.first_word, sentence.last_word
        if sentence.end - sentence.start <= 0 or sentence.start >= limit:
            continue
        begin, end = float(heard_from[first]), float(heard_until[last])
        before = float(heard_until[first - 1]) if first > 0 else begin - 2 * LEAD_IN
        after = float(heard_from[last + 1]) if last + 1 < len(words) else end + 2 * TAIL
        if before <= begin + tolerance + _SAME_TIME:
            wished = begin - min(LEAD_IN, (begin - before) / 2)
            starts[i] = _settle(wished, (max(0.0, before), begin), silences, silence_starts)
        if end <= after + tolerance + _SAME_TIME:
            wished = end + min(TAIL, (after - end) / 2)
            ends[i] = _settle(wished, (end, min(after, limit)), silences, silence_starts)
    return Edges(starts, ends)


def _settle(
    wished: float, pause: tuple[float, float], silences: Sequence[TimeSpan], starts: Sequence[float]
) -> float:
    """Return the point of the pause that is nearest to `wished` and in a silence, in whole milliseconds."""
    low, high = pause
    if low > high:
        return wished
    at = min(max(_into_silence(wished, pause, silences, starts), low), high)
    whole = round(at, 3)
    return whole if low <= whole <= high else at


def _into_silence(
    wished: float, pause: tuple[float, float], silences: Sequence[TimeSpan], starts: Sequence[float]
) -> float:
    """Return the point nearest to `wished` that lies in the pause and in a silence, or `wished` without one."""
    index = bisect_left(starts, wished)
    for span in silences[max(0, index - 1) : index + 1]:
        low, high = max(span.start, pause[0]), min(span.end, pause[1])
        if high > low and min(abs(low - wished), abs(high - wished)) < LEAD_IN:
            return min(max(wished, low), high)
    return wished


def find_windows(
    edges: Edges, shortest: float, longest: float, end_worth: Floats, gaps: Floats | None = None
) -> Windows:
    """Return the windows of `shortest` to `longest` seconds, a bounded number per start.

    Args:
        edges: From `find_edges`.
        shortest: Least length in seconds.
        longest: Greatest length in seconds.
        end_worth: How good each sentence is as the last one.
        gaps: Seconds of silence before each sentence; windows never hold one longer than `LONG_GAP`.
    """
    count = len(edges.starts)
    usable_ends = np.flatnonzero(~np.isnan(edges.ends))
    end_times = edges.ends[usable_ends]
    blocked = np.zeros(count + 1, dtype=np.int64)
    if gaps is not None:
        blocked[1:] = np.cumsum(gaps > LONG_GAP)
    firsts: list[Integers] = []
    lasts: list[Integers] = []
    for i in np.flatnonzero(~np.isnan(edges.starts)):
        low = int(np.searchsorted(end_times, edges.starts[i] + shortest - 1e-9))
        high = int(np.searchsorted(end_times, edges.starts[i] + longest + 1e-9, side="right"))
        reached = usable_ends[low:high]
        reached = reached[(reached >= i) & (blocked[reached + 1] == blocked[i + 1])]
        if len(reached) == 0:
            continue
        bins = ((edges.ends[reached] - edges.starts[i]) / LENGTH_STEP).astype(np.int64)
        order = np.lexsort((-end_worth[reached], bins))
        best = reached[order[np.r_[True, np.diff(bins[order]) > 0]]]
        firsts.append(np.full(len(best), i, dtype=np.int64))
        lasts.append(best.astype(np.int64))
    first = np.concatenate(firsts) if firsts else np.zeros(0, dtype=np.int64)
    last = np.concatenate(lasts) if lasts else np.zeros(0, dtype=np.int64)
    return Windows(first, last, edges.starts[first], edges.ends[last])
