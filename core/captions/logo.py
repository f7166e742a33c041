"""A brand's logo: a picture of the style's package in a corner of the safe zone, its own transparency kept."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from core.captions.images import read_image
from core.captions.raster import Layer, pixel_rect

if TYPE_CHECKING:
    from core.captions.place import SafeArea
    from core.schema.style import Style

# Of the safe area, at most: captions, title and names need the rest.
MOST_HEIGHT, MOST_WIDTH = 1 / 4, 1 / 2


class LogoArt:
    """The logo, scaled and placed once. Coordinates are pixels of the picture.

    Raises:
        StyleError: The package lacks the picture, or it can't be read.
    """

    def __init__(self, style: Style, area: SafeArea) -> None:
        self._opacity = style.logo.opacity
        self._area = area
        picture = read_image(style, style.logo.file)
        height = min(style.logo.height * area.scale, MOST_HEIGHT * (area.bottom - area.top))
        width = height * picture.width() / picture.height()
        shrink = min(1.0, MOST_WIDTH * area.room / width)
        width, height = max(1, round(width * shrink)), max(1, round(height * shrink))
        # Premultiplied before it is scaled: the colour of what is transparent must not darken the edges.
        self._picture = picture.scaled(
            width, height, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        is_left, is_top = style.logo.corner.endswith("left"), style.logo.corner.startswith("top")
        # On whole pixels, so that it is as sharp as its picture.
        left = round(area.left) if is_left else int(area.right) - width
        top = round(area.top) if is_top else int(area.bottom) - height
        self.box = QRectF(left, top, width, height)

    @cached_property
    def painted(self) -> Layer:
        """It, ready to be laid over the picture."""
        layer = Layer(pixel_rect(self.box, self._area.width, self._area.height))
        with layer.painting() as painter:
            painter.setOpacity(self._opacity)
            painter.drawImage(QPointF(self.box.topLeft()), self._picture)
        return layer
