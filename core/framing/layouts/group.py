"""One crop around several people who fit it together."""

from __future__ import annotations

from core.framing.frame_people import follow_people
from core.framing.heads import do_heads_fit
from core.framing.layout import one_crop
from core.framing.scene import Canvas, Scene
from core.schema.framing import CropPath, Layout, LayoutSpan


class Group:
    """A crop that holds the heads of all the people to show."""

    name: Layout = "group"

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """Whether there are several people, and their heads fit the largest crop."""
        return len(scene.subjects) > 1 and do_heads_fit(scene.subjects, canvas)

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Frame all of them; without any, the middle of the picture."""
        crop = follow_people(scene, canvas, before)
        return one_crop(self.name, scene, crop, reason)
