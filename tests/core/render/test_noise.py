"""Noise reduction: noise goes down, speech stays, nothing moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.audio import read_audio
from core.media.probe import probe
from core.render import noise
from core.render.noise import INAUDIBLE_DBFS, noise_floor, reduce_noise
from core.schema.time import TimeSpan
from tests.slices import examples, sliced

RATE_HZ = 48_000


def spoken(shared_media, name="speech/jfk.flac", seconds=6.0):
    path = shared_media / name
    return read_audio(path, probe(path), TimeSpan(start=0, end=seconds), RATE_HZ, 2)


def noise_like(count, colour, seed=1):
    """Return (n, 2) of RMS 1: white, pink, or the hum of a motor."""
    rng = np.random.default_rng(seed)
    if colour == "hum":
        at = np.arange(count)[:, None] / RATE_HZ
        hum = sum(np.sin(2 * np.pi * 50 * number * at) / number for number in range(1, 12))
        made = hum + 0.1 * rng.standard_normal((count, 2))
    else:
        spectrum = np.fft.rfft(rng.standard_normal((count, 2)), axis=0)
        if colour == "pink":
            spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))[:, None]
        made = np.fft.irfft(spectrum, count, axis=0)
    return made / np.sqrt(np.mean(made**2))


def reduced(samples):
    copy = samples.copy()
    reduce_noise(copy)
    return copy


def amplitudes(samples):
    """Return (bins, frames): what is heard below 8 kHz."""
    from scipy.signal import stft

    return np.abs(stft(samples.mean(axis=1), RATE_HZ, nperseg=1024)[2][:171])


def likeness_db(clean, other):
    """Return the segmental signal-to-noise ratio of spectra while somebody speaks."""
    wanted, heard = amplitudes(clean), amplitudes(other)
    power = (wanted**2).sum(axis=0)
    error = ((wanted - heard) ** 2).sum(axis=0)
    speaks = power > power.max() * 10**-4
    return float(np.mean(np.clip(10 * np.log10((power + 1e-12) / (error + 1e-12)), -10, 35)[speaks]))


NOISES = [(colour, *levels) for levels in ((20, 0.5), (10, 4.0), (3, 5.0)) for colour in ("white", "pink", "hum")]
QUICK = ("hum at 20 dB", "white at 10 dB", "pink at 3 dB")


@pytest.mark.parametrize("noisy", sliced(NOISES, QUICK, lambda each: f"{each[0]} at {each[1]} dB"))
def test_noise_goes_and_speech_stays(shared_media, noisy):
    colour, snr_db, gained_db = noisy
    clean = spoken(shared_media)
    level = np.sqrt(np.mean(clean**2)) * 10 ** (-snr_db / 20)
    noisy = (clean + level * noise_like(len(clean), colour)).astype(np.float32)
    made = reduced(noisy)
    assert made.shape == noisy.shape and np.isfinite(made).all()
    assert likeness_db(clean, made) > likeness_db(clean, noisy) + gained_db
    quiet = (amplitudes(clean) ** 2).sum(axis=0)
    is_pause = quiet < quiet.max() * 10**-5
    left = np.mean(amplitudes(made)[:, is_pause] ** 2) / np.mean(amplitudes(noisy)[:, is_pause] ** 2)
    assert -16 < 10 * np.log10(left) < -8


def test_nothing_moves(shared_media):
    clean = spoken(shared_media)
    made = reduced((clean + 0.01 * noise_like(len(clean), "pink")).astype(np.float32))
    spectrum = np.fft.rfft(clean[:, 0], 2 * len(clean)) * np.conj(np.fft.rfft(made[:, 0], 2 * len(clean)))
    assert np.argmax(np.fft.irfft(spectrum)) == 0


def test_clean_speech_is_hardly_changed(shared_media):
    clean = spoken(shared_media, "speech/sense_and_sensibility.flac")
    made = reduced(clean)
    assert likeness_db(clean, made) > 18
    assert 10 * np.log10(np.mean(made**2) / np.mean(clean**2)) == pytest.approx(0, abs=0.3)


def test_a_real_room_gets_quieter(shared_media):
    noisy = spoken(shared_media, "video/one_speaker_noisy_room_9s_720p.mp4", 8.5)
    made = reduced(noisy)
    before, after = noise_floor(noisy), noise_floor(made)
    assert after < before - 4
    loud = np.sqrt(np.mean(noisy**2, axis=1)) > 0.1
    assert 10 * np.log10(np.mean(made[loud] ** 2) / np.mean(noisy[loud] ** 2)) > -1.5


def test_sides_keep_their_balance(shared_media):
    clean = spoken(shared_media) * np.float32([1.0, 0.25])
    made = reduced((clean + 0.005 * noise_like(len(clean), "white")).astype(np.float32))
    left, right = np.sqrt(np.mean(made**2, axis=0))
    assert right / left == pytest.approx(0.25, abs=0.02)


@examples(10, 200, deadline=None)
@given(count=st.integers(0, 30_000), channels=st.integers(1, 2), level=st.sampled_from([0.0, 1e-4, 0.1, 4.0]))
def test_any_length_stays_as_long_and_gets_no_louder(count, channels, level):
    samples = (np.random.default_rng(count).standard_normal((count, channels)) * level).astype(np.float32)
    made = reduced(samples)
    assert made.shape == samples.shape and np.isfinite(made).all()
    assert np.sum(made**2) <= np.sum(samples**2) * 1.05 + 1e-9


def test_batches_leave_no_seams(monkeypatch):
    samples = (0.1 * noise_like(6 * RATE_HZ, "pink")).astype(np.float32)
    samples[RATE_HZ::9000] += 0.5
    whole = reduced(samples)
    known = noise._noise_powers(samples)
    monkeypatch.setattr(noise, "_noise_powers", lambda _: known)
    monkeypatch.setattr(noise, "BATCH_FRAMES", 7)
    assert np.abs(reduced(samples) - whole).max() < 1e-5


def test_the_floor_is_that_of_pauses():
    samples = (0.001 * noise_like(5 * RATE_HZ, "white")).astype(np.float32)
    samples[RATE_HZ : 4 * RATE_HZ] *= 200
    assert noise_floor(samples) == pytest.approx(-60, abs=0.5)
    assert noise_floor(np.zeros((RATE_HZ, 2), np.float32)) is None
    assert noise_floor(samples[:100]) is None
    assert noise_floor(samples * 0.05) is None and INAUDIBLE_DBFS == -80
