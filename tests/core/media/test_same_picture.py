"""A thumbnail, an analysed picture and a rendered one of the same second are the same picture, and upright."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.decode import frame_at, sample_frames
from core.media.planes import PictureScaler
from core.media.probe import probe
from core.media.reader import FrameReader
from core.schema.source import MediaFacts
from core.schema.time import TimeSpan
from tests.core.media.colour_media import (
    as_hdr,
    chart,
    delta_e,
    frame_of,
    hlg_codes,
    pq_codes,
    read_patches,
    write,
)

SIZE = (240, 160)
RATE = Fraction(25)
COUNT = 40
AT = 0.8


def three_looks(path: Path, at: float, facts: MediaFacts | None = None) -> list[NDArray[np.uint8]]:
    """Return (height, width, 3) RGB of a second: as a thumbnail, as analysis has it, as the renderer has it."""
    facts = facts or probe(path)
    sampled = next(iter(sample_frames(path, facts, [TimeSpan(start=at, end=at + 0.04)], 25.0, 4000)))
    with FrameReader(path, facts) as reader:
        rendered = PictureScaler().to_rgb(reader.picture_at(at))
    return [frame_at(path, facts, at), sampled.pixels, rendered]


def assert_same(looks: list[NDArray[np.uint8]], mean: float = 1.5) -> None:
    first = looks[0].astype(int)
    for other in looks[1:]:
        assert other.shape == first.shape
        assert np.abs(first - other).mean() < mean


def moving(index: int, size: tuple[int, int] = SIZE) -> NDArray[np.float64]:
    """Return the chart with a soft bright bar that goes from left to right, codes from 0 to 1."""
    codes = chart(*size) / 255 * 0.8
    across = np.arange(size[0])
    bar = np.exp(-(((across - 20 - 4 * index) / 6.0) ** 2)) * 0.2
    mixed: NDArray[np.float64] = codes + bar[None, :, None]
    return mixed


def progressive() -> list[NDArray[np.float64]]:
    return [moving(index) for index in range(COUNT)]


def woven() -> Iterator[NDArray[np.float64]]:
    """Yield pictures whose odd rows are half a frame later."""
    for index in range(COUNT):
        picture, later = moving(2 * index), moving(2 * index + 1)
        picture[1::2] = later[1::2]
        yield picture


def make(path: Path, kind: str) -> Path:
    """Write one of `KINDS`."""
    if kind == "plain":
        return write(path, [frame_of(codes, "yuv420p") for codes in progressive()])
    if kind == "sd, untagged":
        return write(path, [frame_of(codes, "yuv420p", 6) for codes in progressive()], tags=(2, 2, 2))
    if kind == "hd, untagged":
        frames = [frame_of(moving(20, (1280, 568)), "yuv420p", 1)] * COUNT
        return write(path, frames, tags=(2, 2, 2))
    if kind == "full range, 4:4:4":
        return write(
            path, [frame_of(codes, "yuv444p", 6, True) for codes in progressive()], tags=(6, 6, 6), is_full=True
        )
    if kind == "anamorphic":

        def widen(stream: av.VideoStream) -> None:
            stream.codec_context.sample_aspect_ratio = Fraction(4, 3)

        return write(path, [frame_of(codes, "yuv420p") for codes in progressive()], prepare=widen)
    if kind == "interlaced":
        options = {"crf": "4", "x264-params": "tff=1", "flags": "+ildct+ilme"}
        return write(path, [frame_of(codes, "yuv420p") for codes in woven()], options=options)
    encode = pq_codes if kind == "pq" else hlg_codes
    frames = [frame_of(as_hdr(codes * 255, encode), "yuv420p10le", 9) for codes in progressive()]
    return write(path, frames, tags=(9, 16 if kind == "pq" else 18, 9))


KINDS = ("plain", "sd, untagged", "hd, untagged", "full range, 4:4:4", "anamorphic", "interlaced", "pq", "hlg")


@pytest.mark.parametrize("kind", KINDS)
def test_every_reader_shows_the_same(tmp_path: Path, kind: str) -> None:
    path = make(tmp_path / "source.mp4", kind)
    looks = three_looks(path, AT)
    assert_same(looks)
    if kind in ("plain", "sd, untagged", "hd, untagged", "full range, 4:4:4", "pq", "hlg"):
        meant = read_patches((moving(round(AT * 25), looks[0].shape[1::-1]) * 255).astype(np.uint8))
        assert delta_e(read_patches(looks[0]), meant).max() < 4.0


def test_every_reader_weaves_no_fields(tmp_path: Path) -> None:
    path = make(tmp_path / "source.mp4", "interlaced")
    facts = probe(path)
    for pixels in three_looks(path, AT, facts):
        rows = pixels[45:75].astype(int)
        assert np.abs(2 * rows[1:-1] - rows[:-2] - rows[2:]).mean() < 1.5
    woven_rows = (list(woven())[20] * 255)[45:75]
    assert np.abs(2 * woven_rows[1:-1] - woven_rows[:-2] - woven_rows[2:]).mean() > 2.5


ORIENTATIONS = [(degrees, is_flipped) for degrees in (0, 90, 180, -90) for is_flipped in (False, True)]


@pytest.mark.parametrize(("degrees", "is_flipped"), ORIENTATIONS)
def test_turned_and_mirrored_as_ffmpeg_does(tmp_path: Path, degrees: int, is_flipped: bool) -> None:
    """All eight orientations that a display matrix can tell, against what FFmpeg's own player chain shows."""
    ffmpeg = pytest.importorskip("imageio_ffmpeg").get_ffmpeg_exe()

    def turn(stream: av.VideoStream) -> None:
        stream.set_display_rotation(degrees, hflip=is_flipped)

    path = write(tmp_path / "turned.mp4", [frame_of(codes, "yuv420p") for codes in progressive()], prepare=turn)
    looks = three_looks(path, AT)
    assert_same(looks)
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-frames:v", "1", "-"]
    shown = subprocess.run(
        [ffmpeg, "-v", "error", "-ss", str(AT), "-i", str(path), *raw], capture_output=True, check=True
    ).stdout
    expected = np.frombuffer(shown, np.uint8).reshape(looks[0].shape)
    assert np.abs(looks[0].astype(int) - expected).mean() < 3.0


@pytest.fixture
def real(shared_media: Path) -> Callable[[str], Path]:
    return lambda name: shared_media / "video" / name


@pytest.mark.parametrize(
    "name",
    [
        "phone_screen_recording_vfr_30s.mp4",
        "rotated_surround_2s_1080p.mp4",
        "stage_and_audience_cuts_10s.mp4",
        "two_spoken_audio_tracks_5s.mp4",
        "av1_hdr_pq_20s.webm",
    ],
)
def test_real_files_look_the_same_to_all(real: Callable[[str], Path], name: str) -> None:
    path = real(name)
    facts = probe(path)
    for at in (0.0, facts.duration * 0.37):
        assert_same(three_looks(path, at, facts), mean=2.0)
