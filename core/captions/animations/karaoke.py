"""The highlight colour runs through the words as they are spoken, and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import FILL_STEP, Look, last_word, phase, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "karaoke"


def look(cue: CaptionCue, at: float) -> Look:
    """Fill every word that was said, and the current one as far as it got."""
    index = last_word(cue, at)
    if index < 0:
        return Look(spoken=0.0)
    word = cue.words[index]
    progress = phase(at - word.start, word.end - word.start)
    return Look(spoken=index + rounded(progress, FILL_STEP))
