"""From words to cues: which words are on screen together, and exactly how long.

Pages are found by dynamic programming over all ways to group the words, so that no rule wins by standing first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from core.captions.phrasing import ends_clause, ends_sentence, leans_on_next, split_number
from core.captions.punctuation import join_marks
from core.captions.script import columns, is_unspaced, join_words, separator
from core.captions.segmenting import phrases
from core.schema.caption import CaptionCue, CueWord

if TYPE_CHECKING:
    from core.schema.style import CaptionStyle

# Seconds. A reader needs about a third of a second to catch a page; a gap shorter than a quarter reads as flicker.
LONGEST_PAUSE = 0.6
SHORTEST_CUE = 0.35
CLOSED_GAP = 0.25
HOLD = 0.2

COMFORTABLE_COLUMNS_PER_LINE = 18

# Prices, measured against 1 for one more page: a split number is worse than all else that can come together.
_SPLIT_NUMBER = 30.0
_LONELY_WORD = 5.0
_SWALLOWED_CLAUSE = 2.2
_LEANING_END = 0.9
_UNEVEN = 0.6


@dataclass(frozen=True)
class CaptionWord:
    """One word of a clip as it is to be read; times in clip seconds."""

    text: str
    start: float
    end: float
    speaker: str = ""
    is_emphasised: bool = False
    emoji: str = ""


def build_cues(words: Sequence[CaptionWord], style: CaptionStyle, clip_duration: float) -> tuple[CaptionCue, ...]:
    """Group a clip's words into cues.

    Cues do not overlap, lie in [0, clip_duration], and hold at most `style.max_words` words; word times ascend.
    A cue stays at most `HOLD` seconds longer than it is spoken, unless the next one begins within `CLOSED_GAP`.
    Text in a script without spaces is first cut into phrases a reader takes in at once, each counting as a word.

    Args:
        words: In speaking order, clip seconds; words outside the clip and empty ones are left out.
        style: How many words and lines a page may have.
        clip_duration: Length of the clip in seconds.
    """
    clean = _order_times(_in_phrases(_with_marks(words)), clip_duration)
    pages = [
        page
        for stretch in _split_stretches(clean)
        for page in _paginate(stretch, style.max_words, style.max_lines)
    ]
    return _time_cues(pages, clip_duration)


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
    starts, ends, owners = [], [], []
    for word in run:
        rate = (word.end - word.start) / len(word.text)
        for place in range(len(word.text)):
            starts.append(word.start + rate * place)
            ends.append(min(word.end, word.start + rate * (place + 1)))
            owners.append(word)
    made, at = [], 0
    for text in phrases("".join(word.text for word in run), around):
        last = at + len(text)
        is_emphasised = any(word.is_emphasised for word in owners[at:last])
        made.append(replace(run[0], text=text, start=starts[at], end=ends[last - 1], is_emphasised=is_emphasised))
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


def _split_stretches(words: Sequence[CaptionWord]) -> list[list[CaptionWord]]:
    """Cut where a page must end whatever it costs: sentences, long pauses, another speaker."""
    stretches: list[list[CaptionWord]] = []
    for word in words:
        previous = stretches[-1][-1] if stretches else None
        if (
            previous
            and previous.speaker == word.speaker
            and word.start - previous.end <= LONGEST_PAUSE
            and not ends_sentence(previous.text, word.text)
        ):
            stretches[-1].append(word)
        else:
            stretches.append([word])
    return stretches


def _paginate(words: list[CaptionWord], max_words: int, max_lines: int) -> list[list[CaptionWord]]:
    """Return the cheapest way to cut a stretch into pages of at most `max_words`."""
    texts = [word.text for word in words]
    end_costs = [_end_cost(texts, index) for index in range(len(words))]
    best = [0.0] + [float("inf")] * len(words)
    cut_before = [0] * (len(words) + 1)
    for end in range(1, len(words) + 1):
        for start in range(max(0, end - max_words), end):
            page = words[start:end]
            cost = best[start] + end_costs[end - 1] + _page_cost(page, max_words, max_lines)
            if len(page) == 1 and max_words > 1 and len(words) > 1:
                cost += _LONELY_WORD if columns(page[0].text) <= COMFORTABLE_COLUMNS_PER_LINE else 0.0
            if cost < best[end]:
                best[end], cut_before[end] = cost, start
    pages: list[list[CaptionWord]] = []
    end = len(words)
    while end > 0:
        pages.append(words[cut_before[end] : end])
        end = cut_before[end]
    return pages[::-1]


def _end_cost(texts: Sequence[str], index: int) -> float:
    """Return how badly a page ends after texts[index]; the end of a stretch is free."""
    if index + 1 == len(texts):
        return 0.0
    leaning = _LEANING_END if leans_on_next(texts[index]) else 0.0
    return max(leaning, _SPLIT_NUMBER * split_number(texts, index))


def _page_cost(page: Sequence[CaptionWord], max_words: int, max_lines: int) -> float:
    """Return how badly the words read as one page, wherever it stands; 1 is the price of one more page."""
    cost = 1.0 + _UNEVEN * ((max_words - len(page)) / max_words) ** 2
    for left, right in pairwise(page):
        cost += 4.0 * max(0.0, right.start - left.end)
        cost += _SWALLOWED_CLAUSE if ends_clause(left.text) else 0.0
    if len(page) > 1 and any(columns(word.text) > COMFORTABLE_COLUMNS_PER_LINE for word in page):
        cost += 2.5
    width = columns(join_words([word.text for word in page]))
    cost += 0.25 * max(0.0, width - COMFORTABLE_COLUMNS_PER_LINE * max_lines)
    if page[-1].end - page[0].start < SHORTEST_CUE:
        cost += 0.8
    return cost


def _time_cues(pages: Sequence[Sequence[CaptionWord]], clip_duration: float) -> tuple[CaptionCue, ...]:
    """Give each page its time on screen: close short gaps, hold briefly, borrow from gaps for very short pages."""
    cues: list[CaptionCue] = []
    for index, page in enumerate(pages):
        start, spoken_end = page[0].start, page[-1].end
        following = pages[index + 1][0].start if index + 1 < len(pages) else clip_duration
        end = max(spoken_end + HOLD, start + SHORTEST_CUE)
        end = following if index + 1 < len(pages) and following - spoken_end < CLOSED_GAP else min(end, following)
        if end - start < SHORTEST_CUE:
            earliest = cues[-1].end if cues else 0.0
            start = max(earliest, end - SHORTEST_CUE)
            start = min(start, page[0].start)
        if end > start:
            words = _close_word_gaps(page)
            cues.append(CaptionCue(start=start, end=end, words=words, speaker=page[0].speaker))
    return tuple(cues)


def _close_word_gaps(page: Sequence[CaptionWord]) -> tuple[CueWord, ...]:
    """Let each highlight last until the next word where the breath between them is short."""
    words = []
    for index, word in enumerate(page):
        following = page[index + 1].start if index + 1 < len(page) else word.end
        end = following if following - word.end < CLOSED_GAP else word.end
        words.append(
            CueWord(text=word.text, start=word.start, end=max(end, word.start), is_emphasised=word.is_emphasised)
        )
    return tuple(words)
