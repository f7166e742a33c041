"""Two synthetic voices reading a dialogue, with the time of every word and mouth shape (espeak-ng through ctypes).

The command line of espeak-ng tells no times; its library tells word and phoneme events as it speaks.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from scipy import signal

RATE_HZ = 48_000

_WORD, _PHONEME, _END = 1, 7, 0
_RATE, _VOLUME, _PITCH, _RANGE = 1, 2, 3, 4
_SYNCHRONOUS, _PHONEME_EVENTS, _UTF8 = 2, 1, 1


@dataclass(frozen=True)
class Voice:
    """How one person sounds: an espeak-ng voice, words a minute, pitch and its range (0 to 99)."""

    speaker: str
    name: str
    words_per_minute: int
    pitch: int
    pitch_range: int


@dataclass(frozen=True)
class Line:
    """Words said at a stretch, after `pause` seconds. `{$412|four hundred …}` is written $412, spoken in words."""

    speaker: str
    camera: str
    pause: float
    text: str


@dataclass(frozen=True)
class TimedWord:
    text: str
    start: float
    end: float


@dataclass(frozen=True)
class Mouth:
    """A phoneme: the mouth takes this shape (`open`, `wide`: 0 to 1) at `at`."""

    at: float
    open: float
    wide: float


@dataclass
class Spoken:
    """A line as spoken; all times in seconds of the whole recording."""

    line: Line
    start: float
    end: float
    words: list[TimedWord] = field(default_factory=list)
    mouths: list[Mouth] = field(default_factory=list)


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("name", ctypes.c_char * 8),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class Speaker:
    """espeak-ng, ready to speak. One a process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(ctypes.util.find_library("espeak-ng") or "libespeak-ng.so.1")
        self._rate_hz = self._library.espeak_Initialize(_SYNCHRONOUS, 0, None, _PHONEME_EVENTS)
        if self._rate_hz <= 0:
            raise RuntimeError("espeak-ng could not be started: is its data installed?")
        self._samples: list[np.ndarray] = []
        self._events: list[tuple[int, float, int, int, str]] = []
        self._callback = _CALLBACK(self._on_sound)
        self._library.espeak_SetSynthCallback(self._callback)

    def say(self, voice: Voice, text: str) -> tuple[np.ndarray, list[tuple[int, float, int, int, str]]]:
        """Return mono float32 at RATE_HZ and the events (type, second, text position, length, phoneme)."""
        self._samples, self._events = [], []
        if self._library.espeak_SetVoiceByName(voice.name.encode()) != 0:
            raise RuntimeError(f"espeak-ng has no voice {voice.name}")
        for parameter, value in (
            (_RATE, voice.words_per_minute),
            (_PITCH, voice.pitch),
            (_RANGE, voice.pitch_range),
        ):
            self._library.espeak_SetParameter(parameter, value, 0)
        encoded = text.encode()
        self._library.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, _UTF8, None, None)
        self._library.espeak_Synchronize()
        samples = np.concatenate(self._samples).astype(np.float32) / 32768
        return signal.resample_poly(samples, RATE_HZ, self._rate_hz).astype(np.float32), self._events

    def _on_sound(
        self, samples: ctypes.POINTER(ctypes.c_short), count: int, events: ctypes.POINTER(_Event)
    ) -> int:  # type: ignore[valid-type]
        if samples and count > 0:
            self._samples.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events[index].type != _END:
            event = events[index]
            self._events.append(
                (
                    event.type,
                    event.audio_position / 1000,
                    event.text_position,
                    event.length,
                    event.name.decode("utf-8", "ignore"),
                )
            )
            index += 1
        return 0


def perform(
    lines: list[Line], voices: dict[str, Voice], lead: float, tail: float
) -> tuple[np.ndarray, list[Spoken]]:
    """Speak all lines one after the other.

    Returns:
        Mono float32 at RATE_HZ, and the lines with their times.
    """
    speaker = Speaker()
    sound = [np.zeros(int(lead * RATE_HZ), np.float32)]
    spoken: list[Spoken] = []
    at = lead
    for line in lines:
        at += line.pause
        sound.append(np.zeros(int(line.pause * RATE_HZ), np.float32))
        samples, events = speaker.say(voices[line.speaker], _spoken_text(line.text))
        samples = samples / np.sqrt(np.mean(samples**2)) * 0.12
        samples = _trimmed(samples)
        sound.append(samples)
        spoken.append(_timed(line, at, len(samples) / RATE_HZ, events))
        at = sum(map(len, sound)) / RATE_HZ
    sound.append(np.zeros(int(tail * RATE_HZ), np.float32))
    return _in_a_room(np.concatenate(sound)), spoken


