"""Decoded frames of a file from any second on: seeks that work, needless work skipped, what is shown held.

Damaged packets are skipped: where nothing can be decoded, the picture before it is held.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, cast

from core.errors import MediaError
from core.media.clock import frame_second, packet_second, to_timestamp
from core.media.container import read_packets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream

    from core.schema.source import MediaFacts, VideoStream
    from core.schema.time import TimeSpan

# Timestamps of MKV are whole milliseconds: two that differ by less than this are the same instant.
INSTANT = 0.0011
# How far before its target an exact seek starts to decode every frame.
EXACT_FRAMES = 8
# Decoders that obey a change of what to skip while they run; dav1d (AV1) keeps to what it was opened with.
SWITCHABLE_CODECS = ("h264", "hevc", "mpeg1video", "mpeg2video", "mpeg4")
# How far before a second a keyframe is looked for, and how far when the first one found can't be decoded.
SEEK_BACK_SECONDS = (0.0, 2.0, 6.0, 12.0, 30.0, 90.0)
DAMAGE_BACK_SECONDS = (0.0, 15.0, 60.0)
START_LEAD_SECONDS = 10.0
# Packets come in decoding order: this far behind a second all frames up to it have been seen.
REORDER_SECONDS = 1.0


@dataclass
class FrameStream:
    """Decoded frames of the video stream in order, from any second; one reader for one open container.

    `damaged` counts packets that could not be decoded.
    """

    container: InputContainer
    facts: MediaFacts
    damaged: int = 0
    stream: AvVideoStream = field(init=False)

    def __post_init__(self) -> None:
        self.video: VideoStream = video_of(self.facts)
        self.stream = cast("AvVideoStream", self.container.streams[self.video.index])
        # Frame threads give the latency of a whole core's worth of frames back many times over.
        self.stream.thread_type = "AUTO"

    def skip_loop_filter(self) -> None:
        """Trade a little blockiness for a fifth of the time; must be called before the first frame."""
        self.stream.codec_context.options = {"skip_loop_filter": "all"}

    def set_sparse(self, is_sparse: bool) -> None:
        """Decode only frames that others refer to, or all of them."""
        self.stream.codec_context.skip_frame = "NONREF" if is_sparse else "DEFAULT"

    def seek(self, at: float) -> None:
        """Go to about a second; what can be decoded from there may begin before or behind it (MPEG-TS)."""
        import av

        # Asked for the exact start, MPEG-TS goes to the packet after it.
        early = at if at > self.video.start else at - START_LEAD_SECONDS
        try:
            self.container.seek(to_timestamp(early, self.stream, self.facts.start_offset), stream=self.stream)
        except av.error.FFmpegError:
            # Some files can't seek at all; reading on from where it stands or from the start still works.
            self._rewind()

    def packets_from(self, at: float) -> Iterator[Packet[AvVideoStream]]:
        """Return packets that begin at or before the last keyframe shown at or before a second."""
        for back in SEEK_BACK_SECONDS:
            self.seek(at - back)
            packets = self._packets()
            first = next(packets, None)
            if first is not None and self._is_keyframe_by(first, at):
                return chain([first], packets)
            if self._has_keyframe(packets, at):
                self.seek(at - back)
                return self._packets()
            if at - back <= self.video.start:
                break
        self.seek(0.0)
        return self._packets()

    def frames(
        self, packets: Iterator[Packet[AvVideoStream]] | None = None, exact_from: float | None = None
    ) -> Iterator[tuple[float, VideoFrame]]:
        """Yield (second, frame) to the end.

        Args:
            packets: Where from; from where the container stands if not given.
            exact_from: Where given, frames that no other refers to are skipped until shortly before this second.
        """
        import av

        offset = self.facts.start_offset
        lead = EXACT_FRAMES / self.video.fps
        if exact_from is not None and self.video.codec not in SWITCHABLE_CODECS:
            exact_from = None
        if exact_from is not None:
            self.set_sparse(True)
        for packet in packets or self._packets():
            if exact_from is not None:
                at = packet_second(packet, offset)
                if at is None or at > exact_from - lead:
                    self.set_sparse(False)
                    exact_from = None
            try:
                decoded = packet.decode()
            except av.error.FFmpegError:
                self.damaged += 1
                continue
            for frame in decoded:
                second = frame_second(frame, offset)
                if second is not None:
                    yield second, frame

    def frames_around(self, at: float, is_sparse_lead: bool = False) -> Iterator[tuple[float, VideoFrame]]:
        """Yield (second, frame) such that the first frame is shown at or before `at`, if there is any such."""
        first: tuple[float, VideoFrame] | None = None
        frames: Iterator[tuple[float, VideoFrame]] = iter(())
        for back in DAMAGE_BACK_SECONDS:
            packets = self.packets_from(at - back)
            frames = self.frames(packets, exact_from=at if is_sparse_lead else None)
            first = next(frames, None)
            is_early = first is not None and first[0] <= at + INSTANT
            if is_early or at - back <= self.video.start:
                break
        if first is not None:
            yield first
            yield from frames

    def _packets(self) -> Iterator[Packet[AvVideoStream]]:
        return cast("Iterator[Packet[AvVideoStream]]", read_packets(self.container, [self.stream]))

    def _is_keyframe_by(self, packet: Packet[AvVideoStream], at: float) -> bool:
        second = packet_second(packet, self.facts.start_offset)
        return packet.is_keyframe and second is not None and second <= at + INSTANT

    def _has_keyframe(self, packets: Iterator[Packet[AvVideoStream]], at: float) -> bool:
        """Whether one of the packets up to a second is a keyframe shown at or before it."""
        for packet in packets:
            if self._is_keyframe_by(packet, at):
                return True
            second = packet_second(packet, self.facts.start_offset)
            if second is not None and second > at + REORDER_SECONDS:
                return False
        return False

    def _rewind(self) -> None:
        import av

        try:
            self.container.seek(0, any_frame=True)
        except av.error.FFmpegError:
            return


def video_of(facts: MediaFacts) -> VideoStream:
    """Return the video stream's facts.

    Raises:
        MediaError: there is none.
    """
    if facts.video is None:
        raise MediaError("The file has no picture.", remedy="Choose a file with video.")
    return facts.video


def ticks(
    reader: FrameStream, span: TimeSpan, step: float, is_sparse: bool = False
) -> Iterator[tuple[float, float, VideoFrame]]:
    """Yield (tick, second of the frame, frame shown) for each tick from the span's start to before its end.

    Before the first frame that is the first one, whose second then is later than the tick.

    Args:
        reader: Where frames come from; it is moved to the span.
        span: Source seconds.
        step: Seconds from tick to tick.
        is_sparse: The reader skips frames; it is told to stop that where too few are left to serve the ticks.
    """
    shown: tuple[float, VideoFrame] | None = None
    count = 0

    def due(until: float) -> Iterator[tuple[float, float, VideoFrame]]:
        nonlocal count
        while (tick := span.start + count * step) < min(until, span.end - INSTANT / 2):
            count += 1
            if shown is not None:
                yield tick, *shown

    for at, frame in reader.frames_around(span.start):
        if shown is None:
            shown = (at, frame)
        if is_sparse and shown[0] < at - 1.5 * step and at > span.start:
            reader.set_sparse(False)
        yield from due(at - INSTANT)
        shown = (at, frame)
        if at >= span.end:
            return
    yield from due(min(span.end, reader.facts.duration))
