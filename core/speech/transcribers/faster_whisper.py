"""Whisper on this machine, through CTranslate2: graphics card where it works, else processor.

A card is tried by really transcribing on it: its libraries are loaded lazily, so a missing one shows only at the
first encoding, long after the model seemed to load.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import TranscriptError, WeightsError
from core.schema.choice import Choice
from core.schema.time import TimeSpan, total_duration
from core.schema.transcript import Transcript
from core.speech.chunks import CHUNK_SECONDS, HeardChunk, HeardWindow
from core.speech.guards import Doubt, marked
from core.speech.listening import Ask, hear
from core.speech.sound import RATE_HZ, read_samples
from core.speech.transcriber import NO_PARTS, Parts
from core.speech.windows import speech_windows
from core.speech.words import SpokenWord, group_words, lay_out, passage_of, snap_to_speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from core.schema.record import ProgressCallback
    from core.speech.job import SpeechJob

BATCHED_FROM = 60.0  # seconds of speech from which windows are worth decoding side by side
_WINDOW = 29.0  # Whisper hears 30 s at once
_CAREFUL_WINDOW = 14.0  # where it lost its way once
_BATCH = {"cpu": 4, "cuda": 16}
_LOOKS, _SURE = 4, 0.5  # windows that a language is looked for in, and how sure is sure
_LOOPING = 2.4  # compression ratio of text that repeats itself (Whisper's own threshold)
_NO_SPEECH, _UNLIKELY = 0.6, -1.0


class FasterWhisperTranscriber:
    """Runs the model in `job.model_folder`. Models stay loaded in the process, the last two used."""

    name = "faster_whisper"

    def transcribe(self, job: SpeechJob, progress: ProgressCallback, parts: Parts = NO_PARTS) -> Transcript:
        """Return words with times from the model's attention."""
        audio, folder = _checked(job)
        model_name = job.model or folder.name
        devices = ["cuda", "cpu"] if job.device != "cpu" and _has_card() else ["cpu"]
        heard = hear(job, audio, _Engine(audio, folder, model_name, job.vocabulary, devices), parts, progress)
        words = [word for passage in heard.passages for word in passage.words]
        segments = marked(lay_out(group_words(snap_to_speech(words, heard.speech))), heard.doubts)
        if not segments:
            return _silent(job, model_name, heard.choices)
        progress(1.0, "transcribed")
        return Transcript(
            language=heard.language,
            segments=tuple(segments),
            transcriber=self.name,
            model=model_name,
            choices=heard.choices,
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


def _silent(job: SpeechJob, model: str, choices: tuple[Choice, ...]) -> Transcript:
    choice = Choice(subject="speech", chosen="empty transcript", reason="nobody was heard speaking", degraded=True)
    return Transcript(language=job.language, transcriber="faster_whisper", model=model, choices=(*choices, choice))


@dataclass
class _Engine:
    """The model for one file; `devices` are tried in turn, and one that failed is not tried again."""

    audio: Path
    folder: Path
    model_name: str
    vocabulary: str
    devices: list[str]
    is_short: bool = False
    careful_window = _CAREFUL_WINDOW
    is_elsewhere = False

    @property
    def identity(self) -> str:
        return f"faster_whisper {self.model_name}"

    def windows(self, speech: Sequence[TimeSpan], duration: float) -> Sequence[TimeSpan]:
        self.is_short = total_duration(speech) < BATCHED_FROM
        return speech_windows(speech, CHUNK_SECONDS if self.is_short else _WINDOW, duration)

    def side_by_side(self, seconds: float) -> int:
        return 1

    def listen(self, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        choices: list[Choice] = []
        while True:
            device = self.devices[0]
            try:
                tell(0.0, f"loading {self.model_name}")
                heard = self._listen_on(device, load_model(self.folder, device), ask, tell)
            except (RuntimeError, ValueError, OSError) as error:
                if device == "cpu":
                    raise WeightsError(
                        f"the speech model failed: {error}.",
                        file=str(self.folder),
                        remedy="Fetch it again or take another.",
                    ) from error
                choices.append(_card_failed(error))
                self.devices.pop(0)
                continue
            return heard.model_copy(update={"choices": (*choices, *heard.choices)})

    def _listen_on(self, device: str, model: Any, ask: Ask, tell: ProgressCallback) -> HeardChunk:
        start, end = ask.windows[0].start, max(window.end for window in ask.windows)
        sound = _Sound(read_samples(self.audio, start, end), start)
        language = ask.language or _language(model, sound, ask)
        if self.is_short or ask.is_careful:
            heard = [self._hear_alone(model, sound, window, language, ask, tell) for window in ask.windows]
        else:
            heard = self._hear_batched(model, device, sound, ask.windows, language, tell)
        return HeardChunk(language=language, windows=tuple(heard))

    def _hear_alone(
        self, model: Any, sound: _Sound, window: TimeSpan, language: str, ask: Ask, tell: ProgressCallback
    ) -> HeardWindow:
        """Hear a window from front to end: here Whisper falls back to other temperatures where it loops."""
        segments, _ = model.transcribe(
            sound.part(window),
            language=language,
            # Names to expect are also words to make up.
            initial_prompt=None if ask.is_careful else self.vocabulary or None,
            word_timestamps=True,
            vad_filter=not ask.is_careful,
            condition_on_previous_text=False,
        )
        said = _Said(window)
        for segment in segments:
            tell(sound.share(window.start + segment.end), "transcribing")
            said.add(segment, window.start)
        return said.heard()

    def _hear_batched(
        self,
        model: Any,
        device: str,
        sound: _Sound,
        windows: Sequence[TimeSpan],
        language: str,
        tell: ProgressCallback,
    ) -> list[HeardWindow]:
        """Transcribe windows side by side."""
        from faster_whisper import BatchedInferencePipeline

        segments, _ = BatchedInferencePipeline(model).transcribe(
            sound.samples,
            language=language,
            initial_prompt=self.vocabulary or None,
            word_timestamps=True,
            batch_size=_BATCH[device],
            clip_timestamps=[{"start": w.start - sound.start, "end": w.end - sound.start} for w in windows],
        )
        said = [_Said(window) for window in windows]
        for segment in segments:
            tell(sound.share(sound.start + segment.end), "transcribing")
            # It is told by the hundredth second at which its window starts.
            begins = sound.start + segment.seek / 100
            min(said, key=lambda each: abs(each.window.start - begins)).add(segment, sound.start)
        return [each.heard() for each in said]


@dataclass
class _Said:
    """What was said in a window, as its segments come."""

    window: TimeSpan
    words: list[SpokenWord] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def add(self, segment: Any, offset: float) -> None:
        """Add a segment of sound that begins at source second `offset`, unless it is noise."""
        if _is_noise(segment):
            return
        words = _words(segment, offset, self.window.end)
        self.words += words
        if words and segment.compression_ratio > _LOOPING:
            start = words[0].start or 0.0
            self.doubts.append(Doubt(flag="repeated", start=start, end=max(start, words[-1].end or start)))

    def heard(self) -> HeardWindow:
        passages = (passage_of(self.words),) if self.words else ()
        return HeardWindow(passages=passages, doubts=tuple(self.doubts))


@dataclass(frozen=True)
class _Sound:
    """The samples of a chunk, which begin at source second `start`."""

    samples: NDArray[np.float32]
    start: float

    def part(self, span: TimeSpan) -> NDArray[np.float32]:
        first = round((span.start - self.start) * RATE_HZ)
        return self.samples[first : round((span.end - self.start) * RATE_HZ)]

    def share(self, at: float) -> float:
        """Return how far into the chunk a source second is, 0 to 1."""
        return min(1.0, max(0.0, at - self.start) * RATE_HZ / max(1, len(self.samples)))


def _language(model: Any, sound: _Sound, ask: Ask) -> str:
    """Return the language of a chunk: the expected one, unless all that is looked at speaks against it."""
    if not model.model.is_multilingual:
        return "en"
    step = max(1, len(ask.windows) // _LOOKS) if ask.expected else 1
    looks = ask.windows[::step][:_LOOKS]
    votes: dict[str, float] = {}
    for window in looks:
        language, sureness, _ = model.detect_language(audio=sound.part(window))
        if language == ask.expected or (not ask.expected and sureness > _SURE):
            return str(language)
        votes[language] = votes.get(language, 0.0) + sureness
    best = max(votes, key=lambda language: votes[language])
    return best if not ask.expected or votes[best] > _SURE * len(looks) else ask.expected


def _is_noise(segment: Any) -> bool:
    return bool(segment.no_speech_prob > _NO_SPEECH and segment.avg_logprob < _UNLIKELY)


def _words(segment: Any, offset: float, until: float) -> list[SpokenWord]:
    """Return the words of a segment in source seconds; `offset` is where the sound that it was heard in begins."""
    heard = segment.words or ()
    if not heard:
        text = segment.text.strip()
        chance = exp(min(0.0, segment.avg_logprob))
        return [SpokenWord(text, offset + segment.start, offset + segment.end, chance)] if text else []
    return [
        SpokenWord(
            word.word.strip(), start, max(start, min(until, offset + float(word.end))), float(word.probability)
        )
        for word in heard
        if word.word.strip() and 0 <= (start := offset + float(word.start)) < until
    ]
