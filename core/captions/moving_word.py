"""One word painted by itself, moved as a look says, to be laid over the others, which rest in another picture.

A word that grows leaves its shadow as it is; one that hops or appears brings it along.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from core.captions.cue_layout import MOST_GROWTH
from core.captions.raster import Layer, pixel_rect

if TYPE_CHECKING:
    from core.captions.animation import Look
    from core.captions.place import SafeArea
    from core.captions.written import Written


@dataclass(frozen=True)
class _Motion:
    """How a piece lies: larger about its own centre, and further down; whole pixels cost no resampling."""

    centre: QPointF
    scale: float = 1.0
    drop_px: int = 0

    @property
    def transform(self) -> QTransform:
        move = QTransform.fromTranslate(self.centre.x(), self.centre.y() + self.drop_px)
        move.scale(self.scale, self.scale)
        move.translate(-self.centre.x(), -self.centre.y())
        return move if self.scale != 1.0 else self.fall

    @property
    def fall(self) -> QTransform:
        """Without growing, as its shadow moves: nobody sees that, and it would cost as much as the word."""
        return QTransform.fromTranslate(0.0, self.drop_px)


class MovingWord:
    """Paints words of one cue alone; keeps what comes again while a word moves.

    Args:
        written: The words.
        area: The picture, and where text may lie in it.
        size_px: Type size.
    """

    def __init__(self, written: Written, area: SafeArea, size_px: float) -> None:
        self._written = written
        self._area = area
        self._size_px = size_px
        self._others: tuple[tuple[int, int | None], Layer] | None = None
        self._pieces: dict[int, tuple[tuple[object, ...], Layer]] = {}

    def solid(self, word: int) -> QRectF:
        """Return what a word covers at rest without its shadow."""
        outline, extent = self._written.letters.outline_px, QRectF()
        for piece in self._written.pieces:
            if piece.word == word:
                extent = extent.united(piece.ink.adjusted(-outline, -outline, outline, outline))
        return extent

    def painted(self, word: int, look: Look, with_shadow: bool) -> Layer:
        """Return a word with its outline, and its shadow if that comes along.

        Its shadow falls behind the other words: what they cover is taken out of it.
        """
        mine = {index: self._motion(index, look) for index in self._pieces_of(word, look)}
        letters = self._written.letters
        casts = with_shadow and letters.has_shadow
        reach = letters.outline_px + 2.0 + (letters.shadow_reach_px if casts else 0.0)
        extent = QRectF()
        for index, motion in mine.items():
            ink = self._written.pieces[index].ink.adjusted(-reach, -reach, reach, reach)
            extent = extent.united(motion.transform.mapRect(ink))
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        with layer.painting() as painter:
            if casts:
                for index, motion in mine.items():
                    shadow = letters.shadow(index, self._written.count(index, look))
                    assert shadow is not None
                    _draw(painter, motion.fall, shadow)
                self._take_out_others(painter, word, look)
            for index, motion in mine.items():
                _draw(painter, motion.transform, self._piece(index, look))
        return layer.faded(look.word_opacity) if word == look.word else layer

    def _pieces_of(self, word: int, look: Look) -> list[int]:
        return [index for index in self._written.seen(look) if self._written.pieces[index].word == word]

    def _motion(self, index: int, look: Look) -> _Motion:
        piece = self._written.pieces[index]
        if piece.word != look.word:
            return _Motion(piece.rect.center())
        growth = MOST_GROWTH * self._size_px
        most = 1.0 + 2 * growth / max(piece.rect.width(), piece.rect.height(), 1.0)
        solid = self.solid(piece.word)
        drop_px = self._area.kept_inside(look.word_drop * self._size_px, solid.top(), solid.bottom())
        return _Motion(piece.rect.center(), min(look.word_scale, most), round(drop_px))

    def _piece(self, index: int, look: Look) -> Layer:
        """Return a piece at rest: its outline and its fill."""
        written = self._written
        piece, count = written.pieces[index], written.count(index, look)
        key = (count, piece.word == look.lit, written.spoken(index, look))
        known = self._pieces.get(index)
        if known is None or known[0] != key:
            reach = written.letters.outline_px + 2.0
            extent = piece.ink.adjusted(-reach, -reach, reach, reach)
            layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
            with layer.painting() as painter:
                written.paint_outlines(painter, {index: count})
                written.paint_fill(painter, index, look, count)
            known = self._pieces[index] = key, layer
        return known[1]

    def _take_out_others(self, painter: QPainter, word: int, look: Look) -> None:
        key = word, None if look.shown is None else math.ceil(look.shown)
        if self._others is None or self._others[0] != key:
            self._others = key, self._letters_around(word, look)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        self._others[1].drawn_on(painter)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _letters_around(self, word: int, look: Look) -> Layer:
        seen = self._written.seen(look, absent=word)
        reach = self._written.letters.outline_px + 2.0
        extent = QRectF()
        for index in seen:
            extent = extent.united(self._written.pieces[index].ink.adjusted(-reach, -reach, reach, reach))
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        with layer.painting() as painter:
            self._written.paint_outlines(painter, seen)
            self._written.paint_plain(painter, seen)
        return layer


def _draw(painter: QPainter, move: QTransform, layer: Layer) -> None:
    painter.save()
    painter.setTransform(move * painter.transform())
    layer.drawn_on(painter)
    painter.restore()
