"""A scene as data: shots, people on paths, turns of speech. What is where follows from it exactly, without pixels.

Positions are shares of the frame (0 to 1, origin top left), times are seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from tests.bench.scenes.photos import PORTRAITS

# (second, value) pairs; between two of them the value eases from one to the other.
Keys = tuple[tuple[float, float], ...]
# Left, top, right, bottom in shares of the frame.
Panel = tuple[float, float, float, float]
WHOLE: Panel = (0.0, 0.0, 1.0, 1.0)
# How much wider than the bare face the head is, with ears and hair.
HEAD_WIDTH = 1.5


class Face(NamedTuple):
    """The bare face (hairline to chin, cheek to cheek) of a person at an instant, in pixels of the frame.

    It may reach out of the frame; `visible` is the share inside. `is_speaking` holds from the first to the last
    word of a turn.
    """

    who: str
    x: float
    y: float
    width: float
    height: float
    visible: float
    is_speaking: bool


@dataclass(frozen=True)
class Turn:
    """Who talks from `start` to `end`."""

    start: float
    end: float
    who: str


@dataclass(frozen=True)
class Person:
    """One of the cast in one shot: the path of the middle of the face, and its height."""

    who: str
    x: Keys
    y: Keys
    size: Keys
    # Degrees that the head turns aside; right of the picture is positive.
    yaw: Keys = ((0.0, 0.0),)
    # How much the person stirs: 1 as somebody who sits and talks.
    restless: float = 1.0
    is_mirrored: bool = False
    panel: Panel = WHOLE


@dataclass(frozen=True)
class Backdrop:
    """What is behind the people of a panel: a part of a photograph, out of focus."""

    photo: str
    panel: Panel = WHOLE
    zoom: float = 1.0
    shift: float = 0.5
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Shot:
    """What the camera sees from `start` until the next shot."""

    start: float
    people: tuple[Person, ...]
    backdrops: tuple[Backdrop, ...]


@dataclass(frozen=True)
class Scene:
    """A scene of `seconds` at `fps`; the same description makes the same file."""

    name: str
    seconds: float
    shots: tuple[Shot, ...]
    turns: tuple[Turn, ...]
    width: int = 1280
    height: int = 720
    fps: int = 25
    seed: int = 1
    noise: float = 2.5
    shake_px: float = 0.0
    # When somebody is really heard, which is known once a turn has been filled with words; where empty, `turns`.
    spoken: tuple[Turn, ...] = field(default=(), repr=False)

    @property
    def cuts(self) -> tuple[float, ...]:
        """The seconds at which the first frame of a new shot is shown."""
        return tuple(shot.start for shot in self.shots[1:])

    @property
    def frame_count(self) -> int:
        """How many frames there are."""
        return round(self.seconds * self.fps)

    @cached_property
    def cast(self) -> tuple[str, ...]:
        """Everybody in it, by name."""
        seen = {person.who for shot in self.shots for person in shot.people}
        return tuple(sorted(seen | {turn.who for turn in self.turns}))

    def shot_at(self, at: float) -> Shot:
        """Return the shot on screen."""
        return [shot for shot in self.shots if shot.start <= at + 1e-6][-1]

    def speakers_at(self, at: float) -> tuple[str, ...]:
        """Return who talks, seen or not."""
        heard = self.spoken or self.turns
        return tuple(dict.fromkeys(turn.who for turn in heard if turn.start <= at < turn.end))

    def has_turn(self, who: str, at: float) -> bool:
        """Whether it is somebody's turn, to which their body moves."""
        return any(turn.who == who and turn.start <= at < turn.end for turn in self.turns)

    def faces_at(self, at: float) -> list[Face]:
        """Return the faces that are in the picture, at least in part."""
        if at not in self._known:
            talking = self.speakers_at(at)
            boxes = [(p, face_box(self, p, pose_at(self, p, at))) for p in self.shot_at(at).people]
            seen = [(p, box, _visible(box, p.panel, self.width, self.height)) for p, box in boxes]
            self._known[at] = [Face(p.who, *box, share, p.who in talking) for p, box, share in seen if share > 0]
        return self._known[at]

    @cached_property
    def _known(self) -> dict[float, list[Face]]:
        """Faces by second, as they are asked for again and again."""
        return {}


class Pose(NamedTuple):
    """How a person is held at an instant: the middle of the face and its height in pixels, angles in degrees."""

    x: float
    y: float
    size: float
    yaw: float
    roll: float


