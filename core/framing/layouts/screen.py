"""A screen, with its presenter in a crop of their own where there is one: above and below, or side by side."""

from __future__ import annotations

from typing import NamedTuple

from core.framing.boxes import around, crop_around, cuts, holds, padded, shared
from core.framing.easing import still_crop
from core.framing.frame_people import follow_people
from core.framing.inside import moved_path, scene_inside
from core.framing.placing import all_writing, close_up, kept_by
from core.framing.scene import Canvas, Scene, Subject
from core.framing.sizing import Sizing
from core.schema.framing import CropPath, Layout, LayoutSpan, PictureContent, PixelBox, Rectangle, Region

# What the screen takes of the output's height above a presenter, or of its width beside one: at least and at most.
LEAST_SCREEN, MOST_SCREEN = 0.28, 0.6
# Beside or above an inset there is a screen if that much of the picture's width and height is left.
LEAST_SIDE = 0.3
# A head with some air is this many faces high.
HEAD = 1.7
# What is drawn on the screen gets this much air, of the source's longer side.
AIR = 0.02
# A crop onto a screen is no narrower than this share of it: a few words alone fill no screen.
LEAST_CROP = 0.42
# Of all that is drawn a crop onto the writing must keep this share: the rest may be ornaments, but no chart.
MOST_DRAWN = 0.6
# A presenter's picture is enlarged up to this on an output of 1080 lines; more is mush. One that has fewer lines
# than these is left where it is.
MOST_ENLARGED, OUTPUT_PX, LEAST_INSET_PX = 4.5, 1080.0, 90.0
PRESENTER = Sizing(face_share=0.3, least_share=0.6)
# The sides of an inset are soft by a few pixels.
INSET_EDGE_PX = 3.0


class _Parts(NamedTuple):
    """The crop onto the screen, and the shares of the output's height (or width) for it and for the presenter."""

    crop: PixelBox
    screen: float
    presenter: float


class Screen:
    """The screen as large as it is legible; its presenter, if there is room and somebody to be seen."""

    name: Layout = "screen"

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """Whether a screen is shown, and a presenter in a picture of their own, with room for both."""
        content = scene.content
        if content is None or not content.is_screen or content.inset is None:
            return False
        return _parts(scene, canvas) is not None

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Show the screen and its presenter, the screen alone where there is none or no room."""
        parts = _parts(scene, canvas)
        if parts is None:
            return self._alone(scene, canvas, reason)
        is_stacked = canvas.ratio <= 1.0
        start = (1 - parts.screen - parts.presenter) / 2
        if is_stacked:
            above = Rectangle(y=start, height=parts.screen)
            below = Rectangle(y=start + parts.screen, height=parts.presenter)
            ratio = canvas.ratio / parts.presenter
        else:
            above = Rectangle(x=start, width=parts.screen)
            below = Rectangle(x=start + parts.screen, width=parts.presenter)
            ratio = canvas.ratio * parts.presenter
        regions = (
            Region(crop=_still(scene, parts.crop), target=above),
            Region(crop=_presenter_crop(scene, canvas, ratio), target=below),
        )
        return self._span(scene, regions, reason, has_blur=parts.screen + parts.presenter < 1 - 1e-9)

    def _alone(self, scene: Scene, canvas: Canvas, reason: str) -> LayoutSpan:
        crop = screen_crop(scene.content, canvas)
        share = (crop.width / crop.height) / canvas.ratio
        wide, high = min(1.0, share), min(1.0, 1.0 / share)
        target = Rectangle(x=(1 - wide) / 2, y=(1 - high) / 2, width=wide, height=high)
        if min(wide, high) > 1 - 1e-9:
            return self._span(scene, (Region(crop=_still(scene, crop)),), reason)
        # The colour of the edges that the fill begins at.
        border = None
        if scene.content is not None:
            border = scene.content.ends if high < wide else scene.content.sides
        regions = (Region(crop=_still(scene, crop), target=target),)
        return self._span(scene, regions, reason, has_blur=border is None, fill=border)

    def _span(
        self,
        scene: Scene,
        regions: tuple[Region, ...],
        reason: str,
        has_blur: bool = False,
        fill: tuple[int, int, int] | None = None,
    ) -> LayoutSpan:
        return LayoutSpan(
            start=scene.span.start,
            end=scene.span.end,
            layout=self.name,
            regions=regions,
            has_blurred_background=has_blur,
            fill=fill,
            reason=reason,
        )


def screen_crop(content: PictureContent | None, canvas: Canvas) -> PixelBox:
    """Return what of a screen is shown where it stands alone: all of its writing, as large as it gets.

    It has the output's shape where that holds everything, else as much of it as the source has.
    """
    frame = PixelBox(x=0, y=0, width=canvas.width, height=canvas.height)
    if content is None or not content.is_screen:
        return frame
    must = all_writing(content) or content.drawn or frame
    must = padded(must, AIR * max(canvas.width, canvas.height), frame)
    if content.inset is not None:
        must = around([must, content.inset]) or must
    return close_up(content, canvas, MOST_DRAWN, must) or frame


def _parts(scene: Scene, canvas: Canvas) -> _Parts | None:
    """Return how a screen and its presenter share the output, None where they can't."""
    content = scene.content
    inset = content.inset if content else None
    presenter = _presenter(scene)
    if presenter is None or (inset is not None and inset.height < LEAST_INSET_PX):
        return None
    # Above each other the presenter needs so much of the output's height for a head to be in their part.
    least = 0.0 if canvas.ratio > 1.0 else canvas.ratio * HEAD * presenter.size / (inset or canvas).width
    shared_out = [
        (not (inset is not None and cuts(parts.crop, inset)), 1 / parts.crop.width, parts)
        for screen in _screens(inset, canvas)
        if (parts := _shared_with(content, canvas, screen, max(least, 1 - MOST_SCREEN))) is not None
    ]
    if not shared_out:
        return None
    parts = max(shared_out, key=lambda each: each[:2])[2]
    if inset is None or canvas.ratio > 1.0:
        return parts
    sharp = MOST_ENLARGED * inset.height / OUTPUT_PX
    most = canvas.ratio * max(sharp, inset.height / inset.width)
    return parts._replace(presenter=min(parts.presenter, most))


