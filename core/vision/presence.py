"""Whether faces are in the picture, in glimpses a few seconds apart: enough to say how much of a talk has one."""

from __future__ import annotations

from pathlib import Path

from core.media.glimpses import glimpses
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.segment import Glimpse
from core.schema.source import MediaFacts
from core.vision.faces import FaceDetector, whole_window

GLIMPSE_SECONDS = 4.0
MAX_SIDE_PX = 480


def see_faces(
    path: Path, facts: MediaFacts, model: Path, progress: ProgressCallback = ignore_progress
) -> tuple[Glimpse, ...]:
    """Return what is seen about every four seconds; nothing where there is no moving picture.

    Faces smaller than an eighth of the picture's height are not looked for: they carry no clip.

    Args:
        path: The media file.
        facts: What `probe` said of it.
        model: The face detector's file.
        progress: Told 0 to 1.

    Raises:
        MediaError: The file can't be decoded.
        WeightsError: The model is missing or is none.
    """
    if facts.video is None or facts.video.is_still:
        return ()
    seen: list[Glimpse] = []
    with FaceDetector(model) as detector:
        for sampled in glimpses(path, facts, GLIMPSE_SECONDS, MAX_SIDE_PX, progress):
            height, width = sampled.pixels.shape[:2]
            faces = detector.search(sampled.pixels, [whole_window(width, height)])
            largest = max((face.height for face in faces), default=0.0) / height
            seen.append(
                Glimpse(at=round(sampled.at, 3), faces=len(faces), face_height=round(min(1.0, largest), 3))
            )
    return tuple(seen)
