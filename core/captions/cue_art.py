"""One cue in one picture: set, fitted and placed once, then painted for any look from cached layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QGlyphRun, QPainter, QPainterPath, QTransform

from core.captions.occupied import GAP, Box, free_top, tallest_room
from core.captions.raster import Layer, colour, outline_pen, paint_soft_shadow, pixel_rect
from core.captions.typeset import REFERENCE_PX, Block, caption_font, set_block

if TYPE_CHECKING:
    from core.captions.animation import Look, Part
    from core.captions.place import SafeArea
    from core.schema.caption import CueWord
    from core.schema.style import CaptionStyle

# A bump grows a word by at most this share of the type size on each side, so long words stay in the picture.
MOST_GROWTH = 0.09
# Shadows blur a little wider than they fall.
SHADOW_BLUR = 1.2
MARKER_PADDING = 0.12
# The whole cue may overshoot by this much when it springs in.
OVERSHOOT_ROOM = 0.97


@dataclass(frozen=True)
class _Piece:
    """A word, or its part in one line, in picture pixels; `runs` (colour emoji) are still in reference pixels."""

    word: int
    share: tuple[float, float]
    path: QPainterPath
    runs: tuple[tuple[QGlyphRun, QPointF], ...]
    rect: QRectF
    is_right_to_left: bool
    is_emphasised: bool


class CueArt:
    """The painted forms of one cue. All coordinates are pixels of the picture, origin top left.

    Args:
        style: How it looks.
        area: The picture, and where text may lie in it.
        words: At least one, none empty.
        taken: What lies there already; the cue moves up or down, or gets smaller, rather than cover it.
    """

    def __init__(
        self,
        style: CaptionStyle,
        area: SafeArea,
        words: Sequence[CueWord],
        taken: Sequence[Box] = (),
    ) -> None:
        self._style = style
        self._area = area
        self._outline_px = style.outline * area.scale
        self._shadow_px = style.shadow_offset * area.scale if colour(style.shadow_colour).alpha() else 0.0
        texts = [word.text.upper() if style.uppercase else word.text for word in words]
        font = caption_font(style.font_families, style.font_weight, " ".join(texts))
        self._size_px = style.size * area.scale
        room = (area.room - 2 * self._margin_px) * OVERSHOOT_ROOM
        block = set_block(texts, font, style.max_lines, room * REFERENCE_PX / self._size_px)
        self._to_picture = self._fit(block, room, taken)
        self._lines = [self._to_picture.mapRect(line) for line in block.lines]
        self._pieces = [
            _Piece(
                shape.word,
                shape.share,
                self._to_picture.map(shape.path),
                shape.colour_runs,
                self._to_picture.mapRect(shape.rect),
                shape.is_right_to_left,
                words[shape.word].is_emphasised,
            )
            for shape in block.pieces
        ]
        self._text_rect = self._to_picture.mapRect(QRectF(0, 0, block.width, block.height))
        self._sprites: dict[tuple[int, str], Layer] = {}

    @property
    def _margin_px(self) -> float:
        """What may reach beyond the letters on each side."""
        padding = self._style.box_padding * self._area.scale if self._style.box_colour else 0.0
        return max(padding, self._outline_px + MOST_GROWTH * self._size_px)

    def _fit(self, block: Block, room: float, taken: Sequence[Box]) -> QTransform:
        """Return the transform from block to picture; shrinks the type where it would leave the safe area."""
        ink = QRectF(0, 0, block.width, block.height)
        for piece in block.pieces:
            ink = ink.united(piece.path.boundingRect())
        # Swashes reach beyond their advance; both sides get the room of the wider one, so text stays centred.
        width = block.width + 2 * max(-ink.left(), ink.right() - block.width)
        gap = GAP * self._area.scale
        free = tallest_room(self._area.top, self._area.bottom, taken, gap)
        available_height = max(1.0, free - 2 * self._margin_px)
        wanted = self._size_px / REFERENCE_PX
        scale = min(wanted, room / width, available_height / block.height)
        self._size_px = scale * REFERENCE_PX
        height = block.height * scale
        centre = self._area.centre_y(self._style.position)
        top = centre - height / 2
        margin = self._margin_px
        left = (self._area.width - block.width * scale) / 2
        half = width * scale / 2 + margin
        middle = self._area.width / 2
        whole = Box(middle - half, top - margin, middle + half, top + height + margin)
        clear = free_top(whole, self._area.top, self._area.bottom, taken, gap)
        if clear is not None:
            top = clear + margin
        top = max(self._area.top + margin, min(top, self._area.bottom - margin - height))
        return QTransform(scale, 0.0, 0.0, scale, left, top)

    def painted(self, part: Part) -> Layer:
        """Return one picture of a look (`animation.parts_of`), as a layer of its own."""
        if part.only is not None:
            return self._word_alone(part.only, part.look)
        layer = self._composed(part)
        look = part.look
        if look.scale == 1.0 and look.opacity >= 1.0:
            return layer
        centre = self._text_rect.center()
        move = QTransform.fromTranslate(centre.x(), centre.y())
        move.scale(look.scale, look.scale)
        move.translate(-centre.x(), -centre.y())
        rect = pixel_rect(move.mapRect(QRectF(layer.rect)), self._area.width, self._area.height)
        moved = Layer(rect)
        with moved.painting() as painter:
            painter.setOpacity(look.opacity)
            painter.setTransform(move * painter.transform())
            layer.drawn_on(painter)
        return moved

    def _composed(self, part: Part) -> Layer:
        has_common_ground = part.look.marker is None and part.absent is None
        layer = self._ground.copy() if has_common_ground else self._backdrop.copy()
        with layer.painting() as painter:
            if part.look.marker is not None:
                self._paint_marker(painter, part.look.marker)
            if not has_common_ground:
                for index, piece in enumerate(self._pieces):
                    if piece.word != part.absent:
                        self._sprite(index, "").drawn_on(painter)
            for index, piece in enumerate(self._pieces):
                if piece.word not in (part.absent, part.hollow):
                    self._paint_fill(painter, index, part.look)
        return layer

    def _word_alone(self, word: int, look: Look) -> Layer:
        """Return one word, enlarged with its outline where the look lifts it."""
        growth = MOST_GROWTH * self._size_px if look.active_scale > 1.0 else 0.0
        extent = QRectF()
        for index, piece in enumerate(self._pieces):
            if piece.word == word:
                sprite = QRectF(self._sprite(index, "").rect)
                extent = extent.united(sprite.adjusted(-growth, -growth, growth, growth))
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        with layer.painting() as painter:
            for index, piece in enumerate(self._pieces):
                if piece.word == word and look.active_scale > 1.0:
                    self._paint_lifted(painter, index, look)
                elif piece.word == word:
                    self._paint_fill(painter, index, look)
        return layer

    @cached_property
    def _rect(self) -> QRect:
        """What the cue covers with everything that belongs to it, at rest or bumping."""
        reach = self._outline_px + 1.0
        extent = QRectF()
        for piece in self._pieces:
            extent = extent.united(piece.path.boundingRect()).united(piece.rect)
        extent = extent.adjusted(-reach, -reach, reach, reach)
        growth = MOST_GROWTH * self._size_px
        extent = extent.adjusted(-growth, -growth, growth, growth + self._shadow_px)
        blur = 3 * SHADOW_BLUR * self._shadow_px
        extent = extent.adjusted(-blur, -blur, blur, blur)
        if self._style.box_colour:
            extent = extent.united(self._box_rect.adjusted(-1, -1, 1, 1))
        return pixel_rect(extent, self._area.width, self._area.height)

    @property
    def _box_rect(self) -> QRectF:
        padding = self._style.box_padding * self._area.scale
        # Lines carry their own leading; less padding above and below looks the same as at the sides.
        return self._text_rect.adjusted(-padding, -padding * 0.55, padding, padding * 0.55)

    @cached_property
    def _backdrop(self) -> Layer:
        """Return what lies behind the letters and never moves: the box and the shadow."""
        layer = Layer(self._rect)
        with layer.painting() as painter:
            if self._style.box_colour:
                radius = self._style.box_radius * self._area.scale
                path = QPainterPath()
                path.addRoundedRect(self._box_rect, radius, radius)
                painter.fillPath(path, colour(self._style.box_colour))
            if self._shadow_px > 0:
                paths = [piece.path for piece in self._pieces]
                blur = SHADOW_BLUR * self._shadow_px
                ink = colour(self._style.shadow_colour)
                paint_soft_shadow(painter, paths, self._outline_px, ink, self._shadow_px, blur)
        return layer

    @cached_property
    def _ground(self) -> Layer:
        """Return the backdrop with the outlines of all words: all that most looks have in common."""
        layer = self._backdrop.copy()
        with layer.painting() as painter:
            for index in range(len(self._pieces)):
                self._sprite(index, "").drawn_on(painter)
        return layer

    def _sprite(self, index: int, ink: str) -> Layer:
        """Return one piece filled with a colour, or its outline for the empty colour."""
        known = self._sprites.get((index, ink))
        if known is None:
            known = self._sprites[index, ink] = self._painted_sprite(self._pieces[index], ink)
        return known

    def _painted_sprite(self, piece: _Piece, ink: str) -> Layer:
        reach = self._outline_px + 1.0
        extent = piece.path.boundingRect().united(piece.rect).adjusted(-reach, -reach, reach, reach)
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        with layer.painting() as painter:
            if not ink:
                if self._outline_px > 0:
                    painter.strokePath(
                        piece.path, outline_pen(self._outline_px, colour(self._style.outline_colour))
                    )
                return layer
            painter.fillPath(piece.path, colour(ink))
            painter.setTransform(self._to_picture * painter.transform())
            for run, place in piece.runs:
                painter.drawGlyphRun(place, run)
        return layer

    def _plain_ink(self, index: int) -> str:
        return self._style.emphasis_colour if self._pieces[index].is_emphasised else self._style.colour

    def _paint_fill(self, painter: QPainter, index: int, look: Look) -> None:
        piece = self._pieces[index]
        first, last = piece.share
        spoken = min(max((look.spoken - piece.word - first) / (last - first), 0.0), 1.0)
        if piece.word == look.active or spoken >= 1.0:
            self._sprite(index, self._style.highlight_colour).drawn_on(painter)
        elif spoken <= 0.0:
            self._sprite(index, self._plain_ink(index)).drawn_on(painter)
        else:
            self._paint_part_spoken(painter, index, spoken)

    def _paint_part_spoken(self, painter: QPainter, index: int, spoken: float) -> None:
        """Paint a piece whose beginning is highlighted; a right-to-left word begins at its right edge."""
        piece = self._pieces[index]
        reach = self._outline_px + 1.0
        whole = piece.path.boundingRect().united(piece.rect).adjusted(-reach, -reach, reach, reach)
        edge = piece.rect.left() + piece.rect.width() * (1.0 - spoken if piece.is_right_to_left else spoken)
        left = QRectF(whole.left(), whole.top(), edge - whole.left(), whole.height())
        right = QRectF(edge, whole.top(), whole.right() - edge, whole.height())
        said, unsaid = (right, left) if piece.is_right_to_left else (left, right)
        for part, ink in ((said, self._style.highlight_colour), (unsaid, self._plain_ink(index))):
            painter.save()
            painter.setClipRect(part)
            self._sprite(index, ink).drawn_on(painter)
            painter.restore()

    def _paint_marker(self, painter: QPainter, marker: float) -> None:
        """Paint the box behind the current word, on its way between two words of a line."""
        first, mix = int(max(marker, 0.0)), marker % 1.0
        here, there = ([p.rect for p in self._pieces if p.word == word] for word in (first, first + 1))
        if mix > 0.0 and len(here) == len(there) == 1 and here[0].top() == there[0].top():
            here = [_between(here[0], there[0], mix)]
        elif mix > 0.0:
            # Gliding across lines would cross other words: the box jumps.
            here = there
        padding = MARKER_PADDING * self._size_px
        for rect in here:
            box = rect.adjusted(-padding, padding * 0.2, padding, -padding * 0.2)
            radius = min(self._style.box_radius * self._area.scale, box.height() / 3)
            path = QPainterPath()
            path.addRoundedRect(box, radius, radius)
            painter.fillPath(path, colour(self._style.highlight_colour))

    def _paint_lifted(self, painter: QPainter, index: int, look: Look) -> None:
        rect = self._pieces[index].rect
        growth = MOST_GROWTH * self._size_px
        scale = min(look.active_scale, 1.0 + 2 * growth / max(rect.width(), 1.0))
        centre = rect.center()
        painter.save()
        painter.translate(centre)
        painter.scale(scale, scale)
        painter.translate(-centre)
        self._sprite(index, "").drawn_on(painter)
        self._sprite(index, self._style.highlight_colour).drawn_on(painter)
        painter.restore()


def _between(a: QRectF, b: QRectF, mix: float) -> QRectF:
    """Return the rectangle on the way from `a` to `b`, which have the same top and height."""
    left = a.left() + mix * (b.left() - a.left())
    return QRectF(left, a.top(), a.width() + mix * (b.width() - a.width()), a.height())
