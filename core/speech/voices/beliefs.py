"""What is believed about who talks, over time: a row per tenth of a second, a column per voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.speech.voices.clusters import Voices
    from core.speech.voices.listen import Heard

CELL_SECONDS = 0.1
# How much closer (cosine) a voice must be to be e times as likely.
_SHARPNESS = 0.05


@dataclass(frozen=True)
class Beliefs:
    """(cells, voices) chances that add to 1 in each cell of `CELL_SECONDS` from source second 0 on."""

    chances: NDArray[np.float32]

    @property
    def voices(self) -> int:
        """How many voices there are."""
        return int(self.chances.shape[1])

    def over(self, start: float, end: float) -> NDArray[np.float32]:
        """Return the mean chances over a span, (voices,); past the end those of the last cell."""
        last = len(self.chances) - 1
        first = min(last, max(0, int(start / CELL_SECONDS)))
        until = min(last + 1, max(first + 1, int(np.ceil(end / CELL_SECONDS - 1e-6))))
        return np.asarray(self.chances[first:until].mean(axis=0), np.float32)


def beliefs_of(heard: Heard, voices: Voices) -> Beliefs:
    """Return who is believed to talk: windows count most at their middle; pauses take after what is nearest."""
    alike = heard.points @ voices.centres.T
    cells = int(heard.ends[-1] / CELL_SECONDS) + 1
    total = np.zeros((cells, voices.count), np.float32)
    weight = np.zeros(cells, np.float32)
    first = (heard.starts / CELL_SECONDS).astype(int)
    length = np.maximum(1, np.round((heard.ends - heard.starts) / CELL_SECONDS).astype(int))
    for step in range(int(length.max())):
        has = step < length
        at = np.minimum(first[has] + step, cells - 1)
        # A triangle over the window.
        own = (1.0 - np.abs((step + 0.5) / length[has] - 0.5) * 2 + 0.05).astype(np.float32)
        np.add.at(total, at, alike[has] * own[:, None])
        np.add.at(weight, at, own)
    known = np.flatnonzero(weight)
    total[known] /= weight[known, None]
    return Beliefs(_chances(total[nearest_known(known, cells)]))


def nearest_known(known: NDArray[np.integer], cells: int) -> NDArray[np.integer]:
    """Return for every cell the nearest of the known ones."""
    at = np.arange(cells)
    after = np.clip(np.searchsorted(known, at), 0, len(known) - 1)
    before = np.maximum(after - 1, 0)
    return np.where(np.abs(known[before] - at) <= np.abs(known[after] - at), known[before], known[after])


def _chances(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp((alike - alike.max(axis=1, keepdims=True)) / np.float32(_SHARPNESS))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)
