"""Framing as plain numbers per instant, for the command line and for checks."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.schema.choice import Aspect
from core.schema.framing import FacePoint, FaceTrack, Framing, LayoutSpan
from core.schema.shot import Shot
from core.schema.source import VideoStream

SPEAKING = 0.5
# A face is reported this long beyond its first and last sighting: the longest time between two looks.
REACH_SECONDS = 0.45
_VALUES = ("x", "y", "width", "height", "confidence", "speaking", "turn")


def frames_as_data(
    facts: VideoStream, framing: Framing, aspect: Aspect, times: Sequence[float]
) -> list[dict[str, Any]]:
    """Return per instant the faces, the crop and the layout, in pixels of the upright source.

    `{"t", "faces": [{"x", "y", "w", "h", "track", "speaking"}], "crop": {"x", "y", "w", "h"}, "layout"}`.
    `speaking` is true where a face is believed to talk. A split has several crops: that of the person speaking
    is given (the one with the speaking face in it), the upper or left one while nobody does. Instants that the
    clip does not show have an empty layout and the whole picture as their crop.
    """
    faces = _faces_at(framing.tracks, framing.shots, np.asarray(times, dtype=float))
    spans = sorted(framing.spans[aspect], key=lambda span: span.start)
    starts = [span.start for span in spans]
    frames = []
    for index, at in enumerate(times):
        before = bisect_right(starts, at) - 1
        span = spans[before] if before >= 0 and at < spans[before].end else None
        seen = faces[index]
        crop = (
            _crop_at(span, at, [face for _, face in seen])
            if span and span.regions
            else (0.0, 0.0, facts.width, facts.height)
        )
        frames.append(
            {
                "t": round(at, 3),
                "faces": [_face_as_data(track, point) for track, point in seen],
                "crop": {name: round(float(value), 2) for name, value in zip("xywh", crop, strict=True)},
                "layout": span.layout if span else "",
            }
        )
    return frames


def _face_as_data(track: int, point: FacePoint) -> dict[str, Any]:
    return {
        "x": round(point.x, 1),
        "y": round(point.y, 1),
        "w": round(point.width, 1),
        "h": round(point.height, 1),
        "track": track,
        "speaking": point.speaking >= SPEAKING,
    }


def _faces_at(
    tracks: Sequence[FaceTrack], shots: Sequence[Shot], times: NDArray[np.floating]
) -> dict[int, list[tuple[int, FacePoint]]]:
    """Return who is seen at each instant, by its index, with the number of the track."""
    found: defaultdict[int, list[tuple[int, FacePoint]]] = defaultdict(list)
    for track in tracks:
        if not track.points:
            continue
        seconds = np.array([point.at for point in track.points])
        start, end = _reach(track, shots)
        there = np.flatnonzero((times >= start) & (times < end))
        values = [np.interp(times[there], seconds, [getattr(p, name) for p in track.points]) for name in _VALUES]
        for place, index in enumerate(there.tolist()):
            named = {name: float(series[place]) for name, series in zip(_VALUES, values, strict=True)}
            found[index].append((track.id, FacePoint(at=float(times[index]), **named)))
    return found


def _reach(track: FaceTrack, shots: Sequence[Shot]) -> tuple[float, float]:
    """Return from when until when a track's face is seen: a little beyond its points, never beyond its shot.

    Its shot is that of its middle: its ends may differ from the cut by a rounding.
    """
    first, last = track.points[0].at, track.points[-1].at
    start, end = first - REACH_SECONDS, np.nextafter(last + REACH_SECONDS, np.inf)
    middle = (first + last) / 2
    for shot in shots:
        if shot.start <= middle < shot.end:
            return max(start, shot.start), min(float(end), shot.end)
    return (start, float(end)) if not shots else (0.0, 0.0)


def _crop_at(span: LayoutSpan, at: float, faces: Sequence[FacePoint]) -> tuple[float, float, float, float]:
    crops = [region.crop.at_time(at) for region in span.regions]
    for face in sorted(faces, key=lambda f: -f.speaking):
        if face.speaking < SPEAKING:
            break
        for x, y, width, height in crops:
            if x <= face.x + face.width / 2 < x + width and y <= face.y + face.height / 2 < y + height:
                return x, y, width, height
    return crops[0]
