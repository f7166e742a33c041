"""Safe areas in any picture."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.place import safe_area
from core.schema.style import SafeZone

PIXELS = st.integers(0, 3000)


def test_an_upright_picture_keeps_the_platforms_margins() -> None:
    area = safe_area(SafeZone(), 1080, 1920)
    assert (area.left, area.top, area.right, area.bottom) == (150, 210, 930, 1470)
    assert area.scale == pytest.approx(1.92)
    assert area.centre_y(0.68) == 0.68 * 1920


def test_other_shapes_keep_their_edge_clear_and_captions_low() -> None:
    wide = safe_area(SafeZone(), 1920, 1080)
    assert (wide.left, wide.bottom) == (96, 1026)
    assert 0.78 < wide.centre_y(0.68) / 1080 < 0.88
    assert wide.top <= wide.centre_y(0.0) < wide.centre_y(0.5) < wide.centre_y(1.0) <= wide.bottom


@given(PIXELS, PIXELS, PIXELS, PIXELS, st.integers(2, 4000), st.integers(2, 4000))
def test_there_is_always_room(top: int, bottom: int, left: int, right: int, width: int, height: int) -> None:
    area = safe_area(SafeZone(top=top, bottom=bottom, left=left, right=right), width, height)
    assert 0 <= area.left < area.right <= width
    assert 0 <= area.top < area.bottom <= height
    assert area.room >= width / 3 - 1e-6
    assert abs((area.left + area.right) / 2 - width / 2) < 1e-6
