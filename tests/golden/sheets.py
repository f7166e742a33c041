"""Sheets of small pictures: what a style or an animation paints for texts of all kinds, in each aspect."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QTextLayout

from core.captions.overlay import OverlayPainter
from core.captions.typeset import caption_font
from core.schema.caption import CaptionCue, CueWord, Overlay
from core.schema.choice import Aspect
from core.schema.style import Style

Picture = NDArray[np.uint8]

TEXTS = {
    "english": "Every single customer stayed.",
    "german": "Geschwindigkeitsbegrenzung Rindfleischetikettierung",
    "arabic": "مرحبا بكم في 2024 عالم",
    "hebrew": "בשנת 2024 הרווחנו כפול",
    "japanese": "今日は とても いい 天気です",
    "hindi": "क्षत्रिय हिन्दी नमस्ते श्रृंखला",
    "emoji": "wow 👨‍👩‍👧 🇩🇪 👍🏽 3️⃣",
    "long": "Supercalifragilisticexpialidociousnessss",
    "caps": "THIS CHANGED EVERYTHING",
    "empty": "",
}
# Texts in Latin letters are in bundled fonts; the others in those of the machine.
BUNDLED = ("english", "german", "long", "caps", "empty")
SIZES: dict[Aspect, tuple[int, int]] = {
    "9:16": (184, 328),
    "4:5": (208, 260),
    "1:1": (228, 228),
    "16:9": (328, 184),
}
# The ground behind captions, from the top of a picture to its foot.
SHADES = (215, 40)
WORD_SECONDS = 0.4


@dataclass(frozen=True)
class Tile:
    """One picture of a sheet: a text in an aspect, and the seconds after its start at which it is seen."""

    text: str
    aspect: Aspect
    after: float


def cue_of(text: str) -> CaptionCue:
    """Return the text as a cue from second 1 on, its second word emphasised."""
    words = tuple(
        CueWord(text=word, start=1 + WORD_SECONDS * i, end=1 + WORD_SECONDS * (i + 1), is_emphasised=i == 1)
        for i, word in enumerate(text.split())
    )
    return CaptionCue(start=1.0, end=1.2 + WORD_SECONDS * max(len(words), 1), words=words, speaker_number=0)


class Tiles:
    """Paints tiles of a style, over a ramp from light to dark."""

    def __init__(self, style: Style, with_title: bool) -> None:
        self._style = style
        self._overlays = [
            Overlay(kind="hook", start=0.0, end=9.0, text="The rule that saved us"),
            Overlay(kind="progress_bar", start=0.0, end=5.0),
        ] * with_title
        self._painters: dict[tuple[str, Aspect], OverlayPainter] = {}

    def picture(self, tile: Tile) -> Picture:
        """Return a tile, RGB."""
        width, height = SIZES[tile.aspect]
        cue = cue_of(TEXTS[tile.text])
        key = tile.text, tile.aspect
        if key not in self._painters:
            look = self._style.in_aspect(tile.aspect)
            self._painters[key] = OverlayPainter(look, width, height, [cue], self._overlays, 5.0)
        shade = np.linspace(*SHADES, height, dtype=np.float32)[:, None, None]
        frame = np.broadcast_to(shade, (height, width, 3)).copy()
        for patch in self._painters[key].patches(cue.start + tile.after):
            rows = slice(patch.y, patch.y + patch.rgba.shape[0])
            columns = slice(patch.x, patch.x + patch.rgba.shape[1])
            frame[rows, columns] *= 1.0 - patch.rgba[..., 3:] / 255.0
            frame[rows, columns] += patch.rgba[..., :3]
        return np.rint(frame.clip(0, 255)).astype(np.uint8)


def sheet(pictures: list[Picture], per_row: int) -> Picture:
    """Return pictures of one size in rows."""
    height, width = pictures[0].shape[:2]
    rows = -(-len(pictures) // per_row)
    whole = np.zeros((rows * height, per_row * width, 3), np.uint8)
    for number, picture in enumerate(pictures):
        top, left = number // per_row * height, number % per_row * width
        whole[top : top + height, left : left + width] = picture
    return whole


def cells(whole: Picture, count: int, per_row: int, size: tuple[int, int]) -> list[Picture]:
    """Return the pictures of a sheet."""
    width, height = size
    return [
        whole[n // per_row * height : (n // per_row + 1) * height, n % per_row * width : (n % per_row + 1) * width]
        for n in range(count)
    ]


def fonts_digest(style: Style, text: str) -> str:
    """Return what tells the faces that a text is drawn with from others, though they have the same names."""
    look = style.captions
    shown = TEXTS[text]
    layout = QTextLayout(shown, caption_font(look.font_families, look.font_weight, shown))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    # The head table holds a checksum over the whole font.
    faces = {bytes(run.rawFont().fontTable("head").data()) for run in layout.glyphRuns()}
    return sha256(b"".join(sorted(faces))).hexdigest()[:16]
