"""Clips of several ranges: a setup and its punch line, with the digression between them left out.

What is left out is whole sentences: housekeeping and filling, or another topic, one whose words come again and
again there and nowhere else in the clip, while the parts around it share theirs. What remains must read on: the
sentence after the skip leans on nothing that was skipped, is the same speaker's or follows whole turns, and no
question loses its answer.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from core.highlights.candidates import Edges, Floats, Windows
from core.highlights.features import SentenceTable
from core.highlights.rubric import GAIN_SPREAD, MIDDLE_GAIN, ORDINARY
from core.highlights.standing import ending_faults, opening_faults
from core.schema.time import TimeSpan

Skip = tuple[int, int]
"""First and last sentence (inclusive) that a clip leaves out."""

SHORTEST_RANGE = 3.0
SHORTEST_SKIP, LONGEST_SKIP = 8.0, 40.0
MOST_SKIPS = 2
"""Three ranges at most: more of them is a montage, not somebody talking."""

LONGER = 1.6
"""Windows up to this many times the longest clip are looked at for what can be left out."""

TRIED = 100
"""So many of the best windows, and of the best that are too long, are looked at."""

CLEARLY_BETTER = 4.0
"""Points of 100 that a clip of several ranges must have over the best single one in its place."""

_JOIN_SECONDS = 8.0  # what a jump costs, in seconds of average talk
_LEANS_LITTLE = 0.45  # a fault from which an opening is not trusted after a skip
_ENDS_WELL = 0.5
_KEPT_SHARE = 0.7  # of what is skipped must be left at least
_IDLE_SHARE = 0.08  # of a stretch's words are fillers, or in housekeeping
_TOPIC_WORDS, _TOPIC_REPEATS = 4, 3  # distinct words of another topic, and how often its commonest comes
_SHARED_WORDS = 2  # that the parts around a skip have in common


@dataclass(frozen=True)
class Skipping:
    """A window with the sentences that are left out of it, and what it is worth without them (0 to 100)."""

    index: int
    skips: tuple[Skip, ...]
    worth: float


@dataclass(frozen=True)
class Talk:
    """What skips are judged by: sentences, where they can be cut; `gained` is their summed worth up to each."""

    table: SentenceTable
    starts: list[float]
    ends: list[float]
    gained: list[float]
    openings: list[float]
    endings: list[float]
    idles: list[float]
    worded: list[float]

    def idle(self, skip: Skip) -> tuple[float, float]:
        """Return how many words of a stretch fill or organise, and how many words it has."""
        first, last = skip[0], skip[1] + 1
        return self.idles[last] - self.idles[first], self.worded[last] - self.worded[first]

    def seconds(self, skip: Skip) -> float:
        """Return how much time a skip takes out."""
        return self.starts[skip[1] + 1] - self.ends[skip[0] - 1]

    def gain(self, skip: Skip) -> float:
        """Return what a stretch is worth, in seconds of average talk."""
        return self.gained[skip[1] + 1] - self.gained[skip[0]]


def talk_of(table: SentenceTable, edges: Edges, likelihood: Floats) -> Talk:
    """Return a talk to be judged; `likelihood` is how likelier than average each sentence is part of a moment."""
    sentences = table.sentences
    span = max(sentence.end for sentence in sentences) - min(sentence.start for sentence in sentences)
    gained = np.append(0.0, np.cumsum(likelihood * span / len(sentences)))
    faults = opening_faults(table).tolist(), ending_faults(table).tolist()
    idle = table.column("filler") + table.column("words") * (table.column("housekeeping") > 0)
    summed = (np.append(0.0, np.cumsum(values)).tolist() for values in (idle, table.column("words")))
    return Talk(table, edges.starts.tolist(), edges.ends.tolist(), gained.tolist(), *faults, *summed)


def find_skips(
    talk: Talk, windows: Windows, worth: Floats, tried: Sequence[int], limits: tuple[float, float]
) -> list[Skipping]:
    """Return, of the windows to be tried, those that get better and keep the limits by leaving something out.

    Args:
        talk: From `talk_of`.
        windows: All windows; `tried` are indices of them.
        worth: What each is worth whole (0 to 100).
        tried: Which to try.
        limits: Least and greatest length of a clip, in seconds.
    """
    found = []
    for index in tried:
        first, last = int(windows.first[index]), int(windows.last[index])
        length, gain = float(windows.duration[index]), _gain_of(float(worth[index]))
        skips: list[Skip] = []
        ranked = sorted(_possible(talk, first, last), reverse=True)
        for saved, skip in ranked:
            if len(skips) == MOST_SKIPS or saved <= 0:
                break
            left = length - talk.seconds(skip)
            if left >= max(limits[0], _KEPT_SHARE * talk.seconds(skip)) and _is_apart(
                talk, skip, skips, windows, index
            ):
                skips, length, gain = sorted([*skips, skip]), left, gain + saved
        if skips and length <= limits[1]:
            found.append(Skipping(index, tuple(skips), _worth_of(gain)))
    return found


def clearly_better(found: Sequence[Skipping], windows: Windows, worth: Floats, singles: int) -> list[Skipping]:
    """Return those worth clearly more than every single range (the first `singles` windows) in their place."""
    starts, ends = windows.start[:singles], windows.end[:singles]
    kept = []
    for one in found:
        start, end = windows.start[one.index], windows.end[one.index]
        shared = np.minimum(ends, end) - np.maximum(starts, start)
        rivals = worth[:singles][shared > 0.5 * (ends - starts)]
        if one.worth >= float(rivals.max(initial=0.0)) + CLEARLY_BETTER:
            kept.append(one)
    return kept


def ranges_of(talk: Talk, start: float, end: float, skips: Sequence[Skip]) -> tuple[TimeSpan, ...]:
    """Return the source spans of a clip from `start` to `end` without the skips."""
    edges = [start]
    for first, last in skips:
        edges += [talk.ends[first - 1], talk.starts[last + 1]]
    edges.append(end)
    return tuple(TimeSpan(start=a, end=b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def kept_of(first: int, last: int, skips: Sequence[Skip]) -> list[int]:
    """Return the sentences of a window that are not skipped."""
    return [i for i in range(first, last + 1) if not any(a <= i <= b for a, b in skips)]


def part_of(table: SentenceTable, kept: Sequence[int]) -> SentenceTable:
    """Return a table of some of the sentences, as if the others had not been said."""
    rows = np.array(kept)
    return SentenceTable(
        sentences=tuple(table.sentences[i] for i in kept),
        tokens=tuple(table.tokens[i] for i in kept),
        terms=tuple(table.terms[i] for i in kept),
        counts=table.counts[rows],
        found=tuple(table.found[i] for i in kept),
        leaning=table.leaning[rows],
        hanging=table.hanging[rows],
        opens_turn=table.opens_turn[rows],
        has_speakers=table.has_speakers,
        lexicon=table.lexicon,
    )


def told_of(talk: Talk, kept: Sequence[int], skips: Sequence[Skip]) -> str:
    """Return what is left out, in words: "It leaves out 14 s about parking"."""
    seconds = sum(talk.seconds(skip) for skip in skips)
    said = Counter(term for a, b in skips for i in range(a, b + 1) for term in talk.table.terms[i])
    for term in {term for i in kept for term in talk.table.terms[i]}:
        said.pop(term, None)
    about = [term for term, count in said.most_common(1) if count > 1 or len(said) < 4]
    return f"It leaves out {seconds:.0f} s" + (f" about “{about[0]}”" if about else "") + "."


def _possible(talk: Talk, first: int, last: int) -> list[tuple[float, Skip]]:
    """Return what can be left out of a window, with what that adds in seconds of average talk."""
    table, sentences = talk.table, talk.table.sentences
    whole = Counter(term for i in range(first, last + 1) for term in table.terms[i])
    possible = []
    for a in range(first + 1, last):
        if math.isnan(talk.ends[a - 1]) or talk.endings[a - 1] > _ENDS_WELL:
            continue
        inside: Counter[str] = Counter()
        for b in range(a, last):
            inside.update(table.terms[b])
            if math.isnan(talk.starts[b + 1]) or talk.openings[b + 1] >= _LEANS_LITTLE or sentences[b].is_question:
                continue
            seconds = talk.seconds((a, b))
            if seconds > LONGEST_SKIP:
                break
            same = sentences[a - 1].speaker == sentences[b + 1].speaker
            is_turns = bool(table.opens_turn[a]) and bool(table.opens_turn[b + 1])
            if seconds < SHORTEST_SKIP or not (same or is_turns):
                continue
            lost = _lost(talk, (first, last), (a, b), whole, inside)
            if lost is not None:
                possible.append((ORDINARY * seconds - lost - _JOIN_SECONDS, (a, b)))
    return possible


def _lost(talk: Talk, window: Skip, skip: Skip, whole: Counter[str], inside: Counter[str]) -> float | None:
    """Return what is lost with a stretch, in seconds of average talk; None where it belongs to what is kept."""
    shared = _terms(talk, window[0], skip[0] - 1) & _terms(talk, skip[1] + 1, window[1])
    elsewhere = sum(whole[term] > count for term, count in inside.items())
    is_other = len(inside) >= _TOPIC_WORDS and max(inside.values()) >= _TOPIC_REPEATS
    if is_other and elsewhere <= 0.1 * len(inside) and len(shared) >= _SHARED_WORDS:
        return 0.0
    is_idle = all(_is_idle(talk, part) for part in (skip, (skip[0], skip[0]), (skip[1], skip[1])))
    return 0.3 * talk.gain(skip) if is_idle and len(shared) >= _SHARED_WORDS else None


def _is_idle(talk: Talk, part: Skip) -> bool:
    idle, words = talk.idle(part)
    return idle > _IDLE_SHARE * words


def _terms(talk: Talk, first: int, last: int) -> set[str]:
    """Return what a stretch is about: its content words but those that are listed as striking in any talk."""
    table = talk.table
    listed = {word for i in range(first, last + 1) for words in table.found[i].values() for word in words}
    return {term for i in range(first, last + 1) for term in table.terms[i]} - listed


def _is_apart(talk: Talk, skip: Skip, skips: Sequence[Skip], windows: Windows, index: int) -> bool:
    """Whether every range that is left with this skip too is long enough to be watched."""
    together = sorted([*skips, skip])
    if any(b[0] <= a[1] + 1 for a, b in pairwise(together)):
        return False
    start, end = float(windows.start[index]), float(windows.end[index])
    return all(span.duration >= SHORTEST_RANGE for span in ranges_of(talk, start, end, together))


def _gain_of(worth: float) -> float:
    share = min(max(worth / 100.0, 1e-6), 1.0 - 1e-6)
    return MIDDLE_GAIN + GAIN_SPREAD * math.log(share / (1.0 - share))


def _worth_of(gain: float) -> float:
    return 100.0 / (1.0 + math.exp(-(gain - MIDDLE_GAIN) / GAIN_SPREAD))
