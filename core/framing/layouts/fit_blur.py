"""The whole picture on a blurred, filling copy of itself: nothing is cut off, whatever it shows."""

from __future__ import annotations

from core.framing.easing import still_crop
from core.framing.scene import Canvas, Scene
from core.schema.framing import CropPath, Layout, LayoutSpan, Rectangle, Region


class FitBlur:
    """The whole picture as large as it fits."""

    name: Layout = "fit_blur"

    def suits(self, scene: Scene, canvas: Canvas) -> bool:
        """It always does."""
        return True

    def compose(self, scene: Scene, canvas: Canvas, reason: str, before: CropPath | None = None) -> LayoutSpan:
        """Place the whole source in the middle of the output."""
        share = (canvas.width / canvas.height) / canvas.ratio
        wide, high = min(1.0, share), min(1.0, 1.0 / share)
        target = Rectangle(x=(1 - wide) / 2, y=(1 - high) / 2, width=wide, height=high)
        crop = still_crop(scene.span.start, 0.0, 0.0, float(canvas.width), float(canvas.height))
        return LayoutSpan(
            start=scene.span.start,
            end=scene.span.end,
            layout=self.name,
            regions=(Region(crop=crop, target=target),),
            has_blurred_background=wide < 1.0 or high < 1.0,
            reason=reason,
        )
