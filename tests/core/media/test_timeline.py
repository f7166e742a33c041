"""Where a recording's clock jumps, and that its parts end up one after the other, whatever they were."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.timeline import ClockJump, Timeline, is_jump
from core.schema.source import MediaFacts

UNIT = 90_000


@dataclass
class Packet:
    """As much of a packet as a timeline looks at."""

    stream_index: int
    dts: int | None
    duration: int
    size: int = 10
    pts: int | None = None
    time_base: float = 1 / UNIT
    is_corrupt: bool = False
    is_discard: bool = False


def facts(container: str = "mpegts") -> MediaFacts:
    return MediaFacts(container=container, duration=10.0, size_bytes=1)


def stretch(start: float, seconds: float, step: float, stream: int) -> list[Packet]:
    return [
        Packet(stream, round((start + count * step) * UNIT), round(step * UNIT))
        for count in range(max(1, round(seconds / step)))
    ]


def interleaved(start: float, seconds: float) -> list[Packet]:
    both = stretch(start, seconds, 0.04, 0) + stretch(start + 0.02, seconds, 0.02, 1)
    return sorted(both, key=lambda packet: packet.dts or 0)


def seen(packets: list[Packet], container: str = "mpegts") -> Timeline:
    timeline = Timeline(facts(container))
    for packet in packets:
        timeline.see(packet)  # type: ignore[arg-type]
    return timeline


@given(st.lists(st.tuples(st.floats(0, 90_000), st.floats(1.0, 20.0)), min_size=1, max_size=5))
def test_parts_follow_each_other_without_overlap(parts: list[tuple[float, float]]) -> None:
    packets, expected = [], 0
    end = None
    for start, seconds in parts:
        if end is not None and is_jump(end, start) and is_jump(end, start + 0.02):
            expected += 1
        elif end is not None:
            start = end
        packets += interleaved(start, seconds)
        end = start + seconds + 0.02
    timeline = seen(packets)
    shifts = timeline.shifts()
    assert timeline.jumps == expected
    assert shifts is not None and len(shifts) == expected + 1 and shifts[0] == 0.0
    moved = [
        [(part.start + shift, part.end + shift) for part, shift in zip(stream, shifts, strict=True)]
        for stream in timeline.parts.values()
    ]
    for number in range(1, len(shifts)):
        earlier = max(stream[number - 1][1] for stream in moved)
        later = min(stream[number][0] for stream in moved)
        assert later == pytest.approx(earlier, abs=1e-3)


def test_a_jump_stops_the_reading_where_that_is_asked_for() -> None:
    timeline = Timeline(facts(), stops_at_jumps=True)
    with pytest.raises(ClockJump):
        for packet in interleaved(5.0, 2.0) + interleaved(0.0, 2.0):
            timeline.see(packet)  # type: ignore[arg-type]


def test_streams_that_do_not_jump_together_are_left_alone() -> None:
    packets = stretch(0.0, 4.0, 0.02, 1) + stretch(0.0, 2.0, 0.04, 0) + stretch(50.0, 2.0, 0.04, 0)
    timeline = seen(packets)
    assert timeline.jumps == 1 and timeline.shifts() is None


@pytest.mark.parametrize("container", ["matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2", "avi"])
def test_only_streams_that_may_jump_are_suspected(container: str) -> None:
    assert seen(interleaved(5.0, 2.0) + interleaved(0.0, 2.0), container).jumps == 0


def test_small_steps_and_held_pictures_are_no_jumps() -> None:
    assert not is_jump(10.0, 9.95) and not is_jump(10.0, 19.0)
    assert is_jump(10.0, 9.8) and is_jump(10.0, 20.5)
