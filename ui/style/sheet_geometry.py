"""Where tiles stand on a sheet: each clip is a group of columns (shapes or styles), in lines. Pure, in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

GAP_PX, GROUP_GAP_PX = 12, 28
HEAD_PX = 24
CAPTION_PX = 22
LEAST_PX = 120.0


class Grid(NamedTuple):
    """How clips are laid out: so many groups a line, and how high each tile is."""

    groups: int
    tile_px: float


def grid(rows: int, ratios: Sequence[float], width_px: float, height_px: float) -> Grid:
    """Return the layout with the largest tiles whose lines fit the width, and whose sheet fits the room if it can.

    Args:
        rows: How many clips.
        ratios: Width over height of each column of a clip.
        width_px: Of the room.
        height_px: Of the room; lines that don't fit it are scrolled to.
    """
    if not rows or not ratios:
        return Grid(1, 0.0)
    return max(
        (_with_groups(n, rows, ratios, width_px, height_px) for n in range(1, rows + 1)), key=lambda g: g[1]
    )


def _with_groups(groups: int, rows: int, ratios: Sequence[float], width_px: float, height_px: float) -> Grid:
    between = groups * (len(ratios) - 1) * GAP_PX + (groups - 1) * GROUP_GAP_PX + 2 * GAP_PX
    across = (width_px - between) / (groups * sum(ratios))
    lines = -(-rows // groups)
    down = (height_px - HEAD_PX - lines * (CAPTION_PX + GAP_PX)) / lines
    return Grid(groups, max(min(across, max(down, LEAST_PX)), 8.0))


def tile_places(rows: int, ratios: Sequence[float], width_px: float, height_px: float) -> list[list[QRectF]]:
    """Return where each tile is, a list a clip; lines are centred in the width."""
    groups, high = grid(rows, ratios, width_px, height_px)
    group_px = sum(ratios) * high + (len(ratios) - 1) * GAP_PX
    across = min(groups, rows)
    left = (width_px - across * group_px - (across - 1) * GROUP_GAP_PX) / 2
    places = []
    for clip in range(rows):
        line, group = divmod(clip, groups)
        x = left + group * (group_px + GROUP_GAP_PX)
        y = HEAD_PX + line * (high + CAPTION_PX + GAP_PX) + CAPTION_PX
        tiles = []
        for ratio in ratios:
            tiles.append(QRectF(round(x), round(y), round(ratio * high), round(high)))
            x += ratio * high + GAP_PX
        places.append(tiles)
    return places


def sheet_height(rows: int, ratios: Sequence[float], width_px: float, height_px: float) -> int:
    """Return how high a sheet is, which may be more than the room."""
    groups, high = grid(rows, ratios, width_px, height_px)
    return int(HEAD_PX + -(-rows // groups) * (high + CAPTION_PX + GAP_PX))
