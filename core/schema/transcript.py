"""A transcript: segments of words with times, who said them, and how we came to know."""

from __future__ import annotations

from collections.abc import Iterator

from core.schema.choice import Choice
from core.schema.record import Record


class Word(Record):
    """One spoken word as written, punctuation attached; times in source seconds."""

    text: str
    start: float
    end: float
    confidence: float = 1.0


class TranscriptSegment(Record):
    """A caption-like stretch of one speaker; `words` lie inside [start, end], in order, without overlap."""

    start: float
    end: float
    text: str
    speaker: str = ""
    words: tuple[Word, ...] = ()


class Transcript(Record):
    """All that was said. `is_draft` marks text that must not be published unread.

    `has_exact_word_times` is False where word times were interpolated inside their segments.
    """

    language: str = ""
    segments: tuple[TranscriptSegment, ...] = ()
    transcriber: str = ""
    model: str = ""
    is_draft: bool = False
    has_exact_word_times: bool = True
    choices: tuple[Choice, ...] = ()

    @property
    def text(self) -> str:
        """The whole text, a segment a line."""
        return "\n".join(segment.text for segment in self.segments)

    def words(self) -> Iterator[tuple[Word, TranscriptSegment]]:
        """Yield every word in order with the segment it belongs to."""
        for segment in self.segments:
            for word in segment.words:
                yield word, segment
