"""Voices made of numbers, lips made of numbers: who is believed to speak."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import MediaError
from core.schema.time import TimeSpan
from core.vision import speaking
from core.vision.faces import FaceBox
from core.vision.speaking import GRID_SECONDS, lip_movement, speaking_beliefs
from core.vision.voice import hear_voice, voice_activity

RATE = 16000
TIMES = np.arange(0, 20, GRID_SECONDS)
THERE = np.ones(len(TIMES), dtype=bool)


def _tone(seconds: float, level: float) -> NDArray[np.float32]:
    at = np.arange(int(seconds * RATE)) / RATE
    noise = np.random.default_rng(0).normal(0, 0.001, len(at))
    return (level * np.sin(2 * np.pi * 440 * at) + noise).astype(np.float32)


def test_voice_is_heard_where_it_is() -> None:
    activity = voice_activity(np.concatenate([_tone(2, 0), _tone(2, 0.2), _tone(2, 0)]), RATE)
    loud = np.arange(len(activity)) * 0.05
    assert activity[(loud > 2.2) & (loud < 3.8)].min() > 0.9
    assert activity[(loud < 1.8) | (loud > 4.2)].max() < 0.1


def test_silence_has_no_voice() -> None:
    assert voice_activity(np.zeros(RATE * 3, dtype=np.float32), RATE).max() == 0.0
    assert len(voice_activity(np.zeros(10, dtype=np.float32), RATE)) == 0


def test_a_span_of_a_file_is_heard_in_source_seconds(tmp_path: Path) -> None:
    path = tmp_path / "analysis.wav"
    samples = np.concatenate([_tone(4, 0), _tone(2, 0.2), _tone(4, 0)])
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((samples * 32767).astype("<i2").tobytes())
    voice = hear_voice(path, TimeSpan(start=2.0, end=9.0))
    heard = voice.at(np.array([1.0, 3.0, 5.0, 8.0, 30.0]))
    assert heard[2] > 0.9
    assert max(heard[[0, 1, 3, 4]]) < 0.1
    with pytest.raises(MediaError):
        hear_voice(tmp_path / "none.wav", TimeSpan(start=0, end=1))


def test_the_one_whose_lips_move_with_the_voice_speaks() -> None:
    rng = np.random.default_rng(1)
    voice = np.where((TIMES % 10) < 8, 1.0, 0.0)
    first = np.where(TIMES < 10, 0.2, 0.01) * rng.uniform(0.5, 1.5, len(TIMES)) * voice
    second = np.where(TIMES < 10, 0.01, 0.2) * rng.uniform(0.5, 1.5, len(TIMES)) * voice
    a, b = speaking_beliefs(TIMES, [first, second], [THERE, THERE], voice)
    early, late = (TIMES > 1) & (TIMES < 7), (TIMES > 11) & (TIMES < 17)
    assert a[early].min() > 0.8 and b[early].max() < 0.2
    assert b[late].min() > 0.8 and a[late].max() < 0.2
    assert np.all(a + b <= 1.0 + 1e-9)
    assert max(a[(TIMES > 8.7) & (TIMES < 9.3)].max(), b[(TIMES > 8.7) & (TIMES < 9.3)].max()) < 0.2


def test_someone_who_chews_all_the_time_is_not_the_speaker() -> None:
    voice = np.where((TIMES % 4) < 2, 1.0, 0.0)
    chewing = np.full(len(TIMES), 0.15)
    talking = 0.12 * voice
    chewer, talker = speaking_beliefs(TIMES, [chewing, talking], [THERE, THERE], voice)
    assert talker[voice > 0].mean() > 2 * chewer[voice > 0].mean()


def test_a_face_alone_is_the_voice() -> None:
    voice = np.where(TIMES < 10, 1.0, 0.0)
    (belief,) = speaking_beliefs(TIMES, [np.zeros(len(TIMES))], [THERE], voice)
    assert belief[TIMES < 9].min() > 0.9
    assert belief[TIMES > 11].max() < 0.1


def test_without_sound_still_lips_do_not_speak() -> None:
    (belief,) = speaking_beliefs(TIMES, [np.zeros(len(TIMES))], [THERE], None)
    assert belief.max() < 0.05


def test_an_absent_face_never_speaks() -> None:
    gone = TIMES > 5
    (belief,) = speaking_beliefs(TIMES, [np.full(len(TIMES), 0.2)], [~gone], np.ones(len(TIMES)))
    assert belief[gone].max() == 0.0


def test_lips_are_told_from_a_moving_head() -> None:
    rng = np.random.default_rng(2)
    picture = np.kron(rng.integers(60, 200, (30, 40)), np.ones((8, 8))).astype(np.uint8)
    box = FaceBox(100, 60, 96, 96, 0.9, 148, 60 + 0.8 * 96, 60 + 0.35 * 96)
    talking = picture.copy()
    talking[128:146, 134:162] = 30
    nodding = np.roll(picture, 4, axis=0)
    lips, _ = lip_movement(picture, talking, box)
    nod, stirring = lip_movement(picture, nodding, box)
    assert lips > 0.2
    assert nod < 0.4 * lips
    assert stirring > 1.0
    assert lip_movement(picture, picture, box) == (0.0, 0.0)
    assert lip_movement(picture, picture, box._replace(x=-500)) == (0.0, 0.0)


def test_a_modest_talker_is_heard_beside_one_who_talks_with_the_whole_face_in_turns_of_a_second() -> None:
    rng = np.random.default_rng(3)
    modest_turn = (TIMES % 2.6) < 1.3
    breath = (TIMES % 1.3) > 1.1
    voice = np.where(breath, 0.1, 1.0)
    modest = np.where(modest_turn & ~breath, 0.1, 0.01) * rng.uniform(0.3, 1.7, len(TIMES))
    lively = np.where(~modest_turn & ~breath, 0.4, 0.03) * rng.uniform(0.3, 1.7, len(TIMES))
    a, b = speaking_beliefs(TIMES, [modest, lively], [THERE, THERE], voice)
    assert np.mean((a > b)[~breath] == modest_turn[~breath]) > 0.95


def test_lips_that_go_on_through_short_pauses_are_no_habit() -> None:
    # The mouth closes after the word: what moves in the breaths between words belongs to the talk.
    voice = np.where((TIMES % 1.0) < 0.6, 1.0, 0.0)
    talking = np.full(len(TIMES), 0.2)
    listening = np.full(len(TIMES), 0.03)
    talker, listener = speaking_beliefs(TIMES, [talking, listening], [THERE, THERE], voice)
    assert talker[voice > 0].min() > 0.8
    assert listener[voice > 0].max() < 0.2


def test_faces_that_are_all_still_are_not_taken_for_a_voice_from_off_screen() -> None:
    voice = np.ones(len(TIMES))
    early = TIMES < 10
    first = np.where(early, 0.2, 0.0)
    second = np.full(len(TIMES), 0.005)
    a, b = speaking_beliefs(TIMES, [first, second], [THERE, THERE], voice)
    assert a[TIMES < 9].min() > 0.9
    assert max(a[TIMES > 11].max(), b[TIMES > 11].max()) < 0.5


def test_without_sound_moving_lips_are_a_hint_and_no_more() -> None:
    moving, still = np.full(len(TIMES), 0.3), np.full(len(TIMES), 0.01)
    first, second = speaking_beliefs(TIMES, [moving, still], [THERE, THERE], None)
    assert 0.1 < first[5:-5].min() <= first.max() < 0.3
    assert second.max() < 0.05


def test_one_who_turned_away_may_talk_on(monkeypatch: pytest.MonkeyPatch) -> None:
    shot = TIMES[TIMES < 1.5]
    turned = shot >= 1.1
    talks, stirs = 0.3 * ((shot > 0.75) & ~turned), 0.3 * (shot > 1.15)
    there = np.ones(len(shot), dtype=bool)

    def doubt_in_the_other() -> float:
        beliefs = speaking_beliefs(shot, [talks, stirs], [~turned, there], np.ones(len(shot)), [28.0, 24.0])
        return 1.0 - float(beliefs[1][turned].mean())

    careful = doubt_in_the_other()
    monkeypatch.setattr(speaking, "LOST_SECONDS", 0.0)
    assert careful > 5 * doubt_in_the_other()


def test_lips_of_a_tiny_face_say_little_beside_those_of_a_large_one() -> None:
    lips = np.random.default_rng(6).uniform(0.5, 1.5, len(TIMES)) * 0.2
    quiet = lips * 0.1
    near, far = speaking_beliefs(TIMES, [quiet, lips], [THERE, THERE], np.ones(len(TIMES)), [120.0, 120.0])
    assert far.mean() > near.mean()
    near, far = speaking_beliefs(TIMES, [lips, lips], [THERE, THERE], np.ones(len(TIMES)), [120.0, 15.0])
    assert near.mean() > 0.8 > 0.2 > far.mean()
