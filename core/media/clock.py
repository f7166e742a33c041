"""The one place where timestamps become seconds: source second 0 is the file's own first timestamp."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.frame import Frame
    from av.packet import Packet
    from av.stream import Stream

MICROSECONDS = 1_000_000
# A file's length may be told a fiftieth too short; what comes much later has a damaged timestamp.
LATE_SECONDS, LATE_SHARE = 30.0, 0.05


def container_start(container: InputContainer) -> float:
    """Return the container's first timestamp in seconds; 0 where it says none."""
    if container.start_time is not None:
        return container.start_time / MICROSECONDS
    starts = [
        float(stream.start_time * stream.time_base)
        for stream in container.streams
        if stream.start_time is not None and stream.time_base
    ]
    return min(starts, default=0.0)


def frame_second(frame: Frame, start_offset: float) -> float | None:
    """Return the source second of a decoded frame, or None where it carries no timestamp."""
    timestamp = frame.pts if frame.pts is not None else frame.dts
    time_base = frame.time_base
    if timestamp is None or time_base is None:
        return None
    # As exact as the product of fractions, which takes longer than decoding a frame of sound.
    return timestamp * time_base.numerator / time_base.denominator - start_offset


def packet_second(packet: Packet[Any], start_offset: float) -> float | None:
    """Return the source second at which a packet is shown, or None where it carries no timestamp."""
    time_base = packet.time_base
    if packet.pts is None or not time_base:
        return None
    return packet.pts * time_base.numerator / time_base.denominator - start_offset


def latest_second(duration: float) -> float:
    """Return the last source second that a timestamp of a file of a length can mean.

    One flipped bit makes a timestamp of hours or days; believed, it would cost all that comes after it.
    """
    return duration + max(LATE_SECONDS, LATE_SHARE * duration)


def to_timestamp(at: float, stream: Stream, start_offset: float) -> int:
    """Return the stream's timestamp at a source second, rounded down."""
    if not stream.time_base:
        return 0
    return int((at + start_offset) / stream.time_base // 1)
