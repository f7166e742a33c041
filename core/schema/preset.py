"""A preset: how a finished file is encoded, and what the platform it goes to asks of it."""

import json
from typing import Literal

from pydantic import Field

from core.schema.record import Record

VideoCodec = Literal["h264", "hevc", "av1", "prores"]
# A whole clip, or its captions alone on a transparent ground, to be laid over in another program.
Shows = Literal["clip", "captions"]
# What tells of a preset and changes nothing in the file.
_TOLD = ("title", "platforms", "about", "max_seconds", "source_url", "checked_on")


class EncodePreset(Record):
    """How a file is made. Built-in ones are in `resources/presets.toml`; a delivery keeps all of its preset.

    `effort` is the encoder's own scale: a preset name of x264 and x265, a number of SVT-AV1, a ProRes profile.
    `crf` is the codec's constant quality, unused by ProRes; `parameters` are added to the encoder's. The output's
    frame rate is the source's, but not above `max_fps`. No file gets larger than `max_bytes` (None: no limit).
    `max_seconds` is how long the platform lets a clip be, `source_url` where that was read, on `checked_on`.
    `safe_zone` names the margins that the platform's own controls cover; empty: those of the style. Where it does
    not burn captions in, they lie beside the file alone.
    """

    name: str = "fast"
    title: str = "Fast"
    about: str = ""
    platforms: tuple[str, ...] = ()
    video_codec: VideoCodec = "h264"
    shows: Shows = "clip"
    effort: str = "superfast"
    parameters: str = "mbtree=1:rc-lookahead=8:bframes=2:b-pyramid=none"
    crf: float = Field(default=20.2, ge=0, le=63)
    audio_bitrate_bps: int = Field(default=160_000, ge=32_000, le=512_000)
    short_side_px: int = Field(default=1080, ge=16, multiple_of=2)
    max_fps: float = Field(default=60.0, ge=1)
    loudness_lufs: float = Field(default=-14.0, ge=-40, le=-5)
    peak_dbtp: float = Field(default=-1.0, ge=-9, le=0)
    max_bytes: int | None = Field(default=None, gt=0)
    max_seconds: float | None = Field(default=None, gt=0)
    safe_zone: str = ""
    # Not told where it is as it always was, so that what was made before is still what is asked for.
    burns_captions: bool = Field(default=True, exclude_if=bool)
    source_url: str = ""
    checked_on: str = ""

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return ".mov" if self.video_codec == "prores" else ".mp4"

    def identity(self) -> str:
        """Return what changes the file; titles and notes don't."""
        return json.dumps(self.model_dump(mode="json", exclude=set(_TOLD)))
