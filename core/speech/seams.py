"""Joining what was heard in windows that overlap, so that no word is lost or stands twice."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from core.schema.time import TimeSpan
from core.speech.words import Passage, SpokenWord, passage_of, sound_of

_REACH = 0.3  # seconds by which the times of the same word may differ between two hearings
_CENTRED = 0.2  # how much a second off the middle of the lap counts against a second between the two times


def join_windows(windows: Sequence[TimeSpan], heard: Sequence[Sequence[Passage]]) -> list[list[Passage]]:
    """Return the passages of each window, less what its neighbour says of the sound that both heard.

    Args:
        windows: Ascending; those that overlap share a second or so.
        heard: The passages of each, in the seconds of the source.
    """
    joined = [list(passages) for passages in heard]
    for index in range(1, len(windows)):
        lap = TimeSpan(start=windows[index].start, end=max(windows[index].start, windows[index - 1].end))
        if lap.duration > 0:
            joined[index - 1], joined[index] = _join(joined[index - 1], joined[index], lap)
    return joined


def _join(left: list[Passage], right: list[Passage], lap: TimeSpan) -> tuple[list[Passage], list[Passage]]:
    middle = (lap.start + lap.end) / 2
    if not all(_is_timed(passage) for passage in (*left, *right)):
        before = [passage for passage in left if _middle(passage) < middle]
        return before, [passage for passage in right if _middle(passage) >= middle]
    ends, begins = _words(left), _words(right)
    until, since = _common(ends, begins, lap) or (
        sum(_middle(word) < middle for word in ends),
        sum(_middle(word) < middle for word in begins),
    )
    return _part(left, 0, until), _part(right, since, len(begins))


def _common(ends: Sequence[SpokenWord], begins: Sequence[SpokenWord], lap: TimeSpan) -> tuple[int, int] | None:
    """Return the places behind the same word on both sides: one that both heard at the same time, mid in the lap.

    A word said several times in a row is told apart by its time.
    """
    best: tuple[float, int, int] | None = None
    for i, left in enumerate(ends):
        if not lap.start - _REACH <= _middle(left) <= lap.end + _REACH:
            continue
        for j, right in enumerate(begins):
            apart = abs(_middle(left) - _middle(right))
            if apart <= _REACH and sound_of(left.text) == sound_of(right.text):
                off_centre = abs(_middle(left) + _middle(right) - lap.start - lap.end) / 2
                best = min(best or (inf, 0, 0), (apart + _CENTRED * off_centre, i, j))
    return None if best is None else (best[1] + 1, best[2] + 1)


def _part(passages: Sequence[Passage], first: int, last: int) -> list[Passage]:
    """Return what passages hold of their words [first, last)."""
    parts: list[Passage] = []
    at = 0
    for passage in passages:
        words = passage.words[max(0, first - at) : max(0, last - at)]
        at += len(passage.words)
        if len(words) == len(passage.words):
            parts.append(passage)
        elif words:
            parts.append(passage_of(words, passage.speaker))
    return parts


def _is_timed(passage: Passage) -> bool:
    return bool(passage.words) and all(word.start is not None for word in passage.words)


def _words(passages: Sequence[Passage]) -> list[SpokenWord]:
    return [word for passage in passages for word in passage.words]


def _middle(heard: Passage | SpokenWord) -> float:
    start = heard.start or 0.0
    return (start + (heard.end if heard.end is not None else start)) / 2
