"""Put picture and sound that came in two files into one, without coding them anew."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from core.media.container import open_media, read_packets

if TYPE_CHECKING:
    from av.container import InputContainer, OutputContainer
    from av.packet import Packet
    from av.stream import Stream


def join_streams(picture: Path, sound: Path, to: Path) -> Path:
    """Copy the picture of one file and the sound of another into a Matroska file, and remove the two.

    Raises:
        MediaError: One can't be opened.
        av.error.FFmpegError, ValueError: They can't be put together.
    """
    import av

    partial = to.with_name(to.name + ".part")
    with (
        open_media(picture) as seen,
        open_media(sound) as heard,
        av.open(f"file:{partial}", "w", format="matroska") as copy,
    ):
        packets = (_copied(seen, seen.streams.video[0], copy), _copied(heard, heard.streams.audio[0], copy))
        for _, packet in heapq.merge(*packets, key=lambda each: each[0]):
            copy.mux(packet)
    partial.replace(to)
    picture.unlink()
    sound.unlink()
    return to


def _copied(
    source: InputContainer, stream: Stream, copy: OutputContainer
) -> Iterator[tuple[float, Packet[Stream]]]:
    """Return the packets of a stream with their seconds, to be written into a copy of it."""
    made = copy.add_stream_from_template(stream)

    def read() -> Iterator[tuple[float, Packet[Stream]]]:
        at = 0.0
        for packet in read_packets(source, [stream]):
            if packet.size and packet.dts is not None:
                at = float(packet.dts * packet.time_base)
                packet.stream = made
                yield at, packet

    return read()