def _shared_with(
    content: PictureContent | None, canvas: Canvas, screen: PixelBox, least_presenter: float
) -> _Parts | None:
    """Return the parts if a crop onto a screen holds what must be seen, and leaves the presenter their least."""
    must = _must_show(content, canvas, screen)
    if must is None:
        return None
    narrowest = LEAST_CROP * min(screen.width, canvas.width)
    if canvas.ratio <= 1.0:
        # The taller its part, the narrower a crop holds what must be seen, as long as the screen is that tall.
        share = min(1 - least_presenter, canvas.ratio * screen.height / max(must.width, narrowest))
        ratio = canvas.ratio / max(share, 1e-3)
    else:
        share = min(1 - least_presenter, screen.width / (canvas.ratio * max(must.height, 1.0)))
        ratio = canvas.ratio * share
    if share < LEAST_SCREEN:
        return None
    crop = crop_around(must, ratio, screen, narrowest)
    return None if crop is None else _Parts(crop, share, 1 - share)


def _screens(inset: PixelBox | None, canvas: Canvas) -> list[PixelBox]:
    """Return where the screen may be cropped from: on each side of an inset, and all of it over which one lies."""
    frame = PixelBox(x=0, y=0, width=canvas.width, height=canvas.height)
    if inset is None:
        return [frame]
    beside = [
        PixelBox(x=0, y=0, width=inset.x, height=canvas.height),
        PixelBox(x=inset.right, y=0, width=canvas.width - inset.right, height=canvas.height),
        PixelBox(x=0, y=0, width=canvas.width, height=inset.y),
        PixelBox(x=0, y=inset.bottom, width=canvas.width, height=canvas.height - inset.bottom),
    ]
    is_column = inset.height > 0.9 * canvas.height or inset.width > 0.9 * canvas.width
    roomy = [part for part in beside if min(part.width / canvas.width, part.height / canvas.height) > LEAST_SIDE]
    return roomy if is_column else [*roomy, frame]


def _must_show(content: PictureContent | None, canvas: Canvas, screen: PixelBox) -> PixelBox | None:
    """Return the box around the writing on a screen, with some air; around all that is drawn if that is more.

    None where a part of the screen does not hold all of it.
    """
    if content is None or not content.is_screen:
        return screen
    air = AIR * max(canvas.width, canvas.height)
    writing = all_writing(content)
    if writing is not None:
        if not holds(screen, writing):
            return None
        wanted = padded(writing, air, screen)
        if kept_by(content, canvas, wanted) >= MOST_DRAWN:
            return wanted
    drawn = around([box for box in (writing, content.drawn) if box is not None])
    if drawn is None:
        return screen
    within = shared(drawn, screen)
    return None if within is None else padded(within, air, screen)


def _presenter(scene: Scene) -> Subject | None:
    """Return who presents: the one in the inset, else the largest face."""
    inset = scene.content.inset if scene.content else None
    if inset is None:
        return max(scene.subjects, key=lambda s: s.size * s.presence, default=None)
    inside = [
        subject
        for subject in (*scene.subjects, *scene.others)
        if inset.x <= subject.place <= inset.right and inset.y <= float(subject.eyes_y.mean()) <= inset.bottom
    ]
    return max(inside, key=lambda s: s.size * s.presence, default=None)


def _presenter_crop(scene: Scene, canvas: Canvas, ratio: float) -> CropPath:
    presenter = _presenter(scene)
    assert presenter is not None
    shown = scene.showing([presenter])
    inset = scene.content.inset if scene.content else None
    if inset is None:
        return follow_people(shown, Canvas(canvas.width, canvas.height, ratio), None, PRESENTER)
    edge = min(INSET_EDGE_PX, 0.02 * inset.width, 0.02 * inset.height)
    part = PixelBox(
        x=inset.x + edge, y=inset.y + edge, width=inset.width - 2 * edge, height=inset.height - 2 * edge
    )
    path = follow_people(scene_inside(shown, part), Canvas(part.width, part.height, ratio), None, PRESENTER)
    return moved_path(path, part)


def _still(scene: Scene, crop: PixelBox) -> CropPath:
    return still_crop(scene.span.start, crop.x, crop.y, crop.width, crop.height)
