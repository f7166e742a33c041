"""The timestamps of a file as they pass by: when pictures are shown, and where the clock of a recording jumps.

Recordings that were joined byte by byte, or that lost their signal, start to count anew in the middle. Only
transport and program streams do so; what makes a jump there is what FFmpeg's command line takes for one.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.media.container import open_media, read_packets

if TYPE_CHECKING:
    from pathlib import Path

    from av.packet import Packet
    from av.stream import Stream

    from core.schema.record import ProgressCallback
    from core.schema.source import MediaFacts

JUMPING_CONTAINERS = ("mpegts", "mpeg")
BACK_SECONDS = 0.1
AHEAD_SECONDS = 10.0
PROGRESS_PACKETS = 500


class ClockJump(Exception):
    """The clock of a file jumped; raised out of the reading that met it, never to the user."""


@dataclass
class Part:
    """A stretch of one stream between two jumps, in the file's own seconds; `decoded` is where decoding stands."""

    start: float
    end: float
    decoded: float


@dataclass
class Timeline:
    """Takes packets of one file in reading order.

    `seconds` are the source seconds of its pictures, in that order; `parts` are the stretches of each stream.

    Args:
        facts: What `probe` said of the file.
        stops_at_jumps: Raise `ClockJump` at the first one.
    """

    facts: MediaFacts
    stops_at_jumps: bool = False
    seconds: array[float] = field(default_factory=lambda: array("d"))
    parts: dict[int, list[Part]] = field(default_factory=dict)
    corrupt: int = 0
    _units: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._video = self.facts.video.index if self.facts.video else -1
        self._can_jump = self.facts.container in JUMPING_CONTAINERS

    @property
    def jumps(self) -> int:
        """How often the clock jumps."""
        return max((len(parts) for parts in self.parts.values()), default=1) - 1

    def see(self, packet: Packet[Stream]) -> None:
        """Take one packet.

        Raises:
            ClockJump: the clock jumped, and the reading is to stop at that.
        """
        if not packet.size:
            return
        index = packet.stream_index
        unit = self._units.get(index)
        if unit is None:
            unit = self._units[index] = float(packet.time_base or 0)
        self.corrupt += packet.is_corrupt
        if index == self._video and packet.pts is not None and not packet.is_discard:
            self.seconds.append(packet.pts * unit - self.facts.start_offset)
        if self._can_jump and packet.dts is not None:
            shown = packet.dts if packet.pts is None else packet.pts
            self._follow(index, packet.dts * unit, shown * unit, (packet.duration or 0) * unit)

    def shifts(self) -> list[float] | None:
        """Return by how many seconds each part is to be moved so that it begins where the one before ends.

        None where streams do not jump together: then nobody knows which of them is right.
        """
        streams = list(self.parts.values())
        if not streams or len({len(parts) for parts in streams}) != 1:
            return None
        shifts = [0.0]
        end = max(parts[0].end for parts in streams)
        for number in range(1, len(streams[0])):
            shifts.append(end - min(parts[number].start for parts in streams))
            end = max(parts[number].end for parts in streams) + shifts[-1]
        return shifts

    def _follow(self, index: int, decoded: float, shown: float, duration: float) -> None:
        parts = self.parts.setdefault(index, [])
        is_new = bool(parts) and is_jump(parts[-1].decoded, decoded)
        if is_new and self.stops_at_jumps:
            raise ClockJump
        if is_new or not parts:
            parts.append(Part(shown, shown, decoded))
        part = parts[-1]
        part.start, part.end = min(part.start, shown), max(part.end, shown + duration)
        part.decoded = max(part.decoded, decoded + duration)


def is_jump(expected: float, at: float) -> bool:
    """Whether a packet that was expected at one second and comes at another shows that the clock jumped."""
    return at + BACK_SECONDS < expected or at > expected + AHEAD_SECONDS


def read_timeline(
    path: Path, facts: MediaFacts, progress: ProgressCallback, stops_at_jumps: bool = False
) -> Timeline:
    """Return the timeline of the streams that are used, reading the whole file without decoding.

    Raises:
        MediaError: the file can't be opened.
        ClockJump: the clock jumped, and the reading is to stop at that.
    """
    timeline = Timeline(facts, stops_at_jumps)
    with open_media(path) as container:
        streams = [container.streams[index] for index in used_streams(facts)]
        for count, packet in enumerate(read_packets(container, streams)):
            timeline.see(packet)
            if count % PROGRESS_PACKETS == 0:
                progress(min(1.0, (packet.pos or 0) / max(1, facts.size_bytes)), "reading timestamps")
    return timeline


def used_streams(facts: MediaFacts) -> tuple[int, ...]:
    """Return the indices of the streams that are used: the picture, then what is heard, in the order of mixing."""
    heard = facts.mixed_streams or ((facts.audio.index,) if facts.audio else ())
    return ((facts.video.index,) if facts.video else ()) + tuple(heard)
