"""The music bed: under the speech, lower while somebody speaks, as long as the clip, named when it is missing."""

from __future__ import annotations

import numpy as np
import pytest

from core.errors import MediaError, UserWorldError
from core.render.loudness import RATE_HZ, integrated_lufs
from core.render.music import ALONE_LUFS, add_music
from core.render.sound import make_sound
from core.schema.audio import AudioPlan, Music
from core.schema.composition import MediaReference
from tests.core.render.conftest import make_composition, write_media

SPEECH_HZ, MUSIC_HZ = 1000.0, 400.0


def tone(seconds, hz, level=0.2):
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (level * np.sin(2 * np.pi * hz * at)).astype(np.float32)


def heights(samples, hz, window=0.05):
    """Return how high a sine stands in each twentieth of a second."""
    length = round(window * RATE_HZ)
    rows = samples[: len(samples) // length * length, 0].reshape(-1, length)
    wave = np.exp(-2j * np.pi * hz * np.arange(length) / RATE_HZ) * np.hanning(length)
    return np.abs(rows @ wave) * 4 / length


@pytest.fixture(scope="module")
def bed(tmp_path_factory):
    """Five seconds of music."""
    path = tmp_path_factory.mktemp("music") / "bed.wav"
    return write_media(path, None, [], tone(5.0, MUSIC_HZ))


@pytest.fixture(scope="module")
def long_bed(tmp_path_factory):
    """Music that needn't be repeated."""
    path = tmp_path_factory.mktemp("music") / "long.wav"
    return write_media(path, None, [], tone(22.0, MUSIC_HZ))


def talk(*spans, seconds=20.0):
    """Return a clip in which a voice is heard in some spans of time."""
    samples = np.repeat(tone(seconds, SPEECH_HZ)[:, None], 2, axis=1)
    at = np.arange(len(samples)) / RATE_HZ
    return samples * np.any([(at >= start) & (at < end) for start, end in spans], axis=0)[:, None].astype(
        np.float32
    )


def with_bed(samples, music):
    copy = samples.copy()
    add_music(copy, music)
    return copy


def test_music_lies_under_the_speech_and_deeper_while_it_lasts(long_bed):
    speech = talk((4.0, 8.0), (14.0, 20.0))
    made = with_bed(speech, Music(file=long_bed, under_lu=12, duck_db=9, fade_out=0.0))
    added = (made - speech).astype(np.float32)
    apart = integrated_lufs(speech[4 * RATE_HZ : 8 * RATE_HZ]) - 12
    assert integrated_lufs(added[RATE_HZ : 3 * RATE_HZ]) == pytest.approx(apart, abs=0.6)
    assert integrated_lufs(added[round(4.1 * RATE_HZ) : round(7.9 * RATE_HZ)]) == pytest.approx(apart - 9, abs=0.6)
    assert integrated_lufs(added[10 * RATE_HZ : 12 * RATE_HZ]) == pytest.approx(apart, abs=0.6)


def test_it_is_down_when_speech_begins_and_moves_smoothly(long_bed):
    speech = talk((4.0, 8.0), (8.4, 12.0))
    made = with_bed(speech, Music(file=long_bed, under_lu=12, duck_db=12, fade_out=0.0))
    level = 20 * np.log10(heights(made - speech, MUSIC_HZ))[:290]
    high, low = level[20:60].max(), level[90:150].max()
    assert high - low == pytest.approx(12, abs=0.5)
    # Down before the first word, down through a breath, up within a second after the last.
    assert level[80] < low + 0.7 and level[155:170].max() < low + 0.7 and level[260] > high - 0.7
    assert np.abs(np.diff(level[5:285])).max() < 3.0


def test_it_is_repeated_without_a_gap(bed):
    made = with_bed(np.zeros((20 * RATE_HZ, 2), np.float32), Music(file=bed, fade_out=0.0))
    level = heights(made, MUSIC_HZ)
    # The same tone crossfaded with itself may add up or cancel in part; noise would stay as it is.
    assert np.median(level) == pytest.approx(level[10], rel=0.05) and level[5:-5].min() > 0.2 * level[10]
    steps = np.abs(np.diff(made[:, 0]))
    assert steps.max() < 1.6 * np.percentile(steps, 90)


def test_noise_repeated_stays_as_loud(tmp_path):
    noise = np.random.default_rng(3).normal(0, 0.1, 3 * RATE_HZ).astype(np.float32)
    path = write_media(tmp_path / "noise.wav", None, [], noise)
    made = with_bed(np.zeros((12 * RATE_HZ, 2), np.float32), Music(file=path, fade_out=0.0))
    power = 10 * np.log10(np.square(made[:, 0]).reshape(-1, RATE_HZ // 5).mean(axis=1))
    assert np.ptp(power) < 1.2


def test_it_begins_where_it_is_told_and_fades_at_the_end(tmp_path):
    path = write_media(tmp_path / "two.wav", None, [], np.concatenate([tone(2, 3000), tone(6, MUSIC_HZ)]))
    made = with_bed(np.zeros((4 * RATE_HZ, 2), np.float32), Music(file=path, start=2.0, fade_out=1.5))
    assert heights(made, 3000.0)[:20].max() < 0.01 * heights(made, MUSIC_HZ)[10]
    level = heights(made, MUSIC_HZ)
    assert level[49] > 0.95 * level[10] and level[65] < 0.6 * level[10] and level[-1] < 0.02 * level[10]


def test_without_speech_it_is_heard_alone(bed):
    made = with_bed(np.zeros((10 * RATE_HZ, 2), np.float32), Music(file=bed, fade_out=0.0))
    assert integrated_lufs(made) == pytest.approx(ALONE_LUFS, abs=0.7)


def test_the_whole_mix_has_the_loudness_aimed_at(bed, tmp_path):
    voice = talk((0.0, 3.0), (5.0, 9.0), seconds=10.0)[:, 0] * 0.3
    path = write_media(tmp_path / "voice.wav", None, [], voice)
    lufs = integrated_lufs(np.stack([voice] * 2, axis=1))
    plan = AudioPlan(measured_lufs=lufs, gain_db=-14 - lufs, music=Music(file=bed, under_lu=3, duck_db=3))
    made = make_sound(make_composition(path, [(0.0, 10.0)], audio=plan), probe_of(path))
    assert integrated_lufs(made.samples) == pytest.approx(-14, abs=0.2) and made.choices == ()
    assert 20 * np.log10(np.abs(made.samples[:]).max()) <= -1.0


def test_a_clip_without_sound_may_have_music(bed, counted):
    media = MediaReference(path=counted.path, has_audio=False)
    plan = AudioPlan(music=Music(file=bed))
    made = make_sound(make_composition(counted, [(0.0, 3.0)], media=media, audio=plan), probe_of(counted.path))
    assert integrated_lufs(made.samples) == pytest.approx(-14, abs=0.3)


def test_music_that_cannot_be_used_is_named(bed, tmp_path):
    gone, text = tmp_path / "gone.mp3", tmp_path / "notes.mp3"
    text.write_text("not music")
    speech = talk((0.0, 2.0), seconds=3.0)
    for path in (gone, text):
        with pytest.raises(UserWorldError, match="music can't be used") as caught:
            add_music(speech, Music(file=path))
        assert caught.value.file == str(path) and "another music file" in caught.value.remedy
    with pytest.raises(MediaError, match=r"5\.0 s long and can't begin at 9\.0 s") as caught:
        add_music(speech, Music(file=bed, start=9.0))
    assert caught.value.file == str(bed)


def probe_of(path):
    from core.media.probe import probe

    return probe(path)
