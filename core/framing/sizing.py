"""How large a crop stands around people, and how it changes its size where they come nearer or go away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.framing.heads import edges_of, people_box
from core.framing.limits import MAX_ZOOM_ACCELERATION, MAX_ZOOM_SPEED
from core.framing.path import Pace, Series, hold_still, rail_around, steer
from core.framing.scene import Canvas, Subject

# How large a face should be, of the crop's height, before the crop zooms in on it: tall outputs and others.
FACE_SHARE_TALL, FACE_SHARE = 0.17, 0.20
# A group needs its own box and some air.
GROUP_AIR = 1.15
# The size of a crop stands still while a face changes its own by no more than this, up or down.
ZOOM_COMFORT = 0.16
# Seconds over which the size of a face is taken: a nod or a laugh is no approach.
ZOOM_SMOOTH_SECONDS = 2.0


@dataclass(frozen=True)
class Sizing:
    """What a layout asks of a crop's size; what is None is chosen by the output's shape and by sharpness.

    `face_share` is how large a face should be of the crop's height, `least_share` the least height of a crop, of
    the source's. `is_roomy` takes the largest crop, for people who move too fast for a closer one.
    """

    face_share: float | None = None
    least_share: float | None = None
    is_roomy: bool = False


def crop_heights(subjects: Sequence[Subject], canvas: Canvas, band: tuple[float, float], sizing: Sizing) -> Series:
    """Return the crop's height at every step: small faces larger, neighbours left out, never too soft.

    Args:
        subjects: The people to show.
        canvas: The source and the crop's shape.
        band: The horizontal stretch up to the neighbours, in pixels.
        sizing: What the layout asks for.
    """
    largest = canvas.largest()[1]
    count = len(subjects[0].at)
    if sizing.is_roomy:
        return np.full(count, largest)
    least = (
        canvas.smallest()[1] if sizing.least_share is None else min(largest, sizing.least_share * canvas.height)
    )
    box = people_box(subjects)
    needed = GROUP_AIR * max(box.width / canvas.ratio, box.height)
    # The person in the middle of what is left of the picture by the neighbours; frame edges are no neighbours.
    place = float(np.mean([s.place for s in subjects]))
    room = [place - band[0]] * (band[0] > 0) + [band[1] - place] * (band[1] < canvas.width)
    beside = 2 * min(room, default=float("inf")) / canvas.ratio
    most = min(largest, max(beside, least, min(needed, largest)))
    wanted = np.clip(_wanted(subjects, canvas, sizing), least, most)
    rail = rail_around(wanted, ZOOM_COMFORT * float(np.median(wanted)), least, most)
    if len(subjects) > 1 or hold_still(rail) is not None:
        usual = float(np.median([s.size for s in subjects])) / _share(canvas, sizing)
        return np.full(count, min(most, max(least, usual, needed)))
    step = float(subjects[0].at[1] - subjects[0].at[0])
    pace = Pace(MAX_ZOOM_SPEED * least * step, MAX_ZOOM_ACCELERATION * least * step**2)
    return steer(rail, pace)


def _wanted(subjects: Sequence[Subject], canvas: Canvas, sizing: Sizing) -> Series:
    """Return the height that suits the faces at every step, without their nods."""
    left, right, top, bottom = edges_of(subjects)
    faces = np.median([s.face_height for s in subjects], axis=0) / _share(canvas, sizing)
    heights = np.maximum(faces, GROUP_AIR * np.maximum((right - left) / canvas.ratio, bottom - top))
    at = subjects[0].at
    reach = max(1, round(ZOOM_SMOOTH_SECONDS / 2 / max(float(at[-1] - at[0]) / max(1, len(at) - 1), 1e-6)))
    padded = np.pad(heights, reach, mode="edge")
    return np.asarray(np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * reach + 1), axis=1))


def _share(canvas: Canvas, sizing: Sizing) -> float:
    return sizing.face_share or (FACE_SHARE_TALL if canvas.ratio < 0.7 else FACE_SHARE)
