"""The hook title (a rounded box with the clip's promise, during its first seconds)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from core.captions.animation import OPACITY_STEP, ease_out, rounded
from core.captions.capitals import capitals, is_turkic
from core.captions.occupied import GAP, Box, free_top, tallest_room
from core.captions.raster import Layer, colour, paint_soft_shadow, pixel_rect
from core.captions.script import is_unspaced
from core.captions.segmenting import phrases
from core.captions.typeset import REFERENCE_PX, caption_font, set_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.captions.place import SafeArea
    from core.schema.style import Style

FADE_IN_SECONDS = 0.2
FADE_OUT_SECONDS = 0.25
RISE = 0.3
MAX_LINES = 3
# A title that would be set much smaller gets more lines instead.
MOST_LINES = 5
SMALLEST_SHARE = 0.8
# Shares of the type size.
PADDING_X = 0.5
PADDING_Y = 0.3
SHADOW_INK = "#00000066"
SHADOW_OFFSET = 0.07


def hook_opacity(start: float, end: float, at: float) -> float:
    """Return how visible the title is, 0 to 1, rounded so that equal instants share one picture.

    A title at the clip's very start does not fade in: the first frame is what a platform shows of the post.
    """
    fade_in = (at - start) / min(FADE_IN_SECONDS, (end - start) / 3) if start > 0.0 else 1.0
    fade_out = (end - at) / min(FADE_OUT_SECONDS, (end - start) / 3)
    return rounded(ease_out(min(fade_in, 1.0)) * min(max(fade_out, 0.0), 1.0), OPACITY_STEP)


class HookArt:
    """The title's box, set and placed once, clear of what is `taken`. Coordinates are pixels of the picture."""

    def __init__(self, style: Style, area: SafeArea, text: str, taken: Sequence[Box] = ()) -> None:
        self._style = style.hook
        self._area = area
        self.text = text
        shown = capitals(text, is_turkic([text])) if style.hook.uppercase else text
        words = [piece for word in shown.split() for piece in (phrases(word) if is_unspaced(word[0]) else [word])]
        size_px = style.hook.size * area.scale
        look = style.captions
        font = caption_font(look.font_families, look.font_weight, shown, look.letter_spacing)
        room = area.room - 2 * PADDING_X * size_px
        gap = GAP * area.scale
        free = tallest_room(area.top, area.bottom, taken, gap)
        tallest = max(1.0, min((area.bottom - area.top) / 2, free) - 2 * PADDING_Y * size_px)
        for max_lines in range(MAX_LINES, MOST_LINES + 1):
            block = set_block(words, font, max_lines, room * REFERENCE_PX / size_px)
            scale = min(size_px / REFERENCE_PX, room / block.width, tallest / block.height)
            if scale >= SMALLEST_SHARE * size_px / REFERENCE_PX:
                break
        self._size_px = scale * REFERENCE_PX
        width, height = block.width * scale, block.height * scale
        box_height = height + 2 * PADDING_Y * self._size_px
        top = area.centre_y(style.hook.position) - box_height / 2
        pad = PADDING_X * self._size_px
        left, right = (area.width - width) / 2 - pad, (area.width + width) / 2 + pad
        clear = free_top(Box(left, top, right, top + box_height), area.top, area.bottom, taken, gap)
        top = max(area.top, min(top, area.bottom - box_height)) if clear is None else clear
        text_top = top + PADDING_Y * self._size_px
        self._to_picture = QTransform(scale, 0.0, 0.0, scale, (area.width - width) / 2, text_top)
        self.box = QRectF(left, top, right - left, box_height)
        self._pieces = block.pieces

    @cached_property
    def _at_rest(self) -> Layer:
        offset = SHADOW_OFFSET * self._size_px
        reach = 6 * offset
        extent = self.box.adjusted(-reach, -reach, reach, reach)
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        path = QPainterPath()
        radius = min(self._style.box_radius * self._area.scale, self.box.height() / 2)
        path.addRoundedRect(self.box, radius, radius)
        with layer.painting() as painter:
            paint_soft_shadow(painter, [path], 0.0, colour(SHADOW_INK), offset, 1.6 * offset)
            painter.fillPath(path, colour(self._style.box_colour))
            painter.setTransform(self._to_picture * painter.transform())
            for piece in self._pieces:
                painter.fillPath(piece.path, colour(self._style.colour))
                for run, place in piece.colour_runs:
                    painter.drawGlyphRun(place, run)
        return layer

    def painted(self, opacity: float) -> Layer:
        """Return the title at an opacity; while it comes and goes it also moves a little."""
        if opacity >= 1.0:
            return self._at_rest
        shift = -RISE * self._size_px * (1.0 - opacity)
        rect = QRectF(self._at_rest.rect).translated(0.0, shift)
        moved = Layer(pixel_rect(rect, self._area.width, self._area.height))
        with moved.painting() as painter:
            painter.setOpacity(opacity)
            painter.translate(0.0, shift)
            self._at_rest.drawn_on(painter)
        return moved
