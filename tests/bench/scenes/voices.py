"""What is heard in a scene: recordings of real voices where they are at hand, else voices made of pulses.

A turn is filled with phrases of the speaker's recording, in order, with short pauses; the words keep their times.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.schema.transcript import Transcript, Word
from tests.bench.scenes.plot import Scene, Turn
from tests.voices_kit import LEVEL, RATE_HZ, VOICES, read_speech, segment_of

Samples = NDArray[np.float32]

SPEECH = Path(__file__).resolve().parents[4] / "shared" / "media" / "speech"
# Longer silences between two words part phrases; this is left of them.
PAUSE_SECONDS = 0.28
# The lips move this much before they are heard.
LEAD_SECONDS = 0.06
PITCH_HZ = (110.0, 205.0, 150.0)


@dataclass(frozen=True)
class Talk:
    """Who is heard: (n,) samples a person at 16 kHz, the words of all without speakers, turns as they came out."""

    tracks: dict[str, Samples]
    words: tuple[Word, ...]
    turns: tuple[Turn, ...]

    @property
    def mix(self) -> Samples:
        """All voices, with the hiss of a room."""
        mixed = np.sum(list(self.tracks.values()), axis=0)
        hiss = np.random.default_rng(5).standard_normal(len(mixed)) * 0.0006
        return np.asarray(mixed + hiss, dtype=np.float32)

    @property
    def transcript(self) -> Transcript:
        """The words as a transcriber has them: segments of eight that run on over changes of speaker."""
        words = list(self.words)
        return Transcript(segments=tuple(segment_of(words[i : i + 8]) for i in range(0, len(words), 8)))


def has_recordings() -> bool:
    """Whether real voices are at hand."""
    return all((SPEECH / f"{name}.flac").is_file() for name in VOICES)


def speak(scene: Scene) -> Talk:
    """Return what is heard; every person has another voice."""
    count = round(scene.seconds * RATE_HZ)
    tracks = {who: np.zeros(count, np.float32) for who in scene.cast}
    words: list[Word] = []
    turns: list[Turn] = []
    place = dict.fromkeys(scene.cast, scene.seed * 3)
    for turn in sorted(scene.turns, key=lambda turn: turn.start):
        index = scene.cast.index(turn.who)
        at = turn.start
        end = min(turn.end, scene.seconds)
        while end - at > 0.35:
            phrase = _phrase(index, place[turn.who], end - at)
            place[turn.who] += 1
            first = round(at * RATE_HZ)
            sound = phrase.samples[: count - first]
            tracks[turn.who][first : first + len(sound)] += sound
            words += [
                word.model_copy(update={"start": word.start + at, "end": min(word.end + at, scene.seconds)})
                for word in phrase.words
            ]
            at += len(phrase.samples) / RATE_HZ + PAUSE_SECONDS
        turns.append(Turn(turn.start, at - PAUSE_SECONDS, turn.who))
    return Talk(tracks, tuple(sorted(words, key=lambda word: word.start)), tuple(turns))


def mouth_opening(samples: Samples, fps: int, frames: int, seed: int) -> NDArray[np.floating]:
    """Return how far the mouth is open (0 to 1) at every frame of a voice: by loudness, and not alone."""
    hop = RATE_HZ // 100
    blocks = samples[: len(samples) // hop * hop].reshape(-1, hop)
    level = np.sqrt(np.mean(blocks**2, axis=1))
    kernel = np.exp(-0.5 * (np.arange(-9, 10) / 3.0) ** 2)
    level = np.convolve(level, kernel / kernel.sum(), mode="same")
    if level.max() < 1e-4:
        return np.zeros(frames)
    level = np.clip(level / np.percentile(level[level > 0.1 * level.max()], 90), 0, 1) ** 0.7
    # Round, spread and closed sounds: the same loudness has the lips differently apart from syllable to syllable.
    random = np.random.default_rng(seed)
    vary = np.repeat(random.uniform(0.35, 1.0, len(level) // 14 + 2), 14)[: len(level)]
    vary = np.convolve(np.pad(vary, 9, mode="edge"), kernel / kernel.sum(), mode="valid")
    at = np.arange(frames) / fps + LEAD_SECONDS
    return np.interp(at, (np.arange(len(level)) + 0.5) / 100, level * vary)


@dataclass(frozen=True)
class _Phrase:
    samples: Samples
    words: tuple[Word, ...]


def _phrase(voice: int, place: int, longest: float) -> _Phrase:
    """Return a phrase of a voice, ended after a word if it is too long."""
    phrases = _phrases(voice)
    phrase = phrases[place % len(phrases)]
    words = tuple(word for word in phrase.words if word.end <= longest) or phrase.words[:1]
    end = min(words[-1].end, longest)
    sound = phrase.samples[: round(end * RATE_HZ)].copy()
    fade = min(len(sound), 160)
    sound[len(sound) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return _Phrase(sound, tuple(word.model_copy(update={"end": min(word.end, end)}) for word in words))


@cache
def _phrases(voice: int) -> tuple[_Phrase, ...]:
    """Return a voice in phrases, all equally loud."""
    if not has_recordings():
        return tuple(_babble(PITCH_HZ[voice % len(PITCH_HZ)], seed) for seed in range(8))
    name = VOICES[voice % len(VOICES)]
    samples = read_speech(SPEECH / f"{name}.flac")
    listed = json.loads((SPEECH / f"{name}.words.json").read_text(encoding="utf-8"))
    entries = listed["words"] if isinstance(listed, dict) else listed
    words = [Word(text=entry["word"], start=entry["start"], end=entry["end"]) for entry in entries]
    breaks = [
        0,
        *(i + 1 for i, (a, b) in enumerate(pairwise(words)) if b.start - a.end > PAUSE_SECONDS),
        len(words),
    ]
    phrases = []
    for first, last in pairwise(breaks):
        own = words[first:last]
        start = max(0.0, own[0].start - 0.02)
        sound = samples[round(start * RATE_HZ) : round(own[-1].end * RATE_HZ)]
        loud = float(np.sqrt(np.mean(sound**2)))
        if own[-1].end - start < 0.5 or loud < 1e-4:
            continue
        moved = tuple(w.model_copy(update={"start": w.start - start, "end": w.end - start}) for w in own)
        phrases.append(_Phrase(np.asarray(sound * (LEVEL / loud), dtype=np.float32), moved))
    return tuple(phrases)


def _babble(pitch_hz: float, seed: int) -> _Phrase:
    """Return two to three seconds of syllables: pulses of a pitch through two moving resonances."""
    random = np.random.default_rng([seed, round(pitch_hz)])
    pieces: list[Samples] = []
    words: list[Word] = []
    at = 0.0
    for _ in range(int(random.integers(9, 13))):
        seconds = float(random.uniform(0.14, 0.26))
        time = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
        bend = pitch_hz * (1 + 0.08 * np.sin(2 * np.pi * (at + time) / 1.7))
        sound = np.zeros(len(time))
        first, second = random.uniform(300, 800), random.uniform(900, 2300)
        for harmonic in range(1, int(3600 / pitch_hz)):
            hz = harmonic * pitch_hz
            gain = 1 / (1 + ((hz - first) / 120) ** 2) + 0.5 / (1 + ((hz - second) / 160) ** 2)
            sound += gain * np.sin(2 * np.pi * harmonic * np.cumsum(bend) / RATE_HZ)
        sound *= np.sin(np.pi * np.clip(time / seconds, 0, 1)) ** 0.6
        pieces.append(np.asarray(sound, dtype=np.float32))
        words.append(Word(text="ba", start=at, end=at + seconds))
        at += seconds
    samples = np.concatenate(pieces)
    return _Phrase(samples * np.float32(LEVEL / np.sqrt(np.mean(samples**2))), tuple(words))
