"""The one reader of frames: opens, seeks, decodes in order, makes interlaced pictures whole, counts damage.

Rendering, analysis, filmstrip, thumbnails and cut points all stand on it. Damaged packets are skipped: where
nothing can be decoded, whoever reads holds the picture before.
"""

from __future__ import annotations

from contextlib import ExitStack
from itertools import chain
from typing import TYPE_CHECKING, Literal, Self, cast

from core.errors import MediaError
from core.media.clock import frame_second, latest_second, packet_second, to_timestamp
from core.media.container import open_media, read_packets
from core.media.deinterlace import Deinterlacer
from core.media.look import hidden_parity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream

    from core.schema.source import MediaFacts, VideoStream
    from core.schema.time import TimeSpan

# What is left out: nothing, frames that no other refers to, all but keyframes.
Skip = Literal["DEFAULT", "NONREF", "NONKEY"]
# How far before its target an exact seek starts to decode every frame: 0.27 s of CPU instead of 0.42 s in the
# middle of a 5 s GOP.
EXACT_FRAMES = 8
# As many as there are cores are 16 pictures more in memory where there are 16 cores, and what follows is slower.
DECODING_THREADS = 3
# Decoders that obey a change of what to skip while they run; dav1d (AV1) keeps to what it was opened with.
SWITCHABLE_CODECS = ("h264", "hevc", "mpeg1video", "mpeg2video", "mpeg4")
# How far before a second a keyframe is looked for, and how far when the first one found can't be decoded.
SEEK_BACK_SECONDS = (0.0, 2.0, 6.0, 12.0, 30.0, 90.0)
DAMAGE_BACK_SECONDS = (0.0, 15.0, 60.0)
START_LEAD_SECONDS = 10.0
# Packets come in decoding order: this far behind a second all frames up to it have been seen. H.264 and HEVC move
# a frame by 16 others at most.
REORDER_SECONDS, REORDER_FRAMES = 1.0, 17
# Timestamps are rounded, in MKV to whole milliseconds: two that differ by less are the same instant.
FINEST_INSTANT, UNITS_OF_AN_INSTANT, FRAMES_OF_AN_INSTANT = 0.0005, 1.5, 0.2
# A frame lasts a whole number of units where it is within this share of one.
EVEN_SHARE, COARSE_SECONDS = 0.001, 0.002


