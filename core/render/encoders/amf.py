"""AMD's encoders."""

from __future__ import annotations

from core.render.encoder import Target, hardware, rate_options


def _options(target: Target) -> dict[str, str]:
    return {"usage": "transcoding", "quality": "quality", "rc": "vbr_peak", **rate_options(target)}


ENCODERS = (
    hardware("h264_amf", "h264", "nv12", _options),
    hardware("hevc_amf", "hevc", "nv12", _options),
    hardware("av1_amf", "av1", "nv12", _options),
)
