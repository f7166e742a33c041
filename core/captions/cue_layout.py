"""Where one cue stands in one picture: shaped, broken into lines, fitted into the safe area, clear of all else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from core.captions.highlight import GROWN
from core.captions.lettering import Piece, place_pieces
from core.captions.occupied import GAP, Box, free_top, tallest_room
from core.captions.raster import colour
from core.captions.typeset import REFERENCE_PX, Block, caption_font, set_block

if TYPE_CHECKING:
    from core.captions.place import SafeArea
    from core.schema.style import CaptionStyle

# A bump grows a word by at most this share of the type size on each side, so long words stay in the picture.
MOST_GROWTH = max(0.09, GROWN - 1.0)
# The mark behind a word reaches beyond it by this share of the type size.
MARKER_PADDING = 0.14
# What outlines add between words at most, as a share of the type size.
MOST_WORD_SPACING = 0.15
# The whole cue may overshoot by this much when it springs in.
OVERSHOOT_ROOM = 0.97


@dataclass(frozen=True)
class CueLayout:
    """A cue in picture pixels. `text` is what the lines cover, `reach` what may lie beyond it on each side."""

    to_picture: QTransform
    pieces: tuple[Piece, ...]
    text: QRectF
    size_px: float
    reach: float

    @property
    def room(self) -> QRectF:
        """What is kept free of all else for it: the text with what may lie beyond it, however it moves."""
        down = self.reach + (1 - OVERSHOOT_ROOM) * self.text.height()
        return self.text.adjusted(-self.reach, -down, self.reach, down)


def lay_out(
    style: CaptionStyle,
    area: SafeArea,
    texts: Sequence[str],
    taken: Sequence[Box],
    by_letter: bool = False,
) -> CueLayout:
    """Return the layout of words.

    Args:
        style: How captions look.
        area: The picture, and where text may lie in it.
        texts: At least one, none empty, capitals as they are painted.
        taken: What lies there already; the cue moves up or down, or gets smaller, rather than cover it.
        by_letter: Whether pieces are also wanted letter by letter, which takes some milliseconds.
    """
    font = caption_font(style.font_families, style.font_weight, " ".join(texts), style.letter_spacing)
    # Outlines eat into the space between words from both sides; half of that is given back.
    font.setWordSpacing(min(MOST_WORD_SPACING, style.outline / style.size) * REFERENCE_PX)
    wanted_px = style.size * area.scale
    room = max(1.0, (area.room - 2 * _reach(style, area, wanted_px)) * OVERSHOOT_ROOM)
    block = set_block(texts, font, style.max_lines, room * REFERENCE_PX / wanted_px, by_letter)
    gap = GAP * area.scale
    height_room = tallest_room(area.top, area.bottom, taken, gap) - 2 * _reach(style, area, wanted_px)
    inked = _inked_width(block)
    # With what it may overshoot above and below, it must fit between what lies there already.
    height_room = max(1.0, height_room / (1 + 2 * (1 - OVERSHOOT_ROOM)))
    scale = min(wanted_px / REFERENCE_PX, room / inked, height_room / block.height)
    size_px = scale * REFERENCE_PX
    reach = _reach(style, area, size_px)
    height = block.height * scale
    half = inked * scale / 2 + reach
    top = _top(style, area, height, half, reach + (1 - OVERSHOOT_ROOM) * height, taken)
    left = (area.width - block.width * scale) / 2
    to_picture = QTransform(scale, 0.0, 0.0, scale, left, top)
    text = to_picture.mapRect(QRectF(0.0, 0.0, block.width, block.height))
    return CueLayout(to_picture, tuple(place_pieces(block, to_picture)), text, size_px, reach)


def _reach(style: CaptionStyle, area: SafeArea, size_px: float) -> float:
    """Return what may lie beyond the letters on each side: box, outline, growing words, marks, shadow."""
    outline = style.outline * area.scale
    around = outline + MOST_GROWTH * size_px
    if style.box_colour:
        around = max(around, style.box_padding * area.scale)
    if "box" in style.highlight:
        around = max(around, MARKER_PADDING * size_px)
    has_shadow = colour(style.shadow_colour).alpha() > 0
    return max(around, outline + style.shadow_offset * area.scale if has_shadow else 0.0)


def _inked_width(block: Block) -> float:
    """Return the width of a block with swashes, which reach beyond their advance.

    Both sides get the room of the wider one, so text stays centred.
    """
    ink = QRectF(0, 0, block.width, block.height)
    for piece in block.pieces:
        ink = ink.united(piece.path.boundingRect())
    return block.width + 2 * max(-ink.left(), ink.right() - block.width)


def _top(
    style: CaptionStyle, area: SafeArea, height: float, half: float, margin: float, taken: Sequence[Box]
) -> float:
    """Return the top of text of that height, with a margin around, that is `half` as wide as given."""
    top, middle = area.centre_y(style.position) - height / 2, area.width / 2
    whole = Box(middle - half, top - margin, middle + half, top + height + margin)
    clear = free_top(whole, area.top, area.bottom, taken, GAP * area.scale)
    if clear is not None:
        top = clear + margin
    return max(area.top + margin, min(top, area.bottom - margin - height))
