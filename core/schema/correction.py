"""What the user made of a source's transcript. It belongs to the source, and outlives every new transcription."""

from __future__ import annotations

from core.schema.record import Record
from core.schema.transcript import Word


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