class FrameStream:
    """Decoded frames of a file's video stream in order, from any second. Not safe for two threads at once.

    Args:
        path: The media file.
        facts: What `probe` found in it.
        skip: What is not decoded.
        is_coarse: Leave out deblocking: a fifth of the time for a little blockiness.

    Attributes:
        video: The stream's facts.
        stream, container: What it reads from, until `restart` or `close`.
        skip: What is not decoded now.
        instant: Seconds by which two timestamps may differ and still be the same.
        reorder_seconds: How far behind a second packets of frames up to it may come.
        damaged: Packets that could not be decoded.

    Raises:
        MediaError: the file can't be opened, or has no picture.
    """

    def __init__(self, path: Path, facts: MediaFacts, skip: Skip = "DEFAULT", is_coarse: bool = False) -> None:
        self.facts = facts
        self.video: VideoStream = video_of(facts, path)
        self.damaged = 0
        self._path = path
        self.skip: Skip = skip
        self._is_coarse = is_coarse
        self._deinterlacer = Deinterlacer(hidden_parity(path, self.video, facts.duration, facts.start_offset))
        self._opened = ExitStack()
        self.container: InputContainer
        self.stream: AvVideoStream
        self.restart()
        self.instant = _instant(self.stream, self.video.fps)
        self.reorder_seconds = max(REORDER_SECONDS, REORDER_FRAMES / self.video.fps)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Frames that were handed out stay valid."""
        self._opened.close()

    def restart(self) -> None:
        """Open the file anew: the only sure way back to the first frame of files without an index."""
        self.close()
        self.container = self._opened.enter_context(open_media(self._path))
        streams = list(self.container.streams)
        if self.video.index >= len(streams) or streams[self.video.index].type != "video":
            raise MediaError(
                "The file was replaced by another one.", str(self._path), remedy="Import it as a source anew."
            )
        self.stream = cast("AvVideoStream", streams[self.video.index])
        # Frame threads give their latency back many times over; a lone keyframe would only wait for others.
        self.stream.thread_type = "SLICE" if self.skip == "NONKEY" else "AUTO"
        self.stream.codec_context.thread_count = DECODING_THREADS
        if self._is_coarse:
            self.stream.codec_context.options = {"skip_loop_filter": "all"}
        self.set_skip(self.skip)

    @property
    def is_deinterlaced(self) -> bool:
        """Whether interlaced frames were met, and made whole."""
        return self._deinterlacer.is_used

    def set_skip(self, skip: Skip) -> None:
        """Change what is not decoded from the next packet on, where the decoder can."""
        self.skip = skip
        self.stream.codec_context.skip_frame = skip

    def certain_from(self, at: float) -> float:
        """Return the second from which no frame is left out on an exact way to `at`."""
        return at - EXACT_FRAMES / self.video.fps if self.video.codec in SWITCHABLE_CODECS else float("-inf")

    def seek(self, at: float) -> None:
        """Go to about a second; what can be decoded from there may begin before or behind it (MPEG-TS)."""
        import av

        # Asked for the exact start, MPEG-TS goes to the packet after it.
        early = at if at > self.video.start else at - START_LEAD_SECONDS
        try:
            self.container.seek(to_timestamp(early, self.stream, self.facts.start_offset), stream=self.stream)
        except av.error.FFmpegError:
            # Some files can't seek at all: from the start on all of it can be read.
            self.restart()

    def keyframe_before(self, at: float) -> float:
        """Return the second of the last indexed keyframe at or before `at`, or `at` where there is no index."""
        entries = self.stream.index_entries
        timestamp = to_timestamp(at, self.stream, self.facts.start_offset)
        position = entries.search_timestamp(timestamp) if len(entries) else -1
        if position < 0 or self.stream.time_base is None:
            return at
        return float(entries[position].timestamp * self.stream.time_base) - self.facts.start_offset

    def packets(self) -> Iterator[Packet[AvVideoStream]]:
        """Yield the stream's packets from where the file stands."""
        return cast("Iterator[Packet[AvVideoStream]]", read_packets(self.container, [self.stream]))

    def packets_from(self, at: float) -> Iterator[Packet[AvVideoStream]]:
        """Return packets that begin at or before the last keyframe shown at or before a second."""
        at = max(at, self.video.start)
        for back in SEEK_BACK_SECONDS:
            self.seek(at - back)
            packets = self.packets()
            first = next(packets, None)
            if first is not None and self._is_keyframe_by(first, at):
                return chain([first], packets)
            if self._has_keyframe(packets, at):
                self.seek(at - back)
                return self.packets()
            if at - back <= self.video.start:
                break
        self.restart()
        return self.packets()

    def frames(
        self, packets: Iterator[Packet[AvVideoStream]] | None = None, exact_from: float | None = None
    ) -> Iterator[tuple[float, VideoFrame]]:
        """Yield (second, frame) to the end; seconds ascend strictly. Damaged timestamps are left out.

        Args:
            packets: Where from; from where the file stands if not given.
            exact_from: Where given, frames that no other refers to are left out before this second.
        """
        newest: float | None = None
        latest = latest_second(self.facts.duration)
        self._deinterlacer.restart()
        for frame in self._whole_frames(packets or self.packets(), exact_from):
            second = frame_second(frame, self.facts.start_offset)
            if second is None:
                second = self.video.start if newest is None else newest + 1 / self.video.fps
            if second > latest:
                self.damaged += 1
            elif newest is None or second > newest:
                newest = second
                yield second, frame

    def frames_around(self, at: float, is_sparse_lead: bool = False) -> Iterator[tuple[float, VideoFrame]]:
        """Yield (second, frame) such that the first frame is shown at or before `at`, if there is any such.

        Args:
            at: Source second.
            is_sparse_lead: Leave out frames before `certain_from(at)` that no other refers to.
        """
        exact_from = self.certain_from(at) if is_sparse_lead else None
        first: tuple[float, VideoFrame] | None = None
        frames: Iterator[tuple[float, VideoFrame]] = iter(())
        for back in DAMAGE_BACK_SECONDS:
            frames = self.frames(self.packets_from(at - back), exact_from)
            first = next(frames, None)
            is_early = first is not None and first[0] <= at + self.instant
            if is_early or at - back <= self.video.start:
                break
        if first is not None:
            yield first
            yield from frames

    def _whole_frames(
        self, packets: Iterator[Packet[AvVideoStream]], exact_from: float | None
    ) -> Iterator[VideoFrame]:
        """Yield decoded frames, progressive, going on after damaged packets."""
        import av

        for packet in packets:
            if exact_from is not None:
                exact_from = self._skip_until(exact_from, packet)
            try:
                decoded = packet.decode()
            except av.error.EOFError:
                break
            except av.error.FFmpegError:
                self.damaged += 1
                continue
            for frame in decoded:
                yield from self._deinterlacer.feed(frame)
        yield from self._deinterlacer.flush()

    def _skip_until(self, exact_from: float, packet: Packet[AvVideoStream]) -> float | None:
        """Leave frames out before a second; return None from there on."""
        at = packet_second(packet, self.facts.start_offset)
        if at is not None and at < exact_from:
            self.stream.codec_context.skip_frame = "NONREF"
            return exact_from
        self.stream.codec_context.skip_frame = self.skip
        return None

    def _is_keyframe_by(self, packet: Packet[AvVideoStream], at: float) -> bool:
        second = packet_second(packet, self.facts.start_offset)
        return packet.is_keyframe and second is not None and second <= at + self.instant

    def _has_keyframe(self, packets: Iterator[Packet[AvVideoStream]], at: float) -> bool:
        """Whether one of the packets up to a second is a keyframe shown at or before it."""
        for packet in packets:
            if self._is_keyframe_by(packet, at):
                return True
            second = packet_second(packet, self.facts.start_offset)
            if second is not None and second > at + self.reorder_seconds:
                return False
        return False


