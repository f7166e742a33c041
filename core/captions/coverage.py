"""Which letters no font of this machine can draw: they come out as boxes, and the user must know."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextLayout

from core.captions.capitals import capitals, is_turkic
from core.captions.fonts import with_fonts
from core.captions.qt import ensure_gui
from core.captions.typeset import caption_font
from core.schema.choice import Choice

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue, Overlay
    from core.schema.style import Style

_MOST_NAMED = 12
# Fonts to install, by the first word of a letter's Unicode name.
_FONTS = {
    "HIRAGANA": "Noto Sans CJK",
    "KATAKANA": "Noto Sans CJK",
    "CJK": "Noto Sans CJK",
    "HANGUL": "Noto Sans CJK",
    "ARABIC": "Noto Sans Arabic",
    "HEBREW": "Noto Sans Hebrew",
    "THAI": "Noto Sans Thai",
    "DEVANAGARI": "Noto Sans Devanagari",
    "BENGALI": "Noto Sans Bengali",
    "TAMIL": "Noto Sans Tamil",
}


def check_fonts(style: Style, cues: Sequence[CaptionCue], overlays: Sequence[Overlay]) -> Choice | None:
    """Return what can't be drawn of a clip's captions and hook, or None where everything can."""
    texts = [word.text for cue in cues for word in cue.words] if style.captions.is_shown else []
    if style.captions.uppercase:
        turkic = is_turkic(texts)
        texts = [capitals(text, turkic) for text in texts]
    style = with_fonts(style)
    if style.hook.is_shown:
        texts += [overlay.text for overlay in overlays if overlay.kind == "hook"]
    if style.lower_third.is_shown:
        texts += [overlay.text for overlay in overlays if overlay.kind == "lower_third"]
    texts += [card.text for card in (style.intro, style.outro) if card.seconds > 0.0]
    missing = missing_letters(" ".join(texts), style.captions.font_families, style.captions.font_weight)
    if not missing:
        return None
    shown = "".join(missing[:_MOST_NAMED]) + ("…" if len(missing) > _MOST_NAMED else "")
    known = {_FONTS.get(unicodedata.name(letter, "").split(" ")[0].split("-")[0], "") for letter in missing}
    fonts = " and ".join(sorted(known - {""}))
    remedy = (
        f"Install {fonts} and render it again." if fonts else "Install a font that has them, and render again."
    )
    return Choice(
        subject="captions",
        chosen=f"boxes for {len(missing)} letter{'s' if len(missing) > 1 else ''}: {shown}",
        reason=f"No font on this computer has them. {remedy}",
        degraded=True,
    )


def missing_letters(text: str, families: Sequence[str], weight: int) -> list[str]:
    """Return the letters of a text that no installed font has, each once, in order."""
    if not text.strip():
        return []
    ensure_gui()
    font = caption_font(families, weight, text)
    if not _has_box(text, font):
        return []
    letters = dict.fromkeys(letter for letter in text if _is_visible(letter))
    return [letter for letter in letters if _has_box(letter, font)]


def _is_visible(letter: str) -> bool:
    """Whether a letter stands for itself: marks, joiners and selectors are drawn with their neighbours."""
    category = unicodedata.category(letter)
    return not letter.isspace() and category[0] != "M" and category not in ("Cc", "Cf")


def _has_box(text: str, font: QFont) -> bool:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    # For some scripts Qt takes a face of nothing but boxes, which has no tables.
    return any(0 in run.glyphIndexes() or not run.rawFont().fontTable("head").size() for run in layout.glyphRuns())
