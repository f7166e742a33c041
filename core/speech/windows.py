"""Cutting sound into windows at pauses, for engines that take a limited stretch at once.

Where there is no pause to cut at, two windows hear the same second, so that a word on the cut is whole in one of
them; `seams` decides which.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAD = 0.2  # seconds of room tone kept around speech: consonants start softly
_LAP = 1.0  # seconds that both windows hear where speech without any pause had to be cut


def speech_windows(speech: Sequence[TimeSpan], longest: float, duration: float) -> list[TimeSpan]:
    """Return windows of at most `longest` seconds that hold all speech, cut at the widest pause near their end.

    They overlap only where speech went on without any pause for longer than one can hold.

    Args:
        speech: Spans of speech, ascending.
        longest: Of one window, in seconds.
        duration: Of the sound in seconds.
    """
    pieces = [piece for span in speech for piece in _cut_long(span, longest - 2 * _PAD)]
    return [_padded(pieces, first, last, duration) for first, last in grouped(pieces, longest - 2 * _PAD)]


def grouped(pieces: Sequence[TimeSpan], longest: float) -> Iterator[tuple[int, int]]:
    """Yield from which to which piece to take together: at most `longest` seconds, parted at wide pauses."""
    first = 0
    while first < len(pieces):
        last = first + 1
        while last < len(pieces) and pieces[last].end - pieces[first].start <= longest:
            last += 1
        if last < len(pieces):
            last = _widest_pause(pieces, first, last)
        yield first, last
        first = last


def _cut_long(span: TimeSpan, longest: float) -> list[TimeSpan]:
    """Cut speech without any pause into even parts: somewhere it must be cut."""
    if span.duration <= longest:
        return [span]
    lap = min(_LAP, longest / 4)
    count = int(span.duration // (longest - lap)) + 1
    edges = [span.start + span.duration * index / count for index in range(count + 1)]
    return [TimeSpan(start=a, end=min(span.end, b + lap)) for a, b in pairwise(edges)]


def _widest_pause(pieces: Sequence[TimeSpan], first: int, last: int) -> int:
    """Return where to end a window that could hold [first, last): after its later half, at the widest pause."""
    span = pieces[last - 1].end - pieces[first].start
    choices = [i for i in range(first + 1, last + 1) if pieces[i - 1].end - pieces[first].start >= 0.6 * span]
    return max(choices, key=lambda i: (pieces[i].start - pieces[i - 1].end, i))


def _padded(pieces: Sequence[TimeSpan], first: int, last: int, duration: float) -> TimeSpan:
    before = pieces[first - 1].end if first else 0.0
    after = pieces[last].start if last < len(pieces) else duration
    start, end = pieces[first].start, pieces[last - 1].end
    return TimeSpan(
        start=max(0.0, start - min(_PAD, max(0.0, start - before) / 2)),
        end=min(max(duration, end), end + min(_PAD, max(0.0, after - end) / 2)),
    )
