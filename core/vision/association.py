"""Which face in the next picture is which: sightings joined into tracks within one shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision.faces import MIN_CONFIDENCE, FaceBox
from core.vision.holding import Held

Numbers = NDArray[np.floating]

MAX_LOST_SECONDS = 1.5
# A face that turns away is found less surely than a new one. A weak one goes on with a track, where it lies as it
# should, and begins none (after Zhang et al., "ByteTrack", 2022).
WEAK_CONFIDENCE = 0.3
WEAK_OVERLAP = 0.25
MAX_SIZE_RATIO = 1.9
# A face moves at most about this many of its own widths between two looks at 5 Hz, more after a loss.
MAX_JUMP_FACES = 0.9
# Mean change of a face between two samples, in grey levels; a quiet listener has 0.7, a slide exactly 0.
STIRRING = 0.3
# How sure all looks together must be: hands and panels stay under 0.4, a man in profile comes to 0.65.
LEAST_SURE = 0.45
# Of looks at the picture as it is, and of those at its mirror image, so many must find a face.
LEAST_EITHER_WAY = 0.25


class Sighting(NamedTuple):
    """A face found at one instant, in pixels of the sampled picture; `is_carried` where the model wasn't asked."""

    at: float
    box: FaceBox
    is_carried: bool = False


@dataclass
class RawTrack:
    """A face followed through looks.

    `hits` says of each look of the model whether it found the face, `mirrored` whether the picture was mirrored.
    `activity` is lip movement and `stirring` any movement, per sample; `held` is how the face looked at last,
    `colours` and `patterns` how it looks in full looks. `darkness` says of each look how much darker the lightest
    of the face was than could be seen, in grey levels (0 where it could).
    """

    sightings: list[Sighting]
    hits: list[bool] = field(default_factory=lambda: [True])
    mirrored: list[bool] = field(default_factory=lambda: [False])
    held: Held | None = None
    activity: list[tuple[float, float]] = field(default_factory=list)
    stirring: list[float] = field(default_factory=list)
    colours: list[NDArray[np.float32]] = field(default_factory=list)
    patterns: list[NDArray[np.float32]] = field(default_factory=list)
    darkness: list[float] = field(default_factory=list)

    @property
    def last(self) -> Sighting:
        """The latest sighting."""
        return self.sightings[-1]

    def predict(self, at: float) -> FaceBox:
        """Return where the face should be, going on with half its latest speed."""
        box = self.last.box
        if len(self.sightings) < 2:
            return box
        before = self.sightings[-2]
        elapsed = self.last.at - before.at
        if elapsed > MAX_LOST_SECONDS:
            return box
        ahead = 0.5 * min(at - self.last.at, 0.4) / elapsed
        return box._replace(x=box.x + ahead * (box.x - before.box.x), y=box.y + ahead * (box.y - before.box.y))

    @property
    def face_px(self) -> float:
        """The usual size of the face: the median of the latest sightings."""
        return float(np.median([max(s.box.width, s.box.height) for s in self.sightings[-9:]]))

    @property
    def pace(self) -> float:
        """How far the face moved between the latest two looks, in faces a second."""
        if len(self.sightings) < 2:
            return np.inf
        a, b = self.sightings[-2:]
        moved = np.hypot(
            b.box.x + b.box.width / 2 - a.box.x - a.box.width / 2,
            b.box.y + b.box.height / 2 - a.box.y - a.box.height / 2,
        )
        return float(moved / max(b.box.width, 1.0) / max(b.at - a.at, 1e-3))

    def is_expected(self, at: float) -> bool:
        """Whether the next look should find it: seen lately, not just once among misses, and alive."""
        return not self.is_lost(at) and not self.is_frozen and (sum(self.hits[-6:]) >= 2 or len(self.hits) < 3)

    @property
    def is_frozen(self) -> bool:
        """Whether nothing in the face ever stirs, as in one that is drawn or photographed on a slide."""
        if len(self.stirring) < 3:
            return False
        # The 80th percentile, in between two values as NumPy has it, at a tenth of its cost.
        place = 0.8 * (len(self.stirring) - 1)
        ordered, below = sorted(self.stirring), int(place)
        above = min(below + 1, len(ordered) - 1)
        return ordered[below] + (place - below) * (ordered[above] - ordered[below]) <= STIRRING

    def is_lost(self, at: float) -> bool:
        """Whether the face was not seen for so long that a new one there is another track."""
        return at - self.last.at > MAX_LOST_SECONDS


