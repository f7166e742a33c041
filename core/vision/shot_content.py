"""One shot's content from a handful of its pictures: in two steps, since who is in it is known only at the end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.schema.framing import FaceTrack, PictureContent, PixelBox
from core.vision.bars import picture_inside
from core.vision.inset import FaceArea, find_inset
from core.vision.saliency import Map, stands_out
from core.vision.screens import DRAWN_LEVELS, changing_area, drawn_area, find_screen
from core.vision.text_areas import Area, find_suspects, find_text_lines, ink_contrast, join_lines, shared

Grey = NDArray[np.uint8]

# Writing is looked for in so many pictures, one for each so many seconds: those before which most changes.
TEXT_LOOKS, TEXT_SECONDS = 4, 1.2
MOVEMENT_PX = 240
COLUMNS, ROWS = 48, 48
# The camera moves where it shifts by this share of the picture a second in most looks.
CAMERA_PACE = 0.02
# What moves counts for this much of the interest, if it covers at least this share of the picture.
MOVING_WEIGHT, LEAST_MOVING = 0.7, 0.002
# An edge is of one colour if this share of it lies within so many levels of it; its width of the longer side.
EDGE_SHARE, EDGE_LEVELS, EDGE_WIDTH = 0.7, 8, 0.008
# Captions stand about the middle of the picture, and are of so much of its width and height at most.
CAPTION_OFF_CENTRE, CAPTION_WIDTH, CAPTION_HEIGHT = 0.06, 0.95, 0.3
LEAST_CAPTION_WIDTH = 0.08
# Their ink and paper lie so many grey levels apart: they are made to be read on anything.
CAPTION_LEVELS = 90
# Two that differ by no more than this in any side, in pixels of the samples, are one.
SAME_PX = 6
# Writing is taken with so much of a line's height around it.
TEXT_MARGIN = 0.25
# Writing that lies on a face for at least half is a feature of it.
ON_FACE = 0.5

# A face of more than this share of the height, with no inset around it, is somebody in front of a plain wall.
LARGE_FACE = 0.22

Colour = tuple[int, int, int]


class Look(NamedTuple):
    """One picture that was looked at: second, grey pixels, and what colour its edges are (see `edge_colours`)."""

    at: float
    grey: Grey
    edges: tuple[Colour | None, Colour | None]


class ShotSeen(NamedTuple):
    """What is known of a shot before it is known who is in it. Areas are in pixels of the samples.

    `screen` is what looks like one. `lines`, the `bold` ones of them and `greys` are of the same few pictures;
    `usual` is the median of all. It and `greys` are kept for screens alone.
    """

    start: float
    end: float
    width: int
    height: int
    picture: Area
    screen: Area | None
    lines: tuple[tuple[Area, ...], ...]
    bold: tuple[tuple[Area, ...], ...]
    greys: tuple[Grey, ...]
    usual: Grey | None
    changes: Area | None
    sides: Colour | None
    ends: Colour | None
    moves_camera: bool
    interest: Map


def see_shot(
    looks: Sequence[Look], span: tuple[float, float], moved: Map | None, paces: Sequence[float]
) -> ShotSeen:
    """Return what a shot shows, from the pictures that were kept of it.

    Args:
        looks: The pictures, at least one, all of one size.
        span: The first and the last second that was looked at.
        moved: The sum of what moved between pictures, in grey levels, smaller; None if none were compared.
        paces: How fast the camera shifted at each comparison, in picture widths a second.
    """
    greys = [look.grey for look in looks]
    height, width = greys[0].shape
    chosen = _most_different(greys, min(TEXT_LOOKS, 1 + int((span[1] - span[0]) / TEXT_SECONDS)))
    lines = tuple(tuple(find_text_lines(grey)) for grey in chosen)
    bold = tuple(
        tuple(line for line in found if ink_contrast(grey, line) >= CAPTION_LEVELS)
        for found, grey in zip(lines, chosen, strict=True)
    )
    screen = find_screen(greys, [line for found in lines for line in found])
    if screen is not None:
        lines = tuple((*found, *find_suspects(grey)) for found, grey in zip(lines, chosen, strict=True))
    sides, ends = ({look.edges[index] for look in looks} for index in (0, 1))
    moves_camera = bool(paces) and float(np.median(paces)) > CAMERA_PACE
    return ShotSeen(
        start=span[0],
        end=span[1],
        width=width,
        height=height,
        picture=picture_inside(greys),
        screen=screen,
        lines=lines,
        bold=bold,
        greys=tuple(chosen) if screen else (),
        usual=np.median(np.stack(greys), axis=0).astype(np.uint8) if screen else None,
        changes=changing_area(greys) if screen else None,
        sides=sides.pop() if len(sides) == 1 else None,
        ends=ends.pop() if len(ends) == 1 else None,
        moves_camera=moves_camera,
        interest=_ink(chosen) if screen else _interest(chosen, None if moves_camera else moved),
    )


def describe_shot(seen: ShotSeen, tracks: Sequence[FaceTrack], scale: float) -> PictureContent:
    """Return the content of a shot, in source pixels.

    Args:
        seen: What is known of it.
        tracks: Faces of the clip, in source pixels.
        scale: Source pixels per pixel of the samples.
    """
    faces = _faces_in(seen, tracks, scale)
    inset = _inset(seen, faces)
    is_screen = _is_screen(seen, faces, inset)
    lines = [
        [line for line in of_one if not _is_on_face(line, faces) and not _is_inside(line, inset)]
        for of_one in seen.lines
    ]
    bold = [[line for line in of_one if line in kept] for of_one, kept in zip(seen.bold, lines, strict=True)]
    blocks = join_lines(sorted({line for of_one in lines for line in of_one}, key=lambda line: (line.y, line.x)))
    drawn = drawn_area(seen.greys, seen.picture, inset) if is_screen else None
    interest = seen.interest if inset is None or not is_screen else _without(seen, inset)
    interest = interest / max(float(interest.sum()), 1e-9)
    size = (seen.width * scale, seen.height * scale)

    def box(area: Area | None) -> PixelBox | None:
        return None if area is None else _box(area, scale, size)

    return PictureContent(
        start=round(seen.start, 6),
        end=round(seen.end, 6),
        picture=_box(seen.picture, scale, size),
        is_screen=is_screen,
        texts=tuple(_box(_with_margin(block), scale, size) for block in blocks),
        captions=tuple(_box(_with_margin(block), scale, size) for block in find_captions(bold, seen.picture)),
        drawn=box(drawn),
        inset=box(inset) if is_screen else None,
        changes=box(seen.changes) if is_screen else None,
        sides=seen.sides if is_screen else None,
        ends=seen.ends if is_screen else None,
        moves_camera=seen.moves_camera,
        interest_across=tuple(round(float(value), 5) for value in interest.sum(axis=0)),
        interest_down=tuple(round(float(value), 5) for value in interest.sum(axis=1)),
    )


def find_captions(lines: Sequence[Sequence[Area]], picture: Area) -> list[Area]:
    """Return blocks of writing that stand in the middle of the picture's width, as captions do, once each.

    Args:
        lines: The lines of every picture that was looked at.
        picture: Where the picture is.
    """
    centred: set[Area] = set()
    for of_one in lines:
        rows = join_lines(list(of_one))
        for block in rows:
            off_centre = abs(block.x + block.width / 2 - picture.x - picture.width / 2)
            if (
                off_centre <= CAPTION_OFF_CENTRE * picture.width
                and LEAST_CAPTION_WIDTH * picture.width <= block.width <= CAPTION_WIDTH * picture.width
                and block.height <= CAPTION_HEIGHT * picture.height
            ):
                centred.add(block)
    distinct: list[Area] = []
    for block in sorted(centred, key=lambda block: (block.y, block.x)):
        if not any(max(abs(a - b) for a, b in zip(block, other, strict=True)) <= SAME_PX for other in distinct):
            distinct.append(block)
    return distinct


def edge_colours(pixels: NDArray[np.uint8]) -> tuple[Colour | None, Colour | None]:
    """Return the colour (red, green, blue) that most of the left and right edges have, and of the upper and lower.

    Where they have none in common it is that of the right, or lower, one; None where that has none either.
    """
    width = max(2, round(EDGE_WIDTH * max(pixels.shape[:2])))
    sides = np.concatenate([pixels[:, :width].reshape(-1, 3), pixels[:, -width:].reshape(-1, 3)])
    ends = np.concatenate([pixels[:width].reshape(-1, 3), pixels[-width:].reshape(-1, 3)])
    # A bar along one of them is of the picture; the other one says what lies beyond it.
    return (
        _one_colour(sides) or _one_colour(pixels[:, -width:].reshape(-1, 3)),
        _one_colour(ends) or _one_colour(pixels[-width:].reshape(-1, 3)),
    )


def _one_colour(pixels: NDArray[np.uint8]) -> Colour | None:
    middle = np.median(pixels, axis=0)
    is_near = (np.abs(pixels.astype(np.int16) - middle) <= EDGE_LEVELS).all(axis=1)
    if float(is_near.mean()) < EDGE_SHARE:
        return None
    red, green, blue = (round(float(value)) for value in np.median(pixels[is_near], axis=0))
    return red, green, blue


def _ink(greys: Sequence[Grey]) -> Map:
    """Return how much is drawn in each cell of a grid: on a screen that is what there is to see."""
    import cv2

    edges = [cv2.morphologyEx(grey, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) for grey in greys]
    drawn = np.max(edges, axis=0) > DRAWN_LEVELS
    return np.asarray(cv2.resize(drawn.astype(np.float32), (COLUMNS, ROWS), interpolation=cv2.INTER_AREA))


def shrunk(plane: Grey) -> Grey:
    """Return a plane small enough to measure movement on."""
    import cv2

    scale = min(1.0, MOVEMENT_PX / max(plane.shape))
    size = (max(8, round(plane.shape[1] * scale)), max(8, round(plane.shape[0] * scale)))
    return np.asarray(cv2.resize(plane, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _interest(greys: Sequence[Grey], moved: Map | None) -> Map:
    """Return how much there is to see in each cell of a grid: what stands out, and what moves."""
    import cv2

    out = np.mean([stands_out(grey) for grey in greys], axis=0)
    interest = cv2.resize(out.astype(np.float32), (COLUMNS, ROWS), interpolation=cv2.INTER_AREA)
    interest = np.maximum(interest, 0)
    interest /= max(float(interest.sum()), 1e-9)
    if moved is not None and float((moved > 0).mean()) >= LEAST_MOVING:
        moving = np.maximum(cv2.resize(np.sqrt(moved), (COLUMNS, ROWS), interpolation=cv2.INTER_AREA), 0)
        moving /= max(float(moving.sum()), 1e-9)
        interest = MOVING_WEIGHT * moving + (1 - MOVING_WEIGHT) * interest
    return np.asarray(interest, dtype=np.float32)


def _most_different(greys: Sequence[Grey], count: int) -> list[Grey]:
    """Return at most `count` pictures, in order: the last one and those that change most."""
    if len(greys) <= count:
        return list(greys)
    steps = [float(np.abs(a[::4, ::4].astype(np.int16) - b[::4, ::4]).mean()) for a, b in pairwise(greys)]
    # The picture before a change shows all that was written until then.
    best = sorted(np.argsort(steps)[::-1][: count - 1].tolist())
    return [*(greys[index] for index in best), greys[-1]]


def _faces_in(seen: ShotSeen, tracks: Sequence[FaceTrack], scale: float) -> list[FaceArea]:
    """Return where each face usually was in the shot, in sample pixels."""
    faces = []
    for track in tracks:
        points = [point for point in track.points if seen.start - 0.1 <= point.at <= seen.end + 0.1]
        if points:
            x, y, width, height = np.median([(p.x, p.y, p.width, p.height) for p in points], axis=0) / scale
            faces.append(FaceArea(float(x), float(y), float(width), float(height)))
    return faces


def _inset(seen: ShotSeen, faces: Sequence[FaceArea]) -> Area | None:
    """Return the largest rectangle that a face is shown in on a screen, or beside it."""
    if seen.usual is None:
        return None
    found = [find_inset(seen.usual, face) for face in faces]
    return max((area for area in found if area), key=lambda area: area.width * area.height, default=None)


def _without(seen: ShotSeen, part: Area) -> Map:
    """Return what there is to see outside of a part of the picture."""
    interest = seen.interest.copy()
    rows = slice(part.y * ROWS // seen.height, -(-part.bottom * ROWS // seen.height))
    interest[rows, part.x * COLUMNS // seen.width : -(-part.right * COLUMNS // seen.width)] = 0
    return interest


def _is_screen(seen: ShotSeen, faces: Sequence[FaceArea], inset: Area | None) -> bool:
    """Whether a shot shows a screen, now that it is known who is in it."""
    if seen.screen is None:
        return False
    if inset is not None:
        return True
    is_whole = (seen.screen.width, seen.screen.height) == (seen.width, seen.height)
    return is_whole and all(face.height <= LARGE_FACE * seen.height for face in faces)


def _is_on_face(line: Area, faces: Sequence[FaceArea]) -> bool:
    size = line.width * line.height
    return any(shared(line, Area(*(round(v) for v in face))) > ON_FACE * size for face in faces)


def _is_inside(line: Area, inset: Area | None) -> bool:
    return inset is not None and shared(line, inset) > ON_FACE * line.width * line.height


def _with_margin(block: Area) -> Area:
    margin = max(2, round(TEXT_MARGIN * min(block.height, 24)))
    return Area(block.x - margin, block.y - margin, block.width + 2 * margin, block.height + 2 * margin)


def _box(area: Area, scale: float, size: tuple[float, float]) -> PixelBox:
    left, top = max(0.0, area.x * scale), max(0.0, area.y * scale)
    right, bottom = min(size[0], area.right * scale), min(size[1], area.bottom * scale)
    return PixelBox(
        x=round(left, 2),
        y=round(top, 2),
        width=round(max(0.0, right - left), 2),
        height=round(max(0.0, bottom - top), 2),
    )