_TOKEN = re.compile(r"\{([^|}]*)\|([^}]*)\}(\S*)|(\S+)")


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Yield (written, spoken) for each word."""
    for match in _TOKEN.finditer(text):
        written, said, ending, plain = match.groups()
        yield (plain, plain) if plain else (written + ending, said + ending)


def _spoken_text(text: str) -> str:
    return " ".join(said for _written, said in _tokens(text))


def _timed(line: Line, offset: float, duration: float, events: list[tuple[int, float, int, int, str]]) -> Spoken:
    starts = [(position - 1, at) for kind, at, position, _length, _name in events if kind == _WORD]
    silences = [at for kind, at, _position, _length, name in events if kind == _PHONEME and name.startswith("_")]
    spoken = Spoken(line, offset, offset + duration)
    written: list[tuple[str, float]] = []
    cursor = 0
    for text, said in _tokens(line.text):
        inside = [at for position, at in starts if cursor <= position < cursor + len(said)]
        # A word that espeak-ng joins to the one before has no event of its own.
        written.append((text, inside[0] if inside else (written[-1][1] + 0.12 if written else 0.0)))
        cursor += len(said) + 1
    for index, (text, start) in enumerate(written):
        following = written[index + 1][1] if index + 1 < len(written) else duration
        pause = next((at for at in silences if start + 0.05 < at < following), following)
        spoken.words.append(TimedWord(text, offset + start, offset + min(pause, duration)))
    spoken.mouths = [
        Mouth(offset + at, *_shape(name)) for kind, at, _position, _length, name in events if kind == _PHONEME
    ]
    return spoken


# First letter of a phoneme → (open, wide). Bilabials close the lips, rounded vowels narrow them.
_SHAPES = {
    **dict.fromkeys("mbp", (0.0, 0.45)),
    **dict.fromkeys("fv", (0.12, 0.55)),
    **dict.fromkeys("wuU", (0.30, 0.05)),
    **dict.fromkeys("oOQ", (0.62, 0.15)),
    **dict.fromkeys("aA0", (0.95, 0.60)),
    **dict.fromkeys("VE3@", (0.55, 0.60)),
    **dict.fromkeys("eiI", (0.38, 0.95)),
    **dict.fromkeys("szSZtdnTD", (0.20, 0.70)),
    **dict.fromkeys("rlkghjN", (0.30, 0.50)),
}


def _shape(phoneme: str) -> tuple[float, float]:
    return _SHAPES.get(phoneme[:1], (0.0, 0.5))


def _trimmed(samples: np.ndarray) -> np.ndarray:
    """Cut the silence that espeak-ng adds after a sentence, down to 50 ms."""
    loud = np.flatnonzero(np.abs(samples) > 0.003)
    return samples[: min(len(samples), int(loud[-1]) + RATE_HZ // 20)] if len(loud) else samples


def _in_a_room(dry: np.ndarray) -> np.ndarray:
    """Take the edge off the synthesis: less treble and hiss, a short room, level near −16 LUFS."""
    softer = signal.sosfilt(signal.butter(2, 6500, "low", fs=RATE_HZ, output="sos"), dry)
    softer = signal.sosfilt(signal.butter(2, 70, "high", fs=RATE_HZ, output="sos"), softer)
    random = np.random.default_rng(5)
    length = int(0.18 * RATE_HZ)
    room = random.standard_normal(length) * np.exp(-np.arange(length) / (0.035 * RATE_HZ))
    room = signal.sosfilt(signal.butter(1, 3000, "low", fs=RATE_HZ, output="sos"), room)
    wet = signal.fftconvolve(softer, room / np.sqrt(np.sum(room**2)))[: len(softer)]
    mixed = softer + 0.16 * wet + 0.0004 * random.standard_normal(len(softer))
    return np.clip(np.tanh(1.35 * mixed), -0.94, 0.94).astype(np.float32)
