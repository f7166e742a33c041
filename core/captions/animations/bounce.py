"""The cue drops into its place; each word that is spoken hops, and lands with a small second hop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import (
    DROP_STEP,
    OPACITY_STEP,
    Look,
    entrance,
    hop,
    last_word,
    overshoot,
    phase,
    rounded,
    turn_of,
)

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "bounce"
ENTRANCE_SECONDS = 0.2
ENTRANCE_FROM = -0.4
HOP_SECONDS = 0.3
HOP_HEIGHT = 0.2


def look(cue: CaptionCue, at: float) -> Look:
    """Move the whole cue during its first instants, later only the word that begins."""
    progress = entrance(cue, at, ENTRANCE_SECONDS)
    if progress < 1.0:
        drop = rounded(ENTRANCE_FROM * (1.0 - overshoot(progress, amount=2.2)), DROP_STEP)
        return Look(drop=drop, opacity=min(1.0, rounded(0.25 + 1.5 * progress, OPACITY_STEP)))
    index = last_word(cue, at)
    # The first word came down with the others.
    if index < 1:
        return Look()
    height = hop(phase(at - cue.words[index].start, turn_of(cue, index, HOP_SECONDS)))
    return Look(word=index, word_drop=rounded(-HOP_HEIGHT * height, DROP_STEP) + 0.0)
