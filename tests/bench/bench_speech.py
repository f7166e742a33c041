"""Speech: word error rate, error of word starts, and speed of everything that can run here.

The recordings are those of `../shared/media/speech`, whose word times come from pocketsphinx forced alignment: the
figures for placing words are therefore an agreement with the same engine hearing the whole file, not with an ear.
The Whisper model at hand has memorised these recordings, so its figures show that our pipeline loses nothing;
they say nothing of Whisper's accuracy or speed. The endpoint is a server of this machine that answers with the
truth of the piece it is sent: its figures show what cutting into pieces and joining the answers loses, no more.
"""

from __future__ import annotations

import json
import re
import tempfile
import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.media.audio import read_wav
from core.schema.record import ignore_progress
from core.schema.transcript import Transcript
from core.speech.job import SpeechJob
from core.speech.sidecar import read_transcript
from core.speech.transcribe import transcriber_named
from core.speech.voice_activity import find_silences
from tests.bench.figures import Figure, cpu_ratio, cpu_seconds
from tests.core.speech.truth_server import truth_server

SHARED = Path(__file__).resolve().parents[3] / "shared"
NAMES = ("jfk", "two_cities", "sense_and_sensibility")
MODEL = SHARED / "models" / "whisper-fixture-memorised"


@dataclass(frozen=True)
class Recording:
    """One recording with its true words."""

    wav: Path
    text: Path
    words: list[dict[str, Any]]
    duration: float


def figures() -> Iterator[Figure]:
    """Measure each way to a transcript over all recordings together."""
    if not (SHARED / "media" / "speech").is_dir():
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recordings = [_prepared(folder, recording) for recording in NAMES]
        yield _silences(recordings)
        yield from _measured("offline draft", recordings, _by("pocketsphinx", None), 0.36, 0.4)
        yield _draft_against_decoder(recordings[:1])
        if MODEL.is_dir():
            yield from _measured("whisper (memorised)", recordings, _by("faster_whisper", MODEL), 0.05, 0.2)
            yield _whisper_against_library(recordings)
        captions = _paths(recordings, [_captions(folder, recording) for recording in recordings])
        yield from _measured("captions placed", recordings, lambda r: _read(captions[r.wav], r), 0.0, 0.05)
        # In a language that can't be placed in the sound, words are spread over their caption.
        yield from _measured(
            "captions spread", recordings, lambda r: _read(captions[r.wav], r, "de"), 0.0, 0.01, 1.2
        )
        timed = _paths(recordings, [_timed_captions(folder, recording) for recording in recordings])
        yield from _measured(
            "captions with word times", recordings, lambda r: _read(timed[r.wav], r), 0.0, 0.01, 0.01
        )
        yield from _measured("text placed", recordings, lambda r: _read(r.text, r), 0.0, 0.05)
        yield from _endpoint(folder, recordings)
        yield _long_transcript(folder)


def _by(name: str, model: Path | None) -> Callable[[Recording], Transcript]:
    def run(recording: Recording) -> Transcript:
        job = SpeechJob(audio=recording.wav, duration=recording.duration, model_folder=model)
        return transcriber_named(name).transcribe(job, ignore_progress)

    return run


def _read(path: Path, recording: Recording, language: str = "") -> Transcript:
    return read_transcript(path, recording.wav, recording.duration, language=language)


def _paths(recordings: Sequence[Recording], files: Sequence[Path]) -> dict[Path, Path]:
    return dict(zip((recording.wav for recording in recordings), files, strict=True))


def _draft_against_decoder(recordings: Sequence[Recording]) -> Figure:
    """Our draft beside one call of the decoder with all of a recording, pauses included."""
    import pocketsphinx

    decoder = pocketsphinx.Decoder(loglevel="FATAL")

    def alone() -> None:
        for recording in recordings:
            decoder.start_utt()
            decoder.process_raw(_pcm(recording.wav), full_utt=True)
            decoder.end_utt()

    draft = _by("pocketsphinx", None)
    ratio = cpu_ratio(lambda: [draft(recording) for recording in recordings], alone, rounds=3)
    return Figure("offline draft: CPU against its decoder alone", ratio, "×", 1.15)


