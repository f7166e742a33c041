"""Words and their times: splitting text, interpolating, tidying, grouping into segments.

Every transcriber ends here, so that the promise of `Transcript` is kept in one place: words ascend, lie inside
their segment, overlap nothing, and are finite. Times are source seconds, rounded to the millisecond.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from math import isfinite
from typing import TYPE_CHECKING

from core.schema.transcript import TranscriptSegment, Word

if TYPE_CHECKING:
    from core.schema.time import TimeSpan

SHORTEST_WORD = 0.02  # the least a word lasts, in seconds
CHARACTERS_PER_SECOND = 15.0  # speech of about 160 words a minute
LONGEST_PAUSE_INSIDE = 0.8
LONGEST_SEGMENT = 12.0
LONGEST_SEGMENT_CHARACTERS = 160
_MOST_COMPARED = 1_000_000

_SENTENCE_END = re.compile(r"[.!?…。！？]['\"”’»)\]]*$")
# Scripts written without spaces: kana, Han, Thai, Lao, Khmer, Burmese.
_IDEOGRAPHS = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_SYLLABLES = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED = re.compile(rf"[{_IDEOGRAPHS}{_SYLLABLES}]")
_UNSPACED_UNIT = re.compile(rf"[{_IDEOGRAPHS}][^\w\s]*|[{_SYLLABLES}]+[^\w\s]*|[^\s{_IDEOGRAPHS}{_SYLLABLES}]+")
_HAS_SOUND = re.compile(r"\w")
_OPENING = re.compile(r"^[¿¡(\[{\"'“‘«<]+$")


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word as some file or model gave it: its times may be missing or nonsense."""

    text: str
    start: float | None = None
    end: float | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one speaker as some file or model gave it; `words` are empty where it gave only text."""

    text: str
    start: float | None = None
    end: float | None = None
    speaker: str = ""
    words: tuple[SpokenWord, ...] = ()

    @property
    def has_word_times(self) -> bool:
        """Whether at least half of its words came with a start."""
        return bool(self.words) and 2 * sum(w.start is not None for w in self.words) >= len(self.words)


def split_words(text: str) -> list[str]:
    """Split text into words with their punctuation attached; scripts without spaces into characters."""
    words: list[str] = []
    opening = ""
    for token in _tokens(text):
        if _HAS_SOUND.search(token):
            words.append(f"{opening} {token}" if opening and opening[-1] in "—–-" else opening + token)
            opening = ""
        elif opening or _OPENING.match(token) or not words:
            opening += token
        else:
            words[-1] += f" {token}" if token[0] in "—–-" else token
    if opening and words:
        words[-1] += opening
    return words


def words_of_pieces(pieces: Sequence[tuple[str, float, float]]) -> list[SpokenWord]:
    """Return the words of a text given as (piece, start, end): syllables, tokens, or several words in one piece.

    A word lasts from its first letter's time to its last one's; the letters of a piece share its time evenly.
    """
    times: list[tuple[float, float]] = []
    for piece, start, end in pieces:
        count = sum(not letter.isspace() for letter in piece)
        share = (end - start) / max(1, count)
        times += [(start + place * share, start + (place + 1) * share) for place in range(count)]
    words, at = [], 0
    for word in split_words(" ".join("".join(piece for piece, _, _ in pieces).split())):
        count = sum(not letter.isspace() for letter in word)
        words.append(SpokenWord(word, times[at][0], times[at + count - 1][1]))
        at += count
    return words


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for token in text.split():
        if _UNSPACED.search(token):
            tokens += _UNSPACED_UNIT.findall(token) or [token]
        else:
            tokens.append(token)
    return tokens


def join_words(words: Iterable[str]) -> str:
    """Join words to text: spaces between them except between characters of scripts without spaces."""
    text = ""
    for word in words:
        text += f"{space_between(text, word)}{word}"
    return text


def space_between(text: str, word: str) -> str:
    """Return what stands between a text and the word after it: a space, or nothing."""
    touches = _UNSPACED.match(word) and _UNSPACED.search(text[-2:])
    return "" if touches or not text else " "


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script without spaces."""
    return bool(_UNSPACED.search(text))


def sound_of(text: str) -> str:
    """Return what of a written word is heard: its letters and digits, in one case."""
    return re.sub(r"\W", "", text).casefold()


