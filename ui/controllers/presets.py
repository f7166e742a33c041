"""What a preset makes of a clip, and which clips are too long for where they go, in words. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.schema.clip import Clip
from core.schema.preset import EncodePreset, VideoCodec
from ui.widgets.timecode import file_size, length, shortest
from ui.wording import QT_TR_NOOP, quoted, told, tr

CODEC_TITLES: dict[VideoCodec, str] = {"h264": "H.264", "hevc": "HEVC", "av1": "AV1", "prores": "ProRes"}
_NAMED = 2


# Those of the program that are no names of platforms, by the preset's name; what users made is called as they say.
_TITLES = {
    "fast": QT_TR_NOOP("Fast"),
    "small": QT_TR_NOOP("Small files"),
    "best": QT_TR_NOOP("Best quality"),
    "podcast": QT_TR_NOOP("Video podcast feed"),
    "master": QT_TR_NOOP("Master"),
    "captions": QT_TR_NOOP("Captions alone"),
}


def preset_title(preset: EncodePreset) -> str:
    """Return what a preset is called on the screen."""
    return tr(preset.title) if _TITLES.get(preset.name) == preset.title else preset.title


def removed_title(preset: EncodePreset) -> str:
    """Return what a preset that was removed is called where it is still named."""
    return tr("{name} (removed)").format(name=preset_title(preset))


def removed_words(preset: EncodePreset) -> str:
    """Return what is said of a preset that was removed, where it is still used; the engine says it so too."""
    return told(f"The preset “{preset.title}” was removed: files are made with it as it was.")


def limits_words(preset: EncodePreset) -> str:
    """Return `1080 px, up to 60 fps, −14 LUFS, H.264, up to 3 min`."""
    parts = [
        f"{preset.short_side_px} px",
        tr("up to {fps} fps").format(fps=shortest(preset.max_fps)),
        f"{shortest(preset.loudness_lufs)} LUFS",
        CODEC_TITLES[preset.video_codec],
    ]
    if preset.shows == "captions":
        parts.append(tr("captions alone"))
    if preset.max_seconds:
        parts.append(tr("up to {length}").format(length=length(preset.max_seconds)))
    if preset.max_bytes:
        parts.append(tr("at most {size}").format(size=file_size(preset.max_bytes)))
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
    where = ", ".join(preset.platforms) or preset_title(preset)
    untitled = tr("Untitled clip")
    named = [f"{quoted(clip.wording.title or untitled)} ({length(lasts[clip.id])})" for clip in longer[:_NAMED]]
    told = ", ".join(named)
    if rest := len(longer) - len(named):
        told = tr("{clips} and %n more clips", "", rest).format(clips=told)
    words = tr("Longer than the {limit} that {platform} takes: {clips}.")
    return words.format(limit=length(limit), platform=where, clips=told)
