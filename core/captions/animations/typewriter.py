"""Letters appear one after another while their word is said; where they stand is settled from the start."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core.captions.animation import Look, appearance, appeared, phase

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "typewriter"
LETTER_SECONDS = 0.05


def look(cue: CaptionCue, at: float) -> Look:
    """Show the words that appeared, and of the last as many letters as there was time for.

    Code points are counted; what is drawn keeps letters whole that are made of several.
    """
    index = appeared(cue, at)
    if index < 0:
        return Look()
    start = appearance(cue, index)
    after = appearance(cue, index + 1) if index + 1 < len(cue.words) else cue.end
    letters = max(len(cue.words[index].text), 1)
    # The last word is typed in half the time that is left, so that it can be read.
    room = (after - start) * (0.5 if index + 1 == len(cue.words) else 0.9)
    typed = phase(at - start, min(LETTER_SECONDS * (letters - 1), room))
    count = 1 + math.floor(typed * (letters - 1) + 1e-6)
    return Look(shown=index + count / letters)
