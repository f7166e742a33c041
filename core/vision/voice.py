"""Voice activity over time, from the analysis audio: how much somebody is talking, not who.

A level meter on the telephone band, normalised between the quiet and the loud of the stretch itself. It serves
to tell talking faces from silent ones, and is no voice detector for cutting.
"""

from __future__ import annotations

import wave
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.errors import MediaError
from core.schema.time import TimeSpan

Samples = NDArray[np.float32]

HOP_SECONDS = 0.05
BAND_HZ = (200.0, 3800.0)
SILENCE_DB = -65.0
# Less than this between quiet and loud is one steady sound; whether it is a voice can't be told by level.
STEADY_RANGE_DB = 6.0


class Voice(NamedTuple):
    """Voice activity (0 to 1) in steps of `HOP_SECONDS` from second `start` on."""

    start: float
    activity: NDArray[np.floating]

    def at(self, times: NDArray[np.floating]) -> NDArray[np.floating]:
        """Return the activity at the given source seconds, 0 outside."""
        own = self.start + (np.arange(len(self.activity)) + 0.5) * HOP_SECONDS
        return np.asarray(np.interp(times, own, self.activity, left=0.0, right=0.0))


def hear_voice(audio: Path, span: TimeSpan) -> Voice:
    """Return the voice activity of a span of 16-bit mono WAV analysis audio.

    Raises:
        MediaError: The file is missing or no such WAV.
    """
    try:
        with wave.open(str(audio), "rb") as file:
            rate_hz = file.getframerate()
            first = min(max(0, round(span.start * rate_hz)), file.getnframes())
            file.setpos(first)
            frames = file.readframes(max(0, round(span.end * rate_hz) - first))
            if file.getsampwidth() != 2 or file.getnchannels() != 1:
                raise MediaError("the analysis audio is not 16-bit mono", file=str(audio))
    except (OSError, EOFError, wave.Error) as error:
        raise MediaError(f"the analysis audio can't be read: {error}", file=str(audio)) from error
    samples = np.frombuffer(frames, dtype="<i2").astype(np.float32) / np.float32(32768)
    return Voice(first / rate_hz, voice_activity(samples, rate_hz))


def voice_activity(samples: Samples, rate_hz: int) -> NDArray[np.floating]:
    """Return how much voice (0 to 1) there is in every `HOP_SECONDS` of mono samples (-1 to 1)."""
    hop = round(HOP_SECONDS * rate_hz)
    count = len(samples) // hop
    if count == 0:
        return np.zeros(0)
    level = _band_level_db(samples[: count * hop].reshape(count, hop), rate_hz)
    quiet, loud = np.percentile(level, (10, 95))
    if loud < SILENCE_DB:
        return np.zeros(count)
    if loud - quiet < STEADY_RANGE_DB:
        return np.where(level > SILENCE_DB, 1.0, 0.0)
    # A third of the way up; a hop 4 dB above counts as nearly certain.
    middle = max(quiet, SILENCE_DB) + 0.35 * (loud - max(quiet, SILENCE_DB))
    activity = 1.0 / (1.0 + np.exp(-(level - middle) / 2.0))
    # Short gaps between syllables belong to the voice.
    return np.convolve(np.pad(activity, 2, mode="edge"), np.full(5, 0.2), mode="valid")


def _band_level_db(blocks: Samples, rate_hz: int) -> NDArray[np.floating]:
    window = np.hanning(blocks.shape[1])
    power = np.abs(np.fft.rfft(blocks * window, axis=1)) ** 2
    frequency = np.fft.rfftfreq(blocks.shape[1], 1 / rate_hz)
    inside = (frequency >= BAND_HZ[0]) & (frequency <= BAND_HZ[1])
    mean_square = power[:, inside].sum(axis=1) * 2 / (np.sum(window**2) * blocks.shape[1])
    return np.asarray(10 * np.log10(mean_square + 1e-12))
