"""No motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import Look

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "none"


def look(cue: CaptionCue, at: float) -> Look:
    """Leave everything at rest."""
    return Look()
