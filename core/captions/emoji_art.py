"""The emoji of a cue: in colour over its text, or under it where there is no room above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from core.captions.animation import OPACITY_STEP, SCALE_STEP, entrance, overshoot, rounded
from core.captions.occupied import Box
from core.captions.raster import Layer, colour, pixel_rect
from core.captions.script import EMOJI_FAMILIES
from core.captions.typeset import REFERENCE_PX, caption_font, set_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.captions.place import SafeArea
    from core.schema.caption import CaptionCue

# Shares of the type size of the words it goes with.
SIZE = 1.5
GAP = 0.22
ENTRANCE_SECONDS = 0.24
ENTRANCE_FROM = 0.6
MOST_OVERSHOOT = 1.08


@dataclass(frozen=True)
class EmojiLook:
    """How the emoji is seen: its opacity, and its scale about its centre."""

    opacity: float
    scale: float


def emoji_look(cue: CaptionCue, at: float, opacity: float) -> EmojiLook:
    """Return how a cue's emoji looks: it grows softly into its place; `opacity` is that of the words."""
    progress = entrance(cue, at, ENTRANCE_SECONDS)
    scale = rounded(ENTRANCE_FROM + (1.0 - ENTRANCE_FROM) * overshoot(progress), SCALE_STEP)
    seen = rounded(min(1.0, 0.2 + 1.6 * progress) * opacity, OPACITY_STEP)
    return EmojiLook(max(seen, OPACITY_STEP), min(scale, MOST_OVERSHOOT))


class EmojiArt:
    """An emoji set and placed once. Coordinates are pixels of the picture.

    Args:
        area: The picture, and where it may lie in it.
        emoji: One, of however many code points.
        text: What the words cover.
        size_px: Their type size.
        taken: What lies there already.
    """

    def __init__(self, area: SafeArea, emoji: str, text: QRectF, size_px: float, taken: Sequence[Box]) -> None:
        self._area = area
        block = set_block([emoji], caption_font(EMOJI_FAMILIES, 400, emoji), 1, REFERENCE_PX * 10)
        self._block = block
        ink = QRectF(0.0, 0.0, block.width, block.height)
        side = SIZE * size_px
        scale = side / max(ink.height(), 1.0)
        gap = GAP * size_px
        room = side * (MOST_OVERSHOOT - 1) / 2
        tops = (text.top() - gap - side, text.bottom() + gap)
        middle, half = area.width / 2, ink.width() * scale / 2 + room
        boxes = [Box(middle - half, top - room, middle + half, top + side + room) for top in tops]
        free = [
            area.top <= box.top and box.bottom <= area.bottom and not any(box.meets(other) for other in taken)
            for box in boxes
        ]
        self._fits = any(free)
        top = tops[0] if free[0] else tops[1]
        left = (area.width - ink.width() * scale) / 2
        self._to_picture = QTransform(scale, 0.0, 0.0, scale, left, top)
        self._rect = self._to_picture.mapRect(ink)

    @cached_property
    def _at_rest(self) -> Layer:
        layer = Layer(pixel_rect(self._rect.adjusted(-2, -2, 2, 2), self._area.width, self._area.height))
        with layer.painting() as painter:
            painter.setTransform(self._to_picture * painter.transform())
            for piece in self._block.pieces:
                painter.fillPath(piece.path, colour("#ffffff"))
                for run, place in piece.colour_runs:
                    painter.drawGlyphRun(place, run)
        return layer

    def painted(self, look: EmojiLook) -> Layer:
        """Return it as it looks; nothing where it would leave the safe area or cover anything."""
        if not self._fits:
            return Layer(pixel_rect(QRectF(), self._area.width, self._area.height))
        if look.scale == 1.0:
            return self._at_rest.faded(look.opacity)
        centre = self._rect.center()
        move = QTransform.fromTranslate(centre.x(), centre.y())
        move.scale(look.scale, look.scale)
        move.translate(-centre.x(), -centre.y())
        rect = pixel_rect(move.mapRect(QRectF(self._at_rest.rect)), self._area.width, self._area.height)
        moved = Layer(rect)
        with moved.painting() as painter:
            painter.setOpacity(look.opacity)
            painter.setTransform(move * painter.transform())
            self._at_rest.drawn_on(painter)
        return moved
