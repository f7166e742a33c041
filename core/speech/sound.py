"""Spans of the analysis audio (16 kHz mono 16-bit WAV from source second 0) without reading all of it."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np

from core.errors import TranscriptError

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

RATE_HZ = 16_000


def sound_duration(path: Path) -> float:
    """Return the length in seconds."""
    with _opened(path) as sound:
        return sound.getnframes() / RATE_HZ


def read_pcm(path: Path, start: float = 0.0, end: float | None = None) -> NDArray[np.int16]:
    """Return the samples of [start, end) that the file has, (n,) int16; to its end where `end` is None."""
    with _opened(path) as sound:
        count = sound.getnframes()
        first = min(count, max(0, round(start * RATE_HZ)))
        last = count if end is None else min(count, max(first, round(end * RATE_HZ)))
        sound.setpos(first)
        return np.frombuffer(sound.readframes(last - first), dtype="<i2")


def read_samples(path: Path, start: float, end: float) -> NDArray[np.float32]:
    """Return the samples of [start, end) that the file has, (n,) float32 in [-1, 1]."""
    return read_pcm(path, start, end).astype(np.float32) / np.float32(32768)


@contextmanager
def _opened(path: Path) -> Iterator[wave.Wave_read]:
    try:
        with wave.open(str(path), "rb") as sound:
            shape = (sound.getframerate(), sound.getnchannels(), sound.getsampwidth())
            if shape != (RATE_HZ, 1, 2):
                reason = f"the sound is {shape[0]} Hz with {shape[1]} channels, not 16000 Hz mono 16-bit."
                raise TranscriptError(reason, file=str(path))
            yield sound
    except (OSError, EOFError, wave.Error) as error:
        raise TranscriptError(f"the prepared sound can't be read ({error}).", file=str(path)) from error
