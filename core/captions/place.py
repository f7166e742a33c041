"""Where captions may lie in a picture: style lengths and safe zones brought to any size and aspect. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.schema.style import SafeZone

# Margins of platforms are told for this picture.
STYLE_WIDTH_PX = 1080
STYLE_HEIGHT_PX = 1920
# A style's lengths are thousandths of the height of the 9:16 picture whose shorter side is that of the picture.
UNITS_OF_SHORT_SIDE = 9 / 16 * 1000
# Feeds lay their controls over upright full-screen video only; elsewhere the picture's edge is all there is to
# keep clear of. EBU R 95 asks for 5 % around graphics.
UPRIGHT_RATIO = 1.5
PLAIN_MARGIN = 0.05


@dataclass(frozen=True)
class SafeArea:
    """The part of a `width` × `height` picture that text must stay in, pixels, origin top left.

    It is symmetric about the vertical centre line, so that centred text is centred in the picture. `scale` is what
    one unit of a style's lengths is in pixels of this picture.
    """

    width: int
    height: int
    scale: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def room(self) -> float:
        """Width in pixels."""
        return self.right - self.left

    def centre_y(self, position: float) -> float:
        """Return the pixel row for a style position.

        A position is a fraction of the height of an upright picture; in other shapes the same place between
        the safe margins is meant, so that what lies low in 9:16 also lies low in 16:9.
        """
        if self.height >= UPRIGHT_RATIO * self.width:
            return position * self.height
        return min(max(position, 0.0), 1.0) * self.height if self.bottom <= self.top else self._between(position)

    def kept_inside(self, down_px: float, top: float, bottom: float) -> float:
        """Return how far down something may be moved that lies between two rows, without leaving the area."""
        return min(max(down_px, min(0.0, self.top - top)), max(0.0, self.bottom - bottom))

    def position_of(self, row: float) -> float:
        """Return the style position whose centre is at a pixel row, as far as there is one (see `centre_y`)."""
        if self.height >= UPRIGHT_RATIO * self.width:
            return min(max(row / self.height, 0.0), 1.0)
        if self.bottom <= self.top:
            return min(max(row / self.height, 0.0), 1.0)
        top, bottom = _UPRIGHT_MARGINS
        inside = min(max((row - self.top) / (self.bottom - self.top), 0.0), 1.0)
        return top + inside * (1.0 - bottom - top)

    def _between(self, position: float) -> float:
        top, bottom = _UPRIGHT_MARGINS
        inside = (position - top) / (1.0 - bottom - top)
        return self.top + min(max(inside, 0.0), 1.0) * (self.bottom - self.top)


# Shares of the height that the safe zone of all platforms together takes at the top and at the bottom.
_UPRIGHT_MARGINS = (210 / STYLE_HEIGHT_PX, 450 / STYLE_HEIGHT_PX)


def safe_area(zone: SafeZone, width: int, height: int) -> SafeArea:
    """Return where text may lie in a picture of `width` × `height` pixels."""
    side = max(zone.left, zone.right) / STYLE_WIDTH_PX * width
    top, bottom = zone.top / STYLE_HEIGHT_PX * height, zone.bottom / STYLE_HEIGHT_PX * height
    if height < UPRIGHT_RATIO * width:
        side = min(side, PLAIN_MARGIN * width)
        top, bottom = min(top, PLAIN_MARGIN * height), min(bottom, PLAIN_MARGIN * height)
    # A zone that leaves nothing would leave no text at all; a third of the picture is always kept.
    side = min(side, width / 3)
    if top + bottom > height * 2 / 3:
        shrink = height * 2 / 3 / (top + bottom)
        top, bottom = top * shrink, bottom * shrink
    scale = min(width, height) / UNITS_OF_SHORT_SIDE
    return SafeArea(width, height, scale, side, top, width - side, height - bottom)
