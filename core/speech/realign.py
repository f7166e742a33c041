"""Placing corrected words in the sound, with the words around them to hold on to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from core.schema.correction import WordCorrection
from core.schema.record import ProgressCallback, Record, ignore_progress
from core.schema.transcript import Transcript, Word
from core.speech.corrected import fitted, middle

if TYPE_CHECKING:
    from core.speech.alignment import Aligner

# Seconds of speech listened to on either side: enough words that are sure, in little time.
CONTEXT = 3.0
_LONGEST_GAP = 1.0  # context ends at a pause: what is behind it holds nothing
_LONGEST = 25.0  # longer corrections are of whole passages, and their words are left where they are
_PADDING = 0.25
# What the sound says of words around whose times were known must not be further off, in seconds, than this.
_TOLERANCE = 0.35


class Placing(Record):
    """What a correction needs to be placed: its words, those before and after as they are known, all in order."""

    start: float
    end: float
    words: tuple[Word, ...]
    before: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()


class PlacingJob(Record):
    """Corrections to be placed in one sound, the analysis audio."""

    audio: Path
    placings: tuple[Placing, ...]


class PlacedWords(Record):
    """Per placing its words with times from the sound; none where the sound does not confirm them."""

    found: tuple[tuple[Word, ...], ...]


def can_align(language: str) -> bool:
    """Whether words of a language, as a transcript names it, can be placed in the sound."""
    return language.lower().split("-")[0] == "en"


def placings(shown: Transcript, corrections: Iterable[WordCorrection]) -> tuple[Placing, ...]:
    """Return what is needed to place corrections of a transcript that has them applied."""
    words = [word for word, _ in shown.words()]
    middles = [middle(word) for word in words]
    made = []
    for each in corrections:
        first, last = bisect_left(middles, each.start), bisect_left(middles, each.end)
        before = _near(words[max(0, first - 40) : first][::-1], each.start)[::-1]
        after = _near(words[last : last + 40], each.end)
        made.append(
            Placing(start=each.start, end=each.end, words=each.words, before=tuple(before), after=tuple(after))
        )
    return tuple(made)


def _near(words: Sequence[Word], edge: float) -> list[Word]:
    """Return the words next to an edge, from there on, up to a pause."""
    near: list[Word] = []
    for word in words:
        gap = max(edge - word.end, word.start - edge) if not near else _gap(near[-1], word)
        if gap > _LONGEST_GAP or abs(middle(word) - edge) > CONTEXT:
            break
        near.append(word)
    return near


def _gap(one: Word, other: Word) -> float:
    return max(other.start - one.end, one.start - other.end)


def place(job: PlacingJob, progress: ProgressCallback = ignore_progress) -> PlacedWords:
    """Place the words of corrections in the sound; where it does not confirm them they have no place.

    Raises:
        TranscriptError: The sound can't be read.
    """
    from core.speech.alignment import Aligner

    aligner = Aligner(job.audio)
    found = []
    for number, each in enumerate(job.placings):
        progress(number / len(job.placings), "placing corrected words in the sound")
        found.append(_placed(aligner, each))
    progress(1.0, "placing corrected words in the sound")
    return PlacedWords(found=tuple(found))


def _placed(aligner: Aligner, placing: Placing) -> tuple[Word, ...]:
    if not placing.words or placing.end - placing.start > _LONGEST:
        return ()
    # With context where it fits, else without: a neighbour that was misheard must not spoil what is right.
    for before, after in ((placing.before, placing.after), ((), ())):
        words = (*before, *placing.words, *after)
        start = (before[0].start if before else placing.start) - _PADDING
        end = (after[-1].end if after else placing.end) + _PADDING
        times = aligner.align([word.text for word in words], max(0.0, start), end)
        own = confirmed(times, before, after, placing) if times is not None else ()
        if own or not (before or after):
            return own
    return ()


def confirmed(
    times: Sequence[tuple[float, float] | None],
    before: Sequence[Word],
    after: Sequence[Word],
    placing: Placing,
) -> tuple[Word, ...]:
    """Return a placing's words with the times that were found, in its span; none where those are not believable.

    Args:
        times: Of the words before, its own and those after, in source seconds; None where one was not found.
        before: The words before, as they are known.
        after: The words after.
        placing: What is placed.
    """
    count = len(before) + len(placing.words)
    known = [time for time in times[:count] if time is not None]
    # The last words are often not found, where the sound is cut off; one behind its own must be.
    behind = [(word, time) for word, time in zip(after, times[count:], strict=True) if time is not None]
    if len(known) < count or (after and not behind):
        return ()
    off = [abs(word.start - time[0]) for word, time in (*zip(before, known, strict=False), *behind)]
    if off and median(off) > _TOLERANCE:
        return ()
    own = known[len(before) :]
    if own[0][0] < placing.start - _TOLERANCE or own[-1][1] > placing.end + _TOLERANCE:
        return ()
    moved = [
        word.model_copy(update={"start": round(start, 3), "end": round(end, 3)})
        for word, (start, end) in zip(placing.words, own, strict=True)
    ]
    return fitted(moved, placing.start, placing.end)
