"""Laughter and applause in the sound: told from speech by its detector, and from each other by their texture.

Both are as loud as the talk around them, are no speech to Silero's detector, and hold no transcribed words.
Applause is noise: the spectrum of nearly every moment is flat (Wiener entropy) for a second and longer. Laughter
is a row of like bursts, three to seven a second, with breath between them. It is the less certain of the two:
music, coughs and words that nobody transcribed can look like it, so that its confidence stays low.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.schema.record import ProgressCallback, ignore_progress
from core.schema.segment import SoundEvent
from core.schema.time import TimeSpan
from core.speech.sound import RATE_HZ, read_samples, sound_duration

Floats = NDArray[np.float64]

HOP = 320
"""Samples between two looks: 20 ms."""

HOP_SECONDS = HOP / RATE_HZ
SHORTEST = 0.6
LONGEST_LAUGHTER = 12.0
LONGEST_APPLAUSE = 90.0
"""Seconds; what lasts longer is rain, an engine or music."""

_FRAME = 512
_BLOCK = 3_000  # looks read at once: a minute
_BANDS = 20
_NEAR_SPEECH_DB = 14.0  # a reaction is at most this far below the speech around it
_OVER_BACKGROUND_DB = 8.0
_LEVEL_SECONDS = 120.0
_IS_SPEECH = 0.35
_FLAT = 0.15  # Wiener entropy of one look; voices are under 0.1, hiss alone would be 0.56
_BRIDGE_SECONDS = 0.3
_LAGS = range(7, 18)  # looks between two bursts: 0.14 to 0.34 s, seven to three a second
_LIKENESS_SECONDS = 1.2


@dataclass(frozen=True)
class _Texture:
    """What is measured at each look: level in dB, flatness 0 to 1, levels of bands in dB (looks, bands)."""

    level: Floats
    flatness: Floats
    bands: NDArray[np.float32]


def find_reactions(
    audio: Path,
    speech_chances: NDArray[np.float32],
    chance_seconds: float,
    words: Sequence[TimeSpan] = (),
    progress: ProgressCallback = ignore_progress,
) -> tuple[SoundEvent, ...]:
    """Return laughter and applause, ascending.

    Args:
        audio: The 16 kHz mono analysis audio; a minute of it is read at once.
        speech_chances: The belief in speech of each stretch of `chance_seconds`, from second 0 on.
        chance_seconds: Length of one such stretch.
        words: When words are said; laughter holds none. Leave out words whose times are only guessed.
        progress: Told 0 to 1.

    Raises:
        TranscriptError: The sound can't be read.
    """
    texture = _texture(audio, progress)
    count = len(texture.level)
    if count < 2 or not len(speech_chances):
        return ()
    at = (np.arange(count) * HOP_SECONDS / chance_seconds).astype(int)
    chances = _smooth(speech_chances.astype(np.float64)[np.minimum(at, len(speech_chances) - 1)], 5)
    said = _covered(words, count)
    is_loud = _is_loud(texture.level, chances)
    likeness = _likeness(texture.bands)
    is_free = is_loud & ~said & ((chances < _IS_SPEECH) | (likeness > 0.6))
    is_noise = _smooth((texture.flatness > _FLAT).astype(float), 25) > 0.6
    events = [
        *(_applause(span, texture) for span in _runs(is_loud & is_noise & (chances < _IS_SPEECH))),
        *(_laughter(span, texture, likeness, chances) for span in _runs(is_free & ~is_noise)),
    ]
    return tuple(sorted((event for event in events if event is not None), key=lambda event: event.start))


def _applause(span: tuple[int, int], texture: _Texture) -> SoundEvent | None:
    first, last = span
    seconds = (last - first) * HOP_SECONDS
    share = float((texture.flatness[first:last] > _FLAT).mean())
    if seconds < 1.0 or seconds > LONGEST_APPLAUSE or share < 0.7:
        return None
    over = float(np.median(texture.level[first:last])) - _background(texture.level, first, last)
    if over < _OVER_BACKGROUND_DB:
        return None
    confidence = min(1.0, (share - 0.5) / 0.4) * min(1.0, 0.5 + seconds / 6.0)
    return _event("applause", span, confidence)


def _laughter(span: tuple[int, int], texture: _Texture, likeness: Floats, chances: Floats) -> SoundEvent | None:
    first, last = span
    seconds = (last - first) * HOP_SECONDS
    if seconds > LONGEST_LAUGHTER:
        return None
    level = _smooth(texture.level[max(0, first - 3) : last + 3], 3)
    bursts = _bursts(level) / (seconds + 6 * HOP_SECONDS)
    regular = float(np.max(likeness[first:last], initial=0.0))
    if not 2.5 <= bursts <= 8.0 or regular < 0.15:
        return None
    if float(np.median(level)) - _background(texture.level, first, last) < _OVER_BACKGROUND_DB:
        return None
    unspoken = 1.0 - float(chances[first:last].mean())
    confidence = (0.3 + 0.5 * min(1.0, regular / 0.6)) * unspoken * min(1.0, 0.4 + seconds / 2.0)
    return _event("laughter", span, min(0.8, confidence))


def _event(kind: str, span: tuple[int, int], confidence: float) -> SoundEvent:
    return SoundEvent.model_validate(
        {
            "kind": kind,
            "start": round(span[0] * HOP_SECONDS, 2),
            "end": round(span[1] * HOP_SECONDS, 2),
            "confidence": round(max(0.0, confidence), 2),
        }
    )


def _bursts(level: Floats) -> int:
    """Return how many peaks stand at least 3 dB over the troughs on both sides."""
    peaks, low, high, rising = 0, level[0], level[0], True
    for value in level.tolist():
        if rising:
            high = max(high, value)
            if value < high - 3.0:
                peaks, low, rising = peaks + 1, value, False
        else:
            low = min(low, value)
            if value > low + 3.0:
                high, rising = value, True
    return peaks


def _background(level: Floats, first: int, last: int) -> float:
    """Return the level nearly always passed in the two minutes around a span, in dB (infinite: unknown)."""
    reach = int(_LEVEL_SECONDS / 2 / HOP_SECONDS)
    around = np.concatenate([level[max(0, first - reach) : first], level[last : last + reach]])
    return float(np.percentile(around, 10)) if len(around) > 50 else np.inf


def _is_loud(level: Floats, chances: Floats) -> NDArray[np.bool_]:
    """Tell where it is nearly as loud as speech is around there, or as it is anywhere where nobody speaks."""
    smooth = _smooth(level, 9)
    window = int(_LEVEL_SECONDS / HOP_SECONDS)
    speaks = chances > 0.5
    overall = float(np.median(level[speaks])) if speaks.sum() > 50 else float(np.percentile(level, 90))
    loud = np.zeros(len(level), dtype=bool)
    for first in range(0, len(level), window):
        part, spoken = level[first : first + window], speaks[first : first + window]
        near = float(np.median(part[spoken])) if spoken.sum() > 250 else overall
        loud[first : first + window] = smooth[first : first + window] > near - _NEAR_SPEECH_DB
    return loud


def _likeness(bands: NDArray[np.float32]) -> Floats:
    """Return, per look, how well the sound around it repeats itself at the pace of laughter (0 to 1).

    The correlation of the bands' levels with themselves a burst later, beyond what it is half a burst later.
    """
    width = int(_LIKENESS_SECONDS / HOP_SECONDS)
    if len(bands) <= 2 * width:
        return np.zeros(len(bands))
    found = np.zeros(len(bands))
    for first in range(0, len(bands), _BLOCK):
        low, high = max(0, first - width), min(len(bands), first + _BLOCK + width)
        block = bands[low:high].astype(np.float64)
        block = block - _smooth_rows(block, width)
        power = (block**2).sum(axis=1)
        curves = []
        for lag in range(2, _LAGS[-1] + 2):
            product = np.zeros(len(block))
            product[:-lag] = (block[:-lag] * block[lag:]).sum(axis=1)
            curves.append(_smooth(product, width) / (_smooth(power, width) + 1e-9))
        found[first : first + _BLOCK] = _repeats(np.array(curves))[first - low : first - low + _BLOCK]
    return found


def _repeats(curves: Floats) -> Floats:
    """Return the best repetition of correlations by lag (from 2 looks on): (looks,)."""
    best = np.zeros(curves.shape[1])
    for lag in _LAGS:
        k = lag - 2
        is_peak = (curves[k] >= curves[k - 1]) & (curves[k] >= curves[k + 1])
        rise = curves[k] - curves[:k].min(axis=0)
        best = np.maximum(best, np.where(is_peak, np.minimum(curves[k], rise / 1.2), 0.0))
    return best


def _texture(audio: Path, progress: ProgressCallback) -> _Texture:
    seconds = sound_duration(audio)
    parts = list(_looks(partial(read_samples, audio), seconds, progress))
    if not parts:
        return _Texture(np.zeros(0), np.zeros(0), np.zeros((0, _BANDS), np.float32))
    level, flatness, bands = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return _Texture(level.astype(np.float64), flatness.astype(np.float64), bands.astype(np.float32))


def _looks(
    read: partial[NDArray[np.float32]], seconds: float, progress: ProgressCallback
) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]]:
    """Yield level, flatness and bands of a minute at a time."""
    pitch = np.fft.rfftfreq(_FRAME, 1 / RATE_HZ)
    edges = np.geomspace(120.0, 7000.0, _BANDS + 1)
    inside = (pitch >= edges[:-1, None]) & (pitch < edges[1:, None])
    weights = (inside / np.maximum(1, inside.sum(axis=1, keepdims=True))).astype(np.float32)
    middle = slice(int(500 / RATE_HZ * _FRAME), int(6000 / RATE_HZ * _FRAME))
    window = np.hanning(_FRAME).astype(np.float32)
    step = _BLOCK * HOP_SECONDS
    for index in range(max(1, int(np.ceil(seconds / step)))):
        progress(min(1.0, index * step / max(seconds, 1e-6)), "listening for laughter and applause")
        heard = read(index * step, min(seconds, (index + 1) * step + (_FRAME - HOP) / RATE_HZ))
        if len(heard) < _FRAME:
            break
        frames = np.lib.stride_tricks.sliding_window_view(heard, _FRAME)[::HOP][:_BLOCK]
        power = np.abs(np.fft.rfft(frames * window)).astype(np.float32) ** 2 + 1e-10
        tones = power[:, middle]
        flatness = np.exp(np.log(tones).mean(axis=1)) / tones.mean(axis=1)
        level = 10 * np.log10(power.sum(axis=1) * 2 / _FRAME / (window**2).sum() + 1e-10)
        yield level, flatness, 10 * np.log10(power @ weights.T + 1e-9)


def _covered(spans: Sequence[TimeSpan], count: int) -> NDArray[np.bool_]:
    covered = np.zeros(count, dtype=bool)
    for span in spans:
        covered[max(0, int(span.start / HOP_SECONDS)) : max(0, int(np.ceil(span.end / HOP_SECONDS)))] = True
    return covered


def _runs(flags: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield runs of at least `SHORTEST` seconds as [first, last), short gaps bridged."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    begun: tuple[int, int] | None = None
    for first, last in [*zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True), (len(flags) + 10**6, 0)]:
        if begun is not None and first - begun[1] <= _BRIDGE_SECONDS / HOP_SECONDS:
            begun = (begun[0], last)
            continue
        if begun is not None and (begun[1] - begun[0]) * HOP_SECONDS >= SHORTEST:
            yield begun
        begun = (first, last)


def _smooth(values: Floats, width: int) -> Floats:
    """Average over `width` values around each."""
    padded = np.pad(values, (width // 2, width - width // 2 - 1), mode="edge")
    summed = np.append(0.0, np.cumsum(padded))
    mean: Floats = (summed[width:] - summed[:-width]) / width
    return mean


def _smooth_rows(values: Floats, width: int) -> Floats:
    padded = np.pad(values, ((width // 2, width - width // 2 - 1), (0, 0)), mode="edge")
    summed = np.vstack([np.zeros(values.shape[1]), np.cumsum(padded, axis=0)])
    mean: Floats = (summed[width:] - summed[:-width]) / width
    return mean
