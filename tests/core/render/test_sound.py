"""Sound: joins without clicks, peaks under the ceiling, loudness as measured by FFmpeg."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.audio import measure_loudness
from core.media.probe import probe
from core.render.limiter import limit
from core.render.loudness import integrated_lufs, true_peaks
from core.render.sound import make_sound
from core.schema.audio import AudioPlan
from core.schema.time import Cut, TimeSpan
from tests.slices import examples

RATE_HZ = 48_000


def tone(seconds, hz=440.0, level=0.3):
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (level * np.sin(2 * np.pi * hz * at)).astype(np.float32)


def peak_db(samples):
    """Return the true peak in dB, 16 times oversampled by another method than ours."""
    from scipy.signal import resample_poly

    return 20 * np.log10(np.abs(resample_poly(samples.astype(float), 16, 1, axis=0)).max())


@pytest.fixture(scope="module")
def tone_file(tools, media_folder):
    return tools["write_media"](media_folder / "tone.wav", None, [], tone(4.0))


def sound_of(tools, path, ranges, **plan):
    composition = tools["compose"](path, ranges, audio=AudioPlan(**{"fade_in": 0.0, "fade_out": 0.0, **plan}))
    return make_sound(composition, probe(path))


def test_samples_are_those_of_the_source(tools, tone_file):
    made = sound_of(tools, tone_file, [(1.0, 2.0)])
    assert made.samples.shape == (RATE_HZ, 2)
    assert np.abs(made.samples[:][:, 0] - tone(4.0)[RATE_HZ : 2 * RATE_HZ]).max() < 1e-3


def test_a_join_has_no_click_and_moves_nothing(tools, tone_file):
    # Joined where the wave is at its height on one side and at its depth on the other.
    ranges = [(0.5, 1.0 + 0.25 / 440), (2.0 + 0.75 / 440, 2.6)]
    cut = sound_of(tools, tone_file, ranges, crossfade=0.0).samples[:][:, 0]
    soft = sound_of(tools, tone_file, ranges, crossfade=0.01).samples[:][:, 0]
    assert np.abs(np.diff(cut)).max() > 0.3
    assert np.abs(np.diff(soft)).max() < 0.04
    join = round(ranges[0][1] * RATE_HZ) - RATE_HZ // 2
    far = np.r_[0 : join - 480, join + 480 : len(soft)]
    assert np.abs(soft[far] - cut[far]).max() < 1e-3


def test_ends_fade(tools, tone_file):
    made = sound_of(tools, tone_file, [(1.0, 2.0)], fade_in=0.05, fade_out=0.1).samples[:][:, 0]
    assert abs(made[0]) < 1e-3 and abs(made[-1]) < 1e-3
    assert np.abs(made[RATE_HZ // 4 : RATE_HZ // 2]).max() == pytest.approx(0.3, abs=0.01)


def test_length_is_that_of_the_frames_over_many_ranges(tools, tone_file):
    ranges = [(index * 0.1, index * 0.1 + 0.0731) for index in range(30)]
    composition = tools["compose"](tone_file, ranges)
    made = make_sound(composition, probe(tone_file))
    assert len(made.samples) == round(composition.frame_count / 30 * RATE_HZ)


def test_loudness_agrees_with_ffmpeg(tools, media_folder):
    rng = np.random.default_rng(1)
    samples = rng.normal(0, 0.1, RATE_HZ * 8).astype(np.float32) * np.repeat([1, 0.2, 0, 0.6], 2 * RATE_HZ)
    path = tools["write_media"](media_folder / "steps.wav", None, [], samples.astype(np.float32))
    theirs = measure_loudness(path, probe(path), Cut(ranges=(TimeSpan(start=0, end=8),)))
    ours = sound_of(tools, path, [(0.0, 8.0)])
    assert ours.lufs == pytest.approx(theirs.lufs, abs=0.1)


def test_silence_has_no_loudness():
    assert integrated_lufs(np.zeros((RATE_HZ, 2), np.float32)) is None
    assert integrated_lufs(np.ones((100, 2), np.float32)) is None


def test_a_tone_between_samples_is_seen():
    # A quarter of the sampling rate, 45° off: samples reach only 0.707 of the true peak.
    at = np.arange(RATE_HZ)
    samples = (0.9 * np.sin(np.pi / 2 * at + np.pi / 4)).astype(np.float32)[:, None]
    assert np.abs(samples).max() < 0.64
    assert true_peaks(samples)[100:-100].max() == pytest.approx(0.9, abs=0.01)


def test_quiet_sound_is_not_touched():
    samples = np.stack([tone(1.0, level=0.5)] * 2, axis=1)
    assert limit(samples, -1.0) is samples


def test_a_limited_shout_leaves_the_speech_before_it_alone():
    samples = np.stack([tone(2.0, level=0.3)] * 2, axis=1)
    samples[RATE_HZ : RATE_HZ + 4800] *= 6
    limited = limit(samples, -1.0)
    assert np.array_equal(limited[: RATE_HZ - 400], samples[: RATE_HZ - 400])
    assert np.abs(limited[-RATE_HZ // 2 :] - samples[-RATE_HZ // 2 :]).max() < 0.002
    assert peak_db(limited) <= -0.95


@examples(10, 250, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    level=st.floats(min_value=0.05, max_value=8.0),
    ceiling=st.floats(min_value=-6.0, max_value=-0.5),
)
def test_no_peak_passes_the_ceiling(seed, level, ceiling):
    rng = np.random.default_rng(seed)
    envelope = np.repeat(rng.random(12), 1000)[:, None]
    smooth = np.cumsum(rng.normal(0, 0.15, (12_000, 2)), axis=0)
    samples = (np.sin(smooth) * envelope * level).astype(np.float32)
    limited = limit(samples, ceiling)
    assert peak_db(limited) <= ceiling + 0.05
    assert np.all(np.abs(limited) <= np.abs(samples) + 1e-6)


def test_speech_with_peaks_still_reaches_its_target(tools, media_folder):
    rng = np.random.default_rng(2)
    samples = rng.normal(0, 0.03, RATE_HZ * 6).astype(np.float32)
    samples[:: RATE_HZ // 8] = 0.3
    path = tools["write_media"](media_folder / "peaks.wav", None, [], samples)
    before = measure_loudness(path, probe(path), Cut(ranges=(TimeSpan(start=0, end=6),)))
    plan = {"measured_lufs": before.lufs, "gain_db": -14 - before.lufs}
    made = sound_of(tools, path, [(0.0, 6.0)], **plan)
    assert made.lufs == pytest.approx(-14, abs=0.5)
    assert peak_db(made.samples[:]) <= -0.9


@pytest.fixture(scope="module")
def room_file(tools, media_folder):
    """Eight seconds of a room's tone: the same everywhere, alike nowhere."""
    noise = np.random.default_rng(9).normal(0, 0.1, 8 * RATE_HZ).astype(np.float32)
    return tools["write_media"](media_folder / "room.wav", None, [], noise)


