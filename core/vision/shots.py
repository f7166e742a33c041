"""Shots: the spans between two cuts, found on small grey pictures of the frames.

The change between two frames is the difference of their pixels plus that of their histograms. A cut is a frame
whose change stands out from its neighbourhood (an adaptive threshold, as in PySceneDetect's AdaptiveDetector)
and from which the picture does not come back (a flash does). Slow transitions, dissolves and fades, are looked
for a second time over a distance of a second.

At first only frames that others refer to are decoded, half of the work. What looks like a cut there, but may begin
in a frame that was left out, is looked at again in every frame: cuts are exact to the frame.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.media.luma import LumaSample, luma_within, sample_luma
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.shot import Shot
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan, merge_spans
from core.vision.threads import one_thread

MIN_SHOT_SECONDS = 0.4
GRID = (64, 36)
RECENT_FRAMES = 6
RECENT_SECONDS = 0.25
SLOW_SECONDS = 1.0
# Changes are in grey levels (0 to 255), histogram differences scaled to the same size.
CUT_FLOOR = 11.0
CUT_RATIO = 3.0
SLOW_FLOOR = 24.0
NEIGHBOURHOOD_SECONDS = 1.0
# What is looked at again may be this much under what makes a cut, or over it.
DOUBT = 0.75


class FrameChange(NamedTuple):
    """How much frame `at` differs: from the one `frames` before it, from before a flash, from a second ago."""

    at: float
    step: float
    lasting: float
    slow: float
    frames: int = 1


class _Signature(NamedTuple):
    at: float
    grid: NDArray[np.uint8]
    histogram: NDArray[np.float32]


@one_thread()
def detect_shots(path: Path, facts: MediaFacts, progress: ProgressCallback = ignore_progress) -> tuple[Shot, ...]:
    """Return the shots of a file: gapless from second 0 to its duration, one shot where there is no video.

    Raises:
        MediaError: The file can't be decoded.
        Cancelled: Through `progress`.
    """
    if facts.video is None or facts.video.is_still:
        return shots_from_cuts((), facts.duration)
    changes = measure_changes(sample_luma(path, facts, progress))
    doubtful = merge_spans(find_doubtful(changes), gap=NEIGHBOURHOOD_SECONDS)
    around = [TimeSpan(start=s.start - RECENT_SECONDS, end=s.end + RECENT_SECONDS) for s in doubtful]
    looks = [measure_changes(frames) for frames in luma_within(path, facts, around, progress)]
    cuts = find_hard_cuts(_renewed(changes, doubtful, looks))
    return shots_from_cuts([*cuts, *find_slow_cuts(changes, cuts)], facts.duration)


def shots_from_cuts(cuts: Iterable[float], duration: float) -> tuple[Shot, ...]:
    """Return shots between cuts, dropping cuts that would leave a shot shorter than `MIN_SHOT_SECONDS`."""
    bounds = [0.0]
    for cut in sorted(cuts):
        if cut - bounds[-1] >= MIN_SHOT_SECONDS * 0.95 and duration - cut >= MIN_SHOT_SECONDS / 2:
            bounds.append(cut)
    bounds.append(max(duration, bounds[-1]))
    return tuple(Shot(start=a, end=b) for a, b in pairwise(bounds))


def measure_changes(frames: Iterable[LumaSample]) -> list[FrameChange]:
    """Return the changes of a stream of pictures, one per picture but the first."""
    changes: list[FrameChange] = []
    recent: deque[_Signature] = deque(maxlen=RECENT_FRAMES + 1)
    past: deque[_Signature] = deque()
    for at, luma, left_out in frames:
        now = _signature(at, luma)
        while len(past) > 1 and past[1].at <= at - SLOW_SECONDS:
            past.popleft()
        if recent:
            step = _difference(recent[-1], now)
            slow = _difference(past[0], now) if past[0].at <= at - SLOW_SECONDS * 0.8 else 0.0
            changes.append(FrameChange(at, step, _lasting(step, recent, now), slow, left_out + 1))
            _forget_flashes(changes, recent, now)
        recent.append(now)
        past.append(now)
    return changes


def _lasting(step: float, recent: deque[_Signature], now: _Signature) -> float:
    """Return the least change from the frames before; what is too small for a cut anyway is left as it is."""
    if step < CUT_FLOOR:
        return step
    before = (then for then in list(recent)[:-1] if now.at - then.at <= RECENT_SECONDS)
    return min([step, *(_difference(then, now) for then in before)])


def _forget_flashes(changes: list[FrameChange], recent: deque[_Signature], now: _Signature) -> None:
    """Lower the lasting change of recent frames when the picture from before them has come back."""
    signatures = list(recent)
    for back in range(2, len(signatures) + 1):
        change = changes[-back]
        if now.at - change.at > RECENT_SECONDS:
            break
        if change.lasting >= CUT_FLOOR:
            lasting = min(change.lasting, _difference(signatures[-back], now))
            changes[-back] = change._replace(lasting=lasting)


def find_hard_cuts(changes: Sequence[FrameChange]) -> list[float]:
    """Return the seconds at which a new shot's first frame is shown at once, ascending."""
    step = np.array([change.step for change in changes])
    cuts: list[float] = []
    for index, around in _standing_out(changes, CUT_FLOOR):
        at, lasting = changes[index].at, changes[index].lasting
        is_cut = lasting >= CUT_RATIO * _usual(step[around])
        if is_cut and not (cuts and at - cuts[-1] < MIN_SHOT_SECONDS):
            cuts.append(at)
    return cuts


