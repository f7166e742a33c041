"""What a preset makes of a clip, and which clips are too long for where they go, in words. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.schema.clip import Clip
from core.schema.preset import EncodePreset, VideoCodec
from ui.widgets.timecode import counted, file_size, length

_CODECS: dict[VideoCodec, str] = {"h264": "H.264", "hevc": "HEVC", "av1": "AV1", "prores": "ProRes"}
_NAMED = 2


def limits_words(preset: EncodePreset) -> str:
    """Return `1080 px, up to 60 fps, −14 LUFS, H.264, up to 3 min`."""
    parts = [
        f"{preset.short_side_px} px",
        f"up to {preset.max_fps:g} fps",
        f"{preset.loudness_lufs:g} LUFS".replace("-", "−"),
        _CODECS[preset.video_codec],
    ]
    if preset.shows == "captions":
        parts.append("captions alone")
    if preset.max_seconds:
        parts.append(f"up to {length(preset.max_seconds)}")
    if preset.max_bytes:
        parts.append(f"at most {file_size(preset.max_bytes)}")
    return ", ".join(parts)


def too_long_words(
    preset: EncodePreset, clips: Sequence[Clip], of_cards: Callable[[Clip], float] = lambda _clip: 0.0
) -> str:
    """Return which of the clips are longer than the preset's platform allows, or nothing.

    `of_cards` says how many seconds its style puts before and after a clip.
    """
    limit = preset.max_seconds
    lasts = {clip.id: clip.cut.duration + of_cards(clip) for clip in clips} if limit else {}
    longer = [clip for clip in clips if limit and lasts[clip.id] > limit]
    if not longer or limit is None:
        return ""
    where = ", ".join(preset.platforms) or preset.title
    named = [f"“{clip.wording.title or 'Untitled clip'}” ({length(lasts[clip.id])})" for clip in longer[:_NAMED]]
    rest = len(longer) - len(named)
    told = ", ".join(named) + (f" and {counted(rest, 'more clip')}" if rest else "")
    return f"Longer than the {length(limit)} that {where} takes: {told}."
