"""Frames of a source by time: sampled for analysis, or one exactly.

Damaged packets are skipped: where nothing can be decoded, the picture before it is held.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.frames import FrameStream, ticks, video_of
from core.media.reader import FrameReader
from core.media.upright import Uprighter
from core.schema.record import ProgressCallback, ignore_progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from core.schema.source import MediaFacts
    from core.schema.time import TimeSpan

Pixels = NDArray[np.uint8]
# Decode reference frames only where at most this share of the frames is wanted.
SPARSE_SHARE = 0.3


class SampledFrame:
    """A picture and the source second that it belongs to, upright, square pixels; made as far as it is looked at.

    Args:
        at: The source second.
        pixels: The picture, or what makes it.
        grey: What makes its brightness without it; None, or returning None, where nothing does.
    """

    def __init__(
        self,
        at: float,
        pixels: Pixels | Callable[[], Pixels],
        grey: Callable[[], Pixels | None] | None = None,
    ) -> None:
        self.at = at
        self._pixels, self._grey = pixels, grey

    @cached_property
    def pixels(self) -> Pixels:
        """(height, width, 3) uint8 RGB."""
        return self._pixels() if callable(self._pixels) else self._pixels

    @cached_property
    def grey(self) -> Pixels:
        """(height, width) uint8 brightness in full range."""
        import cv2

        made = self._grey() if self._grey is not None else None
        return np.asarray(cv2.cvtColor(self.pixels, cv2.COLOR_RGB2GRAY), np.uint8) if made is None else made


def sample_frames(
    path: Path,
    facts: MediaFacts,
    spans: Sequence[TimeSpan],
    rate_hz: float,
    max_side_px: int,
    progress: ProgressCallback = ignore_progress,
) -> Iterator[SampledFrame]:
    """Yield the pictures shown at each tick of `rate_hz` within the spans, in the order of the spans.

    A picture's `at` is its own timestamp where it is new since the tick before, else the tick; it ascends strictly
    within a span and lies inside it. At rates well under the source's, frames that no other refers to are not
    decoded, which may show the frame before the exact one, and colours are not made as exactly. One frame is held
    in memory at a time.

    Raises:
        MediaError: the file can't be opened, or has no picture.
    """
    video = video_of(facts, path)
    whole = sum(span.duration for span in spans) or 1.0
    done = 0.0
    is_sparse = rate_hz < SPARSE_SHARE * video.fps
    convert = Uprighter(path, facts, "rgb24", max_side_px, is_quick=is_sparse)
    with FrameStream(path, facts, is_coarse=is_sparse) as reader:
        for span in spans:
            reader.set_skip("NONREF" if is_sparse else "DEFAULT")
            last = -1.0
            for tick, second, frame in ticks(reader, span, 1 / rate_hz):
                is_new = second > last and span.start <= second <= tick + reader.instant
                last = second if is_new else tick
                yield SampledFrame(last, partial(convert.pixels, frame), partial(convert.grey, frame))
                progress((done + tick - span.start) / whole, "reading pictures")
            done += span.duration


def frame_at(path: Path, facts: MediaFacts, at: float, max_side_px: int | None = None) -> NDArray[np.uint8]:
    """Return the frame shown at source second `at`: the last one whose timestamp is not later.

    Before the first frame that is the first, after the end the last.

    Returns:
        (height, width, 3) uint8 RGB, upright, square pixels.

    Raises:
        MediaError: the file can't be opened, has no picture, or none can be decoded.
    """
    with FrameReader(path, facts) as reader:
        return reader.pixels_at(at, max_side_px)
