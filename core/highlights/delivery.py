"""How lively something sounds: loudness against the speaker's own average, its ups and downs, and pace."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.errors import MediaError
from core.highlights.candidates import Floats
from core.schema.segment import Sentence

FRAME_SECONDS = 0.05
_BLOCK_SECONDS = 60
_SILENCE_DB = -60.0


def hear_sentences(sound: Path, sentences: Sequence[Sentence]) -> Floats:
    """Return how lively each sentence sounds, as deviations from its own speaker's average (clipped at ±3).

    Args:
        sound: 16-bit PCM WAV, from source second 0; read in blocks, so that hours fit in memory.
        sentences: The sentences to listen to.

    Raises:
        MediaError: The file is not such a WAV.
    """
    levels = _levels_db(sound)
    level, spread, pace = (np.zeros(len(sentences)) for _ in range(3))
    for i, sentence in enumerate(sentences):
        first = int(sentence.start / FRAME_SECONDS)
        heard = levels[first : max(first + 1, int(sentence.end / FRAME_SECONDS))]
        heard = heard[heard > _SILENCE_DB]
        level[i] = heard.mean() if len(heard) else np.nan
        spread[i] = heard.std() if len(heard) > 3 else np.nan
        length = sentence.end - sentence.start
        pace[i] = (sentence.last_word + 1 - sentence.first_word) / length if length > 0.5 else np.nan
    speakers = np.array([sentence.speaker for sentence in sentences])
    lively = np.zeros(len(sentences))
    for speaker in set(speakers.tolist()):
        mine = speakers == speaker
        parts = [_deviations(values[mine]) for values in (level, spread, pace)]
        lively[mine] = 0.6 * parts[0] + 0.5 * parts[1] + 0.4 * parts[2]
    return np.clip(lively, -3.0, 3.0)


def _levels_db(sound: Path) -> Floats:
    """Return the level of every frame, in dB of full scale."""
    try:
        with wave.open(str(sound), "rb") as reader:
            if reader.getsampwidth() != 2:
                raise MediaError("the analysis audio is not 16-bit PCM", file=str(sound))
            rate_hz, channels = reader.getframerate(), reader.getnchannels()
            frame = max(1, int(rate_hz * FRAME_SECONDS))
            parts = []
            while chunk := reader.readframes(frame * int(_BLOCK_SECONDS / FRAME_SECONDS)):
                samples = np.frombuffer(chunk, dtype="<i2").astype(np.float32)[::channels] / 32768.0
                whole = len(samples) // frame * frame
                parts.append((samples[:whole].reshape(-1, frame) ** 2).mean(axis=1))
    except (OSError, EOFError, wave.Error) as error:
        raise MediaError(f"the analysis audio can't be read ({error})", file=str(sound)) from error
    power = np.concatenate(parts) if parts else np.zeros(1)
    return np.asarray(10.0 * np.log10(power + 1e-9), dtype=np.float64)


def _deviations(values: Floats) -> Floats:
    known = values[~np.isnan(values)]
    if len(known) < 3 or known.std() < 1e-6:
        return np.zeros(len(values))
    deviations: Floats = np.nan_to_num(np.clip((values - known.mean()) / known.std(), -3.0, 3.0))
    return deviations
