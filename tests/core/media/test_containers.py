"""Whatever container, codec or edit list a file comes with: pictures and sounds lie where a player has them.

Files are made by FFmpeg's command line; their numbered pictures and unique noise tell how far either was moved.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.media.audio import read_audio
from core.media.probe import probe
from core.media.reader import FrameReader
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from tests.core.media.conftest import noise, read_number

Media = Callable[[str], Path]
RATE_HZ = 44100
FPS = 24

# Name of the file: arguments, and where picture number 0 and the sound's first sample are to be, in seconds.
MADE: dict[str, tuple[list[str], float, float]] = {
    "cut_head.mp4": (["-ss", "1.3", "-i", "{in}", "-c", "copy"], -1.3, -1.3),
    "cut_head.mov": (["-ss", "2.5", "-i", "{in}", "-c", "copy"], -2.5, -2.5),
    "late_picture.mp4": (
        ["-itsoffset", "0.7", "-i", "{in}", "-i", "{in}", "-map", "0:v", "-map", "1:a", "-c", "copy"],
        0.7,
        0.0,
    ),
    "late_sound.mp4": (
        ["-itsoffset", "0.7", "-i", "{in}", "-i", "{in}", "-map", "1:v", "-map", "0:a", "-c", "copy"],
        0.0,
        0.7,
    ),
    "late_start.mkv": (["-i", "{in}", "-c", "copy", "-output_ts_offset", "5"], 0.0, 0.0),
    "flash.flv": (["-i", "{in}", "-c", "copy"], 0.0, 0.0),
    "disc.m2ts": (["-i", "{in}", "-c", "copy", "-f", "mpegts", "-mpegts_m2ts_mode", "1"], 0.0, 0.0),
    "wrapping.ts": (["-i", "{in}", "-c", "copy", "-output_ts_offset", "95440", "-f", "mpegts"], 0.0, 0.0),
    "windows.wmv": (["-i", "{in}", "-c:v", "wmv2", "-b:v", "1M", "-c:a", "wmav2"], 0.0, 0.0),
    "phone.3gp": (["-i", "{in}", "-c:v", "mpeg4", "-q:v", "3", "-c:a", "aac"], 0.0, 0.0),
    "old.avi": (["-i", "{in}", "-c:v", "mpeg4", "-q:v", "3", "-c:a", "pcm_s16le"], 0.0, 0.0),
    "stills.avi": (["-i", "{in}", "-c:v", "mjpeg", "-q:v", "3", "-c:a", "pcm_s16le"], 0.0, 0.0),
    "theora.ogv": (["-i", "{in}", "-c:v", "libtheora", "-q:v", "7", "-c:a", "libvorbis"], 0.0, 0.0),
    "vp8.webm": (["-i", "{in}", "-c:v", "libvpx", "-b:v", "1M", "-cpu-used", "16", "-c:a", "libopus"], 0.0, 0.0),
    "studio.mov": (["-i", "{in}", "-c:v", "prores_ks", "-c:a", "pcm_s16le"], 0.0, 0.0),
    "tape.mxf": (
        ["-i", "{in}", "-c:v", "mpeg2video", "-b:v", "3M", "-r", "24", "-c:a", "pcm_s16le", "-ar", "48000"],
        0.0,
        0.0,
    ),
    "dvd.mpg": (["-i", "{in}", "-c:v", "mpeg2video", "-b:v", "3M", "-r", "24", "-c:a", "mp2"], 0.0, 0.0),
    "odd.mkv": (
        ["-i", "{in}", "-vf", "format=yuv444p,crop=191:107", "-c:v", "libx264", "-c:a", "copy"],
        0.0,
        0.0,
    ),
}


@pytest.fixture(scope="module")
def made(media: Media, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()
    folder = tmp_path_factory.mktemp("containers")

    def make_file(name: str, arguments: list[str] | None = None) -> Path:
        path = folder / name
        filled = [part.format(**{"in": media("talk.mp4")}) for part in arguments or MADE[name][0]]
        subprocess.run([ffmpeg, "-y", "-v", "error", *filled, path], check=True)
        return path

    return make_file


def picture_shift(path: Path, facts: MediaFacts) -> float:
    """Return where picture 0 is, or would be, in source seconds, from seeks in no order and their pictures."""
    shifts = []
    with FrameReader(path, facts) as reader:
        for at in (3.3, 1.7, min(facts.duration, 5.9) - 0.3, 0.9, 2.6):
            number = read_number(reader.picture_at(at).frame.to_ndarray(format="rgb24"))
            shifts.append((at - (number + 1) / FPS, at - number / FPS))
    # Each picture bounds the shift to the frame in which it is shown; together they must agree.
    low, high = max(low for low, _ in shifts), min(high for _, high in shifts)
    assert low <= high + 0.003, shifts
    return (low + high) / 2


def sound_shift(path: Path, facts: MediaFacts) -> float:
    """Return where the first sample of the noise is, or would be, in source seconds."""
    heard = read_audio(path, facts, TimeSpan(start=0.0, end=facts.duration), RATE_HZ, 1)[:, 0]
    known = noise(6.0).mean(axis=0)
    size = len(heard) + len(known)
    match = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(known, size)), size)
    best = int(np.argmax(match))
    return (best if best < len(heard) else best - size) / RATE_HZ


@pytest.mark.parametrize("name", MADE)
def test_pictures_and_sound_lie_where_a_player_has_them(made: Callable[[str], Path], name: str) -> None:
    path = made(name)
    facts = probe(path)
    assert facts.video is not None and facts.audio is not None
    assert facts.video.fps == pytest.approx(FPS, rel=1e-3)
    assert facts.findings == ()
    _, picture, sound = MADE[name]
    seen, heard = picture_shift(path, facts), sound_shift(path, facts)
    # An edit that begins inside a picture is moved to the next one by FFmpeg's reader, in players that use it too.
    assert seen - heard == pytest.approx(picture - sound, abs=(0.9 if name.startswith("cut") else 0.5) / FPS)
    assert min(seen - picture, heard - sound) == pytest.approx(0.0, abs=1.5 / FPS)


def test_odd_sizes_keep_their_last_row_and_column(made: Callable[[str], Path]) -> None:
    video = probe(made("odd.mkv")).video
    assert video is not None and (video.width, video.height) == (191, 107)


def test_a_commentary_is_not_heard_where_there_is_the_film(made: Callable[[str], Path]) -> None:
    both = ["-i", "{in}", "-i", "{in}", "-map", "0:v", "-map", "0:a", "-map", "1:a", "-c", "copy"]
    by_mark = [*both, "-disposition:a:0", "default+comment", "-disposition:a:1", "0"]
    by_name = [*both, "-metadata:s:a:0", "title=Director's Commentary"]
    for name, arguments in (("mark.mkv", by_mark), ("name.mkv", by_name)):
        facts = probe(made(name, arguments))
        assert facts.audio is not None
        assert facts.audio.index == facts.audio_streams[1].index


def test_one_picture_held_for_the_whole_sound_is_a_still(made: Callable[[str], Path]) -> None:
    cover = made("held.png", ["-i", "{in}", "-frames:v", "1"])
    one = ["-i", str(cover), "-i", "{in}", "-map", "0:v", "-map", "1:a", "-c:v", "libx264", "-c:a", "copy"]
    for name in ("one.mp4", "one.mkv"):
        path = made(name, one)
        facts = probe(path)
        assert facts.video is not None and facts.video.is_still
        assert facts.duration == pytest.approx(6.0, abs=0.1)
        with FrameReader(path, facts) as reader:
            assert read_number(reader.picture_at(5.0).frame.to_ndarray(format="rgb24")) == 0


def test_a_picture_in_a_video_file_is_not_its_video(made: Callable[[str], Path], tmp_path: Path) -> None:
    cover = made("cover.png", ["-i", "{in}", "-frames:v", "1"])
    path = made(
        "covered.mp4",
        [
            "-i",
            "{in}",
            "-i",
            str(cover),
            "-map",
            "0",
            "-map",
            "1",
            "-c",
            "copy",
            "-disposition:v:1",
            "attached_pic",
        ],
    )
    video = probe(path).video
    assert video is not None and video.index == 0 and not video.is_still
