"""Frames, timecode and seconds: exact both ways, at every rate."""

from __future__ import annotations

from fractions import Fraction

import opentimelineio as otio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.export.timecode import USUAL, FrameGrid, Rate, nominal_rate

RATES = [Rate(*rate) for rate in USUAL] + [Rate(30, True, True), Rate(60, True, True)]
rates = st.sampled_from(RATES)


@given(rates, st.integers(0, 24 * 3600 * 60))
def test_a_frame_comes_back_from_its_timecode(rate: Rate, frame: int) -> None:
    frame %= rate.day_frames
    assert rate.frames(rate.timecode(frame)) == frame


@given(rates, st.integers(0, 24 * 3600 * 20))
def test_timecode_is_that_of_opentimelineio(rate: Rate, frame: int) -> None:
    time = otio.opentime.RationalTime(frame, float(rate.fps))
    assert rate.timecode(frame) == otio.opentime.to_timecode(time, float(rate.fps), rate.is_drop)


@pytest.mark.parametrize(
    ("frame", "timecode"),
    [
        (1799, "00:00:59;29"), (1800, "00:01:00;02"), (17981, "00:09:59;29"), (17982, "00:10:00;00"),
        (107892, "01:00:00;00"), (2589407, "23:59:59;29"), (2589408, "00:00:00;00"),
    ],
)  # fmt: skip
def test_drop_frame_leaves_out_two_numbers_in_nine_minutes_of_ten(frame: int, timecode: str) -> None:
    assert Rate(30, True, True).timecode(frame) == timecode


def test_a_number_that_is_dropped_means_the_next_there_is() -> None:
    rate = Rate(30, True, True)
    assert rate.frames("00:01:00;00") == rate.frames("00:01:00;02") == 1800
    assert rate.frames("00:10:00;00") == 17982


@pytest.mark.parametrize("text", ["", "1:2:3", "00:61:00:00", "00:00:00:30", "aa:bb:cc:dd", "00:00:00:00:00"])
def test_what_is_no_timecode_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no timecode"):
        Rate(30).frames(text)


@given(rates, st.floats(0, 0.015), st.integers(0, 10 * 3600 * 60))
def test_a_frame_comes_back_from_its_second(rate: Rate, phase: float, frame: int) -> None:
    grid = FrameGrid(rate, phase)
    second = grid.second(frame)
    assert grid.start(second) == grid.end(second) == frame


@given(rates, st.floats(0, 36000))
def test_a_start_is_the_frame_shown_and_an_end_the_nearest_boundary(rate: Rate, at: float) -> None:
    grid = FrameGrid(rate)
    assert -0.0012 <= at - grid.second(grid.start(at)) < float(1 / rate.fps)
    assert abs(grid.second(grid.end(at)) - at) <= float(Fraction(1, 2) / rate.fps) + 1e-9


@pytest.mark.parametrize(
    ("fps", "is_variable", "timecode", "name", "is_exact"),
    [
        (23.976, False, "", "23.976", True), (24.0, False, "", "24", True), (25.0, False, "", "25", True),
        (30000 / 1001, False, "", "29.97 drop-frame", True), (29.97, False, "01:00:00:00", "29.97", True),
        (59.94, False, "01:00:00;00", "59.94 drop-frame", True), (120.0, False, "", "60", True),
        (119.88, False, "01:00:00:00", "59.94", True), (15.0, False, "", "30", True),
        (12.5, False, "", "25", True), (10.0, False, "", "30", True),
        (100.0, False, "", "50", True), (29.9, True, "", "29.97 drop-frame", False),
        (30.0, True, "", "30", False), (17.3, True, "", "30", False), (27.3, False, "", "30", False),
        (0.0, False, "", "30", True), (1.0, False, "", "30", False), (240.0, False, "", "60", True),
    ],
)  # fmt: skip
def test_every_source_is_counted_in_a_usual_rate(
    fps: float, is_variable: bool, timecode: str, name: str, is_exact: bool
) -> None:
    rate, exact = nominal_rate(fps, is_variable, timecode)
    assert (rate.name, exact) == (name, is_exact)
