"""Two people in a crop of their own each: stacked in tall outputs, side by side in wide ones."""

from __future__ import annotations

from core.framing.frame_people import follow_people
from core.framing.scene import Canvas, Scene, Subject
from core.framing.sizing import Sizing
from core.schema.framing import CropPath, Layout, LayoutSpan, Rectangle, Region

# Of the source's height: smaller faces are mush when they fill half a phone.
MIN_FACE_SHARE = 0.11
# How large a face stands in its half, and how little of the source a half may show.
SIZING = Sizing(face_share=0.3, least_share=0.3)
# A crop that would need fewer lines than this is not worth showing.
MIN_SPLIT_CROP_PX = 240.0


class Split:
    """The two people who matter most, from left to right."""

    name: Layout = "split"

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """Whether there are two people whose faces are large, and far enough apart for a crop each."""
        if len(scene.subjects) != 2:
            return False
        left, right = sorted(scene.subjects, key=lambda s: s.place)
        if min(left.size, right.size) < MIN_FACE_SHARE * canvas.height:
            return False
        widest = max(float(left.face_width.max()), float(right.face_width.max()))
        return right.place - left.place > 1.5 * widest and _half_height(left, right, canvas) >= MIN_SPLIT_CROP_PX

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Give each of the first two people a half of the output."""
        people = sorted(scene.subjects, key=lambda s: s.place)[:2]
        is_tall = canvas.ratio < 1.0
        half = Canvas(canvas.width, canvas.height, _half_ratio(canvas))
        regions = []
        for index, person in enumerate(people):
            target = Rectangle(y=0.5 * index, height=0.5) if is_tall else Rectangle(x=0.5 * index, width=0.5)
            crop = follow_people(scene.showing([person]), half, None, SIZING)
            regions.append(Region(crop=crop, target=target))
        return LayoutSpan(
            start=scene.span.start, end=scene.span.end, layout=self.name, regions=tuple(regions), reason=reason
        )


def _half_ratio(canvas: Canvas) -> float:
    return canvas.ratio * 2 if canvas.ratio < 1.0 else canvas.ratio / 2


def _half_height(left: Subject, right: Subject, canvas: Canvas) -> float:
    """Return the height of the tallest half that shows one of two people without the other."""
    middle = (left.place + right.place) / 2
    wide = min(2 * (middle - left.place), 2 * (right.place - middle))
    return wide / _half_ratio(canvas)
