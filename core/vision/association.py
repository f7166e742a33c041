"""Which face in the next picture is which: sightings joined into tracks within one shot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision.faces import MIN_CONFIDENCE, FaceBox, overlap
from core.vision.holding import Held

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
    `activity` is lip movement and `stirring` any movement, per sample; `held` is how the face looked at last.
    """

    sightings: list[Sighting]
    hits: list[bool] = field(default_factory=lambda: [True])
    mirrored: list[bool] = field(default_factory=lambda: [False])
    held: Held | None = None
    activity: list[tuple[float, float]] = field(default_factory=list)
    stirring: list[float] = field(default_factory=list)
    colours: list[NDArray[np.float32]] = field(default_factory=list)

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
        return len(self.stirring) >= 3 and float(np.percentile(self.stirring, 80)) <= STIRRING

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
    fits = [
        (box.confidence >= MIN_CONFIDENCE, fit, t, b)
        for t, track in enumerate(open_tracks)
        for b, box in enumerate(boxes)
        if (fit := _fit(track, box, at)) > 0
    ]
    taken_tracks: set[int] = set()
    taken_boxes: set[int] = set()
    for _, _, t, b in sorted(fits, reverse=True):
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


def _fit(track: RawTrack, box: FaceBox, at: float) -> float:
    """Return how well a box continues a track, 0 where it can't."""
    expected = track.predict(at)
    ratio = max(box.width, 1e-6) / max(track.face_px, 1e-6)
    if not 1 / MAX_SIZE_RATIO < ratio < MAX_SIZE_RATIO:
        return 0.0
    size = max(box.width, track.face_px)
    across = (box.x + box.width / 2) - (expected.x + expected.width / 2)
    down = (box.y + box.height / 2) - (expected.y + expected.height / 2)
    jump = float(np.hypot(across, down)) / size
    reach = MAX_JUMP_FACES + 0.5 * max(0.0, at - track.last.at - 0.2)
    if jump > reach or (box.confidence < MIN_CONFIDENCE and overlap(expected, box) < WEAK_OVERLAP):
        return 0.0
    return 0.1 + overlap(expected, box) + 1.0 - jump / reach


def is_real(track: RawTrack, shot_seconds: float) -> bool:
    """Whether a track is a living face: seen in two of three looks running, for long enough, and not frozen.

    Whoever shows a frozen face on a slide wants the whole slide seen.
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
    return is_sure and is_steady and long_enough and _is_seen_both_ways(track) and not track.is_frozen


def _is_seen_both_ways(track: RawTrack) -> bool:
    """Whether the model finds a face as it is and mirrored; a stain often looks like one from one side."""
    for way in (False, True):
        hits = [hit for hit, mirrored in zip(track.hits, track.mirrored, strict=True) if mirrored == way]
        if len(hits) >= 2 and sum(hits) < LEAST_EITHER_WAY * len(hits):
            return False
    return True
