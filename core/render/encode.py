"""Finished pictures and sound into a file; the only part of rendering that speaks to a video encoder.

Whatever the encoder: BT.709 in limited range, said in stream and file; closed GOPs; every frame as long as the
next; AAC-LC 48 kHz stereo or uncompressed sound; the index at the front; nothing of when and where it was made.
"""

from __future__ import annotations

import errno
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from core.errors import RenderError, UserWorldError, disk_full, is_disk_full
from core.render.encode_audio import set_up_sound
from core.render.loudness import RATE_HZ
from core.render.scheduling import usual_turns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

    from core.render.encode_audio import EncodedSound
    from core.render.encoder import Encoder, Target

BT709, LIMITED_RANGE = 1, 1
# Of the index: sizes, times and places of a frame or a piece of sound, and all that is there once.
INDEX_BYTES_A_PACKET, INDEX_BYTES = 24, 8192
# How much of a clip has to be encoded before its size is foreseen: its first frame is the largest of all.
TELLING_SHARE = 0.25


class EncoderFailed(RenderError):
    """An encoder could not be opened or broke off: another one may do."""


class FileTooLarge(Exception):
    """A file got larger than its preset lets it be; `likely_bytes` is what it would have become."""

    def __init__(self, likely_bytes: int) -> None:
        super().__init__(likely_bytes)
        self.likely_bytes = likely_bytes


class Framed(Protocol):
    """A finished picture of any kind."""

    @property
    def frame(self) -> VideoFrame:
        """Its pixels, which are not written to any more."""


class OutputFile:
    """One file being written: pictures in order, sound woven in, `finish` or `discard` at the end.

    Args:
        path: Where to write; replaced where it exists.
        encoder: Makes the pictures' stream.
        target: What is to be encoded.
        frame_count: How many pictures will come.
        sound: The encoded sound, shared by all files of a clip; None for a file without.
        title: Of the clip, kept in the file.
        style: The version of the style that it is in (`name@version`), kept in the file.

    Raises:
        EncoderFailed: The encoder does not open.
        RenderError: The file can't be made.
        DiskFullError: There is no space left.
    """

    def __init__(
        self,
        path: Path,
        encoder: Encoder,
        target: Target,
        frame_count: int,
        sound: EncodedSound | None,
        title: str = "",
        style: str = "",
    ) -> None:
        import av

        self.path = path
        self.described = encoder.describe(target)
        self._encoder, self._target = encoder, target
        self._frame_count, self._sound = frame_count, sound
        self._next_sound = self._count = self._encoded_count = self._picture_bytes = 0
        self._is_abandoned = False
        self._converter = _Converter(encoder.pixel_format)
        try:
            # The prefix keeps names with a colon from being taken for a network protocol.
            self._container: OutputContainer = av.open(
                f"file:{path}", "w", format=target.preset.suffix.lstrip("."), options={"movflags": "+faststart"}
            )
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise render_error(error, path) from error
        try:
            self._container.metadata.update(_metadata(title, style))
            self._video = self._opened(encoder, target)
            self._audio = _add_audio(self._container, sound) if sound else None
            self._container.start_encoding()
        except (av.error.FFmpegError, OSError, ValueError) as error:
            self.discard()
            raise render_error(error, path) from error
        except EncoderFailed:
            self.discard()
            raise

    def write(self, picture: Framed) -> None:
        """Encode the next picture.

        Raises:
            EncoderFailed: The encoder broke off.
            FileTooLarge: The file is already larger than it may be.
            RenderError: The file can't be written.
            DiskFullError: There is no space left.
        """
        import av

        frame = self._converter.converted(picture.frame)
        frame.pts, frame.time_base = self._count, 1 / self._target.rate
        self._count += 1
        try:
            packets = self._video.encode(frame)
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise self._encoder_failed(error) from error
        self._mux(packets)

    def finish(self) -> None:
        """Write what encoders still hold and the index, and close.

        Raises:
            EncoderFailed: The encoder broke off.
            FileTooLarge: The file is larger than it may be.
            RenderError: The file can't be written.
            DiskFullError: There is no space left.
        """
        import av

        try:
            for packet in self._video.codec_context.encode_lazy(None):
                if self._is_abandoned:
                    return
                packet.stream = self._video
                self._mux([packet])
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise self._encoder_failed(error) from error
        try:
            self._mux_sound_until(None)
            self._container.close()
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise render_error(error, self.path) from error
        self._check_size(self.path.stat().st_size)

    def abandon(self) -> None:
        """Let `finish`, on another thread, return early: the file is about to be discarded."""
        self._is_abandoned = True

    def discard(self) -> None:
        """Close and delete the file, whatever state it is in."""
        with suppress(Exception):
            self._container.close()
        self.path.unlink(missing_ok=True)

    def _opened(self, encoder: Encoder, target: Target) -> VideoStream:
        """Add the pictures' stream, its encoder opened apart: so its failure is not taken for the disk's."""
        import av

        try:
            stream = _add_video(self._container, encoder, target)
            with usual_turns():
                stream.codec_context.open()
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise self._encoder_failed(error) from error
        return stream

    def _encoder_failed(self, error: Exception) -> EncoderFailed:
        return EncoderFailed(f"The encoder {self._encoder.name} failed: {_words(error)}.", str(self.path))

    def _check_size(self, size_bytes: int = 0) -> None:
        limit = self._target.preset.max_bytes
        if limit is None or (not size_bytes and self._encoded_count < TELLING_SHARE * self._frame_count):
            return
        sound_bytes = self._sound.size_bytes if self._sound else 0
        sound_packets = len(self._sound) if self._sound else 0
        fixed = sound_bytes + INDEX_BYTES + INDEX_BYTES_A_PACKET * (sound_packets + self._frame_count)
        if max(size_bytes, fixed + self._picture_bytes) > limit:
            likely = fixed + self._picture_bytes * self._frame_count // max(1, self._encoded_count)
            raise FileTooLarge(max(likely, size_bytes))

    def _mux(self, packets: Iterable[Packet[VideoStream]]) -> None:
        import av

        try:
            for packet in packets:
                self._encoded_count += 1
                self._picture_bytes += packet.size
                if packet.dts is not None and packet.time_base:
                    self._mux_sound_until(float(packet.dts * packet.time_base))
                self._container.mux(packet)
                # After each, not after each picture: how many are there by then depends on the encoder's threads.
                self._check_size()
        except (av.error.FFmpegError, OSError, ValueError) as error:
            raise render_error(error, self.path) from error

    def _mux_sound_until(self, second: float | None) -> None:
        """Write sound up to a second of the clip (None: all), so that a player finds both together."""
        import av

        if self._sound is None or self._audio is None:
            return
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


