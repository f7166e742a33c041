"""The picture inside the picture: without black bars, or between the blurred sides of a tall video."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.vision.text_areas import Area

Grey = NDArray[np.uint8]

# A bar is flat and dark in every sample: limited-range black is 0 once it is RGB, with some noise of compression.
BLACK_LEVEL, FLAT_LEVELS = 26, 6
# Bars are of a size on both sides, to this share of the side; narrower ones are not worth a thought.
SAME_SIZE, LEAST_BAR, MOST_BARS = 0.012, 0.02, 0.80
# Where the picture begins most of its edge must be told from black; in a dark scene it can't be.
EDGE_LEVELS, EDGE_SHARE = 12, 0.45
# Blurred sides hold at most this share of the detail of what stands between them.
BLURRED_DETAIL = 0.25
SEAM_LEVELS, SEAM_SHARE = 8, 0.55


def picture_inside(samples: Sequence[Grey]) -> Area:
    """Return the part of the frame that holds the picture, the whole frame where there are no bars or fill."""
    brightest = np.max(samples, axis=0)
    height, width = brightest.shape
    down = _bar(brightest)
    across = _bar(brightest.T)
    if not down and not across:
        across = _fill(samples)
        down = 0 if across else _fill([sample.T for sample in samples])
    return Area(across, down, width - 2 * across, height - 2 * down)


def _bar(brightest: Grey) -> int:
    """Return the rows of the black bar on top (and below), 0 where there are none."""
    rows = len(brightest)
    is_black = (np.percentile(brightest, 99, axis=1) <= BLACK_LEVEL) & (brightest.std(axis=1) <= FLAT_LEVELS)
    if is_black.all():
        return 0
    top, bottom = int(np.argmin(is_black)), int(np.argmin(is_black[::-1]))
    bar = max(top, bottom)
    if abs(top - bottom) > max(2.0, SAME_SIZE * rows) or not LEAST_BAR * rows <= bar <= MOST_BARS * rows / 2:
        return 0
    # A row or two beyond the edge, so that a soft edge is in the picture.
    first, last = brightest[min(bar + 2, rows - 1)], brightest[max(rows - bar - 3, 0)]
    is_sharp = min(float((edge > BLACK_LEVEL + EDGE_LEVELS).mean()) for edge in (first, last)) >= EDGE_SHARE
    return min(bar + 1, rows // 2 - 1) if is_sharp else 0


def _fill(samples: Sequence[Grey]) -> int:
    """Return the columns of a blurred side, 0 where there is none.

    A seam is a column, the same in all samples, where the picture changes along most of its height, with another
    one as far from the other side; and the detail lies between the two.
    """
    mean = np.mean(samples, axis=0, dtype=np.float32)
    step = np.abs(np.diff(mean, axis=1))
    seam = (step > SEAM_LEVELS).mean(axis=0)
    width = mean.shape[1]
    lefts = np.arange(int(0.08 * width), int(0.42 * width))
    if not len(lefts):
        return 0
    # The seam before column c is the mirror of the one before column width − c; one column of play.
    mirrored = np.max([seam[np.clip(width - 2 - lefts + play, 0, width - 2)] for play in (-1, 0, 1)], axis=0)
    both = np.minimum(seam[lefts], mirrored)
    best = int(both.argmax())
    column = int(lefts[best]) + 1
    if both[best] < SEAM_SHARE:
        return 0
    detail = np.abs(np.diff(np.stack([sample.astype(np.float32) for sample in samples]), axis=2)).mean(axis=(0, 1))
    sides = np.concatenate([detail[: column - 2], detail[width - column + 2 :]])
    middle = detail[column + 2 : width - column - 2]
    if not len(sides) or not len(middle) or sides.mean() > BLURRED_DETAIL * middle.mean():
        return 0
    return min(column + 1, int(width) // 2 - 1)
