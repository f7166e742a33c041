"""As much of the picture as the output's shape allows: all of it where the shapes are equal."""

from __future__ import annotations

import numpy as np

from core.framing.easing import still_crop
from core.framing.layout import one_crop
from core.framing.placing import place_crop
from core.framing.scene import Canvas, Scene
from core.schema.framing import CropPath, Layout, LayoutSpan

LITTLE_LOSS = 0.94


class Wide:
    """The largest crop, placed once so that it keeps the people; without any, what there is to see."""

    name: Layout = "wide"

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """Whether next to nothing of the picture is lost."""
        return canvas.kept_share >= LITTLE_LOSS

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Place the largest crop."""
        width, height = canvas.largest()
        placed = place_crop(scene.content, canvas).crop
        x, y = placed.x, placed.y
        if scene.subjects:
            x = float(np.mean([subject.place for subject in scene.subjects])) - width / 2
            y = min(float(np.median(subject.eyes_y)) for subject in scene.subjects) - 0.4 * height
        x, y = min(max(x, 0.0), canvas.width - width), min(max(y, 0.0), canvas.height - height)
        crop = still_crop(scene.span.start, x, y, width, height)
        return one_crop(self.name, scene, crop, reason)
