"""How long a file really is: what its header says, what its index says, and what is really there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.media.clock import MICROSECONDS
from core.media.container import read_packets

if TYPE_CHECKING:
    from collections.abc import Sequence

    from av.container import InputContainer
    from av.stream import Stream

# Reading this much without decoding takes less than half a second, and settles the length of any file.
SCAN_BYTES = 64_000_000
TAIL_SECONDS = 10.0
TOLERANCE_SECONDS = 1.0
TOLERANCE_SHARE = 0.02


@dataclass
class Extent:
    """The usable `duration`, the `claimed` one (0 where none), in seconds; `packets` is 0 where not counted."""

    duration: float
    claimed: float
    packets: int = 0
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
    end = _indexed_end(container, streams, offset)
    if end is not None and claimed:
        extent = Extent(end, claimed)
        return extent if extent.is_cut_off else Extent(claimed, claimed)
    if container.size > SCAN_BYTES and claimed:
        return _settle(claimed, _tail(container, streams, offset, claimed - TAIL_SECONDS))
    return _settle(claimed, _tail(container, streams, offset, 0.0))


def _settle(claimed: float, seen: Extent) -> Extent:
    """Return the claim where what was seen bears it out, else what was seen, which may also be more."""
    seen.claimed = claimed
    if claimed and not seen.is_cut_off and seen.duration - claimed < TOLERANCE_SHARE * claimed:
        seen.duration = claimed
    return seen


def _indexed_end(container: InputContainer, streams: Sequence[Stream], offset: float) -> float | None:
    """Return the second up to which indexed samples lie inside the file, or None without a whole index."""
    if "mp4" not in container.format.name or any(len(stream.index_entries) < 2 for stream in streams):
        return None
    ends = []
    for stream in streams:
        entries, time_base = stream.index_entries, float(stream.time_base or 0)
        last = len(entries) - 1
        while last > 0 and entries[last].pos + entries[last].size > container.size:
            last -= 1
        per_entry = (entries[last].timestamp - entries[0].timestamp) / max(1, last)
        ends.append((entries[last].timestamp + per_entry) * time_base - offset)
    return max(ends)


def _tail(container: InputContainer, streams: Sequence[Stream], offset: float, start: float) -> Extent:
    """Read packets from a second on, without decoding, and return where the last one ends."""
    import av

    try:
        container.seek(int((max(0.0, start) + offset) * MICROSECONDS))
    except av.error.FFmpegError:
        # A raw stream can't seek; what follows from where it stands tells enough.
        with suppress(av.error.FFmpegError):
            container.seek(int(offset * MICROSECONDS), any_frame=True)
    end, count, video_seconds, pictures = 0.0, 0, [1e18, -1e18], 0
    for packet in read_packets(container, list(streams)):
        if packet.pts is None or not packet.time_base or not packet.size:
            continue
        at = float(packet.pts * packet.time_base) - offset
        end = max(end, at + float((packet.duration or 0) * packet.time_base))
        count += 1
        if packet.stream.type == "video":
            video_seconds = [min(video_seconds[0], at), max(video_seconds[1], at)]
            pictures += 1
    length = video_seconds[1] - video_seconds[0]
    return Extent(end, 0.0, count, (pictures - 1) / length if pictures > 8 and length > 0 else 0.0)
