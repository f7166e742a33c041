"""The boundaries that a clip may start and end on."""

from typing import Literal

from pydantic import Field

from core.schema.record import Record
from core.schema.shot import Shot
from core.schema.time import TimeSpan


class Sentence(Record):
    """A sentence-like unit. `first_word`/`last_word` (inclusive) index the transcript's words in order."""

    start: float
    end: float
    text: str
    speaker: str = ""
    first_word: int
    last_word: int
    is_question: bool = False


class Topic(Record):
    """A stretch about one thing, for chapters."""

    start: float
    end: float
    title: str = ""


class SoundEvent(Record):
    """Something heard that is no speech: listeners laughing or clapping. `confidence` is 0 to 1."""

    kind: Literal["laughter", "applause"]
    start: float
    end: float
    confidence: float = Field(ge=0.0, le=1.0)


class SentenceSound(Record):
    """How a sentence sounds: level and its spread in dB, the pitch's spread in semitones; None where unheard."""

    level_db: float | None = None
    level_range_db: float | None = None
    pitch_range: float | None = None


class Glimpse(Record):
    """What is seen at one instant: how many faces, and the height of the largest as a share of the picture's."""

    at: float
    faces: int
    face_height: float


class Segments(Record):
    """Sentences, silences (room tone between speech), shots, topics and sounds of one source, in source seconds.

    `sentence_sounds` says how each of the sentences sounds; empty where nobody listened. `glimpses`
    are a few seconds apart; empty where nobody looked.
    """

    sentences: tuple[Sentence, ...] = ()
    silences: tuple[TimeSpan, ...] = ()
    shots: tuple[Shot, ...] = ()
    topics: tuple[Topic, ...] = ()
    sounds: tuple[SoundEvent, ...] = ()
    sentence_sounds: tuple[SentenceSound, ...] = ()
    glimpses: tuple[Glimpse, ...] = ()
