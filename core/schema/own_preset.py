"""A preset of the user's own, as a file that can be kept, copied and handed on."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, cast

from pydantic import field_validator

from core.schema.preset import EncodePreset, VideoCodec
from core.schema.record import Record

# It is typed in commands and part of file names.
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")
_OF_X26X = ("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow")
# What each codec's encoder can be told of how much it is to work, the quickest first.
EFFORTS: dict[VideoCodec, tuple[str, ...]] = {
    "h264": _OF_X26X,
    "hevc": _OF_X26X,
    "av1": tuple(str(number) for number in range(12, 1, -1)),
    "prores": ("proxy", "lt", "standard", "hq"),
}
# What is taken where the codec alone is chosen: its effort, and a crf of about the quality of "fast".
USUAL: dict[VideoCodec, tuple[str, float]] = {
    "h264": ("superfast", 20.2),
    "hevc": ("fast", 23),
    "av1": ("8", 32),
    "prores": ("hq", 20.2),
}
CRF_LIMITS: dict[VideoCodec, float] = {"h264": 51, "hevc": 51, "av1": 63, "prores": 63}
SIDES_PX = (240, 2160)
FPS_LIMIT = 120
_WITH_ALPHA = ("4444",)
# Parameters come with a file of a stranger's: none with a path, and none that names a file to be read or written.
_PARAMETER = re.compile(r"([a-z0-9-]+)(?:=[a-z0-9.,-]+)?")
_OF_FILES = (
    *(
        "stats",
        "dump",
        "qpfile",
        "cqmfile",
        "opencl",
        "log",
        "csv",
        "analysis",
        "scaling-list",
        "lambda",
        "zonefile",
    ),
    *("zonefile", "dhdr10", "dolby", "recon", "input", "output", "fgs", "roi"),
)


class PresetFile(Record):
    """What a preset's file holds; `format` and `version` say what it is, for whoever finds it."""

    format: Literal["shortlist-preset"] = "shortlist-preset"
    version: Literal[1] = 1
    preset: EncodePreset

    @field_validator("preset")
    @classmethod
    def _has_a_name(cls, preset: EncodePreset) -> EncodePreset:
        if not _NAME.fullmatch(preset.name):
            raise ValueError("a preset's name is up to 40 small letters, digits and hyphens")
        if not preset.title.strip() or not preset.title.isprintable():
            raise ValueError("a preset's title is one line of letters")
        return preset

    @field_validator("preset")
    @classmethod
    def _can_be_encoded(cls, preset: EncodePreset) -> EncodePreset:
        efforts = _WITH_ALPHA if preset.shows == "captions" else EFFORTS[preset.video_codec]
        if preset.shows == "captions" and preset.video_codec != "prores":
            raise ValueError("captions alone are written as ProRes")
        if preset.effort not in efforts:
            raise ValueError(f"the effort is one of {', '.join(efforts)}")
        if preset.crf > CRF_LIMITS[preset.video_codec]:
            raise ValueError(f"crf is at most {CRF_LIMITS[preset.video_codec]:g}")
        if not SIDES_PX[0] <= preset.short_side_px <= SIDES_PX[1]:
            raise ValueError(f"the short side has {SIDES_PX[0]} to {SIDES_PX[1]} pixels")
        if preset.max_fps > FPS_LIMIT:
            raise ValueError(f"there are at most {FPS_LIMIT} frames a second")
        for parameter in filter(None, preset.parameters.split(":")):
            found = _PARAMETER.fullmatch(parameter)
            if found is None or found[1].startswith(_OF_FILES):
                raise ValueError(f"the parameter {parameter!r} is not taken")
        return preset


class BrokenPreset(Record):
    """A file among the presets that can't be used, and why in a sentence."""

    file: Path
    reason: str


class PresetList(Record):
    """The user's own presets by their titles, and the files that are none."""

    presets: tuple[EncodePreset, ...] = ()
    broken: tuple[BrokenPreset, ...] = ()


def changed_preset(preset: EncodePreset, given: Mapping[str, object]) -> EncodePreset:
    """Return a preset with other choices, and what follows from them.

    Another codec comes with an effort and a crf of its own where none is given, and parameters belong to the codec
    and the effort that they were chosen for.
    """
    codec = cast(VideoCodec, given.get("video_codec", preset.video_codec))
    follows: dict[str, object] = {}
    if codec != preset.video_codec:
        follows["effort"], follows["crf"] = USUAL[codec]
    changed = preset.model_copy(update={**follows, **given})
    if (changed.video_codec, changed.effort) != (preset.video_codec, preset.effort):
        changed = changed.model_copy(update={"parameters": ""})
    return changed


def name_for(title: str) -> str:
    """Return the name that a preset of this title goes by: `Client A, square` is `client-a-square`.

    Letters that have no small Latin letter in them are left out; of a title with none at all it is `preset`.
    """
    from unicodedata import combining, normalize

    plain = "".join(letter for letter in normalize("NFKD", title) if not combining(letter)).lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "preset"
