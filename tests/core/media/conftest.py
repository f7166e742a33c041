"""Small real media, made by PyAV once a session: every picture carries its number, every sound its own sample."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

BITS = 12
WIDTH, HEIGHT = 192, 108


def numbered_picture(number: int, width: int = WIDTH, height: int = HEIGHT) -> NDArray[np.uint8]:
    """Return RGB whose upper half shows the number in bars, most significant bit at the left; green below."""
    picture = np.zeros((height, width, 3), np.uint8)
    for bit in range(BITS):
        if number >> (BITS - 1 - bit) & 1:
            picture[: height // 2, bit * width // BITS : (bit + 1) * width // BITS] = 255
    picture[height // 2 :, :, 1] = 120
    return picture


def read_number(pixels: NDArray[np.uint8]) -> int:
    """Return the number that an upright picture shows."""
    height, width = pixels.shape[:2]
    number = 0
    for bit in range(BITS):
        left, right = bit * width / BITS, (bit + 1) * width / BITS
        middle = pixels[
            height // 8 : height * 3 // 8, round(left * 0.6 + right * 0.4) : round(left * 0.4 + right * 0.6)
        ]
        number = number * 2 + int(middle.mean() > 127)
    return number


@dataclass(frozen=True)
class Recipe:
    """What to make. `seconds` are the frames' timestamps; `sound` is (channels, n) float32 in [-1, 1]."""

    seconds: Sequence[float] = ()
    codec: str = "libx264"
    gop: int = 48
    b_frames: int = 2
    rotation: int = 0
    sample_aspect_ratio: Fraction | None = None
    sound: NDArray[np.float32] | None = None
    sound_codec: str = "aac"
    sound_hz: int = 44100
    layout: str = "stereo"
    sound_delay: float = 0.0
    options: tuple[tuple[str, str], ...] = ()
    encoder: tuple[tuple[str, str], ...] = ()
    pixel_format: str = "yuv420p"


def make(path: Path, recipe: Recipe) -> Path:
    """Write a media file."""
    with av.open(str(path), "w", options=dict(recipe.options)) as container:
        video = _video_stream(container, recipe) if recipe.seconds else None
        sound = None
        if recipe.sound is not None:
            sound = container.add_stream(recipe.sound_codec, rate=recipe.sound_hz, layout=recipe.layout)
        if video is not None:
            _add_video(container, video, recipe)
        if sound is not None:
            _add_sound(container, sound, recipe)
    return path


def _video_stream(container: av.container.OutputContainer, recipe: Recipe) -> av.VideoStream:
    stream = container.add_stream(recipe.codec, rate=24)
    stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, recipe.pixel_format
    if recipe.rotation:
        stream.set_display_rotation(recipe.rotation)
    if recipe.sample_aspect_ratio:
        stream.codec_context.sample_aspect_ratio = recipe.sample_aspect_ratio
    stream.codec_context.time_base = Fraction(1, 24000)
    if recipe.encoder:
        # MPEG-2 knows no finer clock.
        stream.codec_context.time_base = Fraction(1, 24)
    else:
        stream.codec_context.gop_size = recipe.gop
        stream.codec_context.max_b_frames = recipe.b_frames
    if recipe.codec == "libx264":
        stream.options = {"crf": "20", "preset": "veryfast", "x264-params": "scenecut=0"}
    if recipe.encoder:
        stream.options = dict(recipe.encoder)
    return stream


def _add_video(container: av.container.OutputContainer, stream: av.VideoStream, recipe: Recipe) -> None:
    for number, second in enumerate(recipe.seconds):
        pixels = np.rot90(numbered_picture(number), -recipe.rotation // 90)
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pixels), format="rgb24")
        frame = frame.reformat(WIDTH, HEIGHT, recipe.pixel_format)
        frame.pts, frame.time_base = round(second * 24000), Fraction(1, 24000)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _add_sound(container: av.container.OutputContainer, stream: av.AudioStream, recipe: Recipe) -> None:
    if recipe.sound_codec == "aac":
        stream.bit_rate = 192_000
    resampler = av.AudioResampler(stream.codec_context.format, recipe.layout, recipe.sound_hz)
    assert recipe.sound is not None
    delay = round(recipe.sound_delay * recipe.sound_hz)
    size = stream.codec_context.frame_size or 1024
    for start in range(0, recipe.sound.shape[1], size):
        part = np.ascontiguousarray(recipe.sound[:, start : start + size])
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout=recipe.layout)
        frame.sample_rate, frame.pts = recipe.sound_hz, start + delay
        frame.time_base = Fraction(1, recipe.sound_hz)
        for converted in resampler.resample(frame):
            container.mux(stream.encode(converted))
    container.mux(stream.encode(None))


