"""What the user made of a source's transcript. It belongs to the source, and outlives every new transcription."""

from core.schema.record import Record
from core.schema.transcript import Transcript, Word


class WordCorrection(Record):
    """Words that the user wrote in the place of those that were heard.

    Attributes:
        start, end: The source seconds that it governs, half-open: every heard word whose middle lies inside is
            replaced.
        heard: What stood there when the user wrote, to see whether a later transcription hears something else.
        words: What it reads now, in order, inside [start, end]; empty where the words are hidden.
        is_aligned: Whether the times of `words` were placed in the sound; else they are spread by their length.
    """

    start: float
    end: float
    heard: str
    words: tuple[Word, ...] = ()
    is_aligned: bool = False


class SpeakerCorrection(Record):
    """Source seconds [start, end) in which the user says who talks: a speaker's label as the transcript has it."""

    start: float
    end: float
    speaker: str


class Corrections(Record):
    """All that the user corrected in one source; `words` and `speakers` ascend and don't overlap among themselves.

    `names` gives labels of the transcript ("Speaker 1") the names that are shown; two labels with one name are one
    speaker.
    """

    words: tuple[WordCorrection, ...] = ()
    speakers: tuple[SpeakerCorrection, ...] = ()
    names: dict[str, str] = {}


class SpeakerNames(Record):
    """What the user calls a source's speakers, by their labels; `are_shown`: whether the clip's style shows it."""

    names: dict[str, str] = {}
    are_shown: bool = False

    def identity(self) -> str:
        """Return what changes the work: a new name makes nothing anew of a clip that shows none."""
        return self.model_dump_json() if self.are_shown else ""


class Conflict(Record):
    """A correction below which a later transcription hears something else than when it was written.

    `mine`, what the user wrote, stands until the user says otherwise; `was` is what was heard then, `heard` what
    is heard now. Times as the correction's.
    """

    start: float
    end: float
    mine: str
    was: str
    heard: str


class TranscriptReading(Record):
    """A source's transcript as it is to be read, and what that is made of.

    Attributes:
        heard: What the newest transcription wrote down.
        transcript: That with the corrections applied.
        corrections: What the user corrected.
        conflicts: Where a later transcription disagrees with what was corrected.
    """

    heard: Transcript
    transcript: Transcript
    corrections: Corrections = Corrections.by_default()
    conflicts: tuple[Conflict, ...] = ()
