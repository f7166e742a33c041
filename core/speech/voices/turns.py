"""From chances to turns: each word gets a speaker, changes fall where people change, segments are split there.

The best sequence of speakers over all words is found by dynamic programming: a word earns the logarithm of its
speaker's chance for as long as it lasts, and a change costs little after a sentence or a pause, and much within.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

import numpy as np

from core.speech.words import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from core.schema.transcript import TranscriptSegment, Word
    from core.speech.voices.beliefs import Beliefs

# In nepers times seconds.
_CHANGE_AT_PAUSE, _CHANGE_INSIDE = 0.6, 3.0
_PAUSE = 0.25
SHORTEST_INSIDE = 1.0  # seconds that somebody must talk to break into a sentence
_LEAST_CHANCE = 0.02
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "।")
_CLOSERS = "'\"”’»)]"


def assign_speakers(segments: Sequence[TranscriptSegment], beliefs: Beliefs) -> tuple[TranscriptSegment, ...]:
    """Return segments with speakers, split where the speaker changes; times and words stay as they are.

    Labels are "Speaker 1", "Speaker 2", … in order of appearance. A change within a sentence lasts at least
    `SHORTEST_INSIDE` on either side.
    """
    stretches = [(piece, index) for index, segment in enumerate(segments) for piece in segment.words or (segment,)]
    if not stretches:
        return tuple(segments)
    spans = np.array([(piece.start, piece.end) for piece, _ in stretches])
    chances = np.stack([beliefs.over(start, end) for start, end in spans])
    is_open = _open_changes(segments)
    owners = _without_flips(_best(chances, spans, is_open), spans, is_open)
    voices = list(dict.fromkeys(owners.tolist()))
    labels = [f"Speaker {voices.index(owner) + 1}" for owner in owners.tolist()]
    sure = chances[np.arange(len(owners)), owners]
    return _split(segments, labels, sure)


def _open_changes(segments: Sequence[TranscriptSegment]) -> NDArray[np.bool_]:
    """Return for each word (or segment without words) whether a new speaker may well begin with it."""
    found: list[bool] = []
    before: Word | None = None
    for segment in segments:
        if not segment.words:
            found.append(True)
            before = None
        for word in segment.words:
            found.append(before is None or word.start - before.end >= _PAUSE or _ends_sentence(before.text))
            before = word
    return np.array(found, bool)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS)


def _best(
    chances: NDArray[np.float32], spans: NDArray[np.float64], is_open: NDArray[np.bool_]
) -> NDArray[np.integer]:
    """Return the speaker of each word in the sequence that earns most."""
    lasts = np.maximum(spans[:, 1] - spans[:, 0], 0.05)
    earned = np.log(np.maximum(chances, _LEAST_CHANCE)) * lasts[:, None]
    costs = np.where(is_open, _CHANGE_AT_PAUSE, _CHANGE_INSIDE)
    count, voices = earned.shape
    came_from = np.zeros((count, voices), np.int8)
    stays = np.arange(voices)
    best = earned[0].astype(np.float64)
    for index in range(1, count):
        leader = int(best.argmax())
        changed = best[leader] - costs[index]
        changes = changed > best
        came_from[index] = np.where(changes, leader, stays)
        best = np.where(changes, changed, best) + earned[index]
    owners = np.empty(count, np.int64)
    owners[-1] = best.argmax()
    for index in range(count - 1, 0, -1):
        owners[index - 1] = came_from[index, owners[index]]
    return owners


def _without_flips(
    owners: NDArray[np.integer], spans: NDArray[np.float64], is_open: NDArray[np.bool_]
) -> NDArray[np.integer]:
    """Take back changes within a sentence that last too short: they go to the neighbour across the open end.

    A sentence here is what lies between two open changes.
    """
    owners = owners.copy()
    edges = [*np.flatnonzero(is_open).tolist(), len(owners)]
    if edges[0]:
        edges.insert(0, 0)
    for first, last in pairwise(edges):
        while (short := _short_run(owners[first:last], spans[first:last])) is not None:
            begin, end = short
            heir = begin - 1 if begin else end
            owners[first + begin : first + end] = owners[first + heir]
    return owners


def _short_run(owners: NDArray[np.integer], spans: NDArray[np.float64]) -> tuple[int, int] | None:
    """Return the shortest run of one speaker in a sentence of several that is too short to stand, or None."""
    edges = [0, *(np.flatnonzero(np.diff(owners)) + 1).tolist(), len(owners)]
    if len(edges) == 2:
        return None
    runs = list(pairwise(edges))
    begin, end = min(runs, key=lambda run: spans[run[1] - 1, 1] - spans[run[0], 0])
    return (begin, end) if spans[end - 1, 1] - spans[begin, 0] < SHORTEST_INSIDE else None


def _split(
    segments: Sequence[TranscriptSegment], labels: Sequence[str], sure: NDArray[np.float32]
) -> tuple[TranscriptSegment, ...]:
    found: list[TranscriptSegment] = []
    at = 0
    for segment in segments:
        count = max(1, len(segment.words))
        runs = [list(run) for _, run in groupby(range(at, at + count), key=lambda index: labels[index])]
        for run in runs:
            own = {"speaker": labels[run[0]], "speaker_confidence": round(float(sure[run].mean()), 3)}
            found.append(segment.model_copy(update={**_part(segment, run[0] - at, len(run)), **own}))
        at += count
    return tuple(found)


def _part(segment: TranscriptSegment, first: int, count: int) -> dict[str, object]:
    """Return what differs in a part of a segment that was split, nothing where it is the whole."""
    if count >= len(segment.words):
        return {}
    words = segment.words[first : first + count]
    is_last = first + count == len(segment.words)
    return {
        "start": words[0].start if first else segment.start,
        "end": segment.end if is_last else words[-1].end,
        "text": join_words(word.text for word in words),
        "words": words,
    }
