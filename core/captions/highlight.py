"""How the word that is being said stands out: the style's, added to the look of any animation. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from core.captions.animation import SCALE_STEP, Look, active_word, ease_out, last_word, phase, rounded

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue
    from core.schema.style import Highlight

GROWN = 1.0 + 7 * SCALE_STEP
GROW_SECONDS = 0.09
SHRINK_SECONDS = 0.07
GLIDE_SECONDS = 0.12
GLIDE_STEP = 1 / 12


def highlighted(look: Look, cue: CaptionCue, at: float, kinds: Sequence[Highlight]) -> Look:
    """Return a look with the spoken word standing out in the given ways.

    Words that are filled as they are said keep their own colours. The mark behind or under a word stays with it
    until the next one is said, and glides there.
    """
    if "colour" in kinds and look.spoken is None:
        look = replace(look, lit=active_word(cue, at))
    if "scale" in kinds:
        look = _scaled(look, cue, at)
    if "box" in kinds or "underline" in kinds:
        look = replace(look, marker=_marker(cue, at))
    return look


def _scaled(look: Look, cue: CaptionCue, at: float) -> Look:
    index = active_word(cue, at)
    if index is None or (look.is_word_moving and look.word != index):
        return look
    word = cue.words[index]
    third = (word.end - word.start) / 3
    grown = ease_out(phase(at - word.start, min(GROW_SECONDS, third)))
    left = phase(word.end - at, min(SHRINK_SECONDS, third))
    scale = rounded(1.0 + (GROWN - 1.0) * min(grown, left), SCALE_STEP)
    if look.is_word_moving:
        # Its entrance or bump comes first; both together would be larger than there is room for.
        scale = max(scale, look.word_scale) if look.word_scale >= 1.0 else look.word_scale
    return replace(look, word=index, word_scale=scale)


def _marker(cue: CaptionCue, at: float) -> float | None:
    index = last_word(cue, at)
    if index < 0:
        return None
    if index == 0:
        return 0.0
    return index - 1 + rounded(ease_out((at - cue.words[index].start) / GLIDE_SECONDS), GLIDE_STEP)
