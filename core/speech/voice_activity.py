"""Where somebody speaks and where it is quiet.

The judge is Silero VAD (MIT), a small recurrent network that the faster-whisper wheel carries: it works without a
network and tells voice from music and room noise, where an energy gate can't. Measured here: 0.0023 of real time
on one core. Sound that is loud without being speech (laughter, music) is no silence, though nobody speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan, merge_spans
from core.speech.sound import RATE_HZ, read_samples, sound_duration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    # Gives the samples from one place up to another.
    _Read = Callable[[int, int], NDArray[np.float32]]

SHORTEST_SILENCE = 0.25
SHORTEST_SPEECH = 0.1
_FRAME = 512  # samples the network judges at once: 32 ms
_BLOCK_FRAMES = 4_000  # 128 s: keeps the network's own memory near 100 MB however long the sound is
STRETCH_SECONDS = _FRAME / RATE_HZ
_LEAD_FRAMES = 32  # one second heard again, so that a block starts with the network warmed up
_IS_SPEECH, _IS_SPEECH_STILL = 0.5, 0.35
_SOFT_ONSET, _SOFT_END = 0.064, 0.032  # an h, f or s is said before the network is sure, and after
_QUIETER_DB = 6.0  # a silence lies at least this far below the level of speech around it
_SPEECH_LEVEL_DB = -39.0  # taken where nobody speaks at all (music): root mean square against full scale
_LEVEL_WINDOW = 60.0  # seconds over which the level of speech is taken


def find_silences(
    samples: NDArray[np.float32], rate_hz: int, progress: ProgressCallback = ignore_progress
) -> tuple[TimeSpan, ...]:
    """Return the silences of at least `SHORTEST_SILENCE`, ascending, those at both ends included.

    Args:
        samples: (n,) float32 in [-1, 1], mono, from source second 0.
        rate_hz: Their rate; resampled where it is not 16 kHz.
        progress: Told 0 to 1.
    """
    sound = _at_rate(samples, rate_hz)
    return _silences(lambda first, last: sound[first:last], len(sound), len(samples) / rate_hz, progress)


def find_silences_of(audio: Path, progress: ProgressCallback = ignore_progress) -> tuple[TimeSpan, ...]:
    """Return the same of a file of analysis audio, of which two minutes at once are read.

    Raises:
        TranscriptError: It can't be read.
    """
    duration = sound_duration(audio)
    return _silences(partial(_samples_of, audio), round(duration * RATE_HZ), duration, progress)


@dataclass(frozen=True)
class Activity:
    """What was heard: silences, and the belief in speech of each stretch of `STRETCH_SECONDS` from second 0 on."""

    silences: tuple[TimeSpan, ...]
    chances: NDArray[np.float32]


def hear_activity(audio: Path, progress: ProgressCallback = ignore_progress) -> Activity:
    """Return silences (as `find_silences_of`) and what they were told by, of one listening.

    Raises:
        TranscriptError: It can't be read.
    """
    duration = sound_duration(audio)
    read, count = partial(_samples_of, audio), round(duration * RATE_HZ)
    chances = _speech_chances(read, count, progress)
    return Activity(_silences_by(read, count, duration, _spans_of(chances, count)), chances)


def _silences(read: _Read, count: int, duration: float, progress: ProgressCallback) -> tuple[TimeSpan, ...]:
    return _silences_by(read, count, duration, _speech(read, count, progress))


def _silences_by(read: _Read, count: int, duration: float, speech: Sequence[TimeSpan]) -> tuple[TimeSpan, ...]:
    loud = _loud_spans(read, count, speech)
    sounding = merge_spans([*speech, *loud], gap=SHORTEST_SILENCE - 1e-6)
    return tuple(_between(sounding, duration))


def talk_spans(speech: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return spans of speech with short pauses filled: they are apart by at least `SHORTEST_SILENCE`."""
    return merge_spans(speech, gap=SHORTEST_SILENCE - 1e-6)


def speech_spans(sound: NDArray[np.float32], progress: ProgressCallback = ignore_progress) -> list[TimeSpan]:
    """Return the spans of 16 kHz sound that hold speech, with pauses from a few frames up between them."""
    return _speech(lambda first, last: sound[first:last], len(sound), progress)


def speech_spans_of(audio: Path, progress: ProgressCallback = ignore_progress) -> list[TimeSpan]:
    """Return the same of a file of analysis audio, of which two minutes at once are read.

    Raises:
        TranscriptError: It can't be read.
    """
    count = round(sound_duration(audio) * RATE_HZ)
    return _speech(partial(_samples_of, audio), count, progress)


def _samples_of(audio: Path, first: int, last: int) -> NDArray[np.float32]:
    return read_samples(audio, first / RATE_HZ, last / RATE_HZ)


def _speech(read: _Read, count: int, progress: ProgressCallback) -> list[TimeSpan]:
    return _spans_of(_speech_chances(read, count, progress), count)


