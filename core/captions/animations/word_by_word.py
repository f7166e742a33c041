"""Words appear one after another as they are said; where they stand is settled from the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import (
    OPACITY_STEP,
    SCALE_STEP,
    Look,
    appearance,
    appeared,
    ease_out,
    phase,
    rounded,
)

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "word_by_word"
ENTRANCE_SECONDS = 0.1
ENTRANCE_FROM = 0.86


def look(cue: CaptionCue, at: float) -> Look:
    """Show the words that appeared, the last of them growing into its place."""
    index = appeared(cue, at)
    if index < 0:
        return Look()
    start = appearance(cue, index)
    after = appearance(cue, index + 1) if index + 1 < len(cue.words) else cue.end
    progress = ease_out(phase(at - start, min(ENTRANCE_SECONDS, (after - start) / 2)))
    return Look(
        shown=index + 1.0,
        word=index,
        word_scale=rounded(ENTRANCE_FROM + (1.0 - ENTRANCE_FROM) * progress, SCALE_STEP),
        word_opacity=rounded(0.25 + 0.75 * progress, OPACITY_STEP),
    )
