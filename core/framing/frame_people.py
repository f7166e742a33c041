"""Where a crop stands around people: headroom, neighbours kept out, then the camera path."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.framing.easing import keyframes, still_crop
from core.framing.heads import LEAST_SIDE_AIR, SIDE_AIR, edges_of, people_box
from core.framing.limits import MAX_ACCELERATION, MAX_SPEED
from core.framing.path import Pace, Series, hold_still, steer
from core.framing.scene import Canvas, Scene, Subject
from core.framing.sizing import Sizing, crop_heights
from core.schema.framing import CropPath

# Eyes stand this far down the crop: between a third and the middle, as in a portrait.
EYE_LINE = 0.40
# How far a face may stray from its place before the camera moves, of the crop's size.
STRAY_ACROSS, STRAY_DOWN = 0.16, 0.10
USUAL = Sizing()


def follow_people(scene: Scene, canvas: Canvas, before: CropPath | None, sizing: Sizing = USUAL) -> CropPath:
    """Return the path of a crop that keeps the scene's people in it, and others out where it can.

    Args:
        scene: The people to show and the others.
        canvas: The source and the crop's shape.
        before: A crop that showed these people before; kept as it is where it still suits.
        sizing: How large the crop should be.
    """
    if not scene.subjects:
        width, height = canvas.largest()
        return still_crop(
            scene.span.start, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height
        )
    band = _band(scene, canvas)
    heights = crop_heights(scene.subjects, canvas, band, sizing)
    least, most = float(heights.min()), float(heights.max())
    left, right, top, bottom = edges_of(scene.subjects)
    wanted = ((left + right) / 2, _wanted_top(scene.subjects, top, bottom, heights) + heights / 2)
    spare = 2 * (SIDE_AIR - LEAST_SIDE_AIR) * float(np.mean([s.face_width.mean() for s in scene.subjects]))
    width = least * canvas.ratio
    slack = max(0.04 * width, (width + spare - people_box(scene.subjects).width) / 2)
    stray = (min(STRAY_ACROSS * width, slack), STRAY_DOWN * least)
    across = _limits(band, most * canvas.ratio, canvas.width, len(heights))
    down = (heights / 2, canvas.height - heights / 2)
    if least == most:
        kept = _keep(before, scene, least, wanted, stray, (across, down))
        if kept is not None:
            return kept
    at = scene.subjects[0].at
    pace = _pace(least * min(1.0, canvas.ratio), float(at[1] - at[0]) if len(at) > 1 else 1.0)
    centre = (steer(wanted[0], stray[0], *across, pace), steer(wanted[1], stray[1], *down, pace))
    return keyframes(at, centre, heights, canvas)


def _pace(side: float, step: float) -> Pace:
    """Return the limits for a crop with a shorter side of so many pixels, and steps of so many seconds."""
    return Pace(MAX_SPEED * side * step, MAX_ACCELERATION * side * step**2)


def _wanted_top(subjects: Sequence[Subject], top: Series, bottom: Series, height: Series) -> Series:
    """Return where the crop's upper edge should be.

    Eyes stand on their line, but no chin below and no hair above the crop where both can be had; where the head is
    too large for that, both lose as much as the line says.
    """
    eyes = np.mean([s.eyes_y for s in subjects], axis=0)
    lowest = bottom - height
    return np.asarray(np.clip(eyes - EYE_LINE * height, np.minimum(top, lowest), np.maximum(top, lowest)))


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


def _limits(band: tuple[float, float], width: float, source_width: float, count: int) -> tuple[Series, Series]:
    """Return the least and greatest centre of each step: inside the band if the crop fits it, else its middle."""
    low, high = band[0] + width / 2, band[1] - width / 2
    if low > high:
        low = high = (low + high) / 2
    least, most = min(width, source_width) / 2, source_width - min(width, source_width) / 2
    return np.full(count, np.clip(low, least, most)), np.full(count, np.clip(high, least, most))


def _keep(
    before: CropPath | None,
    scene: Scene,
    height: float,
    wanted: tuple[Series, Series],
    stray: tuple[float, float],
    limits: tuple[tuple[Series, Series], tuple[Series, Series]],
) -> CropPath | None:
    """Return the crop from before, standing still, if it is of about this size and still suits."""
    if before is None or not 0.9 < before.height[-1] / height < 1.1:
        return None
    x, y, width, high = before.x[-1], before.y[-1], before.width[-1], before.height[-1]
    places = (x + width / 2, y + high / 2)
    for series, place, far, (low, most) in zip(wanted, places, stray, limits, strict=True):
        away = np.clip(series, low, most) - place
        if hold_still(away, far) is None or np.abs(away).max() > far:
            return None
    return still_crop(scene.span.start, x, y, width, high)
