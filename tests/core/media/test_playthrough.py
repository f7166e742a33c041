"""A file played once: what came out, and what was wrong with it. And the meter that is fed on the way."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest

from core.errors import Cancelled, MediaError
from core.media.audio import measure_loudness
from core.media.meter import LoudnessMeter
from core.media.playthrough import HEARD_HZ, luma_of, play_through
from core.media.probe import probe
from core.schema.time import Cut, TimeSpan


def write_clip(path, seconds=2, rate=25, pixel_format="yuv420p", codec="libx264", sound_hz=48_000, sound="aac"):
    """Write grey pictures that get lighter, and a tone."""
    with av.open(str(path), "w") as container:
        video = container.add_stream(codec, rate=rate)
        video.width, video.height, video.pix_fmt = 64, 48, pixel_format
        audio = container.add_stream(sound, rate=sound_hz)
        audio.codec_context.layout = "stereo"
        for index in range(seconds * rate):
            grey = np.full((48, 64, 3), min(4 * index, 255), np.uint8)
            frame = av.VideoFrame.from_ndarray(grey, format="rgb24").reformat(format=pixel_format)
            frame.pts, frame.time_base = index, Fraction(1, rate)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        tone = 0.25 * np.sin(np.arange(seconds * sound_hz) / sound_hz * 2 * np.pi * 440)
        piece = av.AudioFrame.from_ndarray(
            np.stack([tone, tone]).astype(np.float32), format="fltp", layout="stereo"
        )
        piece.sample_rate = sound_hz
        for frame in av.AudioResampler(audio.codec_context.format, "stereo", sound_hz).resample(piece):
            container.mux(audio.encode(frame))
        container.mux(audio.encode(None))
    return path


class Seen:
    """Keeps what came."""

    def __init__(self):
        self.pictures, self.sound = [], []

    def see(self, at, luma):
        self.pictures.append((at, float(luma.mean())))

    def hear(self, samples):
        self.sound.append(samples)


@pytest.mark.parametrize(
    ("name", "codec", "pixel_format", "sound"),
    [
        ("a.mp4", "libx264", "yuv420p", "aac"),
        ("a.mov", "prores_ks", "yuv422p10le", "pcm_s24le"),
        ("a.mov", "prores_ks", "yuva444p10le", "pcm_s16le"),
    ],
)
def test_every_picture_and_sample_comes_once(tmp_path, name, codec, pixel_format, sound):
    seen = Seen()
    path = write_clip(tmp_path / name, codec=codec, pixel_format=pixel_format, sound=sound)
    played = play_through(path, seen.see, seen.hear)
    assert (
        [at for at, _ in seen.pictures] == [Fraction(index, 25) for index in range(50)] == played.pictures.shown_at
    )
    levels = [level for _, level in seen.pictures]
    assert levels == sorted(levels) and 14 < levels[0] < 20 and 175 < levels[-1] < 195
    samples = np.concatenate(seen.sound)
    assert samples.shape[1] == 2 and samples.dtype == np.float32
    assert 0 <= len(samples) - 2 * HEARD_HZ < 2048
    assert np.abs(samples[4800:90_000]).max() == pytest.approx(0.25, abs=0.01)
    assert played.damaged == 0 and played.sound.start == 0 and played.sound.gaps == 0
    assert played.pictures.declared_count == 50 and not played.pictures.has_open_gop


def test_sound_of_another_rate_is_heard_at_ours(tmp_path):
    seen = Seen()
    played = play_through(write_clip(tmp_path / "a.mp4", sound_hz=44_100), seen.see, seen.hear)
    assert played.sound.rate_hz == 44_100
    assert sum(map(len, seen.sound)) == pytest.approx(2 * HEARD_HZ, abs=2300)


@pytest.mark.parametrize("depth", ["yuv420p", "yuv420p10le", "p010le", "yuv444p12le"])
def test_luma_is_8_bit_whatever_the_depth(depth):
    grey = av.VideoFrame.from_ndarray(np.full((48, 32), 120, np.uint8), format="yuv420p")
    frame = grey.reformat(format=depth)
    assert np.abs(luma_of(frame).astype(int) - 120).max() <= 1


def test_damage_is_counted_and_the_rest_is_played(tmp_path):
    content = bytearray(write_clip(tmp_path / "a.mp4", seconds=4).read_bytes())
    middle = content.index(b"mdat") + 3000
    content[middle : middle + 400] = bytes(400)
    (tmp_path / "b.mp4").write_bytes(content)
    seen = Seen()
    played = play_through(tmp_path / "b.mp4", seen.see, seen.hear)
    assert played.damaged > 0
    assert seen.sound


def test_what_is_no_media_can_not_be_opened(tmp_path):
    (tmp_path / "a.mp4").write_text("words")
    with pytest.raises(MediaError):
        play_through(tmp_path / "a.mp4", Seen().see, Seen().hear)


def test_it_stops_when_told_to(tmp_path):
    def stop(fraction, message):
        if fraction > 0.5:
            raise Cancelled("stopped")

    seen = Seen()
    with pytest.raises(Cancelled):
        play_through(write_clip(tmp_path / "a.mp4"), seen.see, seen.hear, stop)
    assert 0 < len(seen.pictures) < 50


def test_the_meter_reads_as_the_measuring_of_a_file_does(tmp_path):
    path = write_clip(
        tmp_path / "a.mov", seconds=3, codec="prores_ks", pixel_format="yuv422p10le", sound="pcm_s24le"
    )
    meter = LoudnessMeter()
    play_through(path, Seen().see, meter.feed)
    measured = measure_loudness(path, probe(path), Cut(ranges=(TimeSpan(start=0, end=3),)))
    read = meter.finish()
    assert read.lufs == pytest.approx(measured.lufs, abs=0.05)
    assert read.peak_dbtp == pytest.approx(measured.peak_dbtp, abs=0.1)


def test_the_meter_finds_no_loudness_in_silence_or_nothing():
    silent, empty = LoudnessMeter(), LoudnessMeter()
    silent.feed(np.zeros((HEARD_HZ, 2), np.float32))
    assert silent.finish().lufs is None and empty.finish().peak_dbtp is None
