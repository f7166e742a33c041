"""Framing as plain numbers per instant, for the command line and for checks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from core.schema.choice import Aspect
from core.schema.framing import FacePoint, FaceTrack, Framing, LayoutSpan
from core.schema.shot import Shot
from core.schema.source import VideoStream

SPEAKING = 0.5
# A face is reported this long beyond its first and last sighting: half the time between two looks.
REACH_SECONDS = 0.25


def frames_as_data(
    facts: VideoStream, framing: Framing, aspect: Aspect, times: Sequence[float]
) -> list[dict[str, Any]]:
    """Return per instant the faces, the crop and the layout, in pixels of the upright source.

    `{"t", "faces": [{"x", "y", "w", "h", "track", "speaking"}], "crop": {"x", "y", "w", "h"}, "layout"}`.
    `speaking` is true where a face is believed to talk. A split has several crops: that of the person speaking
    is given (the one with the speaking face in it), the upper or left one while nobody does. Instants that the
    clip does not show have an empty layout and the whole picture as their crop.
    """
    frames = []
    for at in times:
        shot = _shot_at(framing.shots, at)
        faces = [
            (track.id, point)
            for track in framing.tracks
            if _is_in_shot(track, shot) and (point := point_at(track, at)) is not None
        ]
        span = _span_at(framing.spans[aspect], at)
        crop = _crop_at(span, at, [point for _, point in faces]) if span else (0.0, 0.0, facts.width, facts.height)
        frames.append(
            {
                "t": round(at, 3),
                "faces": [
                    {
                        "x": round(point.x, 1),
                        "y": round(point.y, 1),
                        "w": round(point.width, 1),
                        "h": round(point.height, 1),
                        "track": track,
                        "speaking": point.speaking >= SPEAKING,
                    }
                    for track, point in faces
                ],
                "crop": {name: round(float(value), 2) for name, value in zip("xywh", crop, strict=True)},
                "layout": span.layout if span else "",
            }
        )
    return frames


def point_at(track: FaceTrack, at: float) -> FacePoint | None:
    """Return the face at an instant, between its points in a straight line; None where it is not there."""
    points = track.points
    if not points or not points[0].at - REACH_SECONDS <= at <= points[-1].at + REACH_SECONDS:
        return None
    seconds = [point.at for point in points]

    def value(name: str) -> float:
        return float(np.interp(at, seconds, [getattr(point, name) for point in points]))

    return FacePoint(
        at=at,
        x=value("x"),
        y=value("y"),
        width=value("width"),
        height=value("height"),
        confidence=value("confidence"),
        speaking=value("speaking"),
        turn=value("turn"),
    )


def _shot_at(shots: Sequence[Shot], at: float) -> Shot | None:
    return next((shot for shot in shots if shot.start <= at < shot.end), None)


def _is_in_shot(track: FaceTrack, shot: Shot | None) -> bool:
    """Whether a track lies in a shot, by its middle: its ends may differ from the cut by a rounding."""
    if shot is None or not track.points:
        return shot is None
    return shot.start <= (track.points[0].at + track.points[-1].at) / 2 < shot.end


def _span_at(spans: Sequence[LayoutSpan], at: float) -> LayoutSpan | None:
    return next((span for span in spans if span.start <= at < span.end), None)


def _crop_at(span: LayoutSpan, at: float, faces: Sequence[FacePoint]) -> tuple[float, float, float, float]:
    crops = [region.crop.at_time(at) for region in span.regions]
    for face in sorted(faces, key=lambda f: -f.speaking):
        if face.speaking < SPEAKING:
            break
        for x, y, width, height in crops:
            if x <= face.x + face.width / 2 < x + width and y <= face.y + face.height / 2 < y + height:
                return x, y, width, height
    return crops[0]
