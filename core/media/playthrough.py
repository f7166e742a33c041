"""A finished file played from its first to its last packet, once: every picture's luma and all of its sound.

Nothing is put right on the way, unlike in readers of sources: a gap, a damaged packet or a late start is what is
looked for. Loop filters are left out (a quarter of the time), which moves single pixels by a few levels; GOPs are
short, so that does not add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.media.container import MAX_READ_ERRORS, open_media
from core.schema.record import ProgressCallback, ignore_progress

if TYPE_CHECKING:
    from pathlib import Path

    from av.audio.frame import AudioFrame
    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.frame import VideoFrame

HEARD_HZ = 48_000
# "explode": FFmpeg else paints over what it can't decode, and says nothing.
_CAREFUL = {"err_detect": "explode"}
_CAREFUL_AND_FAST = {**_CAREFUL, "skip_loop_filter": "all"}
_FILTERING_CODECS = ("h264", "hevc")

Luma = NDArray[np.uint8]
See = Callable[[Fraction, Luma], None]
Hear = Callable[[NDArray[np.float32]], None]


@dataclass
class PlayedPictures:
    """The picture track. `shown_at` are the seconds of its pictures in the order they came, exact.

    `declared_count` is how many the file says it has, 0 where it does not say; `colours` are the numbers of
    primaries, transfer, matrix (ITU-T H.273) and range (1 limited); `time_unit` is what its timestamps count.
    """

    codec: str
    pixel_format: str
    width: int
    height: int
    colours: tuple[int, int, int, int]
    declared_count: int
    time_unit: Fraction
    shown_at: list[Fraction] = field(default_factory=list)
    damaged: int = 0
    keyframes: int = 0
    has_open_gop: bool = False


@dataclass
class PlayedSound:
    """The sound track. `start` is the second of its first sample as a player has it, None without any.

    `samples` of `rate_hz` is how many came out, the encoder's run-up not counted; `gaps` are jumps between them.
    """

    codec: str
    rate_hz: int
    channels: int
    declared_count: int
    start: Fraction | None = None
    samples: int = 0
    gaps: int = 0
    damaged: int = 0

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return self.samples / self.rate_hz if self.rate_hz else 0.0


@dataclass(frozen=True)
class Playthrough:
    """What came out of a file. `read_errors` are places at which the file itself could not be read on."""

    pictures: PlayedPictures | None
    sound: PlayedSound | None
    read_errors: int = 0

    @property
    def damaged(self) -> int:
        """How many pieces could not be decoded or read."""
        tracks = (self.pictures, self.sound)
        return self.read_errors + sum(track.damaged for track in tracks if track is not None)


def play_through(path: Path, see: See, hear: Hear, progress: ProgressCallback = ignore_progress) -> Playthrough:
    """Decode all of a file's first video and first audio stream.

    Args:
        path: The file.
        see: Given each picture's second and its luma as (height, width) uint8, which is the decoder's own memory:
            to be read only, and only during the call.
        hear: Given the sound in order, (n, 2) float32 at `HEARD_HZ`.
        progress: Called for every packet with the share that was played.

    Raises:
        MediaError: It can't be opened at all.
        Cancelled: By `progress`.
    """
    with open_media(path) as container:
        return _Player(container, see, hear).play(progress)


class _Player:
    """The tracks of one open file."""

    def __init__(self, container: InputContainer, see: See, hear: Hear) -> None:
        self._container = container
        self._see, self._hear = see, hear
        self._streams: list[Stream] = []
        self._pictures = self._open_pictures()
        self._sound = self._open_sound()
        self._last_keyframe: int | None = None
        self._sound_end: Fraction | None = None
        self._resampler: Any = None

    def play(self, progress: ProgressCallback) -> Playthrough:
        import av

        read_errors = 0
        if not self._streams:
            return Playthrough(None, None)
        total = (self._container.duration or 0) / av.time_base
        done = 0.0
        while read_errors < MAX_READ_ERRORS:
            try:
                for packet in self._container.demux(self._streams):
                    if packet.pts is not None and packet.time_base and total > 0:
                        # Packets come in the order of decoding, which is not that of showing.
                        done = max(done, min(float(packet.pts * packet.time_base) / total, 1.0))
                        progress(done, "checking")
                    self._take(packet)
                break
            except av.error.FFmpegError:
                read_errors += 1
        self._take_rest_of_sound()
        return Playthrough(self._pictures, self._sound, read_errors)

    def _open_pictures(self) -> PlayedPictures | None:
        stream = next(iter(self._container.streams.video), None)
        if stream is None:
            return None
        context = stream.codec_context
        codec = stream.codec.canonical_name
        context.options = _CAREFUL_AND_FAST if codec in _FILTERING_CODECS else _CAREFUL
        self._streams.append(stream)
        colours = (context.color_primaries, context.color_trc, context.colorspace, context.color_range)
        return PlayedPictures(
            codec=codec,
            pixel_format=context.pix_fmt or "",
            width=stream.width,
            height=stream.height,
            colours=(int(colours[0]), int(colours[1]), int(colours[2]), int(colours[3])),
            declared_count=stream.frames,
            time_unit=stream.time_base or Fraction(1),
        )

    def _open_sound(self) -> PlayedSound | None:
        stream = next(iter(self._container.streams.audio), None)
        if stream is None:
            return None
        stream.codec_context.options = _CAREFUL
        self._streams.append(stream)
        return PlayedSound(
            codec=stream.codec.canonical_name,
            rate_hz=stream.rate or 0,
            channels=stream.channels,
            declared_count=stream.frames,
        )

    def _take(self, packet: Packet[Any]) -> None:
        track = self._pictures if packet.stream.type == "video" else self._sound
        assert track is not None
        if isinstance(track, PlayedPictures) and packet.size:
            self._note_order(track, packet)
        if packet.is_corrupt:
            track.damaged += 1
        for frame in _decoded(packet, track):
            if isinstance(track, PlayedPictures):
                self._take_picture(track, frame)
            else:
                self._take_sound(track, frame)

    def _note_order(self, track: PlayedPictures, packet: Packet[Any]) -> None:
        """Count keyframes; a picture that comes after one and is shown before it makes an open GOP."""
        if packet.is_keyframe:
            track.keyframes += 1
            self._last_keyframe = packet.pts
        elif self._last_keyframe is not None and packet.pts is not None and packet.pts < self._last_keyframe:
            track.has_open_gop = True

    def _take_picture(self, track: PlayedPictures, frame: VideoFrame) -> None:
        if frame.is_corrupt:
            track.damaged += 1
        if frame.pts is not None and frame.time_base:
            at = frame.pts * Fraction(frame.time_base)
            track.shown_at.append(at)
            self._see(at, luma_of(frame))

    def _take_sound(self, track: PlayedSound, frame: AudioFrame) -> None:
        if not frame.samples:
            return
        if frame.pts is not None and frame.time_base:
            at = frame.pts * Fraction(frame.time_base)
            if track.start is None:
                track.start = at
            elif self._sound_end is not None and abs(at - self._sound_end) > Fraction(2, track.rate_hz or 1):
                track.gaps += 1
            self._sound_end = at + Fraction(frame.samples, track.rate_hz or 1)
        track.samples += frame.samples
        self._give_sound(frame)

    def _take_rest_of_sound(self) -> None:
        if self._resampler is not None:
            self._give_sound(None)

    def _give_sound(self, frame: AudioFrame | None) -> None:
        from av.audio.resampler import AudioResampler

        if frame is not None and _is_as_heard(frame) and self._resampler is None:
            self._hear(np.asarray(frame.to_ndarray().T, dtype=np.float32))
            return
        if self._resampler is None:
            self._resampler = AudioResampler(format="fltp", layout="stereo", rate=HEARD_HZ)
        if frame is not None:
            frame.pts = None
        for piece in self._resampler.resample(frame):
            if piece is not None and piece.samples:
                self._hear(np.asarray(piece.to_ndarray().T, dtype=np.float32))


def _is_as_heard(frame: AudioFrame) -> bool:
    return (frame.format.name, frame.layout.name, frame.sample_rate) == ("fltp", "stereo", HEARD_HZ)


def _decoded(packet: Packet[Any], track: PlayedPictures | PlayedSound) -> Iterator[Any]:
    """Yield a packet's frames; one that fails is counted."""
    import av

    try:
        yield from packet.decode()
    except av.error.EOFError:
        return
    except (av.error.FFmpegError, ValueError):
        track.damaged += 1


def luma_of(frame: VideoFrame) -> Luma:
    """Return a frame's luma in 8 bits, (height, width): a view where the frame has 8 bits, else a copy."""
    plane = frame.planes[0]
    component = frame.format.components[0]
    is_wide = component.bits > 8
    rows = np.frombuffer(plane, np.uint16 if is_wide else np.uint8)  # type: ignore[call-overload]
    line = plane.line_size // rows.itemsize
    view = rows[: line * frame.height].reshape(frame.height, line)[:, : frame.width]
    if not is_wide:
        return np.asarray(view, dtype=np.uint8)
    # P010 and its like keep their bits at the upper end.
    shift = 8 if frame.format.name.startswith("p0") else component.bits - 8
    return np.asarray(view >> shift, dtype=np.uint8)
