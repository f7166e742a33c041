"""Made-up vectors of windows that lie as those of models do, with the nearest of them known exactly.

Most of a vector is the same for all (models' vectors lie in a cone: Ethayarajh, How Contextual are Contextualized
Word Representations?, 2019), some is one of 2,000 topics, the rest is its own. A question is a topic with noise.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NUMBERS = 1536
_TOPICS = 2000
_COMMON, _TOPIC, _OWN = 0.7, 0.42, 0.58
TOP = 10


class MadeUp:
    """Draws vectors, and keeps which of them are nearest to each question, by exact cosines."""

    def __init__(self, questions: int) -> None:
        self._drawn = np.random.default_rng(5)
        self._common = self._directions(1)
        self._topics = self._directions(_TOPICS)
        self.questions = self._mixed(self._drawn.integers(_TOPICS, size=questions))
        self._cosines = np.empty((questions, 0), dtype=np.float32)
        self._ids = np.empty((questions, 0), dtype=np.int64)
        self._count = 0

    def draw(self, count: int) -> NDArray[np.float32]:
        """Return so many vectors of length 1."""
        made = self._mixed(self._drawn.integers(_TOPICS, size=count))
        cosines = np.hstack([self._cosines, self.questions @ made.T])
        ids = np.hstack([self._ids, np.tile(np.arange(self._count, self._count + count), (len(self._ids), 1))])
        best = np.argsort(-cosines, axis=1)[:, :TOP]
        self._cosines = np.take_along_axis(cosines, best, axis=1)
        self._ids = np.take_along_axis(ids, best, axis=1)
        self._count += count
        return made

    def nearest(self, question: int) -> set[int]:
        """Return the numbers of the vectors nearest to a question, in the order they were drawn."""
        return {int(one) for one in self._ids[question]}

    def _mixed(self, topics: NDArray[np.int64]) -> NDArray[np.float32]:
        own = self._directions(len(topics))
        return _long_one(_COMMON * self._common + _TOPIC * self._topics[topics] + _OWN * own)

    def _directions(self, count: int) -> NDArray[np.float32]:
        return _long_one(self._drawn.standard_normal((count, NUMBERS), dtype=np.float32))


def _long_one(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    made: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return made
