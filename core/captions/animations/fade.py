"""The cue fades in and out quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import OPACITY_STEP, Look, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "fade"
FADE_SECONDS = 0.14


def look(cue: CaptionCue, at: float) -> Look:
    """Blend at both ends, never so long that a short cue stays faint."""
    fade = min(FADE_SECONDS, (cue.end - cue.start) / 4)
    nearest = min(at - cue.start, cue.end - at)
    opacity = min(1.0, rounded(nearest / fade, OPACITY_STEP)) if fade > 0 else 1.0
    return Look(opacity=max(OPACITY_STEP, opacity))
