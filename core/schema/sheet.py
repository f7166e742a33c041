"""Contact sheets: one page of a run's clips for people without the program, and what they decided."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from core.schema.clip import Decision
from core.schema.composition import Composition
from core.schema.plan import Axis
from core.schema.record import Record


class SheetPreview(Record):
    """A small film of one clip to be made into `file`, with a picture of it (`.jpg`) beside it."""

    composition: Composition
    file: Path


class SheetPreviewMade(Record):
    """The film that was made, and its length in bytes."""

    file: Path
    size_bytes: int


def _as_it_is(text: str) -> str:
    return text


def _joined(_axis: Axis, evidence: tuple[str, ...]) -> str:
    return " · ".join(evidence)


@dataclass(frozen=True)
class SheetLanguage:
    """The language of a sheet, and what tells in it what the engine says in English.

    `reason` tells why a clip was proposed, `evidence` what earned an axis its score.
    """

    code: str = "en"
    reason: Callable[[str], str] = _as_it_is
    evidence: Callable[[Axis, tuple[str, ...]], str] = _joined


ENGLISH = SheetLanguage()


class SheetWritten(Record):
    """A sheet that was written, and what its reader should know of it."""

    file: Path
    clips: int
    size_bytes: int
    told: tuple[str, ...] = ()


class SheetChange(Record):
    """What whoever read a sheet decided otherwise of a clip. None: as before. `words` say it in a sentence."""

    clip_id: str
    title: str
    decision: Decision | None = None
    notes: str | None = None
    words: str = ""


class SheetAnswers(Record):
    """Answers that came back, compared with the clips as they are.

    `unchanged` counts clips that stayed as they are; `told` is what can't be taken over.
    """

    file: Path
    by: str = ""
    changes: tuple[SheetChange, ...] = ()
    unchanged: int = 0
    told: tuple[str, ...] = ()
