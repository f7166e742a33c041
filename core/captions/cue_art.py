"""One cue in one picture: set, fitted and placed once, then painted for any look from cached layers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from core.captions.capitals import capitals
from core.captions.cue_layout import MARKER_PADDING, MOST_GROWTH, lay_out
from core.captions.inks import Ink, Inks
from core.captions.lettering import Lettering
from core.captions.marker import paint_marker
from core.captions.raster import Layer, colour, pixel_rect

if TYPE_CHECKING:
    from core.captions.animation import Look
    from core.captions.occupied import Box
    from core.captions.parts import Part
    from core.captions.place import SafeArea
    from core.captions.typeset import Cluster
    from core.schema.caption import CueWord
    from core.schema.style import CaptionStyle


class CueArt:
    """The painted forms of one cue. All coordinates are pixels of the picture, origin top left.

    Args:
        style: How it looks.
        area: The picture, and where text may lie in it.
        words: At least one, none empty.
        taken: What lies there already; the cue moves up or down, or gets smaller, rather than cover it.
        speaker_number: Which of the clip's speakers says it, from 0; None where that is not known.
        turkic: Whether capitals are those of Turkish.
    """

    def __init__(
        self,
        style: CaptionStyle,
        area: SafeArea,
        words: Sequence[CueWord],
        taken: Sequence[Box] = (),
        speaker_number: int | None = None,
        turkic: bool = False,
    ) -> None:
        self._style = style
        self._area = area
        self._words = words
        self._inks = Inks(style, speaker_number)
        texts = [capitals(word.text, turkic) if style.uppercase else word.text for word in words]
        self._lay_out = partial(lay_out, style, area, texts, taken)
        self._layout = self._lay_out()
        self._pieces = self._layout.pieces
        self._letters = Lettering(style, area, self._pieces, self._layout.to_picture, lambda: self._clusters)

    @property
    def room(self) -> QRectF:
        """What is kept free of all else for the cue, see `CueLayout`."""
        return self._layout.room

    @property
    def size_px(self) -> float:
        """Type size, after fitting."""
        return self._layout.size_px

    @cached_property
    def _clusters(self) -> tuple[tuple[Cluster, ...], ...]:
        return tuple(piece.clusters for piece in self._lay_out(by_letter=True).pieces)

    def painted(self, part: Part) -> Layer:
        """Return one picture of a look (`parts.parts_of`), as a layer of its own."""
        if part.kind in ("word", "fill"):
            return self._word_alone(part.word, part.look, is_fill=part.kind == "fill")
        layer = self._composed(part)
        look = part.look
        if look.scale == 1.0 and look.opacity >= 1.0 and not look.drop:
            return layer
        centre = self._layout.text.center()
        drop_px = self._clamped(look.drop * self.size_px, self.solid)
        move = QTransform.fromTranslate(centre.x(), centre.y() + drop_px)
        move.scale(look.scale, look.scale)
        move.translate(-centre.x(), -centre.y())
        rect = pixel_rect(move.mapRect(QRectF(layer.rect)), self._area.width, self._area.height)
        moved = Layer(rect)
        with moved.painting() as painter:
            painter.setOpacity(look.opacity)
            painter.setTransform(move * painter.transform())
            layer.drawn_on(painter)
        return moved

    def _clamped(self, drop_px: float, rect: QRectF) -> float:
        """Return how far what covers `rect` may be moved down without leaving the safe area."""
        up, down = min(0.0, self._area.top - rect.top()), max(0.0, self._area.bottom - rect.bottom())
        return min(max(drop_px, up), down)

    @cached_property
    def solid(self) -> QRectF:
        """What the cue covers without its shadow."""
        outline = self._letters.outline_px
        extent = QRectF(self._box_rect) if self._style.box_colour else QRectF(self._layout.text)
        for piece in self._pieces:
            extent = extent.united(piece.ink.adjusted(-outline, -outline, outline, outline))
        return extent

    @cached_property
    def _extent(self) -> QRectF:
        """What the cue covers at rest with everything that belongs to it."""
        marker = MARKER_PADDING * self.size_px if self._style.highlight else 0.0
        reach = max(self._letters.shadow_reach_px, marker) + 1.0
        return self.solid.adjusted(-reach, -reach, reach, reach)

    @property
    def _box_rect(self) -> QRectF:
        padding = self._style.box_padding * self._area.scale
        # Lines carry their own leading; less padding above and below looks the same as at the sides.
        return self._layout.text.adjusted(-padding, -padding * 0.55, padding, padding * 0.55)

    def _composed(self, part: Part) -> Layer:
        look = part.look
        absent = part.word if part.kind == "around" else None
        if absent is None and look.word is not None and look.is_word_moving:
            absent, lifted = look.word, self._word_alone(look.word, look)
        else:
            lifted = None
        counts = {index: self._count(index, look) for index in range(len(self._pieces))}
        seen = {i: n for i, n in counts.items() if n != 0 and self._pieces[i].word != absent}
        is_plain = look.marker is None and len(seen) == len(counts) and not any(seen.values())
        layer = self._ground.copy() if is_plain else self._new_layer(lifted)
        with layer.painting() as painter:
            if not is_plain:
                self._paint_box(painter)
                self._paint_shadows(painter, seen)
                if look.marker is not None:
                    self._paint_marker(painter, look.marker)
                self._paint_outlines(painter, seen)
            for index, count in seen.items():
                if part.kind != "hollow" or self._pieces[index].word != part.word:
                    self._paint_fill(painter, index, look, count)
            if lifted is not None:
                lifted.drawn_on(painter)
        return layer

    def _new_layer(self, lifted: Layer | None = None) -> Layer:
        extent = self._extent if lifted is None else self._extent.united(QRectF(lifted.rect))
        return Layer(pixel_rect(extent, self._area.width, self._area.height))

    @cached_property
    def _ground(self) -> Layer:
        """Return what most looks have in common: box, shadows and outlines of all words."""
        layer = self._new_layer()
        everything: dict[int, int | None] = dict.fromkeys(range(len(self._pieces)))
        with layer.painting() as painter:
            self._paint_box(painter)
            self._paint_shadows(painter, everything)
            self._paint_outlines(painter, everything)
        return layer

    def _paint_box(self, painter: QPainter) -> None:
        if not self._style.box_colour:
            return
        radius = min(self._style.box_radius * self._area.scale, self._box_rect.height() / 2)
        path = QPainterPath()
        path.addRoundedRect(self._box_rect, radius, radius)
        painter.fillPath(path, colour(self._style.box_colour))

    def _paint_shadows(self, painter: QPainter, seen: dict[int, int | None]) -> None:
        for index, count in seen.items():
            shadow = self._letters.shadow(index, count)
            if shadow is not None:
                shadow.drawn_on(painter)

    def _paint_outlines(self, painter: QPainter, seen: dict[int, int | None]) -> None:
        for index, count in seen.items():
            outline = self._letters.outline(index, count)
            if outline is not None:
                outline.drawn_on(painter)

    def _paint_marker(self, painter: QPainter, marker: float) -> None:
        rects = {index: [p.rect for p in self._pieces if p.word == index] for index in range(len(self._words))}
        baselines = {piece.rect.top(): piece.baseline for piece in self._pieces}
        paint_marker(painter, self._style, self._area.scale, self.size_px, rects, baselines, marker)

    def _count(self, index: int, look: Look) -> int | None:
        """Return how many letters of a piece are seen, None for all of them."""
        if look.shown is None:
            return None
        share = self._share(index, look.shown)
        if share >= 1.0:
            return None
        # Whatever has begun to appear shows its first letter.
        return max(1, math.floor(share * len(self._clusters[index]) + 1e-6)) if share > 0.0 else 0

    def _share(self, index: int, words: float) -> float:
        """Return how much of a piece lies before a place in the text, counted in words."""
        piece = self._pieces[index]
        first, last = piece.share
        return min(max((words - piece.word - first) / (last - first), 0.0), 1.0)

    def _plain_ink(self, index: int) -> Ink:
        is_emphasised = self._words[self._pieces[index].word].is_emphasised
        return self._inks.emphasised if is_emphasised else self._inks.plain

    def _paint_fill(self, painter: QPainter, index: int, look: Look, count: int | None = None) -> None:
        spoken = 0.0 if look.spoken is None else self._share(index, look.spoken)
        if self._pieces[index].word == look.lit or spoken >= 1.0:
            self._letters.fill(index, self._inks.highlighted, count).drawn_on(painter)
        elif spoken <= 0.0:
            self._letters.fill(index, self._plain_ink(index), count).drawn_on(painter)
        else:
            self._paint_part_spoken(painter, index, spoken)

    def _paint_part_spoken(self, painter: QPainter, index: int, spoken: float) -> None:
        """Paint a piece whose beginning is highlighted; a right-to-left word begins at its right edge."""
        piece = self._pieces[index]
        whole = piece.ink.adjusted(-2.0, -2.0, 2.0, 2.0)
        edge = piece.rect.left() + piece.rect.width() * (1.0 - spoken if piece.is_right_to_left else spoken)
        left = QRectF(whole.left(), whole.top(), edge - whole.left(), whole.height())
        right = QRectF(edge, whole.top(), whole.right() - edge, whole.height())
        said, unsaid = (right, left) if piece.is_right_to_left else (left, right)
        for part, ink in ((said, self._inks.highlighted), (unsaid, self._plain_ink(index))):
            painter.save()
            painter.setClipRect(part)
            self._letters.fill(index, ink).drawn_on(painter)
            painter.restore()

    def _word_alone(self, word: int, look: Look, is_fill: bool = False) -> Layer:
        """Return one word with its outline and shadow, moved as the look says, or its fill only.

        Its shadow falls behind the other words, which lie in another picture: what they cover is taken out of it.
        """
        mine = [
            (index, self._word_transform(index, look), count)
            for index, piece in enumerate(self._pieces)
            if piece.word == word and (count := self._count(index, look)) != 0
        ]
        layer = Layer(self._rect_of(mine, is_fill))
        with layer.painting() as painter:
            if not is_fill and self._letters.has_shadow:
                for index, move, count in mine:
                    self._draw(painter, move, self._letters.shadow(index, count))
                self._take_out_others(painter, word, look)
            for index, move, count in mine:
                if not is_fill:
                    self._draw(painter, move, self._letters.outline(index, count))
            for index, move, count in mine:
                painter.save()
                painter.setTransform(move * painter.transform())
                self._paint_fill(painter, index, look, count)
                painter.restore()
        return layer.faded(look.word_opacity) if word == look.word else layer

    def _rect_of(self, mine: Sequence[tuple[int, QTransform, int | None]], is_fill: bool) -> QRect:
        reach = 2.0 if is_fill else self._letters.outline_px + self._letters.shadow_reach_px + 2.0
        extent = QRectF()
        for index, move, _ in mine:
            extent = extent.united(move.mapRect(self._pieces[index].ink.adjusted(-reach, -reach, reach, reach)))
        return pixel_rect(extent, self._area.width, self._area.height)

    def _draw(self, painter: QPainter, move: QTransform, layer: Layer | None) -> None:
        if layer is None:
            return
        painter.save()
        painter.setTransform(move * painter.transform())
        layer.drawn_on(painter)
        painter.restore()

    def _take_out_others(self, painter: QPainter, word: int, look: Look) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        for index, piece in enumerate(self._pieces):
            count = self._count(index, look)
            if piece.word != word and count != 0:
                outline = self._letters.outline(index, count)
                if outline is not None:
                    outline.drawn_on(painter)
                self._letters.fill(index, self._plain_ink(index), count).drawn_on(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _word_transform(self, index: int, look: Look) -> QTransform:
        """Return how a piece of the moving word lies, about its own centre; others stay."""
        piece = self._pieces[index]
        if piece.word != look.word:
            return QTransform()
        growth = MOST_GROWTH * self.size_px
        scale = min(look.word_scale, 1.0 + 2 * growth / max(piece.rect.width(), piece.rect.height(), 1.0))
        outline = self._letters.outline_px
        solid = piece.ink.adjusted(-outline, -outline, outline, outline)
        centre = piece.rect.center()
        drop_px = self._clamped(look.word_drop * self.size_px, solid)
        move = QTransform.fromTranslate(centre.x(), centre.y() + drop_px)
        move.scale(scale, scale)
        move.translate(-centre.x(), -centre.y())
        return move
