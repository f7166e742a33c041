"""What the shots of a clip show beside faces: screens, writing, insets, bars, movement and what stands out.

It looks at samples that are taken for faces anyway, about one a second and a dozen a shot at most.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.media.decode import SampledFrame
from core.schema.framing import FaceTrack, PictureContent
from core.schema.shot import Shot
from core.vision.saliency import Map, movement
from core.vision.shot_content import Look, ShotSeen, describe_shot, edge_colours, see_shot, shrunk

# Seconds between two looks at first; doubled whenever a shot has given this many.
LOOK_SECONDS, MOST_LOOKS = 0.9, 12
# Movement is measured between pictures at most this far apart.
MOVEMENT_SECONDS = 0.5
# A pause between samples of more than this is where a clip leaves something out.
PAUSE_SECONDS = 1.0


class ContentWatcher:
    """Takes in the samples of a clip in order, shot by shot, and says at the end what the shots show.

    Args:
        shots: The shots of the source.
    """

    def __init__(self, shots: Sequence[Shot]) -> None:
        self._starts = [shot.start for shot in shots]
        self._shot = -1
        self._latest = -np.inf
        self._watcher: _ShotWatcher | None = None
        self._seen: list[ShotSeen] = []

    def watching(self, samples: Iterable[SampledFrame]) -> Iterator[SampledFrame]:
        """Yield the samples on, having looked at them."""
        for sample in samples:
            self.see(sample)
            yield sample

    def see(self, sample: SampledFrame) -> None:
        """Take in the next sample."""
        at = sample.at
        # A frame a hair before the cut by rounding belongs to the new shot.
        shot = bisect_right(self._starts, at + 0.005)
        if self._watcher is None or shot != self._shot or not 0 <= at - self._latest <= PAUSE_SECONDS:
            self._close()
            self._watcher, self._shot = _ShotWatcher(), shot
        self._watcher.see(sample)
        self._latest = at

    def finish(self, tracks: Sequence[FaceTrack], source_width: int) -> tuple[PictureContent, ...]:
        """Return what was seen, one record for each run of samples within a shot.

        Args:
            tracks: The faces that were found in the same samples, in source pixels.
            source_width: The upright source's, in pixels.
        """
        self._close()
        return tuple(describe_shot(seen, tracks, source_width / seen.width) for seen in self._seen)

    def _close(self) -> None:
        if self._watcher is not None:
            self._seen.append(self._watcher.finish())
        self._watcher = None


class _ShotWatcher:
    """Keeps a few samples of one shot, evenly over all of it, and adds up what moves."""

    def __init__(self) -> None:
        self._looks: list[Look] = []
        self._wait = LOOK_SECONDS
        self._latest = 0.0
        self._before: tuple[float, NDArray[np.uint8]] | None = None
        self._moved: Map | None = None
        self._paces: list[float] = []
        self._start: float | None = None

    def see(self, sample: SampledFrame) -> None:
        at = sample.at
        self._start = at if self._start is None else self._start
        self._latest = at
        self._measure_movement(sample)
        if self._looks and at - self._looks[-1].at < self._wait - 0.05:
            return
        self._looks.append(Look(at, sample.grey, edge_colours(sample.pixels)))
        self._before = (at, shrunk(sample.grey))
        if len(self._looks) > MOST_LOOKS:
            self._looks = self._looks[::2]
            self._wait *= 2

    def finish(self) -> ShotSeen:
        """Return what is known of the shot; at least one sample was seen."""
        span = (self._start or 0.0, self._latest)
        return see_shot(self._looks, span, self._moved, self._paces)

    def _measure_movement(self, sample: SampledFrame) -> None:
        """Compare the sample after a look with it: what changes within a fraction of a second moves."""
        if self._before is None:
            return
        before_at, before = self._before
        self._before = None
        at, after = sample.at, shrunk(sample.grey)
        if not 0 < at - before_at <= MOVEMENT_SECONDS or after.shape != before.shape:
            return
        seen = movement(before, after)
        self._paces.append(seen.shift / max(before.shape) / (at - before_at))
        self._moved = seen.changes if self._moved is None else self._moved + seen.changes
