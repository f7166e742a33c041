"""Small real media for rendering: frames that carry their own number, a flash and a beep each second."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from core.schema.audio import AudioPlan
from core.schema.composition import Composition, MediaReference
from core.schema.framing import CropPath, LayoutSpan, Region
from core.schema.preset import EncodePreset
from core.schema.style import Style
from core.schema.time import Cut, TimeSpan

BITS = 12
SIZE = (480, 270)
RATE_HZ = 48_000


@dataclass
class Counted:
    """A source whose frame n shows n as black and white blocks, with a flash and a beep at each whole second."""

    path: Path
    times: list[float]
    size: tuple[int, int] = SIZE
    fps: Fraction = Fraction(30)

    def frame_at(self, at: float) -> int:
        """Return the number of the frame shown at a source second."""
        shown = [index for index, second in enumerate(self.times) if second <= at + 1e-6]
        return shown[-1] if shown else 0


@dataclass
class Played:
    """A finished file as a player sees it."""

    pictures: list[NDArray[np.uint8]]
    seconds: list[float]
    samples: NDArray[np.float32]
    sound_start: float
    duration: float
    tags: tuple[int, int, int] = field(default=(0, 0, 0))

    @property
    def numbers(self) -> list[int]:
        """The counters read off the pictures."""
        return [read_number(picture) for picture in self.pictures]


def counter_picture(number: int, is_flash: bool, size: tuple[int, int]) -> NDArray[np.uint8]:
    """Return (height, width, 3) RGB: a row of blocks, below it grey, or white in a flash."""
    width, height = size
    picture = np.full((height, width, 3), 90, np.uint8)
    block, row = width // BITS, height // 4
    for bit in range(BITS):
        picture[:row, bit * block : (bit + 1) * block] = 235 if number >> bit & 1 else 20
    if is_flash:
        picture[height // 2 :] = 250
    return picture


def read_number(picture: NDArray[np.uint8]) -> int:
    """Read the counter of a full-width picture of any size."""
    height, width = picture.shape[:2]
    luma = picture.mean(axis=2)
    row = luma[height // 16 : height * 3 // 16]
    block = width / BITS
    middles = [row[:, round((bit + 0.3) * block) : round((bit + 0.7) * block)].mean() for bit in range(BITS)]
    return sum(1 << bit for bit, value in enumerate(middles) if value > 128)


def is_flash(picture: NDArray[np.uint8]) -> bool:
    """Whether the lower half is white."""
    return bool(picture[picture.shape[0] * 5 // 8 : picture.shape[0] * 7 // 8].mean() > 170)


def beeps(seconds: float) -> NDArray[np.float32]:
    """Return (n,) 48 kHz: 30 ms of 1 kHz from each whole second on, silence between."""
    at = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return np.where(at % 1.0 < 0.03, 0.5 * np.sin(2 * np.pi * 1000 * at), 0.0).astype(np.float32)


def write_media(
    path: Path,
    pictures: Iterator[NDArray[np.uint8]] | None,
    times: Sequence[float],
    samples: NDArray[np.float32] | None,
    size: tuple[int, int] = SIZE,
    rate: Fraction = Fraction(30),
    pixel_format: str = "yuv420p",
    matrix: int = 1,
    full_range: bool = False,
    sample_aspect_ratio: Fraction | None = None,
    options: dict[str, str] | None = None,
    audio_start: float = 0.0,
) -> Path:
    """Write real media with PyAV; `times` are the seconds of the frames, in 1/90000."""
    with av.open(str(path), "w") as container:
        video = sound = None
        if pictures is not None:
            video = container.add_stream(
                "libx264", rate=rate, options={"crf": "4", "preset": "ultrafast", **(options or {})}
            )
            context = video.codec_context
            context.width, context.height, context.pix_fmt = *size, pixel_format
            context.time_base = Fraction(1, 90000)
            context.color_range = 2 if full_range else 1
            if matrix != 2:
                context.colorspace = context.color_primaries = context.color_trc = matrix
            if sample_aspect_ratio:
                context.sample_aspect_ratio = sample_aspect_ratio
        if samples is not None:
            sound = container.add_stream("aac" if path.suffix != ".wav" else "pcm_s16le", rate=RATE_HZ)
            sound.codec_context.layout = "mono"
        if video is not None and pictures is not None:
            for second, picture in zip(times, pictures, strict=True):
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(
                    format=pixel_format,
                    dst_colorspace=1 if matrix == 1 else 5,
                    dst_color_range=2 if full_range else 1,
                )
                frame.pts, frame.time_base = round(second * 90000), Fraction(1, 90000)
                container.mux(video.encode(frame))
            container.mux(video.encode(None))
        if sound is not None and samples is not None:
            piece = av.AudioFrame.from_ndarray(samples[None, :], format="fltp", layout="mono")
            piece.sample_rate, piece.time_base = RATE_HZ, Fraction(1, RATE_HZ)
            piece.pts = round(audio_start * RATE_HZ)
            resampler = av.AudioResampler(sound.codec_context.format, "mono", RATE_HZ)
            for frame in resampler.resample(piece):
                container.mux(sound.encode(frame))
            container.mux(sound.encode(None))
    return path


def write_counted(
    path: Path,
    times: Sequence[float],
    rate: Fraction,
    seconds: float,
    size: tuple[int, int] = SIZE,
    **more: object,
) -> Counted:
    """Write a counted source; a frame flashes when it is the first at or after a whole second."""
    whole = [int(second + 1e-6) for second in times]
    flashes = [index == 0 or whole[index] != whole[index - 1] for index in range(len(times))]
    pictures = (counter_picture(index, flash, size) for index, flash in enumerate(flashes))
    write_media(path, pictures, times, beeps(seconds), size, rate, **more)  # type: ignore[arg-type]
    return Counted(path, list(times), size, rate)


def play(path: Path) -> Played:
    """Decode a whole file as a player would: edit lists applied."""
    with av.open(str(path)) as container:
        video, sound = container.streams.video[0], container.streams.audio[0]
        pictures, seconds, pieces, first = [], [], [], None
        context = video.codec_context
        tags = (int(context.colorspace), int(context.color_primaries), int(context.color_range))
        for frame in container.decode(video, sound):
            if isinstance(frame, av.VideoFrame):
                pictures.append(frame.to_ndarray(format="rgb24", src_colorspace=1))
                seconds.append(frame.time)
            else:
                first = frame.time if first is None else first
                pieces.append(frame.to_ndarray())
        duration = (container.duration or 0) / 1e6
    samples = np.concatenate(pieces, axis=1).T if pieces else np.zeros((0, 2), np.float32)
    return Played(pictures, seconds, samples, first or 0.0, duration, tags)


def still_crop(x: float, y: float, width: float, height: float) -> CropPath:
    """Return a crop that never moves."""
    return CropPath(at=(0.0,), x=(x,), y=(y,), width=(width,), height=(height,))


@pytest.fixture(scope="session")
def tools() -> dict[str, Callable[..., object]]:
    """The functions of this file, for tests, which can't import it."""
    return {
        "write_media": write_media,
        "write_counted": write_counted,
        "counter_picture": counter_picture,
        "read_number": read_number,
        "is_flash": is_flash,
        "play": play,
        "still_crop": still_crop,
        "compose": make_composition,
    }


