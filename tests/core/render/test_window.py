"""The grid maths: windows stay inside, keep their scale, and follow the crop without a step."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.render.window import cover, fit_axis, place
from core.schema.framing import Rectangle

sizes = st.integers(min_value=8, max_value=2000)
fractions = st.floats(min_value=0.0, max_value=1.0)


@given(limit=sizes, start=fractions, length=fractions, target=st.integers(2, 1000))
def test_a_window_lies_inside_and_gives_enough(limit, start, length, target):
    length_px = max(4.0, length * limit)
    axis = fit_axis(start * (limit - length_px), length_px, 2 * target, limit)
    assert axis.origin % 2 == axis.size % 2 == axis.scaled % 2 == 0
    assert axis.origin >= 0 and axis.origin + axis.size <= limit
    assert axis.shift >= 0 and axis.shift + 2 * target <= axis.scaled + 1e-9


@given(start=st.floats(min_value=0, max_value=1300), target=st.sampled_from([320, 608, 1080]))
def test_what_is_shown_is_where_the_crop_says(start, target):
    axis = fit_axis(start, 607.5, target, 1920)
    scale = axis.scaled / axis.size
    assert axis.origin + axis.shift / scale == pytest.approx(min(start, 1920 - 607.5), abs=0.6)
    assert scale == pytest.approx(target / 607.5, rel=2e-3)


def test_a_pan_keeps_size_and_scale():
    windows = [fit_axis(100 + step * 0.13, 607.5, 1080, 1920) for step in range(1, 400)]
    moved = [w for w in windows if w.shift]
    assert len({(w.size, w.scaled) for w in moved}) == 1
    shown = [w.origin + w.shift * w.size / w.scaled for w in moved]
    steps = [b - a for a, b in pairwise(shown)]
    assert max(steps) < 0.3


def test_a_crop_on_even_pixels_is_cut_exactly():
    axis = fit_axis(656, 608, 1080, 1920)
    assert (axis.origin, axis.size, axis.scaled, axis.shift) == (656, 608, 1080, 0.0)


@given(x=fractions, y=fractions, width=fractions, height=fractions)
def test_a_place_is_even_and_inside(x, y, width, height):
    left, top, wide, high = place(Rectangle(x=x, y=y, width=width, height=height), 1080, 1920)
    assert all(side % 2 == 0 for side in (left, top, wide, high))
    assert wide >= 2 and high >= 2 and left + wide <= 1080 and top + high <= 1920


@given(width=sizes, height=sizes, ratio=st.floats(min_value=0.4, max_value=2.5))
def test_a_cover_lies_inside(width, height, ratio):
    x, y, wide, high = cover(width, height, ratio)
    assert x >= 0 and x + wide <= width and y >= 0 and y + high <= height
