"""How much room heads take, in pixels: hair above the face, air beside it and below the chin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from core.framing.scene import EYES_DOWN, HAIR_UP, Canvas, Series, Subject
from core.schema.framing import PixelBox

# Air beside a head, in face widths; below the chin, in face heights.
SIDE_AIR, CHIN_AIR = 0.35, 0.45
# While faces stray in a crop that stands still, what is left of that at the least: beside, above and below a face.
LEAST_SIDE_AIR, LEAST_HAIR, LEAST_CHIN_AIR = 0.28, 0.3, 0.15


class Box(NamedTuple):
    """What must be inside a crop, in pixels: the size of the box around all heads, nine tenths of the time."""

    width: float
    height: float


def people_box(subjects: Sequence[Subject]) -> Box:
    """Return the size of the box around the heads, wide enough for nine tenths of the time."""
    left, right, top, bottom = edges_of(subjects)
    return Box(float(np.percentile(right - left, 90)), float(np.percentile(bottom - top, 90)))


def do_heads_fit(subjects: Sequence[Subject], canvas: Canvas, bonus: float = 0.0) -> bool:
    """Whether all heads fit the largest crop, or one larger by a share of it."""
    width, height = canvas.largest()
    box = people_box(subjects)
    return box.width <= width * (1 + bonus) and box.height <= height * (1 + bonus)


class Edges(NamedTuple):
    """The box around all heads at every step, in pixels."""

    left: Series
    right: Series
    top: Series
    bottom: Series


def edges_of(subjects: Sequence[Subject]) -> Edges:
    """Return the box around all heads with the air that they should have."""
    return _edges(subjects, SIDE_AIR, HAIR_UP, CHIN_AIR)


def least_edges_of(subjects: Sequence[Subject]) -> Edges:
    """Return the box around all faces with the air that they need at the least."""
    return _edges(subjects, LEAST_SIDE_AIR, LEAST_HAIR, LEAST_CHIN_AIR)


def _edges(subjects: Sequence[Subject], side: float, hair: float, chin: float) -> Edges:
    return Edges(
        np.min([s.centre_x - s.face_width * (0.5 + side) for s in subjects], axis=0),
        np.max([s.centre_x + s.face_width * (0.5 + side) for s in subjects], axis=0),
        np.min([s.eyes_y - s.face_height * (EYES_DOWN + hair) for s in subjects], axis=0),
        np.max([s.eyes_y + s.face_height * (1 - EYES_DOWN + chin) for s in subjects], axis=0),
    )


def head_box(subject: Subject) -> PixelBox:
    """Return where somebody's head usually is, with hair and some air."""
    width, height = float(np.median(subject.face_width)), subject.size
    half = (0.5 + SIDE_AIR) * width
    top = max(0.0, float(np.median(subject.eyes_y)) - (EYES_DOWN + HAIR_UP) * height)
    return PixelBox(x=subject.place - half, y=top, width=2 * half, height=(1 + HAIR_UP + CHIN_AIR) * height)
