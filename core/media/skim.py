"""Small pictures of a source for a moving hand: near enough at once, where the exact frame takes a second.

In a long group of pictures an exact frame costs the decoding of all before it. What is kept here is small, coarse
and a few to the second, made in playing order, or the keyframe before a second where nothing nearer is there yet.
It is only ever shown while something moves; whatever stands still or is exported is read exactly elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, Self

from core.media.frames import FrameStream
from core.media.planes import Picture
from core.media.upright import Uprighter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from av.video.frame import VideoFrame

    from core.schema.source import MediaFacts
    from core.schema.time import TimeSpan

# The longer side of what is kept: sharp enough to recognise a face in the crop, 30 to 60 kB each.
SIDE_PX, JPEG_QUALITY = 960, 80
# Pictures a second of a part; fewer where the part is long.
PER_SECOND = 12.0
LIMIT_BYTES = 64_000_000
TYPICAL_BYTES = 50_000
# A picture this far from the second that is wanted shows the wrong thing; a keyframe before it is better.
NEAR_SECONDS = 0.75
# Millions of pixels decoded on the way to an exact frame in the middle of a group of pictures. Decoding costs
# about 2.7 ms a million (docs/performance.md), so that above this a hand would notice.
NOTICED_MPX = 30.0


class Skim:
    """Small pictures of one file, of some of its parts first of all. Not safe for two threads at once.

    Args:
        path: The media file.
        facts: What `probe` found in it; it must have a video stream.
        limit_bytes: How much is kept; what was made first goes first.

    Raises:
        MediaError: the file can't be opened.
    """

    def __init__(self, path: Path, facts: MediaFacts, limit_bytes: int = LIMIT_BYTES) -> None:
        assert facts.video is not None
        self._path, self._facts, self._video = path, facts, facts.video
        self._limit_bytes = limit_bytes
        self._small = Uprighter(path, facts, "rgb24", SIDE_PX, is_quick=True)
        self._seconds: list[float] = []
        self._kept: dict[float, bytes] = {}
        self._held_bytes = 0
        # [start, end] of what was passed over, in source seconds.
        self._done: list[list[float]] = []
        self._keys: FrameStream | None = None
        self._run: FrameStream | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and forget all pictures."""
        for stream in (self._keys, self._run):
            if stream is not None:
                stream.close()
        self._keys = self._run = None
        self._kept.clear()
        self._seconds.clear()
        self._done.clear()
        self._held_bytes = 0

    @property
    def held_bytes(self) -> int:
        """How much is kept."""
        return self._held_bytes

    def seconds(self) -> Sequence[float]:
        """Return the source seconds of what is kept, ascending."""
        return tuple(self._seconds)

    def fill(self, spans: Sequence[TimeSpan]) -> Iterator[float]:
        """Keep pictures of parts of the source in playing order; yield the share that is done after each frame.

        What is kept already is not made again. Leaving the iteration leaves the rest out.
        """
        whole = sum(span.duration for span in spans)
        step = max(1 / PER_SECOND, whole * TYPICAL_BYTES / max(1, self._limit_bytes))
        if self._run is None:
            self._run = FrameStream(self._path, self._facts, "NONREF", is_coarse=True)
        before = 0.0
        for span in spans:
            start = self._missing_from(span)
            if start >= span.end:
                before += span.duration
                continue
            due, passed = start, [start, start]
            self._done.append(passed)
            for at, frame in self._run.frames_around(start):
                if at >= span.end:
                    break
                if at >= due - self._run.instant:
                    self._keep(at, frame)
                    due, passed[1] = max(due + step, at + step / 2), at
                yield min(1.0, (before + max(0.0, at - span.start)) / max(whole, 1e-6))
            passed[1] = span.end
            before += span.duration
        self._run.close()
        self._run = None
        yield 1.0

    def _missing_from(self, span: TimeSpan) -> float:
        """Return from which second on a part was not passed over yet."""
        start = span.start
        for first, last in sorted(self._done):
            if first <= start < last:
                start = last
        return start

    def near(self, at: float) -> Picture | None:
        """Return the nearest picture to a source second, enlarged to the source's size; None where none decodes.

        Where nothing near is kept it is the keyframe before the second, which is kept from then on.
        """
        known = self._nearest(at)
        if known is None or abs(known - at) > NEAR_SECONDS:
            made = self._keyframe(at)
            if made is not None and (known is None or abs(made - at) < abs(known - at)):
                known = made
        return None if known is None else self._enlarged(self._kept[known])

    def _nearest(self, at: float) -> float | None:
        if not self._seconds:
            return None
        index = bisect_left(self._seconds, at)
        return min(self._seconds[max(0, index - 1) : index + 1], key=lambda second: abs(second - at))

    def _keyframe(self, at: float) -> float | None:
        """Keep the keyframe shown at or before a second and return its own second."""
        if self._keys is None:
            self._keys = FrameStream(self._path, self._facts, "NONKEY", is_coarse=True)
        found = next(self._keys.frames_around(at), None)
        if found is None:
            return None
        self._keep(*found)
        return found[0]

    def _keep(self, at: float, frame: VideoFrame) -> None:
        import cv2

        if at in self._kept:
            return
        pixels = self._small.pixels(frame)
        encoded = cv2.imencode(
            ".jpg", cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY]
        )[1].tobytes()
        self._kept[at] = encoded
        insort(self._seconds, at)
        self._held_bytes += len(encoded)
        while self._held_bytes > self._limit_bytes and len(self._kept) > 1:
            oldest = next(iter(self._kept))
            self._held_bytes -= len(self._kept.pop(oldest))
            self._seconds.remove(oldest)
            self._done = [passed for passed in self._done if not passed[0] <= oldest < passed[1]]

    def _enlarged(self, encoded: bytes) -> Picture:
        import cv2
        import numpy as np
        from av import VideoFrame
        from av.video.reformatter import ColorRange, Colorspace, Interpolation

        pixels = cv2.imdecode(np.frombuffer(encoded, np.uint8), cv2.IMREAD_COLOR)
        assert pixels is not None
        frame = VideoFrame.from_ndarray(np.ascontiguousarray(pixels, np.uint8), format="bgr24")
        return Picture(
            frame.reformat(
                width=self._video.width,
                height=self._video.height,
                format="yuv420p",
                dst_colorspace=Colorspace.ITU709,
                dst_color_range=ColorRange.MPEG,
                interpolation=Interpolation.FAST_BILINEAR,
            )
        )


def is_worth_skimming(stream: FrameStream, spans: Sequence[TimeSpan]) -> bool:
    """Whether exact frames of parts of a source take longer to reach than a hand would wait while it drags.

    Told from the index of the file: how far apart keyframes are, times the size of a picture. Where there is no
    index, nobody knows how far back one has to begin, and it is.
    """
    video = stream.video
    longest = 0.0
    for span in spans:
        at = span.end
        while at > span.start:
            before = stream.keyframe_before(at - stream.instant)
            if before >= at - stream.instant:
                return True
            longest = max(longest, at - before)
            at = before
    return longest / 2 * video.fps * video.coded_width * video.coded_height / 1e6 > NOTICED_MPX
