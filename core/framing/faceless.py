"""What the director does where faces don't say it: screens, with or without a presenter, and empty scenes.

Each rule says its reason in words for the user. No crop goes through writing.
"""

from __future__ import annotations

from dataclasses import replace

from core.framing.heads import head_box
from core.framing.inside import scene_inside, span_outside
from core.framing.layouts import layout_named
from core.framing.layouts.screen import screen_crop
from core.framing.placing import all_writing, close_up, place_crop
from core.framing.scene import Canvas, Scene
from core.schema.framing import LayoutSpan, PixelBox

# A crop that keeps this share of what there is to see is better than the whole picture made small.
MOST_OF_IT = 0.75

TEXT = "text would be cut off: "
# How reasons begin where no face was found.
REASONS = ("no face found", TEXT)


def with_presenter(scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
    """Return a screen with its presenter apart from it; where there is no room for that, both as they are."""
    layout = layout_named("screen")
    if layout.suits(scene, canvas):
        where = "above the presenter" if canvas.ratio <= 1.0 else "beside the presenter"
        return layout.compose(scene, canvas, f"{reason}: the screen {where}")
    faces = tuple(head_box(subject) for subject in scene.subjects)
    # Whoever is in the picture stays in it, as its writing does.
    texts = (*(scene.content.texts if scene.content else ()), *faces)
    content = scene.content and scene.content.model_copy(update={"texts": texts})
    reason = f"{reason}, with no room for its presenter apart: both as they are"
    return layout.compose(replace(scene.showing(()), content=content), canvas, reason)


def without_faces(scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
    """Return a scene in which no face says what to show: a screen, a crop that keeps most of it, or all of it."""
    content = scene.content
    if content is None or not content.interest_across:
        return _whole(scene, canvas, f"{reason}: whole picture on a blurred fill")
    if content.is_screen:
        return _screen_alone(scene, canvas, reason)
    writing = all_writing(content)
    crop = close_up(content, canvas, MOST_OF_IT, writing)
    what = "what stands out" if content.moves_camera else "what moves and stands out"
    if crop is not None and (crop.width, crop.height) == canvas.largest():
        return layout_named("wide").compose(scene, canvas, f"{reason}: a crop on {what}")
    if crop is not None:
        what = "all of its text" if writing is not None else what
        return _whole(scene, canvas, f"{reason}: most of the picture, with {what}, on a blurred fill", crop)
    if writing is not None and place_crop(content, canvas).kept >= MOST_OF_IT:
        return _whole(scene, canvas, f"{TEXT}whole picture on a blurred fill")
    return _whole(scene, canvas, f"{reason}: whole picture on a blurred fill")


def _screen_alone(scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
    crop = screen_crop(scene.content, canvas)
    is_whole = (crop.width, crop.height) == (canvas.width, canvas.height)
    reason = f"{TEXT}the whole screen" if is_whole else f"{reason}: a screen, as close as keeps all of its text"
    return layout_named("screen").compose(scene.showing(()), canvas, reason)


def _whole(scene: Scene, canvas: Canvas, reason: str, crop: PixelBox | None = None) -> LayoutSpan:
    """Return the whole picture, or a crop of another shape, on a blurred fill."""
    if crop is None:
        return layout_named("fit_blur").compose(scene, canvas, reason)
    inner = layout_named("fit_blur").compose(
        scene_inside(scene, crop), Canvas(crop.width, crop.height, canvas.ratio), reason
    )
    return span_outside(inner, crop)
