"""The operator's promise: whom a crop is to show, it shows; closer, wider, with a cut, or in the whole picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.framing import rules
from core.framing.frame_people import USUAL, follow_people
from core.framing.heads import people_box
from core.framing.layouts import layout_named
from core.framing.scene import Canvas, Scene, Series
from core.framing.situation import Memory, people_key
from core.framing.sizing import Sizing
from core.schema.framing import CropPath, Layout, LayoutSpan, Region
from core.schema.time import TimeSpan

Flags = NDArray[np.bool_]

ROOMY = Sizing(is_roomy=True)
WIDER = ", with room to move"
CUT_AFTER = ": a cut to where the face is now"
TOO_LARGE = "the face is too large for a crop: whole picture on a blurred fill"
TOO_FAST = "moves too far and too fast to be followed: whole picture on a blurred fill"


def operate(
    scene: Scene,
    canvas: Canvas,
    reason: str,
    memory: Memory,
    layout: Layout = "follow",
    sizing: Sizing = USUAL,
) -> list[LayoutSpan]:
    """Return the spans in which the people of a scene are kept in a crop.

    The usual crop, if it never loses a face; else the largest, first beside neighbours, then whoever is in it;
    else a cut where a face is suddenly elsewhere; else the whole picture.

    Args:
        scene: The people to show.
        canvas: The source and the shape of the output.
        reason: Why, for the user.
        memory: What was shown before; read and written.
        layout: How the spans are called.
        sizing: How large the crop should be.
    """
    if not can_show(scene, canvas):
        return [_whole(scene, canvas, TOO_LARGE)]
    ways = [_one_crop, _cut_at_jumps]
    # A face that is suddenly elsewhere is cut to; on any other way a cut is the last resort.
    for way in reversed(ways) if _does_leap(scene, canvas) else ways:
        shown = way(scene, canvas, reason, memory.crops.get(people_key(scene.subjects)), sizing)
        if shown:
            return [_span(part, crop, why, memory, layout) for part, crop, why in shown]
    return [_whole(scene, canvas, TOO_FAST)]


Shown = list[tuple[Scene, CropPath, str]]


def _one_crop(scene: Scene, canvas: Canvas, reason: str, before: CropPath | None, sizing: Sizing) -> Shown:
    """Return one crop that never loses a face, with room if need be; nothing where there is none."""
    usual = follow_people(scene, canvas, before, sizing)
    if not is_lost(usual, scene, canvas):
        return [(scene, usual, reason)]
    for alone in (scene, replace(scene, others=())):
        wide = follow_people(alone, canvas, None, ROOMY)
        if not is_lost(wide, scene, canvas):
            return [(scene, wide, reason + WIDER)]
    return []


def _cut_at_jumps(scene: Scene, canvas: Canvas, reason: str, before: CropPath | None, sizing: Sizing) -> Shown:
    """Return a crop for each place that a face jumps to; nothing where that would flicker or still lose it."""
    parts = _parts_at_jumps(scene, canvas)
    if len(parts) < 2 or scene.span.duration / len(parts) < rules.JUMP_CUT_SECONDS:
        return []
    shown: Shown = []
    for index, part in enumerate(parts):
        crops = (follow_people(part, canvas, None, size) for size in (sizing, ROOMY))
        crop = next((crop for crop in crops if not is_lost(crop, part, canvas)), None)
        if crop is None:
            return []
        shown.append((part, crop, reason + CUT_AFTER if index else reason))
    return shown


def _does_leap(scene: Scene, canvas: Canvas) -> bool:
    """Whether a face is somewhere else from one look to the next, as no person moves."""
    side = canvas.largest()[1] * min(1.0, canvas.ratio)
    leaps = [np.abs(np.diff(s.centre_x))[s.is_seen[1:] & s.is_seen[:-1]] for s in scene.subjects]
    return any(float(each.max(initial=0.0)) > rules.LEAP_SIDES * side for each in leaps)


def can_show(scene: Scene, canvas: Canvas) -> bool:
    """Whether a crop can hold the people: with air, or at least the bare face of a single one."""
    if layout_named("follow").suits(scene, canvas) or len(scene.subjects) != 1:
        return True
    width, height = canvas.largest()
    (face,) = scene.subjects
    return float(np.median(face.face_width)) * 1.2 <= width and people_box(scene.subjects).height <= height


def is_lost(crop: CropPath, scene: Scene, canvas: Canvas) -> bool:
    """Whether a face that is seen is outside of the crop, in part at least, for too long and too often.

    What the edge of the picture itself cuts off no crop could show.
    """
    at = scene.subjects[0].at
    step = scene.span.duration / max(1, len(at) - 1)
    left, width = (np.interp(at, crop.at, values) for values in (crop.x, crop.width))
    top, height = (np.interp(at, crop.at, values) for values in (crop.y, crop.height))
    for face in scene.subjects:
        # The detector's box may hang over the edge by its noise.
        half = 0.45 * np.minimum(face.face_width, width)
        from_x = np.maximum(face.centre_x - half, 0.0)
        to_x = np.minimum(face.centre_x + half, canvas.width)
        brows = np.maximum(face.eyes_y - 0.15 * face.face_height, 0.0)
        chin = np.minimum(face.eyes_y + 0.5 * face.face_height, canvas.height)
        is_out = (from_x < left) | (to_x > left + width) | (brows < top) | (chin > top + height)
        out = is_out & face.is_seen
        if out.mean() > rules.LOST_SHARE and _longest_run(out) * step > rules.LOST_SECONDS:
            return True
    return False


def _longest_run(flags: Flags) -> int:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return int((edges[1::2] - edges[::2]).max(initial=0))


def _parts_at_jumps(scene: Scene, canvas: Canvas) -> list[Scene]:
    """Return the scene cut where its people are soon somewhere else, no part too short to see."""
    centre = np.mean([s.centre_x for s in scene.subjects], axis=0)
    side = canvas.largest()[1] * min(1.0, canvas.ratio)
    at = scene.subjects[0].at
    reach = max(1, round(rules.JUMP_SECONDS / 2 * (len(at) - 1) / max(scene.span.duration, 1e-6)))
    padded = np.pad(centre, reach, mode="edge")
    ways = np.abs(padded[2 * reach :] - padded[: -2 * reach])
    steps = np.abs(np.diff(centre))
    bounds = [scene.span.start]
    # The longer ways first, in the middle of each: a shorter one too close to them is not cut at.
    for index in np.argsort(-(ways[:-1] + steps), kind="stable"):
        if ways[index] < rules.JUMP_SIDES * side:
            continue
        second = float(at[index] + at[index + 1]) / 2
        if min(abs(second - edge) for edge in (*bounds, scene.span.end)) >= rules.HOLD_SECONDS:
            bounds.append(second)
    edges = sorted([*bounds, scene.span.end])
    return [_held_at_ends(scene.within(TimeSpan(start=start, end=end))) for start, end in pairwise(edges)]


def _held_at_ends(scene: Scene) -> Scene:
    """Return a part between two jumps without what lies halfway across them: the first and last steps."""

    def held(values: Series) -> Series:
        return np.concatenate([values[1:2], values[1:-1], values[-2:-1]]) if len(values) > 3 else values

    subjects = tuple(replace(s, centre_x=held(s.centre_x), eyes_y=held(s.eyes_y)) for s in scene.subjects)
    return replace(scene, subjects=subjects)


def _span(scene: Scene, crop: CropPath, reason: str, memory: Memory, layout: Layout) -> LayoutSpan:
    memory.crops[people_key(scene.subjects)] = crop
    memory.note(scene.subjects, layout)
    return LayoutSpan(
        start=scene.span.start, end=scene.span.end, layout=layout, regions=(Region(crop=crop),), reason=reason
    )


def _whole(scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
    return layout_named("fit_blur").compose(scene, canvas, reason)


def lost_in_any(span: LayoutSpan, people: Sequence[Scene], canvas: Canvas) -> bool:
    """Whether any region of a span loses the person that it is there for."""
    return any(is_lost(region.crop, scene, canvas) for region, scene in zip(span.regions, people, strict=True))
