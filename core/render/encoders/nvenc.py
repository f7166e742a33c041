"""NVIDIA's encoders."""

from __future__ import annotations

from core.render.encoder import Target, hardware, rate_options


def _options(target: Target) -> dict[str, str]:
    return {"preset": "p5", "tune": "hq", "rc": "vbr", **rate_options(target)}


def _with_b_frames(target: Target) -> dict[str, str]:
    # In HEVC and AV1 only later chips have them, and a chip that has none refuses to open.
    return {**_options(target), "bf": "2"}


ENCODERS = (
    hardware("h264_nvenc", "h264", "yuv420p", _with_b_frames),
    hardware("hevc_nvenc", "hevc", "yuv420p", _options),
    hardware("av1_nvenc", "av1", "yuv420p", _options),
)
