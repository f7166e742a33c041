"""Where a clip lies in its media: ranges on frame boundaries, keyframes to decode from, the output's frame rate.

Picture and sound start together only when a range starts at a frame's timestamp (measured: 23 ms off otherwise).
Frame times come from packets, which costs no decoding; where packets have none, frames are decoded.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from core.errors import MediaError
from core.media.clock import packet_second
from core.media.frames import SEEK_BACK_SECONDS, FrameStream
from core.schema.media import ClipMedia
from core.schema.time import Cut, TimeSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from core.schema.source import MediaFacts

STANDARD_RATES = ((24000, 1001), (24, 1), (25, 1), (30000, 1001), (30, 1), (50, 1), (60000, 1001), (60, 1))
SMOOTH_RATE = (30, 1)
SLOW_FPS = 20.0
MAX_FPS = 60.5
# By this share a rate may be above its limit and still be within it: people write 29.97 for 30000/1001, or 30.
RATE_TOLERANCE = 0.002
# Timestamps of MKV are whole milliseconds: two that differ by less than this are the same instant.
INSTANT = 0.0011
# Move a start or end by at most this many frames.
NEAR_FRAMES = 1.5
# A range under this is a slip of the hand, not a part of a clip.
SHORTEST_SECONDS = 0.01


@dataclass
class FrameTimes:
    """Sorted seconds of the frames around a span, and those of keyframes among them."""

    seconds: list[float]
    keyframes: list[float]


def index_clip(path: Path, facts: MediaFacts, cut: Cut) -> ClipMedia:
    """Return a cut snapped to frames, with what is needed to decode it without searching.

    Each start moves to the timestamp of the frame that is shown then, each end to the nearest frame boundary,
    but neither by more than a frame and a half: variable rates hold frames long.
    Parts outside the media are cut off.

    Raises:
        MediaError: nothing of the cut lies inside the media, or the file can't be opened.
    """
    ranges = [part for span in cut.ranges if (part := _clamp(span, facts.duration))]
    if not ranges:
        raise MediaError(
            f"The clip lies outside the file, which is {facts.duration:.1f} s long.",
            str(path),
            remedy="Move the clip's in and out points inside the file.",
        )
    numerator, denominator = output_rate(facts)
    if facts.video is None:
        return ClipMedia(
            cut=Cut(ranges=tuple(ranges)),
            seek_to=tuple(span.start for span in ranges),
            fps_numerator=numerator,
            fps_denominator=denominator,
            has_video=False,
            has_audio=facts.audio is not None,
        )
    snapped: list[TimeSpan] = []
    seek_to: list[float] = []
    with FrameStream(path, facts) as reader:
        for index, span in enumerate(ranges):
            times = frame_times(reader, span)
            exact = snap(span, times.seconds, facts)
            if index and span.start >= ranges[index - 1].end and exact.start < snapped[-1].end < exact.end:
                # Ranges that only touched must not show the frame at their joint twice.
                exact = TimeSpan(start=snapped[-1].end, end=exact.end)
            snapped.append(exact)
            seek_to.append(_at_or_before(times.keyframes, snapped[-1].start, 0.0))
    return ClipMedia(
        cut=Cut(ranges=tuple(snapped)),
        seek_to=tuple(seek_to),
        fps_numerator=numerator,
        fps_denominator=denominator,
        has_video=True,
        has_audio=facts.audio is not None,
    )


def output_rate(facts: MediaFacts) -> tuple[int, int]:
    """Return the constant output rate as a fraction: the standard rate nearest to the source's.

    Variable rates become 30; rates over 60 become 60; slow ones are repeated evenly into 25 or 30.
    """
    video = facts.video
    if video is None or video.is_variable_frame_rate:
        return SMOOTH_RATE
    if video.fps > MAX_FPS:
        return STANDARD_RATES[-1]
    if video.fps < SLOW_FPS:
        repeats = 25 / video.fps
        return (25, 1) if abs(repeats - round(repeats)) < 0.02 else SMOOTH_RATE
    return min(STANDARD_RATES, key=lambda rate: abs(rate[0] / rate[1] - video.fps))


def limited_rate(numerator: int, denominator: int, max_fps: float) -> tuple[int, int]:
    """Return a frame rate of at most `max_fps`: divided by the smallest whole number that brings it there.

    59.94 becomes 29.97 and 50 becomes 25: every n-th frame is shown, so that motion stays even.

    Raises:
        ValueError: `max_fps` is not above zero.
    """
    if max_fps <= 0:
        raise ValueError(f"A frame rate limit must be above zero, not {max_fps}")
    divisor = max(1, math.ceil(numerator / denominator / (max_fps * (1 + RATE_TOLERANCE))))
    rate = Fraction(numerator, denominator * divisor)
    return rate.numerator, rate.denominator


def snap(span: TimeSpan, seconds: Sequence[float], facts: MediaFacts) -> TimeSpan:
    """Return a span whose start is the frame shown then and whose end is the frame boundary nearest to its end.

    Args:
        span: Source seconds inside the media.
        seconds: Ascending timestamps of the frames around the span.
        facts: What `probe` said of the file.

    Returns:
        A span that is not empty. Where a frame is held much longer than the usual interval (variable rates, a late
        first frame) a start or end inside it stays where it is: sound must not be added or lost.
    """
    limit = NEAR_FRAMES / min(facts.video.fps, SMOOTH_RATE[0]) if facts.video else 0.0
    start = _at_or_before(seconds, span.start, span.start)
    if span.start - start > limit:
        start = span.start
    boundaries = [at for at in (*seconds, facts.duration) if at > start + INSTANT]
    end = min(boundaries, key=lambda at: abs(at - span.end), default=span.end)
    if abs(end - span.end) > limit:
        end = span.end
    return TimeSpan(start=start, end=end)


def frame_times(reader: FrameStream, span: TimeSpan) -> FrameTimes:
    """Return the times of all frames from the keyframe before a span to shortly after its end."""
    for back in SEEK_BACK_SECONDS:
        reader.seek(span.start - back)
        times = _packet_times(reader, span)
        is_early = times is not None and bool(times.keyframes) and times.keyframes[0] <= span.start + INSTANT
        if times is None or is_early or span.start - back <= reader.video.start:
            break
    return times if times is not None and times.seconds else _decoded_times(reader, span)


def _packet_times(reader: FrameStream, span: TimeSpan) -> FrameTimes | None:
    """Return frame times from packets, or None where a packet carries no presentation time."""
    seconds: list[float] = []
    keyframes: list[float] = []
    for packet in reader.packets():
        if not packet.size:
            continue
        at = packet_second(packet, reader.facts.start_offset)
        if at is None:
            return None
        # Before a stream's first decodable frame there is nothing to show.
        if not packet.is_discard and at >= reader.video.start - INSTANT:
            seconds.append(at)
            if packet.is_keyframe:
                keyframes.append(at)
        if at > span.end + reader.reorder_seconds:
            break
    return FrameTimes(sorted(set(seconds)), sorted(keyframes))


def _decoded_times(reader: FrameStream, span: TimeSpan) -> FrameTimes:
    """Return frame times by decoding."""
    times = FrameTimes([], [])
    for at, frame in _until(reader, span):
        times.seconds.append(at)
        if frame:
            times.keyframes.append(at)
    times.seconds.sort()
    return times


def _until(reader: FrameStream, span: TimeSpan) -> Iterator[tuple[float, bool]]:
    """Yield (second, whether it is a keyframe) of decoded frames to shortly after the span's end."""
    for at, frame in reader.frames_around(span.start):
        yield at, bool(frame.key_frame)
        if at > span.end + INSTANT:
            return


def _clamp(span: TimeSpan, duration: float) -> TimeSpan | None:
    """Return the part of a span that lies inside the media, or None."""
    start, end = max(0.0, span.start), min(span.end, duration)
    return TimeSpan(start=start, end=end) if end - start >= SHORTEST_SECONDS else None


def _at_or_before(seconds: Sequence[float], at: float, otherwise: float) -> float:
    """Return the last of ascending seconds that is not later than `at`."""
    index = bisect_right(seconds, at + INSTANT)
    return seconds[index - 1] if index else otherwise
