"""A transcript as paragraphs of numbered words, without pixels.

Words are numbered through the whole transcript; everything else here speaks of those numbers. The text of a
paragraph is put together when it is first asked for, so that ten hours are ready at once.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from core.schema.correction import Corrections, WordCorrection
from core.schema.transcript import Flag, Transcript, TranscriptSegment, Word

# How a word is written: as heard, with a doubt, or as the user corrected it.
Ink = Literal["plain", "doubtful", "flagged", "corrected"]

DOUBTFUL_BELOW = 0.5
_NONE = Corrections()
# A turn longer than this many letters goes on in another paragraph at the next segment.
_PARAGRAPH_LETTERS = 700
# Scripts whose words stand without spaces, by Unicode block: Thai, Lao, Myanmar, Khmer, Chinese, Japanese.
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x9FFF), (0xF900, 0xFAFF))
_UNSPACED_HIGH = ((0xFF00, 0xFFEF), (0x20000, 0x3FFFF))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words `first` up to before `last` of one speaker, from source second `start`.

    `opens` where the speaker's turn begins; `letters` is about how many letters wide it is.
    """

    first: int
    last: int
    start: float
    speaker: str
    opens: bool
    letters: int


@dataclass(frozen=True, slots=True)
class Lettering:
    """The text of a paragraph and where its words stand in it: half-open, in UTF-16 units as Qt counts."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def part(self, start: int, end: int) -> str:
        """Return some of its letters, half-open in UTF-16 units."""
        if self.text.isascii():
            return self.text[start:end]
        return self.text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


class Page:
    """A transcript as it reads now, in paragraphs; `corrections` are those that it was made with."""

    def __init__(self, transcript: Transcript | None = None, corrections: Corrections = _NONE) -> None:
        self.segments: tuple[TranscriptSegment, ...] = (
            tuple(segment for segment in transcript.segments if segment.words) if transcript else ()
        )
        self.words: list[Word] = [word for segment in self.segments for word in segment.words]
        self.starts: list[float] = [word.start for word in self.words]
        self.speakers: list[str] = list(dict.fromkeys(s.speaker for s in self.segments if s.speaker))
        self.paragraphs, self._segment_firsts = _paragraphs(self.segments)
        self.firsts: list[int] = [paragraph.first for paragraph in self.paragraphs]
        self._corrections = corrections.words
        self._hidden = [each for each in corrections.words if not each.words]
        self._lettering: dict[int, Lettering] = {}
        self._doubts: list[tuple[int, int]] | None = None

    # Words

    def paragraph_of(self, word: int) -> int:
        """Return the paragraph that a word stands in."""
        return bisect_right(self.firsts, word) - 1

    def segment_of(self, word: int) -> TranscriptSegment:
        """Return the segment that a word belongs to."""
        return self.segments[bisect_right(self._segment_firsts, word) - 1]

    def word_at(self, at: float) -> int:
        """Return the word that is spoken at a source second, or the last one before it; -1 before the first."""
        return bisect_right(self.starts, at + 0.02) - 1

    def words_within(self, start: float, end: float) -> tuple[int, int] | None:
        """Return the first word and the one behind the last that lie in a span, or None where none does."""
        first = bisect_left(self.starts, start - 0.05)
        last = bisect_right(self.starts, end)
        while last > first and self.words[last - 1].end > end + 0.05:
            last -= 1
        return (first, last) if last > first else None

    def reading(self, word: int) -> str:
        """Return how a word reads now."""
        return self.words[word].text

    def ink(self, word: int) -> Ink:
        """Return how a word is written."""
        heard = self.words[word]
        if heard.is_corrected:
            return "corrected"
        if heard.confidence < DOUBTFUL_BELOW:
            return "doubtful"
        return "flagged" if self.segment_of(word).flags else "plain"

    def flags(self, word: int) -> tuple[Flag, ...]:
        """Return the doubts about the stretch that a word belongs to."""
        return self.segment_of(word).flags

    # Corrections

    def span(self, first: int, last: int) -> tuple[float, float]:
        """Return the source seconds of words from `first` to before `last`, half-open and never empty."""
        start = self.words[first].start
        return start, max(self.words[last - 1].end, start + 1e-3)

    def corrections_of(self, first: int, last: int) -> list[WordCorrection]:
        """Return the corrections that words from `first` to before `last` come of, and those that hide words
        between them or right beside them.
        """
        start = self.words[first - 1].end if first else 0.0
        end = self.words[last].start if last < len(self.words) else float("inf")
        own_start, own_end = self.span(first, last)
        return [
            each
            for each in self._corrections
            if (each.start < own_end and each.end > own_start)
            or (not each.words and each.start <= end and each.end >= start)
        ]

    def hidden_before(self, first: int, last: int) -> list[tuple[int, WordCorrection]]:
        """Return where words are hidden: the word that follows, from `first` to `last`, and the correction."""
        found = ((bisect_left(self.starts, (each.start + each.end) / 2), each) for each in self._hidden)
        return [(word, each) for word, each in found if first <= word <= last]

    def doubts(self) -> list[tuple[int, int]]:
        """Return what should be read before it is published, in order, half-open: flagged segments whole, and
        runs of words that the recogniser was not sure of. What the user corrected is no doubt any more.
        """
        if self._doubts is None:
            self._doubts = self._find_doubts()
        return self._doubts

    # Text

    def text(self, paragraph: int) -> str:
        """Return the text of a paragraph. Quicker than its lettering: a search asks for all of them."""
        kept = self._lettering.get(paragraph)
        if kept is not None:
            return kept.text
        words = self.paragraphs[paragraph]
        text = " ".join([word.text for word in self.words[words.first : words.last]])
        return text if text.isascii() else self.lettering(paragraph).text

    def lettering(self, paragraph: int) -> Lettering:
        """Return the text of a paragraph."""
        kept = self._lettering.get(paragraph)
        if kept is None:
            kept = self._lettering[paragraph] = self._letter(self.paragraphs[paragraph])
        return kept

    def runs_left(self, paragraph: int) -> bool:
        """Whether a paragraph is read from right to left: as its first letter with a direction is."""
        for letter in self.lettering(paragraph).text:
            direction = unicodedata.bidirectional(letter)
            if direction in ("L", "R", "AL"):
                return direction != "L"
        return False

    def letter_of(self, word: int) -> tuple[int, int]:
        """Return the paragraph that a word stands in, and the letter of it that the word begins with."""
        number = self.paragraph_of(word)
        lettering = self.lettering(number)
        before = lettering.part(0, lettering.spans[word - self.paragraphs[number].first][0])
        return number, len(before)

    def text_of(self, first: int, last: int) -> str:
        """Return the words from `first` to before `last` as text, a paragraph a line."""
        lines: list[str] = []
        for number in range(self.paragraph_of(first), self.paragraph_of(last - 1) + 1):
            paragraph = self.paragraphs[number]
            readings = [self.reading(w) for w in range(max(first, paragraph.first), min(last, paragraph.last))]
            lines.append(_joined(readings)[0])
        return "\n".join(lines)

    def _letter(self, paragraph: Paragraph) -> Lettering:
        text, spans = _joined([self.reading(word) for word in range(paragraph.first, paragraph.last)])
        return Lettering(text, tuple(spans))

    def _find_doubts(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for segment, first in zip(self.segments, self._segment_firsts, strict=True):
            words = segment.words
            if segment.flags and not all(word.is_corrected for word in words):
                found.append((first, first + len(words)))
                continue
            opened = -1
            for index, word in enumerate(words):
                if word.confidence < DOUBTFUL_BELOW and not word.is_corrected:
                    opened = index if opened < 0 else opened
                elif opened >= 0:
                    found.append((first + opened, first + index))
                    opened = -1
            if opened >= 0:
                found.append((first + opened, first + len(words)))
        return found


def _paragraphs(segments: Sequence[TranscriptSegment]) -> tuple[list[Paragraph], list[int]]:
    """Return the paragraphs, and the first word of each segment."""
    made: list[Paragraph] = []
    firsts: list[int] = []
    first = count = letters = 0
    start, speaker, opens = 0.0, "", True
    for segment in segments:
        is_turn = not segment.speaker or segment.speaker != speaker
        if count > first and (is_turn or letters > _PARAGRAPH_LETTERS):
            made.append(Paragraph(first, count, start, speaker, opens, letters))
            first, letters, opens = count, 0, is_turn
        if count == first:
            start, speaker = segment.start, segment.speaker
        firsts.append(count)
        count += len(segment.words)
        letters += _width(segment.text) + 1
    if count > first:
        made.append(Paragraph(first, count, start, speaker, opens, letters))
    return made, firsts


def _width(text: str) -> int:
    """Return about how many Latin letters wide a text is."""
    return len(text) if text.isascii() else len(text) + sum(letter > "\u2e7f" for letter in text)


def _joined(readings: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return words as one text, and where each stands in it in UTF-16 units."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    before = ""
    for reading in readings:
        if before and not (_is_unspaced(before[-1]) and reading and _is_unspaced(reading[0])):
            parts.append(" ")
            at += 1
        end = at + units(reading)
        parts.append(reading)
        spans.append((at, end))
        at, before = end, reading or before
    return "".join(parts), spans


def units(text: str) -> int:
    """Return the length of a text as Qt counts it: a letter beyond U+FFFF is two."""
    return len(text) if text.isascii() else len(text) + sum(letter > "\uffff" for letter in text)


def _is_unspaced(letter: str) -> bool:
    if letter < "\u0e00":
        return False
    code = ord(letter)
    return any(low <= code <= high for low, high in (*_UNSPACED, *_UNSPACED_HIGH))
