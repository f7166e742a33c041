"""Conversations with known turns, joined from real recordings: for the speakers' tests and benchmark."""

from __future__ import annotations

import json
import wave
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.media.audio import read_audio
from core.media.probe import probe
from core.schema.time import TimeSpan
from core.schema.transcript import Transcript, TranscriptSegment, Word

RATE_HZ = 16_000
VOICES = ("jfk", "two_cities", "sense_and_sensibility")
LEVEL = 0.07


@dataclass(frozen=True)
class Conversation:
    """(n,) float32 at 16 kHz, what is said in it without speakers, and who says each word."""

    samples: NDArray[np.float32]
    transcript: Transcript
    owners: tuple[int, ...]


@dataclass(frozen=True)
class _Speech:
    samples: NDArray[np.float32]
    words: tuple[Word, ...]


def read_speech(path: Path) -> NDArray[np.float32]:
    """Return a file's sound, (n,) at 16 kHz."""
    facts = probe(path)
    return read_audio(path, facts, TimeSpan(start=0.0, end=facts.duration), RATE_HZ, 1)[:, 0]


def converse(speech: Path, voices: tuple[str, ...], turns: int, seed: int, sentence: int = 8) -> Conversation:
    """Return turns of 2 to 10 s by voices that take each other's word, 0.1 to 0.5 s apart.

    Every segment of the transcript holds up to `sentence` words and may run on over a change of speaker, as a
    transcriber's segments do.
    """
    random = np.random.default_rng(seed)
    recordings = [_recording(speech, name) for name in voices]
    pieces: list[NDArray[np.float32]] = []
    words: list[Word] = []
    owners: list[int] = []
    at, last = 0.0, -1
    for _ in range(turns):
        owner = int(random.choice([index for index in range(len(voices)) if index != last or len(voices) == 1]))
        first, until = _turn(recordings[owner].words, random)
        own = recordings[owner].words[first:until]
        begin, end = own[0].start, own[-1].end
        sound = recordings[owner].samples[round(begin * RATE_HZ) : round(end * RATE_HZ)]
        pause = np.zeros(round(random.uniform(0.1, 0.5) * RATE_HZ), np.float32)
        pieces += [sound * (LEVEL / np.sqrt(np.mean(sound**2))), pause]
        words += [
            word.model_copy(update={"start": word.start - begin + at, "end": word.end - begin + at})
            for word in own
        ]
        owners += [owner] * len(own)
        at += (len(sound) + len(pause)) / RATE_HZ
        last = owner
    segments = tuple(segment_of(words[i : i + sentence]) for i in range(0, len(words), sentence))
    samples = np.concatenate(pieces)
    noise = random.standard_normal(len(samples)) * 0.0005
    return Conversation((samples + noise).astype(np.float32), Transcript(segments=segments), tuple(owners))


def segment_of(words: list[Word]) -> TranscriptSegment:
    """Return a segment of some words."""
    text = " ".join(word.text for word in words)
    return TranscriptSegment(start=words[0].start, end=words[-1].end, text=text, words=tuple(words))


def write_sound(path: Path, samples: NDArray[np.float32]) -> Path:
    """Write samples as analysis audio."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((np.clip(samples, -1.0, 1.0) * 32767).round().astype("<i2").tobytes())
    return path


def error_rate(found: Transcript, owners: tuple[int, ...]) -> float:
    """Return the share of spoken seconds that are given to the wrong person, under the best naming of labels."""
    said = list(found.words())
    assert len(said) == len(owners)
    labels = sorted({segment.speaker for _, segment in said})
    people = sorted(set(owners))
    seconds = np.zeros((len(labels), len(people)))
    for (word, segment), owner in zip(said, owners, strict=True):
        seconds[labels.index(segment.speaker), people.index(owner)] += word.end - word.start
    padded = np.zeros((max(seconds.shape), max(seconds.shape)))
    padded[: seconds.shape[0], : seconds.shape[1]] = seconds
    rows = range(len(padded))
    right = max(
        sum(padded[row, column] for row, column in zip(rows, order, strict=True)) for order in permutations(rows)
    )
    return float(1.0 - right / seconds.sum())


def _recording(speech: Path, name: str) -> _Speech:
    listed = json.loads((speech / f"{name}.words.json").read_text(encoding="utf-8"))
    entries = listed["words"] if isinstance(listed, dict) else listed
    words = tuple(Word(text=entry["word"], start=entry["start"], end=entry["end"]) for entry in entries)
    return _Speech(read_speech(speech / f"{name}.flac"), words)


def _turn(words: tuple[Word, ...], random: np.random.Generator) -> tuple[int, int]:
    """Return [first, until) of words that last 2 to 10 s."""
    seconds = random.uniform(2.0, 10.0)
    starts = [index for index, word in enumerate(words) if words[-1].end - word.start >= 2.0]
    first = int(random.choice(starts))
    until = first + 1
    while until < len(words) and words[until - 1].end - words[first].start < seconds:
        until += 1
    return first, until