def find_doubtful(changes: Sequence[FrameChange]) -> list[TimeSpan]:
    """Return where to look at every frame, since frames that were left out may decide whether and where a cut is.

    Where it is certain that there is a cut, between which two frames is looked up; where it is not, its whole
    neighbourhood is.
    """
    step = np.array([change.step for change in changes])
    frames = np.array([change.frames for change in changes])
    doubtful: list[TimeSpan] = []
    for index, around in _standing_out(changes, CUT_FLOOR * DOUBT):
        now = changes[index]
        # What changes from frame to frame is at most the change over several, and at least its even share.
        most = CUT_RATIO * _usual(step[around])
        least = CUT_RATIO * _usual(step[around] / frames[around])
        if now.lasting < DOUBT * least or (now.frames == 1 and bool(np.all(frames[around] == 1))):
            continue
        is_certain = DOUBT * now.lasting >= most
        if now.frames == 1 and (is_certain or now.lasting < CUT_FLOOR):
            continue
        margin = 0.0 if is_certain else NEIGHBOURHOOD_SECONDS
        before = changes[index - 1].at if index else 0.0
        doubtful.append(TimeSpan(start=max(0.0, before - margin), end=now.at + margin))
    return doubtful


def _renewed(
    changes: Sequence[FrameChange], spans: Sequence[TimeSpan], looks: Sequence[Sequence[FrameChange]]
) -> list[FrameChange]:
    """Return the changes with those within spans (their first instant left out) replaced by a closer look's."""
    renewed: list[FrameChange] = []
    rest = deque(changes)
    for span, look in zip(spans, looks, strict=True):
        closer = [change for change in look if span.start < change.at <= span.end]
        while rest and rest[0].at <= span.start:
            renewed.append(rest.popleft())
        while closer and rest and rest[0].at <= span.end:
            rest.popleft()
        renewed += closer
    return [*renewed, *rest]


def _standing_out(changes: Sequence[FrameChange], floor: float) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield (index, indices of its neighbourhood) for each change that may be a cut by its size."""
    at = np.array([change.at for change in changes])
    lasting = np.array([change.lasting for change in changes])
    for index in (int(i) for i in np.flatnonzero(lasting >= floor)):
        first = np.searchsorted(at, at[index] - NEIGHBOURHOOD_SECONDS)
        last = np.searchsorted(at, at[index] + NEIGHBOURHOOD_SECONDS, side="right")
        yield index, np.concatenate([np.arange(first, max(first, index - 1)), np.arange(index + 2, last)])


def _usual(around: NDArray[np.float64]) -> float:
    """Return a trimmed mean: other cuts nearby must not hide this one."""
    return float(np.mean(np.sort(around)[: max(1, round(len(around) * 0.85))])) if len(around) else 0.0


def find_slow_cuts(changes: Sequence[FrameChange], cuts: Sequence[float]) -> list[float]:
    """Return the middles of dissolves and fades: still pictures before and after, another one after.

    The change over a second rises to a peak and falls back; a pan or a moving person stays half high.
    """
    at = np.array([change.at for change in changes])
    slow = np.array([change.slow for change in changes])
    found: list[float] = []
    for index in np.flatnonzero(slow >= SLOW_FLOOR):
        window = slice(*np.searchsorted(at, [at[index] - 0.5, at[index] + 0.5]))
        if slow[index] < slow[window].max() or any(-1.2 < at[index] - cut < SLOW_SECONDS + 0.3 for cut in cuts):
            continue
        # A flash or a passer-by is high for an instant, a transition for as long as we look back.
        if np.mean(slow[window] > 0.4 * slow[index]) < 0.6:
            continue
        calm_before = slow[np.searchsorted(at, at[index] - 1.3 * SLOW_SECONDS)]
        calm_after = slow[min(np.searchsorted(at, at[index] + 1.3 * SLOW_SECONDS), len(slow) - 1)]
        middle = float(at[index]) - SLOW_SECONDS / 2
        if max(calm_before, calm_after) < 0.35 * slow[index] and (not found or middle - found[-1] > 1.5):
            found.append(middle)
    return found


def _signature(at: float, luma: NDArray[np.uint8]) -> _Signature:
    import cv2

    grid = cv2.resize(luma, GRID, interpolation=cv2.INTER_AREA)
    histogram = cv2.calcHist([grid], [0], None, [32], [0, 256]).ravel() / grid.size
    # A little blur over the bins: a slight change of exposure is no new picture.
    spread = np.convolve(histogram, (0.25, 0.5, 0.25), mode="same").astype(np.float32)
    return _Signature(at, np.asarray(grid, dtype=np.uint8), np.asarray(spread, dtype=np.float32))


def _difference(a: _Signature, b: _Signature) -> float:
    """Return the change between two frames in grey levels: pixels and histogram in equal parts."""
    import cv2

    pixels = cv2.norm(a.grid, b.grid, cv2.NORM_L1) / a.grid.size
    histogram = float(np.abs(a.histogram - b.histogram).sum()) / 2 * 64
    return 0.5 * pixels + 0.5 * histogram
