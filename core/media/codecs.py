"""Which codecs the bundled FFmpeg has; encoders are believed only after they encoded something."""

from __future__ import annotations

import io
from fractions import Fraction

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


def try_encoder(name: str) -> str:
    """Encode a second with an encoder; return what went wrong, or nothing."""
    import av

    try:
        with av.open(io.BytesIO(), "w", format="matroska") as container:
            kind = av.Codec(name, "w").type
            if kind == "video":
                _encode_pictures(container, name)
            else:
                _encode_silence(container, name)
    except (av.FFmpegError, ValueError) as error:
        return f"{name} does not encode ({error})"
    return ""


def _encode_pictures(container: object, name: str) -> None:
    import av
    import numpy as np

    stream = container.add_stream(name, rate=25)  # type: ignore[attr-defined]
    stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
    for index in range(25):
        pixels = np.full((180, 320, 3), index * 10, dtype=np.uint8)
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24").reformat(format="yuv420p")
        frame.pts, frame.time_base = index, Fraction(1, 25)
        container.mux(stream.encode(frame))  # type: ignore[attr-defined]
    container.mux(stream.encode(None))  # type: ignore[attr-defined]


def _encode_silence(container: object, name: str) -> None:
    import av
    import numpy as np

    stream = container.add_stream(name, rate=48000)  # type: ignore[attr-defined]
    stream.layout = "stereo"
    for index in range(46):
        frame = av.AudioFrame.from_ndarray(np.zeros((2, 1024), dtype=np.float32), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = 48000, index * 1024, Fraction(1, 48000)
        container.mux(stream.encode(frame))  # type: ignore[attr-defined]
    container.mux(stream.encode(None))  # type: ignore[attr-defined]