def video_of(facts: MediaFacts, path: Path) -> VideoStream:
    """Return the video stream's facts.

    Raises:
        MediaError: there is none.
    """
    if facts.video is None:
        raise MediaError("The file has no picture.", str(path), remedy="Choose a file with video.")
    return facts.video


def ticks(reader: FrameStream, span: TimeSpan, step: float) -> Iterator[tuple[float, float, VideoFrame]]:
    """Yield (tick, second of the frame, frame shown) for each tick from the span's start to before its end.

    Before the first frame that is the first one, whose second then is later than the tick. A reader that leaves
    frames out is told to stop that where too few are left to serve the ticks.

    Args:
        reader: Where frames come from; it is moved to the span.
        span: Source seconds.
        step: Seconds from tick to tick.
    """
    shown: tuple[float, VideoFrame] | None = None
    count = 0

    def due(until: float) -> Iterator[tuple[float, float, VideoFrame]]:
        nonlocal count
        while (tick := span.start + count * step) < min(until, span.end - reader.instant / 2):
            count += 1
            if shown is not None:
                yield tick, *shown

    for at, frame in reader.frames_around(span.start):
        if shown is None:
            shown = (at, frame)
        if reader.skip == "NONREF" and shown[0] < at - 1.5 * step and at > span.start:
            reader.set_skip("DEFAULT")
        yield from due(at - reader.instant)
        shown = (at, frame)
        if at >= span.end:
            return
    yield from due(min(span.end, reader.facts.duration))


def _instant(stream: AvVideoStream, fps: float) -> float:
    unit = float(stream.time_base) if stream.time_base else 0.0
    units_of_a_frame = 1 / (unit * fps) if unit and fps else 0.0
    is_even = round(units_of_a_frame) and abs(units_of_a_frame / round(units_of_a_frame) - 1) < EVEN_SHARE
    if unit > COARSE_SECONDS and is_even:
        # In AVI and MXF the unit is a frame: nothing was rounded.
        return FINEST_INSTANT
    return min(max(FINEST_INSTANT, UNITS_OF_AN_INSTANT * unit), FRAMES_OF_AN_INSTANT / max(fps, 1.0))
