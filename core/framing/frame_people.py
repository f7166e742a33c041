"""Where a crop stands around people: headroom, neighbours kept out, then the camera path."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.framing.easing import keyframes, still_crop
from core.framing.heads import Edges, edges_of, least_edges_of
from core.framing.limits import MAX_ACCELERATION, MAX_SPEED
from core.framing.path import Pace, Rail, Series, rail_within, steer
from core.framing.placing import place_crop
from core.framing.scene import Canvas, Scene, Subject
from core.framing.sizing import Sizing, crop_heights
from core.schema.framing import CropPath

# Eyes stand this far down the crop: between a third and the middle, as in a portrait.
EYE_LINE = 0.40
# How far a face may stray from its place before the camera moves, of the crop's size.
STRAY_ACROSS, STRAY_DOWN = 0.16, 0.10
# More room where a single face looks, and where it goes: of the crop's width for a profile, and for each width a
# second; a face that looks about by less than that looks ahead. Never more room than the last, with all straying.
LOOK_ROOM, LEAD_ROOM, LOOKS_AHEAD, MOST_ASIDE = 0.1, 0.2, 0.4, 0.22
LEAD_SECONDS = 1.6
# Who is seen for less of a stretch than this is not kept out of its crop.
NEIGHBOUR_PRESENCE = 0.15
USUAL = Sizing()
Limit = Series | float


def follow_people(scene: Scene, canvas: Canvas, before: CropPath | None, sizing: Sizing = USUAL) -> CropPath:
    """Return the path of a crop that keeps the scene's people in it, and others out where it can.

    Args:
        scene: The people to show and the others.
        canvas: The source and the crop's shape.
        before: A crop that showed these people before; kept as it is where it still suits.
        sizing: How large the crop should be.
    """
    if not scene.subjects:
        crop = place_crop(scene.content, canvas).crop
        return still_crop(scene.span.start, crop.x, crop.y, crop.width, crop.height)
    band = _band(scene, canvas)
    heights = crop_heights(scene.subjects, canvas, band, sizing)
    across, down = _rails(scene, canvas, heights, band)
    if np.ptp(heights) == 0:
        kept = _keep(before, scene.span.start, float(heights[0]), (across, down))
        if kept is not None:
            return kept
    at = scene.subjects[0].at
    pace = _pace(float(heights.min()) * min(1.0, canvas.ratio), float(at[1] - at[0]) if len(at) > 1 else 1.0)
    return keyframes(at, (steer(across, pace), steer(down, pace)), heights, canvas)


def _rails(scene: Scene, canvas: Canvas, heights: Series, band: tuple[float, float]) -> tuple[Rail, Rail]:
    """Return where the centre of the crop should, may and must be, across and down."""
    air, need = edges_of(scene.subjects), least_edges_of(scene.subjects)
    widths = heights * canvas.ratio
    low, high = _limits(band, float(widths.max()), canvas.width)
    middle_x = (air.left + air.right) / 2
    wanted_x = middle_x + _aside(scene, middle_x, widths)
    wanted_y = _wanted_top(scene.subjects, air, heights) + heights / 2
    # A centre that is far aside of the face is as good as a face that leaves the crop.
    slack = (0.5 - MOST_ASIDE) * widths
    seen_x = (np.minimum(need.left, middle_x - slack), np.maximum(need.right, middle_x + slack))
    down = (heights / 2, canvas.height - heights / 2)
    return (
        _rail(wanted_x, STRAY_ACROSS * widths, seen_x, widths, (low, high)),
        _rail(wanted_y, STRAY_DOWN * heights, (need.top, need.bottom), heights, down),
    )


def _aside(scene: Scene, middle: Series, widths: Series) -> Series:
    """Return how far aside of a single face the crop's centre should be, in pixels: where it looks and goes."""
    if len(scene.subjects) != 1:
        return np.zeros(len(middle))
    gaze = scene.subjects[0].gaze
    look = LOOK_ROOM * float(np.sign(gaze)) * max(0.0, abs(gaze) - LOOKS_AHEAD) / (1 - LOOKS_AHEAD)
    step = scene.span.duration / max(1, len(middle) - 1)
    reach = max(1, round(LEAD_SECONDS / 2 / max(step, 1e-6)))
    padded = np.pad(middle, reach, mode="edge")
    speed = (padded[2 * reach :] - padded[: -2 * reach]) / (2 * reach * step) / widths
    lead = np.clip(LEAD_ROOM * speed, -LOOK_ROOM / 2, LOOK_ROOM / 2)
    return np.asarray(np.clip(look + lead, -LOOK_ROOM, LOOK_ROOM) * widths)


