"""Clips handed to an editing program, and what it made of them."""

from pathlib import Path

from core.schema.record import Record
from core.schema.time import Cut


class HandoffKind(Record):
    """A way to hand clips over: its name, what users know it as, how its files end.

    Where it has no captions of its own, they lie beside it as SubRip.
    """

    name: str
    title: str
    suffix: str
    has_captions: bool


class HandoffWritten(Record):
    """The files that were written, the list of cuts first, and what the user should know of them."""

    files: tuple[Path, ...]
    clips: int
    rate: str
    told: tuple[str, ...] = ()


class ClipChange(Record):
    """What an editing program made of a clip. The cuts are in source seconds; `after` is `before` where it stayed.

    `starts_by`, `ends_by` and `cut_out_by` are seconds by which it starts and ends later (negative: earlier), and
    that are missing more inside. `new_title` and `new_notes` are None where they stayed. `words` say it in a
    sentence.
    """

    clip_id: str
    title: str
    before: Cut
    after: Cut
    starts_by: float = 0.0
    ends_by: float = 0.0
    cut_out_by: float = 0.0
    new_title: str | None = None
    new_notes: str | None = None
    words: str = ""


class Readback(Record):
    """A file that came back from an editing program, compared with the clips as they are.

    `unchanged` counts the clips in it that stayed as they are. `told` is what else was found: clips that are not
    known or not there any more, parts that can't be taken over.
    """

    file: Path
    kind: str
    changes: tuple[ClipChange, ...] = ()
    unchanged: int = 0
    told: tuple[str, ...] = ()
