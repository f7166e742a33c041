"""Finished pictures and sound into an MP4 file; the only part of rendering that speaks to an encoder.

The settings: H.264 High 4:2:0 in BT.709 limited range, closed GOPs of half the frame rate, AAC-LC 48 kHz stereo,
index at the front. x264 with preset superfast, `mbtree=1:rc-lookahead=10` and crf 20.5 gives the quality (VMAF)
and size of veryfast crf 20 at 0.57 of its time.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.errors import RenderError, UserWorldError, disk_full, is_disk_full
from core.render.loudness import RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Sequence

    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

    from core.media.planes import Picture
    from core.schema.composition import Composition
    from core.schema.preset import EncodePreset

AAC_FRAME_SAMPLES = 1024
BT709, LIMITED_RANGE = 1, 1
# The file depends on their number, so it is the same everywhere: on a machine with more cores, and for a clip's
# aspects rendered one by one or together. On two cores 1, 2 and 3 take equally long, alone and for three files.
THREADS = 3
# OpenCV's number of the processor's feature AVX-512 Foundation; its Python names none.
_AVX_512 = 13


@dataclass(frozen=True)
class SoundPacket:
    """One encoded AAC frame; times in samples, negative where the encoder needs a run-up."""

    payload: bytes
    pts: int
    duration: int


def encode_sound(samples: NDArray[np.float32], bitrate_bps: int) -> list[SoundPacket]:
    """Encode (n, 2) float32 at 48 kHz as AAC-LC, once for all files of a clip."""
    import av

    context = _open_aac(bitrate_bps)
    planar = np.ascontiguousarray(samples.T)
    packets = []
    for start in range(0, planar.shape[1], AAC_FRAME_SAMPLES):
        piece = np.ascontiguousarray(planar[:, start : start + AAC_FRAME_SAMPLES])
        frame = av.AudioFrame.from_ndarray(piece, format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, start, Fraction(1, RATE_HZ)
        packets.extend(context.encode(frame))
    packets.extend(context.encode(None))
    return [SoundPacket(bytes(packet), packet.pts or 0, packet.duration or 0) for packet in packets]


def _open_aac(bitrate_bps: int) -> AudioCodecContext:
    import av

    context: AudioCodecContext = av.CodecContext.create("aac", "w")
    context.sample_rate = RATE_HZ
    context.layout = "stereo"
    context.format = "fltp"
    context.bit_rate = bitrate_bps
    context.time_base = Fraction(1, RATE_HZ)
    return context


class OutputFile:
    """One MP4 file being written: pictures in order, sound woven in, `finish` or `discard` at the end.

    Args:
        path: Where to write; replaced where it exists.
        composition: Size, rate, title and encoding preset.
        sound: The encoded sound, shared by all files of a clip.

    Raises:
        RenderError: The file can't be made or the encoder refuses.
        DiskFullError: There is no space left.
    """

    def __init__(self, path: Path, composition: Composition, sound: list[SoundPacket]) -> None:
        import av

        self.path = path
        self._rate = Fraction(composition.fps_numerator, composition.fps_denominator)
        self._sound = sound
        self._next_sound = 0
        self._count = 0
        self.encoder = _describe(composition.preset)
        try:
            self._container: OutputContainer = av.open(
                str(path), "w", format="mp4", options={"movflags": "+faststart"}
            )
            if composition.title:
                self._container.metadata["title"] = composition.title
            self._video = _add_video(self._container, composition, self._rate)
            self._audio = _add_audio(self._container, composition.preset.audio_bitrate_bps)
            self._container.start_encoding()
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise render_error(error, path) from error

    def write(self, picture: Picture) -> None:
        """Encode the next picture.

        Raises:
            RenderError: The encoder or the disk refused.
            DiskFullError: There is no space left.
        """
        import av

        frame = picture.frame
        frame.pts, frame.time_base = self._count, 1 / self._rate
        self._count += 1
        try:
            self._mux(self._video.encode(frame))
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise render_error(error, self.path) from error

    def finish(self) -> None:
        """Write what encoders still hold and the index, and close.

        Raises:
            RenderError: The encoder or the disk refused.
            DiskFullError: There is no space left.
        """
        import av

        try:
            self._mux(self._video.encode(None))
            self._mux_sound_until(None)
            self._container.close()
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise render_error(error, self.path) from error

    def discard(self) -> None:
        """Close and delete the file, whatever state it is in."""
        with suppress(Exception):
            self._container.close()
        self.path.unlink(missing_ok=True)

    def _mux(self, packets: Sequence[Packet[VideoStream]]) -> None:
        for packet in packets:
            if packet.dts is not None and packet.time_base:
                self._mux_sound_until(float(packet.dts * packet.time_base))
            self._container.mux(packet)

    def _mux_sound_until(self, second: float | None) -> None:
        """Write sound up to a second of the clip (None: all), so that a player finds both together."""
        import av

        while self._next_sound < len(self._sound):
            encoded = self._sound[self._next_sound]
            if second is not None and encoded.pts > second * RATE_HZ:
                return
            packet = av.Packet(encoded.payload)
            packet.pts = packet.dts = encoded.pts
            packet.duration = encoded.duration
            packet.time_base = Fraction(1, RATE_HZ)
            packet.stream = self._audio
            self._container.mux(packet)
            self._next_sound += 1


def _add_video(container: OutputContainer, composition: Composition, rate: Fraction) -> VideoStream:
    preset = composition.preset
    stream = container.add_stream(
        "libx264",
        rate=rate,
        options={
            "preset": preset.effort,
            "crf": f"{preset.crf:g}",
            "x264-params": ":".join(part for part in (preset.parameters, "open-gop=0", _processor()) if part),
        },
    )
    context = stream.codec_context
    context.width, context.height, context.pix_fmt = composition.width, composition.height, "yuv420p"
    context.time_base = 1 / rate
    context.gop_size = max(1, round(rate / 2))
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED_RANGE
    # PyAV's default is slices, which x264 takes as a request for worse compression.
    context.thread_type = "FRAME"
    context.thread_count = THREADS
    return stream


def _processor() -> str:
    """Return what x264 is told of the processor: to do without AVX-512 where that is there.

    Its AVX-512 code for macroblock trees reads memory that nobody wrote (core 165, 68 macroblocks a row, so 1080
    pixels): the same pictures gave other files from time to time. AVX2 takes as long.
    """
    import cv2

    return "asm=MMX2,SSE2Fast,SSSE3,SSE4.2,AVX,FMA3,BMI2,AVX2" if cv2.checkHardwareSupport(_AVX_512) else ""


def _add_audio(container: OutputContainer, bitrate_bps: int) -> AudioStream:
    # Opened for its header alone; the packets come from `encode_sound`, which has the same settings.
    stream = container.add_stream("aac", rate=RATE_HZ)
    context = stream.codec_context
    context.layout, context.format = "stereo", "fltp"
    context.bit_rate = bitrate_bps
    return stream


def _describe(preset: EncodePreset) -> str:
    return f"libx264 {preset.effort} crf {preset.crf:g}"


def render_error(error: Exception, path: Path) -> UserWorldError:
    """Return what to tell the user when a file can't be written."""
    if is_disk_full(error):
        return disk_full(str(path))
    number = getattr(error, "errno", None)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return RenderError("This folder may not be written to.", str(path), remedy="Choose another folder.")
    if number in (errno.ENOENT, errno.ENOTDIR):
        return RenderError("The folder does not exist.", str(path), remedy="Choose another folder.")
    return RenderError(f"The encoder failed: {getattr(error, 'strerror', None) or error}.", str(path))
