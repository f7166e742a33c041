"""The contract of a caption animation: a pure function of a cue and an instant that says how the cue looks then.

Members live in `animations/`. They know of no pixels and no Qt, so any frame can be drawn alone. What they
return is rounded, because equal looks share one painted picture.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from core.schema.caption import CaptionCue

SCALE_STEP = 1 / 64
OPACITY_STEP = 1 / 16
FILL_STEP = 1 / 24
SLIDE_STEP = 1 / 12


@dataclass(frozen=True)
class Look:
    """How a cue is drawn at one instant.

    Attributes:
        opacity: Of everything, 0 to 1.
        scale: Of everything, about the centre of the text.
        active: Index of the word in the highlight colour, or None.
        active_scale: Of the active word alone, about its own centre.
        spoken: How many words are filled with the highlight colour, from the first; 2.5 means two and a half.
        marker: Where a box lies behind the words, as a word index; 1.5 means half-way from word 1 to word 2.
    """

    opacity: float = 1.0
    scale: float = 1.0
    active: int | None = None
    active_scale: float = 1.0
    spoken: float = 0.0
    marker: float | None = None


@dataclass(frozen=True)
class Part:
    """What is painted as one picture of a look: all words, all but one, or one alone.

    The word `absent` is left out, of the word `hollow` only the outline is painted; `only` paints no other.
    """

    look: Look
    absent: int | None = None
    hollow: int | None = None
    only: int | None = None


def parts_of(look: Look) -> tuple[Part, ...]:
    """Return a look as pictures to lay over each other, so that a moving word does not cost a whole cue.

    Three quarters of a render's caption work is turning new pictures into video colours, by the pixel.
    """
    if look.scale != 1.0 or look.opacity < 1.0 or look.marker is not None:
        return (Part(look),)
    if look.active is not None and look.active_scale > 1.0:
        resting = Look(active=look.active, active_scale=look.active_scale)
        return Part(Look(), absent=look.active), Part(resting, only=look.active)
    if look.spoken > 0.0:
        current = math.ceil(look.spoken) - 1
        return Part(Look(spoken=float(current)), hollow=current), Part(look, only=current)
    return (Part(look),)


class Animation(Protocol):
    """A member: a module with a name and a `look`."""

    NAME: str

    def look(self, cue: CaptionCue, at: float) -> Look:
        """Return how the cue looks at clip second `at`, which lies in [cue.start, cue.end)."""


def active_word(cue: CaptionCue, at: float) -> int | None:
    """Return the index of the word that is spoken at `at`, or None between words."""
    index = bisect_right(cue.words, at, key=lambda word: word.start) - 1
    return index if index >= 0 and at < cue.words[index].end else None


def last_word(cue: CaptionCue, at: float) -> int:
    """Return the index of the word that started last, or -1 before the first."""
    return bisect_right(cue.words, at, key=lambda word: word.start) - 1


def rounded(value: float, step: float) -> float:
    """Return the multiple of `step` next to the value."""
    return round(value / step) * step


def ease_out(progress: float) -> float:
    """Return a cubic ease from 0 to 1 that starts fast and settles softly."""
    left = 1.0 - min(max(progress, 0.0), 1.0)
    return 1.0 - left * left * left


def overshoot(progress: float, amount: float = 1.2) -> float:
    """Return an ease from 0 to 1 that passes 1 and comes back (Penner's "back", milder)."""
    left = min(max(progress, 0.0), 1.0) - 1.0
    return 1.0 + (amount + 1.0) * left**3 + amount * left**2
