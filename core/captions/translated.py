"""The words of captions in another language than is spoken: spread over the speech that they translate."""

from __future__ import annotations

from collections.abc import Sequence

from core.captions.pieces import split_text
from core.captions.words import CaptionWord
from core.schema.time import Cut, TimeSpan, merge_spans, total_duration
from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.schema.translation import TranslatedLine

# Pauses shorter than this are spoken over; in longer ones no word of a translation begins.
_PAUSE_SECONDS = 0.35
# A cut that leaves at least half of what a line says leaves the whole line to be read.
_WHOLE_SHARE = 0.5


def translated_words(
    transcript: Transcript, lines: Sequence[TranslatedLine], cut: Cut
) -> tuple[tuple[CaptionWord, ...], list[TranscriptSegment]]:
    """Return the words to be read, in clip seconds, and the heard segments that have no translation.

    Words are spread by their length over the time in which the original is spoken, pauses left out. Of a line that
    the cut leaves less than half of, the words of that part are kept.

    Args:
        transcript: What is said; a line in whose time nobody speaks any more shows nothing.
        lines: The translation, ascending, without overlap. One without text means that nothing is shown.
        cut: What of the source the clip plays.
    """
    made: list[CaptionWord] = []
    # Of ten hours only what the lines are about is looked through for each of them.
    start, end = (lines[0].start, lines[-1].end) if lines else (0.0, 0.0)
    near = [segment for segment in transcript.segments if segment.start < end and segment.end > start]
    spoken = [(word, segment) for segment in near for word in segment.words]
    for line in lines:
        inside = [(word, segment) for word, segment in spoken if line.start <= _middle(word) < line.end]
        if inside and line.text:
            made += _spread(line.text, [word for word, _ in inside], inside[0][1].speaker, cut)
    untranslated = [
        segment
        for segment in transcript.segments
        if cut.clip_spans(TimeSpan(start=segment.start, end=segment.end)) and not _is_told(segment, lines)
    ]
    return tuple(sorted(made, key=lambda word: word.start)), untranslated


def _spread(text: str, heard: Sequence[Word], speaker: str, cut: Cut) -> list[CaptionWord]:
    speech = merge_spans([TimeSpan(start=word.start, end=word.end) for word in heard], _PAUSE_SECONDS)
    kept = [part for span in speech for part in cut.clip_spans(span)]
    whole, left = total_duration(speech), total_duration(kept)
    if not left or not whole:
        return []
    pieces = [piece for word in text.split() for piece in split_text(word)]
    if left < _WHOLE_SHARE * whole:
        pieces = _heard_pieces(pieces, speech, cut)
    weights = [len(piece) + 1 for piece in pieces]
    rate = left / max(1, sum(weights))
    words, at = [], 0.0
    for piece, weight in zip(pieces, weights, strict=True):
        start, end = _at(kept, at), _at(kept, at + rate * weight, is_end=True)
        words.append(CaptionWord(piece, start, max(start, end), speaker))
        at += rate * weight
    return words


def _heard_pieces(pieces: Sequence[str], speech: Sequence[TimeSpan], cut: Cut) -> list[str]:
    """Return the pieces whose share of the speech the cut still plays."""
    rate = total_duration(speech) / max(1, sum(len(piece) + 1 for piece in pieces))
    kept, said = [], 0
    for piece in pieces:
        middle = _at(speech, rate * (said + (len(piece) + 1) / 2))
        said += len(piece) + 1
        if cut.to_clip_time(middle) is not None:
            kept.append(piece)
    return kept


def _at(spans: Sequence[TimeSpan], passed: float, is_end: bool = False) -> float:
    """Return the second at which so much time of the spans has passed; an end stays in the span before a pause."""
    for span in spans:
        if passed < span.duration or (is_end and passed <= span.duration + 1e-9):
            return min(span.end, span.start + passed)
        passed -= span.duration
    return spans[-1].end


def _is_told(segment: TranscriptSegment, lines: Sequence[TranslatedLine]) -> bool:
    """Whether lines cover the middle of most of a segment's words."""
    middles = [_middle(word) for word in segment.words] or [(segment.start + segment.end) / 2]
    told = sum(any(line.start <= at < line.end for line in lines) for at in middles)
    return 2 * told >= len(middles)


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2
