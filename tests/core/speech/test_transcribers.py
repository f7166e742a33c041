"""Every transcriber keeps the same contract, on real speech with a real engine."""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import Cancelled, ShortlistError, TranscriptError, WeightsError
from core.schema.transcript import Transcript
from core.speech.choose import TranscriberChoice
from core.speech.job import SpeechJob
from core.speech.transcribe import transcribe, transcriber_named
from core.speech.transcribers import TRANSCRIBERS

OFFLINE = ("sidecar", "faster_whisper", "pocketsphinx")


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def word_error_rate(true: list[str], heard: list[str]) -> float:
    row = np.arange(len(heard) + 1)
    for i, word in enumerate(true, 1):
        before = row.copy()
        row[0] = i
        for j, other in enumerate(heard, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (word != other))
    return float(row[-1]) / len(true)


def assert_contract(transcript: Transcript, name: str, duration: float) -> None:
    assert transcript.transcriber == name and transcript.model
    at = 0.0
    for segment in transcript.segments:
        assert segment.start >= at and segment.text.strip() and segment.words
        at = segment.start
        for word in segment.words:
            assert at <= word.start <= word.end <= segment.end <= duration + 0.5
            assert math.isfinite(word.end) and 0 <= word.confidence <= 1
            at = word.end


@pytest.fixture
def job(speeches: dict[str, Any], memorised_whisper: Path) -> SpeechJob:
    speech = speeches["jfk"]
    return SpeechJob(
        audio=speech.wav, duration=speech.duration, sidecar=speech.text_file, model_folder=memorised_whisper
    )


def ignore(fraction: float, message: str) -> None:
    assert 0 <= fraction <= 1


@pytest.mark.parametrize("name", OFFLINE)
def test_each_hears_the_speech(job: SpeechJob, speeches: dict[str, Any], name: str) -> None:
    transcript = transcriber_named(name).transcribe(job, ignore)
    assert_contract(transcript, name, job.duration)
    errors = word_error_rate(words_of(speeches["jfk"].text), words_of(transcript.text))
    assert errors <= (0.4 if name == "pocketsphinx" else 0.1)
    assert transcript.is_draft == (name == "pocketsphinx")
    assert transcript.language == "en"


@pytest.mark.parametrize("name", OFFLINE)
def test_each_can_be_cancelled_part_way(job: SpeechJob, name: str) -> None:
    told: list[float] = []

    def stop(fraction: float, message: str) -> None:
        told.append(fraction)
        if len(told) > 2:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        transcriber_named(name).transcribe(job, stop)


@pytest.mark.parametrize("transcriber", TRANSCRIBERS, ids=lambda t: t.name)
def test_each_says_what_it_lacks(transcriber: Any) -> None:
    with pytest.raises(ShortlistError) as caught:
        transcriber.transcribe(SpeechJob(audio=None, duration=0.0), ignore)
    assert caught.value.remedy


@pytest.mark.parametrize("name", ["faster_whisper", "pocketsphinx"])
def test_silence_gives_no_words(tmp_path: Path, make_wav: Any, memorised_whisper: Path, name: str) -> None:
    wav = make_wav(tmp_path / "quiet.wav", np.zeros(16_000 * 5, np.float32))
    job = SpeechJob(audio=wav, duration=5.0, model_folder=memorised_whisper)
    assert transcriber_named(name).transcribe(job, ignore).segments == ()


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not a sound at all"])
def test_broken_sound_is_named(tmp_path: Path, memorised_whisper: Path, content: bytes) -> None:
    path = tmp_path / "broken.wav"
    path.write_bytes(content)
    for name in ("faster_whisper", "pocketsphinx"):
        with pytest.raises(ShortlistError, match=r"broken\.wav"):
            transcriber_named(name).transcribe(
                SpeechJob(audio=path, duration=5, model_folder=memorised_whisper), ignore
            )


