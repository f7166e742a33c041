"""What fills the frame around a picture that is shown whole: a blur of itself, a colour, an image of the style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from core.media.planes import Picture, PictureScaler
from core.render.blend import convert
from core.render.window import cover

if TYPE_CHECKING:
    from core.schema.framing import PixelBox
    from core.schema.style import Style

# The background is blurred at an eighth of its size and made darker, so that it stays behind.
BACKGROUND_SHRINK = 8
BACKGROUND_BLUR = 0.035
BACKGROUND_LIGHT = 0.62
BLACK_LUMA = 16

Size = tuple[int, int]


class Ground(Protocol):
    """Paints what lies behind."""

    def paint(self, source: Picture) -> Picture:
        """Return a new picture of the output's size, to be painted on."""


def ground_of(style: Style, size: Size, part: PixelBox | None = None) -> Ground:
    """Return the ground that a style asks for.

    Args:
        style: As it is in the aspect.
        size: (width, height) of the output, even.
        part: What of the source is blurred, where it is not all of it.

    Raises:
        StyleError: The package lacks the image, or it can't be read.
    """
    background = style.background
    if background.kind == "image":
        return StillGround(image_rgb(style, background.file, size, background.colour))
    if background.kind == "colour":
        return PlainGround(size, rgb_of(background.colour))
    return BlurredGround(size, part)


class StillGround:
    """One picture that never changes.

    Args:
        rgb: (height, width, 3) uint8, RGB; both sides even.
    """

    def __init__(self, rgb: NDArray[np.uint8]) -> None:
        self._picture = opaque(rgb)

    def paint(self, source: Picture | None = None) -> Picture:
        """Return a copy of it."""
        copied = Picture.blank(self._picture.width, self._picture.height)
        for plane, base in zip(copied.planes, self._picture.planes, strict=True):
            plane[:] = base
        return copied


class PlainGround:
    """One colour: red, green, blue; 0 to 255."""

    def __init__(self, size: Size, colour: tuple[int, int, int]) -> None:
        self._size = size
        self._colour = to_bt709(colour)

    def paint(self, source: Picture | None = None) -> Picture:
        """Return a new picture of that colour."""
        picture = Picture.blank(*self._size)
        for plane, value in zip(picture.planes, self._colour, strict=True):
            plane[:] = np.uint8(value)
        return picture


class BlurredGround:
    """The whole source picture, or a part of it, filling the output, blurred and darkened."""

    def __init__(self, size: Size, part: PixelBox | None = None) -> None:
        self._size = size
        self._part = part
        self._small = tuple(max(2, 2 * round(side / BACKGROUND_SHRINK / 2)) for side in size)
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


def image_rgb(style: Style, name: str, size: Size, colour: str) -> NDArray[np.uint8]:
    """Return an image of a style's package covering a size, its middle kept, on a colour where it is transparent.

    Returns:
        (height, width, 3) uint8, RGB.

    Raises:
        StyleError: The package lacks it, or it can't be read.
    """
    import cv2

    from core.captions.images import read_rgba

    rgba = read_rgba(style, name)
    height, width = rgba.shape[:2]
    scale = max(size[0] / width, size[1] / height)
    wide, high = min(width, round(size[0] / scale)), min(height, round(size[1] / scale))
    left, top = (width - wide) // 2, (height - high) // 2
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    scaled = cv2.resize(rgba[top : top + high, left : left + wide], size, interpolation=way).astype(np.float32)
    under = np.array(rgb_of(colour), np.float32) * (1 - scaled[..., 3:] / 255)
    return np.clip(np.round(scaled[..., :3] + under), 0, 255).astype(np.uint8)


def opaque(rgb: NDArray[np.uint8]) -> Picture:
    """Return (height, width, 3) uint8 RGB as a picture; both sides even."""
    height, width = rgb.shape[:2]
    rgba = np.dstack([rgb, np.full((height, width), 255, np.uint8)])
    picture = Picture.blank(width, height)
    for layer, plane in zip(convert(rgba, 0, 0, width, height), picture.planes, strict=True):
        plane[:] = layer.colour
    return picture


def rgb_of(colour: str) -> tuple[int, int, int]:
    """Return red, green, blue (0 to 255) of "#rrggbb" or "#rrggbbaa"."""
    red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
    return red, green, blue


def to_bt709(colour: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return luma and chroma of a full-range colour in BT.709, limited range (ITU-R BT.709-6, 3)."""
    red, green, blue = (value / 255 for value in colour)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return (
        round(BLACK_LUMA + 219 * luma),
        round(128 + 224 * (blue - luma) / 1.8556),
        round(128 + 224 * (red - luma) / 1.5748),
    )