@pytest.fixture(scope="session")
def media_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the session's media lie."""
    return tmp_path_factory.mktemp("media")


@pytest.fixture(scope="session")
def counted(media_folder: Path) -> Counted:
    """Six seconds at 30 frames a second, B-frames and long GOPs."""
    times = [index / 30 for index in range(180)]
    options = {"preset": "veryfast", "g": "75", "bf": "3"}
    return write_counted(media_folder / "counted.mp4", times, Fraction(30), 6.0, options=options)


@pytest.fixture(scope="session")
def counted_ntsc(media_folder: Path) -> Counted:
    """Four seconds at 30000/1001 frames a second."""
    times = [index * 1001 / 30000 for index in range(120)]
    return write_counted(media_folder / "ntsc.mp4", times, Fraction(30000, 1001), 4.004)


@pytest.fixture(scope="session")
def counted_vfr(media_folder: Path) -> Counted:
    """Five seconds of which many frames were dropped."""
    dropped = np.random.default_rng(3).random(150) < 0.4
    times = [index / 30 for index in range(150) if not dropped[index] or index % 30 == 0]
    return write_counted(media_folder / "vfr.mp4", times, Fraction(30), 5.0)


def make_composition(
    source: Counted | Path,
    ranges: Sequence[tuple[float, float]],
    size: tuple[int, int] = SIZE,
    spans: Sequence[LayoutSpan] | None = None,
    rate: Fraction = Fraction(30),
    source_size: tuple[int, int] = SIZE,
    **fields: object,
) -> Composition:
    """Return a composition that shows the whole source in `size`, unless spans say otherwise."""
    path = source if isinstance(source, Path) else source.path
    cut = Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges))
    whole = LayoutSpan(
        start=0, end=cut.duration, layout="wide", regions=(Region(crop=still_crop(0, 0, *source_size)),)
    )
    values: dict[str, object] = {
        "aspect": "16:9",
        "width": size[0],
        "height": size[1],
        "fps_numerator": rate.numerator,
        "fps_denominator": rate.denominator,
        "media": MediaReference(path=path),
        "cut": cut,
        "spans": tuple(spans) if spans is not None else (whole,),
        "audio": AudioPlan(fade_in=0.0, fade_out=0.0),
        "style": Style(name="clean", version=1),
        "preset": EncodePreset(crf=12),
    }
    return Composition(**{**values, **fields})  # type: ignore[arg-type]
