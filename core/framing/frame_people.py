"""How large and where a crop stands around people: headroom, zoom, neighbours kept out, then the camera path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from core.framing.path import Series, hold_still, keyframes, steer, still_crop
from core.framing.scene import EYES_DOWN, HAIR_UP, Canvas, Scene, Subject
from core.schema.framing import CropPath

# Eyes stand this far down the crop: between a third and the middle, as in a portrait.
EYE_LINE = 0.40
# How large a face should be, of the crop's height, before the crop zooms in on it: tall outputs and others.
FACE_SHARE_TALL, FACE_SHARE = 0.17, 0.20
# How far a face may stray from its place before the camera moves, of the crop's size.
STRAY_ACROSS, STRAY_DOWN = 0.16, 0.10
# Air beside a head, in face widths; below the chin, in face heights.
SIDE_AIR, CHIN_AIR = 0.35, 0.45
# While the face strays, the air beside it may shrink to this.
LEAST_SIDE_AIR = 0.1


class Box(NamedTuple):
    """What must be inside a crop, in pixels: the mean size of the box around all heads."""

    width: float
    height: float


def people_box(subjects: Sequence[Subject]) -> Box:
    """Return the size of the box around the heads, wide enough for nine tenths of the time."""
    left, right, top, bottom = _edges(subjects)
    return Box(float(np.percentile(right - left, 90)), float(np.percentile(bottom - top, 90)))


def follow_people(
    scene: Scene,
    canvas: Canvas,
    before: CropPath | None,
    face_share: float | None = None,
    least_share: float | None = None,
) -> CropPath:
    """Return the path of a crop that keeps the scene's people in it, and others out where it can.

    Args:
        scene: The people to show and the others.
        canvas: The source and the crop's shape.
        before: A crop that showed these people before; kept as it is where it still suits.
        face_share: How large a face should be of the crop's height; by the output's shape if not given.
        least_share: The least height of a crop, of the source's; by sharpness if not given.
    """
    if not scene.subjects:
        width, height = canvas.largest()
        return still_crop(
            scene.span.start, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height
        )
    band = _band(scene, canvas)
    width, height = _crop_size(scene.subjects, canvas, band, face_share, least_share)
    left, right, top, bottom = _edges(scene.subjects)
    wanted_x = (left + right) / 2 - width / 2
    wanted_y = _wanted_top(scene.subjects, top, bottom, height)
    spare = 2 * (SIDE_AIR - LEAST_SIDE_AIR) * float(np.mean([s.face_width.mean() for s in scene.subjects]))
    stray_x = min(STRAY_ACROSS * width, max(0.04 * width, (width + spare - people_box(scene.subjects).width) / 2))
    stray_y = STRAY_DOWN * height
    low, high = _limits(band, width, canvas.width)
    kept = _keep(before, scene, canvas, (width, height), (wanted_x, wanted_y), (stray_x, stray_y), (low, high))
    if kept is not None:
        return kept
    x = steer(wanted_x, stray_x, low, high)
    y = steer(wanted_y, stray_y, 0.0, max(0.0, canvas.height - height))
    return keyframes(scene.subjects[0].at, x, y, width, height)


def _edges(subjects: Sequence[Subject]) -> tuple[Series, Series, Series, Series]:
    """Return the left, right, top and bottom of the box around all heads at every step."""
    left = np.min([s.centre_x - s.face_width * (0.5 + SIDE_AIR) for s in subjects], axis=0)
    right = np.max([s.centre_x + s.face_width * (0.5 + SIDE_AIR) for s in subjects], axis=0)
    top = np.min([s.eyes_y - s.face_height * (EYES_DOWN + HAIR_UP) for s in subjects], axis=0)
    bottom = np.max([s.eyes_y + s.face_height * (1 - EYES_DOWN + CHIN_AIR) for s in subjects], axis=0)
    return left, right, top, bottom


def _wanted_top(subjects: Sequence[Subject], top: Series, bottom: Series, height: float) -> Series:
    eyes = np.mean([s.eyes_y for s in subjects], axis=0)
    # Eyes on their line, but no chin below and no hair above the crop where both can be had.
    lowest = np.minimum(top, bottom - height)
    return np.asarray(np.clip(eyes - EYE_LINE * height, lowest, np.maximum(top, lowest)))


def _crop_size(
    subjects: Sequence[Subject],
    canvas: Canvas,
    band: tuple[float, float],
    face_share: float | None,
    least_share: float | None,
) -> tuple[float, float]:
    """Return (width, height): zoomed in on small faces, narrowed to leave neighbours out, never too soft."""
    largest = canvas.largest()[1]
    least = canvas.smallest()[1] if least_share is None else min(largest, least_share * canvas.height)
    share = face_share or (FACE_SHARE_TALL if canvas.ratio < 0.7 else FACE_SHARE)
    faces = float(np.median([s.size for s in subjects]))
    box = people_box(subjects)
    # A group needs its own box and some air; one person as much as makes the face large enough.
    needed = max(1.15 * box.width / canvas.ratio, 1.15 * box.height)
    height = min(largest, max(least, faces / share, needed))
    # The person in the middle of what is left of the picture by the neighbours; frame edges are no neighbours.
    place = float(np.mean([s.place for s in subjects]))
    room = [place - band[0]] * (band[0] > 0) + [band[1] - place] * (band[1] < canvas.width)
    beside = 2 * min(room, default=float(canvas.width)) / canvas.ratio
    height = min(height, max(beside, least, min(needed, largest)))
    return height * canvas.ratio, height


def _band(scene: Scene, canvas: Canvas) -> tuple[float, float]:
    """Return the horizontal stretch between the middles to the nearest neighbours on either side."""
    left, right = 0.0, float(canvas.width)
    own_left = min(s.place - s.face_width.mean() / 2 for s in scene.subjects)
    own_right = max(s.place + s.face_width.mean() / 2 for s in scene.subjects)
    for other in scene.others:
        half = float(other.face_width.mean()) / 2
        if other.place + half < own_left:
            left = max(left, (own_left + other.place + half) / 2)
        elif other.place - half > own_right:
            right = min(right, (own_right + other.place - half) / 2)
    return float(left), float(right)


def _limits(band: tuple[float, float], width: float, source_width: float) -> tuple[float, float]:
    """Return the least and greatest left edge: inside the band where the crop fits it, else over its middle."""
    most = max(0.0, source_width - width)
    low, high = band[0], band[1] - width
    if low > high:
        low = high = (low + high) / 2
    return float(np.clip(low, 0.0, most)), float(np.clip(high, 0.0, most))


def _keep(
    before: CropPath | None,
    scene: Scene,
    canvas: Canvas,
    size: tuple[float, float],
    wanted: tuple[Series, Series],
    stray: tuple[float, float],
    limits: tuple[float, float],
) -> CropPath | None:
    """Return the crop from before, standing still, if it is of about this size and still suits."""
    if before is None or not 0.9 < before.height[-1] / size[1] < 1.1:
        return None
    x, y, width, height = before.x[-1], before.y[-1], before.width[-1], before.height[-1]
    across, down = np.clip(wanted[0], *limits) - x, np.clip(wanted[1], 0, canvas.height - height) - y
    if hold_still(across, stray[0]) is None or np.abs(across).max() > stray[0] or np.abs(down).max() > stray[1]:
        return None
    return still_crop(scene.span.start, x, y, width, height)