def _whisper_against_library(recordings: Sequence[Recording]) -> Figure:
    """Our way through the library beside the library called with its own search for speech."""
    from core.speech.transcribers.faster_whisper import load_model

    model = load_model(MODEL, "cpu")

    def alone() -> None:
        for recording in recordings:
            segments, _ = model.transcribe(str(recording.wav), word_timestamps=True, vad_filter=True)
            list(segments)

    ours = _by("faster_whisper", MODEL)
    ratio = cpu_ratio(lambda: [ours(recording) for recording in recordings], alone, rounds=3)
    return Figure("whisper (memorised): CPU against the library alone", ratio, "×", 1.1)


def _endpoint(folder: Path, recordings: Sequence[Recording]) -> Iterator[Figure]:
    """A recording long enough to be sent in pieces, answered with its truth."""
    long = _joined(folder, recordings, minutes=12)
    with truth_server(long.wav, [(w["word"], w["start"], w["end"]) for w in long.words]) as served:

        def run(recording: Recording) -> Transcript:
            job = SpeechJob(audio=recording.wav, duration=recording.duration, endpoint=served.endpoint)
            return transcriber_named("openai_audio").transcribe(job, ignore_progress)

        yield from _measured("endpoint (answers the truth)", [long], run, 0.0, 0.02, 0.02)
        # Everything is done twice: the first time is not counted.
        yield Figure("endpoint: seconds sent for each heard", served.seconds_sent / 2 / long.duration, "×", 1.0)


def _joined(folder: Path, recordings: Sequence[Recording], minutes: float) -> Recording:
    """Put the recordings one after the other, again and again, each time with another faint noise."""
    chance = np.random.default_rng(11)
    parts: list[Any] = []
    words: list[dict[str, Any]] = []
    at = 0
    while at < minutes * 60 * 16_000:
        for recording in recordings:
            samples = np.frombuffer(_pcm(recording.wav), "<i2").astype(int)
            noisy = samples + chance.integers(-2, 3, len(samples))
            parts += [noisy, chance.integers(-2, 3, 8_000)]
            offset = at / 16_000
            words += [w | {"start": offset + w["start"], "end": offset + w["end"]} for w in recording.words]
            at += len(samples) + 8_000
    wav = folder / "joined.wav"
    _write_wav(wav, np.clip(np.concatenate(parts), -32768, 32767).astype("<i2").tobytes())
    return Recording(wav, wav.with_suffix(".txt"), words, at / 16_000)


def _measured(
    what: str,
    recordings: Sequence[Recording],
    transcribe: Callable[[Recording], Transcript],
    most_errors: float,
    most_time: float,
    most_off: float = 0.25,
) -> Iterator[Figure]:
    transcribe(recordings[0])  # models load once a process, so that is not counted
    found: list[Transcript] = []
    seconds = cpu_seconds(lambda: found.extend(map(transcribe, recordings)))
    wrong = count = 0
    off: list[float] = []
    for recording, transcript in zip(recordings, found, strict=True):
        true = [(_plain(word["word"]), float(word["start"])) for word in recording.words]
        heard = [(_plain(word.text), word.start) for word, _ in transcript.words()]
        errors, starts = _compared(true, heard)
        wrong, count, off = wrong + errors, count + len(true), off + starts
    duration = sum(recording.duration for recording in recordings)
    median = f"median {np.median(off):.3f} s"
    yield Figure(f"{what}: word error rate", wrong / count, "", most_errors, f"{count} words")
    yield Figure(f"{what}: word starts off, p95", float(np.percentile(off, 95)), "s", most_off, median)
    yield Figure(f"{what}: CPU against real time", seconds / duration, "×", most_time)


