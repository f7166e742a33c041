"""Who is who across shots: faces and the colours of head and clothes, believed only when they agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision import face_pattern
from core.vision.face_pattern import Patterns
from core.vision.faces import FaceBox, Picture

Colours = NDArray[np.float32]
Grey = NDArray[np.uint8]

COLOURS = 68
# Where no face is large enough to be compared, colours alone decide.
ALIKE = 0.94
ALIKE_IN_SAME_PLACE = 0.90
# How alike faces must be for colours so alike: head and shoulders in a wide shot and in a close one have other
# colours around them, and a dark room gives everybody the same.
COLOURS_NEEDED = (0.70, 0.90, 0.94)
FACES_NEEDED = (0.56, 0.48, 0.44)
# A face in profile and the same from the front are not alike. Clothes of many colours (the exponential of their
# entropy) tell then; in a dark room there are one to five.
MANY_COLOURS = 8.0
# The camera came back to the same seat.
SAME_PLACE_BONUS = 0.04
# A face whose lightest is under this level (0 to 255), and this share of its picture's, is in the dark.
VISIBLE_LEVEL, VISIBLE_SHARE = 36.0, 0.6
# A person's earlier tracks say nothing that the latest don't.
MOST_COMPARED = 12


class Look(NamedTuple):
    """What is known of one track: its seconds, mean box (x, y, width, height), colours and views of the face.

    Colours and views are None where there is nothing to tell them by.
    """

    start: float
    end: float
    place: tuple[float, float, float, float]
    colours: Colours | None
    faces: Patterns | None = None


def visible_level(grey: Grey) -> float:
    """Return the grey level from which on things can be seen in a picture: eyes get used to one that is dark."""
    return min(VISIBLE_LEVEL, VISIBLE_SHARE * float(np.percentile(grey[::4, ::4], 95)))


def darkness_of(grey: Grey, box: FaceBox, visible: float) -> float:
    """Return how many grey levels the lightest of a face misses what can be seen in its picture, 0 where none."""
    part = grey[max(0, round(box.y)) : round(box.y + box.height), max(0, round(box.x)) : round(box.x + box.width)]
    if part.size == 0:
        return 0.0
    return max(0.0, visible - float(np.percentile(part, 95)))


def colours_of(pixels: Picture, box: FaceBox) -> Colours:
    """Return the share of each hue and saturation in the head and upper body (16 × 4 bins + 4 greys, sum 1)."""
    import cv2

    height, width = pixels.shape[:2]
    left, right = max(0, round(box.x - 0.7 * box.width)), min(width, round(box.x + 1.7 * box.width))
    top, bottom = max(0, round(box.y - 0.5 * box.height)), min(height, round(box.y + 3.0 * box.height))
    if right - left < 2 or bottom - top < 2:
        return np.full(COLOURS, 1 / COLOURS, dtype=np.float32)
    part = cv2.resize(pixels[top:bottom, left:right], (48, 64), interpolation=cv2.INTER_AREA)
    hue, saturation, value = (plane.ravel() for plane in cv2.split(cv2.cvtColor(part, cv2.COLOR_RGB2HSV)))
    # Shadows and dark backgrounds are alike in every picture.
    seen = value > 32
    if seen.mean() > 0.2:
        hue, saturation, value = hue[seen], saturation[seen], value[seen]
    is_coloured = (saturation > 40) & (value > 40)
    bins = (hue[is_coloured] // 12).clip(0, 15).astype(np.int64) * 4 + (saturation[is_coloured] - 40) // 54
    coloured = np.bincount(bins, minlength=64)[:64]
    grey = np.bincount(value[~is_coloured] // 64, minlength=4)[:4]
    return np.asarray(np.concatenate([coloured, grey]) / len(hue), dtype=np.float32)


def number_persons(looks: Sequence[Look]) -> list[int]:
    """Return a person number (from 0, in order of appearance) per track.

    Tracks seen at the same time are different people; others are joined to the most alike person, and only where
    face and colours together leave little doubt.
    """
    order = sorted(range(len(looks)), key=lambda i: (looks[i].start, i))
    alike = _all_likenesses(looks)
    persons: list[list[int]] = []
    numbers = [0] * len(looks)
    for index in order:
        scored = [(_kinship(looks, alike, index, members), -number) for number, members in enumerate(persons)]
        best, negative = max(scored, default=(0.0, 0))
        if best > 0:
            numbers[index] = -negative
            persons[-negative].append(index)
        else:
            numbers[index] = len(persons)
            persons.append([index])
    return numbers


def _all_likenesses(looks: Sequence[Look]) -> NDArray[np.float32]:
    """Return the Bhattacharyya coefficient of every two tracks' colours: 1 for equal, 0 for unknown or unlike."""
    unknown = np.zeros(COLOURS, dtype=np.float32)
    roots = np.sqrt([unknown if look.colours is None else look.colours for look in looks] or [unknown])
    return np.asarray(roots @ roots.T, dtype=np.float32)


def _kinship(looks: Sequence[Look], alike: NDArray[np.float32], index: int, members: Sequence[int]) -> float:
    """Return how alike a track is to a person, 0 where it is not believed to be that person."""
    this = looks[index]
    if any(this.start < looks[member].end and looks[member].start < this.end for member in members):
        return 0.0
    return max(_likeness(this, looks[member], float(alike[index, member])) for member in members[-MOST_COMPARED:])


def _likeness(this: Look, other: Look, colours: float) -> float:
    """Return how alike two tracks are, 0 where that is not enough to believe that they are one person."""
    is_same_place = _is_same_place(this.place, other.place)
    if this.faces is None or other.faces is None:
        return colours if colours >= (ALIKE_IN_SAME_PLACE if is_same_place else ALIKE) else 0.0
    if colours < COLOURS_NEEDED[0]:
        return 0.0
    is_telling = colours >= ALIKE and min(_variety(this.colours), _variety(other.colours)) >= MANY_COLOURS
    face = face_pattern.alike(this.faces, other.faces)
    needed = float(np.interp(colours, COLOURS_NEEDED, FACES_NEEDED)) - (SAME_PLACE_BONUS if is_same_place else 0.0)
    return colours + face if face >= needed or is_telling else 0.0


def _variety(colours: Colours | None) -> float:
    """Return how many colours there are, each by its share."""
    if colours is None:
        return 0.0
    shares = colours[colours > 0]
    return float(np.exp(-(shares * np.log(shares)).sum()))


def _is_same_place(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    size = max(a[2], b[2])
    ratio = min(a[2], b[2]) / max(size, 1e-6)
    across = abs(a[0] + a[2] / 2 - b[0] - b[2] / 2)
    down = abs(a[1] + a[3] / 2 - b[1] - b[3] / 2)
    return ratio > 0.7 and across < 0.8 * size and down < 0.8 * size
