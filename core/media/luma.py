"""Small brightness pictures of a source, for finding cuts: quickly through all, each frame where it matters.

They are as stored: not turned upright, pixels not made square, without deblocking, which no cut detector notices.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from core.media.clock import packet_second
from core.media.colour import bit_depth
from core.media.frames import SWITCHABLE_CODECS, FrameStream, Skip, video_of
from core.media.upright import fitted_size
from core.schema.record import ProgressCallback, ignore_progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream as AvVideoStream
    from numpy.typing import NDArray

    from core.schema.source import MediaFacts
    from core.schema.time import TimeSpan

SIDE_PX = 320
# Where frames that no other refers to are so many that the others are further apart than this, all are decoded.
MAX_GAP_SECONDS = 0.18
# FFmpeg guesses when a frame of theirs is shown: which frames were left out can't be told from packets.
UNTIMED_CONTAINERS = ("avi",)


class LumaSample(NamedTuple):
    """(height, width) uint8 brightness at a source second; how many frames since the one before were left out."""

    at: float
    luma: NDArray[np.uint8]
    left_out: int = 0


def sample_luma(
    path: Path, facts: MediaFacts, progress: ProgressCallback = ignore_progress
) -> Iterator[LumaSample]:
    """Yield the frames that others refer to, at most 320 px long: about half of them where there are B-frames.

    All are yielded where the decoder can't leave some out, or where it isn't known which they are.

    Raises:
        MediaError: the file can't be opened, or has no picture.
    """
    is_timed = facts.container not in UNTIMED_CONTAINERS
    is_sparse = is_timed and video_of(facts, path).codec in SWITCHABLE_CODECS
    skip: Skip = "NONREF" if is_sparse else "DEFAULT"
    with FrameStream(path, facts, skip, is_coarse=True) as reader:
        unseen = _Unseen(reader)
        shrink = _Shrinker()
        latest: float | None = None
        for count, (at, frame) in enumerate(reader.frames(unseen.watch())):
            left_out = unseen.pass_over(at) if is_sparse else 0
            if latest is None:
                left_out = 0
            elif left_out and at - latest > MAX_GAP_SECONDS:
                reader.set_skip("DEFAULT")
            if at < -reader.instant:
                continue
            latest = at
            yield LumaSample(max(0.0, at), shrink(frame), left_out)
            if count % 25 == 0:
                progress(min(1.0, at / facts.duration), "looking for cuts")


def luma_within(
    path: Path, facts: MediaFacts, spans: Sequence[TimeSpan], progress: ProgressCallback = ignore_progress
) -> Iterator[Iterator[LumaSample]]:
    """Yield every frame of disjoint, ascending spans, span by span; take a span's frames before the next one's.

    Raises:
        MediaError: the file can't be opened, or has no picture.
    """
    if not spans:
        return
    with FrameStream(path, facts, is_coarse=True) as reader:
        shrink = _Shrinker()
        frames: Iterator[tuple[float, VideoFrame]] = iter(())
        newest = float("-inf")

        def taken(span: TimeSpan) -> Iterator[LumaSample]:
            nonlocal newest
            for at, frame in frames:
                newest = at
                if at > span.end:
                    return
                if at >= span.start:
                    yield LumaSample(max(0.0, at), shrink(frame))

        for count, span in enumerate(spans):
            # Where no keyframe lies between, decoding on is the shorter way.
            if reader.keyframe_before(span.start) > newest:
                frames = reader.frames_around(span.start, is_sparse_lead=True)
            yield taken(span)
            progress((count + 1) / len(spans), "placing cuts")


class _Unseen:
    """Counts the frames of a stream that its decoder leaves out: packets went in and no picture came out."""

    def __init__(self, reader: FrameStream) -> None:
        self._reader = reader
        self._waiting: list[float] = []

    def watch(self) -> Iterator[Packet[AvVideoStream]]:
        """Yield the stream's packets, noting when each is shown; where that isn't said, no more are left out."""
        for packet in self._reader.packets():
            second = packet_second(packet, self._reader.facts.start_offset)
            if second is not None:
                heappush(self._waiting, second)
            elif packet.size:
                self._reader.set_skip("DEFAULT")
            yield packet

    def pass_over(self, at: float) -> int:
        """Forget all up to the picture shown at `at`; return how many there were before it."""
        count, instant = 0, self._reader.instant
        while self._waiting and self._waiting[0] <= at + instant:
            count += heappop(self._waiting) < at - instant
        return count


class _Shrinker:
    """Makes small brightness pictures; keeps its tables from frame to frame."""

    def __init__(self) -> None:
        from av.video.reformatter import VideoReformatter

        self._reformatter = VideoReformatter()

    def __call__(self, frame: VideoFrame) -> NDArray[np.uint8]:
        """Return (height, width) uint8, at most `SIDE_PX` long."""
        import cv2

        width, height = fitted_size(frame.width, frame.height, SIDE_PX)
        name = frame.format.name
        is_planar = name.startswith(("yuv420p", "yuv422p", "yuv444p", "yuvj4", "nv12", "gray"))
        if not is_planar or bit_depth(frame) > 8:
            grey = self._reformatter.reformat(frame, width, height, "gray", threads=1)
            return np.ascontiguousarray(grey.to_ndarray())
        plane = frame.planes[0]
        luma = np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        return np.asarray(cv2.resize(luma, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
