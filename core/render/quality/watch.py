"""What is kept of a file while it plays: level, dark and still stretches, some pictures, the sound at its ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.media.meter import LoudnessMeter
from core.media.playthrough import HEARD_HZ
from core.render.quality.grid import Grid, difference, grid_of, moved
from core.schema.time import TimeSpan

if TYPE_CHECKING:
    from core.schema.composition import Composition

# FFmpeg's blackdetect calls a picture black when 98 % of its pixels are in the lowest tenth of the range.
BLACK_LUMA, BLACK_SHARE = 37, 0.98
# Coding moves the mean of a cell of a still scene by two or three levels, most from keyframe to keyframe. A mouth
# that speaks far away moves few cells: a mean over all would not tell it from that.
STILL_LEVELS, MOVING_SHARE = 4, 0.02
# Black and still stretches are looked for this often: they matter from half a second on.
LOOKS_A_SECOND = 10
SHORTEST_STILL_SECONDS = 0.5
# Sound kept of each end.
END_SECONDS = 6.0


@dataclass(frozen=True)
class Kept:
    """One picture that is compared later; `motion` is how much it differs from its neighbours, in mean levels."""

    tick: int
    grid: Grid
    motion: float


class PictureWatch:
    """Looks at each picture once.

    Args:
        composition: What the file should be.
        open_cells: (rows, columns) bool, False where captions are painted at any time: they move over a picture
            that stands still, and are bright over one that is black.
        places: Sets of frames; of each the one that differs most from its neighbours is kept.
    """

    def __init__(
        self, composition: Composition, open_cells: NDArray[np.bool_], places: Sequence[frozenset[int]]
    ) -> None:
        self._rate = Fraction(composition.fps_numerator, composition.fps_denominator)
        self._frame_seconds = float(1 / self._rate)
        self._open_cells = open_cells
        self._places = tuple(places)
        self._candidates = frozenset().union(*places)
        self._stride = max(1, round(self._rate / LOOKS_A_SECOND))
        self._best: dict[int, Kept] = {}
        self._before: Kept | None = None
        self._anchor: tuple[float, Grid] | None = None
        self._black_since: float | None = None
        self._end = 0.0
        self.black: list[TimeSpan] = []
        self.still: list[TimeSpan] = []

    def see(self, at: Fraction, luma: NDArray[np.uint8]) -> None:
        """Take the next picture: its second and its luma."""
        tick = round(at * self._rate)
        self._end = float(at) + self._frame_seconds
        is_near = not self._candidates.isdisjoint((tick - 1, tick, tick + 1))
        if not is_near and tick % self._stride:
            self._before = None
            return
        grid = grid_of(luma)
        if grid.shape != self._open_cells.shape:
            # Another size than was asked for, which is told elsewhere; nothing is masked then.
            self._open_cells = np.ones(grid.shape, np.bool_)
        if tick % self._stride == 0:
            self._follow_black(float(at), grid)
            self._follow_stillness(float(at), grid)
        if is_near:
            self._choose(tick, grid)

    def finish(self) -> list[Kept]:
        """End the stretches that last to the end; return the pictures that were kept, in order."""
        self._end_black(self._end)
        self._end_stillness(self._end)
        if self._before is not None:
            self._offer(self._before)
        return sorted({kept.tick: kept for kept in self._best.values()}.values(), key=lambda kept: kept.tick)

    def _follow_black(self, second: float, grid: Grid) -> None:
        if float((grid[self._open_cells] <= BLACK_LUMA).mean()) >= BLACK_SHARE:
            self._black_since = second if self._black_since is None else self._black_since
        else:
            self._end_black(second)

    def _end_black(self, second: float) -> None:
        if self._black_since is not None:
            self.black.append(TimeSpan(start=self._black_since, end=max(second, self._black_since)))
            self._black_since = None

    def _follow_stillness(self, second: float, grid: Grid) -> None:
        if self._anchor is None or moved(grid, self._anchor[1], self._open_cells, STILL_LEVELS) > MOVING_SHARE:
            self._end_stillness(second)
            self._anchor = (second, grid)

    def _end_stillness(self, second: float) -> None:
        if self._anchor is not None and second - self._anchor[0] > SHORTEST_STILL_SECONDS:
            self.still.append(TimeSpan(start=self._anchor[0], end=second))

    def _choose(self, tick: int, grid: Grid) -> None:
        """Weigh the picture before this one, now that both its neighbours are known."""
        before = self._before
        apart = 0.0
        if before is not None and before.grid.shape == grid.shape:
            apart = difference(grid, before.grid)
            self._offer(Kept(before.tick, before.grid, min(before.motion, apart)))
        self._before = Kept(tick, grid, apart)

    def _offer(self, picture: Kept) -> None:
        for place, ticks in enumerate(self._places):
            best = self._best.get(place)
            if picture.tick in ticks and (best is None or picture.motion > best.motion):
                self._best[place] = picture


class SoundWatch:
    """Measures the sound, and keeps both ends of the clip's as one channel.

    Args:
        before: Seconds that play before the clip.
        behind: Seconds that play after it.
    """

    def __init__(self, before: float = 0.0, behind: float = 0.0) -> None:
        self.meter = LoudnessMeter()
        self._before, self._behind = round(before * HEARD_HZ), round(behind * HEARD_HZ)
        self._head: list[NDArray[np.float32]] = []
        self._tail: deque[NDArray[np.float32]] = deque()
        self._tail_samples = 0
        self.heard = 0

    def hear(self, samples: NDArray[np.float32]) -> None:
        """Take the next (n, 2) float32 at `HEARD_HZ`."""
        self.meter.feed(samples)
        mono = samples.mean(axis=1)
        if self.heard < self._before + END_SECONDS * HEARD_HZ:
            self._head.append(mono)
        self._tail.append(mono)
        self.heard += len(mono)
        self._tail_samples += len(mono)
        while self._tail_samples - len(self._tail[0]) >= self._behind + END_SECONDS * HEARD_HZ:
            self._tail_samples -= len(self._tail.popleft())

    def ends(self) -> list[tuple[float, NDArray[np.float32]]]:
        """Return (second after the first sample, (n,) float32 at `HEARD_HZ`) of the first seconds and of the last.

        Of a short clip they are its two halves.
        """
        last = self.heard - self._behind
        half = (last - self._before) // 2
        if half <= 0:
            return []
        head = np.concatenate(self._head)[self._before :][:half]
        tail = np.concatenate(list(self._tail))
        tail = tail[: len(tail) - self._behind][-half:]
        return [(self._before / HEARD_HZ, head), ((last - len(tail)) / HEARD_HZ, tail)]
