"""How good framing is, against exact truth; docs/framing.md says what each number means, and why so."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.framing.scene import Canvas
from core.schema.framing import FaceTrack, LayoutSpan, Region
from core.schema.shot import Shot
from tests.bench.framing_rivals import face_at
from tests.bench.scenes.plot import Face, Scene

# The comfort zone: at the sides and above the face this much of the crop is free, the middle of the face is in the
# middle half, the eyes are in the upper part, and the face is not shown much smaller than it could be.
SIDE_FREE, TOP_FREE = 0.04, 0.03
MIDDLE_LEAST, MIDDLE_MOST = 0.25, 0.75
EYES_LEAST, EYES_MOST = 0.10, 0.60
LEAST_SIZE = 0.5
EYES_DOWN = 0.38
# In crop widths a second: slower is still; faster counts as a movement that can be reversed.
STILL_SPEED, MOVING_SPEED = 0.01, 0.02
# A face is whole when at most a hundredth of it is out of the frame.
WHOLE = 0.99
SPEAKER_HZ = 10.0
Crop = tuple[float, float, float, float]


@dataclass
class Tally:
    """What was counted over frames; tallies of several scenes add up."""

    frames: int = 0
    inside: int = 0
    comfortable: int = 0
    moved: int = 0
    still: int = 0
    jerks: list[float] = field(default_factory=list)
    reversals: int = 0
    seconds: float = 0.0
    own_cuts: int = 0
    glides: int = 0
    strayed: int = 0

    def add(self, other: Tally) -> None:
        """Take in the counts of another scene."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def outside_share(self) -> float:
        """Of the frames in which a crop could show the speaking face whole, the share in which it does not."""
        return 1 - self.inside / max(1, self.frames)

    @property
    def comfort_share(self) -> float:
        """Of the same frames, the share in which that face is in the comfort zone."""
        return self.comfortable / max(1, self.frames)

    @property
    def jerk(self) -> float:
        """The mean absolute jerk of the crop, in its own widths a second cubed."""
        return float(np.mean(self.jerks)) if self.jerks else 0.0

    @property
    def reversals_a_minute(self) -> float:
        """How often the crop turns back, sideways."""
        return 60 * self.reversals / max(self.seconds, 1e-9)

    @property
    def still_share(self) -> float:
        """The share of frames in which nothing of the crop moves."""
        return self.still / max(1, self.still + self.moved)


def measure(scene: Scene, spans: Sequence[LayoutSpan], canvas: Canvas) -> Tally:
    """Return what a framing of a whole scene is worth in one aspect."""
    tally = Tally(seconds=scene.seconds, own_cuts=_own_cuts(scene, spans))
    starts = [span.start for span in spans]
    for index in range(scene.frame_count):
        at = index / scene.fps
        span = spans[max(0, bisect_right(starts, at + 1e-6) - 1)]
        crops = [region.crop.at_time(at) for region in span.regions]
        tally.strayed += any(not _is_in_frame(crop, canvas) for crop in crops)
        talking = [face for face in scene.faces_at(at) if face.is_speaking and _can_be_shown(face, canvas)]
        if talking:
            tally.frames += 1
            tally.inside += any(_holds(crop, face) for face in talking for crop in crops)
            tally.comfortable += any(
                is_comfortable(face, region, crop, canvas)
                for face in talking
                for region, crop in zip(span.regions, crops, strict=True)
            )
    for span in spans:
        for region in span.regions:
            _add_movement(tally, scene, span, region)
    tally.glides = count_glides(scene.cuts, spans, 1 / scene.fps)
    return tally


