"""How long a file really is: what its header says, what its index says, and what is really there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.media.clock import MICROSECONDS
from core.media.container import open_media, read_packets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from av.container import InputContainer
    from av.stream import Stream

# Reading this much without decoding takes less than half a second, and settles the length of any file.
SCAN_BYTES = 64_000_000
TAIL_SECONDS = 10.0
TOLERANCE_SECONDS = 1.0
TOLERANCE_SHARE = 0.02


@dataclass
class Extent:
    """The usable `duration`, the `claimed` one (0 where none), in seconds.

    `packets` and `untimed`, those without any timestamp, are 0 where they were not counted.
    """

    duration: float
    claimed: float
    packets: int = 0
    untimed: int = 0
    video_fps: float = 0.0

    @property
    def is_cut_off(self) -> bool:
        """Whether much of what the file claims to hold is not there."""
        return self.claimed - self.duration > max(TOLERANCE_SECONDS, TOLERANCE_SHARE * self.claimed)


def find_extent(container: InputContainer, streams: Sequence[Stream], offset: float) -> Extent:
    """Return how long the given streams last, at the least reading that settles it.

    Args:
        container: An open file; its reading position is lost.
        streams: The streams that will be used.
        offset: The file's own second that is source second 0.
    """
    claimed = (container.duration or 0) / MICROSECONDS
    if all(has_whole_index(stream) for stream in streams) and claimed:
        extent = Extent(max(_indexed_end(stream) for stream in streams) - offset, claimed)
        return extent if extent.is_cut_off else Extent(claimed, claimed)
    # Matroska's length counts from the file's own 0, so that a late start is a part of it.
    is_from_zero = "matroska" in container.format.name and 0 < offset < claimed
    if container.size > SCAN_BYTES and claimed:
        last = claimed - offset if is_from_zero else claimed
        seen = _read_from(container, streams, offset, last - TAIL_SECONDS)
        if seen.duration > 0:
            return _settle(claimed, seen, offset if is_from_zero else 0.0)
    return _settle(claimed, _read_from(container, streams, offset, 0.0), offset if is_from_zero else 0.0)


def count_pictures(path: Path, index: int) -> Extent:
    """Return how many pictures a stream without times has: it can't be gone back in, so it is opened anew."""
    with open_media(path) as container:
        sizes = [packet.size for packet in read_packets(container, [container.streams[index]]) if packet.size]
    return Extent(0.0, 0.0, packets=len(sizes), untimed=len(sizes))


def has_whole_index(stream: Stream) -> bool:
    """Whether a stream's index holds every sample of it: MP4's does; Matroska's holds keyframes, others nothing.

    A fragmented MP4 has an index of what was read; with a table of its fragments that is the first of them.
    """
    entries, container = stream.index_entries, stream.container
    if "mp4" not in container.format.name or not len(entries) or not stream.time_base:
        return False
    if stream.frames:
        return True
    claimed = float((stream.duration or 0) * stream.time_base)
    return _indexed_end(stream) > claimed - TOLERANCE_SECONDS


def _settle(claimed: float, seen: Extent, late: float) -> Extent:
    """Return the claim where what was seen bears it out, else what was seen, which may also be more."""
    seen.claimed = claimed
    if late and abs(claimed - late - seen.duration) < TOLERANCE_SECONDS:
        seen.claimed = seen.duration
    elif claimed and not seen.is_cut_off and seen.duration - claimed < TOLERANCE_SHARE * claimed:
        seen.duration = claimed
    return seen


def _indexed_end(stream: Stream) -> float:
    """Return the second, as the file counts, up to which indexed samples lie inside the file."""
    entries, time_base = stream.index_entries, float(stream.time_base or 0)
    size = getattr(stream.container, "size", 0)
    last = len(entries) - 1
    while last > 0 and entries[last].pos + entries[last].size > size:
        last -= 1
    if last == 0:
        # A single picture lasts as long as its track says.
        return entries[0].timestamp * time_base + float(stream.duration or 0) * time_base
    per_entry = (entries[last].timestamp - entries[0].timestamp) / last
    return (entries[last].timestamp + per_entry) * time_base


def _read_from(container: InputContainer, streams: Sequence[Stream], offset: float, start: float) -> Extent:
    """Read packets from a second on, without decoding, and return where the last one ends."""
    import av

    try:
        container.seek(int((max(0.0, start) + offset) * MICROSECONDS))
    except av.error.FFmpegError:
        # A raw stream can't seek; what follows from where it stands tells enough.
        with suppress(av.error.FFmpegError):
            container.seek(int(offset * MICROSECONDS), any_frame=True)
    seen = Extent(0.0, 0.0)
    first, last, pictures = float("inf"), float("-inf"), 0
    for packet in read_packets(container, list(streams)):
        if not packet.size:
            continue
        seen.packets += 1
        if packet.pts is None or not packet.time_base:
            seen.untimed += packet.dts is None
            continue
        at = float(packet.pts * packet.time_base) - offset
        seen.duration = max(seen.duration, at + float((packet.duration or 0) * packet.time_base))
        if packet.stream.type == "video":
            first, last = min(first, at), max(last, at)
            pictures += 1
    if pictures > 8 and last > first:
        seen.video_fps = (pictures - 1) / (last - first)
    return seen