def interpolate(texts: Sequence[str], start: float, end: float) -> list[SpokenWord]:
    """Spread words over [start, end] in proportion to their length in characters."""
    weights = [len(text) + 1 for text in texts]
    total = sum(weights) or 1
    words, at = [], start
    for text, weight in zip(texts, weights, strict=True):
        until = at + (end - start) * weight / total
        words.append(SpokenWord(text, at, until))
        at = until
    return words


def fill_missing_times(words: Sequence[SpokenWord], start: float, end: float) -> list[SpokenWord]:
    """Interpolate the runs of words without times between the neighbours that have them."""
    filled = list(words)
    index = 0
    while index < len(filled):
        if filled[index].start is not None:
            index += 1
            continue
        last = index
        while last < len(filled) and filled[last].start is None:
            last += 1
        left = _known_end(filled[index - 1]) if index else start
        right = filled[last].start if last < len(filled) else end
        right = max(left, right if right is not None else left)
        run = interpolate([word.text for word in filled[index:last]], left, right)
        filled[index:last] = [
            replace(old, start=new.start, end=new.end) for old, new in zip(filled[index:last], run, strict=True)
        ]
        index = last
    return filled


def _known_end(word: SpokenWord) -> float:
    start = word.start or 0.0
    return word.end if word.end is not None else start + len(word.text) / CHARACTERS_PER_SECOND


def time_text(texts: Sequence[str], timed: Sequence[SpokenWord], start: float, end: float) -> list[SpokenWord]:
    """Give the words of a text the times of the same words heard, which may be written otherwise or missing."""
    is_long = len(texts) * len(timed) > _MOST_COMPARED  # then words that are everywhere are left out
    spoken = [sound_of(word.text) for word in timed]
    matcher = SequenceMatcher(a=[sound_of(text) for text in texts], b=spoken, autojunk=is_long)
    words = [SpokenWord(text) for text in texts]
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            heard = timed[block.b + offset]
            words[block.a + offset] = replace(heard, text=texts[block.a + offset])
    return fill_missing_times(words, start, end)


def tidy_words(words: Sequence[SpokenWord], start: float, end: float) -> tuple[Word, ...]:
    """Make words keep the promise of a segment over [start, end]: ascending, inside, apart, finite.

    A word without finite times is interpolated; empty ones are dropped. Each lasts at least `SHORTEST_WORD`, or
    its even share where the segment is too short for that.
    """
    kept = [_finite(word) for word in words if word.text.strip()]
    if not kept:
        return ()
    kept = fill_missing_times(kept, start, end)
    count = len(kept)
    least = min(SHORTEST_WORD, (end - start) / count)
    starts: list[float] = []
    for index, word in enumerate(kept):
        wanted = word.start if word.start is not None else start
        earliest = starts[-1] + least if starts else start
        starts.append(max(earliest, min(wanted, end - (count - index) * least)))
    bounds = [*starts[1:], end]
    tidy = []
    for word, at, limit in zip(kept, starts, bounds, strict=True):
        until = min(limit, max(_known_end(word), at + least))
        at_ms, until_ms = round(at, 3), round(until, 3)
        confidence = min(1.0, max(0.0, word.confidence)) if isfinite(word.confidence) else 1.0
        tidy.append(
            Word(text=word.text.strip(), start=at_ms, end=max(at_ms, until_ms), confidence=round(confidence, 3))
        )
    return tuple(tidy)


def _finite(word: SpokenWord) -> SpokenWord:
    if word.start is None or not isfinite(word.start):
        return replace(word, start=None, end=None)
    if word.end is None or not isfinite(word.end) or word.end < word.start:
        return replace(word, end=None)
    return word


def snap_to_speech(words: Sequence[SpokenWord], speech: Sequence[TimeSpan]) -> list[SpokenWord]:
    """Move starts and ends that reach into a pause back to the speech.

    Attention-based word times let the first word after a pause begin inside it (up to a second early).

    Args:
        words: Ascending.
        speech: Spans in which somebody speaks, ascending.
    """
    starts = [span.start for span in speech]
    snapped = []
    for word in words:
        start, end = word.start, word.end
        if start is not None and end is not None:
            onset = bisect_right(starts, start)
            before = speech[onset - 1].end if onset else 0.0
            if before <= start and onset < len(starts) and starts[onset] < end - SHORTEST_WORD:
                start = starts[onset]
            last = bisect_right(starts, start) - 1
            if last >= 0 and start < speech[last].end < end:
                following = starts[last + 1] if last + 1 < len(starts) else end
                end = end if following < end else speech[last].end
        snapped.append(replace(word, start=start, end=end))
    return snapped


