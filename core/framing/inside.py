"""Composing within a part of the source as if it were the whole: an inset, or a picture between black bars."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.framing.boxes import shared
from core.framing.scene import Scene, Subject
from core.schema.framing import CropPath, LayoutSpan, PictureContent, PixelBox, Region


def scene_inside(scene: Scene, part: PixelBox) -> Scene:
    """Return a scene in the coordinates of a part of the source, its people and what it shows moved along."""
    content = scene.content
    return replace(
        scene,
        subjects=tuple(_moved_subject(subject, part) for subject in scene.subjects),
        others=tuple(_moved_subject(subject, part) for subject in scene.others),
        content=None if content is None else content_inside(content, part),
    )


def content_inside(content: PictureContent, part: PixelBox) -> PictureContent:
    """Return what a shot shows in the coordinates of a part of it; what lies outside is left out."""

    def moved(box: PixelBox | None) -> PixelBox | None:
        common = None if box is None else shared(box, part)
        return common and common.model_copy(update={"x": common.x - part.x, "y": common.y - part.y})

    def all_moved(boxes: tuple[PixelBox, ...]) -> tuple[PixelBox, ...]:
        return tuple(box for box in map(moved, boxes) if box)

    return content.model_copy(
        update={
            "picture": PixelBox(x=0, y=0, width=part.width, height=part.height),
            "texts": all_moved(content.texts),
            "captions": all_moved(content.captions),
            "drawn": moved(content.drawn),
            "inset": moved(content.inset),
            "changes": moved(content.changes),
        }
    )


def span_outside(span: LayoutSpan, part: PixelBox) -> LayoutSpan:
    """Return a span that was composed within a part of the source in the source's own coordinates."""
    regions = tuple(Region(crop=moved_path(region.crop, part), target=region.target) for region in span.regions)
    return span.model_copy(update={"regions": regions, "backdrop": part})


def moved_path(path: CropPath, part: PixelBox) -> CropPath:
    """Return a path within a part of the source in the source's own coordinates."""
    return path.model_copy(update={"x": tuple(x + part.x for x in path.x), "y": tuple(y + part.y for y in path.y)})


def _moved_subject(subject: Subject, part: PixelBox) -> Subject:
    return replace(
        subject,
        centre_x=np.clip(subject.centre_x - part.x, 0, part.width),
        eyes_y=np.clip(subject.eyes_y - part.y, 0, part.height),
        face_width=np.clip(subject.face_width, 1, part.width),
        face_height=np.clip(subject.face_height, 1, part.height),
    )
