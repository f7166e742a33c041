"""Put the streams of a file that can't be played from any place into one that can, without coding them anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, cast

from core.errors import DiskFullError
from core.media.clock import MICROSECONDS, packet_second
from core.media.container import RAW_CONTAINERS, open_media, read_packets
from core.media.timeline import is_jump, used_streams

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream
    from av.video.frame import VideoFrame

    from core.schema.record import ProgressCallback
    from core.schema.source import MediaFacts

# A seek that lands this far behind where it was sent is no seek.
LATE_SECONDS = 2.0
SPARE_BYTES = 200_000_000
# Changes the times of a packet in reading order; whether it is to be kept.
Retime = Callable[["Packet[Stream]"], bool]


def why_remux(path: Path, facts: MediaFacts) -> str:
    """Return why a file must be put into another container before use, or nothing where it needn't."""
    with open_media(path) as container:
        if facts.container in RAW_CONTAINERS:
            return "its pictures have no times"
        if container.duration is None:
            return "its header has no length"
        if not _can_seek(container, facts):
            return "it can't be read from the middle"
    return ""


def remux(
    path: Path, facts: MediaFacts, to: Path, progress: ProgressCallback, retime: Retime = lambda packet: True
) -> None:
    """Copy the streams that are used, packet by packet, into a Matroska file with an index.

    Raises:
        MediaError: the file can't be opened.
        DiskFullError: there is no room for the copy.
        av.error.FFmpegError, ValueError: the streams can't be put into Matroska.
    """
    import av

    if shutil.disk_usage(to.parent).free < facts.size_bytes + SPARE_BYTES:
        raise DiskFullError(
            "There is not enough disk space to prepare this file.",
            str(path),
            remedy="Free some space; the work then goes on where it was.",
            needed_bytes=facts.size_bytes + SPARE_BYTES,
        )
    with open_media(path) as source, av.open(f"file:{to}", "w", format="matroska") as copy:
        streams = [source.streams[index] for index in used_streams(facts)]
        copies = {stream.index: copy.add_stream_from_template(stream) for stream in streams}
        kept = (packet for packet in read_packets(source, streams) if packet.size and retime(packet))
        for packet in _with_decoding_times(kept):
            at = packet_second(packet, facts.start_offset) or 0.0
            packet.stream = copies[packet.stream_index]
            copy.mux(packet)
            progress(min(1.0, max(0.0, at / facts.duration)), "making the file seekable")


class JoinParts:
    """Moves what comes after each jump of a file's clock to where the stretch before it ends.

    Streams cross a jump at different packets, since they lie interleaved: each keeps count of its own.

    Args:
        shifts: Seconds to move each stretch by, as `Timeline.shifts` gives them.
    """

    def __init__(self, shifts: Sequence[float]) -> None:
        self._shifts = shifts
        self._part: dict[int, int] = {}
        self._expected: dict[int, float] = {}
        self._last: dict[int, int] = {}

    def __call__(self, packet: Packet[Stream]) -> bool:
        """Move one packet; one without any time is kept as it is."""
        if packet.dts is None or not packet.time_base:
            return True
        index, unit = packet.stream_index, float(packet.time_base)
        at = packet.dts * unit
        if is_jump(self._expected.get(index, at), at):
            self._part[index] = min(self._part.get(index, 0) + 1, len(self._shifts) - 1)
            self._expected[index] = at
        self._expected[index] = max(self._expected.get(index, at), at + (packet.duration or 0) * unit)
        moved = round(self._shifts[self._part.get(index, 0)] / unit)
        # Parts may differ in how far ahead of showing they decode.
        packet.dts = max(packet.dts + moved, self._last.get(index, packet.dts + moved - 1) + 1)
        self._last[index] = packet.dts
        if packet.pts is not None:
            packet.pts = max(packet.pts + moved, packet.dts)
        return True


class CountPictures:
    """Gives the packets of a stream without times their times, at a constant rate.

    Args:
        positions: For each packet, its place among the pictures as they are shown, or None where it gives none.
        fps: How many are shown in a second.
    """

    def __init__(self, positions: Sequence[int | None], fps: Fraction) -> None:
        self._positions = positions
        self._unit = 1 / fps
        # Nothing may be shown before it is decoded.
        self._lead = max((n - shown for n, shown in enumerate(positions) if shown is not None), default=0)
        self._read = 0

    def __call__(self, packet: Packet[Stream]) -> bool:
        """Time one packet; one that shows nothing is left out."""
        number = self._read
        self._read += 1
        shown = self._positions[number] if number < len(self._positions) else None
        if shown is None:
            return False
        packet.time_base = self._unit
        packet.pts, packet.dts, packet.duration = shown, number - self._lead, 1
        return True


def shown_order(path: Path, facts: MediaFacts, progress: ProgressCallback) -> list[int | None]:
    """Return the place of each packet of the video stream among the pictures as shown, found by decoding them all.

    Raises:
        MediaError: the file can't be opened.
    """
    import av

    order: list[int] = []
    count = 0
    with open_media(path) as container:
        stream = container.streams[facts.video.index if facts.video else 0]
        stream.codec_context.thread_type = "AUTO"
        for packet in read_packets(container, [stream]):
            if packet.size:
                packet.pts = packet.dts = count
                count += 1
                progress(min(1.0, count / max(1.0, facts.duration * 25)), "putting pictures in order")
            try:
                frames = cast("list[VideoFrame]", packet.decode())
            except av.error.FFmpegError:
                continue
            order += [frame.pts for frame in frames if frame.pts is not None]
    positions: list[int | None] = [None] * count
    for shown, number in enumerate(order):
        if 0 <= number < count:
            positions[number] = shown
    return positions


def _with_decoding_times(packets: Iterator[Packet[Stream]]) -> Iterator[Packet[Stream]]:
    """Yield packets with decoding times, which Matroska leaves out of a stream's first packets."""
    waiting: dict[int, list[Packet[Stream]]] = {}
    known: set[int] = set()
    for packet in packets:
        index = packet.stream_index
        if packet.dts is None and index not in known:
            waiting.setdefault(index, []).append(packet)
            continue
        early = waiting.pop(index, [])
        if early and packet.dts is not None:
            step = max(1, packet.duration or 1)
            for count, held in enumerate(early):
                held.dts = packet.dts - step * (len(early) - count)
        yield from early
        known.add(index)
        if packet.dts is not None:
            yield packet
    for held in (packet for early in waiting.values() for packet in early if packet.pts is not None):
        held.dts = held.pts
        yield held


def _can_seek(container: InputContainer, facts: MediaFacts) -> bool:
    """Whether reading can begin in the middle, judged by doing so."""
    import av

    main = facts.video or facts.audio
    if main is None:
        return False
    middle = facts.duration / 2
    try:
        container.seek(int((middle + facts.start_offset) * MICROSECONDS))
    except av.error.FFmpegError:
        return False
    first = next(iter(read_packets(container, [container.streams[main.index]])), None)
    at = packet_second(first, facts.start_offset) if first is not None else None
    if at is None and facts.video and first is not None and facts.video.is_still:
        # A single picture lies before the middle; there is nothing behind it.
        return True
    return at is not None and at <= middle + LATE_SECONDS
