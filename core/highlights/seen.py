"""What the picture tells of windows: whether a face is there, how large, and how often the picture cuts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.highlights.candidates import Floats, Windows
from core.schema.segment import Glimpse, Segments
from core.schema.time import TimeSpan

WEIGHT = 4.0
"""Points of 100 that one deviation of the picture moves a clip by: words decide, the picture breaks ties."""

_LARGE_FACE = 0.25  # of the picture's height: a head and shoulders
_LIVELY_CUT_SECONDS = (3.0, 25.0)
_REACH_SECONDS = 4.0  # a glimpse so close before a window shows what its start shows


@dataclass(frozen=True)
class Seen:
    """What was seen of a talk: `cuts` are when shots begin; `is_any` whether there is any picture."""

    glimpses: tuple[Glimpse, ...] = ()
    cuts: tuple[float, ...] = ()
    is_any: bool = False

    def of_windows(self, windows: Windows) -> Floats | None:
        """Return how much there is to see in each window, in deviations; None without a picture."""
        if not self.is_any:
            return None
        cuts = self._count(self.cuts, windows.start, windows.end)
        pace = windows.duration / np.maximum(1.0, cuts)
        is_lively = (cuts > 0) & (pace >= _LIVELY_CUT_SECONDS[0]) & (pace <= _LIVELY_CUT_SECONDS[1])
        value = np.where(is_lively, 0.4, np.where(cuts > 0, -0.2, 0.0))
        if self.glimpses:
            share, size = self._faces(windows)
            value = value + 1.6 * (share - 0.5) + 0.6 * np.clip(size / _LARGE_FACE - 0.5, -0.5, 0.5) * share
        return np.asarray(value, dtype=np.float64)

    def evidence(self, span: TimeSpan) -> tuple[str, ...]:
        """Return what is told of one clip: how much of it shows a face, and how often it cuts."""
        if not self.is_any:
            return ()
        one = Windows(np.zeros(1, int), np.zeros(1, int), np.array([span.start]), np.array([span.end]))
        told = []
        if self.glimpses:
            share, size = (float(values[0]) for values in self._faces(one))
            told.append(f"a face in {100 * share:.0f} % of it" if share > 0 else "no face in it")
            if share > 0.5 and size >= _LARGE_FACE:
                told.append("faces are large")
        cuts = int(self._count(self.cuts, one.start, one.end)[0])
        told.append(f"a cut every {span.duration / cuts:.0f} s" if cuts else "no cut")
        return tuple(told)

    def _faces(self, windows: Windows) -> tuple[Floats, Floats]:
        """Return the share of each window's glimpses with a face, and the mean height of the largest in those."""
        at = np.array([glimpse.at for glimpse in self.glimpses])
        faces = np.array([glimpse.faces > 0 for glimpse in self.glimpses], dtype=float)
        heights = np.array([glimpse.face_height for glimpse in self.glimpses])
        low = np.searchsorted(at, windows.start - _REACH_SECONDS)
        inside = np.searchsorted(at, windows.start)
        high = np.searchsorted(at, windows.end)
        low = np.where(high > inside, inside, np.minimum(low, len(at) - 1))
        high = np.maximum(high, low + 1)
        summed, tall = np.append(0.0, np.cumsum(faces)), np.append(0.0, np.cumsum(heights))
        found = summed[high] - summed[low]
        return found / (high - low), (tall[high] - tall[low]) / np.maximum(1.0, found)

    @staticmethod
    def _count(times: Sequence[float], starts: Floats, ends: Floats) -> Floats:
        at = np.asarray(times, dtype=np.float64)
        counted: Floats = (np.searchsorted(at, ends) - np.searchsorted(at, starts + 0.2)).astype(np.float64)
        return np.maximum(0.0, counted)


UNSEEN = Seen()


def see(segments: Segments) -> Seen:
    """Return what was seen of a talk. One shot and no glimpse: sound alone, or nobody looked."""
    cuts = tuple(shot.start for shot in segments.shots[1:])
    return Seen(segments.glimpses, cuts, bool(segments.glimpses or cuts))
