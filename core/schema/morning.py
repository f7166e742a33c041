"""What is told after a night of work: what was made, what was not and why, and what to do about it."""

from decimal import Decimal
from pathlib import Path
from typing import Literal

from core.schema.choice import Aspect
from core.schema.record import Record

Ending = Literal["made", "partly", "nothing_good", "failed", "stopped", "open"]


class MadeFile(Record):
    """One finished file, where it lies; `size_bytes` is None where it is no longer there.

    `shape` says in words which of its clip's files it is.
    """

    aspect: Aspect
    preset: str = ""
    shape: str = ""
    file: Path
    size_bytes: int | None
    places: tuple[str, ...] = ()


class MadeClip(Record):
    """One clip with its files. `start` is a second of the source, `seconds` its length, `score` 0 to 100."""

    id: str
    title: str
    score: float
    start: float
    seconds: float
    files: tuple[MadeFile, ...] = ()


class Trouble(Record):
    """What was not made: which thing, exactly why, and the command that tries it again; empty where none does."""

    what: str
    why: str
    command: str = ""


class SourceReport(Record):
    """What became of one source. `seconds_in` are those of the source, `seconds_out` those of all finished files.

    `doubts` are checks that failed and what is odd about the source: made, but to be looked at. `less` is what was
    done in a lesser way than was asked. `stages` are seconds of work by stage.
    """

    name: str
    path: str
    ending: Ending
    run_id: str = ""
    recipe: str = ""
    started_at: float = 0.0
    finished_at: float | None = None
    seconds_in: float = 0.0
    seconds_out: float = 0.0
    clips: tuple[MadeClip, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    doubts: tuple[str, ...] = ()
    less: tuple[str, ...] = ()
    stages: dict[str, float] = {}
    usd: Decimal = Decimal(0)
    tokens: int = 0

    @property
    def can_be_tried_again(self) -> bool:
        """Whether something of it failed, was stopped or was not sent, and may do better another time."""
        return self.ending in ("partly", "failed", "stopped", "open") or any(
            "main.py publish" in each.command for each in self.troubles
        )

    @property
    def files(self) -> int:
        """How many files were made."""
        return sum(len(clip.files) for clip in self.clips)


class MorningReport(Record):
    """All of it. `made_at` and `since` are seconds since the epoch."""

    made_at: float
    since: float
    recipe: str = ""
    sources: tuple[SourceReport, ...] = ()
    clips: int = 0
    files: int = 0
    seconds_in: float = 0.0
    seconds_out: float = 0.0
    usd: Decimal = Decimal(0)
    tokens: int = 0
    stages: dict[str, float] = {}
