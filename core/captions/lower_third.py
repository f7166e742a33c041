"""The lower third: a bar with the name of who speaks; it begins, with its accent, where reading does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from core.captions.animation import ease_out, rounded
from core.captions.occupied import GAP, Box, free_top, tallest_room
from core.captions.raster import Layer, colour, paint_soft_shadow, pixel_rect
from core.captions.script import is_right_to_left, is_unspaced
from core.captions.segmenting import phrases
from core.captions.typeset import REFERENCE_PX, Block, PieceShape, caption_font, set_block

if TYPE_CHECKING:
    from core.captions.place import SafeArea
    from core.schema.style import Style

# The accent grows first, then the bar opens from it; both are gone a little faster than they came.
COMING_SECONDS, GOING_SECONDS = 0.5, 0.3
ACCENT_SHARE = 0.45
STEP = 1 / 24
# A name that would be set much smaller gets another line instead.
MOST_LINES = 3
SMALLEST_SHARE = 0.75
# Of the safe area's height, at most: it is the name, and not the picture.
MOST_HEIGHT = 1 / 7
# Shares of the type size.
ACCENT, PADDING_X, PADDING_Y, RADIUS = 0.2, 0.55, 0.26, 0.18
SLIDE = 0.5
SHADOW_INK = "#00000059"
SHADOW_OFFSET = 0.08


@dataclass(frozen=True)
class Opening:
    """How far it is there, 0 to 1: the accent's height, the bar's width, the name's opacity."""

    accent: float = 1.0
    bar: float = 1.0
    name: float = 1.0


def opening(start: float, end: float, at: float) -> Opening:
    """Return how far a lower third shown during [start, end) has opened; equal states share one picture."""
    third = (end - start) / 3
    coming = (at - start) / min(COMING_SECONDS, third)
    going = (end - at) / min(GOING_SECONDS, third)
    through = min(coming, going, 1.0)
    bar = ease_out((through - ACCENT_SHARE * 0.6) / (1.0 - ACCENT_SHARE * 0.6))
    return Opening(
        rounded(ease_out(through / ACCENT_SHARE), STEP),
        rounded(bar, STEP),
        rounded(ease_out((through - ACCENT_SHARE) / (1.0 - ACCENT_SHARE)), STEP),
    )


class LowerThirdArt:
    """One name's bar, set and placed once. Coordinates are pixels of the picture.

    Args:
        style: How it looks; its type is that of the captions.
        area: The picture, and where text may lie in it.
        name: Not empty.
        taken: What it keeps clear of.
        side: Of the picture, "left" or "right"; empty: where reading begins.
    """

    def __init__(self, style: Style, area: SafeArea, name: str, taken: Sequence[Box] = (), side: str = "") -> None:
        self._style = style.lower_third
        self._area = area
        self._is_mirrored = is_right_to_left(name)
        self._is_on_right = side == "right" if side else self._is_mirrored
        words = [part for word in name.split() for part in (phrases(word) if is_unspaced(word[0]) else [word])]
        font = caption_font(style.captions.font_families, style.captions.font_weight, name)
        size_px = self._style.size * area.scale
        gap = GAP * area.scale
        height = min(MOST_HEIGHT * (area.bottom - area.top), tallest_room(area.top, area.bottom, taken, gap))
        for max_lines in range(1, MOST_LINES + 1):
            block = set_block(words, font, max_lines, (area.room / size_px - _AROUND_X) * REFERENCE_PX)
            # The bar around the words grows with them, so all of it is scaled to fit.
            whole = block.width + _AROUND_X * REFERENCE_PX, block.height + 2 * PADDING_Y * REFERENCE_PX
            scale = min(size_px / REFERENCE_PX, area.room / whole[0], height / whole[1])
            if scale >= SMALLEST_SHARE * size_px / REFERENCE_PX:
                break
        self._size_px = scale * REFERENCE_PX
        self.box = self._placed(whole[0] * scale, whole[1] * scale, taken, gap)
        left = self.box.left() + (PADDING_X if self._is_mirrored else ACCENT + PADDING_X) * self._size_px
        top = self.box.top() + PADDING_Y * self._size_px
        self._to_picture = QTransform(scale, 0.0, 0.0, scale, left, top)
        self._pieces = [(piece, _to_start(piece, block, self._is_mirrored)) for piece in block.pieces]

    def _placed(self, width: float, height: float, taken: Sequence[Box], gap: float) -> QRectF:
        area = self._area
        left = area.right - width if self._is_on_right else area.left
        top = area.centre_y(self._style.position) - height / 2
        wanted = Box(left, top, left + width, top + height)
        free = free_top(wanted, area.top, area.bottom, taken, gap)
        if free is None:
            free = max(area.top, min(top, area.bottom - height))
        return QRectF(left, free, width, height)

    @cached_property
    def _accent(self) -> QRectF:
        width = ACCENT * self._size_px
        left = self.box.right() - width if self._is_mirrored else self.box.left()
        return QRectF(left, self.box.top(), width, self.box.height())

    def painted(self, state: Opening) -> Layer:
        """Return it as far as it has opened."""
        offset = SHADOW_OFFSET * self._size_px
        reach = 6 * offset
        extent = self.box.adjusted(-reach, -reach, reach, reach)
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        seen = self._seen(state)
        if seen.isEmpty():
            return layer
        radius = RADIUS * self._size_px
        shape = QPainterPath()
        shape.addRoundedRect(seen, radius, radius)
        with layer.painting() as painter:
            paint_soft_shadow(painter, [shape], 0.0, colour(SHADOW_INK), offset, 1.6 * offset)
            painter.fillPath(shape, colour(self._style.box_colour))
            accent = QPainterPath()
            accent.addRect(self._accent)
            painter.fillPath(accent.intersected(shape), colour(self._style.accent_colour))
            if state.name <= 0.0:
                return layer
            painter.setClipPath(shape)
            painter.setOpacity(state.name)
            away = SLIDE * self._size_px * (1.0 - state.name)
            painter.translate(away if self._is_mirrored else -away, 0.0)
            painter.setTransform(self._to_picture * painter.transform())
            for piece, shift in self._pieces:
                painter.save()
                painter.translate(shift, 0.0)
                painter.fillPath(piece.path, colour(self._style.colour))
                for run, place in piece.colour_runs:
                    painter.drawGlyphRun(place, run)
                painter.restore()
        return layer

    def _seen(self, state: Opening) -> QRectF:
        """Return what has opened: from the accent's middle upwards and downwards, then away from it."""
        height = self.box.height() * state.accent
        width = self._accent.width() + (self.box.width() - self._accent.width()) * state.bar
        left = self.box.right() - width if self._is_mirrored else self.box.left()
        return QRectF(left, self.box.center().y() - height / 2, width, height)


_AROUND_X = ACCENT + 2 * PADDING_X


def _to_start(piece: PieceShape, block: Block, is_mirrored: bool) -> float:
    """Return how far a piece of a centred block moves for its line to begin where reading does."""
    line = min(block.lines, key=lambda each: abs(each.top() - piece.rect.top()))
    return block.width - line.right() if is_mirrored else -line.left()
