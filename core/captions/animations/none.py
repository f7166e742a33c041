"""No motion: the spoken word takes the highlight colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import Look, active_word

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "none"


def look(cue: CaptionCue, at: float) -> Look:
    """Highlight the spoken word."""
    return Look(active=active_word(cue, at))
