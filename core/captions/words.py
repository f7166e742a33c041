"""A clip's words made ready for pages: marks put to their words, unspaced text in phrases, ascending times."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.captions.punctuation import join_marks
from core.captions.script import is_unspaced, separator
from core.captions.segmenting import phrases

# Seconds. Words further apart are not said in one breath.
LONGEST_PAUSE = 0.6


@dataclass(frozen=True)
class CaptionWord:
    """One word of a clip as it is to be read; times in clip seconds."""

    text: str
    start: float
    end: float
    speaker: str = ""
    is_emphasised: bool = False
    emoji: str = ""


def ready_words(words: Sequence[CaptionWord], clip_duration: float) -> list[CaptionWord]:
    """Return the words inside the clip as they are put on pages; their times ascend and don't overlap."""
    return _order_times(_in_phrases(_with_marks(words)), clip_duration)


def _with_marks(words: Sequence[CaptionWord]) -> list[CaptionWord]:
    """Return the words with punctuation that stands alone put to the word it belongs to, which lasts so long."""
    spoken = [replace(word, text=text) for word in words if (text := " ".join(word.text.split()))]
    return [
        replace(spoken[each.first], text=each.text, end=max(spoken[each.first].end, spoken[each.last].end))
        if each.last > each.first
        else spoken[each.first]
        for each in join_marks([word.text for word in spoken])
    ]


def _in_phrases(words: Sequence[CaptionWord]) -> list[CaptionWord]:
    """Return words of unspaced text, each a letter or a sentence, as phrases; others as they are."""
    around = "".join(word.text for word in words)
    found: list[CaptionWord] = []
    for run in _unspaced_runs(words):
        if is_unspaced(run[0].text[-1:]):
            found += _phrases_of(run, around)
        else:
            found += run
    return found


def _unspaced_runs(words: Sequence[CaptionWord]) -> list[list[CaptionWord]]:
    """Return the words in runs that one speaker says without a pause and that touch when written; others alone."""
    runs: list[list[CaptionWord]] = []
    for word in words:
        before = runs[-1][-1] if runs else None
        if (
            before is not None
            and before.speaker == word.speaker
            and abs(word.start - before.end) <= LONGEST_PAUSE
            and not separator(before.text, word.text)
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _phrases_of(run: Sequence[CaptionWord], around: str) -> list[CaptionWord]:
    """Return a run cut into phrases; the letters of a word share its time."""
    starts, ends, owners, emoji = [], [], [], []
    for word in run:
        rate = (word.end - word.start) / len(word.text)
        for place in range(len(word.text)):
            starts.append(word.start + rate * place)
            ends.append(min(word.end, word.start + rate * (place + 1)))
            owners.append(word)
            emoji.append(word.emoji if place == 0 else "")
    made, at = [], 0
    for text in phrases("".join(word.text for word in run), around):
        last = at + len(text)
        is_emphasised = any(word.is_emphasised for word in owners[at:last])
        made.append(
            replace(
                run[0],
                text=text,
                start=starts[at],
                end=ends[last - 1],
                is_emphasised=is_emphasised,
                emoji=next(filter(None, emoji[at:last]), ""),
            )
        )
        at = last
    return made


def _order_times(words: Sequence[CaptionWord], clip_duration: float) -> list[CaptionWord]:
    """Return the words inside the clip, times clamped and ascending, none starting together if there is room."""
    kept = [word for word in words if word.text.strip() and _is_inside(word, clip_duration)]
    starts: list[float] = []
    for word in kept:
        start = min(max(word.start, 0.0), clip_duration)
        starts.append(max(start, starts[-1]) if starts else start)
    ordered = []
    for index, word in enumerate(kept):
        after = starts[index + 1] if index + 1 < len(kept) else clip_duration
        end = min(max(word.end, starts[index]), after, clip_duration)
        ordered.append(replace(word, start=starts[index], end=end))
    return _spread_equal_starts(ordered, clip_duration)


def _is_inside(word: CaptionWord, clip_duration: float) -> bool:
    return word.start <= word.end and word.start < clip_duration and (word.end > 0.0 or word.start >= 0.0)


def _spread_equal_starts(words: list[CaptionWord], clip_duration: float) -> list[CaptionWord]:
    """Share the time up to the next start among words that a transcriber gave one and the same start."""
    spread: list[CaptionWord] = []
    first = 0
    while first < len(words):
        last = first
        while last + 1 < len(words) and words[last + 1].start == words[first].start:
            last += 1
        count = last - first + 1
        start = words[first].start
        end = words[last].end
        if count > 1 and end <= start:
            following = words[last + 1].start if last + 1 < len(words) else clip_duration
            end = min(following, start + 0.2 * count)
        for place in range(count):
            word = words[first + place]
            if count > 1:
                share = (end - start) / count
                word = replace(word, start=start + share * place, end=start + share * (place + 1))
            spread.append(word)
        first = last + 1
    return spread
