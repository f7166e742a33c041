"""A picture every few seconds of a source, from its keyframes: all that need be decoded to see who is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.media.decode import SampledFrame, sample_frames
from core.media.frames import FrameStream, ticks
from core.media.upright import Uprighter
from core.schema.record import ProgressCallback, ignore_progress
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from core.schema.source import MediaFacts

# Keyframes further apart than so many intervals show too little: then frames between them are decoded too.
_SPARSE_INTERVALS = 2.5


def glimpses(
    path: Path,
    facts: MediaFacts,
    interval: float,
    max_side_px: int,
    progress: ProgressCallback = ignore_progress,
) -> Iterator[SampledFrame]:
    """Yield the picture at about each multiple of `interval` seconds: the keyframe at or before it, each once.

    Raises:
        MediaError: the file can't be opened, or has no picture.
    """
    whole = TimeSpan(start=0.0, end=facts.duration)
    convert = Uprighter(path, facts, "rgb24", max_side_px, is_quick=True)
    last = -1.0
    with FrameStream(path, facts, "NONKEY", is_coarse=True) as reader:
        for tick, at, frame in ticks(reader, whole, interval):
            if tick - at > _SPARSE_INTERVALS * interval:
                break
            progress(tick / max(facts.duration, 1e-6), "looking at pictures")
            if at > last:
                last = at
                yield SampledFrame(max(at, 0.0), convert.pixels(frame))
        else:
            return
    rest = TimeSpan(start=tick, end=facts.duration)
    for sampled in sample_frames(path, facts, [rest], 1 / interval, max_side_px):
        progress(sampled.at / max(facts.duration, 1e-6), "looking at pictures")
        yield sampled
