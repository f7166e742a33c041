"""The words of a cue as a look wants them: which letters are seen, in which ink, laid down from their layers."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from core.captions.inks import Ink, Inks

if TYPE_CHECKING:
    from core.captions.animation import Look
    from core.captions.lettering import Lettering
    from core.captions.raster import Layer
    from core.captions.typeset import Cluster
    from core.schema.caption import CueWord

# From where to where along a line, pixels.
Span = tuple[float, float]
# How many letters are seen of each piece that is seen, None for all of them.
Seen = Mapping[int, int | None]


class Written:
    """Lays words on a painter in picture pixels.

    Args:
        letters: Their layers.
        inks: Their colours.
        words: What the pieces belong to.
        clusters: Gives the letters of each piece as they are read.
    """

    def __init__(
        self,
        letters: Lettering,
        inks: Inks,
        words: Sequence[CueWord],
        clusters: Callable[[], Sequence[tuple[Cluster, ...]]],
    ) -> None:
        self.letters = letters
        self.pieces = letters.pieces
        self._inks = inks
        self._words = words
        self._clusters = clusters

    def seen(self, look: Look, absent: int | None = None) -> dict[int, int | None]:
        """Return the pieces of which a look shows anything, but for a word."""
        counts = {
            index: self.count(index, look) for index, piece in enumerate(self.pieces) if piece.word != absent
        }
        return {index: count for index, count in counts.items() if count != 0}

    def count(self, index: int, look: Look) -> int | None:
        """Return how many letters of a piece are seen, None for all of them."""
        if look.shown is None:
            return None
        share = self.share(index, look.shown)
        if share >= 1.0:
            return None
        # Whatever has begun to appear shows its first letter.
        return max(1, math.floor(share * len(self._clusters()[index]) + 1e-6)) if share > 0.0 else 0

    def share(self, index: int, words: float) -> float:
        """Return how much of a piece lies before a place in the text, counted in words."""
        piece = self.pieces[index]
        first, last = piece.share
        return min(max((words - piece.word - first) / (last - first), 0.0), 1.0)

    def spoken(self, index: int, look: Look) -> float:
        """Return how much of a piece is filled because it was said."""
        return 0.0 if look.spoken is None else self.share(index, look.spoken)

    def paint_shadows(self, painter: QPainter, seen: Seen) -> None:
        """Paint the shadows of pieces."""
        for index, count in seen.items():
            shadow = self.letters.shadow(index, count)
            if shadow is not None:
                shadow.drawn_on(painter)

    def paint_outlines(self, painter: QPainter, seen: Seen) -> None:
        """Paint the outlines of pieces."""
        for index, count in seen.items():
            outline = self.letters.outline(index, count)
            if outline is not None:
                outline.drawn_on(painter)

    def paint_fill(self, painter: QPainter, index: int, look: Look, count: int | None = None) -> None:
        """Paint the letters of a piece in the ink that a look gives them."""
        spoken = self.spoken(index, look)
        if self.pieces[index].word == look.lit or spoken >= 1.0:
            self.letters.fill(index, self._inks.highlighted, count).drawn_on(painter)
        elif spoken <= 0.0:
            self.letters.fill(index, self._plain(index), count).drawn_on(painter)
        else:
            self._paint_part_spoken(painter, index, spoken)

    def filled(self, index: int, is_said: bool) -> Layer:
        """Return the letters of a piece, in the ink of what was said or in their own."""
        return self.letters.fill(index, self._inks.highlighted if is_said else self._plain(index))

    def parted(self, index: int, share: float) -> tuple[Span, Span]:
        """Return where on its line a piece was said, and where not yet, if so much of it was said.

        A right-to-left piece begins at its right edge. Letters reach a little beyond their piece at both ends.
        """
        piece = self.pieces[index]
        edge = piece.rect.left() + piece.rect.width() * (1.0 - share if piece.is_right_to_left else share)
        left, right = (piece.ink.left() - 2.0, edge), (edge, piece.ink.right() + 2.0)
        return (right, left) if piece.is_right_to_left else (left, right)

    def paint_plain(self, painter: QPainter, seen: Seen) -> None:
        """Paint the letters of pieces in their own inks."""
        for index, count in seen.items():
            self.letters.fill(index, self._plain(index), count).drawn_on(painter)

    def _plain(self, index: int) -> Ink:
        is_emphasised = self._words[self.pieces[index].word].is_emphasised
        return self._inks.emphasised if is_emphasised else self._inks.plain

    def _paint_part_spoken(self, painter: QPainter, index: int, spoken: float) -> None:
        """Paint a piece whose beginning is highlighted."""
        ink = self.pieces[index].ink
        for is_said, (left, right) in zip((True, False), self.parted(index, spoken), strict=True):
            painter.save()
            painter.setClipRect(QRectF(left, ink.top() - 2.0, right - left, ink.height() + 4.0))
            self.filled(index, is_said).drawn_on(painter)
            painter.restore()
