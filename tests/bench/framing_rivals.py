"""What framing is compared with, on the same shots and faces that ours has: three usual ways to crop.

Each returns spans as the program's own framing does, so that all are measured by the same code.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import numpy as np

from core.framing.frame import shot_stretches
from core.framing.scene import Canvas
from core.schema.framing import CropPath, FacePoint, FaceTrack, LayoutSpan, Region
from core.schema.shot import Shot
from core.schema.time import Cut, TimeSpan

# The follow closes this share of the gap every frame at 25 frames a second: 0.3 s to get two thirds of the way.
FOLLOW_SECONDS = 0.3
# Peers look at a few frames a second.
PEER_HZ = 3.0
# A face is where its track has a point this near.
NEAR_SECONDS = 0.5


class Seen(NamedTuple):
    """What all start from."""

    shots: Sequence[Shot]
    tracks: Sequence[FaceTrack]
    cut: Cut
    canvas: Canvas
    fps: float


def centre_crop(seen: Seen) -> list[LayoutSpan]:
    """Return the largest crop in the middle of the picture, all through."""
    width, height = seen.canvas.largest()
    x, y = (seen.canvas.width - width) / 2, (seen.canvas.height - height) / 2
    return [_span(span.start, span.end, still_crop(span.start, x, y, width, height)) for span in seen.cut.ranges]


def exponential_follow(seen: Seen) -> list[LayoutSpan]:
    """Return a crop that follows whoever is believed to talk, frame by frame, smoothed exponentially.

    It starts afresh at every cut, which many programs forget.
    """
    gain = 1 - np.exp(-1 / (seen.fps * FOLLOW_SECONDS))
    spans = []
    for span, _ in shot_stretches(seen.cut, seen.shots):
        at = np.arange(span.start, span.end, 1 / seen.fps)
        x, y = seen.canvas.width / 2, seen.canvas.height / 2
        is_new = True
        xs, ys = [], []
        for second in at.tolist():
            face = _talking(seen.tracks, second)
            if face is not None:
                wanted_x, wanted_y = face.x + face.width / 2, face.y + face.height / 2
                x, y = (wanted_x, wanted_y) if is_new else (x + gain * (wanted_x - x), y + gain * (wanted_y - y))
                is_new = False
            left, top = _placed(seen.canvas, x, y)
            xs.append(left)
            ys.append(top)
        width, height = seen.canvas.largest()
        count = len(xs)
        path = CropPath(
            at=tuple(at.tolist()), x=tuple(xs), y=tuple(ys), width=(width,) * count, height=(height,) * count
        )
        spans.append(_span(span.start, span.end, path))
    return spans


def largest_face(seen: Seen) -> list[LayoutSpan]:
    """Return what peers do: a still crop a shot, on the median of the largest face, looked for now and then."""
    width, height = seen.canvas.largest()
    spans = []
    for span, _ in shot_stretches(seen.cut, seen.shots):
        faces = [_largest(seen.tracks, at) for at in np.arange(span.start, span.end, 1 / PEER_HZ).tolist()]
        known = [face for face in faces if face is not None]
        x, y = seen.canvas.width / 2, seen.canvas.height / 2
        if known:
            x = median(face.x + face.width / 2 for face in known)
            y = median(face.y + face.height / 2 for face in known)
        left, top = _placed(seen.canvas, x, y)
        spans.append(_span(span.start, span.end, still_crop(span.start, left, top, width, height)))
    return spans


RIVALS = {"centre crop": centre_crop, "exponential follow": exponential_follow, "largest face": largest_face}


def face_at(track: FaceTrack, at: float) -> FacePoint | None:
    """Return where a track's face is at an instant, in a straight line between its points; None if away."""
    after = bisect_left(track.points, at, key=lambda point: point.at)
    near = [point for point in track.points[max(0, after - 1) : after + 1] if abs(point.at - at) <= NEAR_SECONDS]
    if not near:
        return None
    if len(near) == 1:
        return near[0]
    first, last = near
    mix = (at - first.at) / max(last.at - first.at, 1e-9)
    values = {
        name: getattr(first, name) + mix * (getattr(last, name) - getattr(first, name))
        for name in ("x", "y", "width", "height", "speaking")
    }
    return FacePoint(at=at, **values)


def _faces(tracks: Sequence[FaceTrack], at: float) -> list[FacePoint]:
    near = [t for t in tracks if t.points[0].at - NEAR_SECONDS <= at <= t.points[-1].at + NEAR_SECONDS]
    return [face for track in near if (face := face_at(track, at)) is not None]


def _talking(tracks: Sequence[FaceTrack], at: float) -> FacePoint | None:
    return max(_faces(tracks, at), key=lambda face: (round(face.speaking, 2), face.height), default=None)


def _largest(tracks: Sequence[FaceTrack], at: float) -> FacePoint | None:
    return max(_faces(tracks, at), key=lambda face: face.height, default=None)


def _placed(canvas: Canvas, x: float, y: float) -> tuple[float, float]:
    """Return the corner of the largest crop around a point, inside the frame."""
    width, height = canvas.largest()
    return (
        float(np.clip(x - width / 2, 0, canvas.width - width)),
        float(np.clip(y - height / 2, 0, canvas.height - height)),
    )


def still_crop(at: float, x: float, y: float, width: float, height: float) -> CropPath:
    """Return a crop that never moves."""
    return CropPath(at=(at,), x=(x,), y=(y,), width=(width,), height=(height,))


def _span(start: float, end: float, crop: CropPath) -> LayoutSpan:
    return LayoutSpan(start=start, end=end, layout="follow", regions=(Region(crop=crop),))


def whole(seconds: float) -> Cut:
    """Return a clip that is all of a source."""
    return Cut(ranges=(TimeSpan(start=0.0, end=seconds),))
