"""Black and frozen pictures that the source does not have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from core.errors import MediaError
from core.render.quality.grid import Grid, moved
from core.render.quality.watch import BLACK_LUMA, BLACK_SHARE, MOVING_SHARE
from core.render.quality.wording import stretches
from core.schema.check import Check, CheckName
from core.schema.time import TimeSpan, total_duration

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.render.quality.reference import ExpectedPictures
    from core.schema.composition import Composition

BLACK_SECONDS, STILL_SECONDS = 0.5, 2.0
# How far the source's cells move where it is said to move: well above what coding takes away.
MOVING_LEVELS = 12
# Of the longest stretches, this many are looked up in the source, at this many instants each.
STRETCHES_COMPARED, INSTANTS = 4, 5


def long_black(black: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return the stretches that are too long for a cut or a flash."""
    return [span for span in black if span.duration > BLACK_SECONDS]


def long_still(still: Sequence[TimeSpan]) -> list[TimeSpan]:
    """Return the stretches in which somebody who talks would have moved."""
    return [span for span in still if span.duration > STILL_SECONDS]


def check_black(composition: Composition, black: Sequence[TimeSpan], expected: ExpectedPictures | None) -> Check:
    """Whether there are black stretches where the source has pictures.

    Args:
        composition: What the file should be.
        black: Stretches of the file in which it is black.
        expected: What its pictures should be; None where the clip shows none of the source's.
    """
    long = long_black(black)
    return _compared("black", "The picture is black", composition, long, expected, _is_black)


def check_frozen(
    composition: Composition,
    still: Sequence[TimeSpan],
    expected: ExpectedPictures | None,
    open_cells: NDArray[np.bool_],
) -> Check:
    """Whether the picture stands still where the source moves.

    Args:
        composition: What the file should be.
        still: Stretches of the file in which nothing moves but captions.
        expected: What its pictures should be; None where the clip shows none of the source's.
        open_cells: Cells that captions never cover.
    """
    long = long_still(still)

    def is_still(grids: Sequence[Grid]) -> bool:
        return all(moved(grid, grids[0], open_cells, MOVING_LEVELS) <= MOVING_SHARE for grid in grids[1:])

    return _compared("frozen", "The picture stands still", composition, long, expected, is_still)


def _compared(
    name: CheckName,
    what: str,
    composition: Composition,
    spans: Sequence[TimeSpan],
    expected: ExpectedPictures | None,
    agrees: Callable[[Sequence[Grid]], bool],
) -> Check:
    none = "No black pictures." if name == "black" else "The picture moves all the time."
    if not spans:
        return Check(name=name, is_passed=True, found=none)
    if composition.preset.shows == "captions":
        return Check(name=name, is_passed=True, found="The file shows captions alone.")
    where = stretches(spans)
    if expected is None:
        # A backdrop that was drawn moves with the sound; silence keeps it still, and it is never black.
        is_right = name == "frozen"
        return Check(
            name=name, is_passed=is_right, found=f"{what} {where}; the clip has no picture of the source."
        )
    try:
        wrong = [
            span
            for span in sorted(spans, key=lambda span: -span.duration)[:STRETCHES_COMPARED]
            if not agrees(_source_grids(composition, span, expected))
        ]
    except MediaError:
        return Check(
            name=name, is_passed=True, found=f"{what} {where}; the source is not there to compare it with."
        )
    if wrong:
        wrong.sort(key=lambda span: span.start)
        return Check(name=name, is_passed=False, found=f"{what} {stretches(wrong)}, where the source does not.")
    share = total_duration(spans) / max(composition.duration, 1e-3)
    where = "nearly all the time" if share > 0.9 else where
    return Check(name=name, is_passed=True, found=f"{what} {where}, as in the source.")


def _is_black(grids: Sequence[Grid]) -> bool:
    # At the ends of a fade one may be just black and the other just not: most of the instants decide.
    black = [float((grid <= BLACK_LUMA).mean()) >= BLACK_SHARE for grid in grids]
    return 2 * sum(black) >= len(black)


def _source_grids(composition: Composition, span: TimeSpan, expected: ExpectedPictures) -> list[Grid]:
    """Return the source's pictures at some instants of a stretch, as they are cropped there, without captions."""
    rate = composition.fps_numerator / composition.fps_denominator
    first, last = round(span.start * rate), round(span.end * rate) - 1
    ticks = sorted({round(tick) for tick in np.linspace(first, max(first, last), INSTANTS)})
    return [grid for tick in ticks if (grid := expected.bare_grid(tick)) is not None]
