"""Who is who across shots: a light likeness of head and clothes, believed only when it is strong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.vision.faces import FaceBox, Picture

Colours = NDArray[np.float32]

ALIKE = 0.92
ALIKE_IN_SAME_PLACE = 0.90


class Look(NamedTuple):
    """What is known of one track: its seconds, mean box (x, y, width, height) and colours, None when unseen."""

    start: float
    end: float
    place: tuple[float, float, float, float]
    colours: Colours | None


def colours_of(pixels: Picture, box: FaceBox) -> Colours:
    """Return the share of each hue and saturation in the head and upper body (16 × 4 bins + 4 greys, sum 1)."""
    import cv2

    height, width = pixels.shape[:2]
    left, right = max(0, round(box.x - 0.7 * box.width)), min(width, round(box.x + 1.7 * box.width))
    top, bottom = max(0, round(box.y - 0.5 * box.height)), min(height, round(box.y + 3.0 * box.height))
    if right - left < 2 or bottom - top < 2:
        return np.full(68, 1 / 68, dtype=np.float32)
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


def likeness(a: Colours, b: Colours) -> float:
    """Return the Bhattacharyya coefficient of two colour shares: 1 for equal, 0 for nothing in common."""
    return float(np.sqrt(a * b).sum())


def number_persons(looks: Sequence[Look]) -> list[int]:
    """Return a person number (from 0, in order of appearance) per track.

    Tracks seen at the same time are different people; others are joined to the most alike person, and only
    when very alike, or alike and in the same place and size (the camera came back to the same seat).
    """
    order = sorted(range(len(looks)), key=lambda i: (looks[i].start, i))
    persons: list[list[int]] = []
    numbers = [0] * len(looks)
    for index in order:
        scored = [(_kinship(looks, index, members), -number) for number, members in enumerate(persons)]
        best, negative = max(scored, default=(0.0, 0))
        if best > 0:
            numbers[index] = -negative
            persons[-negative].append(index)
        else:
            numbers[index] = len(persons)
            persons.append([index])
    return numbers


def _kinship(looks: Sequence[Look], index: int, members: Sequence[int]) -> float:
    """Return how alike a track is to a person, 0 where it is not believed to be that person."""
    this = looks[index]
    best = 0.0
    for member in members:
        other = looks[member]
        if this.start < other.end and other.start < this.end:
            return 0.0
        if this.colours is None or other.colours is None:
            continue
        alike = likeness(this.colours, other.colours)
        needed = ALIKE_IN_SAME_PLACE if _is_same_place(this.place, other.place) else ALIKE
        if alike >= needed:
            best = max(best, alike)
    return best


def _is_same_place(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    size = max(a[2], b[2])
    ratio = min(a[2], b[2]) / max(size, 1e-6)
    across = abs(a[0] + a[2] / 2 - b[0] - b[2] / 2)
    down = abs(a[1] + a[3] / 2 - b[1] - b[3] / 2)
    return ratio > 0.7 and across < 0.8 * size and down < 0.8 * size
