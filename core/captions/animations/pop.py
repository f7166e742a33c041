"""The cue springs in; each word that is spoken bumps once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.captions.animation import (
    SCALE_STEP,
    Look,
    entrance,
    last_word,
    overshoot,
    phase,
    rounded,
    turn_of,
)

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "pop"
ENTRANCE_SECONDS = 0.14
ENTRANCE_FROM = 0.82
BUMP_SECONDS = 0.16
BUMP_HEIGHT = 0.09
# Nobody sees such steps in a sixth of a second, and pictures of a word that grows serve when it shrinks.
BUMP_STEP = 1 / 32


def look(cue: CaptionCue, at: float) -> Look:
    """Scale the whole cue during its first instants, later only the word that begins."""
    progress = entrance(cue, at, ENTRANCE_SECONDS)
    if progress < 1.0:
        spring = overshoot(progress, amount=1.8)
        return Look(scale=rounded(ENTRANCE_FROM + (1.0 - ENTRANCE_FROM) * spring, SCALE_STEP))
    index = last_word(cue, at)
    # The first word came with the entrance; a second jolt right after it would look nervous.
    if index < 1:
        return Look()
    bump = math.sin(math.pi * phase(at - cue.words[index].start, turn_of(cue, index, BUMP_SECONDS)))
    return Look(word=index, word_scale=rounded(1.0 + BUMP_HEIGHT * bump, BUMP_STEP))
