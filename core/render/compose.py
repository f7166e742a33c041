"""One output picture from one source picture: regions, blurred background, captions. All viewers share it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import numpy as np

from core.errors import ContractError
from core.media.planes import Picture, PictureScaler
from core.render.blend import PatchBlender
from core.render.move import move_into
from core.render.window import Axis, cover, fit_axis, place
from core.schema.framing import CropPath, LayoutSpan, PixelBox, Region

if TYPE_CHECKING:
    from core.render.overlays import Overlays
    from core.schema.composition import Composition

# The background is blurred at an eighth of its size and made darker, so that it stays behind.
BACKGROUND_SHRINK = 8
BACKGROUND_BLUR = 0.035
BACKGROUND_LIGHT = 0.62
BLACK_LUMA = 16


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
        self._painters = {id(span): _SpanPainter(span, self.width, self.height) for span in self._spans}

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


class _SpanPainter:
    """Paints one layout span; keeps a scaler for each region."""

    def __init__(self, span: LayoutSpan, width: int, height: int) -> None:
        self._span = span
        self._width, self._height = width, height
        self._regions = [_RegionPainter(region, width, height) for region in span.regions]
        self._background = _Background(width, height, span.backdrop) if span.has_blurred_background else None

    def paint(self, source: Picture, at: float) -> Picture:
        fill = self._span.fill or (0, 0, 0)
        if self._background is None and len(self._regions) == 1 and self._regions[0].fills:
            return self._regions[0].paint(source, at)
        canvas = self._background.paint(source) if self._background else _plain(self._width, self._height, fill)
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


class _Background:
    """The whole source picture, or a part of it, filling the output, blurred and darkened."""

    def __init__(self, width: int, height: int, part: PixelBox | None) -> None:
        self._size = (width, height)
        self._part = part
        self._small = tuple(max(2, 2 * round(side / BACKGROUND_SHRINK / 2)) for side in (width, height))
        self._shrink, self._enlarge = PictureScaler(), PictureScaler()

    def paint(self, source: Picture) -> Picture:
        """Return a new picture of the output's size."""
        import cv2

        window = _covering(source, self._part, self._size[0] / self._size[1])
        small = self._shrink.scale(source, window, (self._small[0], self._small[1]))
        sigma = BACKGROUND_BLUR * max(self._small)
        for plane, spread in zip(small.planes, (sigma, sigma / 2, sigma / 2), strict=True):
            plane[:] = cv2.GaussianBlur(plane, (0, 0), spread, borderType=cv2.BORDER_REPLICATE)
        small.y[:] = cv2.convertScaleAbs(small.y, alpha=BACKGROUND_LIGHT, beta=BLACK_LUMA * (1 - BACKGROUND_LIGHT))
        return self._enlarge.scale(small, (0, 0, *self._small), self._size)  # type: ignore[arg-type]


def _covering(source: Picture, part: PixelBox | None, ratio: float) -> tuple[int, int, int, int]:
    """Return the largest window of a shape in the middle of a part of the source, all of it if none is given."""
    if part is None:
        return cover(source.width, source.height, ratio)
    left, top = (2 * round(start / 2) for start in (part.x, part.y))
    width = min(2 * int(part.width / 2), source.width - left)
    height = min(2 * int(part.height / 2), source.height - top)
    x, y, wide, high = cover(width, height, ratio)
    return left + x, top + y, wide, high


def _plain(width: int, height: int, colour: tuple[int, int, int]) -> Picture:
    """Return a picture of one colour (red, green, blue; 0 to 255)."""
    picture = Picture.blank(width, height)
    for plane, value in zip(picture.planes, to_bt709(colour), strict=True):
        plane[:] = np.uint8(value)
    return picture


def to_bt709(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return luma and chroma of a full-range colour in BT.709, limited range (ITU-R BT.709-6, 3)."""
    red, green, blue = (value / 255 for value in colour)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (
        round(BLACK_LUMA + 219 * luma),
        round(128 + 224 * (blue - luma) / 1.8556),
        round(128 + 224 * (red - luma) / 1.5748),
    )