class _Converter:
    """Brings pictures into an encoder's pixel format.

    PyAV would do so itself, but on as many threads as the encoder has, and swscale's rows then differ where the
    threads' slices meet.
    """

    def __init__(self, pixel_format: str) -> None:
        from av.video.reformatter import VideoReformatter

        self._pixel_format = pixel_format
        self._reformatter = VideoReformatter()

    def converted(self, frame: VideoFrame) -> VideoFrame:
        """Return the frame itself where its format is the encoder's."""
        from av.video.reformatter import ColorRange, Colorspace, Interpolation

        if frame.format.name == self._pixel_format:
            return frame
        return self._reformatter.reformat(
            frame,
            format=self._pixel_format,
            src_colorspace=Colorspace.ITU709,
            dst_colorspace=Colorspace.ITU709,
            src_color_range=ColorRange.MPEG,
            dst_color_range=ColorRange.MPEG,
            interpolation=Interpolation.BICUBIC | Interpolation.ACCURATE_RND,
            threads=1,
        )


def _metadata(title: str, style: str) -> dict[str, str]:
    # FFmpeg puts itself down as the encoder, whatever is asked for.
    made_by = {"comment": "Made with Shortlist" + (f", style {style}" if style else "")}
    return {"title": title, **made_by} if title else made_by


def _add_video(container: OutputContainer, encoder: Encoder, target: Target) -> VideoStream:
    options = encoder.options(target)
    stream = cast("VideoStream", container.add_stream(encoder.name, rate=target.rate, options=options))
    context = stream.codec_context
    context.width, context.height, context.pix_fmt = target.width, target.height, encoder.pixel_format
    context.time_base = 1 / target.rate
    context.gop_size = max(1, round(target.rate * Fraction(encoder.gop_seconds)))
    context.color_primaries = context.color_trc = context.colorspace = BT709
    context.color_range = LIMITED_RANGE
    if encoder.tag:
        context.codec_tag = encoder.tag
    # PyAV's default would be slices for every encoder; x264's own member asks for its three.
    context.thread_type = "FRAME"
    context.thread_count = encoder.threads
    return stream


def _add_audio(container: OutputContainer, sound: EncodedSound) -> AudioStream:
    # Opened for its header alone; the packets come from `encode_sound`, which has the same settings.
    stream = cast("AudioStream", container.add_stream(sound.codec, rate=RATE_HZ))
    set_up_sound(stream.codec_context, sound.codec, sound.bitrate_bps)
    return stream


def render_error(error: Exception, path: Path) -> UserWorldError:
    """Return what to tell the user when a file can't be written."""
    if is_disk_full(error):
        return disk_full(str(path))
    number = getattr(error, "errno", None)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return RenderError("This folder may not be written to.", str(path), remedy="Choose another folder.")
    if number in (errno.ENOENT, errno.ENOTDIR):
        return RenderError("The folder does not exist.", str(path), remedy="Choose another folder.")
    return RenderError(f"The file can't be written: {_words(error)}.", str(path))


def _words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
