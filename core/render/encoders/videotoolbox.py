"""Apple's encoders (VideoToolbox)."""

from __future__ import annotations

from core.render.encoder import Target, hardware, rate_options


def _options(target: Target) -> dict[str, str]:
    # Without this macOS encodes in software where the chip won't, which x264 and x265 do better.
    return {"allow_sw": "0", **rate_options(target)}


ENCODERS = (
    hardware("h264_videotoolbox", "h264", "nv12", _options),
    hardware("hevc_videotoolbox", "hevc", "nv12", _options),
)
