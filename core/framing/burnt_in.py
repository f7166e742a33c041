"""Captions that are burnt into the source: a crop keeps them whole, beside the face that it follows."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.framing.boxes import around, padded, shared
from core.framing.heads import head_box
from core.framing.inside import scene_inside, span_outside
from core.framing.layouts import layout_named
from core.framing.operate import is_lost
from core.framing.placing import close_up
from core.framing.scene import Canvas, Scene
from core.schema.framing import CropPath, LayoutSpan, PictureContent, PixelBox, Region
from core.schema.time import TimeSpan

REASON = "burnt-in captions would be cut off: "
# Captions of one kind stand at one height, and come in at least so many different widths, which differ by a share.
LEAST_WIDTHS, OTHER_WIDTH = 3, 0.08
# Air around them, of their height.
AIR = 0.25
# Layouts with one crop, which could cut through a caption.
CROPPING = ("follow", "group")


def captioned_band(contents: Sequence[PictureContent]) -> tuple[float, float] | None:
    """Return the top and bottom of where captions are burnt in, in pixels; None where there are none.

    What stands in one place for good is a sign in the room; captions come in different lengths at one height.
    """
    boxes = [box for content in contents for box in content.captions]
    for box in boxes:
        middle = box.y + box.height / 2
        alike = [other for other in boxes if abs(other.y + other.height / 2 - middle) < max(box.height, 1.0)]
        widths: list[float] = []
        for width in sorted(other.width for other in alike):
            if not widths or width - widths[-1] > OTHER_WIDTH * width:
                widths.append(width)
        if len(widths) >= LEAST_WIDTHS:
            return min(other.y for other in alike), max(other.bottom for other in alike)
    return None


def keep_captions(
    spans: Sequence[LayoutSpan], scene: Scene, canvas: Canvas, band: tuple[float, float] | None
) -> list[LayoutSpan]:
    """Return the spans of a scene with crops moved up or down so that its captions are whole in them.

    Where that would cost the face, or the crop is too narrow for them, the picture is shown as wide as it takes.

    Args:
        spans: What the director made of the scene.
        scene: The stretch of a shot, with everybody in it.
        canvas: The source and the shape of the output.
        band: Where captions are burnt in, see `captioned_band`.
    """
    caption = _caption_of(scene.content, band)
    if caption is None:
        return list(spans)
    frame = PixelBox(x=0, y=0, width=canvas.width, height=canvas.height)
    caption = padded(caption, AIR * caption.height, frame)
    return [
        _keeping(span, scene.within(TimeSpan(start=span.start, end=span.end)), canvas, caption) for span in spans
    ]


def _caption_of(content: PictureContent | None, band: tuple[float, float] | None) -> PixelBox | None:
    if content is None or band is None:
        return None
    return around([box for box in content.captions if box.y < band[1] and box.bottom > band[0]])


def _keeping(span: LayoutSpan, scene: Scene, canvas: Canvas, caption: PixelBox) -> LayoutSpan:
    if span.layout not in CROPPING or len(span.regions) != 1:
        return span
    path = span.regions[0].crop
    moved = _moved(path, canvas, caption)
    if moved == path:
        return span
    if moved is not None and not _loses_face(moved, path, scene, canvas):
        return span.model_copy(update={"regions": (Region(crop=moved),)})
    return _wider(span, scene, canvas, caption)


def _moved(path: CropPath, canvas: Canvas, caption: PixelBox) -> CropPath | None:
    """Return a path moved up or down as a whole, so that its motion stays as it is; None where that can't do."""
    x, y, width, height = (np.array(values) for values in (path.x, path.y, path.width, path.height))
    if (x > caption.x + 1).any() or (x + width < caption.right - 1).any():
        return None
    low = max(float((caption.bottom - y - height).max()), float((-y).max()))
    high = min(float((caption.y - y).min()), float((canvas.height - height - y).min()))
    if low > high + 1e-6:
        return None
    by = min(max(0.0, low), high)
    return path if abs(by) < 1e-6 else path.model_copy(update={"y": tuple(float(value) for value in y + by)})


def _loses_face(moved: CropPath, path: CropPath, scene: Scene, canvas: Canvas) -> bool:
    """Whether a face that was in a crop is not in the moved one."""
    each = [scene.showing([subject]) for subject in scene.subjects]
    return any(is_lost(moved, alone, canvas) and not is_lost(path, alone, canvas) for alone in each)


def _wider(span: LayoutSpan, scene: Scene, canvas: Canvas, caption: PixelBox) -> LayoutSpan:
    """Return a part of the picture with captions and heads in it, all of it if it must be, on a blurred fill."""
    frame = PixelBox(x=0, y=0, width=canvas.width, height=canvas.height)
    heads = [shared(head_box(subject), frame) for subject in scene.subjects]
    must = around([caption, *(head for head in heads if head is not None)])
    crop = close_up(scene.content, canvas, 0.0, must) if scene.content is not None else None
    crop = crop or frame
    inner = layout_named("fit_blur").compose(
        scene_inside(scene, crop), Canvas(crop.width, crop.height, canvas.ratio), f"{REASON}as much as it takes"
    )
    return span_outside(inner, crop).model_copy(update={"start": span.start, "end": span.end})
