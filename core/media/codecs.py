"""Which codecs the bundled FFmpeg can read; what it can write is tried out in `core.render.working`."""

from __future__ import annotations

DECODERS = ("h264", "hevc", "vp9", "av1", "prores", "mpeg2video", "aac", "opus", "mp3", "flac", "pcm_s16le")


def missing_decoders() -> list[str]:
    """Return the decoders that are wanted and not there."""
    import av

    missing = []
    for name in DECODERS:
        try:
            av.Codec(name, "r")
        except av.codec.codec.UnknownCodecError:
            missing.append(name)
    return missing