def even(count: int, fps: float = 24.0) -> list[float]:
    """Return the timestamps of a constant frame rate."""
    return [number / fps for number in range(count)]


def black_png(side: int) -> bytes:
    """Return a square PNG of one bit a pixel: a few kilobytes, whatever its size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + side // 8)) for _ in range(side)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def noise(seconds: float, rate_hz: int = 44100, channels: int = 2, level: float = 0.3) -> NDArray[np.float32]:
    """Return (channels, n) smooth noise: every stretch of it is unique, and it survives a change of rate."""
    rng = np.random.default_rng(7)
    white = rng.standard_normal((channels, round(seconds * rate_hz) + 64))
    kernel = np.hanning(34)[1:-1] / np.hanning(34).sum()
    smooth = np.stack([np.convolve(row, kernel, "same") for row in white])[:, 32:-32]
    return (smooth * level / np.abs(smooth).max()).astype(np.float32)


def tone(seconds: float, rate_hz: int, level: float, hz: float = 997.0) -> NDArray[np.float32]:
    """Return (n,) a sine."""
    at = np.arange(round(seconds * rate_hz)) / rate_hz
    return (level * np.sin(2 * np.pi * hz * at)).astype(np.float32)


@pytest.fixture(scope="session")
def make_media(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Recipe], Path]:
    """Return a function that makes a file once a session, by its name."""
    folder = tmp_path_factory.mktemp("media")
    made: dict[str, Path] = {}

    def made_once(name: str, recipe: Recipe) -> Path:
        if name not in made:
            made[name] = make(folder / name, recipe)
        return made[name]

    return made_once


VFR_SECONDS = [0.0, 0.04, 0.09, 0.1, 0.3, 1.0, 1.02, 1.04, 1.4, 1.41, 1.42, 1.6, 2.2, 2.25, 2.3, 2.8, 2.81, 3.0]
RECIPES = {
    "talk.mp4": Recipe(seconds=even(144), sound=noise(6.0)),
    "one_keyframe.mkv": Recipe(
        seconds=even(144), gop=1000, sound=noise(6.0, 48000), sound_codec="flac", sound_hz=48000
    ),
    "variable.mp4": Recipe(seconds=VFR_SECONDS * 1, gop=8, b_frames=0),
    "offset.mkv": Recipe(
        seconds=[2.0 + second for second in even(72)], sound=noise(3.0), sound_codec="flac", sound_delay=2.5
    ),
    "late_picture.mp4": Recipe(seconds=[1.0 + second for second in even(72)], sound=noise(4.0)),
    "transport.ts": Recipe(seconds=even(240), gop=96, sound=noise(10.0)),
    "turned.mp4": Recipe(seconds=even(24), rotation=90),
    "wide_pixels.mp4": Recipe(seconds=even(24), sample_aspect_ratio=Fraction(4, 3)),
    "silent.mp4": Recipe(seconds=even(48)),
    "speech.wav": Recipe(sound=noise(4.0, 48000, 1), sound_codec="pcm_s16le", sound_hz=48000, layout="mono"),
    "surround.mkv": Recipe(
        sound=np.stack([tone(3.0, 48000, 0.25, 300.0 + 100 * channel) for channel in range(6)]),
        sound_codec="flac",
        sound_hz=48000,
        layout="5.1",
    ),
    "live.mkv": Recipe(seconds=even(96), sound=noise(4.0), sound_codec="flac", options=(("live", "1"),)),
}


@pytest.fixture(scope="session")
def media(make_media: Callable[[str, Recipe], Path]) -> Callable[[str], Path]:
    """Return a function that gives a file of `RECIPES` by its name."""
    return lambda name: make_media(name, RECIPES[name])
