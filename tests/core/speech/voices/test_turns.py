"""Voices from points, and turns from beliefs: what always holds, and that ten hours cost ten times an hour."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.schema.transcript import TranscriptSegment, Word
from core.speech.voices.beliefs import Beliefs, beliefs_of
from core.speech.voices.clusters import find_voices
from core.speech.voices.listen import Heard
from core.speech.voices.turns import SHORTEST_INSIDE, assign_speakers


@st.composite
def _segments(draw) -> tuple[TranscriptSegment, ...]:
    at, segments = 0.0, []
    for _ in range(draw(st.integers(0, 5))):
        words = []
        begin = at
        for _ in range(draw(st.integers(0, 8))):
            at += draw(st.sampled_from([0.0, 0.05, 0.3, 1.0]))
            end = at + draw(st.sampled_from([0.02, 0.2, 0.5, 1.5]))
            words.append(Word(text=draw(st.sampled_from(["so", "yes.", "well,", "why?”"])), start=at, end=end))
            at = end
        at += draw(st.sampled_from([0.0, 0.4]))
        text = " ".join(word.text for word in words) or "written"
        segments.append(TranscriptSegment(start=begin, end=at, text=text, words=tuple(words), flags=("too_fast",)))
    return tuple(segments)


@st.composite
def _beliefs(draw) -> Beliefs:
    voices = draw(st.integers(1, 4))
    seed = draw(st.integers(0, 2**32 - 1))
    random = np.random.default_rng(seed)
    # Runs of a few cells, as voices change.
    powers = np.repeat(random.random((40, voices)) ** 4 + 1e-4, draw(st.integers(1, 12)), axis=0)
    return Beliefs((powers / powers.sum(axis=1, keepdims=True)).astype(np.float32))


@given(_segments(), _beliefs())
def test_words_and_times_survive_and_speakers_are_in_order(segments, beliefs):
    found = assign_speakers(segments, beliefs)
    assert [word for part in found for word in part.words] == [word for one in segments for word in one.words]
    labels = list(dict.fromkeys(part.speaker for part in found))
    assert labels == [f"Speaker {index + 1}" for index in range(len(labels))] and len(labels) <= beliefs.voices
    cursor = 0.0
    for part in found:
        assert cursor <= part.start <= part.end and part.flags == ("too_fast",)
        assert 0.0 <= part.speaker_confidence <= 1.0
        inside = [part.start, *(at for word in part.words for at in (word.start, word.end)), part.end]
        assert inside == sorted(inside)
        cursor = part.end
    if found:
        assert (found[0].start, found[-1].end) == (segments[0].start, segments[-1].end)


@given(_segments(), _beliefs())
def test_nobody_breaks_into_a_sentence_for_less_than_a_second(segments, beliefs):
    found = assign_speakers(segments, beliefs)
    words = [(word, part.speaker) for part in found for word in part.words]
    sentences: list[list[tuple[Word, str]]] = []
    for index, (word, speaker) in enumerate(words):
        before = words[index - 1][0] if index else None
        if before is None or word.start - before.end >= 0.25 or before.text in ("yes.", "why?”"):
            sentences.append([])
        sentences[-1].append((word, speaker))
    for sentence in sentences:
        runs: list[list[Word]] = []
        for index, (word, speaker) in enumerate(sentence):
            if not index or speaker != sentence[index - 1][1]:
                runs.append([])
            runs[-1].append(word)
        assert len(runs) == 1 or all(run[-1].end - run[0].start >= SHORTEST_INSIDE for run in runs)


def test_a_clear_change_at_a_full_stop_splits_the_segment_there():
    words = [
        Word(text=t, start=i * 0.5, end=i * 0.5 + 0.45)
        for i, t in enumerate(["it", "is", "so.", "why", "is", "that?"])
    ]
    segment = TranscriptSegment(start=0.0, end=3.0, text="it is so. why is that?", words=tuple(words))
    chances = np.full((30, 2), 0.05, np.float32)
    chances[:15, 0] = chances[15:, 1] = 0.95
    first, second = assign_speakers((segment,), Beliefs(chances))
    assert (first.text, first.speaker, second.text, second.speaker) == (
        "it is so.",
        "Speaker 1",
        "why is that?",
        "Speaker 2",
    )
    assert (first.end, second.start, second.end) == (1.45, 1.5, 3.0)
    assert first.speaker_confidence == pytest.approx(0.95, abs=0.01)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8])
def test_as_many_voices_are_found_as_there_are(count):
    points, owners = _points(count, 400)
    voices = find_voices(points)
    assert voices.count == count
    closest = (points @ voices.centres.T).argmax(axis=1)
    for voice in range(count):
        assert len(np.unique(closest[owners == voice])) == 1


def test_the_number_is_kept_to_where_odd_windows_would_be_voices():
    points, _ = _points(2, 300)
    random = np.random.default_rng(3)
    odd = np.abs(random.standard_normal((2, 256))).astype(np.float32) ** 4
    points[[40, 200]] = odd / np.linalg.norm(odd, axis=1, keepdims=True)
    assert find_voices(points).count == find_voices(points, 2).count == 2
    assert find_voices(points, 1).count == 1 and find_voices(points[:1], 3).count == 1


@pytest.mark.soak
def test_ten_hours_need_ten_times_an_hour():
    peaks = []
    for hours in (1, 10):
        windows = hours * 7200
        points, _ = _points(3, windows)
        starts = np.arange(windows) * 0.5
        tracemalloc.start()
        beliefs = beliefs_of(Heard(starts, starts + 1.6, points), find_voices(points))
        peaks.append(tracemalloc.get_traced_memory()[1] / 1e6)
        tracemalloc.stop()
        assert len(beliefs.chances) == pytest.approx(hours * 36_000, abs=20)
    assert peaks[1] < 120 and peaks[1] - peaks[0] < 10 * max(peaks[0], 10)


def _points(voices: int, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Return points of length 1 in runs of 20 that are as much alike as windows of speech are."""
    random = np.random.default_rng(11)
    centres = np.abs(random.standard_normal((voices, 256))).astype(np.float32)
    centres *= random.random((voices, 256)) < 0.35
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    owners = np.arange(count) // 20 % voices
    noise = np.abs(random.standard_normal((count, 256))) * (random.random((count, 256)) < 0.35)
    points = centres[owners] + 0.055 * noise.astype(np.float32)
    return points / np.linalg.norm(points, axis=1, keepdims=True), owners
