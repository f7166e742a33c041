"""Every kind of sound reaches its loudness and stays under its limit, as made and as decoded from the file."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.audio import read_audio
from core.media.probe import probe
from core.render.encode_audio import AAC, PCM, encode_sound
from core.render.fitted_sound import encode_fitted, heard_levels
from core.render.limiter import apply_gains, limiter_gains
from core.render.loudness import RATE_HZ, LevelMeter, integrated_lufs, measure_levels, true_peaks
from core.render.measure import measure_clip
from core.render.sound import make_sound
from core.schema.audio import AudioPlan, gain_to
from core.schema.time import Cut, TimeSpan
from tests.core.render.conftest import make_composition, write_media
from tests.slices import examples, sliced

SECONDS = 5.0


def random(seconds=SECONDS, seed=5):
    return np.random.default_rng(seed).standard_normal(round(seconds * RATE_HZ))


def swelling(seconds=SECONDS):
    """Return noise that goes up and down like syllables."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return random(seconds) * np.maximum(0, np.sin(2 * np.pi * 3 * at)) ** 2


def chords(seconds=SECONDS):
    """Return four plucked notes a second, in fifths."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return sum(np.sin(2 * np.pi * hz * at) for hz in (110, 165, 220, 330, 880)) * np.exp(-4 * (at % 0.25))


def dynamic():
    """Return a whisper with three shouts."""
    made = swelling() * 0.01
    for second in (1, 2, 4):
        made[second * RATE_HZ :][:7000] *= 60
    return made


CONTENTS = {
    "speech-like": lambda: 0.1 * swelling(),
    "music": lambda: 0.1 * chords(),
    "very quiet": lambda: 0.0008 * swelling(),
    "very dynamic": dynamic,
    "clipped": lambda: np.clip(swelling() * 5, -0.999, 0.999),
    "beyond full scale": lambda: 0.4 * chords(),
    "noise alone": lambda: 0.02 * random(),
    "one second": lambda: 0.1 * swelling(1.0),
    "clicks": lambda: 0.02 * swelling() + 0.5 * (np.arange(round(SECONDS * RATE_HZ)) % 9600 == 0),
}
# What is hard to bring there: hardly anything, shouts in a whisper, no room above, nearly no time, and clicks.
MADE = ("very quiet", "very dynamic", "beyond full scale", "one second", "clicks")
HEARD = ("interview", "restaurant", "rap over piano")
SPOKEN = {
    "interview": ("video/interview_two_seats_73s.mp4", 20.0, 28.0),
    "two actresses": ("video/vertical_two_roles_captioned_21s.mp4", 2.0, 10.0),
    "restaurant": ("video/one_speaker_noisy_room_9s_720p.mp4", 0.0, 8.5),
    "rap over piano": ("video/stage_and_audience_cuts_10s.mp4", 0.0, 8.0),
    "lecture": ("video/slides_voiceover_241s_1080p.ts", 60.0, 67.0),
    "reading": ("speech/two_cities.flac", 0.0, 7.0),
}


def peak_db(samples):
    """Return the true peak in dB by another method than ours: 16 times oversampled."""
    from scipy.signal import resample_poly

    return 20 * np.log10(np.abs(resample_poly(samples.astype(float), 16, 1, axis=0)).max())


def finished(path, start, end, target=-14.0, limit=-1.0):
    """Return (sound, plan) of a clip, planned and made as the stages do it."""
    cut = Cut(ranges=(TimeSpan(start=start, end=end),))
    facts = probe(path)
    measured = measure_clip(path, facts, cut, 0.01, reduces_noise=False)
    gain_db = 0.0 if measured.lufs is None else gain_to(AudioPlan().target_lufs, measured.lufs)
    plan = AudioPlan(measured_lufs=measured.lufs, gain_db=gain_db).aimed_at(target, limit)
    return make_sound(make_composition(path, [(start, end)], audio=plan), facts), plan


def check_decoded(sound, plan, bitrate):
    """Look at what a player decodes."""
    heard = heard_levels(encode_fitted(sound, AAC, bitrate, plan.peak_limit_dbtp))
    assert heard.lufs() == pytest.approx(plan.aim_lufs, abs=0.5)
    assert heard.peak_dbtp <= plan.peak_limit_dbtp


@pytest.mark.parametrize("content", sliced(CONTENTS, MADE, str))
def test_made_sound_reaches_its_target_under_its_limit(content, tmp_path):
    samples = CONTENTS[content]().astype(np.float32)
    path = write_media(tmp_path / "content.wav", None, [], samples)
    sound, plan = finished(path, 0.0, len(samples) / RATE_HZ)
    assert sound.lufs == pytest.approx(integrated_lufs(sound.samples), abs=0.05)
    assert sound.lufs == pytest.approx(plan.aim_lufs, abs=0.3) and sound.choices == ()
    assert peak_db(sound.samples[:]) <= -1.0
    check_decoded(sound, plan, 128_000)


@pytest.mark.parametrize("content", sliced(SPOKEN, HEARD, str))
def test_real_talk_reaches_its_target(shared_media, content):
    name, start, end = SPOKEN[content]
    sound, plan = finished(shared_media / name, start, end)
    assert integrated_lufs(sound.samples) == pytest.approx(-14.0, abs=0.3)
    assert peak_db(sound.samples[:]) <= -1.0
    check_decoded(sound, plan, 160_000)


@pytest.mark.parametrize("target", [(-23.0, -1.0), (-11.0, -2.0)])
def test_any_target_is_reached(shared_media, target):
    name, start, end = SPOKEN["interview"]
    sound, plan = finished(shared_media / name, start, end, *target)
    assert integrated_lufs(sound.samples) == pytest.approx(target[0], abs=0.3)
    check_decoded(sound, plan, 160_000)


@pytest.mark.parametrize("bitrate", sliced((64_000, 96_000, 192_000, 320_000), ("64000", "192000"), str))
def test_no_bit_rate_lifts_a_peak_over_the_limit(shared_media, bitrate):
    sound, plan = finished(shared_media / "video/vertical_two_roles_captioned_21s.mp4", 2.0, 9.0)
    check_decoded(sound, plan, bitrate)


def test_what_is_decoded_is_mended_only_where_it_must_be(shared_media):
    sound, plan = finished(shared_media / "speech/two_cities.flac", 0.0, 6.0, target=-23.0)
    straight = encode_sound(sound.samples, AAC, 160_000)
    assert list(encode_fitted(sound, AAC, 160_000, plan.peak_limit_dbtp)) == list(straight)
    assert list(encode_fitted(sound, PCM, 0, -30.0)) == list(encode_sound(sound.samples, PCM, 0))


def test_silence_and_what_is_too_short_are_left_as_they_are(tmp_path):
    path = write_media(tmp_path / "quiet.wav", None, [], np.zeros(RATE_HZ * 2, np.float32))
    sound, plan = finished(path, 0.0, 2.0)
    assert sound.lufs is None and not sound.samples[:].any() and plan.gain_db == 0.0
    heard = heard_levels(encode_fitted(sound, AAC, 128_000, -1.0))
    assert heard.lufs() is None
    brief = write_media(tmp_path / "brief.wav", None, [], (0.1 * swelling(1.0)).astype(np.float32))
    sound, plan = finished(brief, 0.1, 0.4)
    assert sound.lufs is None and plan.measured_lufs is None and plan.gain_db == 0.0
    said = measure_clip(brief, probe(brief), Cut(ranges=(TimeSpan(start=0.1, end=0.4),)), 0.01, False)
    assert [choice.reason for choice in said.choices] == ["The clip is too short to have a loudness."]


def test_what_the_limiter_cannot_do_is_said(tmp_path):
    samples = 0.0005 * random()
    samples[:: RATE_HZ // 2] = 0.9
    path = write_media(tmp_path / "knocks.wav", None, [], samples.astype(np.float32))
    sound, _ = finished(path, 0.0, SECONDS)
    assert sound.lufs < -14.5 and peak_db(sound.samples[:]) <= -1.0
    assert [choice.subject for choice in sound.choices] == ["loudness"] and sound.choices[0].degraded


def test_what_the_user_wants_on_top_is_heard(tmp_path):
    path = write_media(tmp_path / "top.wav", None, [], (0.05 * swelling()).astype(np.float32))
    facts, cut = probe(path), [(0.0, SECONDS)]
    lufs = measure_clip(path, facts, make_composition(path, cut).cut, 0.01, False).lufs
    plan = AudioPlan(measured_lufs=lufs, gain_db=gain_to(-14.0, lufs) - 6.0)
    assert make_sound(make_composition(path, cut, audio=plan), facts).lufs == pytest.approx(-20, abs=0.1)


def test_only_what_remains_is_measured(tmp_path):
    samples = 0.05 * swelling()
    samples[round(1.5 * RATE_HZ) : round(3.5 * RATE_HZ)] *= 15
    path = write_media(tmp_path / "cut.wav", None, [], samples.astype(np.float32))
    cut = Cut(ranges=(TimeSpan(start=0, end=1.5), TimeSpan(start=3.5, end=5)))
    measured = measure_clip(path, probe(path), cut, 0.01, False).lufs
    alone = read_audio(path, probe(path), TimeSpan(start=0, end=1.5), RATE_HZ, 2)
    assert measured == pytest.approx(integrated_lufs(alone), abs=0.3)


def test_noise_is_reduced_before_it_is_measured(shared_media):
    path = shared_media / "video/one_speaker_noisy_room_9s_720p.mp4"
    cut = Cut(ranges=(TimeSpan(start=0, end=8),))
    with_noise, without = (measure_clip(path, probe(path), cut, 0.01, reduces) for reduces in (False, True))
    assert with_noise.noise_floor_dbfs is None and -60 < without.noise_floor_dbfs < -15
    assert without.lufs < with_noise.lufs
    assert [choice.chosen for choice in without.choices] == ["reduced"]
    plan = AudioPlan(
        measured_lufs=without.lufs, gain_db=-14 - without.lufs, noise_floor_dbfs=without.noise_floor_dbfs
    )
    sound = make_sound(make_composition(path, [(0.0, 8.0)], audio=plan), probe(path))
    assert integrated_lufs(sound.samples) == pytest.approx(-14, abs=0.2)


@examples(few=15, many=1000)
@given(seed=st.integers(0, 10_000), gain_db=st.floats(-10, 30), ceiling=st.floats(-6, -0.5))
def test_levels_foresee_what_the_limiter_does(seed, gain_db, ceiling):
    rng = np.random.default_rng(seed)
    envelope = np.repeat(rng.random(40), 2400)[:, None]
    samples = (rng.standard_normal((96_000, 2)) * envelope * 0.1).astype(np.float32)
    levels = measure_levels(samples)
    whole = np.float32(10 ** (gain_db / 20))
    gains = limiter_gains(levels.peaks * whole, ceiling)
    apply_gains(samples, gains, gain_db)
    foreseen = levels.lufs(gains * whole)
    assert integrated_lufs(samples) == pytest.approx(foreseen, abs=0.15)
    assert 20 * np.log10(true_peaks(samples).max()) <= ceiling


@examples(few=10, many=500)
@given(pieces=st.lists(st.integers(0, 700_000), min_size=1, max_size=4))
def test_a_sound_in_pieces_has_the_levels_of_the_whole(pieces):
    samples = np.random.default_rng(7).standard_normal((sum(pieces), 2)).astype(np.float32)
    whole, meter, position = measure_levels(samples), LevelMeter(2), 0
    for count in pieces:
        meter.add(samples[position : position + count])
        position += count
    levels = meter.finish()
    assert np.allclose(levels.peaks, whole.peaks, atol=1e-6)
    assert np.allclose(levels.energies, whole.energies, rtol=1e-4, atol=1e-9)


def test_memory_does_not_hold_the_sound(tmp_path):
    seconds = 90.0
    path = write_media(tmp_path / "long.wav", None, [], (0.3 * random(seconds)).astype(np.float32))
    composition = make_composition(
        path, [(0.0, 40.0), (45.0, 88.0)], audio=AudioPlan(measured_lufs=-10, gain_db=0.0)
    )
    facts = probe(path)
    make_sound(make_composition(path, [(0.0, 1.0)]), facts)
    tracemalloc.start()
    sound = make_sound(composition, facts)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # The samples alone are 32 MB; what is left are pieces, and levels of 24 kB a second.
    assert most < 45_000_000
    assert len(sound.samples) == round(83.0 * RATE_HZ)
