"""Intel's encoders (Quick Sync Video), which take NV12."""

from __future__ import annotations

from core.render.encoder import Target, hardware, rate_options


def _options(target: Target) -> dict[str, str]:
    return {"preset": "medium", **rate_options(target)}


ENCODERS = (
    hardware("h264_qsv", "h264", "nv12", _options),
    hardware("hevc_qsv", "hevc", "nv12", _options),
    hardware("av1_qsv", "av1", "nv12", _options),
)
