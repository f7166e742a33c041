"""How many voices there are, and which window is whose, from points on a sphere.

Windows are joined by average linkage until no two groups are alike; the threshold is what separates voices under
the encoder of this room (measured on nine recordings and 26 mixtures of five of them: windows of one voice are
alike by 0.69 to 0.75 on average, of two voices by 0.33 to 0.53).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

MOST_VOICES = 8
# Groups whose windows are this much alike on average (cosine) are one voice.
ALIKE = 0.55
# Two voices closer than this may be one: told, not hidden.
DOUBTFUL = 0.51
_FEWEST_WINDOWS = 4
_LEAST_SHARE = 0.02
# Grouping takes the square of this in memory; the rest are assigned to the groups that these form.
_GROUPED = 1500


@dataclass(frozen=True)
class Voices:
    """The voices of a recording.

    `centres` is (voices, width), each of length 1; `alikeness` how much alike the two closest of them are (mean
    cosine of their windows; 0 where there is one voice).
    """

    centres: NDArray[np.float32]
    alikeness: float = 0.0

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.centres)


def find_voices(points: NDArray[np.float32], wanted: int = 0) -> Voices:
    """Return the voices that points of length 1 belong to.

    Args:
        points: (n, width) float32.
        wanted: How many voices there are, where somebody knows; 0 to find out (1 to `MOST_VOICES`).
    """
    if not len(points):
        return Voices(points)
    kept = points[np.linspace(0, len(points) - 1, min(len(points), _GROUPED)).round().astype(int)]
    groups = _groups(kept, wanted)
    centres = _unit(np.stack([kept[group].mean(axis=0) for group in groups]))
    for _ in range(2):
        owners = (kept @ centres.T).argmax(axis=1)
        centres = np.stack(
            [
                _unit(kept[owners == voice].mean(axis=0)) if (owners == voice).any() else centre
                for voice, centre in enumerate(centres)
            ]
        )
    return Voices(centres.astype(np.float32), _alikeness(kept, (kept @ centres.T).argmax(axis=1)))


def _groups(points: NDArray[np.float32], wanted: int) -> list[NDArray[np.bool_]]:
    """Return the windows of each voice; windows that are like none of them are in no group."""
    if len(points) < 2 or wanted == 1:
        return [np.ones(len(points), bool)]
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import pdist

    tree = linkage(np.maximum(pdist(points.astype(np.float64), "cosine"), 0.0), "average")
    fewest = max(_FEWEST_WINDOWS, _LEAST_SHARE * len(points))
    if not wanted:
        return _large(fcluster(tree, 1 - ALIKE, "distance"), fewest)[:MOST_VOICES]
    best: list[NDArray[np.bool_]] = []
    # Odd windows (laughter, two at once) form groups of their own before voices part: cut deeper until enough
    # groups are large.
    for count in range(wanted, min(len(points), 6 * wanted + 12) + 1):
        found = _large(fcluster(tree, count, "maxclust"), fewest)
        if len(found) > len(best):
            best = found
        if len(best) >= wanted:
            break
    return best[:wanted]


def _large(labels: Iterable[int], fewest: float) -> list[NDArray[np.bool_]]:
    """Return the groups of at least so many windows, largest first, at least one."""
    own = np.asarray(labels)
    names, counts = np.unique(own, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    large = [own == names[index] for index in order if counts[index] >= fewest]
    return large or [np.ones(len(own), bool)]


def _alikeness(points: NDArray[np.float32], owners: NDArray[np.integer]) -> float:
    means = np.stack([points[owners == voice].mean(axis=0) for voice in np.unique(owners)])
    alike = means @ means.T
    return float(alike[np.triu_indices(len(means), 1)].max(initial=0.0))


def _unit(points: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=-1, keepdims=True), 1e-6), np.float32)
