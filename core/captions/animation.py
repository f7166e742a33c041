"""The contract of a caption animation: a pure function of a cue and an instant that says how the cue looks then.

Members live in `animations/`. They know of no pixels and no Qt, so any frame can be drawn alone. What they
return is rounded, because equal looks share one painted picture. How the spoken word stands out is no part of
them: that is the style's (`core.captions.highlight`), and goes with any animation.
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
DROP_STEP = 1 / 32
# Words that come one after another are all there for at least this long, or a third of a short cue.
SEEN_WHOLE_SECONDS = 0.3


@dataclass(frozen=True)
class Look:
    """How a cue is drawn at one instant.

    At most one word moves by itself, `word`: the one that started last.

    Attributes:
        opacity: Of everything, 0 to 1.
        scale: Of everything, about the centre of the text.
        drop: How far everything lies below its place, in type sizes; less than 0: above.
        shown: How many words are to be seen, from the first; 2.5: two and the first half of the third, letter by
            letter. None: all.
        word: Index of the word that moves, or None.
        word_scale: Of that word, about its own centre.
        word_drop: How far that word lies below its place, in type sizes.
        word_opacity: Of that word, 0 to 1.
        spoken: How many words are filled with the highlight colour, from the first; 2.5 means two and a half. None
            where words are not filled as they are said.
        lit: Index of the word in the highlight colour, or None.
        marker: Where a box or a line marks the words, as a word index; 1.5 means half-way from word 1 to word 2.
    """

    opacity: float = 1.0
    scale: float = 1.0
    drop: float = 0.0
    shown: float | None = None
    word: int | None = None
    word_scale: float = 1.0
    word_drop: float = 0.0
    word_opacity: float = 1.0
    spoken: float | None = None
    lit: int | None = None
    marker: float | None = None

    @property
    def is_word_moving(self) -> bool:
        """Whether a word looks otherwise than at rest."""
        return self.word is not None and (self.word_scale, self.word_drop, self.word_opacity) != (1.0, 0.0, 1.0)


class Animation(Protocol):
    """A member: a module with a name and a `look`."""

    NAME: str

    def look(self, cue: CaptionCue, at: float) -> Look:
        """Return how the cue looks at clip second `at`, which lies in [cue.start, cue.end)."""


def active_word(cue: CaptionCue, at: float) -> int | None:
    """Return the index of the word that is spoken at `at`, or None between words."""
    index = last_word(cue, at)
    return index if index >= 0 and at < cue.words[index].end else None


def last_word(cue: CaptionCue, at: float) -> int:
    """Return the index of the word that started last, or -1 before the first."""
    return bisect_right(cue.words, at, key=lambda word: word.start) - 1


def appearance(cue: CaptionCue, index: int) -> float:
    """Return when a word of a cue appears whose words come as they are said.

    The first comes with the cue, and the last is there a moment before the cue goes, however late it is said.
    """
    if index == 0:
        return cue.start
    latest = cue.end - min(SEEN_WHOLE_SECONDS, (cue.end - cue.start) / 3)
    return max(cue.start, min(cue.words[index].start, latest))


def appeared(cue: CaptionCue, at: float) -> int:
    """Return the index of the word that appeared last (`appearance`), -1 where the cue has no words."""
    places = range(len(cue.words))
    return bisect_right(places, at, key=lambda index: appearance(cue, index)) - 1


def turn_of(cue: CaptionCue, index: int, longest: float) -> float:
    """Return how many seconds a word may move before the next word or the end, at most `longest`."""
    after = cue.words[index + 1].start if index + 1 < len(cue.words) else cue.end
    return min(longest, max(0.0, after - cue.words[index].start))


def phase(since: float, seconds: float) -> float:
    """Return how much of a movement is done, 0 to 1; one that takes no time is done."""
    return min(max(since / seconds, 0.0), 1.0) if seconds > 0 else 1.0


def entrance(cue: CaptionCue, at: float, seconds: float) -> float:
    """Return how much of a cue's entrance is done, 0 to 1; it takes at most a third of a short cue."""
    return phase(at - cue.start, min(seconds, (cue.end - cue.start) / 3))


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


def hop(progress: float) -> float:
    """Return how high a hop is, 0 to 1, with a small second one behind it; 0 at both ends."""
    first = 0.7
    if not 0.0 < progress < 1.0:
        return 0.0
    if progress < first:
        return math.sin(math.pi * progress / first)
    return 0.22 * math.sin(math.pi * (progress - first) / (1.0 - first))
