"""Whisper on this machine, through CTranslate2: graphics card where it works, else processor.

A card is tried by really transcribing on it: its libraries are loaded lazily, so a missing one shows only at the
first encoding, long after the model seemed to load.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import TYPE_CHECKING, Any

from core.errors import TranscriptError, WeightsError
from core.media.audio import read_wav
from core.schema.choice import Choice
from core.schema.transcript import Transcript
from core.speech.sound import RATE_HZ
from core.speech.voice_activity import find_speech
from core.speech.windows import speech_windows
from core.speech.words import SpokenWord, group_words, lay_out, snap_to_speech

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from core.schema.record import ProgressCallback
    from core.schema.time import TimeSpan
    from core.speech.job import SpeechJob

BATCHED_FROM = 60.0  # seconds of speech from which windows are worth decoding side by side
_WINDOW = 29.0  # Whisper hears 30 s at once
_BLOCK_WINDOWS = 16  # windows handed over at once: bounds memory, and how long a cancel takes
_BATCH = {"cpu": 4, "cuda": 16}
_LOOPING = 2.4  # compression ratio of text that repeats itself (Whisper's own threshold)
_NO_SPEECH, _UNLIKELY = 0.6, -1.0


@dataclass(frozen=True, slots=True)
class _Heard:
    words: list[SpokenWord]
    language: str
    repeated: int = 0


class FasterWhisperTranscriber:
    """Runs the model in `job.model_folder`. Models stay loaded in the process, the last two used."""

    name = "faster_whisper"

    def transcribe(self, job: SpeechJob, progress: ProgressCallback) -> Transcript:
        """Return words with times from the model's attention."""
        audio, folder = _checked(job)
        samples, _ = read_wav(audio)
        speech = find_speech(samples, RATE_HZ, lambda part, text: progress(0.03 * part, text))
        model_name = job.model or folder.name
        if not speech:
            return _silent(job, model_name)
        devices = ("cuda", "cpu") if job.device != "cpu" and _has_card() else ("cpu",)
        choices: list[Choice] = []
        for device in devices:
            try:
                progress(0.03, f"loading {model_name}")
                heard = _hear(load_model(folder, device), samples, speech, job, device, progress)
            except (RuntimeError, ValueError, OSError) as error:
                if device == "cpu":
                    raise WeightsError(
                        f"the speech model failed: {error}.",
                        file=str(folder),
                        remedy="Fetch it again or take another.",
                    ) from error
                choices.append(_card_failed(error))
                continue
            break
        choices += _guarded(heard)
        segments = lay_out(group_words(snap_to_speech(heard.words, speech)))
        if not segments:
            return _silent(job, model_name)
        progress(1.0, "transcribed")
        return Transcript(
            language=heard.language,
            segments=tuple(segments),
            transcriber=self.name,
            model=model_name,
            choices=tuple(choices),
        )


@lru_cache(maxsize=2)
def load_model(folder: Path, device: str) -> Any:
    """Return a model, loaded once a process."""
    import tqdm
    from faster_whisper import WhisperModel

    # Its progress bar, never shown, would take a lock between processes that an ended worker leaves behind.
    tqdm.tqdm.set_lock(threading.RLock())
    compute_type = "float16" if device == "cuda" else "int8"
    return WhisperModel(str(folder), device=device, compute_type=compute_type, local_files_only=True)


def _checked(job: SpeechJob) -> tuple[Path, Path]:
    if job.audio is None:
        raise TranscriptError("there is no sound to transcribe.", remedy="Give a transcript file.")
    folder = job.model_folder
    if folder is None or not (folder / "model.bin").is_file() or not (folder / "config.json").is_file():
        raise WeightsError(
            "there is no Whisper model.",
            file=str(folder or ""),
            remedy="Fetch one in Settings › Models, or give a transcript file.",
        )
    return job.audio, folder


def _has_card() -> bool:
    import ctranslate2

    return int(ctranslate2.get_cuda_device_count()) > 0


def _card_failed(error: Exception) -> Choice:
    reason = f"the graphics card could not be used: {str(error).splitlines()[0][:160]}"
    return Choice(subject="speech device", chosen="processor", reason=reason, degraded=True)


def _silent(job: SpeechJob, model: str) -> Transcript:
    choice = Choice(subject="speech", chosen="empty transcript", reason="nobody was heard speaking", degraded=True)
    return Transcript(language=job.language, transcriber="faster_whisper", model=model, choices=(choice,))