def test_long_speech_is_heard_in_batches_with_true_times(
    speeches: dict[str, Any], memorised_whisper: Path, tmp_path: Path, make_wav: Any
) -> None:
    from core.media.audio import read_wav

    parts, true, offset = [], [], 0.0
    for name in ("two_cities", "jfk", "two_cities", "sense_and_sensibility"):
        samples, _ = read_wav(speeches[name].wav)
        true += [(word["word"], offset + word["start"]) for word in speeches[name].words]
        parts += [samples, np.zeros(16_000, np.float32)]
        offset += len(samples) / 16_000 + 1
    wav = make_wav(tmp_path / "long.wav", np.concatenate(parts))
    job = SpeechJob(audio=wav, duration=offset, model_folder=memorised_whisper)
    told: list[float] = []
    transcript = transcriber_named("faster_whisper").transcribe(job, lambda part, _: told.append(part))
    assert_contract(transcript, "faster_whisper", offset)
    assert word_error_rate(words_of(" ".join(w for w, _ in true)), words_of(transcript.text)) < 0.2
    starts = np.array([word.start for word, _ in transcript.words()])
    errors = [np.abs(starts - at).min() for _, at in true]
    assert np.median(errors) < 0.15
    assert told == sorted(told) and len(told) > 4


def test_a_damaged_model_is_told(tmp_path: Path, speeches: dict[str, Any], memorised_whisper: Path) -> None:
    folder = tmp_path / "damaged"
    folder.mkdir()
    for file in memorised_whisper.iterdir():
        content = file.read_bytes()
        (folder / file.name).write_bytes(content[: len(content) // 2] if file.name == "model.bin" else content)
    with pytest.raises(WeightsError, match="Fetch it again"):
        transcriber_named("faster_whisper").transcribe(
            SpeechJob(audio=speeches["jfk"].wav, duration=11, model_folder=folder), ignore
        )


def test_a_card_that_fails_is_given_up_for_the_processor(job: SpeechJob, monkeypatch: pytest.MonkeyPatch) -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        pytest.skip("a working graphics card is here")
    monkeypatch.setattr("core.speech.transcribers.faster_whisper._has_card", lambda: True)
    transcript = transcriber_named("faster_whisper").transcribe(job, ignore)
    assert transcript.segments
    choice = transcript.choices[0]
    assert (choice.subject, choice.chosen, choice.degraded) == ("speech device", "processor", True)


def test_the_draft_declines_other_languages(job: SpeechJob) -> None:
    with pytest.raises(TranscriptError, match="English"):
        transcriber_named("pocketsphinx").transcribe(job.model_copy(update={"language": "de"}), ignore)


def test_broken_captions_beside_the_media_step_down_on_the_record(job: SpeechJob, tmp_path: Path) -> None:
    broken = tmp_path / "talk.srt"
    broken.write_text("no captions", encoding="utf-8")
    choice = TranscriberChoice(name="sidecar", sidecar=broken, fallbacks=("faster_whisper", "pocketsphinx"))
    transcript = transcribe(job.model_copy(update={"sidecar": None}), choice, ignore)
    assert transcript.transcriber == "faster_whisper"
    assert transcript.choices[0].degraded and "talk.srt" in transcript.choices[0].reason
    with pytest.raises(TranscriptError, match=r"talk\.srt"):
        transcribe(job.model_copy(update={"sidecar": broken}), TranscriberChoice(name="sidecar"), ignore)


def test_a_source_without_sound_says_so() -> None:
    transcript = transcribe(SpeechJob(audio=None, duration=3.0), TranscriberChoice(name="pocketsphinx"), ignore)
    assert transcript.segments == () and transcript.choices[0].degraded
    assert "no sound" in transcript.choices[0].reason


def test_the_reason_is_the_first_choice(brief: Any) -> None:
    job = SpeechJob(audio=brief.wav, duration=brief.duration)
    choice = TranscriberChoice(name="pocketsphinx", reason="nothing better is here", degraded=True)
    first, *others = transcribe(job, choice, ignore).choices
    assert (first.chosen, first.reason, first.degraded) == ("pocketsphinx", "nothing better is here", True)
    assert any("draft" in other.reason for other in others)
