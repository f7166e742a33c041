"""Laughter, applause and plain noise as 16 kHz samples, made for tests: none of it was recorded."""

from __future__ import annotations

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 16_000
Samples = NDArray[np.float64]


def laughter(seconds: float = 2.4, seed: int = 4, people: int = 6) -> Samples:
    """Return several people laughing: rows of "ha", each a breath and a falling voice, 4 to 5.6 a second."""
    random = np.random.default_rng(seed)
    total = np.zeros(int((seconds + 1.0) * RATE_HZ))
    for _ in range(people):
        pitch_hz, pace = random.uniform(180, 380), random.uniform(4.0, 5.6)
        tones = (random.uniform(600, 900), random.uniform(1100, 1500), 2600.0)
        at = random.uniform(0.0, 0.3)
        while at < seconds:
            burst = _ha(random, pitch_hz * (1.0 - 0.3 * at / seconds), tones) * random.uniform(0.6, 1.0)
            first = int(at * RATE_HZ)
            total[first : first + len(burst)] += burst[: len(total) - first]
            at += random.uniform(0.9, 1.1) / pace
    return total / np.abs(total).max()


def applause(seconds: float = 4.0, seed: int = 5, people: int = 40) -> Samples:
    """Return a hall that claps, each clap a burst of noise of its own colour."""
    random = np.random.default_rng(seed)
    total = np.zeros(int((seconds + 0.3) * RATE_HZ))
    for _ in range(people):
        at, loudness, pace = random.uniform(0.0, 0.3), random.uniform(0.2, 1.0), random.uniform(3.0, 5.0)
        while at < seconds:
            length = int(0.03 * RATE_HZ)
            burst = random.normal(size=length) * np.exp(
                -np.arange(length) / RATE_HZ / random.uniform(0.004, 0.008)
            )
            burst = np.diff(burst, prepend=0.0) * 0.6 + burst * 0.4
            burst = _resonant(burst, random.uniform(900, 2200), random.uniform(500, 1200)) * loudness
            first = int(at * RATE_HZ)
            total[first : first + len(burst)] += burst[: len(total) - first]
            at += random.normal(1.0 / pace, 0.02)
    return total / np.abs(total).max()


def write(path: Path, *parts: Samples) -> Path:
    """Write the parts, one after the other, as the 16-bit WAV that analysis reads."""
    whole = np.concatenate(list(parts))
    with wave.open(str(path), "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE_HZ)
        writer.writeframes((np.clip(whole, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def beside(samples: Samples, speech: Samples, gain_db: float) -> Samples:
    """Return the samples at the loudness of speech, `gain_db` above it."""
    spoken = speech[np.abs(speech) > 0.02 * np.abs(speech).max()]
    level = np.sqrt(np.mean(spoken**2)) * 10 ** (gain_db / 20)
    return samples * level / np.sqrt(np.mean(samples**2))


def _ha(random: np.random.Generator, pitch_hz: float, tones: Sequence[float]) -> Samples:
    count = int(random.uniform(0.08, 0.13) * RATE_HZ)
    at = np.arange(count) / RATE_HZ
    phase = 2 * np.pi * pitch_hz * (at - 0.8 * at**2)
    voice = sum(np.cos(k * phase) / k for k in range(1, int(6000 / pitch_hz))) + 0.15 * random.normal(size=count)
    breath = random.normal(size=int(0.06 * RATE_HZ))
    for tone_hz in tones:
        voice, breath = _resonant(voice, tone_hz, 120.0), _resonant(breath, tone_hz, 300.0)
    voice = voice * np.sqrt(np.maximum(0.0, np.sin(np.pi * at / at[-1])))
    breath = breath * np.hanning(len(breath))
    return np.concatenate([0.2 * breath / np.abs(breath).max(), voice / np.abs(voice).max()])


def _resonant(samples: Samples, tone_hz: float, width_hz: float) -> Samples:
    from scipy.signal import lfilter

    radius = np.exp(-np.pi * width_hz / RATE_HZ)
    feedback = [1.0, -2 * radius * np.cos(2 * np.pi * tone_hz / RATE_HZ), radius**2]
    return np.asarray(lfilter([1.0], feedback, samples))
