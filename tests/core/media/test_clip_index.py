"""Cuts on frame boundaries."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import MediaError
from core.media.clip_index import STANDARD_RATES, index_clip, limited_rate, output_rate
from core.media.probe import probe
from core.media.reader import FrameReader, tick_seconds
from core.schema.source import MediaFacts, VideoStream
from core.schema.time import Cut, TimeSpan
from tests.conformance import sources
from tests.core.media.conftest import RECIPES, Recipe, even, read_number

Media = Callable[[str], Path]
FRAME = 1 / 24


def cut(*ranges: tuple[float, float]) -> Cut:
    return Cut(ranges=tuple(TimeSpan(start=start, end=end) for start, end in ranges))


@pytest.mark.parametrize(
    "name", ["talk.mp4", "one_keyframe.mkv", "transport.ts", "offset.mkv", "late_picture.mp4"]
)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0.0, 3.0), st.floats(0.05, 8.0))
def test_starts_and_ends_are_frames_of_the_file(media: Media, name: str, start: float, length: float) -> None:
    facts = probe(media(name))
    assert facts.video is not None
    wanted = TimeSpan(start=start, end=min(start + length, facts.duration))
    indexed = index_clip(media(name), facts, Cut(ranges=(wanted,)))
    first = facts.video.start
    frames = [first + second - RECIPES[name].seconds[0] for second in RECIPES[name].seconds]
    got = indexed.cut.ranges[0]
    assert got.end > got.start
    if wanted.start >= first:
        assert min(abs(got.start - frame) for frame in frames) < 0.0012
        if wanted.start < frames[-1] + FRAME:
            assert -0.0012 < wanted.start - got.start < FRAME + 0.0012
    else:
        assert got.start == wanted.start
    if first < wanted.end < frames[-1] and wanted.duration > 2 * FRAME:
        assert min(abs(got.end - frame) for frame in [*frames, facts.duration]) < 0.0012
        assert abs(got.end - wanted.end) <= FRAME / 2 + 0.0012
    assert indexed.seek_to[0] <= got.start or got.start < first
    assert indexed.fps_numerator == 24 and indexed.fps_denominator == 1


def test_keyframes_to_decode_from(media: Media) -> None:
    indexed = index_clip(media("talk.mp4"), probe(media("talk.mp4")), cut((1.0, 1.5), (3.0, 3.9), (4.5, 5.0)))
    assert indexed.seek_to == pytest.approx((0.0, 2.0, 4.0), abs=0.001)
    single = index_clip(media("one_keyframe.mkv"), probe(media("one_keyframe.mkv")), cut((1.0, 1.5), (3.0, 3.9)))
    assert single.seek_to == pytest.approx((0.0, 0.0), abs=0.001)


def test_ranges_that_touch_do_not_show_a_frame_twice(media: Media) -> None:
    joint = 2.0 + 0.8 * FRAME
    first, second = index_clip(
        media("talk.mp4"), probe(media("talk.mp4")), cut((1.0, joint), (joint, 3.0))
    ).cut.ranges
    assert first.end == second.start


def test_parts_outside_are_cut_off_and_nothing_left_is_said(media: Media) -> None:
    facts = probe(media("talk.mp4"))
    indexed = index_clip(media("talk.mp4"), facts, cut((-1.0, 0.5), (5.5, 99.0), (100.0, 120.0)))
    assert len(indexed.cut.ranges) == 2
    assert indexed.cut.ranges[0].start == 0.0 and indexed.cut.ranges[1].end <= facts.duration + 1e-6
    with pytest.raises(MediaError, match="outside the file"):
        index_clip(media("talk.mp4"), facts, cut((70.0, 80.0)))


def test_held_frames_do_not_pull_a_cut_away(media: Media) -> None:
    indexed = index_clip(media("variable.mp4"), probe(media("variable.mp4")), cut((0.8, 1.9), (1.03, 2.3)))
    held, near = indexed.cut.ranges
    assert (held.start, held.end) == (0.8, 1.9)
    assert near.start == pytest.approx(1.02, abs=0.001)
    assert (indexed.fps_numerator, indexed.fps_denominator) == (30, 1)


def test_sound_alone_is_not_snapped(media: Media) -> None:
    indexed = index_clip(media("speech.wav"), probe(media("speech.wav")), cut((0.123, 2.345)))
    assert indexed.cut == cut((0.123, 2.345))
    assert (indexed.has_video, indexed.has_audio, indexed.fps) == (False, True, 30.0)


@pytest.mark.parametrize(
    ("fps", "rate"),
    [
        (23.97, (24000, 1001)),
        (24, (24, 1)),
        (25, (25, 1)),
        (29.969, (30000, 1001)),
        (30.12, (30, 1)),
        (50, (50, 1)),
        (59.94, (60000, 1001)),
        (60, (60, 1)),
        (120, (60, 1)),
        (12.5, (25, 1)),
        (15, (30, 1)),
        (8, (30, 1)),
    ],
)
def test_output_rates_are_standard(fps: float, rate: tuple[int, int]) -> None:
    video = VideoStream(index=0, codec="h264", width=16, height=16, coded_width=16, coded_height=16, fps=fps)
    assert output_rate(MediaFacts(container="mp4", duration=1, size_bytes=1, video=video)) == rate


@pytest.mark.parametrize(
    ("rate", "limit", "limited"),
    [
        ((60000, 1001), 60, (60000, 1001)),
        ((60000, 1001), 30, (30000, 1001)),
        ((60000, 1001), 29.97, (30000, 1001)),
        ((50, 1), 30, (25, 1)),
        ((60, 1), 30, (30, 1)),
        ((60, 1), 29.97, (30, 1)),
        ((25, 1), 24, (25, 2)),
        ((30, 1), 30, (30, 1)),
        ((60, 1), 15, (15, 1)),
        ((60, 1), 16, (15, 1)),
    ],
)
def test_a_rate_over_the_limit_is_divided_by_a_whole_number(
    rate: tuple[int, int], limit: float, limited: tuple[int, int]
) -> None:
    assert limited_rate(*rate, limit) == limited


@given(st.sampled_from(STANDARD_RATES), st.floats(1, 240))
def test_limited_rates_are_within_the_limit_and_no_lower_than_needed(rate: tuple[int, int], limit: float) -> None:
    numerator, denominator = limited_rate(*rate, limit)
    divisor = Fraction(*rate) / Fraction(numerator, denominator)
    assert divisor.denominator == 1
    assert numerator / denominator <= limit * 1.0021
    assert divisor == 1 or Fraction(*rate) / (divisor - 1) > limit


def test_a_limit_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        limited_rate(30, 1, 0.0)


def test_an_end_is_found_where_few_frames_come_in_deep_disorder(tmp_path: Path) -> None:
    """At 4 frames a second, a pyramid of B-frames brings a frame almost two seconds after those behind it."""
    slow = sources.write(tmp_path / "slow.mp4", sources.Recipe("h264_pyramid", "mp4", "4", sound="none"))
    (span,) = index_clip(slow, probe(slow), cut((0.6, 2.3))).cut.ranges
    assert (span.start, span.end) == pytest.approx((0.5, 2.25), abs=0.001)


REORDERED = {
    "open_gop.mp4": ("libx264", {"x264-params": "open-gop=1:scenecut=0:keyint=12:bframes=3:b-pyramid=normal"}),
    "open_gop.ts": ("libx264", {"x264-params": "open-gop=1:scenecut=0:keyint=12:bframes=3"}),
    "mpeg2.ts": ("mpeg2video", {"g": "12", "bf": "2", "b": "4M"}),
    "mpeg4.avi": ("mpeg4", {"g": "24", "bf": "2", "b": "2M"}),
    "intra.mov": ("prores_ks", {"profile": "3"}),
    "vp9.webm": ("libvpx-vp9", {"g": "30", "deadline": "realtime", "cpu-used": "8", "b": "1M"}),
}


@pytest.mark.parametrize("name", REORDERED)
def test_reordered_frames_are_snapped_to_and_shown_exactly(
    make_media: Callable[[str, Recipe], Path], name: str
) -> None:
    """B-frames, open GOPs, and clocks of every container: a range shows its own frames, first and last too."""
    codec, options = REORDERED[name]
    pixel_format = "yuv422p10le" if codec == "prores_ks" else "yuv420p"
    recipe = Recipe(seconds=even(72), codec=codec, encoder=tuple(options.items()), pixel_format=pixel_format)
    path = make_media(name, recipe)
    facts = probe(path)
    assert facts.video is not None
    start = facts.video.start
    wanted = cut((start + 11.4 / 24, start + 20.2 / 24), (start + 36.6 / 24, start + 49.7 / 24))
    indexed = index_clip(path, facts, wanted)
    ends = [(part.start - start, part.end - start) for part in indexed.cut.ranges]
    frames = [(11, 20), (36, 50)]
    assert [second * 24 for pair in ends for second in pair] == pytest.approx([*frames[0], *frames[1]], abs=0.03)
    assert all(seek <= part.start for seek, part in zip(indexed.seek_to, indexed.cut.ranges, strict=True))
    count = sum(last - first for first, last in frames)
    with FrameReader(path, facts) as reader:
        seconds = tick_seconds(indexed.cut, 24, 1, count)
        shown = [read_number(reader.pixels_at(second)) for second in seconds]
    assert shown == [*range(11, 20), *range(36, 50)]
