"""What is said in a source, in windows: some sentences that belong together, as they are given to an embedder.

Longer than the passages that words are found in, since a thought takes more room than a word, and so that a
thousand hours are a hundred thousand of them. The end of one is said again at the beginning of the next: what
stands across a border is whole in one of both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from core.schema.search import Line
from core.search.tokens import tokens, words

MOST_WORDS = 150
"""A window has at most so many words, some 200 tokens: the smallest models read 256."""

OVERLAP_WORDS = 25
"""At most so many words of a window are said again in the next."""

VERSION = 1
"""Of how windows are made: another one makes them anew."""

_ENOUGH_WORDS = 100  # then the next end of a sentence ends the window
_PAUSE_SECONDS = 6.0
_FEWEST_LETTERS = 12  # "Yes." and "Mhm." mean nothing by themselves
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔")


@dataclass(frozen=True)
class Window:
    """Some lines of a source, in source seconds; `speakers` say them, in order of names."""

    start: float
    end: float
    speakers: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class _Piece:
    start: float
    end: float
    speaker: str
    text: str
    words: int


def windows(lines: Iterable[Line]) -> Iterator[Window]:
    """Yield windows of lines: up to `MOST_WORDS` words, no long pause, ending with a sentence if there is one."""
    held: list[_Piece] = []
    count = fresh = 0  # words in all, and those that no window had yet
    for piece in _pieces(lines):
        if fresh and _parts(held[-1], piece, count):
            yield from _window(held)
            is_apart = piece.start - held[-1].end > _PAUSE_SECONDS or piece.start < held[-1].start
            held = [] if is_apart else _tail(held, MOST_WORDS - piece.words)
            count, fresh = sum(each.words for each in held), 0
        held.append(piece)
        count += piece.words
        fresh += piece.words
    if fresh:
        yield from _window(held)


def _parts(before: _Piece, piece: _Piece, count: int) -> bool:
    if piece.start - before.end > _PAUSE_SECONDS or piece.start < before.start:
        return True
    if count + piece.words > MOST_WORDS:
        return True
    return count >= _ENOUGH_WORDS and before.text.rstrip("\"'”’»)").endswith(_ENDS)


def _tail(held: Sequence[_Piece], most: int) -> list[_Piece]:
    """Return the last pieces that are said again, whole ones only."""
    kept: list[_Piece] = []
    left = min(OVERLAP_WORDS, most)
    for piece in reversed(held[1:]):
        if piece.words > left:
            break
        kept.insert(0, piece)
        left -= piece.words
    return kept


def _window(held: Sequence[_Piece]) -> Iterator[Window]:
    text = "\n".join(piece.text for piece in held)
    if sum(character.isalnum() for character in text) < _FEWEST_LETTERS:
        return
    speakers = tuple(sorted({piece.speaker for piece in held}))
    yield Window(held[0].start, max(piece.end for piece in held), speakers, text)


def _pieces(lines: Iterable[Line]) -> Iterator[_Piece]:
    """Yield lines, those that are longer than a window may be in several."""
    for line in lines:
        said = len(words(line.text))
        if not said:
            continue
        if said <= MOST_WORDS:
            yield _Piece(line.start, line.end, line.speaker, line.text, said)
        else:
            yield from _cut(line)


def _cut(line: Line) -> Iterator[_Piece]:
    """Yield a long line in parts, cut where words begin."""
    borders = [token.start for place, token in enumerate(tokens(line.text)) if place % _ENOUGH_WORDS == 0]
    for begin, end in pairwise((0, *borders[1:], len(line.text))):
        text = line.text[begin:end].strip()
        said = len(words(text))
        if said:
            yield _Piece(_time(line, begin), _time(line, end), line.speaker, text, said)


def _time(line: Line, character: int) -> float:
    """Return when what stands at a character is said: as the word before it, without such as far into the line."""
    if character >= len(line.text):
        return line.end
    places = [place for place, _ in line.marks]
    found = bisect_right(places, character) - 1
    if found >= 0:
        return max(line.start, min(line.end, line.marks[found][1]))
    return line.start + (line.end - line.start) * character / len(line.text)