def _compared(true: Sequence[tuple[str, float]], heard: Sequence[tuple[str, float]]) -> tuple[int, list[float]]:
    """Return the edit distance in words, and how far the starts of the words heard rightly are off."""
    if [word for word, _ in true] == [word for word, _ in heard]:
        return 0, [abs(start - at) for (_, start), (_, at) in zip(true, heard, strict=True)]
    cost = np.zeros((len(true) + 1, len(heard) + 1), int)
    cost[:, 0], cost[0, :] = range(len(true) + 1), range(len(heard) + 1)
    for i, (word, _) in enumerate(true, 1):
        for j, (other, _) in enumerate(heard, 1):
            cost[i, j] = min(cost[i - 1, j] + 1, cost[i, j - 1] + 1, cost[i - 1, j - 1] + (word != other))
    off, i, j = [], len(true), len(heard)
    while i and j:
        if true[i - 1][0] == heard[j - 1][0] and cost[i, j] == cost[i - 1, j - 1]:
            off.append(abs(true[i - 1][1] - heard[j - 1][1]))
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j - 1] + 1:
            i, j = i - 1, j - 1
        elif cost[i, j] == cost[i - 1, j] + 1:
            i -= 1
        else:
            j -= 1
    return int(cost[-1, -1]), off


def _silences(recordings: Sequence[Recording]) -> Figure:
    sounds = [read_wav(recording.wav) for recording in recordings]
    find_silences(*sounds[0])
    seconds = cpu_seconds(lambda: [find_silences(*sound) for sound in sounds])
    duration = sum(recording.duration for recording in recordings)
    return Figure("silences: CPU against real time", seconds / duration, "×", 0.01)


def _long_transcript(folder: Path) -> Figure:
    text = "a caption of the usual length says about nine words"
    segments = [{"start": 3.0 * i, "end": 3.0 * i + 3, "speaker": f"S{i % 2}", "text": text} for i in range(2400)]
    path = folder / "long.json"
    path.write_text(json.dumps({"language": "en", "segments": segments}), encoding="utf-8")
    seconds = cpu_seconds(lambda: read_transcript(path, None, 0.0))
    return Figure("two-hour JSON transcript read", seconds, "s", 1.0, "no words in it: interpolated")


def _prepared(folder: Path, name: str) -> Recording:
    from core.media.audio import read_audio
    from core.media.probe import probe
    from core.schema.time import TimeSpan

    source = SHARED / "media" / "speech" / f"{name}.flac"
    facts = probe(source)
    samples = read_audio(source, facts, TimeSpan(start=0.0, end=facts.duration), 16_000, 1)[:, 0]
    wav = folder / f"{name}.wav"
    _write_wav(wav, (np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    words = json.loads(source.with_suffix(".words.json").read_text(encoding="utf-8"))
    return Recording(wav, source.with_suffix(".txt"), words, len(samples) / 16_000)


def _write_wav(path: Path, pcm: bytes) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(pcm)


def _pcm(wav: Path) -> bytes:
    with wave.open(str(wav)) as file:
        return file.readframes(file.getnframes())


def _captions(folder: Path, recording: Recording) -> Path:
    """Write captions of seven words, their edges off by up to half a second, as real ones are."""
    chance = np.random.default_rng(5)
    blocks, cursor = [], 0.0
    for index in range(0, len(recording.words), 7):
        cue = recording.words[index : index + 7]
        start = max(cursor, cue[0]["start"] + chance.uniform(-0.5, 0.5))
        cursor = max(start + 0.4, cue[-1]["end"] + chance.uniform(-0.5, 0.5))
        text = " ".join(word["word"] for word in cue)
        blocks.append(f"{index // 7 + 1}\n{_clock(start)} --> {_clock(cursor)}\n{text}\n")
    path = folder / f"{recording.wav.stem}.srt"
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def _timed_captions(folder: Path, recording: Recording) -> Path:
    """Write captions of seven words with a time before each word, as WebVTT has them."""
    blocks = ["WEBVTT\n"]
    for index in range(0, len(recording.words), 7):
        cue = recording.words[index : index + 7]
        text = " ".join(f"<{_clock(word['start']).replace(',', '.')}>{word['word']}" for word in cue)
        span = f"{_clock(cue[0]['start'])} --> {_clock(cue[-1]['end'])}".replace(",", ".")
        blocks.append(f"{span}\n{text}\n")
    path = folder / f"{recording.wav.stem}.vtt"
    path.write_text("\n".join(blocks), encoding="utf-8")
    return path


def _clock(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


def _plain(word: str) -> str:
    plain = re.sub(r"[^a-z']", "", word.lower().replace("’", "'"))
    return "mister" if plain == "mr" else plain
