"""Sound at its exact place: joins without seams, keeps offsets, and is as loud as it is said to be."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.signal import fftconvolve

from core.errors import MediaError
from core.media.audio import measure_loudness, read_audio, read_wav
from core.media.probe import probe
from core.schema.time import Cut, TimeSpan
from tests.core.media.conftest import RECIPES, Recipe, noise, tone
from tests.slices import examples

Media = Callable[[str], Path]
Make = Callable[[str, Recipe], Path]
WHOLE = TimeSpan(start=0.0, end=6.0)


def reference(name: str) -> NDArray[np.float32]:
    """Return (n, channels) that the recipe put in."""
    sound = RECIPES[name].sound
    assert sound is not None
    return sound.T


@examples(10, 250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(-0.5, 6.5), st.floats(0.0, 3.0))
def test_lossless_sound_is_exact_to_the_sample(media: Media, start: float, length: float) -> None:
    path = media("one_keyframe.mkv")
    span = TimeSpan(start=start, end=start + length)
    samples = read_audio(path, probe(path), span, 48000, 2)
    assert samples.shape == (round(span.duration * 48000), 2) and samples.dtype == np.float32
    first = round(start * 48000)
    padded = np.pad(reference("one_keyframe.mkv"), ((48000, 400_000), (0, 0)))
    assert np.abs(samples - padded[48000 + first : 48000 + first + len(samples)]).max(initial=0) < 1e-4


def test_sound_starts_when_the_file_says(media: Media) -> None:
    path = media("offset.mkv")
    facts = probe(path)
    samples = read_audio(path, facts, TimeSpan(start=0.0, end=3.5), 44100, 2)
    # Matroska's timestamps are whole milliseconds, so the place may be off by one of them.
    place = round(0.5 * 44100)
    assert np.abs(samples[: place - 45]).max() == 0
    lags = range(-45, 46)
    inside = reference("offset.mkv")[1000:20000]
    errors = [np.abs(samples[place + 1000 + lag : place + 20000 + lag] - inside).max() for lag in lags]
    assert min(errors) < 1e-4


@pytest.mark.parametrize("name", ["talk.mp4", "transport.ts"])
def test_aac_after_a_seek_is_what_it_is_from_the_start(media: Media, name: str) -> None:
    path = media(name)
    facts = probe(path)
    whole = read_audio(path, facts, WHOLE, 44100, 2)
    for start in (0.0, 0.3, 1.5, 3.21, 5.0):
        first = round(start * 44100)
        part = read_audio(path, facts, TimeSpan(start=start, end=start + 0.5), 44100, 2)
        assert np.abs(part - whole[first : first + len(part)]).max() < 1e-3


def test_aac_keeps_its_first_samples_and_its_place(media: Media) -> None:
    path = media("late_picture.mp4")
    samples = read_audio(path, probe(path), TimeSpan(start=0.0, end=3.0), 44100, 2)
    wanted = reference("late_picture.mp4")[: len(samples)]
    for part in (slice(0, 4000), slice(60_000, 64_000)):
        likeness = np.corrcoef(samples[part, 0], wanted[part, 0])[0, 1]
        shifted = np.corrcoef(samples[part, 0], np.roll(wanted[:, 0], 3)[part])[0, 1]
        assert likeness > 0.98 > shifted


@pytest.mark.parametrize("rate", [48000, 16000])
def test_neighbouring_spans_join_without_a_seam(media: Media, rate: int) -> None:
    path = media("offset.mkv")
    facts = probe(path)
    bounds = [0.4, 1.0, 1.01, 1.7, 2.90001, 3.6]
    parts = [read_audio(path, facts, TimeSpan(start=a, end=b), rate, 2) for a, b in itertools.pairwise(bounds)]
    whole = read_audio(path, facts, TimeSpan(start=0.4, end=3.6), rate, 2)
    joined = np.concatenate(parts)
    assert abs(len(joined) - len(whole)) <= 2
    for start, part in zip(bounds, parts, strict=False):
        first = round(start * rate) - round(0.4 * rate)
        assert np.abs(part[: len(whole) - first] - whole[first : first + len(part)]).max() < 1e-3


def test_mono_is_doubled_at_its_level_and_stereo_averaged(media: Media) -> None:
    path = media("speech.wav")
    stereo = read_audio(path, probe(path), TimeSpan(start=0, end=4), 48000, 2)
    assert np.array_equal(stereo[:, 0], stereo[:, 1])
    assert np.abs(stereo[:, 0] - reference("speech.wav")[:, 0]).max() < 1e-4
    film = media("one_keyframe.mkv")
    mono = read_audio(film, probe(film), TimeSpan(start=1, end=2), 48000, 1)
    assert np.abs(mono[:, 0] - reference("one_keyframe.mkv")[48000:96000].mean(axis=1)).max() < 1e-4


def test_surround_is_mixed_down_as_bs_775_says(media: Media) -> None:
    path = media("surround.mkv")
    samples = read_audio(path, probe(path), TimeSpan(start=0.5, end=2.5), 48000, 2)
    spectrum = np.abs(np.fft.rfft(samples, axis=0)) / len(samples) * 2

    def level(hz: int, side: int) -> float:
        return float(spectrum[round(hz * 2.0), side]) / 0.25

    # Channels in order: left 300 Hz, right 400, centre 500, low 600, left surround 700, right surround 800.
    assert [level(300, 0), level(300, 1)] == pytest.approx([1, 0], abs=0.01)
    assert [level(400, 0), level(400, 1)] == pytest.approx([0, 1], abs=0.01)
    assert [level(500, 0), level(500, 1)] == pytest.approx([0.7071, 0.7071], abs=0.01)
    assert [level(700, 0), level(800, 1)] == pytest.approx([0.7071, 0.7071], abs=0.01)
    assert level(600, 0) < 0.01


def test_loudness_of_a_known_tone(make_media: Make) -> None:
    sine = np.stack([tone(8.0, 48000, 0.5)] * 2)
    path = make_media("tone.wav", Recipe(sound=sine, sound_codec="pcm_s16le", sound_hz=48000))
    facts = probe(path)
    loudness = measure_loudness(path, facts, Cut(ranges=(TimeSpan(start=1, end=4), TimeSpan(start=5, end=7.5))))
    # BS.1770: a full-scale 997 Hz sine in one channel reads -3.01 LKFS; this is two channels, each 6.02 dB down.
    assert loudness.lufs == pytest.approx(-6.02, abs=0.1)
    assert loudness.peak_dbtp == pytest.approx(-6.02, abs=0.2)


def test_loudness_of_mono_is_that_of_what_is_exported(make_media: Make) -> None:
    sine = tone(4.0, 48000, 0.5)[None]
    path = make_media("mono_tone.wav", Recipe(sound=sine, sound_codec="pcm_s16le", sound_hz=48000, layout="mono"))
    loudness = measure_loudness(path, probe(path), Cut(ranges=(TimeSpan(start=0, end=4),)))
    assert loudness.lufs == pytest.approx(-6.02, abs=0.1)


def test_silence_has_no_loudness(make_media: Make) -> None:
    path = make_media(
        "silence.wav", Recipe(sound=np.zeros((2, 96000), np.float32), sound_codec="pcm_s16le", sound_hz=48000)
    )
    loudness = measure_loudness(path, probe(path), Cut(ranges=(TimeSpan(start=0, end=2),)))
    assert (loudness.lufs, loudness.peak_dbtp) == (None, None)


def test_no_sound_is_said(media: Media) -> None:
    with pytest.raises(MediaError, match="no sound"):
        read_audio(media("silent.mp4"), probe(media("silent.mp4")), WHOLE, 48000, 2)


def test_read_wav_gives_back_what_was_written(media: Media, tmp_path: Path) -> None:
    samples, rate = read_wav(media("speech.wav"))
    assert rate == 48000
    assert np.abs(samples - reference("speech.wav")[:, 0]).max() < 1e-4
    with pytest.raises(MediaError):
        read_wav(media("talk.mp4"))
    with pytest.raises(MediaError):
        read_wav(tmp_path / "gone.wav")


def write_stamped(path: Path, lateness: Callable[[int], float]) -> NDArray[np.float32]:
    """Write 4 s of mono noise of which frame n is stamped so many seconds late; return its samples, (n,)."""
    samples = noise(4.0, 48000, 1)[0]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_f32le", rate=48000, layout="mono")
        stream.codec_context.time_base = Fraction(1, 48000)
        for number in range(len(samples) // 960):
            part = samples[None, number * 960 : (number + 1) * 960]
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(part), format="flt", layout="mono")
            frame.sample_rate, frame.time_base = 48000, Fraction(1, 48000)
            frame.pts = number * 960 + round(48000 * lateness(number))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return samples


def place_of(part: NDArray[np.float32], samples: NDArray[np.float32]) -> int:
    """Return where a part begins in samples."""
    return int(np.argmax(fftconvolve(samples, part[::-1], "valid")))


@pytest.mark.parametrize("gap", [0.009, 0.015, 0.027, -0.012])
def test_a_small_gap_that_lasts_moves_all_that_follows(tmp_path: Path, gap: float) -> None:
    path = tmp_path / "gap.mkv"
    whole = write_stamped(path, lambda number: gap if number > 3 else 0.0)
    read = read_audio(path, probe(path), TimeSpan(start=0.0, end=3.9), 48000, 1)[:, 0]
    later = place_of(whole[96000:100000], read) / 48000
    assert later == pytest.approx(2.0 + gap, abs=0.0011)


def test_timestamps_that_jitter_or_drift_do_not_tear_the_sound(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    moves = {"jitter": lambda number: chance.uniform(0.0, 0.012), "drift": lambda number: number * 0.0001}
    for name, lateness in moves.items():
        path = tmp_path / f"{name}.mkv"
        whole = write_stamped(path, lateness)
        read = read_audio(path, probe(path), TimeSpan(start=0.0, end=3.9), 48000, 1)[:, 0]
        start = place_of(read[48000:52000], whole)
        assert np.abs(read[48000:96000] - whole[start : start + 48000]).max() < 1e-4
