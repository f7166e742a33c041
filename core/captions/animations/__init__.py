"""The caption animations, in the order a list shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.captions.animations import (
    bounce,
    fade,
    karaoke,
    none,
    pop,
    slide,
    typewriter,
    word_by_word,
)

if TYPE_CHECKING:
    from core.captions.animation import Animation

ANIMATIONS: tuple[Animation, ...] = (pop, karaoke, word_by_word, bounce, slide, typewriter, fade, none)


def animation_named(name: str) -> Animation | None:
    """Return the animation of that name, or None."""
    return next((animation for animation in ANIMATIONS if name == animation.NAME), None)