def is_comfortable(face: Face, region: Region, crop: Crop, canvas: Canvas) -> bool:
    """Whether a face is in the comfort zone of a crop. Where the frame ends, the crop can do no better."""
    if not _holds(crop, face):
        return False
    x, y, width, height = crop
    at_left, at_right = x <= 1, x + width >= canvas.width - 1
    at_top, at_bottom = y <= 1, y + height >= canvas.height - 1
    middle = (face.x + face.width / 2 - x) / width
    eyes = (face.y + EYES_DOWN * face.height - y) / height
    is_beside = (middle >= MIDDLE_LEAST or at_left) and (middle <= MIDDLE_MOST or at_right)
    has_room = (face.x - x >= SIDE_FREE * width or at_left) and (
        x + width - face.x - face.width >= SIDE_FREE * width or at_right
    )
    is_level = (eyes >= EYES_LEAST or at_top) and (eyes <= EYES_MOST or at_bottom)
    has_headroom = face.y - y >= TOP_FREE * height or at_top
    # How large the output shows it, beside what the largest crop of the whole output would.
    shown = region.target.width / width * canvas.largest()[0]
    return is_beside and has_room and is_level and has_headroom and shown >= LEAST_SIZE


def count_glides(cuts: Iterable[float], spans: Sequence[LayoutSpan], frame: float) -> int:
    """Return over how many cuts a crop is interpolated: it differs on both sides of one within the same span."""
    return sum(_glides(span, cut, frame) for cut in cuts for span in spans)


def _glides(span: LayoutSpan, cut: float, frame: float) -> bool:
    if not span.start < cut - 0.5 * frame or not cut + 0.5 * frame < span.end:
        return False
    sides = ((region.crop.at_time(cut - frame), region.crop.at_time(cut)) for region in span.regions)
    return any(max(abs(a - b) for a, b in zip(*pair, strict=True)) > 0.5 for pair in sides)


def _add_movement(tally: Tally, scene: Scene, span: LayoutSpan, region: Region) -> None:
    """Count how one region moves within one span, between cuts of the scene."""
    first, last = (round(value * scene.fps) for value in (span.start, span.end))
    bounds = [first, *(round(cut * scene.fps) for cut in scene.cuts if span.start < cut < span.end), last]
    for start, end in pairwise(bounds):
        at = np.arange(start, end) / scene.fps
        if len(at) < 2:
            continue
        place = _places(region, at)
        speed = np.diff(place, axis=0) * scene.fps
        pace = np.abs(speed).max(axis=1)
        tally.still += int((pace < STILL_SPEED).sum())
        tally.moved += int((pace >= STILL_SPEED).sum())
        if len(at) > 3:
            jerk = np.diff(place, n=3, axis=0) * scene.fps**3
            tally.jerks += np.sqrt((jerk**2).sum(axis=1)).tolist()
        ways = np.sign(speed[np.abs(speed[:, 0]) > MOVING_SPEED, 0])
        tally.reversals += int((ways[1:] != ways[:-1]).sum())


