"""A graphics card that fails in the middle of the work: the processor does it all, on the record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ctranslate2
import faster_whisper
import numpy as np
import pytest

from core.media.audio import read_wav
from core.speech.job import SpeechJob
from core.speech.transcribe import transcriber_named
from core.speech.transcribers.faster_whisper import load_model


class FailingCard(faster_whisper.WhisperModel):
    """The library's own model; as long as it is asked to work on a card, it runs out of memory after a while."""

    encoded_before_failing = 1
    asked_for: list[tuple[str, str]] = []

    def __init__(self, path: str, device: str, compute_type: str, **options: Any) -> None:
        self.asked_for.append((device, compute_type))
        self._left = self.encoded_before_failing if device == "cuda" else -1
        super().__init__(path, device="cpu", compute_type="int8", **options)

    def encode(self, features: Any) -> Any:
        if self._left == 0:
            raise RuntimeError("CUDA failed with error out of memory")
        self._left -= 1
        return super().encode(features)


@pytest.fixture
def failing_card(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[FailingCard]]:
    """Let the libraries find a card that fails while it transcribes."""
    load_model.cache_clear()
    FailingCard.asked_for = []
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setattr(faster_whisper, "WhisperModel", FailingCard)
    yield FailingCard
    load_model.cache_clear()


def long_speech(speeches: dict[str, Any], make_wav: Any, folder: Path) -> SpeechJob:
    samples, _ = read_wav(speeches["two_cities"].wav)
    parts = [part for _ in range(3) for part in (samples, np.zeros(16_000, np.float32))]
    together = np.concatenate(parts)
    return SpeechJob(audio=make_wav(folder / "long.wav", together), duration=len(together) / 16_000)


# The language is found in what is encoded first; of short speech a window is heard before the second fails.
@pytest.mark.parametrize(
    ("is_long", "encoded"),
    [pytest.param(False, 2, id="whole", marks=pytest.mark.soak), pytest.param(True, 1, id="batched")],
)
def test_the_processor_takes_over_and_nothing_is_lost_or_doubled(
    speeches: dict[str, Any],
    memorised_whisper: Path,
    failing_card: type[FailingCard],
    make_wav: Any,
    tmp_path: Path,
    is_long: bool,
    encoded: int,
) -> None:
    failing_card.encoded_before_failing = encoded
    speech = speeches["two_cities"]
    job = SpeechJob(audio=speech.wav, duration=speech.duration)
    if is_long:
        job = long_speech(speeches, make_wav, tmp_path)
    job = job.model_copy(update={"model_folder": memorised_whisper})
    whisper = transcriber_named("faster_whisper")
    heard = whisper.transcribe(job, lambda part, _: None)
    assert failing_card.asked_for == [("cuda", "float16"), ("cpu", "int8")]
    (told,) = [choice for choice in heard.choices if choice.subject == "speech device"]
    assert told.chosen == "processor" and told.degraded and "out of memory" in told.reason
    failing_card.asked_for.clear()
    alone = whisper.transcribe(job.model_copy(update={"device": "cpu"}), lambda part, _: None)
    assert [word for word, _ in heard.words()] == [word for word, _ in alone.words()] != []
    assert not [choice for choice in alone.choices if choice.subject == "speech device"]
