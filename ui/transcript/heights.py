"""How high paragraphs are that nobody has laid out yet: estimated, and corrected as they come in sight."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


class Heights:
    """Heights of a column of paragraphs in pixels."""

    def __init__(self, estimates: Sequence[float] = ()) -> None:
        self._each: npt.NDArray[np.float64] = np.asarray(estimates, dtype=np.float64)
        self._tops: npt.NDArray[np.float64] | None = None

    def __len__(self) -> int:
        return len(self._each)

    @property
    def total(self) -> float:
        """Height of all of them."""
        return float(self._sums()[-1])

    def top(self, index: int) -> float:
        """Return where a paragraph begins."""
        return float(self._sums()[index])

    def at(self, y: float) -> int:
        """Return the paragraph that stands at a height, the nearest where none does."""
        found = int(np.searchsorted(self._sums(), y, side="right")) - 1
        return min(max(found, 0), max(len(self._each) - 1, 0))

    def correct(self, index: int, height: float) -> float:
        """Say how high a paragraph is; return by how much it grew."""
        grown = height - float(self._each[index])
        if grown:
            self._each[index] = height
            self._tops = None
        return grown

    def _sums(self) -> npt.NDArray[np.float64]:
        if self._tops is None:
            self._tops = np.concatenate(([0.0], np.cumsum(self._each)))
        return self._tops
