"""The cue slides up into its place, and out again at its end a little further."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animation import DROP_STEP, OPACITY_STEP, Look, ease_out, entrance, phase, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

NAME = "slide"
ENTRANCE_SECONDS = 0.22
ENTRANCE_FROM = 0.6
EXIT_SECONDS = 0.1


def look(cue: CaptionCue, at: float) -> Look:
    """Move and blend the whole cue at its start; at its end, blend alone."""
    progress = entrance(cue, at, ENTRANCE_SECONDS)
    leaving = phase(cue.end - at, min(EXIT_SECONDS, (cue.end - cue.start) / 4))
    opacity = rounded(min(1.0, 0.2 + 1.6 * progress, 0.1 + leaving), OPACITY_STEP)
    drop = rounded(ENTRANCE_FROM * (1.0 - ease_out(progress)), DROP_STEP)
    return Look(opacity=max(opacity, OPACITY_STEP), drop=drop)
