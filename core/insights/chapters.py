"""Chapters as YouTube takes them: the first at 0:00, at least three, each ten seconds or longer, ascending.

Where a chapter begins comes of the talk's lexical cohesion (`core.highlights.topics`), moved to the question or
turn that opens it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from core.highlights.topics import find_topics
from core.insights.chapter_titles import chapter_titles
from core.insights.phrases import Phrase
from core.insights.talk import Talk
from core.schema.insights import Chapter

FEWEST = 3
SHORTEST = 10.0
"""What YouTube asks for: chapters, and seconds of each (support.google.com/youtube/answer/9884579)."""

SHORTEST_TALK = 120.0
"""Seconds of a talk below which chapters would be a list of its sentences."""

MOST = 50
_SECONDS_PER_CHAPTER = 150.0
_LONGEST_PART, _LONGEST_SHARE = 600.0, 6.0
_NEAR_QUESTION, _NEAR_TURN = 25.0, 12.0
TOO_SHORT = (
    "Too short for chapters: YouTube wants three of ten seconds or more, and they help from two minutes on."
)


def find_chapters(talk: Talk, phrases: Sequence[Phrase]) -> tuple[Chapter, ...]:
    """Return the chapters; none where the talk is too short for them."""
    if talk.duration < SHORTEST_TALK or not talk.sentences:
        return ()
    starts = [0.0, *_spaced(_edges(talk), talk.duration)]
    titles = chapter_titles(talk, starts, phrases)
    return tuple(Chapter(start=start, title=title) for start, title in zip(starts, titles, strict=True))


def _edges(talk: Talk) -> list[float]:
    """Return the seconds at which chapters may begin, the most certain ones first."""
    sentences = talk.sentences
    topics = find_topics(sentences, talk.transcript.language)
    firsts = [topic.start for topic in topics[1:]]
    longest = max(_LONGEST_PART, talk.duration / _LONGEST_SHARE) if talk.duration < 4 * 3600 else _LONGEST_PART
    bounds = [0.0, *firsts, talk.duration]
    finer: list[float] = []
    for start, end in pairwise(bounds):
        if end - start > longest:
            part = [s for s in sentences if start <= s.start < end]
            finer += [topic.start for topic in find_topics(part, talk.transcript.language)[1:]]
    edges = [_opening(talk, at) for at in (*firsts, *finer)]
    most = int(min(MOST, max(FEWEST, talk.duration / _SECONDS_PER_CHAPTER))) - 1
    return edges[:most]


def _opening(talk: Talk, at: float) -> float:
    """Return the start of the question near a second that opens a turn; else of a turn; else of a sentence."""
    best, best_cost = at, float("inf")
    first = bisect_left(talk.sentences, at - _NEAR_QUESTION, key=lambda sentence: sentence.start)
    last = bisect_right(talk.sentences, at + _NEAR_QUESTION, key=lambda sentence: sentence.start)
    for index in range(first, last):
        sentence = talk.sentences[index]
        away = abs(sentence.start - at)
        opens = _opens(talk, index)
        asks = opens and any(
            s.is_question and s.speaker == sentence.speaker for s in talk.sentences[index : index + 4]
        )
        if not (asks or away <= _NEAR_TURN):
            continue
        cost = away - 30.0 * asks - 10.0 * opens
        if cost < best_cost:
            best, best_cost = sentence.start, cost
    return best


def _opens(talk: Talk, index: int) -> bool:
    """Whether a sentence begins a turn; a mere "Mm-hm." before it does not."""
    if len(talk.table.tokens[index]) < 3 and not talk.is_ideographic:
        return False
    before = index - 1
    follows_aside = before >= 0 and len(talk.table.tokens[before]) < 3 and bool(talk.table.opens_turn[before])
    return bool(talk.table.opens_turn[index]) or follows_aside


def _spaced(edges: Sequence[float], duration: float) -> list[float]:
    """Return whole-second starts that keep the rules, as many as are missing made by halving the longest parts."""
    taken: list[float] = []
    for edge in edges:
        at = float(int(edge))
        if all(abs(at - other) >= SHORTEST for other in (0.0, *taken)) and duration - at >= SHORTEST:
            taken.append(at)
    while len(taken) < FEWEST - 1:
        bounds = sorted((0.0, *taken, duration))
        start, end = max(pairwise(bounds), key=lambda pair: pair[1] - pair[0])
        taken.append(float(int((start + end) / 2)))
    return sorted(taken)
