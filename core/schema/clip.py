"""A clip: what the user made of a candidate. Only the user (through `core.editing`) changes it."""

from __future__ import annotations

from typing import Literal

from core.schema.audio import SoundWishes
from core.schema.choice import Aspect
from core.schema.plan import Axis, AxisScore
from core.schema.record import Record
from core.schema.time import Cut

Decision = Literal["undecided", "approved", "rejected", "maybe"]
DECISIONS: tuple[Decision, ...] = ("undecided", "approved", "rejected", "maybe")


class Wording(Record):
    """What a clip says on screen beyond its transcript; `masks_profanity` stars swear words, as in "f***".

    `stressed` are the words that captions emphasise; none lets the machine choose.
    """

    title: str = ""
    hook: str = ""
    masks_profanity: bool = False
    stressed: tuple[str, ...] = ()

    def identity(self) -> str:
        """Return what changes the work; as it was before words could be chosen, where none are."""
        return self.model_dump_json(exclude=None if self.stressed else {"stressed"})


class Post(Record):
    """What is written beside a clip where it is posted; what is empty, the machine writes when it is asked for.

    `hashtags` begin with "#".
    """

    description: str = ""
    hashtags: tuple[str, ...] = ()


class CropKeyframe(Record):
    """A crop set by hand: centre and height in upright source pixels, from `at` to the end of its shot."""

    at: float
    centre_x: float
    centre_y: float
    height: float


class FramingWishes(Record):
    """Framing set by hand. Empty means automatic."""

    keyframes: dict[Aspect, tuple[CropKeyframe, ...]] = {}
    layout: str = ""
    follow_track: int | None = None


class Clip(Record):
    """One clip of a run. `cut`, `wording`, `framing`, `sound` are apart, so that an edit stales its own work, and
    one of `post` none.

    `caption_language` is a language that its source was translated into; empty where captions say what is spoken.
    `traits` are what can be counted in it as it was proposed (`core.learning.traits`), by name.
    """

    id: str
    run_id: str
    candidate_id: str = ""
    cut: Cut
    wording: Wording = Wording()
    post: Post = Post()
    framing: FramingWishes = FramingWishes()
    sound: SoundWishes = SoundWishes()
    style: str = ""
    caption_language: str = ""
    decision: Decision = "undecided"
    notes: str = ""
    score: float = 0.0
    axes: dict[Axis, AxisScore] = {}
    traits: dict[str, float] = {}
    reason: str = ""
    is_handmade: bool = False
