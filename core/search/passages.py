"""What is said in a source, in passages: a few sentences of one speaker, which are what a search finds.

A passage is short enough to be read at a glance and long enough to hold words that belong together.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.schema.search import Line
from core.search.tokens import words

MOST_WORDS = 60
"""A passage has at most so many words, but for a line that is longer by itself."""
_ENOUGH_WORDS = 32  # then the next end of a sentence ends the passage
_PAUSE_SECONDS = 3.0
_TICKS = 50  # a second: word times are kept to 20 ms
_MOST_TICKS = 65_535
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")


@dataclass(frozen=True)
class Passage:
    """Lines of a source; `text` has one a row. `times` are pairs of a character and 1/50 s after `start`."""

    start: float
    end: float
    speaker: str
    text: str
    times: array[int]

    def at(self, character: int) -> float:
        """Return when the word that has a character of `text` begins, in source seconds."""
        return time_at(self.times, self.start, character)


def passages(lines: Iterable[Line]) -> Iterator[Passage]:
    """Yield lines in passages: one speaker, no long pause, up to `MOST_WORDS` words, ending with a sentence."""
    held: list[Line] = []
    count = 0
    for line in lines:
        size = len(words(line.text))
        if held and _parts(held[-1], line, count, size):
            yield _passage(held)
            held, count = [], 0
        held.append(line)
        count += size
    if held:
        yield _passage(held)


def _parts(before: Line, line: Line, count: int, size: int) -> bool:
    if line.speaker != before.speaker or line.start - before.end > _PAUSE_SECONDS or line.start < before.start:
        return True
    if count + size > MOST_WORDS:
        return True
    return count >= _ENOUGH_WORDS and before.text.rstrip("\"'”’»)").endswith(_ENDS)


def _passage(lines: Sequence[Line]) -> Passage:
    start = lines[0].start
    times: array[int] = array("H")
    at = 0

    def note(character: int, second: float) -> None:
        times.append(min(at + character, _MOST_TICKS))
        times.append(min(max(0, round((second - start) * _TICKS)), _MOST_TICKS))

    for line in lines:
        if not line.marks or line.marks[0][0] > 0:
            note(0, line.start)
        for character, second in line.marks:
            note(character, second)
        note(len(line.text), line.end)
        at += len(line.text) + 1
    end = max(line.end for line in lines)
    return Passage(start, end, lines[0].speaker, "\n".join(line.text for line in lines), times)


def time_at(times: array[int], start: float, character: int) -> float:
    """Return when what stands at a character is said: between known words time goes with the characters."""
    places, ticks = times[0::2], times[1::2]
    found = max(0, bisect_right(places, character) - 1)
    second = start + ticks[found] / _TICKS
    if found + 1 < len(places):
        share = (character - places[found]) / max(1, places[found + 1] - places[found])
        second += max(0.0, share) * (ticks[found + 1] - ticks[found]) / _TICKS
    return second
