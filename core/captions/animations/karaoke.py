"""The highlight colour runs through the words as they are spoken, and stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import FILL_STEP, Look, last_word, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "karaoke"


def look(cue: CaptionCue, at: float) -> Look:
    """Fill every word that was said, and the current one as far as it got."""
    index = last_word(cue, at)
    if index < 0:
        return Look()
    word = cue.words[index]
    duration = word.end - word.start
    progress = min((at - word.start) / duration, 1.0) if duration > 0 else 1.0
    return Look(spoken=index + rounded(progress, FILL_STEP))
