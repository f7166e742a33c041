"""Silences of real speech, of speech in noise, and of no speech at all."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import Cancelled
from core.media.audio import read_wav
from core.schema.time import TimeSpan
from core.speech.voice_activity import SHORTEST_SILENCE, find_silences, speech_spans, talk_spans
from core.speech.windows import speech_windows

RATE_HZ = 16_000


def true_pauses(words: list[dict[str, Any]], duration: float, least: float) -> list[TimeSpan]:
    starts = [word["start"] for word in words] + [duration]
    ends = [0.0] + [word["end"] for word in words]
    return [TimeSpan(start=a, end=b) for a, b in zip(ends, starts, strict=True) if b - a >= least]


@pytest.mark.parametrize("name", ["jfk", "two_cities", "sense_and_sensibility"])
@pytest.mark.parametrize("noise", [0.0, 0.003])
def test_long_pauses_are_found_and_words_are_not(speeches: dict[str, Any], name: str, noise: float) -> None:
    speech = speeches[name]
    samples, rate_hz = read_wav(speech.wav)
    samples = samples + np.random.default_rng(1).normal(0, noise, len(samples)).astype(np.float32)
    silences = find_silences(samples, rate_hz)
    for pause in true_pauses(speech.words, speech.duration, 0.6):
        assert sum(pause.overlap(found) for found in silences) > 0.5 * pause.duration
    middles = [(word["start"] + word["end"]) / 2 for word in speech.words]
    inside = [at for at in middles if any(found.contains(at) for found in silences)]
    assert len(inside) <= 0.02 * len(middles)


def test_silences_are_apart_long_enough_and_inside(speeches: dict[str, Any]) -> None:
    samples, rate_hz = read_wav(speeches["two_cities"].wav)
    silences = find_silences(samples, rate_hz)
    assert all(span.duration >= SHORTEST_SILENCE - 1e-6 for span in silences)
    assert all(a.end < b.start for a, b in pairwise(silences))
    assert silences[0].start == 0.0 and silences[-1].end == pytest.approx(len(samples) / rate_hz)


def test_a_block_edge_changes_nothing(speeches: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    samples, _ = read_wav(speeches["two_cities"].wav)
    whole = talk_spans(speech_spans(samples))
    monkeypatch.setattr("core.speech.voice_activity._BLOCK_FRAMES", 200)
    cut = talk_spans(speech_spans(samples))
    assert sum(span.duration for span in cut) == pytest.approx(sum(span.duration for span in whole), rel=0.03)


def test_loud_sound_that_is_no_speech_is_no_silence(speeches: dict[str, Any]) -> None:
    samples, rate_hz = read_wav(speeches["jfk"].wav)
    level = float(np.sqrt(np.mean(samples**2)))
    music = np.sin(np.arange(3 * RATE_HZ) * 2 * np.pi * 440 / RATE_HZ).astype(np.float32) * level * 1.4
    joined = np.concatenate([samples, music, np.zeros(2 * RATE_HZ, np.float32)])
    loud = TimeSpan(start=len(samples) / RATE_HZ + 0.3, end=len(samples) / RATE_HZ + 2.7)
    silences = find_silences(joined, rate_hz)
    assert sum(loud.overlap(span) for span in silences) == 0
    assert silences[-1].duration == pytest.approx(2.0, abs=0.3)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 1.0, 3.0])
def test_nothing_but_quiet(seconds: float) -> None:
    samples = np.zeros(int(seconds * RATE_HZ), np.float32)
    silences = find_silences(samples, RATE_HZ)
    assert sum(span.duration for span in silences) == pytest.approx(
        seconds if seconds >= SHORTEST_SILENCE else 0.0
    )
    assert talk_spans(speech_spans(samples)) == []


def test_another_rate_gives_the_same_seconds(speeches: dict[str, Any]) -> None:
    samples, rate_hz = read_wav(speeches["jfk"].wav)
    at_48k = np.repeat(samples, 3)
    same = find_silences(at_48k, 48_000)
    assert sum(s.duration for s in same) == pytest.approx(
        sum(s.duration for s in find_silences(samples, rate_hz)), abs=0.4
    )


def test_listening_can_be_cancelled(speeches: dict[str, Any]) -> None:
    def stop(fraction: float, message: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        find_silences(*read_wav(speeches["jfk"].wav), stop)


def test_windows_hold_all_speech_and_are_short_enough() -> None:
    chance = np.random.default_rng(2)
    spans, at = [], 0.0
    for _ in range(200):
        at += float(chance.uniform(0.03, 2.0))
        length = float(chance.uniform(0.1, 40.0 if chance.random() < 0.05 else 6.0))
        spans.append(TimeSpan(start=at, end=at + length))
        at += length
    windows = speech_windows(spans, 29.0, at + 1.0)
    assert all(window.duration <= 29.0 + 1e-6 for window in windows)
    for span in spans:
        heard = sum(span.overlap(window) for window in windows)
        laps = sum(max(0.0, a.end - b.start) for a, b in pairwise(windows) if span.contains(b.start))
        assert heard - laps == pytest.approx(span.duration, abs=1e-6)
        assert laps == 0 or span.duration > 28.0
    assert speech_windows([], 29.0, 10.0) == []


def test_judging_voices_reports_to_nobody(tmp_path: Path) -> None:
    """ONNX Runtime keeps an identifier and a queue of events for its maker unless it is told not to."""
    code = "import numpy as np; from core.speech.voice_activity import speech_spans;"
    code += "speech_spans(np.zeros(16000, np.float32))"
    places = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")} | places
    root = Path(__file__).resolve().parents[3]
    subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, check=True)
    assert not list(tmp_path.iterdir())