def associate(
    tracks: Sequence[RawTrack], boxes: Sequence[FaceBox], at: float, is_mirrored: bool = False
) -> list[RawTrack]:
    """Give every box to the track it continues, best fits first; return new tracks for the rest.

    Sure boxes go first; weak ones only go on with what is left. A look that does not find a track is a miss of it.
    """
    open_tracks = [track for track in tracks if not track.is_lost(at)]
    taken_tracks: set[int] = set()
    taken_boxes: set[int] = set()
    for t, b in _best_first(_fits(open_tracks, boxes, at), boxes):
        if t not in taken_tracks and b not in taken_boxes:
            taken_tracks.add(t)
            taken_boxes.add(b)
            open_tracks[t].sightings.append(Sighting(at, boxes[b]))
    for index, track in enumerate(open_tracks):
        track.hits.append(index in taken_tracks)
        track.mirrored.append(is_mirrored)
    return [
        RawTrack([Sighting(at, box)], mirrored=[is_mirrored])
        for index, box in enumerate(boxes)
        if index not in taken_boxes and box.confidence >= MIN_CONFIDENCE
    ]


def _best_first(fits: Numbers, boxes: Sequence[FaceBox]) -> list[tuple[int, int]]:
    """Return the pairs (track, box) that fit at all: sure boxes before weak ones, then the best fits."""
    tracks, found = np.nonzero(fits)
    is_weak = np.array([box.confidence < MIN_CONFIDENCE for box in boxes], dtype=bool)
    order = np.lexsort((found, tracks, -fits[tracks, found], is_weak[found]))
    return list(zip(tracks[order].tolist(), found[order].tolist(), strict=True))


def _fits(tracks: Sequence[RawTrack], boxes: Sequence[FaceBox], at: float) -> Numbers:
    """Return how well each box continues each track (tracks × boxes), 0 where it can't."""
    if not tracks or not boxes:
        return np.zeros((len(tracks), len(boxes)))
    expected = np.array([track.predict(at)[:4] for track in tracks])[:, None, :]
    found = np.array([box[:5] for box in boxes])[None, :, :]
    usual = np.maximum([track.face_px for track in tracks], 1e-6)[:, None]
    reach = MAX_JUMP_FACES + 0.5 * np.maximum(0.0, [at - track.last.at - 0.2 for track in tracks])[:, None]
    ratio = np.maximum(found[..., 2], 1e-6) / usual
    apart = found[..., :2] + found[..., 2:4] / 2 - expected[..., :2] - expected[..., 2:] / 2
    jump = np.hypot(apart[..., 0], apart[..., 1]) / np.maximum(found[..., 2], usual)
    shared = _overlaps(expected, found)
    can = (ratio > 1 / MAX_SIZE_RATIO) & (ratio < MAX_SIZE_RATIO) & (jump <= reach)
    can &= (found[..., 4] >= MIN_CONFIDENCE) | (shared >= WEAK_OVERLAP)
    return np.where(can, 0.1 + shared + 1.0 - jump / reach, 0.0)


def _overlaps(a: Numbers, b: Numbers) -> Numbers:
    """Return the intersection over the union of boxes (x, y, width, height along the last axis)."""
    sides = np.minimum(a[..., :2] + a[..., 2:4], b[..., :2] + b[..., 2:4]) - np.maximum(a[..., :2], b[..., :2])
    shared = np.prod(np.maximum(sides, 0.0), axis=-1)
    return np.asarray(shared / np.maximum(a[..., 2] * a[..., 3] + b[..., 2] * b[..., 3] - shared, 1e-9))


def is_real(track: RawTrack, shot_seconds: float) -> bool:
    """Whether a track is a living face: seen in two of three looks running, for long enough, lit, and not frozen.

    Whoever shows a frozen face on a slide wants the whole slide seen. In the dark the model finds faces that
    nobody else would.
    """
    hits = track.hits
    is_steady = any(sum(hits[i : i + 3]) >= 2 for i in range(max(1, len(hits) - 2)))
    needed = 2 if shot_seconds < 1.0 else 3
    seen = sum(hits)
    confidence = float(np.mean([s.box.confidence for s in track.sightings if not s.is_carried]))
    long_enough = seen >= (needed if confidence > 0.65 else needed + 2) or (seen >= 2 and confidence > 0.85)
    # A fist raised for a second looks like a face of low confidence; real ones in a long shot stay longer.
    if shot_seconds > 5.0 and track.last.at - track.sightings[0].at < 2.5 and confidence < 0.65:
        return False
    # A look that misses is a look that is not sure at all.
    is_sure = confidence * seen / len(hits) >= LEAST_SURE
    is_visible = not track.darkness or float(np.median(track.darkness)) == 0.0
    is_alive = is_visible and not track.is_frozen
    return is_sure and is_steady and long_enough and _is_seen_both_ways(track) and is_alive


def _is_seen_both_ways(track: RawTrack) -> bool:
    """Whether the model finds a face as it is and mirrored; a stain often looks like one from one side."""
    for way in (False, True):
        hits = [hit for hit, mirrored in zip(track.hits, track.mirrored, strict=True) if mirrored == way]
        if len(hits) >= 2 and sum(hits) < LEAST_EITHER_WAY * len(hits):
            return False
    return True
