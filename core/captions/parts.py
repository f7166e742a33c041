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

    `kind` says what of it: all; what is around `word`, with that word left out; that with the word's outline; the
    word alone; what lies behind the mark of a word, the mark, and the letters over it.
    """

    look: Look
    kind: Literal["whole", "around", "hollow", "word", "behind", "mark", "letters"] = "whole"
    word: int = -1


@dataclass(frozen=True)
class Filling:
    """The fill of `word` alone as far as it was said: two pictures that are there, each cut at that place."""

    word: int
    spoken: float


@lru_cache(maxsize=256)
def parts_of(look: Look) -> tuple[Part | Filling, ...]:
    """Return the pictures of a look, lowest first.

    Three quarters of a render's caption work is turning new pictures into video colours, by the pixel.
    """
    if look.scale != 1.0 or look.opacity < 1.0 or look.drop:
        return (Part(look),)
    if look.marker is not None:
        return _marked(look)
    if look.word is not None:
        # Also while the word rests: what is around it is there already, and the word is small.
        return _around(look, look.word)
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
    resting = replace(look, word=None, word_scale=1.0, word_drop=0.0, word_opacity=1.0)
    lit = None if look.lit == word else look.lit
    spoken = None if look.spoken is None else min(look.spoken, float(word))
    shown = None if look.shown is None else float(math.ceil(look.shown))
    return Part(replace(resting, lit=lit, spoken=spoken, shown=shown), "around", word), Part(look, "word", word)
