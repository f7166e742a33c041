"""Words in a picture, each painted once as shadow, outline and fill: layers that looks are put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from core.captions.raster import (
    SHARP_PX,
    Layer,
    ShadowShape,
    colour,
    outline_pen,
    paint_soft_shadow,
    pixel_rect,
)

if TYPE_CHECKING:
    from core.captions.inks import Ink
    from core.captions.place import SafeArea
    from core.captions.typeset import Block, Cluster, ColourRuns, PieceShape
    from core.schema.style import CaptionStyle

# No letter of no piece.
_NONE = (-1, 0)


@dataclass(frozen=True)
class Piece:
    """A word, or its part in one line, in picture pixels; `runs` (colour emoji) are still in reference pixels.

    Capital letters reach from row `cap_top` to row `baseline`. `clusters` are its letters as they are read, each
    with what it adds, where they were asked for.
    """

    word: int
    share: tuple[float, float]
    path: QPainterPath
    runs: ColourRuns
    rect: QRectF
    cap_top: float
    baseline: float
    is_right_to_left: bool
    clusters: tuple[Cluster, ...]

    @property
    def ink(self) -> QRectF:
        """What its letters cover, and their line's height."""
        return self.path.boundingRect().united(self.rect)


def place_pieces(block: Block, to_picture: QTransform) -> list[Piece]:
    """Return the pieces of a block in picture pixels."""
    return [_placed(shape, block.cap_height, to_picture) for shape in block.pieces]


def _placed(shape: PieceShape, cap_height: float, to_picture: QTransform) -> Piece:
    capitals = to_picture.mapRect(QRectF(0.0, shape.baseline - cap_height, 1.0, cap_height))
    return Piece(
        shape.word,
        shape.share,
        to_picture.map(shape.path),
        shape.colour_runs,
        to_picture.mapRect(shape.rect),
        capitals.top(),
        capitals.bottom(),
        shape.is_right_to_left,
        shape.clusters,
    )


