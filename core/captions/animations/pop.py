"""The cue springs in; each word that is spoken takes the highlight colour and bumps once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.captions.animation import SCALE_STEP, Look, active_word, overshoot, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "pop"
ENTRANCE_SECONDS = 0.14
ENTRANCE_FROM = 0.82
BUMP_SECONDS = 0.16
BUMP_HEIGHT = 0.09


def look(cue: CaptionCue, at: float) -> Look:
    """Scale the whole cue during its first instants, later only the word that begins."""
    since_start = at - cue.start
    index = active_word(cue, at)
    if since_start < ENTRANCE_SECONDS:
        spring = overshoot(since_start / ENTRANCE_SECONDS, amount=1.8)
        return Look(active=index, scale=rounded(ENTRANCE_FROM + (1.0 - ENTRANCE_FROM) * spring, SCALE_STEP))
    bump = 0.0
    # The first word came with the entrance; a second jolt right after it would look nervous.
    if index:
        phase = (at - cue.words[index].start) / BUMP_SECONDS
        bump = BUMP_HEIGHT * math.sin(math.pi * phase) if 0.0 <= phase < 1.0 else 0.0
    return Look(active=index, active_scale=rounded(1.0 + bump, SCALE_STEP))
