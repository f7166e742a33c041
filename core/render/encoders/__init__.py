"""The video encoders; of one codec the earlier is preferred, among hardware as among software."""

from __future__ import annotations

from core.render.encoder import Encoder
from core.render.encoders import amf, nvenc, prores, qsv, svt_av1, videotoolbox, x264, x265
from core.schema.preset import EncodePreset

ENCODERS: tuple[Encoder, ...] = (
    *x264.ENCODERS,
    *x265.ENCODERS,
    *svt_av1.ENCODERS,
    *prores.ENCODERS,
    *nvenc.ENCODERS,
    *qsv.ENCODERS,
    *amf.ENCODERS,
    *videotoolbox.ENCODERS,
)


def encoders_for(preset: EncodePreset, is_hardware: bool) -> list[Encoder]:
    """Return the encoders of a preset's codec, best first; there is always one in software."""
    return [
        encoder
        for encoder in ENCODERS
        if (encoder.codec, encoder.shows, encoder.is_hardware) == (preset.video_codec, preset.shows, is_hardware)
    ]