def _places(region: Region, at: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return (n, 3): the middle of a crop in its own widths, and how its size changes."""
    crops = np.array([region.crop.at_time(second) for second in at.tolist()])
    width = float(np.median(crops[:, 2]))
    return np.stack(
        [(crops[:, 0] + crops[:, 2] / 2) / width, (crops[:, 1] + crops[:, 3] / 2) / width, np.log(crops[:, 2])],
        axis=1,
    )


def _own_cuts(scene: Scene, spans: Sequence[LayoutSpan]) -> int:
    """Return how many cuts the framing adds to those of the scene."""
    return sum(all(abs(b.start - cut) > 1.5 / scene.fps for cut in scene.cuts) for _, b in pairwise(spans))


def _can_be_shown(face: Face, canvas: Canvas) -> bool:
    width, height = canvas.largest()
    return face.visible >= WHOLE and face.width <= width and face.height <= height


def _holds(crop: Crop, face: Face) -> bool:
    x, y, width, height = crop
    # Half a pixel is rounding; what is out of the frame no crop can show.
    return (
        face.x >= x - 0.5 - 0.01 * face.width
        and face.y >= y - 0.5 - 0.01 * face.height
        and face.x + face.width <= x + width + 0.5 + 0.01 * face.width
        and face.y + face.height <= y + height + 0.5 + 0.01 * face.height
    )


def _is_in_frame(crop: Crop, canvas: Canvas) -> bool:
    x, y, width, height = crop
    return x >= -0.01 and y >= -0.01 and x + width <= canvas.width + 0.01 and y + height <= canvas.height + 0.01


class Score(NamedTuple):
    """How many of something were right."""

    right: int = 0
    of: int = 0

    @property
    def share(self) -> float:
        """The share that was right; all of nothing."""
        return self.right / self.of if self.of else 1.0

    def plus(self, other: Score) -> Score:
        """Return both together."""
        return Score(self.right + other.right, self.of + other.of)


def speaker_score(scene: Scene, tracks: Sequence[FaceTrack]) -> Score:
    """Return how often the face believed most to talk does, while one of at least two visible people talks."""
    score = Score()
    for at in np.arange(0.0, scene.seconds, 1 / SPEAKER_HZ).tolist():
        faces = [face for face in scene.faces_at(at) if face.visible > 0.6]
        talking = [face for face in faces if face.is_speaking]
        if len(faces) < 2 or len(talking) != 1 or len(scene.speakers_at(at)) != 1:
            continue
        believed = [(point.speaking, track) for track in tracks if (point := face_at(track, at)) is not None]
        belief, track = max(believed, key=lambda each: each[0], default=(0.0, None))
        owner = None if track is None else owner_at(track, faces, at)
        score = score.plus(Score(int(belief > 0.05 and owner == talking[0].who), 1))
    return score


def owner_at(track: FaceTrack, faces: Sequence[Face], at: float) -> str | None:
    """Return whose face a track is on, None where it is on nobody's."""
    point = face_at(track, at)
    if point is None:
        return None
    x, y = point.x + point.width / 2, point.y + point.height / 2
    for face in faces:
        if (
            abs(x - face.x - face.width / 2) < 0.6 * face.height
            and abs(y - face.y - face.height / 2) < 0.6 * face.height
        ):
            return face.who
    return None


class FaceScore(NamedTuple):
    """Of whole faces on screen: how many a track is on, and how many one with their owner's number.

    `false` counts instants of tracks that are on nobody's face.
    """

    found: Score
    named: Score
    false: int


def face_score(scene: Scene, tracks: Sequence[FaceTrack]) -> FaceScore:
    """Return how completely faces are found, and how well they are told apart over the whole scene."""
    seen: Counter[tuple[int, str]] = Counter()
    on_screen = found = false = 0
    for at in np.arange(0.2, scene.seconds - 0.2, 0.2).tolist():
        faces = scene.faces_at(at)
        whole = [face.who for face in faces if face.visible >= WHOLE]
        owners = []
        for track in tracks:
            if track.points[0].at - 0.1 <= at <= track.points[-1].at + 0.1 and face_at(track, at) is not None:
                owner = owner_at(track, faces, at)
                false += owner is None
                if owner in whole:
                    owners.append((track.person, owner))
        on_screen += len(whole)
        found += len({owner for _, owner in owners})
        seen.update(set(owners))
    named, taken = 0, set[object]()
    for (person, owner), count in seen.most_common():
        if person not in taken and owner not in taken:
            named += count
            taken |= {person, owner}
    return FaceScore(Score(found, on_screen), Score(named, on_screen), false)


class CutScore(NamedTuple):
    """Cuts found, missed and made up."""

    right: int
    missed: int
    false: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was."""
        wrong = self.missed + self.false
        return 1.0 if self.right + wrong == 0 else 2 * self.right / (2 * self.right + wrong)


def cut_score(cuts: Sequence[float], shots: Sequence[Shot], tolerance: float) -> CutScore:
    """Return how well found shots agree with true cuts, each matched once within a tolerance in seconds."""
    rest = [shot.start for shot in shots][1:]
    right = 0
    for cut in cuts:
        near = min(rest, key=lambda found: abs(found - cut), default=None)
        if near is not None and abs(near - cut) <= tolerance:
            rest.remove(near)
            right += 1
    return CutScore(right, len(cuts) - right, len(rest))