def _guarded(heard: _Heard) -> list[Choice]:
    if not heard.repeated:
        return []
    reason = f"{heard.repeated} stretches repeated themselves, as the model does over music and noise"
    return [Choice(subject="transcript", chosen="those stretches were heard again alone", reason=reason)]


def _hear(
    model: Any,
    samples: NDArray[np.float32],
    speech: Sequence[TimeSpan],
    job: SpeechJob,
    device: str,
    progress: ProgressCallback,
) -> _Heard:
    duration = len(samples) / RATE_HZ
    if sum(span.duration for span in speech) < BATCHED_FROM:
        return _hear_whole(model, samples, job, duration, progress)
    return _hear_batched(model, samples, speech_windows(speech, _WINDOW, duration), job, device, progress)


def _hear_whole(
    model: Any, samples: NDArray[np.float32], job: SpeechJob, duration: float, progress: ProgressCallback
) -> _Heard:
    segments, found = model.transcribe(
        samples,
        language=job.language or None,
        initial_prompt=job.vocabulary or None,
        word_timestamps=True,
        vad_filter=True,
        condition_on_previous_text=False,
    )
    words: list[SpokenWord] = []
    for segment in segments:
        progress(_part(segment.end, duration), "transcribing")
        words += [] if _is_noise(segment) else _words(segment, 0.0, duration)
    return _Heard(words, found.language)


def _hear_batched(
    model: Any,
    samples: NDArray[np.float32],
    windows: Sequence[TimeSpan],
    job: SpeechJob,
    device: str,
    progress: ProgressCallback,
) -> _Heard:
    """Transcribe windows side by side, a block at a time; those that loop are heard again alone."""
    from faster_whisper import BatchedInferencePipeline

    pipeline = BatchedInferencePipeline(model)
    language = job.language
    duration = len(samples) / RATE_HZ
    words: list[SpokenWord] = []
    repeated = 0
    for first in range(0, len(windows), _BLOCK_WINDOWS):
        block = windows[first : first + _BLOCK_WINDOWS]
        offset, until = block[0].start, block[-1].end
        part = samples[round(offset * RATE_HZ) : round(until * RATE_HZ)]
        segments, found = pipeline.transcribe(
            part,
            language=language or None,
            language_detection_segments=4,
            initial_prompt=job.vocabulary or None,
            word_timestamps=True,
            batch_size=_BATCH[device],
            clip_timestamps=[{"start": w.start - offset, "end": w.end - offset} for w in block],
        )
        language = found.language
        for segment in segments:
            progress(_part(offset + segment.end, duration), "transcribing")
            if segment.compression_ratio > _LOOPING:
                repeated += 1
                words += _hear_again(model, samples, offset + segment.start, offset + segment.end, language)
            elif not _is_noise(segment):
                words += _words(segment, offset, duration)
    return _Heard(words, language, repeated)


def _hear_again(
    model: Any, samples: NDArray[np.float32], start: float, end: float, language: str
) -> list[SpokenWord]:
    """Hear one stretch alone: there Whisper falls back to other temperatures until it no longer loops."""
    part = samples[round(start * RATE_HZ) : round(end * RATE_HZ)]
    segments, _ = model.transcribe(
        part, language=language, word_timestamps=True, condition_on_previous_text=False, vad_filter=False
    )
    kept = [s for s in segments if s.compression_ratio <= _LOOPING and not _is_noise(s)]
    return [word for segment in kept for word in _words(segment, start, end)]


def _is_noise(segment: Any) -> bool:
    return bool(segment.no_speech_prob > _NO_SPEECH and segment.avg_logprob < _UNLIKELY)


def _words(segment: Any, offset: float, duration: float) -> list[SpokenWord]:
    heard = segment.words or ()
    if not heard:
        text = segment.text.strip()
        chance = exp(min(0.0, segment.avg_logprob))
        return [SpokenWord(text, offset + segment.start, offset + segment.end, chance)] if text else []
    return [
        SpokenWord(
            word.word.strip(), start, max(start, min(duration, offset + float(word.end))), float(word.probability)
        )
        for word in heard
        if word.word.strip() and 0 <= (start := offset + float(word.start)) < duration
    ]


def _part(at: float, duration: float) -> float:
    return 0.05 + 0.94 * min(1.0, at / max(duration, 1e-6))
