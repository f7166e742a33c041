"""Time and pixels of the timeline."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.timeline.geometry import (
    MIN_VISIBLE,
    Block,
    Hit,
    Viewport,
    dragged_span,
    hit_test,
    snap,
    stack,
    tick_step,
    ticks,
)
from ui.timeline.scene import ClipMark, Scene, clip_blocks, lanes_of, rows_of

durations = st.floats(1.0, 30_000.0)
widths = st.floats(50.0, 4000.0)
shares = st.floats(0.0, 1.0)


@st.composite
def viewports(draw: st.DrawFn) -> Viewport:
    """Any viewport that zooming and panning can lead to."""
    view = Viewport.whole(draw(durations), draw(widths))
    for _ in range(draw(st.integers(0, 4))):
        view = view.zoomed(draw(st.floats(0.2, 8.0)), draw(shares) * view.width_px)
        view = view.panned(draw(st.floats(-1000.0, 1000.0)))
    return view


@given(viewports(), shares)
def test_pixels_lead_back_to_the_same_time(view: Viewport, share: float) -> None:
    x = share * view.width_px
    assert view.x_at(view.time_at(x)) == pytest.approx(x, abs=1e-3 * view.width_px)


@given(viewports())
def test_nothing_outside_the_episode_is_ever_shown(view: Viewport) -> None:
    slack = 1e-6 * view.duration
    assert view.start >= 0
    assert view.end <= view.duration + slack
    assert view.visible >= min(MIN_VISIBLE, view.duration) - slack


@given(viewports(), st.floats(0.3, 6.0), shares)
def test_zooming_keeps_what_is_under_the_pointer(view: Viewport, factor: float, share: float) -> None:
    x = share * view.width_px
    zoomed = view.zoomed(factor, x)
    if zoomed.start > 0 and zoomed.end < zoomed.duration - 1e-6:
        assert zoomed.start + share * zoomed.visible == pytest.approx(view.start + share * view.visible, abs=1e-3)


@given(viewports())
def test_ticks_ascend_and_labels_have_room(view: Viewport) -> None:
    marks = ticks(view)
    times = [mark.at for mark in marks]
    assert times == sorted(set(times))
    assert all(view.start <= at <= view.end for at in times)
    majors = [mark.at for mark in marks if mark.is_major]
    assert all(b - a >= 96 * view.seconds_per_px * 0.999 for a, b in itertools.pairwise(majors))
    assert tick_step(view) >= 96 * view.seconds_per_px * 0.999


@given(st.lists(st.floats(0, 100), max_size=40), st.floats(0, 100), st.floats(0, 5))
def test_snapping_takes_the_nearest_point_or_none(points: list[float], at: float, tolerance: float) -> None:
    snapped = snap(at, sorted(points), tolerance)
    nearest = min((abs(point - at) for point in points), default=float("inf"))
    assert abs(snapped - at) == (nearest if nearest <= tolerance else 0.0)


spans = st.lists(
    st.tuples(st.floats(0, 500), st.floats(0.1, 60)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=30
)


@given(spans)
def test_clips_of_one_row_never_overlap(found: list[tuple[float, float]]) -> None:
    rows = stack(found)
    for row in set(rows):
        inside = sorted(span for span, place in zip(found, rows, strict=True) if place == row)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(inside))


@given(st.floats(0, 100), st.floats(1.0, 50), st.sampled_from(["start", "end", "body"]), st.floats(-50, 300))
def test_a_dragged_clip_stays_in_the_episode_and_never_turns_over(
    start: float, length: float, edge: str, to: float
) -> None:
    new_start, new_end = dragged_span(start, start + length, edge, to, duration=200.0)  # type: ignore[arg-type]
    assert new_start >= 0
    assert new_end <= 200.0 + 1e-9
    assert new_end - new_start >= 1.0 - 1e-9


def test_ends_are_gripped_and_the_body_is_not() -> None:
    view = Viewport.whole(100.0, 1000.0)
    blocks = [Block("a", 10.0, 30.0, 0.0, 20.0)]
    assert hit_test(blocks, view, 101, 10) == Hit("a", "start")
    assert hit_test(blocks, view, 299, 10) == Hit("a", "end")
    assert hit_test(blocks, view, 200, 10) == Hit("a", "body")
    assert hit_test(blocks, view, 200, 25) is None
    assert hit_test(blocks, view, 80, 10) is None


def test_a_narrow_clip_still_has_a_body() -> None:
    view = Viewport.whole(1000.0, 1000.0)
    assert hit_test([Block("a", 100.0, 109.0, 0.0, 20.0)], view, 104.5, 5) == Hit("a", "body")


def test_the_view_turns_its_page_when_the_playhead_leaves() -> None:
    view = Viewport.whole(100.0, 1000.0).zoomed(10, 0)
    assert view.following(5.0) == view
    turned = view.following(9.9)
    assert turned.start <= 9.9 < turned.end
    assert turned.start > view.start


def test_rows_lie_below_each_other() -> None:
    clips = tuple(ClipMark(str(n), n, n + 2.5, 50, "approved", "x") for n in range(4))
    lanes = lanes_of(clips)
    rows = rows_of(Scene(duration=10, clips=clips), max(lanes) + 1, 160)
    blocks = clip_blocks(clips, lanes, rows)
    assert max(block.bottom_px for block in blocks) <= rows.speakers
    assert rows.wave < rows.bottom
