"""The line of text on a card before or after a clip: centred in the safe area, made to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from core.captions.fonts import with_fonts
from core.captions.qt import ensure_gui
from core.captions.raster import Layer, colour, pixel_rect
from core.captions.script import is_unspaced
from core.captions.segmenting import phrases
from core.captions.typeset import REFERENCE_PX, caption_font, set_block

if TYPE_CHECKING:
    from core.captions.place import SafeArea
    from core.schema.style import CardStyle, Style

# Text that would be set much smaller gets another line instead.
MOST_LINES = 4
SMALLEST_SHARE = 0.75


def card_text(style: Style, card: CardStyle, area: SafeArea) -> Layer | None:
    """Return a card's text at its place in the picture, None where it has none; its font is that of captions."""
    text = " ".join(card.text.split())
    if not text:
        return None
    ensure_gui()
    style = with_fonts(style)
    words = [part for word in text.split() for part in (phrases(word) if is_unspaced(word[0]) else [word])]
    font = caption_font(style.captions.font_families, style.captions.font_weight, text)
    size_px = card.size * area.scale
    for max_lines in range(1, MOST_LINES + 1):
        block = set_block(words, font, max_lines, area.room * REFERENCE_PX / size_px)
        ink = QRectF(0, 0, block.width, block.height)
        for piece in block.pieces:
            ink = ink.united(piece.path.boundingRect())
        # Swashes reach beyond their advance; both sides get the room of the wider one, so text stays centred.
        width = block.width + 2 * max(-ink.left(), ink.right() - block.width)
        scale = min(size_px / REFERENCE_PX, area.room / width, (area.bottom - area.top) / block.height)
        if scale >= SMALLEST_SHARE * size_px / REFERENCE_PX:
            break
    left = (area.width - block.width * scale) / 2
    # The middle of the picture, where the safe area leaves it.
    height = block.height * scale
    top = max(area.top, min((area.height - height) / 2, area.bottom - height))
    to_picture = QTransform(scale, 0.0, 0.0, scale, left, top)
    layer = Layer(pixel_rect(to_picture.mapRect(ink).adjusted(-2, -2, 2, 2), area.width, area.height))
    with layer.painting() as painter:
        painter.setTransform(to_picture * painter.transform())
        for piece in block.pieces:
            painter.fillPath(piece.path, colour(card.text_colour))
            for run, place in piece.colour_runs:
                painter.drawGlyphRun(place, run)
    return layer
