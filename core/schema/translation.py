"""What a source says in another language, line by line: made by a model, reviewed and edited by a person."""

from typing import Literal

from core.schema.record import Record

TranslationState = Literal["machine", "edited"]


class TranslatedLine(Record):
    """One stretch of source seconds [start, end) in another language.

    `original` is what was said there when it was translated, to see whether it reads otherwise now. An `edited`
    line was written or confirmed by a person, and no machine ever changes it.
    """

    start: float
    end: float
    original: str
    text: str
    state: TranslationState = "machine"


class Translation(Record):
    """All of a source in one language; lines ascend and don't overlap. It outlives every new transcription.

    `language` is an ISO 639-1 code. `hooks` are opening lines of clips, by how they read where they are not
    translated. `model` names who translated last.
    """

    source_id: str
    language: str
    lines: tuple[TranslatedLine, ...] = ()
    hooks: dict[str, str] = {}
    model: str = ""


class ReviewedLine(Record):
    """A line of the present transcript beside its translation.

    It is `missing` where there is none, and outdated where the original has come to read otherwise since.
    """

    start: float
    end: float
    original: str
    speaker: str = ""
    text: str = ""
    state: Literal["missing", "machine", "edited"] = "missing"
    is_outdated: bool = False


class CaptionTrack(Record):
    """The language of a clip's captions where it is not the one spoken, with the lines that the clip may show.

    Empty where captions say what is spoken. `hook` is the clip's opening line, empty where it is not translated.
    """

    language: str = ""
    lines: tuple[TranslatedLine, ...] = ()
    hook: str = ""

    def identity(self) -> str:
        """Return what changes the work: what is read and when, not who wrote it."""
        shown = [(line.start, line.end, line.text) for line in self.lines]
        return f"{self.language} {shown}" + (f" {self.hook}" if self.hook else "")


class TranslationReview(Record):
    """A source's translation beside what is said: `language` and `spoken` are codes, `model` translated last."""

    language: str
    spoken: str
    lines: tuple[ReviewedLine, ...]
    model: str = ""

    @property
    def missing(self) -> int:
        """How many lines have no translation."""
        return sum(line.state == "missing" for line in self.lines)


class TranslationOutcome(Record):
    """What asking came to: lines that are new, lines still missing and why, and what it cost.

    `usd` is None where the model's price is not known.
    """

    translated: int
    missing: int
    problem: str = ""
    usd: float | None = 0.0
