"""One cue in one picture: set, fitted and placed once, then painted for any look from cached layers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from core.captions.capitals import capitals
from core.captions.cue_layout import MARKER_PADDING, lay_out
from core.captions.inks import Inks
from core.captions.lettering import Lettering
from core.captions.marker import paint_marker
from core.captions.moving_word import MovingWord
from core.captions.raster import Layer, colour, pixel_rect
from core.captions.written import Seen, Written

if TYPE_CHECKING:
    from core.captions.animation import Look
    from core.captions.occupied import Box
    from core.captions.parts import Filling, Part
    from core.captions.place import SafeArea
    from core.captions.typeset import Cluster
    from core.schema.caption import CueWord
    from core.schema.style import CaptionStyle


class Cut(NamedTuple):
    """The fill of a piece in one ink, from `left` to `right` in picture pixels."""

    piece: int
    is_said: bool
    left: float
    right: float


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
        texts = [capitals(word.text, turkic) if style.uppercase else word.text for word in words]
        self._lay_out = partial(lay_out, style, area, texts, taken)
        self._layout = self._lay_out()
        self._pieces = self._layout.pieces
        self._letters = Lettering(style, area, self._pieces, self._layout.to_picture, lambda: self._clusters)
        self._written = Written(self._letters, Inks(style, speaker_number), words, lambda: self._clusters)
        self._moving = MovingWord(self._written, area, self.size_px)
        self._scaled: tuple[Part, Layer] | None = None

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
        if part.kind in ("word", "risen"):
            return self._moving.painted(part.word, part.look, with_shadow=part.kind == "word")
        if part.kind in ("behind", "cast", "mark", "letters"):
            return self._layer_of(part)
        look = part.look
        if look.scale == 1.0:
            return self._composed(part)
        layer = self._unscaled(replace(part, look=replace(look, scale=1.0, opacity=1.0)))
        centre = self._layout.text.center()
        move = QTransform.fromTranslate(centre.x(), centre.y())
        move.scale(look.scale, look.scale)
        move.translate(-centre.x(), -centre.y())
        moved = Layer(pixel_rect(move.mapRect(QRectF(layer.rect)), self._area.width, self._area.height))
        with moved.painting() as painter:
            painter.setOpacity(look.opacity)
            painter.setTransform(move * painter.transform())
            layer.drawn_on(painter)
        return moved

    def drop_px(self, drop: float, word: int = -1) -> int:
        """Return how far down a word, or everything, lies that drops by so many type sizes in the safe zone.

        In twos, as the half-size colour planes: the same picture in another place.
        """
        solid = self.solid if word < 0 else self._moving.solid(word)
        return 2 * int(self._area.kept_inside(drop * self.size_px, solid.top(), solid.bottom()) / 2)

    def cuts(self, filling: Filling) -> list[Cut]:
        """Return the fills that a word being said is put together from, and where each is cut."""
        found = []
        for index, piece in enumerate(self._pieces):
            if piece.word == filling.word:
                spans = self._written.parted(index, self._written.share(index, filling.spoken))
                found += [Cut(index, is_said, *span) for is_said, span in zip((True, False), spans, strict=True)]
        return found

    def filled(self, piece: int, is_said: bool) -> Layer:
        """Return the letters of a piece alone, in the ink of what was said or in their own."""
        return self._written.filled(piece, is_said)

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
        absent, lifted = (part.word, None) if part.kind in ("around", "under") else (None, self._lifted(look))
        seen = self._written.seen(look, absent if lifted is None else look.word)
        is_shadow_left = part.kind == "under" or (lifted is not None and not _takes_shadow(look))
        shadowed = self._written.seen(look) if is_shadow_left else seen
        is_plain = look.marker is None and len(seen) == len(self._pieces) and not any(seen.values())
        layer = self._ground.copy() if is_plain else self._new_layer(lifted)
        with layer.painting() as painter:
            if not is_plain:
                self._paint_ground(painter, seen, look.marker, shadowed)
            for index, count in seen.items():
                if part.kind != "hollow" or self._pieces[index].word != part.word:
                    self._written.paint_fill(painter, index, look, count)
            if lifted is not None:
                lifted.drawn_on(painter)
        return layer

    def _unscaled(self, part: Part) -> Layer:
        """Return a picture that is scaled, the same at every step of an entrance."""
        if self._scaled is None or self._scaled[0] != part:
            self._scaled = part, self._composed(part)
        return self._scaled[1]

    def _layer_of(self, part: Part) -> Layer:
        """Return what lies behind all letters, a word's shadow, the mark, or letters."""
        layer, seen = self._new_layer(), self._written.seen(part.look, absent=part.word)
        with layer.painting() as painter:
            if part.kind == "behind":
                self._paint_box(painter)
                self._written.paint_shadows(painter, seen)
            elif part.kind == "cast":
                every = self._written.seen(part.look)
                self._written.paint_shadows(painter, {index: every[index] for index in every if index not in seen})
            elif part.kind == "mark":
                self._paint_mark(painter, part.look.marker)
            else:
                self._written.paint_outlines(painter, seen)
                for index, count in seen.items():
                    self._written.paint_fill(painter, index, part.look, count)
        return layer

    def _lifted(self, look: Look) -> Layer | None:
        """Return the word that moves in a picture of everything."""
        if look.word is None or not look.is_word_moving:
            return None
        return self._moving.painted(look.word, look, with_shadow=_takes_shadow(look))

    def _new_layer(self, lifted: Layer | None = None) -> Layer:
        extent = self._extent if lifted is None else self._extent.united(QRectF(lifted.rect))
        return Layer(pixel_rect(extent, self._area.width, self._area.height))

    @cached_property
    def _ground(self) -> Layer:
        """Return what most looks have in common: box, shadows and outlines of all words."""
        layer = self._new_layer()
        with layer.painting() as painter:
            seen = dict.fromkeys(range(len(self._pieces)))
            self._paint_ground(painter, seen, None, seen)
        return layer

    def _paint_ground(self, painter: QPainter, seen: Seen, marker: float | None, shadowed: Seen) -> None:
        self._paint_box(painter)
        self._written.paint_shadows(painter, shadowed)
        self._paint_mark(painter, marker)
        self._written.paint_outlines(painter, seen)

    def _paint_box(self, painter: QPainter) -> None:
        if self._style.box_colour:
            radius = min(self._style.box_radius * self._area.scale, self._box_rect.height() / 2)
            path = QPainterPath()
            path.addRoundedRect(self._box_rect, radius, radius)
            painter.fillPath(path, colour(self._style.box_colour))

    def _paint_mark(self, painter: QPainter, marker: float | None) -> None:
        if marker is None:
            return
        rects: dict[int, list[QRectF]] = {}
        for piece in self._pieces:
            rects.setdefault(piece.word, []).append(piece.rect)
        baselines = {piece.rect.top(): piece.baseline for piece in self._pieces}
        paint_marker(painter, self._style, self._area.scale, self.size_px, rects, baselines, marker)


def _takes_shadow(look: Look) -> bool:
    """Whether a word that moves takes its shadow along: where it only grows, nobody sees that it does not."""
    return look.word_opacity < 1.0 or look.shown is not None or look.word_drop != 0.0
