"""The picture that is shown at a source second: exact, in any order, from one decoder, seeking only when it pays.

A frame is shown from its own timestamp until the next one's: the first frame also before its time (no black
start), the last one for ever after. Pictures come out upright, progressive, in 8-bit BT.709.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from math import fsum
from typing import TYPE_CHECKING, Self

from core.errors import MediaError
from core.media.container import GET_AGAIN
from core.media.frames import FrameStream
from core.media.planes import Picture
from core.media.upright import Uprighter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

    from core.schema.source import MediaFacts
    from core.schema.time import Cut

# Decoding on is cheaper than seeking within about a GOP.
FORWARD_SECONDS = 2.0


def tick_seconds(cut: Cut, fps_numerator: int, fps_denominator: int, count: int) -> list[float]:
    """Return the source second that each output frame of a clip shows.

    A range owns the ticks from its start on: a tick within a hundredth of a frame of a join belongs to what
    comes after it, so that rounding never shows a frame that was cut away. Each tick is computed from its number,
    none from the one before: nothing adds up over hours.
    """
    tolerance = fps_denominator / fps_numerator / 100
    starts = [fsum(span.duration for span in cut.ranges[:index]) for index in range(len(cut.ranges))]
    seconds: list[float] = []
    index = 0
    for tick in range(count):
        at = tick * fps_denominator / fps_numerator
        while index + 1 < len(cut.ranges) and at > starts[index + 1] - tolerance:
            index += 1
        span = cut.ranges[index]
        seconds.append(span.start + min(max(at - starts[index], 0.0), span.duration))
    return seconds


class FrameReader:
    """Reads the pictures of one file in any order, best in playing order. Not safe for two threads at once.

    A bounded number of frames is held: those about the newest, and `history` more.

    Args:
        path: The media file.
        facts: What `probe` found in it; it must have a video stream.
        history: How many decoded frames to keep behind the newest, for stepping backwards.

    Raises:
        MediaError: the file can't be opened, or not one frame of it can be decoded.
    """

    def __init__(self, path: Path, facts: MediaFacts, history: int = 0) -> None:
        self._path = path
        self._facts = facts
        self._stream = FrameStream(path, facts)
        # The second of the first frame that decodes.
        self._start = self._stream.video.start
        self._uprighter = Uprighter(path, facts)
        self._small: tuple[int | None, Uprighter] | None = None
        # Neighbours in time, oldest first; no frame between two of them is missing.
        self._frames: deque[tuple[float, VideoFrame]] = deque(maxlen=history + 3)
        self._shown: tuple[VideoFrame, Picture] | None = None
        self._decode_on(self._stream.frames())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Pictures that were handed out stay valid."""
        self._decode_on(iter(()))
        self._shown = None
        self._stream.close()

    @property
    def damaged_packets(self) -> int:
        """How many packets could not be decoded."""
        return self._stream.damaged

    @property
    def is_deinterlaced(self) -> bool:
        """Whether interlaced frames were met, and made whole."""
        return self._stream.is_deinterlaced

    def picture_at(self, at: float) -> Picture:
        """Return the picture shown at source second `at`: the same object while it does not change.

        It must not be painted on.
        """
        frame = self._frame_at(at)
        if self._shown is None or self._shown[0] is not frame:
            self._shown = (frame, Picture(self._uprighter(frame)))
        return self._shown[1]

    def pixels_at(self, at: float, max_side_px: int | None = None) -> NDArray[np.uint8]:
        """Return the picture shown at source second `at`: (height, width, 3) uint8 RGB, no side over a limit."""
        if self._small is None or self._small[0] != max_side_px:
            self._small = (max_side_px, Uprighter(self._path, self._facts, "rgb24", max_side_px))
        return self._small[1].pixels(self._frame_at(at))

    def keyframe_before(self, at: float) -> float:
        """Return the second of the last indexed keyframe at or before `at`, or `at` where there is no index."""
        return self._stream.keyframe_before(at)

    def _decode_on(self, frames: Iterator[tuple[float, VideoFrame]], certain_from: float = float("-inf")) -> None:
        """Take frames from somewhere else; before a second some of them are left out."""
        self._decoded = frames
        self._frames.clear()
        self._is_at_end = False
        self._certain_from = certain_from

    def _frame_at(self, at: float) -> VideoFrame:
        at += self._stream.instant
        if self._must_seek(at):
            self._decode_on(self._stream.frames_around(at, is_sparse_lead=True), self._stream.certain_from(at))
        if not self._read_past(at):
            # A frame that was left out may be the one that is shown.
            self._decode_on(self._stream.frames_around(at))
            self._read_past(at)
        if not self._frames or (self._frames[0][0] > at and self._frames[0][0] > self._start):
            self._stream.restart()
            self._decode_on(self._stream.frames())
            self._read_past(at)
            self._start = self._frames[0][0] if self._frames else self._start
        if not self._frames:
            raise MediaError("No picture of the file can be decoded.", str(self._path), remedy=GET_AGAIN)
        index = bisect_right(self._frames, at, key=lambda entry: entry[0])
        return self._frames[max(0, index - 1)][1]

    def _must_seek(self, at: float) -> bool:
        if not self._frames:
            return at > self._start + FORWARD_SECONDS
        if at < self._frames[0][0]:
            return self._frames[0][0] > self._start + self._stream.instant
        newest = self._frames[-1][0]
        return not self._is_at_end and at > newest + FORWARD_SECONDS and self.keyframe_before(at) > newest

    def _read_past(self, at: float) -> bool:
        """Read until a frame later than `at` is known; whether the frame shown at `at` surely is there."""
        while not self._is_at_end and (not self._frames or self._frames[-1][0] <= at):
            entry = next(self._decoded, None)
            if entry is None:
                self._is_at_end = True
            else:
                self._frames.append(entry)
        certain_from, self._certain_from = self._certain_from, float("-inf")
        if certain_from == float("-inf"):
            return True
        index = bisect_right(self._frames, at, key=lambda entry: entry[0])
        is_certain = index > 0 and self._frames[index - 1][0] >= certain_from
        while self._frames and self._frames[0][0] < certain_from:
            self._frames.popleft()
        return is_certain
