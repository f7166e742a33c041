"""Words in a picture, each painted once as shadow, outline and fill: layers that looks are put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from core.captions.raster import SHARP_PX, Layer, colour, outline_pen, paint_soft_shadow, pixel_rect

if TYPE_CHECKING:
    from core.captions.inks import Ink
    from core.captions.place import SafeArea
    from core.captions.typeset import Block, Cluster, ColourRuns, PieceShape
    from core.schema.style import CaptionStyle


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
            return self._painted(kind, index, count, ink)
        if key not in self._layers:
            self._layers[key] = self._painted(kind, index, count, ink)
        return self._layers[key]

    def _painted(self, kind: str, index: int, count: int | None, ink: Ink | None) -> Layer:
        piece = self.pieces[index]
        path, runs = self._letters(index, count)
        reach = self.outline_px + 1.0 + (self.shadow_reach_px if kind == "shadow" else 0.0)
        extent = piece.ink.adjusted(-reach, -reach, reach, reach)
        layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
        with layer.painting() as painter:
            if kind == "shadow":
                self._paint_shadow(painter, index, count, path)
            elif count is not None and self._adds_up(kind):
                for letter in range(count):
                    self._letter(kind, index, letter, ink).drawn_on(painter)
            else:
                self._paint_letters(painter, piece, path, runs, ink)
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

    def _letter(self, kind: str, index: int, letter: int, ink: Ink | None) -> Layer:
        """Return one letter of a piece, which is asked for again with each letter that appears after it."""
        key = (kind, index, "letter", letter, ink)
        if key not in self._layers:
            piece, cluster = self.pieces[index], self.clusters()[index][letter]
            path = self._to_picture.map(cluster.path)
            path.setFillRule(piece.path.fillRule())
            reach = self.outline_px + 1.0
            extent = path.boundingRect().adjusted(-reach, -reach, reach, reach)
            if cluster.colour_runs:
                extent = extent.united(piece.ink)
            layer = Layer(pixel_rect(extent, self._area.width, self._area.height))
            with layer.painting() as painter:
                self._paint_letters(painter, piece, path, cluster.colour_runs, ink)
            self._layers[key] = layer
        return self._layers[key]

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
