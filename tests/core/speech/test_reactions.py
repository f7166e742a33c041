"""Laughter and applause are found between real speech, and in real speech none is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import Cancelled
from core.schema.segment import SoundEvent
from core.schema.time import TimeSpan
from core.speech.reactions import find_reactions
from core.speech.sound import read_samples
from core.speech.voice_activity import STRETCH_SECONDS, find_silences_of, hear_activity
from tests.core.speech.reacting import RATE_HZ, Samples, applause, beside, laughter, write


def heard(path: Path, words: tuple[TimeSpan, ...] = ()) -> tuple[SoundEvent, ...]:
    return find_reactions(path, hear_activity(path).chances, STRETCH_SECONDS, words)


@pytest.fixture(scope="module")
def speech(shared_media: Path, tmp_path_factory: pytest.TempPathFactory) -> Samples:
    """Return 44 s of somebody reading, in a quiet room."""
    import av

    samples = []
    with av.open(str(shared_media / "speech" / "two_cities.flac")) as container:
        to_mono = av.AudioResampler("flt", "mono", RATE_HZ)
        for frame in container.decode(audio=0):
            samples += [part.to_ndarray()[0] for part in to_mono.resample(frame)]
    return np.concatenate(samples).astype(np.float64)


def test_reading_aloud_holds_neither(speech: Samples, tmp_path: Path) -> None:
    assert heard(write(tmp_path / "sound.wav", speech)) == ()


@pytest.mark.parametrize("gain_db", [0.0, -6.0])
@pytest.mark.parametrize(("kind", "made"), [("laughter", laughter), ("applause", applause)])
def test_what_listeners_do_is_found_where_it_is(
    kind, made, gain_db: float, speech: Samples, tmp_path: Path
) -> None:
    reaction = beside(made(), speech, gain_db)
    pause = np.zeros(RATE_HZ // 4)
    half = len(speech) // 2
    room = np.random.default_rng(0).normal(size=len(speech) + len(reaction) + 2 * len(pause)) * 0.0005
    mixed = np.concatenate([speech[:half], pause, reaction, pause, speech[half:]]) + room
    events = heard(write(tmp_path / "sound.wav", mixed))
    assert {event.kind for event in events} == {kind}
    low, high = half / RATE_HZ + 0.25, (half + len(reaction)) / RATE_HZ + 0.25
    inside = sum(min(event.end, high) - max(event.start, low) for event in events)
    assert inside > 0.5 * (high - low)
    assert all(low - 0.3 <= event.start and event.end <= high + 0.3 for event in events)


def test_words_there_are_no_laughter(speech: Samples, tmp_path: Path) -> None:
    reaction = beside(laughter(), speech, 0.0)
    path = write(tmp_path / "sound.wav", speech, reaction, speech)
    at = len(speech) / RATE_HZ
    said = (TimeSpan(start=at, end=at + len(reaction) / RATE_HZ),)
    assert heard(path)
    assert not heard(path, said)


def test_hiss_that_never_ends_is_no_applause(tmp_path: Path) -> None:
    random = np.random.default_rng(1)
    assert heard(write(tmp_path / "sound.wav", random.normal(size=40 * RATE_HZ) * 0.1)) == ()


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.5])
def test_hardly_any_sound_holds_nothing(seconds: float, tmp_path: Path) -> None:
    assert heard(write(tmp_path / "sound.wav", np.zeros(int(seconds * RATE_HZ)))) == ()


def test_one_listening_gives_the_same_silences(sample_video: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "sound.wav", np.tile(np.r_[np.zeros(RATE_HZ), laughter(seconds=1.0)], 3))
    assert hear_activity(path).silences == find_silences_of(path)
    assert (
        len(hear_activity(path).chances) * STRETCH_SECONDS >= len(read_samples(path, 0.0, 99.0)) / RATE_HZ - 0.01
    )


def test_listening_can_be_stopped(tmp_path: Path) -> None:
    path = write(tmp_path / "sound.wav", np.zeros(RATE_HZ))
    chances = hear_activity(path).chances

    def stop(fraction: float, message: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        find_reactions(path, chances, STRETCH_SECONDS, (), stop)
