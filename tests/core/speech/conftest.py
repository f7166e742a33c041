"""The speech files as analysis audio, their true words, and a way to measure against them."""

from __future__ import annotations

import json
import wave
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

NAMES = ("jfk", "two_cities", "sense_and_sensibility")


@dataclass(frozen=True)
class Speech:
    """One recording: 16 kHz mono WAV, its true text and word times."""

    wav: Path
    text: str
    text_file: Path
    words: list[dict[str, float | str]]
    duration: float


def write_wav(path: Path, samples: np.ndarray) -> Path:
    """Write float samples as analysis audio."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


def decoded(path: Path) -> np.ndarray:
    """Return any audio file as (n,) float32 at 16 kHz."""
    import av

    parts = []
    with av.open(str(path)) as container:
        resampler = av.AudioResampler(format="s16", layout="mono", rate=16_000)
        for frame in [*container.decode(audio=0), None]:
            parts += [part.to_ndarray().reshape(-1) for part in resampler.resample(frame)]
    return np.concatenate(parts).astype(np.float32) / 32768


@pytest.fixture(scope="session")
def speeches(shared_media: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Speech]:
    """Return the three recordings by name."""
    folder = tmp_path_factory.mktemp("speech")
    found = {}
    for name in NAMES:
        source = shared_media / "speech" / f"{name}.flac"
        samples = decoded(source)
        text_file = source.with_suffix(".txt")
        found[name] = Speech(
            wav=write_wav(folder / f"{name}.wav", samples),
            text=text_file.read_text(encoding="utf-8"),
            text_file=text_file,
            words=json.loads(source.with_suffix(".words.json").read_text(encoding="utf-8")),
            duration=float(Fraction(len(samples), 16_000)),
        )
    return found


@pytest.fixture(scope="session")
def brief(speeches: dict[str, Speech], tmp_path_factory: pytest.TempPathFactory) -> Speech:
    """Return the first phrase of one recording, for what is slow."""
    whole = speeches["jfk"]
    with wave.open(str(whole.wav)) as file:
        samples = np.frombuffer(file.readframes(16_000 * 5 // 2), "<i2").astype(np.float32) / 32768
    wav = write_wav(tmp_path_factory.mktemp("brief") / "brief.wav", samples)
    words = [word for word in whole.words if float(word["end"]) < 2.5]
    return Speech(wav, "And so, my fellow Americans,", whole.text_file, words, 2.5)


@pytest.fixture(scope="session")
def make_wav() -> Callable[[Path, np.ndarray], Path]:
    """Return the writer of analysis audio."""
    return write_wav
