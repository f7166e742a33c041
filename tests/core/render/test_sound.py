"""Sound: joins without clicks, peaks under the ceiling, loudness as measured by FFmpeg."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.media.audio import measure_loudness
from core.media.probe import probe
from core.render.limiter import limit
from core.render.loudness import integrated_lufs, true_peaks
from core.render.sound import make_sound
from core.schema.audio import AudioPlan
from core.schema.time import Cut, TimeSpan

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
    assert np.abs(made.samples[:, 0] - tone(4.0)[RATE_HZ : 2 * RATE_HZ]).max() < 1e-3


def test_a_join_has_no_click_and_moves_nothing(tools, tone_file):
    # Joined where the wave is at its height on one side and at its depth on the other.
    ranges = [(0.5, 1.0 + 0.25 / 440), (2.0 + 0.75 / 440, 2.6)]
    cut = sound_of(tools, tone_file, ranges, crossfade=0.0).samples[:, 0]
    soft = sound_of(tools, tone_file, ranges, crossfade=0.01).samples[:, 0]
    assert np.abs(np.diff(cut)).max() > 0.3
    assert np.abs(np.diff(soft)).max() < 0.04
    join = round(ranges[0][1] * RATE_HZ) - RATE_HZ // 2
    far = np.r_[0 : join - 480, join + 480 : len(soft)]
    assert np.abs(soft[far] - cut[far]).max() < 1e-3


def test_ends_fade(tools, tone_file):
    made = sound_of(tools, tone_file, [(1.0, 2.0)], fade_in=0.05, fade_out=0.1).samples[:, 0]
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


@settings(max_examples=25, deadline=None)
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
    assert peak_db(made.samples) <= -0.9
