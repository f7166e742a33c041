"""A clip: what the user made of a candidate. Only the user (through `core.editing`) changes it."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from core.schema.audio import SoundWishes
from core.schema.choice import Aspect
from core.schema.plan import Axis, AxisScore
from core.schema.record import Record
from core.schema.time import Cut, TimeSpan

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
    """A crop set by hand at a source second: centre and height in upright source pixels.

    The camera comes here from the keyframe before it in an eased move that ends at `at`; with `is_cut` it jumps.
    """

    at: float
    centre_x: float
    centre_y: float
    height: float
    is_cut: bool = False


class HandmadeCrop(Record):
    """A stretch of source seconds that is cropped by hand in one aspect, from cut to cut as it was seen.

    `keyframes` ascend, at least one; the first holds from the start of the stretch, the last to its end. Of a
    layout of several crops it is the one numbered `part` (from 0) of `parts`, and is used while it has so many.
    """

    aspect: Aspect
    span: TimeSpan
    part: int = 0
    parts: int = 1
    keyframes: tuple[CropKeyframe, ...] = Field(min_length=1)


class FaceAnchor(Record):
    """A person, pointed at: whose face is at a source second around a point in upright source pixels.

    Numbers of tracks and persons change with every analysis; where somebody sat at a second does not.
    """

    at: float
    x: float
    y: float


class Arrangement(Record):
    """How a picture is to be composed: `layout` is a layout's name, empty for automatic.

    `people` are followed, or fill a split in this order; none lets the machine choose. `is_swapped` turns the
    order of a split round.
    """

    layout: str = ""
    people: tuple[FaceAnchor, ...] = ()
    is_swapped: bool = False


class ShotWish(Arrangement):
    """What is wished for a stretch of source seconds alone, in one aspect or (None) in all."""

    span: TimeSpan
    aspect: Aspect | None = None


class FramingWishes(Arrangement):
    """Framing set by hand. Empty means automatic.

    What is wished for the clip yields to what is wished for a shot of it, and that to a crop set by hand.
    """

    shots: tuple[ShotWish, ...] = ()
    crops: tuple[HandmadeCrop, ...] = ()


class Clip(Record):
    """One clip of a run. `cut`, `wording`, `framing`, `sound` are apart, so that an edit stales its own work, and
    one of `post` none.

    `aspects` are the shapes it goes out in, whatever an export asks for; none leaves that to the export.
    `caption_language` is a language that its source was translated into; empty where captions say what is spoken.
    `traits` are what can be counted in it as it was proposed (`core.learning.traits`), by name.
    """

    id: str
    run_id: str
    candidate_id: str = ""
    cut: Cut
    wording: Wording = Wording.by_default()
    post: Post = Post.by_default()
    framing: FramingWishes = FramingWishes.by_default()
    sound: SoundWishes = SoundWishes.by_default()
    style: str = ""
    aspects: tuple[Aspect, ...] = ()
    caption_language: str = ""
    decision: Decision = "undecided"
    notes: str = ""
    score: float = 0.0
    axes: dict[Axis, AxisScore] = {}
    traits: dict[str, float] = {}
    reason: str = ""
    is_handmade: bool = False

    def goes_out_in(self, asked: Sequence[Aspect]) -> Sequence[Aspect]:
        """Return the shapes that an export makes of it: its own, or else those that are asked for."""
        return self.aspects or asked
