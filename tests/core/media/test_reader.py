"""The reader gives the frame that is shown, in whatever order it is asked, and seeks only where it must."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import MediaError
from core.media.probe import probe
from core.media.reader import FrameReader, tick_seconds
from core.schema.time import Cut, TimeSpan


def write_levels(path: Path, times, options, suffix_rate=Fraction(25)) -> Path:
    """Write frames whose number is told by two grey levels: n // 16 above, n % 16 below."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=suffix_rate, options={"crf": "2", **options})
        context = stream.codec_context
        context.width, context.height, context.pix_fmt, context.time_base = 64, 64, "yuv420p", Fraction(1, 90000)
        context.colorspace = context.color_primaries = context.color_trc = context.color_range = 1
        for index, second in enumerate(times):
            frame = av.VideoFrame(64, 64, "yuv420p")
            for plane, value in zip(frame.planes, (0, 128, 128), strict=True):
                rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
                rows[:] = value
                if plane.height == 64:
                    rows[:32], rows[32:] = 24 + index // 16 * 12, 24 + index % 16 * 12
            frame.pts, frame.time_base = round(second * 90000), Fraction(1, 90000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def number(picture) -> int:
    high, low = picture.y[:28].mean(), picture.y[36:].mean()
    return round((high - 24) / 12) * 16 + round((low - 24) / 12)


KINDS = {
    "b-frames.mp4": {"preset": "medium", "g": "60", "bf": "3"},
    "one keyframe.mp4": {"preset": "medium", "g": "999", "bf": "3", "sc_threshold": "0"},
    "all keyframes.mkv": {"preset": "ultrafast", "g": "1"},
    "coarse times.mkv": {"preset": "medium", "g": "30", "bf": "2"},
    "no index.ts": {"preset": "medium", "g": "40", "bf": "2"},
}
COUNT = 160


@pytest.fixture(scope="module", params=KINDS)
def source(request, tmp_path_factory):
    times = [index * 1001 / 30000 for index in range(COUNT)]
    path = tmp_path_factory.mktemp("reader") / request.param
    return write_levels(path, times, KINDS[request.param], Fraction(30000, 1001))


def at_frame(index: int) -> float:
    return (index + 0.4) * 1001 / 30000


@pytest.mark.parametrize("history", [0, 8])
def test_in_any_order(source, history):
    facts = probe(source)
    order = [*range(30), *np.random.default_rng(2).permutation(COUNT)[:60], *range(90, 60, -1)]
    with FrameReader(source, facts, history) as reader:
        assert [number(reader.picture_at(at_frame(index))) for index in order] == order


def test_before_the_first_and_after_the_last(source):
    with FrameReader(source, probe(source)) as reader:
        assert number(reader.picture_at(-3.0)) == 0
        assert number(reader.picture_at(99.0)) == COUNT - 1
        assert number(reader.picture_at(0.0)) == 0


def test_ticks_on_the_frames_own_times(source):
    """Where times are rounded to milliseconds, no frame may be shown twice and none lost."""
    facts = probe(source)
    start = 50 * 1001 / 30000
    cut = Cut(ranges=(TimeSpan(start=start, end=start + 60 * 1001 / 30000),))
    with FrameReader(source, facts) as reader:
        shown = [number(reader.picture_at(at)) for at in tick_seconds(cut, 30000, 1001, 60)]
    assert shown == list(range(50, 110))


def test_a_frame_that_is_shown_very_long_is_found(tmp_path):
    """A seek leaves out frames far before its target; one of those may be the one that is still shown."""
    times = [*(index / 25 for index in range(50)), *(9.0 + index / 25 for index in range(50))]
    path = write_levels(
        tmp_path / "gap.mp4", times, {"preset": "medium", "g": "999", "bf": "3", "sc_threshold": "0"}
    )
    facts = probe(path)
    for at, expected in ((8.5, 49), (5.0, 49), (1.0, 25), (9.0, 50), (10.96, 99)):
        with FrameReader(path, facts) as reader:
            assert number(reader.picture_at(at)) == expected


def test_the_same_picture_object_while_nothing_changes(source):
    with FrameReader(source, probe(source)) as reader:
        first = reader.picture_at(at_frame(10))
        assert reader.picture_at(at_frame(10) + 0.005) is first
        assert reader.picture_at(at_frame(11)) is not first


def test_stepping_back_is_served_from_history(source):
    with FrameReader(source, probe(source), history=12) as reader:
        for index in range(100, 120):
            reader.picture_at(at_frame(index))
        sought = []
        reader._seek = sought.append  # type: ignore[method-assign]
        assert [number(reader.picture_at(at_frame(index))) for index in range(119, 108, -1)] == list(
            range(119, 108, -1)
        )
        assert sought == []


def test_damaged_pieces_hold_the_last_good_frame(tmp_path):
    times = [index / 25 for index in range(60)]
    path = write_levels(tmp_path / "whole.mp4", times, {"preset": "ultrafast", "g": "10"})
    facts = probe(path)
    content = bytearray(path.read_bytes())
    middle = content.index(b"mdat") + (len(content) - content.index(b"mdat")) // 3
    content[middle : middle + 400] = bytes(400)
    path.write_bytes(content)
    with FrameReader(path, facts) as reader:
        shown = [number(reader.picture_at(index / 25)) for index in range(60)]
    assert shown[:5] == list(range(5)) and shown[-5:] == list(range(55, 60))


def test_a_file_without_picture_is_refused(tmp_path):
    path = write_levels(tmp_path / "x.mp4", [0.0, 0.04, 0.08], {})
    with pytest.raises(MediaError):
        FrameReader(path, probe(path).model_copy(update={"video": None}))


@given(
    lengths=st.lists(st.integers(1, 40), min_size=1, max_size=8),
    gaps=st.lists(st.integers(1, 50), min_size=8, max_size=8),
    rate=st.sampled_from([(30, 1), (25, 1), (30000, 1001), (24000, 1001), (60, 1)]),
)
def test_ticks_show_every_kept_frame_once(lengths, gaps, rate):
    interval = rate[1] / rate[0]
    ranges, wanted, frame = [], [], 0
    for length, gap in zip(lengths, gaps, strict=False):
        frame += gap
        ranges.append(TimeSpan(start=frame * interval, end=(frame + length) * interval))
        wanted.extend(range(frame, frame + length))
        frame += length
    seconds = tick_seconds(Cut(ranges=tuple(ranges)), *rate, len(wanted))
    assert [round(second / interval) for second in seconds] == wanted
    assert np.abs(np.array(seconds) / interval - wanted).max() < 1e-6