class Lettering:
    """The pieces of one cue and their layers, made when first asked for.

    `count` is how many of a piece's letters are painted, None for all of them. `clusters` gives the letters of
    each piece (`Piece.clusters`), in reference pixels.
    """

    def __init__(
        self,
        style: CaptionStyle,
        area: SafeArea,
        pieces: Sequence[Piece],
        to_picture: QTransform,
        clusters: Callable[[], Sequence[tuple[Cluster, ...]]],
    ) -> None:
        self.clusters = clusters
        self.pieces = pieces
        self.outline_px = style.outline * area.scale
        self.shadow_px = style.shadow_offset * area.scale
        self.blur_px = style.shadow_blur * area.scale
        self.has_shadow = colour(style.shadow_colour).alpha() > 0 and (self.shadow_px > 0 or self.blur_px > 0)
        self._style = style
        self._area = area
        self._to_picture = to_picture
        self._layers: dict[tuple[object, ...], Layer] = {}
        # Of the piece that is typed, how many letters there are, and those.
        self._layers_typed: dict[tuple[str, Ink | None], tuple[tuple[int, int], Layer]] = {}
        self._shape_typed: tuple[tuple[int, int], ShadowShape | None] = (_NONE, None)

    @property
    def shadow_reach_px(self) -> float:
        """How far shadows reach beyond outlines on each side."""
        return self.shadow_px + 3 * self.blur_px if self.has_shadow else 0.0

    def shadow(self, index: int, count: int | None = None) -> Layer | None:
        """Return the shadow of a piece, None where the style has none."""
        return self._known("shadow", index, count) if self.has_shadow else None

    def outline(self, index: int, count: int | None = None) -> Layer | None:
        """Return the outline of a piece, None where the style has none."""
        return self._known("outline", index, count) if self.outline_px > 0 else None

    def fill(self, index: int, ink: Ink, count: int | None = None) -> Layer:
        """Return the letters of a piece in an ink, emoji in their own colours."""
        return self._known("fill", index, count, ink)

    def _known(self, kind: str, index: int, count: int | None, ink: Ink | None = None) -> Layer:
        key = (kind, index, count, ink)
        if count is not None:
            # One letter more each time: none of them comes again.
            return self._typed(kind, index, count, ink)
        if key not in self._layers:
            self._layers[key] = self._painted(kind, index, count, ink)
        return self._layers[key]

    def _painted(self, kind: str, index: int, count: int | None, ink: Ink | None) -> Layer:
        piece = self.pieces[index]
        path, runs = self._letters(index, count)
        layer = self._layer(kind, piece)
        with layer.painting() as painter:
            if kind == "shadow":
                self._paint_shadow(painter, index, count, path)
            else:
                self._paint_letters(painter, piece, path, runs, ink)
        return layer

    def _layer(self, kind: str, piece: Piece) -> Layer:
        reach = self.outline_px + 1.0 + (self.shadow_reach_px if kind == "shadow" else 0.0)
        extent = piece.ink.adjusted(-reach, -reach, reach, reach)
        return Layer(pixel_rect(extent, self._area.width, self._area.height))

    def _typed(self, kind: str, index: int, count: int, ink: Ink | None) -> Layer:
        """Return the first letters of a piece: those that were asked for last, and the ones after them.

        Painted letter by letter, so that the same comes out whichever were asked for before.
        """
        if kind == "shadow":
            return self._typed_shadow(index, count)
        if not self._adds_up(kind):
            return self._painted(kind, index, count, ink)
        known, layer = self._layers_typed.get((kind, ink), (_NONE, None))
        if layer is None or known[0] != index or known[1] > count:
            known, layer = (index, 0), self._layer(kind, self.pieces[index])
        with layer.painting() as painter:
            for letter in range(known[1], count):
                self._paint_letter(painter, index, letter, ink)
        self._layers_typed[kind, ink] = (index, count), layer
        return layer

    def _typed_shadow(self, index: int, count: int) -> Layer:
        if self.blur_px < SHARP_PX:
            return self._painted("shadow", index, count, None)
        known, shape = self._shape_typed
        if shape is None or known[0] != index or known[1] > count:
            extent = self.pieces[index].path.boundingRect()
            known, shape = (index, 0), ShadowShape(extent, self.outline_px, self.shadow_px, self.blur_px)
        for letter in range(known[1], count):
            shape.add(self._path_of(index, letter))
        self._shape_typed = (index, count), shape
        layer = self._layer("shadow", self.pieces[index])
        with layer.painting() as painter:
            shape.paint(painter, colour(self._style.shadow_colour))
        return layer

    def _paint_letters(
        self, painter: QPainter, piece: Piece, path: QPainterPath, runs: ColourRuns, ink: Ink | None
    ) -> None:
        """Fill letters with an ink, or without one outline them."""
        if ink is None:
            painter.strokePath(path, outline_pen(self.outline_px, colour(self._style.outline_colour)))
            return
        painter.fillPath(path, ink.brush(piece.cap_top, piece.baseline))
        painter.setTransform(self._to_picture * painter.transform())
        for run, place in runs:
            painter.drawGlyphRun(place, run)

    def _paint_shadow(self, painter: QPainter, index: int, count: int | None, path: QPainterPath) -> None:
        shade = colour(self._style.shadow_colour)
        outline = self.outline(index, count)
        if self.blur_px >= SHARP_PX or outline is None or not self._adds_up("outline"):
            paint_soft_shadow(painter, [path], self.outline_px, shade, self.shadow_px, self.blur_px)
            return
        # What was outlined once need not be outlined again, which is what letters cost most.
        shape = outline.copy()
        with shape.painting() as inner:
            inner.fillPath(path, colour(self._style.shadow_colour[:7]))
            inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            inner.fillRect(shape.rect, colour(self._style.shadow_colour[:7]))
        painter.setOpacity(shade.alphaF())
        painter.drawImage(shape.rect.topLeft() + QPoint(0, round(self.shadow_px)), shape.image)
        painter.setOpacity(1.0)

    def _adds_up(self, kind: str) -> bool:
        """Whether letters painted one over the other look as painted at once: not where outlines show through."""
        return kind == "fill" or colour(self._style.outline_colour).alpha() == 255

    def _paint_letter(self, painter: QPainter, index: int, letter: int, ink: Ink | None) -> None:
        """Paint one letter of a piece, over those before it."""
        runs = self.clusters()[index][letter].colour_runs
        painter.save()
        self._paint_letters(painter, self.pieces[index], self._path_of(index, letter), runs, ink)
        painter.restore()

    def _path_of(self, index: int, letter: int) -> QPainterPath:
        path = self._to_picture.map(self.clusters()[index][letter].path)
        path.setFillRule(self.pieces[index].path.fillRule())
        return path

    def _letters(self, index: int, count: int | None) -> tuple[QPainterPath, ColourRuns]:
        piece = self.pieces[index]
        if count is None:
            return piece.path, piece.runs
        clusters = self.clusters()[index][:count]
        path = QPainterPath()
        for cluster in clusters:
            path.addPath(cluster.path)
        runs = tuple(run for cluster in clusters for run in cluster.colour_runs)
        path = self._to_picture.map(path)
        path.setFillRule(piece.path.fillRule())
        return path, runs