def _rail(
    wanted: Series, stray: Series, seen: tuple[Series, Series], size: Series, limits: tuple[Limit, Limit]
) -> Rail:
    """Return the rail of one coordinate of the centre: not far from its place, and what must be seen inside."""
    least, most = seen[1] - size / 2, seen[0] + size / 2
    # What is larger than the crop is shown from its middle, or from where the eyes want it.
    near = np.where(least <= most, np.maximum(wanted - stray, least), wanted - stray / 4)
    far = np.where(least <= most, np.minimum(wanted + stray, most), wanted + stray / 4)
    middle = np.clip(wanted, np.minimum(least, most), np.maximum(least, most))
    # A place beyond the edge of what can be had is at the edge, with a little give: its noise moves no camera.
    low, high = limits
    near = np.minimum(np.minimum(near, middle), high - stray / 4)
    far = np.maximum(np.maximum(far, middle), low + stray / 4)
    return rail_within(wanted, near, far, low, high)


def _pace(side: float, step: float) -> Pace:
    """Return the limits for a crop with a shorter side of so many pixels, and steps of so many seconds."""
    return Pace(MAX_SPEED * side * step, MAX_ACCELERATION * side * step**2)


def _wanted_top(subjects: Sequence[Subject], air: Edges, height: Series) -> Series:
    """Return where the crop's upper edge should be.

    Eyes stand on their line, but no chin below and no hair above the crop where both can be had; where the head is
    too large for that, both lose as much as the line says.
    """
    eyes = np.mean([s.eyes_y for s in subjects], axis=0)
    lowest = air.bottom - height
    return np.asarray(np.clip(eyes - EYE_LINE * height, np.minimum(air.top, lowest), np.maximum(air.top, lowest)))


def _band(scene: Scene, canvas: Canvas) -> tuple[float, float]:
    """Return the horizontal stretch between the middles to the nearest neighbours on either side."""
    left, right = 0.0, float(canvas.width)
    own_left = min(s.place - s.face_width.mean() / 2 for s in scene.subjects)
    own_right = max(s.place + s.face_width.mean() / 2 for s in scene.subjects)
    for other in scene.others:
        if other.presence < NEIGHBOUR_PRESENCE:
            continue
        half = float(other.face_width.mean()) / 2
        if other.place + half < own_left:
            left = max(left, (own_left + other.place + half) / 2)
        elif other.place - half > own_right:
            right = min(right, (own_right + other.place - half) / 2)
    return float(left), float(right)


def _limits(band: tuple[float, float], width: float, source_width: float) -> tuple[float, float]:
    """Return the least and greatest centre: inside the band if the crop fits it, else its middle."""
    low, high = band[0] + width / 2, band[1] - width / 2
    if low > high:
        low = high = (low + high) / 2
    least, most = min(width, source_width) / 2, source_width - min(width, source_width) / 2
    return float(np.clip(low, least, most)), float(np.clip(high, least, most))


def _keep(before: CropPath | None, start: float, height: float, rails: tuple[Rail, Rail]) -> CropPath | None:
    """Return the crop from before, standing still, if it is of about this size and still suits."""
    if before is None or not 0.9 < before.height[-1] / height < 1.1:
        return None
    x, y, width, high = before.x[-1], before.y[-1], before.width[-1], before.height[-1]
    for rail, place in zip(rails, (x + width / 2, y + high / 2), strict=True):
        if place < rail.near.max() or place > rail.far.min():
            return None
    return still_crop(start, x, y, width, high)