def value_at(keys: Keys, at: float) -> float:
    """Return the value of eased keys."""
    if at <= keys[0][0]:
        return keys[0][1]
    for (t0, v0), (t1, v1) in pairwise(keys):
        if at < t1:
            mix = (at - t0) / (t1 - t0)
            return v0 + (v1 - v0) * mix * mix * (3 - 2 * mix)
    return keys[-1][1]


def pose_at(scene: Scene, person: Person, at: float) -> Pose:
    """Return how a person is held: the path, and the sway, nods and leans of somebody alive."""
    size = value_at(person.size, at) * scene.height
    waves = _waves(scene.seed, person.who)
    talking = 1.0 if scene.has_turn(person.who, at) else 0.45
    sway = person.restless * size
    # Talk makes the head beat; it fades in and out with the turn instead of jumping.
    lively = _eased_talk(scene, person.who, at)
    x = value_at(person.x, at) * scene.width + sway * (
        0.05 * waves(0, at, 0.23) + 0.018 * lively * waves(1, at, 0.9)
    )
    nod = 0.035 * _nods(scene, person.who, at)
    y = value_at(person.y, at) * scene.height + sway * (
        0.03 * waves(2, at, 0.19) + 0.02 * lively * waves(3, at, 1.3) + nod
    )
    yaw = value_at(person.yaw, at) + person.restless * (
        4.0 * waves(4, at, 0.27) + 2.0 * talking * waves(5, at, 0.6)
    )
    roll = person.restless * (1.5 * waves(6, at, 0.2) + 1.0 * lively * waves(7, at, 0.7))
    shake = scene.shake_px * _waves(scene.seed, "camera")(0, at, 1.1)
    return Pose(x + shake, y + 0.6 * shake, size, yaw, roll)


def face_box(scene: Scene, person: Person, pose: Pose) -> tuple[float, float, float, float]:
    """Return (x, y, width, height) of the bare face in pixels: turned aside it moves and is narrower."""
    left, top, right, bottom = PORTRAITS[person.who].face
    width = pose.size * (right - left) / (bottom - top)
    turn = float(np.deg2rad(np.clip(pose.yaw, -60, 60)))
    # A head is a cylinder wider than the face: the edges of the face go round with it.
    radius, edge = width / 2 * HEAD_WIDTH, float(np.arcsin(1 / HEAD_WIDTH))
    first = radius * float(np.sin(max(-np.pi / 2, turn - edge)))
    last = radius * float(np.sin(min(np.pi / 2, turn + edge)))
    return pose.x + first, pose.y - pose.size / 2, last - first, pose.size


def _visible(box: Sequence[float], panel: Panel, width: int, height: int) -> float:
    x, y, wide, high = box
    left, top, right, bottom = panel[0] * width, panel[1] * height, panel[2] * width, panel[3] * height
    inside = max(0.0, min(x + wide, right) - max(x, left)) * max(0.0, min(y + high, bottom) - max(y, top))
    return inside / (wide * high)


class _Waves:
    """Slow, never repeating swaying: sums of three sines with phases drawn from a seed, in -1 to 1."""

    def __init__(self, seed: int, who: str) -> None:
        own = np.random.default_rng([seed, *who.encode()])
        self._phases = own.uniform(0, 2 * np.pi, (8, 3))
        self._rates = own.uniform(0.8, 1.25, (8, 3)) * np.array([1.0, 1.7, 2.9])

    def __call__(self, which: int, at: float, hz: float) -> float:
        parts = np.sin(2 * np.pi * hz * self._rates[which] * at + self._phases[which])
        return float(parts @ np.array([0.6, 0.3, 0.1]))


_KNOWN_WAVES: dict[tuple[int, str], _Waves] = {}


def _waves(seed: int, who: str) -> _Waves:
    if (seed, who) not in _KNOWN_WAVES:
        _KNOWN_WAVES[seed, who] = _Waves(seed, who)
    return _KNOWN_WAVES[seed, who]


def _eased_talk(scene: Scene, who: str, at: float) -> float:
    """Return 1 while a person talks, 0 otherwise, with slopes of 0.4 s."""
    nearness = [min(at - turn.start, turn.end - at) for turn in scene.turns if turn.who == who]
    return float(np.clip(max(nearness, default=-1.0) / 0.4 + 0.5, 0.0, 1.0))


def _nods(scene: Scene, who: str, at: float) -> float:
    """Return the nods of a listener: two dips within 0.9 s, a few seconds into what others say."""
    for index, turn in enumerate(scene.turns):
        since = at - turn.start - 1.4 - 0.7 * (index % 3)
        if turn.who != who and 0.0 <= since < 0.9 and at < turn.end:
            return float(np.sin(np.pi * since / 0.9) * np.sin(2 * np.pi * since / 0.45) ** 2)
    return 0.0
