"""The contract of a layout: given a scene and a canvas, say whether it suits and compose it."""

from __future__ import annotations

from typing import Protocol

from core.framing.scene import Canvas, Scene
from core.schema.framing import CropPath, Layout, LayoutSpan, Region


class SceneLayout(Protocol):
    """One way to compose a scene. Members hold no state."""

    name: Layout

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """Whether the scene can be composed this way so that it looks right."""
        ...

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Return the whole span of the scene composed this way, even where it does not suit.

        Args:
            scene: What is to be shown.
            canvas: The source and the shape of the output.
            reason: Why, for the user.
            before: The crop that last showed the same people; kept where it still fits, so that a camera
                comes back to where it was.
        """
        ...


def one_crop(name: Layout, scene: Scene, crop: CropPath, reason: str) -> LayoutSpan:
    """Return the span of a scene that is shown as one crop, filling the output."""
    regions = (Region(crop=crop),)
    return LayoutSpan(start=scene.span.start, end=scene.span.end, layout=name, regions=regions, reason=reason)
