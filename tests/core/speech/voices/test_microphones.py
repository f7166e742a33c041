"""Speakers by their microphones: exact where they are apart, and no claim where they are not."""

from __future__ import annotations

import wave
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from core.media.probe import probe
from core.media.tracks import choose_tracks
from core.schema.source import TrackWishes
from core.schema.transcript import Transcript, Word
from core.speech.voices.identify import VoiceJob, identify_speakers
from tests.voices_kit import RATE_HZ, Conversation, converse, error_rate, segment_of, write_sound

TWO = ("two_cities", "sense_and_sensibility")


@pytest.fixture
def talk(shared_media) -> Conversation:
    return converse(shared_media / "speech", TWO, 12, 5)


def _microphones(
    talk: Conversation, crosstalk_db: float, gains_db: tuple[float, float] = (0.0, 0.0)
) -> np.ndarray:
    """Return (n, 2): each person on a microphone of their own, which hears the other more softly."""
    own = np.zeros((len(talk.samples), 2), np.float32)
    for (word, _), owner in zip(talk.transcript.words(), talk.owners, strict=True):
        span = slice(round(word.start * RATE_HZ), round(word.end * RATE_HZ))
        own[span, owner] = talk.samples[span]
    heard = own + own[:, ::-1] * 10 ** (crosstalk_db / 20)
    heard += np.random.default_rng(1).standard_normal(heard.shape).astype(np.float32) * 0.0003
    return heard * (10 ** (np.array(gains_db) / 20)).astype(np.float32)


def _stereo(path: Path, samples: np.ndarray) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((np.clip(samples, -1, 1) * 32767).round().astype("<i2").tobytes())
    return path


def _tracks(path: Path, samples: np.ndarray, late_by: float) -> Path:
    """Write a mono track per microphone; the second one's sound begins later, at its own time."""
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("pcm_s16le", rate=RATE_HZ, layout="mono") for _ in range(2)]
        for number, stream in enumerate(streams):
            first = round(late_by * RATE_HZ) * number
            codes = (np.clip(samples[first:, number], -1, 1) * 32767).round().astype("<i2")
            for at in range(0, len(codes), 4096):
                frame = av.AudioFrame.from_ndarray(codes[None, at : at + 4096], "s16", "mono")
                frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, first + at, Fraction(1, RATE_HZ)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
    return path


def _identified(folder: Path, talk: Conversation, media: Path, tracks: str = "", **wishes: object) -> Transcript:
    audio = write_sound(folder / "analysis.wav", talk.samples)
    facts = choose_tracks(probe(media), TrackWishes(audio_track=tracks))
    return identify_speakers(talk.transcript, VoiceJob(audio=audio, media=media, facts=facts, **wishes))


@pytest.mark.parametrize(
    ("crosstalk_db", "gains_db"), [(-60.0, (0.0, 0.0)), (-12.0, (0.0, 0.0)), (-15.0, (-10.0, 2.0))]
)
def test_left_and_right_microphones_tell_exactly(tmp_path, talk, crosstalk_db, gains_db):
    media = _stereo(tmp_path / "talk.wav", _microphones(talk, crosstalk_db, gains_db))
    found = _identified(tmp_path, talk, media)
    assert error_rate(found, talk.owners) < 0.02
    assert "left and right channel" in found.choices[-1].reason and not found.choices[-1].degraded
    weights = [segment.end - segment.start for segment in found.segments]
    assert np.average([segment.speaker_confidence for segment in found.segments], weights=weights) > 0.95


def test_a_track_for_each_person_tells_exactly_also_where_one_begins_late(tmp_path, talk):
    second = next(
        word.start for (word, _), owner in zip(talk.transcript.words(), talk.owners, strict=True) if owner
    )
    late_by = max(0.5, second - 0.2) if talk.owners[0] == 0 else 0.0
    media = _tracks(tmp_path / "talk.mkv", _microphones(talk, -25.0), late_by)
    found = _identified(tmp_path, talk, media, tracks="all")
    assert error_rate(found, talk.owners) < 0.02
    assert "audio tracks" in found.choices[-1].reason


@pytest.mark.parametrize("kind", ["identical", "louder left", "only left", "weak separation", "both at once"])
def test_what_is_not_apart_is_not_claimed(tmp_path, talk, kind):
    samples = {
        "identical": np.stack([talk.samples, talk.samples], axis=1),
        "louder left": np.stack([talk.samples, talk.samples * 0.3], axis=1),
        "only left": np.stack([talk.samples, np.zeros_like(talk.samples)], axis=1),
        "weak separation": _microphones(talk, -2.0),
        "both at once": np.stack([talk.samples, np.roll(talk.samples, RATE_HZ * 7)], axis=1),
    }[kind]
    found = _identified(tmp_path, talk, _stereo(tmp_path / "talk.wav", samples))
    assert found.segments == talk.transcript.segments
    assert found.choices[-1].degraded and "voice model is not there" in found.choices[-1].reason


def test_music_around_a_voice_in_the_middle_is_no_second_microphone(tmp_path, talk):
    at = np.arange(len(talk.samples)) / RATE_HZ
    swell = 0.02 * (1 + np.sin(2 * np.pi * 0.3 * at))
    left, right = (swell * np.sin(2 * np.pi * f * at) for f in (330.0, 523.0))
    samples = np.stack([talk.samples + left, talk.samples + right[::-1]], axis=1).astype(np.float32)
    found = _identified(tmp_path, talk, _stereo(tmp_path / "talk.wav", samples))
    assert found.segments == talk.transcript.segments


def test_real_tracks_that_take_turns(tmp_path, shared_media):
    media = shared_media / "video" / "two_spoken_audio_tracks_5s.mp4"
    starts = [0.3, 0.8, 1.3, 1.8, 2.5, 3.0, 3.5, 3.9]
    words = [Word(text="word", start=start, end=start + 0.3) for start in starts]
    talk = Conversation(np.zeros(5 * RATE_HZ, np.float32), Transcript(segments=(segment_of(words),)), ())
    found = _identified(tmp_path, talk, media, tracks="all")
    assert [(part.speaker, len(part.words)) for part in found.segments] == [("Speaker 1", 4), ("Speaker 2", 4)]


def test_more_people_than_microphones_are_told_by_voice(tmp_path, talk, voice_model):
    media = _stereo(tmp_path / "talk.wav", _microphones(talk, -40.0))
    found = _identified(tmp_path, talk, media, speakers="3", model=voice_model)
    assert "you said 3" in found.choices[-1].reason
