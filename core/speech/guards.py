"""Doubts about what an engine heard: signs of text that was made up, or heard in the wrong language.

They are signs only. A stretch with one is heard again more carefully, and what stays doubtful is marked for the
user, never dropped. The thresholds lie beyond what people do, so that fluent speech raises none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import groupby

from core.schema.choice import Choice
from core.schema.record import Record
from core.schema.time import TimeSpan, merge_spans
from core.schema.transcript import Flag, TranscriptSegment
from core.speech.words import Passage, SpokenWord, interpolate, is_unspaced, sound_of, split_words

# A phrase of at most so many words, said so many times in a row. People say "no" five times and "ha" seven,
# "come on" five, a few words three times and a sentence twice; a model that loops goes on until its window is
# full. Longer phrases are not looked for: what is said again at length is a refrain, or a recording played twice.
REPEATS = ((1, 8), (2, 6), (4, 4), (15, 3))

# Words in a row that must all be far from any voice. Attention places a word up to a second off.
_FEWEST_WITHOUT_VOICE = 3
_FAR_FROM_VOICE = 1.0

# So many words in a row, faster than so many a second. Auctioneers and rappers reach six words or twelve syllables
# a second; a model that makes up text writes a page into a breath. A word of a script without spaces is a
# character, about a syllable.
_FAST_RUN = 12
_MOST_WORDS, _MOST_CHARACTERS = 8.0, 14.0

# Where less is said than so many seconds, a language is a guess, and the one of the talk is the better guess.
SURE_OF_LANGUAGE = 30.0


class Doubt(Record):
    """A stretch of source seconds, and what speaks against what was heard there."""

    flag: Flag
    start: float
    end: float


def find_doubts(passages: Sequence[Passage], speech: Sequence[TimeSpan]) -> list[Doubt]:
    """Return what is doubtful of passages in source seconds, where somebody speaks in `speech` (ascending)."""
    words = _timed(passages)
    found = {
        "repeated": _repeated(words),
        "no_voice": _without_voice(words, speech),
        "too_fast": _too_fast(words),
    }
    flags: tuple[Flag, ...] = ("repeated", "no_voice", "too_fast")
    return [
        Doubt(flag=flag, start=span.start, end=span.end) for flag in flags for span in merge_spans(found[flag])
    ]


def doubtful_words(passages: Sequence[Passage], doubts: Iterable[Doubt]) -> tuple[int, int]:
    """Return how many words are in doubt, and how many are not."""
    spans = merge_spans(TimeSpan(start=doubt.start, end=doubt.end) for doubt in doubts)
    words = _timed(passages)
    doubtful = sum(any(span.start <= _middle(word) <= span.end for span in spans) for word in words)
    return doubtful, len(words) - doubtful


def is_better(again: tuple[int, int], before: tuple[int, int]) -> bool:
    """Whether to take what was heard the second time, by the words (in doubt, not in doubt) of both.

    It has less in doubt, and has not lost what was sound.
    """
    return again[0] < before[0] and again[1] >= before[1] // 2


def marked(segments: Sequence[TranscriptSegment], doubts: Sequence[Doubt]) -> list[TranscriptSegment]:
    """Return segments with the flags of the doubts that lie on them."""
    return [_marked(segment, doubts) for segment in segments]


def tell(heard_again: int, doubts: Sequence[Doubt]) -> tuple[Choice, ...]:
    """Return what to tell the user of stretches that were heard again, and of those that stay doubtful."""
    told: list[Choice] = []
    if heard_again:
        reason = "they repeated themselves, were too fast, in another language, or stood where nobody speaks"
        told.append(Choice(subject="transcript", chosen=f"heard {_times(heard_again)} again", reason=reason))
    for flag, why in _WHY.items():
        count = sum(doubt.flag == flag for doubt in doubts)
        if count:
            chosen = f"{_times(count)} marked as doubtful"
            told.append(Choice(subject="transcript", chosen=chosen, reason=why, degraded=True))
    return tuple(told)


_WHY: dict[Flag, str] = {
    "repeated": "the text repeats itself as no speaker does; listen before you use it",
    "no_voice": "there is text where no voice is heard; listen before you use it",
    "too_fast": "there are more words than anybody says in that time; listen before you use it",
    "other_language": "it is in another language than the rest",
}


def _times(count: int) -> str:
    return "one stretch" if count == 1 else f"{count} stretches"


def _marked(segment: TranscriptSegment, doubts: Sequence[Doubt]) -> TranscriptSegment:
    span = TimeSpan(start=segment.start, end=segment.end)
    flags = {
        doubt.flag
        for doubt in doubts
        if 2 * span.overlap(TimeSpan(start=doubt.start, end=doubt.end))
        >= min(span.duration, doubt.end - doubt.start)
        and doubt.start < span.end
        and span.start < doubt.end
    }
    ordered = tuple(flag for flag in _WHY if flag in flags)
    return segment.model_copy(update={"flags": ordered}) if ordered else segment


def _timed(passages: Sequence[Passage]) -> list[SpokenWord]:
    """Return words with times, spread over their passage where it has none; passages without any are left out."""
    words: list[SpokenWord] = []
    for passage in passages:
        if passage.words and all(word.start is not None and word.end is not None for word in passage.words):
            words += passage.words
        elif passage.start is not None and passage.end is not None and passage.end >= passage.start:
            words += interpolate(split_words(passage.text), passage.start, passage.end)
    return words


def _repeated(words: Sequence[SpokenWord]) -> list[TimeSpan]:
    texts = [sound_of(word.text) or word.text for word in words]
    spans: list[TimeSpan] = []
    shortest = 1
    for longest, times in REPEATS:
        for length in range(shortest, longest + 1):
            same = [texts[i] == texts[i + length] for i in range(len(texts) - length)]
            at = 0
            for is_same, run in groupby(same):
                count = len(list(run))
                # A phrase said k times is the same as what follows it by its length for k - 1 times its length.
                if is_same and count >= length * (times - 1):
                    spans.append(_span(words[at : at + count + length]))
                at += count
        shortest = longest + 1
    return spans


def _without_voice(words: Sequence[SpokenWord], speech: Sequence[TimeSpan]) -> list[TimeSpan]:
    ends = [span.end for span in speech]

    def is_far(word: SpokenWord) -> bool:
        after = bisect_left(ends, _start(word) - _FAR_FROM_VOICE)
        return after == len(speech) or speech[after].start > _end(word) + _FAR_FROM_VOICE

    runs = [list(run) for far, run in groupby(words, is_far) if far]
    return [_span(run) for run in runs if len(run) >= _FEWEST_WITHOUT_VOICE]


def _too_fast(words: Sequence[SpokenWord]) -> list[TimeSpan]:
    spans: list[TimeSpan] = []
    for first in range(len(words) - _FAST_RUN + 1):
        run = words[first : first + _FAST_RUN]
        characters = sum(is_unspaced(word.text) for word in run)
        most = _MOST_CHARACTERS if 2 * characters > len(run) else _MOST_WORDS
        if _end(run[-1]) - _start(run[0]) < len(run) / most:
            spans.append(_span(run))
    return spans


def _span(words: Sequence[SpokenWord]) -> TimeSpan:
    start = min(map(_start, words))
    return TimeSpan(start=start, end=max(start, *map(_end, words)))


def _start(word: SpokenWord) -> float:
    return word.start or 0.0


def _end(word: SpokenWord) -> float:
    return word.end if word.end is not None else _start(word)


def _middle(word: SpokenWord) -> float:
    return (_start(word) + _end(word)) / 2
