"""Going through a source's speech in windows, each embedded: a block at a time, however long the sound is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan, merge_spans
from core.speech.sound import RATE_HZ, read_pcm, sound_duration
from core.speech.voice_activity import speech_spans
from core.speech.voices.encoder import FRAMES
from core.speech.voices.mel import BANDS, HOP, mel_power

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

FRAME_SECONDS = HOP / RATE_HZ
WINDOW_SECONDS = FRAMES * FRAME_SECONDS
STEP_SECONDS = 0.5
SHORTEST_SECONDS = 0.5  # less speech than this says nothing of whose it is
_PAUSE = 0.4  # seconds that a window may hear of a pause
_BLOCK_SECONDS = 120.0
_LEAD_SECONDS = 1.0  # for voice activity to warm up
_LEVEL = 10 ** (-30 / 20)  # root mean square that quiet speech is raised to, as the model was trained


class Encoder(Protocol):
    """What turns windows into points; see `VoiceEncoder.embed`."""

    def embed(self, mels: NDArray[np.float32], lengths: NDArray[np.integer]) -> NDArray[np.float32]:
        """Return a point of length 1 for every window."""
        ...


@dataclass(frozen=True)
class Heard:
    """Windows of speech, ascending: (n,) source seconds of their starts and ends, (n, width) points."""

    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    points: NDArray[np.float32]

    @property
    def seconds(self) -> float:
        """How much speech they cover."""
        steps = np.minimum(self.ends[:-1], self.starts[1:]) - self.starts[:-1]
        return float(steps.sum() + (self.ends[-1] - self.starts[-1])) if len(self.starts) else 0.0


def listen(audio: Path, encoder: Encoder, progress: ProgressCallback = ignore_progress) -> Heard:
    """Embed all speech of the analysis audio.

    Raises:
        TranscriptError: The audio can't be read.
        Cancelled: Raised by `progress`.
    """
    duration = sound_duration(audio)
    spans: list[TimeSpan] = []
    points: list[NDArray[np.float16]] = []
    begun = 0.0
    while begun < duration:
        progress(begun / duration, "listening to the voices")
        lead = min(begun, _LEAD_SECONDS)
        sound = read_pcm(audio, begun - lead, begun + _BLOCK_SECONDS).astype(np.float32) / np.float32(32768)
        windows = list(_windows(_speech(sound, lead)))
        # Half the numbers' length is enough for what is kept of ten hours.
        points.append(_embed(sound, windows, encoder).astype(np.float16))
        offset = begun - lead
        spans += [TimeSpan(start=window.start + offset, end=window.end + offset) for window in windows]
        begun += _BLOCK_SECONDS
    return Heard(
        np.array([span.start for span in spans]),
        np.array([span.end for span in spans]),
        np.concatenate(points).astype(np.float32) if points else np.zeros((0, 0), np.float32),
    )


def _speech(sound: NDArray[np.float32], lead: float) -> list[TimeSpan]:
    """Return the stretches of speech behind the lead, short pauses between them filled."""
    spans = merge_spans(speech_spans(sound), gap=_PAUSE)
    inside = (TimeSpan(start=max(lead, span.start), end=max(lead, span.end)) for span in spans)
    return [span for span in inside if span.duration >= SHORTEST_SECONDS]


def _windows(speech: Sequence[TimeSpan]) -> Iterator[TimeSpan]:
    """Yield windows of at most `WINDOW_SECONDS` that cover each stretch; the last one ends with it."""
    for span in speech:
        spare = max(0.0, span.duration - WINDOW_SECONDS)
        count = 1 + int(np.ceil(spare / STEP_SECONDS - 1e-9))
        for start in np.linspace(span.start, span.start + spare, count):
            yield TimeSpan(start=float(start), end=min(span.end, float(start) + WINDOW_SECONDS))


def _embed(sound: NDArray[np.float32], windows: Sequence[TimeSpan], encoder: Encoder) -> NDArray[np.float32]:
    mel = mel_power(sound)
    mels = np.zeros((len(windows), FRAMES, BANDS), np.float32)
    lengths = np.empty(len(windows), np.int64)
    for index, window in enumerate(windows):
        first = min(round(window.start / FRAME_SECONDS), len(mel) - 1)
        heard = mel[first : first + max(1, min(FRAMES, round(window.duration / FRAME_SECONDS)))]
        samples = sound[round(window.start * RATE_HZ) : round(window.end * RATE_HZ)]
        level = float(np.sqrt(np.mean(np.square(samples)) + 1e-12))
        mels[index, : len(heard)] = heard * max(1.0, _LEVEL / level) ** 2
        lengths[index] = len(heard)
    return encoder.embed(mels, lengths)
