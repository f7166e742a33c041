"""Put the streams of a file that can't be played from any place into one that can, without coding them anew."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from core.errors import DiskFullError
from core.media.clock import MICROSECONDS, packet_second
from core.media.container import open_media, read_packets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from av.container import InputContainer
    from av.packet import Packet
    from av.stream import Stream

    from core.schema.record import ProgressCallback
    from core.schema.source import MediaFacts

# A seek that lands this far behind where it was sent is no seek.
LATE_SECONDS = 2.0
SPARE_BYTES = 200_000_000


def why_remux(path: Path, facts: MediaFacts) -> str:
    """Return why a file must be put into another container before use, or nothing where it needn't."""
    with open_media(path) as container:
        if container.duration is None:
            return "its header has no length"
        if not _can_seek(container, facts):
            return "it can't be read from the middle"
    return ""


def remux(path: Path, facts: MediaFacts, to: Path, progress: ProgressCallback) -> None:
    """Copy the chosen video and audio streams, packet by packet, into a Matroska file with an index.

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
    with open_media(path) as source, av.open(str(to), "w", format="matroska") as copy:
        wanted = [part.index for part in (facts.video, facts.audio) if part is not None]
        streams: list[Stream] = [source.streams[index] for index in wanted]
        copies = {stream.index: copy.add_stream_from_template(stream) for stream in streams}
        for packet in _with_decoding_times(read_packets(source, streams)):
            at = packet_second(packet, facts.start_offset) or 0.0
            packet.stream = copies[packet.stream_index]
            copy.mux(packet)
            progress(min(1.0, at / facts.duration), "making the file seekable")


def _with_decoding_times(packets: Iterator[Packet[Stream]]) -> Iterator[Packet[Stream]]:
    """Yield packets with decoding times, which Matroska leaves out of a stream's first packets."""
    waiting: dict[int, list[Packet[Stream]]] = {}
    known: set[int] = set()
    for packet in packets:
        if not packet.size:
            continue
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
    return at is not None and at <= middle + LATE_SECONDS
