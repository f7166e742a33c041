"""How much room heads take, in pixels: hair above the face, air beside it and below the chin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from core.framing.scene import EYES_DOWN, HAIR_UP, Series, Subject

# Air beside a head, in face widths; below the chin, in face heights.
SIDE_AIR, CHIN_AIR = 0.35, 0.45
# While the face strays, the air beside it may shrink to this.
LEAST_SIDE_AIR = 0.1


class Box(NamedTuple):
    """What must be inside a crop, in pixels: the size of the box around all heads, nine tenths of the time."""

    width: float
    height: float


def people_box(subjects: Sequence[Subject]) -> Box:
    """Return the size of the box around the heads, wide enough for nine tenths of the time."""
    left, right, top, bottom = edges_of(subjects)
    return Box(float(np.percentile(right - left, 90)), float(np.percentile(bottom - top, 90)))


def edges_of(subjects: Sequence[Subject]) -> tuple[Series, Series, Series, Series]:
    """Return the left, right, top and bottom of the box around all heads at every step."""
    left = np.min([s.centre_x - s.face_width * (0.5 + SIDE_AIR) for s in subjects], axis=0)
    right = np.max([s.centre_x + s.face_width * (0.5 + SIDE_AIR) for s in subjects], axis=0)
    top = np.min([s.eyes_y - s.face_height * (EYES_DOWN + HAIR_UP) for s in subjects], axis=0)
    bottom = np.max([s.eyes_y + s.face_height * (1 - EYES_DOWN + CHIN_AIR) for s in subjects], axis=0)
    return left, right, top, bottom
