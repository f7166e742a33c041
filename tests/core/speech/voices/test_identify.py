"""Who says what, by voice: on conversations joined from real recordings, whose turns are known."""

from __future__ import annotations

import numpy as np
import pytest

from core.schema.transcript import Transcript, TranscriptSegment, Word
from core.speech.voices.identify import VoiceJob, identify_speakers
from tests.voices_kit import VOICES, converse, error_rate, read_speech, segment_of, write_sound


@pytest.fixture
def speech(shared_media):
    return shared_media / "speech"


def _speakers(transcript: Transcript) -> list[str]:
    return list(dict.fromkeys(segment.speaker for segment in transcript.segments))


@pytest.mark.parametrize("seed", [0, 1])
def test_three_people_are_told_apart(tmp_path, speech, voice_model, seed):
    talk = converse(speech, VOICES, 24, seed)
    audio = write_sound(tmp_path / "talk.wav", talk.samples)
    found = identify_speakers(talk.transcript, VoiceJob(audio=audio, model=voice_model))
    assert _speakers(found) == ["Speaker 1", "Speaker 2", "Speaker 3"]
    # Turns begin and end within sentences here, where a change is believed last.
    assert error_rate(found, talk.owners) < 0.08
    assert found.choices[-1].chosen == "3 speakers"
    assert [word for word, _ in found.words()] == [word for word, _ in talk.transcript.words()]


@pytest.mark.parametrize("voice", VOICES)
def test_one_person_stays_one(tmp_path, speech, voice_model, voice):
    talk = converse(speech, (voice,), 6, 3)
    audio = write_sound(tmp_path / "talk.wav", talk.samples)
    found = identify_speakers(talk.transcript, VoiceJob(audio=audio, model=voice_model))
    assert _speakers(found) == ["Speaker 1"] and not found.choices[-1].degraded
    assert [segment.text for segment in found.segments] == [segment.text for segment in talk.transcript.segments]


def test_the_users_number_wins(tmp_path, speech, voice_model):
    talk = converse(speech, VOICES, 24, 0)
    audio = write_sound(tmp_path / "talk.wav", talk.samples)
    two = identify_speakers(talk.transcript, VoiceJob(audio=audio, model=voice_model, speakers="2"))
    assert _speakers(two) == ["Speaker 1", "Speaker 2"] and "you said 2" in two.choices[-1].reason
    one = identify_speakers(talk.transcript, VoiceJob(audio=audio, speakers="1"))
    assert _speakers(one) == ["Speaker 1"] and one.choices[-1].reason == "you said so"
    assert identify_speakers(talk.transcript, VoiceJob(audio=audio, speakers="off")) == talk.transcript


def test_names_in_captions_win(tmp_path, speech, voice_model):
    talk = converse(speech, VOICES, 3, 0)
    first = talk.transcript.segments[0].model_copy(update={"speaker": "Ada"})
    named = talk.transcript.model_copy(update={"segments": (first, *talk.transcript.segments[1:])})
    audio = write_sound(tmp_path / "talk.wav", talk.samples)
    assert identify_speakers(named, VoiceJob(audio=audio, model=voice_model)) == named


def test_without_a_model_nothing_is_guessed_and_it_is_said(tmp_path, speech):
    talk = converse(speech, VOICES, 3, 0)
    audio = write_sound(tmp_path / "talk.wav", talk.samples)
    found = identify_speakers(talk.transcript, VoiceJob(audio=audio))
    assert found.segments == talk.transcript.segments
    assert found.choices[-1].degraded and "voice model is not there" in found.choices[-1].reason


def test_a_damaged_model_costs_the_speakers_not_the_words(tmp_path, speech):
    talk = converse(speech, VOICES, 3, 0)
    audio = write_sound(tmp_path / "talk.wav", talk.samples)
    (tmp_path / "model.pt").write_bytes(b"PK\x03\x04 no model")
    found = identify_speakers(talk.transcript, VoiceJob(audio=audio, model=tmp_path / "model.pt"))
    assert found.segments == talk.transcript.segments and found.choices[-1].degraded


@pytest.mark.parametrize("kind", ["silence", "music", "a second of speech"])
def test_no_speech_has_no_speakers(tmp_path, speech, voice_model, kind):
    at = np.arange(16_000 * 12) / 16_000
    samples = np.zeros(len(at), np.float32)
    if kind == "music":
        samples = sum(np.sin(2 * np.pi * f * at) for f in (220, 277.2, 329.6)).astype(np.float32) * 0.1
    elif kind == "a second of speech":
        samples[16_000:32_000] = read_speech(speech / "jfk.flac")[8_000:24_000]
    audio = write_sound(tmp_path / "sound.wav", samples)
    words = [Word(text="hello", start=1.0, end=1.5), Word(text="there", start=1.5, end=2.0)]
    given = Transcript(segments=(segment_of(words),))
    found = identify_speakers(given, VoiceJob(audio=audio, model=voice_model))
    assert found.segments == given.segments
    assert found.choices[-1].degraded and "too little" in found.choices[-1].reason


def test_a_source_without_sound_or_words_is_left_alone(tmp_path, voice_model):
    segment = TranscriptSegment(start=0.0, end=1.0, text="written")
    silent = Transcript(segments=(segment,))
    assert identify_speakers(silent, VoiceJob(audio=None, model=voice_model)) == silent
    audio = write_sound(tmp_path / "sound.wav", np.zeros(16_000, np.float32))
    assert identify_speakers(Transcript(), VoiceJob(audio=audio, model=voice_model)) == Transcript()


def test_two_real_people_in_an_interview(tmp_path, shared_media, voice_model):
    samples = read_speech(shared_media / "video" / "interview_two_seats_73s.mp4")
    audio = write_sound(tmp_path / "talk.wav", samples)
    words = [Word(text="word", start=at / 2, end=at / 2 + 0.4) for at in range(2 * int(len(samples) / 16_000))]
    given = Transcript(segments=tuple(segment_of(words[i : i + 8]) for i in range(0, len(words), 8)))
    found = identify_speakers(given, VoiceJob(audio=audio, model=voice_model))
    assert _speakers(found) == ["Speaker 1", "Speaker 2"]