def _spans_of(chances: NDArray[np.float32], count: int) -> list[TimeSpan]:
    spans: list[TimeSpan] = []
    begun: int | None = None
    for index, chance in enumerate(chances.tolist()):
        if begun is None and chance >= _IS_SPEECH:
            begun = index
        elif begun is not None and chance < _IS_SPEECH_STILL:
            spans.append(_span(begun, index, count))
            begun = None
    if begun is not None:
        spans.append(_span(begun, len(chances), count))
    merged = merge_spans(spans, gap=2.5 * _FRAME / RATE_HZ)
    duration = count / RATE_HZ
    return [
        TimeSpan(start=max(0.0, span.start - _SOFT_ONSET), end=min(duration, span.end + _SOFT_END))
        for span in merged
        if span.duration >= SHORTEST_SPEECH
    ]


def _span(first: int, last: int, samples: int) -> TimeSpan:
    return TimeSpan(start=first * _FRAME / RATE_HZ, end=min(last * _FRAME, samples) / RATE_HZ)


def _speech_chances(read: _Read, count: int, progress: ProgressCallback) -> NDArray[np.float32]:
    """Return the network's belief in speech per frame of 512 samples, (ceil(n / 512),)."""
    from faster_whisper.vad import get_vad_model

    frames = -(-count // _FRAME)
    if frames == 0:
        return np.zeros(0, np.float32)
    model = get_vad_model()
    chances: list[NDArray[np.float32]] = []
    for first in range(0, frames, _BLOCK_FRAMES):
        progress(first / frames, "listening for speech")
        lead = min(first, _LEAD_FRAMES)
        last = min(frames, first + _BLOCK_FRAMES)
        block = np.zeros((last - first + lead) * _FRAME, np.float32)  # the model writes into what it is given
        heard = read((first - lead) * _FRAME, min(count, last * _FRAME))
        block[: len(heard)] = heard
        chances.append(np.asarray(model(block), np.float32).reshape(-1)[lead:])
    progress(1.0, "listening for speech")
    return np.concatenate(chances)


def _loud_spans(read: _Read, count: int, speech: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return spans that are about as loud as the speech around them, spoken or not."""
    levels = _levels_db(read, count)
    if not len(levels):
        return []
    is_speech = np.zeros(len(levels), bool)
    for span in speech:
        is_speech[int(span.start * RATE_HZ / _FRAME) : int(np.ceil(span.end * RATE_HZ / _FRAME))] = True
    window = max(1, int(_LEVEL_WINDOW * RATE_HZ / _FRAME))
    overall = float(np.median(levels[is_speech])) if is_speech.any() else _SPEECH_LEVEL_DB
    spans: list[TimeSpan] = []
    for first in range(0, len(levels), window):
        part, spoken = levels[first : first + window], is_speech[first : first + window]
        level = float(np.median(part[spoken])) if spoken.sum() * _FRAME > 3 * RATE_HZ else overall
        is_loud = _smooth(part) > level - _QUIETER_DB
        spans += [_span(first + a, first + b, count) for a, b in _runs(is_loud)]
    return [span for span in merge_spans(spans, gap=SHORTEST_SPEECH) if span.duration >= SHORTEST_SILENCE]


def _levels_db(read: _Read, count: int) -> NDArray[np.float64]:
    """Return the level of each whole frame."""
    whole = count // _FRAME
    power = np.zeros(whole)
    for first in range(0, whole, _BLOCK_FRAMES):
        last = min(whole, first + _BLOCK_FRAMES)
        frames = read(first * _FRAME, last * _FRAME).reshape(-1, _FRAME)
        power[first:last] = np.einsum("ij,ij->i", frames, frames, dtype=np.float64) / _FRAME
    levels: NDArray[np.float64] = 10 * np.log10(power + 1e-10)
    return levels


def _smooth(levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Average over five frames (0.16 s), so that a click is no sound."""
    if len(levels) < 5:
        return levels
    return np.convolve(np.pad(levels, 2, mode="edge"), np.full(5, 0.2), mode="valid")


def _runs(flags: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    yield from zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)


def _between(spans: Sequence[TimeSpan], duration: float) -> Iterator[TimeSpan]:
    at = 0.0
    for span in spans:
        if span.start - at >= SHORTEST_SILENCE:
            yield TimeSpan(start=at, end=span.start)
        at = max(at, span.end)
    if duration - at >= SHORTEST_SILENCE:
        yield TimeSpan(start=at, end=duration)


def _at_rate(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    if rate_hz == RATE_HZ:
        return np.asarray(samples, np.float32)
    from math import gcd

    from scipy.signal import resample_poly

    common = gcd(rate_hz, RATE_HZ)
    return np.asarray(resample_poly(samples, RATE_HZ // common, rate_hz // common), np.float32)
