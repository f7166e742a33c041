"""One output picture from one source picture: regions, what lies behind them, captions. All viewers share it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from core.errors import ContractError
from core.media.planes import Picture, PictureScaler
from core.render.blend import PatchBlender
from core.render.ground import Ground, PlainGround, ground_of
from core.render.move import move_into
from core.render.window import Axis, fit_axis, place
from core.schema.framing import CropPath, LayoutSpan, Region

if TYPE_CHECKING:
    from core.render.overlays import Overlays
    from core.schema.composition import Composition
    from core.schema.style import Style


class FrameComposer:
    """Composes the pictures of one composition, at its own size or a smaller one.

    Args:
        composition: What to show.
        overlays: Paints captions, at the same size; None leaves them out.
        size: (width, height), even, where it is not the composition's own.
    """

    def __init__(
        self, composition: Composition, overlays: Overlays | None, size: tuple[int, int] | None = None
    ) -> None:
        self.width, self.height = size or (composition.width, composition.height)
        self._spans = tuple(sorted(composition.spans, key=lambda span: span.start))
        if composition.media.has_video and not any(span.regions for span in self._spans):
            raise ContractError("A composition with a picture needs layouts that show it.")
        self._tolerance = composition.fps_denominator / composition.fps_numerator / 100
        self._overlays = overlays
        self._blender = PatchBlender()
        grounds = _Grounds(composition.style, self.width, self.height)
        self._painters = {id(span): _SpanPainter(span, grounds, self.width, self.height) for span in self._spans}

    def compose(self, source: Picture, at: float) -> Picture:
        """Return a new picture: `source` as shown at clip second `at`, captions painted."""
        picture = self._painters[id(self._span_at(at))].paint(source, at)
        self.paint_overlays(picture, at)
        return picture

    def paint_overlays(self, picture: Picture, at: float) -> None:
        """Paint captions and overlays of clip second `at` onto a picture of this composer's size."""
        if self._overlays is not None:
            self._blender.blend(picture, self._overlays.patches(at))

    def _span_at(self, at: float) -> LayoutSpan:
        # A tick within a hundredth of a frame of a new span belongs to it, as with ranges of a cut.
        index = bisect_right(self._spans, at + self._tolerance, key=lambda span: span.start)
        return self._spans[max(0, index - 1)]


class _Grounds:
    """What lies behind the regions of a composition's layouts: an image is read once for all of them."""

    def __init__(self, style: Style, width: int, height: int) -> None:
        self._style = style
        self._size = (width, height)
        self._same: Ground | None = None

    def under(self, span: LayoutSpan) -> Ground:
        """Return the ground of a layout: the style's, where the picture would be laid on a blur of itself."""
        if not span.has_blurred_background:
            return PlainGround(self._size, span.fill or (0, 0, 0))
        if self._style.background.kind == "blur":
            return ground_of(self._style, self._size, span.backdrop)
        if self._same is None:
            self._same = ground_of(self._style, self._size)
        return self._same


class _SpanPainter:
    """Paints one layout span; keeps a scaler for each region."""

    def __init__(self, span: LayoutSpan, grounds: _Grounds, width: int, height: int) -> None:
        self._regions = [_RegionPainter(region, width, height) for region in span.regions]
        self._is_filled = len(self._regions) == 1 and self._regions[0].fills
        self._ground = grounds.under(span)

    def paint(self, source: Picture, at: float) -> Picture:
        if self._is_filled:
            return self._regions[0].paint(source, at)
        canvas = self._ground.paint(source)
        for region in self._regions:
            region.paint_into(canvas, source, at)
        return canvas


class _RegionPainter:
    """Paints one crop into its rectangle of the output."""

    def __init__(self, region: Region, width: int, height: int) -> None:
        self._crop = region.crop
        self._is_still = _is_still(region.crop)
        self._place = place(region.target, width, height)
        self.fills = self._place == (0, 0, width, height)
        self._scaler = PictureScaler()

    def paint(self, source: Picture, at: float) -> Picture:
        """Return the region alone, as a new picture."""
        across, down, scaled = self._scaled(source, at)
        if (across.scaled, down.scaled) == self._place[2:]:
            return scaled
        alone = Picture.blank(self._place[2], self._place[3])
        _move(scaled, across, down, alone, (0, 0, *self._place[2:]))
        return alone

    def paint_into(self, canvas: Picture, source: Picture, at: float) -> None:
        """Paint the region into its place."""
        across, down, scaled = self._scaled(source, at)
        _move(scaled, across, down, canvas, self._place)

    def _scaled(self, source: Picture, at: float) -> tuple[Axis, Axis, Picture]:
        across, down = self._axes(source, at)
        window = (across.origin, down.origin, across.size, down.size)
        return across, down, self._scaler.scale(source, window, (across.scaled, down.scaled))

    def _axes(self, source: Picture, at: float) -> tuple[Axis, Axis]:
        x, y, width, height = self._crop.at_time(at)
        if self._is_still:
            # A crop that never moves is taken to whole even pixels: sharper, and the fastest path.
            x, y, width, height = (2 * round(value / 2) for value in (x, y, width, height))
        return (
            fit_axis(x, width, self._place[2], source.width),
            fit_axis(y, height, self._place[3], source.height),
        )


def _move(scaled: Picture, across: Axis, down: Axis, into: Picture, box: tuple[int, int, int, int]) -> None:
    scale = (across.scaled / across.size, down.scaled / down.size)
    move_into(scaled, (across.shift, down.shift), scale, into, box)


def _is_still(crop: CropPath) -> bool:
    return all(len(set(values)) == 1 for values in (crop.x, crop.y, crop.width, crop.height))