def test_ranges_that_touch_are_as_if_never_cut(tools, room_file):
    whole = sound_of(tools, room_file, [(1.0, 3.0)]).samples[:]
    touching = sound_of(tools, room_file, [(1.0, 1.7), (1.7, 1.702), (1.702, 2.4), (2.4, 3.0)]).samples[:]
    assert np.array_equal(whole, touching)


def test_room_tone_neither_rises_nor_dips_at_a_join(tools, room_file):
    ranges = [(0.5 * index, 0.5 * index + 0.31) for index in range(14)]
    made = sound_of(tools, room_file, ranges, crossfade=0.04).samples[:][:, 0]
    joins = [round(0.31 * (index + 1) * RATE_HZ) for index in range(13)]
    at_joins = np.concatenate([made[join - 480 : join + 480] for join in joins])
    assert 20 * np.log10(at_joins.std() / made.std()) == pytest.approx(0, abs=0.4)


def test_what_is_alike_on_both_sides_does_not_get_louder(tools, tone_file):
    # A whole number of waves is left out: both sides are the same wave, in step.
    made = sound_of(tools, tone_file, [(0.5, 1.0), (1.0 + 44 / 440, 1.8)], crossfade=0.04).samples[:][:, 0]
    join = RATE_HZ // 2
    heights = [np.abs(made[at : at + 240]).max() for at in range(join - 1200, join + 1200, 120)]
    assert min(heights) > 0.29 and max(heights) < 0.31


def test_joins_cannot_be_heard_in_the_spectrum(tools, room_file):
    """A click is a burst above 10 kHz: soft room tone has none, so any comes of a join."""
    from scipy.signal import butter, sosfiltfilt

    low = butter(4, 3000, fs=RATE_HZ, output="sos")
    soft = tools["write_media"](
        room_file.with_name("soft.wav"),
        None,
        [],
        sosfiltfilt(low, np.random.default_rng(2).normal(0, 0.2, 6 * RATE_HZ)).astype(np.float32),
    )
    ranges = [(0.4 * index, 0.4 * index + 0.29) for index in range(12)]
    high = butter(4, 10_000, "high", fs=RATE_HZ, output="sos")

    def burst(crossfade):
        made = sound_of(tools, soft, ranges, crossfade=crossfade).samples[:][:, 0]
        return np.abs(sosfiltfilt(high, made))[2400:-2400].max()

    assert burst(0.0) > 0.01 > 20 * burst(0.01)


def test_a_last_part_of_a_frame_is_what_the_source_goes_on_with(tools, tone_file):
    # 1.01 s are 30.3 frames at 30 a second; 1.02 s are 30.6, so that 31 frames are shown.
    made = sound_of(tools, tone_file, [(1.0, 2.02)]).samples[:][:, 0]
    assert len(made) == round(31 / 30 * RATE_HZ)
    assert np.abs(made - tone(4.0)[RATE_HZ:][: len(made)]).max() < 1e-3


def test_ranges_shorter_than_a_crossfade_do_no_harm(tools, room_file):
    made = sound_of(tools, room_file, [(1.0, 1.001), (2.0, 2.002), (3.0, 3.5)], crossfade=0.02)
    assert np.isfinite(made.samples[:]).all() and np.abs(made.samples[:]).max() < 1.0
