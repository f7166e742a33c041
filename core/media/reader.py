"""The frame that is shown at a source second: exact, sequential, from one decoder, seeking only when it pays.

A frame is shown from its own timestamp until the next one's: the first frame also before its time (no black
start), the last one for ever after. Frames come out upright, progressive, in 8-bit BT.709.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

from core.errors import MediaError
from core.media.clock import container_start, frame_second, packet_second, to_timestamp
from core.media.container import open_media, read_packets
from core.media.deinterlace import Deinterlacer
from core.media.planes import Picture
from core.media.upright import Uprighter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.packet import Packet
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream

    from core.schema.source import MediaFacts, VideoStream
    from core.schema.time import Cut

# Decoding on is cheaper than seeking within about a GOP.
FORWARD_SECONDS = 2.0
# How far before the wanted second every frame is decoded; before that, frames that no other refers to are left
# out (0.27 s instead of 0.42 s of CPU to reach a frame in the middle of a 5 s GOP).
FULL_DECODE_SECONDS = 0.4
# Where a seek lands too late (broken or missing index), it is tried again this much earlier.
EARLIER_SECONDS = (0.0, 3.0, 15.0, 60.0)


def tick_seconds(cut: Cut, fps_numerator: int, fps_denominator: int, count: int) -> list[float]:
    """Return the source second that each output frame of a clip shows.

    A range owns the ticks from its start on: a tick within a hundredth of a frame of a join belongs to what
    comes after it, so that rounding never shows a frame that was cut away.
    """
    interval = fps_denominator / fps_numerator
    tolerance = interval / 100
    seconds: list[float] = []
    index, offset = 0, 0.0
    for tick in range(count):
        at = tick * interval
        while index + 1 < len(cut.ranges) and at > offset + cut.ranges[index].duration - tolerance:
            offset += cut.ranges[index].duration
            index += 1
        span = cut.ranges[index]
        seconds.append(span.start + min(max(at - offset, 0.0), span.duration))
    return seconds


class FrameReader:
    """Reads the pictures of one file in any order, best in playing order. Not safe for two threads at once.

    Args:
        path: The media file.
        facts: What `probe` found in it; it must have a video stream.
        history: How many decoded frames to keep behind the newest, for stepping backwards.

    Raises:
        MediaError: the file can't be opened, or not one frame of it can be decoded.
    """

    def __init__(self, path: Path, facts: MediaFacts, history: int = 0) -> None:
        if facts.video is None:
            raise MediaError("The file has no picture.", str(path))
        self._path = path
        self._facts = facts
        self._video: VideoStream = facts.video
        self._uprighter = Uprighter(facts.video.width, facts.video.height)
        # Neighbours in time, oldest first; no frame between two of them is missing.
        self._frames: deque[tuple[float, VideoFrame]] = deque(maxlen=history + 3)
        self._shown: tuple[VideoFrame, Picture] | None = None
        self._is_at_end = False
        self._skip_before = float("-inf")
        self.damaged_packets = 0
        self._opened = ExitStack()
        self._open()
        self._tolerance = _tolerance(self._stream, facts.video.fps)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Pictures that were handed out stay valid."""
        self._decoded: Iterator[VideoFrame] = iter(())
        self._frames.clear()
        self._opened.close()

    def _open(self) -> None:
        """Open the file, or open it again: the only sure way back to the first frame of files without an index."""
        self.close()
        self._container = self._opened.enter_context(open_media(self._path))
        self._stream = cast("AvVideoStream", self._container.streams[self._video.index])
        self._stream.thread_type = "AUTO"
        self._offset = container_start(self._container)
        self._is_at_end = False
        self._skip_before = float("-inf")
        self._decoded = self._decode()

    @property
    def is_deinterlaced(self) -> bool:
        """Whether interlaced frames were met, and made whole."""
        return self._deinterlacer.is_used

    def picture_at(self, at: float) -> Picture:
        """Return the picture shown at source second `at`: the same object while it does not change.

        It must not be painted on.
        """
        frame = self._frame_at(at)
        if self._shown is None or self._shown[0] is not frame:
            self._shown = (frame, Picture(self._uprighter(frame)))
        return self._shown[1]

    def _frame_at(self, at: float) -> VideoFrame:
        at += self._tolerance
        if self._must_seek(at):
            self._seek(at)
        if not self._read_past(at):
            self._reread(at)
        if not self._frames:
            raise MediaError("No picture of the file can be decoded.", str(self._path))
        index = bisect_right(self._frames, at, key=lambda entry: entry[0])
        return self._frames[max(0, index - 1)][1]

    def _must_seek(self, at: float) -> bool:
        if not self._frames:
            return at > self._video.start + FORWARD_SECONDS
        if at < self._frames[0][0]:
            return self._frames[0][0] > self._video.start + self._tolerance
        newest = self._frames[-1][0]
        return not self._is_at_end and at > newest + FORWARD_SECONDS and self._keyframe_before(at) > newest

    def _keyframe_before(self, at: float) -> float:
        """Return the second of the last indexed keyframe at or before `at`, or `at` where there is no index."""
        entries = self._stream.index_entries
        position = entries.search_timestamp(to_timestamp(at, self._stream, self._offset)) if len(entries) else -1
        if position < 0 or self._stream.time_base is None:
            return at
        return float(entries[position].timestamp * self._stream.time_base) - self._offset

    def _seek(self, at: float) -> None:
        """Stand before the frame shown at `at`, leaving out frames far before it."""
        for earlier in EARLIER_SECONDS:
            if at < earlier:
                break
            if self._start_at(at - earlier, skip_before=at - FULL_DECODE_SECONDS) and self._frames[0][0] <= at:
                return
        self._open()

    def _start_at(self, at: float, skip_before: float) -> bool:
        """Decode anew from the keyframe before `at`; whether a frame came out."""
        try:
            self._container.seek(to_timestamp(at, self._stream, self._offset), stream=self._stream, backward=True)
        except OSError:
            return False
        self._frames.clear()
        self._is_at_end = False
        self._skip_before = skip_before
        self._decoded = self._decode()
        return self._read_one()

    def _reread(self, at: float) -> None:
        """Read again without leaving frames out, where one that was left out may be the one that is shown."""
        self._start_at(at, skip_before=float("-inf"))
        if not self._frames or self._frames[0][0] > at:
            self._open()
        self._read_past(at)

    def _read_past(self, at: float) -> bool:
        """Read until a frame later than `at` is known; whether the frame shown at `at` surely is there."""
        skip_before = self._skip_before
        while not self._is_at_end and (not self._frames or self._frames[-1][0] <= at):
            self._read_one()
        if skip_before == float("-inf"):
            return True
        index = bisect_right(self._frames, at, key=lambda entry: entry[0])
        is_certain = index > 0 and self._frames[index - 1][0] >= skip_before
        while self._frames and self._frames[0][0] < skip_before:
            self._frames.popleft()
        self._skip_before = float("-inf")
        return is_certain

    def _read_one(self) -> bool:
        frame = next(self._decoded, None)
        if frame is None:
            self._is_at_end = True
            return False
        at = frame_second(frame, self._offset)
        if at is None:
            at = self._frames[-1][0] + 1 / self._video.fps if self._frames else self._video.start
        if not self._frames or at > self._frames[-1][0]:
            self._frames.append((at, frame))
        return True

    def _decode(self) -> Iterator[VideoFrame]:
        """Yield frames in the order they are shown, going on after damaged packets."""
        import av

        self._deinterlacer = Deinterlacer()
        for packet in read_packets(self._container, [self._stream]):
            self._set_skipping(packet)
            try:
                frames = cast("list[VideoFrame]", packet.decode())
            except av.error.EOFError:
                break
            except av.error.FFmpegError:
                self.damaged_packets += 1
                continue
            for frame in frames:
                yield from self._deinterlacer.feed(frame)
        yield from self._deinterlacer.flush()

    def _set_skipping(self, packet: Packet[Stream]) -> None:
        at = packet_second(packet, self._offset)
        is_far = at is not None and at < self._skip_before
        self._stream.codec_context.skip_frame = "NONREF" if is_far else "DEFAULT"


def _tolerance(stream: AvVideoStream, fps: float) -> float:
    """Return by how much a frame may be late and still count, in seconds: rounding of coarse time bases."""
    unit = float(stream.time_base) if stream.time_base else 0.0
    return min(max(0.0005, 1.5 * unit), 0.2 / max(fps, 1.0))
