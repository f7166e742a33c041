"""One crop around one person, or around several who were chosen."""

from __future__ import annotations

from core.framing.frame_people import follow_people
from core.framing.heads import do_heads_fit
from core.framing.layout import one_crop
from core.framing.scene import Canvas, Scene
from core.schema.framing import CropPath, Layout, LayoutSpan


class Follow:
    """A crop that keeps the people of the scene in it."""

    name: Layout = "follow"

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """Whether the heads of all the people to show fit the largest crop."""
        return bool(scene.subjects) and do_heads_fit(scene.subjects, canvas)

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Frame the people; without any, the middle of the picture."""
        crop = follow_people(scene, canvas, before)
        return one_crop(self.name, scene, crop, reason)
