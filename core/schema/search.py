"""Search over everything said: what narrows it, and what it finds."""

import hashlib
from decimal import Decimal
from typing import Literal, Self

from core.schema.record import Record
from core.schema.transcript import Transcript, TranscriptSegment

FoundBy = Literal["words", "meaning", "both"]


class Line(Record):
    """A line of what is said, as it is indexed; `marks` are (character, source seconds) of its words."""

    start: float
    end: float
    speaker: str
    text: str
    marks: tuple[tuple[int, float], ...] = ()


class Said(Record):
    """All lines of a source, as the user corrected them; `digest` changes with any of it."""

    source_id: str
    language: str
    digest: str
    lines: tuple[Line, ...] = ()

    @classmethod
    def of(cls, source_id: str, transcript: Transcript) -> Self:
        """Return what a transcript says."""
        lines = tuple(_line(segment) for segment in transcript.segments if segment.text.strip())
        digest = hashlib.blake2b(transcript.language.encode(), digest_size=12)
        for line in lines:
            told = (line.start, line.end, line.speaker, line.text, line.marks)
            digest.update(repr(told).encode("utf-8", "replace"))
        return cls(source_id=source_id, language=transcript.language, digest=digest.hexdigest(), lines=lines)


class SearchFilters(Record):
    """What narrows a search; empty values narrow nothing.

    `speaker` and `source` are beginnings of words in names, `source_ids` sources themselves, `language` a code.
    `since` and `until` (seconds since the epoch) are about when a source was imported. `decision` is one that a
    clip with the words has, or "any" for words in any clip; `least_score` that of such a clip.
    """

    speaker: str = ""
    source: str = ""
    source_ids: tuple[str, ...] = ()
    language: str = ""
    since: float = 0.0
    until: float = 0.0
    decision: str = ""
    least_score: float = 0.0


class Hit(Record):
    """A place where something is said.

    `at` is when its first matching word is spoken, `start` and `end` are the lines of `text` (source seconds).
    `marks` are the characters [start, end) of `text` that match. `before` and `after` is what is said around it.
    `found_by` says whether its words match, or what it means is near to what was asked, or both.
    """

    source_id: str
    start: float
    end: float
    at: float
    speaker: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()
    before: str = ""
    after: str = ""
    language: str = ""
    score: float = 0.0
    found_by: FoundBy = "words"
    source: str = ""
    run_id: str = ""
    clip_id: str = ""
    decision: str = ""


class Respelled(Record):
    """A word that nobody said, and those spelled nearly so that are shown in its place, the likeliest first."""

    word: str
    near: tuple[str, ...]


class Found(Record):
    """What a search found, the best first.

    `total` counts the passages that match, at most `core.search.match.COUNTED`: then `is_more`. `respelled` are
    words with other spellings shown in their place; `is_loose` says that no passage has all words, and shows some
    that have a few. `ignored` are filters that make no sense. `behind` sources are not yet in the index.
    `is_by_meaning` says that meaning was looked for as well; where it could not be, `meaning_problem` says why.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_more: bool = False
    respelled: tuple[Respelled, ...] = ()
    is_loose: bool = False
    ignored: tuple[str, ...] = ()
    behind: int = 0
    is_by_meaning: bool = False
    meaning_problem: str = ""
    sources: int = 0
    seconds: float = 0.0


class MeaningState(Record):
    """How far what is said is known by its meaning; `model` is empty where no embedding endpoint is set.

    Of all `passages`, `known` can be found. `is_working` while the endpoint is asked for more; `is_stopped` by the
    user. `problem` is why it does not go on, where the model `is_other` than that of what is known.
    `left_usd` is what the rest costs at most, None where the price of the model is not known.
    """

    model: str = ""
    passages: int = 0
    known: int = 0
    is_working: bool = False
    is_stopped: bool = False
    problem: str = ""
    is_other: bool = False
    left_usd: Decimal | None = None


def _line(segment: TranscriptSegment) -> Line:
    # Half of a pair of surrogates, as damaged captions have, is no text that can be kept.
    text = " ".join(segment.text.encode("utf-8", "replace").decode().split())
    marks = []
    at = 0
    for word in segment.words:
        said = word.text.strip()
        place = text.find(said, at) if said else -1
        if place >= 0:
            marks.append((place, round(word.start, 3)))
            at = place + len(said)
    return Line(start=segment.start, end=segment.end, speaker=segment.speaker, text=text, marks=tuple(marks))
