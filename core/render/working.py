"""Which encoders really work on this machine: believed after a second was encoded and read back."""

from __future__ import annotations

import tempfile
from fractions import Fraction
from functools import cache
from pathlib import Path

import numpy as np

from core.errors import UserWorldError
from core.media.alpha import AlphaPicture
from core.media.planes import Picture
from core.media.probe import probe
from core.media.reader import FrameReader
from core.render.encode import OutputFile
from core.render.encoder import Encoder, Target
from core.render.encoders import ENCODERS, encoders_for
from core.schema.choice import Choice
from core.schema.preset import EncodePreset, VideoCodec

CODEC_NAMES: dict[VideoCodec, str] = {"h264": "H.264", "hevc": "HEVC", "av1": "AV1", "prores": "ProRes"}
# A chip's limits and a driver's faults show at the size that will be asked of it.
HARDWARE_SIZE, SOFTWARE_SIZE = (1080, 1920), (270, 480)
TRIAL_FRAMES, TRIAL_RATE = 30, Fraction(30)
# Mean difference of luma, 8 bit: a faulty driver gives green, grey or torn pictures, not slightly wrong ones.
SAME_BELOW = 12.0
_EFFORTS: dict[VideoCodec, str] = {"h264": "superfast", "hevc": "ultrafast", "av1": "12", "prores": "hq"}


def working_encoders() -> tuple[Encoder, ...]:
    """Return the encoders that work here, best first. The first call takes seconds: not for a window's thread."""
    return tuple(encoder for encoder in ENCODERS if not problem_of(encoder))


def choose_encoder(preset: EncodePreset, prefers_hardware: bool) -> tuple[Encoder, tuple[Choice, ...]]:
    """Return the encoder for a preset, and what is to be told of the choice.

    Software is taken unless hardware is preferred and some of it works.
    """
    software = encoders_for(preset, is_hardware=False)[0]
    if not prefers_hardware:
        return software, ()
    for encoder in encoders_for(preset, is_hardware=True):
        if not problem_of(encoder):
            reason = "Graphics hardware was asked for, and this encoder works here."
            return encoder, (Choice(subject="encoder", chosen=encoder.name, reason=reason),)
    codec = CODEC_NAMES[preset.video_codec]
    reason = f"Graphics hardware was asked for, but none that encodes {codec} works on this computer."
    return software, (Choice(subject="encoder", chosen=software.name, reason=reason),)


@cache
def problem_of(encoder: Encoder) -> str:
    """Return why an encoder does not work here, or nothing; tried once a process."""
    with tempfile.TemporaryDirectory(prefix="shortlist-trial-", ignore_cleanup_errors=True) as folder:
        try:
            return _try(encoder, Path(folder))
        except UserWorldError as error:
            return error.reason


def _try(encoder: Encoder, folder: Path) -> str:
    """Encode a second of moving stripes and compare what comes back."""
    size = HARDWARE_SIZE if encoder.is_hardware else SOFTWARE_SIZE
    is_alone = encoder.shows == "captions"
    effort = "4444" if is_alone else _EFFORTS[encoder.codec]
    preset = EncodePreset(video_codec=encoder.codec, shows=encoder.shows, effort=effort, parameters="")
    file = folder / f"trial{preset.suffix}"
    output = OutputFile(file, encoder, Target(preset, *size, TRIAL_RATE, preset.crf), TRIAL_FRAMES, None)
    try:
        for tick in range(TRIAL_FRAMES):
            output.write(AlphaPicture.transparent(*size) if is_alone else _stripes(tick, *size))
        output.finish()
    except UserWorldError:
        output.discard()
        raise
    return "" if is_alone else _difference(file, size)


def _stripes(tick: int, width: int, height: int) -> Picture:
    picture = Picture.blank(width, height)
    rows = (np.arange(height)[:, None] // 24 * 40 + np.arange(width)[None, :] // 4 + 3 * tick) % 160 + 40
    picture.y[:] = rows
    picture.u[:], picture.v[:] = 110, 150
    return picture


def _difference(file: Path, size: tuple[int, int]) -> str:
    facts = probe(file)
    with FrameReader(file, facts) as reader:
        for tick in (0, TRIAL_FRAMES // 2, TRIAL_FRAMES - 1):
            shown = reader.picture_at((tick + 0.5) / TRIAL_RATE)
            if (shown.width, shown.height) != size:
                return f"it gave pictures of {shown.width}×{shown.height} for {size[0]}×{size[1]}"
            meant = _stripes(tick, *size)
            apart = max(
                float(np.abs(one.astype(np.int16) - other).mean())
                for one, other in zip(shown.planes, meant.planes, strict=True)
            )
            if apart > SAME_BELOW:
                return f"it gave other pictures than it was given ({apart:.0f} of 255 apart)"
    return ""
