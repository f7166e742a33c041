"""Tiles of a sheet: inside the width, apart from each other, of their shapes, as large as the room allows."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from ui.style.sheet_geometry import grid, sheet_height, tile_places

SHAPES = (9 / 16, 1.0, 4 / 5, 16 / 9)


@given(
    st.integers(1, 6),
    st.lists(st.sampled_from(SHAPES), min_size=1, max_size=4),
    st.integers(400, 2000),
    st.integers(200, 1400),
)
def test_tiles_keep_their_shapes_and_never_meet(rows: int, ratios: list[float], wide: int, high: int) -> None:
    places = tile_places(rows, ratios, wide, high)
    tiles = [(tile, ratio) for line in places for tile, ratio in zip(line, ratios, strict=True)]
    sheet = QRectF(0, 0, wide, sheet_height(rows, ratios, wide, high) + 1)
    assert len(tiles) == rows * len(ratios)
    assert all(sheet.contains(tile) for tile, _ratio in tiles)
    assert all(abs(tile.width() - ratio * tile.height()) <= 2 for tile, ratio in tiles)
    assert not any(a.intersects(b) for (a, _), (b, _) in combinations(tiles, 2))


def test_two_upright_styles_of_three_clips_stand_in_one_line() -> None:
    assert grid(3, (9 / 16, 9 / 16), 1100, 640).groups == 3
    assert grid(3, SHAPES, 1100, 640).groups == 1


def test_more_clips_than_fit_are_scrolled_to() -> None:
    assert grid(6, SHAPES, 1100, 400).tile_px >= 120
    assert sheet_height(6, SHAPES, 1100, 400) > 400


def test_without_clips_there_is_nothing() -> None:
    assert tile_places(0, SHAPES, 1000, 600) == []
