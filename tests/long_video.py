"""A video of hours in seconds: ten seconds of it are encoded, and their packets repeated at later times."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.episodes import FPS, HEIGHT_PX, WIDTH_PX

_LAP_SECONDS = 10
_RATE_HZ = 8_000
_FRAME_SAMPLES = 1024


def write_long_video(path: Path, seconds: float) -> Path:
    """Write an MP4 of H.264 and silent AAC, with a keyframe every ten seconds, and return its path."""
    frames = FPS * _LAP_SECONDS
    with av.open(str(path), "w") as container:
        options = {"preset": "ultrafast", "crf": "35", "x264-params": f"keyint={frames}:bframes=0"}
        video = container.add_stream("libx264", rate=FPS, options=options)
        video.width, video.height, video.pix_fmt = WIDTH_PX, HEIGHT_PX, "yuv420p"
        sound = container.add_stream("aac", rate=_RATE_HZ, layout="mono")
        pictures = [packet for n in range(frames) for packet in video.encode(_picture(n))]
        pictures += video.encode(None)
        silence = av.AudioFrame.from_ndarray(np.zeros((1, _FRAME_SAMPLES), np.float32), "fltp", "mono")
        silence.sample_rate = _RATE_HZ
        heard = [packet for _ in range(8) for packet in sound.encode(silence)]
        picture_bytes, still_sound = [bytes(packet) for packet in pictures], bytes(heard[-1])
        at = 0
        for number in range(round(seconds * FPS)):
            place = number % frames
            container.mux(_packet(video, picture_bytes[place], number, 1, Fraction(1, FPS), place == 0))
            while at * _FRAME_SAMPLES * FPS < number * _RATE_HZ:
                container.mux(
                    _packet(sound, still_sound, at * _FRAME_SAMPLES, _FRAME_SAMPLES, Fraction(1, _RATE_HZ), True)
                )
                at += 1
    return path


def _packet(stream: object, data: bytes, at: int, length: int, base: Fraction, is_key: bool) -> av.Packet:
    packet = av.Packet(data)
    packet.stream, packet.time_base, packet.is_keyframe = stream, base, is_key
    packet.pts = packet.dts = at
    packet.duration = length
    return packet


def _picture(number: int) -> av.VideoFrame:
    """Return a grey picture with a bar that moves to the right."""
    pixels = np.full((HEIGHT_PX, WIDTH_PX, 3), 90, np.uint8)
    left = number * 4 % (WIDTH_PX - 80)
    pixels[200:520, left : left + 80] = (220, 160, 60)
    frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
    frame.pts = number
    return frame
