"""What a check of a style against its brand's rules found."""

from typing import Literal

from core.schema.record import Record

Rule = Literal["fonts", "colours", "logo", "words", "contrast", "zone"]


class Finding(Record):
    """One rule that is kept or broken: what was found, where, and what to do.

    A place in a clip is told by `clip_id` and `at`, in clip seconds; rules of the style itself have none.
    """

    rule: Rule
    is_kept: bool
    what: str
    where: str = ""
    remedy: str = ""
    clip_id: str = ""
    at: float = 0.0


class SaidText(Record):
    """Text that stands over a clip, or is spoken in it: words with their clip seconds.

    `place` tells where, as in "captions" or "title".
    """

    clip_id: str
    title: str
    place: str
    words: tuple[tuple[str, float], ...]


class Reading(Record):
    """How well text stands out at one instant: the WCAG contrast of its letters against what is around them.

    `is_inside` tells whether all of it lies within the safe zone.
    """

    clip_id: str
    title: str
    aspect: str
    at: float
    what: str
    contrast: float
    is_inside: bool = True
