"""A transcript: segments of words with times, who said them, and how we came to know."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Self

from pydantic import ConfigDict, TypeAdapter

from core.schema.choice import Choice
from core.schema.record import Record

# Why a stretch should be read before it is published: the text repeats itself as no speaker does, stands over
# silence or music, has more words than a second can hold, or is in another language than what is around it.
Flag = Literal["repeated", "no_voice", "too_fast", "other_language"]

# Above this a transcript is read in parts, each of about so many bytes: half a millisecond's work.
_LONG_BYTES, _PART_BYTES = 200_000, 30_000
# How `to_json` lays segments out.
_FIRST, _NEXT, _LAST = b'\n  "segments": [\n    {', b"\n    },\n    {", b"\n    }\n  ]"
# "Speaker 1" is nobody's name.
_LABEL = re.compile(
    r"(?:speaker|voice|person|track|s|spk|speaker_|sprecher|locuteur|hablante)?[ _-]*\d*|unknown", re.IGNORECASE
)


class Word(Record):
    """One spoken word as written, punctuation attached; times in source seconds.

    `is_corrected` words were written by the user.
    """

    text: str
    start: float
    end: float
    confidence: float = 1.0
    is_corrected: bool = False


class TranscriptSegment(Record):
    """A caption-like stretch of one speaker; `words` lie inside [start, end], in order, without overlap.

    `speaker_confidence` is how sure it is that `speaker` talks here (0 to 1): 1 where tracks, captions or the user
    say so. `flags` are doubts that the user should see.
    """

    start: float
    end: float
    text: str
    speaker: str = ""
    speaker_confidence: float = 1.0
    words: tuple[Word, ...] = ()
    flags: tuple[Flag, ...] = ()


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

    @classmethod
    def from_json(cls, text: str | bytes, folder: Path | None = None) -> Self:
        """Read what `to_json` wrote; a long one some segments at a time.

        The parser lets no other thread go on until it is through: with ten hours the window stood for a second.
        """
        parts = _in_parts(text.encode() if isinstance(text, str) else text)
        if parts is None:
            return super().from_json(text, folder)
        rest, written = parts
        segments = tuple(segment for each in written for segment in _SEGMENTS.validate_json(each))
        return super().from_json(rest, folder).model_copy(update={"segments": segments})

    @property
    def text(self) -> str:
        """The whole text, a segment a line."""
        return "\n".join(segment.text for segment in self.segments)

    def words(self) -> Iterator[tuple[Word, TranscriptSegment]]:
        """Yield every word in order with the segment it belongs to."""
        for segment in self.segments:
            for word in segment.words:
                yield word, segment


_SEGMENTS = TypeAdapter(tuple[TranscriptSegment, ...], config=ConfigDict(defer_build=True))


def _in_parts(text: bytes) -> tuple[bytes, Iterator[bytes]] | None:
    """Return JSON of a long transcript as that of one without segments, and of its segments, some at a time; None
    where it is short, or was not laid out by `to_json`. Line breaks stand between values alone: in strings they
    are escaped.
    """
    if len(text) < _LONG_BYTES:
        return None
    opening = text.find(_FIRST)
    start = opening + len(_FIRST)
    end = text.find(_LAST, start)
    if opening < 0 or end < 0:
        return None
    rest = b'%b\n  "segments": []%b' % (text[:opening], text[end + len(_LAST) :])
    return rest, _some_at_a_time(text, start, end)


def _some_at_a_time(text: bytes, start: int, end: int) -> Iterator[bytes]:
    """Yield the segments between the first one's opening brace and the last one's closing one, as lists."""
    while (following := text.find(_NEXT, start + _PART_BYTES, end)) >= 0:
        yield b"[{%b}]" % text[start:following]
        start = following + len(_NEXT)
    yield b"[{%b}]" % text[start:end]


def is_name(speaker: str) -> bool:
    """Whether a speaker is called by a name, and not by a label such as "Speaker 1"."""
    return not _LABEL.fullmatch(speaker.strip())
