"""The contract of a video encoder: what FFmpeg is told to make of a preset. Members live in `encoders/`.

A member is data and a pure function; opening, feeding and failing are `encode.OutputFile`'s, the same for all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from core.schema.preset import EncodePreset, Shows, VideoCodec

# A file may depend on their number, so it is the same everywhere: on a machine with more cores, and for a clip's
# aspects rendered one by one or together.
THREADS = 1
# For encoders whose files are the same with any number of threads: as many as there are cores.
ANY_THREADS = 0
# YouTube's recommendation for uploads is 8 Mbit/s for 1080p at 30 frames a second: that many bits a pixel.
_BITS_A_PIXEL = 8e6 / (1920 * 1080 * 30)
_RATE_SHARE: dict[VideoCodec, float] = {"h264": 1.0, "hevc": 0.65, "av1": 0.5}
_USUAL_CRF: dict[VideoCodec, float] = {"h264": 20.2, "hevc": 23.0, "av1": 32.0}
_CRF_A_HALVING: dict[VideoCodec, float] = {"h264": 6.0, "hevc": 6.0, "av1": 12.0}

# How an encoder is told how good the picture shall be: by a constant quality, a mean rate, or its profile alone.
Control = Literal["crf", "rate", "profile"]


@dataclass(frozen=True)
class Target:
    """What is to be encoded. `crf` is the preset's, or a higher one where the file would become too large."""

    preset: EncodePreset
    width: int
    height: int
    rate: Fraction
    crf: float


@dataclass(frozen=True)
class Encoder:
    """One encoder.

    Attributes:
        name: FFmpeg's name of it.
        codec: What it makes.
        pixel_format: What it is given; pictures are converted where theirs is another.
        options: Its private options for a target.
        control: How quality is asked for; files of a profile can't be limited in size.
        crf_a_halving: By how much more crf a file gets half as large, about.
        crf_limit: Above it nobody wants to watch the picture.
        gop_seconds: From one keyframe to the next at most; all GOPs are closed.
        threads: See `THREADS`.
        tag: Four characters that name the codec in the file, where the usual ones won't do.
        shows: Whether it is for clips or for captions alone, which have an alpha channel.
        is_heavy: Whether it takes so much memory for a target that a clip's files are made one after the other.
        is_hardware: Whether it needs a certain chip, may fail at any time, and gives other bytes elsewhere.
    """

    name: str
    codec: VideoCodec
    pixel_format: str
    options: Callable[[Target], dict[str, str]]
    control: Control = "crf"
    crf_a_halving: float = 5.0
    crf_limit: float = 40.0
    gop_seconds: float = 0.5
    threads: int = THREADS
    tag: str = ""
    shows: Shows = "clip"
    is_heavy: Callable[[Target], bool] = lambda target: False
    is_hardware: bool = False

    def describe(self, target: Target) -> str:
        """Return its name and settings, for the user."""
        if self.control == "crf":
            return f"{self.name} {target.preset.effort} crf {target.crf:g}"
        if self.control == "rate":
            return f"{self.name} {mean_rate_bps(target) / 1e6:.1f} Mbit/s"
        return f"{self.name} {target.preset.effort}"


def hardware(
    name: str, codec: VideoCodec, pixel_format: str, options: Callable[[Target], dict[str, str]]
) -> Encoder:
    """Return an encoder of a chip; all of them are told a mean rate."""
    return Encoder(
        name,
        codec,
        pixel_format,
        options,
        control="rate",
        crf_a_halving=_CRF_A_HALVING[codec],
        crf_limit=60.0 if codec == "av1" else 40.0,
        gop_seconds=0.5 if codec == "h264" else 2.0,
        tag="hvc1" if codec == "hevc" else "",
        is_hardware=True,
    )


def mean_rate_bps(target: Target) -> int:
    """Return the mean rate for encoders that are told one: YouTube's for the usual crf, less for a higher one.

    Constant quality means another thing to every chip and driver; a mean rate is understood by all of them.
    """
    codec = target.preset.video_codec
    pixels = target.width * target.height * float(target.rate)
    doublings = (_USUAL_CRF[codec] - target.crf) / _CRF_A_HALVING[codec]
    return round(pixels * _BITS_A_PIXEL * _RATE_SHARE[codec] * 2**doublings)


def rate_options(target: Target) -> dict[str, str]:
    """Return the options that every encoder with a mean rate knows."""
    rate = mean_rate_bps(target)
    return {"b": str(rate), "maxrate": str(rate * 3 // 2), "bufsize": str(rate * 2)}
