"""How something is said: loudness, its ups and downs, melody and pace, against the speaker's own average."""

from __future__ import annotations

import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.errors import MediaError
from core.highlights.candidates import Floats
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.segment import Sentence, SentenceSound

FRAME_SECONDS = 0.05
_BLOCK_SECONDS = 60
_SILENCE_DB = -60.0
_PITCH_HZ = (70.0, 400.0)
_PITCH_RATE_HZ = 4_000
_VOICED = 0.5  # height of the autocorrelation's peak, of 1
_PEAK_FOUND = 8  # voiced frames without which no melody can be told

WEIGHTS = {"louder": 0.5, "livelier": 0.4, "more melodious": 0.4, "faster": 0.4}
"""How much each part counts for how lively something sounds."""


@dataclass(frozen=True)
class Liveliness:
    """Per sentence, deviations from its speaker's average (clipped at ±3): of all together and of each part."""

    overall: Floats
    parts: dict[str, Floats]


def hear_sentences(
    sound: Path, sentences: Sequence[Sentence], progress: ProgressCallback = ignore_progress
) -> tuple[SentenceSound, ...]:
    """Return how each sentence sounds.

    Args:
        sound: 16-bit PCM WAV, from source second 0; read in blocks, so that hours fit in memory.
        sentences: The sentences to listen to.
        progress: Told 0 to 1.

    Raises:
        MediaError: The file is not such a WAV.
    """
    levels, pitches = _track(sound, progress)
    heard: list[SentenceSound] = []
    for sentence in sentences:
        first = int(sentence.start / FRAME_SECONDS)
        last = max(first + 1, int(sentence.end / FRAME_SECONDS))
        level = levels[first:last]
        level = level[level > _SILENCE_DB]
        pitch = pitches[first:last]
        pitch = pitch[pitch > 0]
        heard.append(
            SentenceSound(
                level_db=round(float(level.mean()), 2) if len(level) else None,
                level_range_db=round(float(level.std()), 2) if len(level) > 3 else None,
                pitch_range=round(float(12 * np.log2(pitch).std()), 2) if len(pitch) >= _PEAK_FOUND else None,
            )
        )
    return tuple(heard)


def judge_liveliness(sentences: Sequence[Sentence], heard: Sequence[SentenceSound]) -> Liveliness:
    """Return how lively each sentence sounds beside the others of its speaker."""
    pace = [_pace(sentence) for sentence in sentences]
    measured = {
        "louder": [_number(one.level_db) for one in heard],
        "livelier": [_number(one.level_range_db) for one in heard],
        "more melodious": [_number(one.pitch_range) for one in heard],
        "faster": pace,
    }
    speakers = np.array([sentence.speaker for sentence in sentences])
    parts = {name: np.zeros(len(sentences)) for name in measured}
    for speaker in set(speakers.tolist()):
        mine = speakers == speaker
        for name, values in measured.items():
            parts[name][mine] = _deviations(np.array(values)[mine])
    overall = sum((weight * parts[name] for name, weight in WEIGHTS.items()), np.zeros(len(sentences)))
    return Liveliness(np.clip(overall, -3.0, 3.0), parts)


def _pace(sentence: Sentence) -> float:
    length = sentence.end - sentence.start
    return (sentence.last_word + 1 - sentence.first_word) / length if length > 0.5 else np.nan


def _number(value: float | None) -> float:
    return np.nan if value is None else value


def _track(sound: Path, progress: ProgressCallback) -> tuple[Floats, Floats]:
    """Return of every frame the level in dB of full scale, and the pitch in Hz (0 where there is no voice)."""
    levels: list[Floats] = [np.zeros(0)]
    pitches: list[Floats] = [np.zeros(0)]
    for samples, rate_hz, share in _blocks(sound):
        progress(share, "listening to voices")
        frame = max(1, int(rate_hz * FRAME_SECONDS))
        whole = len(samples) // frame * frame
        power = (samples[:whole].reshape(-1, frame) ** 2).mean(axis=1)
        levels.append(10.0 * np.log10(power + 1e-9))
        pitches.append(_pitch(samples[:whole].reshape(-1, frame), rate_hz))
    return np.concatenate(levels).astype(np.float64), np.concatenate(pitches)


def _blocks(sound: Path) -> Iterator[tuple[Floats, int, float]]:
    try:
        with wave.open(str(sound), "rb") as reader:
            if reader.getsampwidth() != 2:
                raise MediaError("the analysis audio is not 16-bit PCM", file=str(sound))
            rate_hz, channels = reader.getframerate(), reader.getnchannels()
            frame = max(1, int(rate_hz * FRAME_SECONDS))
            total, done = max(1, reader.getnframes()), 0
            while chunk := reader.readframes(frame * int(_BLOCK_SECONDS / FRAME_SECONDS)):
                samples = np.frombuffer(chunk, dtype="<i2").astype(np.float64)[::channels] / 32768.0
                yield samples, rate_hz, done / total
                done += len(samples)
    except (OSError, EOFError, wave.Error) as error:
        raise MediaError(f"the analysis audio can't be read ({error})", file=str(sound)) from error


def _pitch(frames: Floats, rate_hz: int) -> Floats:
    """Return the pitch of each frame by the peak of its autocorrelation (Rabiner, 1977), 0 where it has none."""
    step = max(1, rate_hz // _PITCH_RATE_HZ)
    width = frames.shape[1] // step
    if width < 2 or not len(frames):
        return np.zeros(len(frames))
    slow = frames[:, : width * step].reshape(len(frames), width, step).mean(axis=2)
    slow = slow - slow.mean(axis=1, keepdims=True)
    size = 1 << (2 * width - 1).bit_length()
    spectrum = np.fft.rfft(slow, size)
    curve = np.fft.irfft(np.abs(spectrum) ** 2, size)[:, :width]
    # Fewer samples meet at longer lags.
    curve = curve / (curve[:, :1] + 1e-12) / (1.0 - np.arange(width) / width)
    rate = rate_hz / step
    low, high = int(rate / _PITCH_HZ[1]), min(width - 1, int(rate / _PITCH_HZ[0]))
    if high <= low + 2:
        return np.zeros(len(frames))
    searched = curve[:, low:high]
    lag = searched.argmax(axis=1) + low
    rows = np.arange(len(frames))
    before, peak, after = curve[rows, lag - 1], curve[rows, lag], curve[rows, np.minimum(lag + 1, width - 1)]
    bend = before - 2 * peak + after
    shift = np.where(np.abs(bend) > 1e-9, 0.5 * (before - after) / np.where(bend == 0, 1.0, bend), 0.0)
    is_voiced = (peak > _VOICED) & (peak >= before) & (peak >= after)
    return np.where(is_voiced, rate / (lag + np.clip(shift, -0.5, 0.5)), 0.0)


def _deviations(values: Floats) -> Floats:
    known = values[~np.isnan(values)]
    if len(known) < 3 or known.std() < 1e-6:
        return np.zeros(len(values))
    deviations: Floats = np.nan_to_num(np.clip((values - known.mean()) / known.std(), -3.0, 3.0))
    return deviations
