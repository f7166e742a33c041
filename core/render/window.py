"""Where a crop with fractional edges lies on the grid of pixels: the maths of sub-pixel motion, without pixels.

4:2:0 pictures can be cut only at even pixels, and 9:16 enlarges 2 source pixels to 3.6 output pixels, which shows
as judder in slow pans. So a slightly larger even window is scaled, and the result moved by a fraction of a pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.schema.framing import Rectangle

# Closer than this to an even source pixel counts as on it.
ON_GRID_PX = 1 / 64
# Source pixels kept before and after the crop, so that the scaler's and the mover's taps see true neighbours: up
# to 4 are shifted away at the start, and the last of four taps lies 2 beyond the end.
MARGIN_PX = 2
MARGINS_PX = 8
# How many larger windows are tried for one whose scaled size comes out nearly whole.
SIZES_TRIED = 8


@dataclass(frozen=True)
class Axis:
    """One axis of a window: `size` source pixels from `origin`, scaled to `scaled`, less `shift` at the start."""

    origin: int
    size: int
    scaled: int
    shift: float


def fit_axis(start: float, length: float, target: int, limit: int) -> Axis:
    """Return how source pixels [start, start + length) become `target` output pixels.

    The size of the window depends on the length alone, so that a crop that only moves keeps its scale to the last
    digit, and the shift follows `start` continuously.

    Args:
        start: First source pixel of the crop, fractional, origin at the picture's edge.
        length: Source pixels of the crop, fractional, positive.
        target: Output pixels, even.
        limit: Source pixels there are; an odd last one is not used.
    """
    limit -= limit % 2
    length = min(max(length, 2.0), limit)
    start = min(max(start, 0.0), limit - length)
    if _is_even(start) and _is_even(length):
        return Axis(2 * round(start / 2), 2 * round(length / 2), target, 0.0)
    scale = target / length
    smallest = _even_above(length) + MARGINS_PX
    if smallest >= limit:
        size, scaled = limit, max(2 * round(limit * scale / 2), target)
    else:
        size, scaled = _best_size(smallest, limit, scale)
    origin = max(0, min(2 * int(start // 2) - MARGIN_PX, limit - size))
    shift = min((start - origin) * scaled / size, float(scaled - target))
    return Axis(origin, size, scaled, max(0.0, shift))


def _best_size(smallest: int, limit: int, scale: float) -> tuple[int, int]:
    """Return (size, scaled size), both even, of the window whose scale is nearest to the wanted one."""
    sizes = range(smallest, min(smallest + 2 * SIZES_TRIED, limit) + 1, 2)
    return min(((size, 2 * round(size * scale / 2)) for size in sizes), key=lambda s: abs(s[1] - s[0] * scale))


def _is_even(value: float) -> bool:
    return abs(value - 2 * round(value / 2)) < ON_GRID_PX


def _even_above(value: float) -> int:
    return 2 * int(-(-value // 2))


def place(target: Rectangle, width: int, height: int) -> tuple[int, int, int, int]:
    """Return a rectangle in output pixels (x, y, width, height), all even, at least 2 wide and high, inside."""
    left, right = _edges(target.x, target.width, width)
    top, bottom = _edges(target.y, target.height, height)
    return left, top, right - left, bottom - top


def _edges(start: float, length: float, size: int) -> tuple[int, int]:
    first = min(max(2 * round(start * size / 2), 0), size - 2)
    last = min(max(2 * round((start + length) * size / 2), first + 2), size)
    return first, last


def cover(width: int, height: int, ratio: float) -> tuple[int, int, int, int]:
    """Return the largest centred window (x, y, width, height), all even, of the given width / height."""
    wide = min(width, height * ratio)
    across, down = max(2, 2 * int(wide / 2)), max(2, 2 * int(wide / ratio / 2))
    return 2 * ((width - across) // 4), 2 * ((height - down) // 4), across, down
