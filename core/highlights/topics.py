"""Chapters by lexical cohesion: where the words of what was said differ most from those of what follows.

After TextTiling (Hearst, 1997), over whole sentences and with weighted terms, smoothed block comparison and a
bound on how short a chapter may be.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from core.highlights.language import plain, terms
from core.highlights.lexicon import Lexicon, lexicon_for
from core.schema.segment import Sentence, Topic

BLOCK_SECONDS = 180.0
"""How much talk on either side of a sentence edge is compared, a sixth of a short talk at most."""

SHORTEST_TOPIC = 120.0
"""Seconds a chapter lasts at least, an eighth of a short talk at most."""

DIMENSIONS = 512
"""Terms are hashed into this many dimensions, which keeps ten hours as quick, per minute, as ten minutes."""


def find_topics(sentences: Sequence[Sentence], language: str = "") -> tuple[Topic, ...]:
    """Return chapters that follow each other without a gap, from the first sentence's start to the last's end."""
    if not sentences:
        return ()
    sample = [word for sentence in sentences[:200] for word in sentence.text.split()]
    lexicon = lexicon_for(language, sample)
    listed = [terms(_words(sentence.text), lexicon.stop_words) for sentence in sentences]
    cuts = [0, *_boundaries(sentences, listed), len(sentences)]
    frequency = Counter(term for found in listed for term in set(found))
    topics = []
    for first, last in pairwise(cuts):
        end = sentences[last].start if last < len(sentences) else max(s.end for s in sentences[first:])
        start = sentences[first].start
        title = _title(sentences[first:last], listed[first:last], frequency, len(sentences), lexicon)
        topics.append(Topic(start=start, end=max(start, end), title=title))
    return tuple(topics)


def _words(text: str) -> list[str]:
    return text.split()


def _boundaries(sentences: Sequence[Sentence], listed: Sequence[Sequence[str]]) -> list[int]:
    """Return the sentences that begin a new chapter."""
    count = len(sentences)
    starts = np.array([s.start for s in sentences])
    ends = np.maximum.accumulate(np.array([s.end for s in sentences]))
    length = float(ends[-1] - starts[0])
    if count < 6 or length < SHORTEST_TOPIC:
        return []
    block, shortest = min(BLOCK_SECONDS, length / 6), min(SHORTEST_TOPIC, length / 8)
    depth = _depths(_cohesion(starts, block, _vectors(listed)))
    # A new chapter is rather begun by another speaker than in mid-turn, and by a pause.
    turned = np.array([i > 0 and s.speaker != sentences[i - 1].speaker for i, s in enumerate(sentences)])
    pauses = np.append(0.0, starts[1:] - ends[:-1])
    strength = depth * (1.0 + 0.25 * turned + 0.15 * np.clip(pauses, 0.0, 3.0))
    bar = float(strength.mean() + 1.0 * strength.std())
    chosen: list[int] = []
    for index in np.argsort(-strength, kind="stable"):
        if strength[index] <= bar:
            break
        at = starts[index]
        clear = all(abs(at - starts[other]) >= shortest for other in chosen)
        if clear and at - starts[0] >= shortest / 2 and ends[-1] - at >= shortest / 2:
            chosen.append(int(index))
    return sorted(chosen)


def _vectors(listed: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """Return a weighted, hashed term vector per sentence; frequent terms of the talk count little."""
    frequency = Counter(term for found in listed for term in set(found))
    places: dict[str, int] = {}
    vectors = np.zeros((len(listed), DIMENSIONS))
    for row, found in enumerate(listed):
        for term in found:
            # Terms said once tell nothing about cohesion.
            if frequency[term] < 2:
                continue
            place = places.setdefault(term, len(places) % DIMENSIONS)
            vectors[row, place] += math.log(1.0 + len(listed) / frequency[term])
    return vectors


def _cohesion(starts: NDArray[np.float64], block: float, vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the likeness (0 to 1) of the `block` seconds before and after each sentence's start."""
    summed = np.vstack([np.zeros(vectors.shape[1]), np.cumsum(vectors, axis=0)])
    place = np.arange(len(starts))
    before = np.searchsorted(starts, starts - block)
    after = np.searchsorted(starts, starts + block)
    before, after = np.minimum(before, place), np.maximum(after, place + 1)
    left, right = summed[place] - summed[before], summed[after] - summed[place]
    norms = np.linalg.norm(left, axis=1) * np.linalg.norm(right, axis=1)
    likeness = np.where(norms > 0, (left * right).sum(axis=1) / np.maximum(norms, 1e-9), 0.0)
    kernel = np.array([0.25, 0.5, 0.25])
    smooth: NDArray[np.float64] = np.convolve(np.pad(likeness, 1, mode="edge"), kernel, mode="valid")
    return smooth


def _depths(cohesion: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how deep each place lies below the hills on both sides: a valley of cohesion is a change.

    A hill is forgotten slowly as one walks away from it (2 % a sentence), so that distant ones do not count.
    """
    return _below_last_hill(cohesion) + _below_last_hill(cohesion[::-1])[::-1]


def _below_last_hill(cohesion: NDArray[np.float64]) -> NDArray[np.float64]:
    below = np.zeros(len(cohesion))
    hill = float(cohesion[0])
    for i, height in enumerate(cohesion):
        hill = max(float(height), hill - 0.02 * (hill - float(height)))
        below[i] = hill - height
    return below


def _title(
    sentences: Sequence[Sentence],
    listed: Sequence[Sequence[str]],
    frequency: Counter[str],
    total: int,
    lexicon: Lexicon,
) -> str:
    """Return the two or three most distinctive words of a chapter, as they were written."""
    counts = Counter(term for found in listed for term in found)
    inside = len(listed)

    def weight(term: str) -> float:
        share_here = sum(term in found for found in listed) / inside
        share_all = frequency[term] / total
        return counts[term] * math.log((share_here + 1e-6) / share_all) if counts[term] > 1 else 0.0

    common = [term for term, count in counts.most_common(60) if count > 1]
    best = sorted(common, key=lambda term: (-weight(term), term))[:3]
    if not best and counts:
        best = [max(counts, key=lambda term: (total / frequency[term], len(term)))]
    written = [_as_written(term, sentences) for term in best]
    title = " · ".join(written)
    return title[:1].upper() + title[1:]


def _as_written(term: str, sentences: Sequence[Sentence]) -> str:
    forms = Counter(
        stripped
        for sentence in sentences
        for word in sentence.text.split()
        if plain(stripped := word.strip(".,;:!?…\"'“”‘’()[]«»-–—")) == term
    )
    return forms.most_common(1)[0][0] if forms else term
