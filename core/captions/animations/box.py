"""A filled box lies behind the spoken word and glides to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import OPACITY_STEP, SLIDE_STEP, Look, ease_out, last_word, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "box"
GLIDE_SECONDS = 0.12
FADE_SECONDS = 0.08


def look(cue: CaptionCue, at: float) -> Look:
    """Place the box behind the word that started last, on its way from the word before."""
    opacity = min(1.0, rounded((at - cue.start) / FADE_SECONDS + 0.25, OPACITY_STEP))
    index = last_word(cue, at)
    if index < 0:
        return Look(opacity=opacity)
    glide = ease_out((at - cue.words[index].start) / GLIDE_SECONDS) if index else 1.0
    return Look(opacity=opacity, marker=index - 1 + rounded(glide, SLIDE_STEP))