def lay_out(passages: Sequence[Passage]) -> list[TranscriptSegment]:
    """Turn timed passages into segments that keep the promise, sorted, each after the one before.

    Passages that overlap (two people at once, captions that linger) share the time: the earlier one is cut short
    to no less than two fifths of itself, and the later one starts after it.
    """
    ordered = sorted((_extent(p) for p in passages if p.text.strip()), key=lambda p: (p[0], p[1]))
    segments: list[TranscriptSegment] = []
    cursor = 0.0
    for index, (start, end, passage, words) in enumerate(ordered):
        start = max(start, cursor)
        end = max(end, start + SHORTEST_WORD * len(words))
        if index + 1 < len(ordered):
            next_start = max(ordered[index + 1][0], start + 0.4 * (end - start))
            end = max(min(end, next_start), start + SHORTEST_WORD * len(words))
        start, end = round(start, 3), round(end, 3)
        cursor = end
        if not passage.has_word_times:
            words = interpolate([word.text for word in words], start, end)
        tidy = tidy_words(words, start, end)
        segments.append(
            TranscriptSegment(start=start, end=end, text=passage.text, speaker=passage.speaker, words=tidy)
        )
    return segments


def _extent(passage: Passage) -> tuple[float, float, Passage, list[SpokenWord]]:
    words = list(passage.words) or [SpokenWord(text) for text in split_words(passage.text)]
    start = max(0.0, passage.start or 0.0)
    end = passage.end if passage.end is not None else start + len(passage.text) / CHARACTERS_PER_SECOND
    if passage.has_word_times:
        words = fill_missing_times([_finite(word) for word in words], start, max(start, end))
        start = max(0.0, min(word.start for word in words if word.start is not None))
        end = max(_known_end(word) for word in words)
    return start, max(start, end), passage, words


def group_words(words: Sequence[SpokenWord], speaker: str = "") -> list[Passage]:
    """Cut a stream of timed words of one speaker into passages at sentence ends, pauses and a readable length."""
    passages: list[Passage] = []
    run: list[SpokenWord] = []
    for word in words:
        if run and _ends_before(run, word):
            passages.append(passage_of(run, speaker))
            run = []
        elif run and _is_too_long(run, word):
            cut = _best_cut(run)
            passages.append(passage_of(run[:cut], speaker))
            run = run[cut:]
        run.append(word)
    return passages + ([passage_of(run, speaker)] if run else [])


def _ends_before(run: Sequence[SpokenWord], following: SpokenWord) -> bool:
    """Whether a passage ends between the run and the next word: a long pause, or the end of a sentence."""
    pause = _pause(run[-1], following)
    is_long_enough = sum(len(word.text) + 1 for word in run) > 20
    return pause > LONGEST_PAUSE_INSIDE or (
        bool(_SENTENCE_END.search(run[-1].text)) and (is_long_enough or pause > 0.3)
    )


def _is_too_long(run: Sequence[SpokenWord], following: SpokenWord) -> bool:
    lasts = (following.start or 0.0) - (run[0].start or 0.0)
    characters = sum(len(word.text) + 1 for word in run) + len(following.text)
    return lasts > LONGEST_SEGMENT or characters > LONGEST_SEGMENT_CHARACTERS


def _best_cut(run: Sequence[SpokenWord]) -> int:
    """Return where to cut a run that grew too long: in its later part, after a comma and at a pause."""
    gains = {
        index: _pause(run[index - 1], run[index])
        + 0.3 * run[index - 1].text.endswith((",", ";", ":", "—", "،", "、"))
        for index in range(max(1, len(run) // 2), len(run))
    }
    return max(gains, key=lambda index: (gains[index], index), default=len(run))


def _pause(word: SpokenWord, following: SpokenWord) -> float:
    return 0.0 if following.start is None else max(0.0, following.start - _known_end(word))


def passage_of(words: Sequence[SpokenWord], speaker: str = "") -> Passage:
    """Return the passage that some timed words make."""
    return Passage(
        text=join_words(word.text.strip() for word in words),
        start=words[0].start,
        end=_known_end(words[-1]),
        speaker=speaker,
        words=tuple(words),
    )
