"""The boundaries that a clip may start and end on."""

from __future__ import annotations

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


class Segments(Record):
    """Sentences, silences (room tone between speech), shots and topics of one source, in source seconds."""

    sentences: tuple[Sentence, ...] = ()
    silences: tuple[TimeSpan, ...] = ()
    shots: tuple[Shot, ...] = ()
    topics: tuple[Topic, ...] = ()
