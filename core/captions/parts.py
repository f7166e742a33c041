"""A look taken apart into pictures to lay over each other, so that a moving word costs no whole cue. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from core.captions.animation import Look


@dataclass(frozen=True)
class Part:
    """What is painted as one picture of a look.

    `kind` says what of it: all; what is around `word`, with that word left out; that with the word's shadow; that
    with its outline too; the word alone; the word without its shadow, and its shadow; what lies behind letters,
    the mark of a word, and the letters, all but those of `word`.
    """

    look: Look
    kind: Literal["whole", "around", "under", "hollow", "word", "risen", "cast", "behind", "mark", "letters"] = (
        "whole"
    )
    word: int = -1


@dataclass(frozen=True)
class Filling:
    """The fill of `word` alone as far as it was said: two pictures that are there, each cut at that place."""

    word: int
    spoken: float


@dataclass(frozen=True)
class Moved:
    """A picture that is there, in another place and fainter: `drop` type sizes below its own, at `opacity`."""

    part: Part
    drop: float
    opacity: float = 1.0


@lru_cache(maxsize=256)
def parts_of(look: Look) -> tuple[Part | Filling | Moved, ...]:
    """Return the pictures of a look, lowest first.

    Three quarters of a render's caption work is turning new pictures into video colours, by the pixel.
    """
    if look.scale != 1.0:
        return (Part(look),)
    if look.opacity < 1.0 or look.drop:
        at_rest = replace(look, opacity=1.0, drop=0.0)
        return (Moved(Part(at_rest), look.drop, look.opacity),)
    if look.marker is not None:
        return _marked(look)
    if look.word is not None:
        # Words that appear are small, and what is around them is there already, also when they have come to rest.
        comes = look.word_opacity < 1.0 or look.shown is not None
        return _around(look, look.word) if comes else _risen(look, look.word)
    if look.shown is not None and look.shown % 1.0:
        return _around(look, int(look.shown))
    if look.spoken:
        word = math.ceil(look.spoken) - 1
        return Part(replace(look, word=None, spoken=float(word)), "hollow", word), Filling(word, look.spoken)
    return (Part(replace(look, word=None)),)


def _marked(look: Look) -> tuple[Part, ...]:
    """Return what glides from word to word apart from what is below and above it, if those rest."""
    is_typing = look.shown is not None and look.shown % 1.0
    if look.is_word_moving or is_typing or look.spoken is not None:
        return (Part(look),)
    resting = replace(look, word=None, marker=None)
    return (
        Part(replace(resting, lit=None), "behind"),
        Part(Look(marker=look.marker), "mark"),
        Part(resting, "letters"),
    )


def _around(look: Look, word: int) -> tuple[Part, ...]:
    """Return two pictures: what rests, which stays the same while the word moves, and the word."""
    return Part(_resting(look, word), "around", word), Part(look, "word", word)


def _risen(look: Look, word: int) -> tuple[Part | Moved, ...]:
    """Return pictures of a word that hops or grows, and of what rests meanwhile: none is new while it hops."""
    resting = _resting(look, word)
    if look.word_scale != 1.0:
        # Its shadow does not grow: nobody sees that.
        return Part(resting, "under", word), Part(look, "risen", word)
    still = Part(replace(look, word_drop=0.0), "risen", word)
    if look.word_drop:
        # Its shadow goes along, behind the letters of the others.
        return (
            Part(replace(resting, lit=None, spoken=None), "behind", word),
            Moved(Part(replace(resting, lit=None, spoken=None), "cast", word), look.word_drop),
            Part(resting, "letters", word),
            Moved(still, look.word_drop),
        )
    return (Part(resting, "under", word), still) if look.lit == word else (Part(replace(look, word=None)),)


def _resting(look: Look, word: int) -> Look:
    """Return a look without what its word does: the same for every instant of the movement."""
    return replace(
        look,
        word=None,
        word_scale=1.0,
        word_drop=0.0,
        word_opacity=1.0,
        lit=None if look.lit == word else look.lit,
        spoken=None if look.spoken is None else min(look.spoken, float(word)),
        shown=None if look.shown is None else float(math.ceil(look.shown)),
    )
