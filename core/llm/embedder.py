"""The contract of an embedder: texts to an endpoint, a vector of each or one refusal back, never an exception."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.llm.provider import Refusal, Usage
from core.schema.endpoint import Endpoint

Vectors = NDArray[np.float32]

MOST_NUMBERS = 16_384
"""A longer vector is no answer that can be meant; models have 384 to 4,096 numbers."""


@dataclass(frozen=True)
class Embedded:
    """A row of `vectors` for each text, in their order and of length 1: (texts, numbers) float32."""

    vectors: Vectors
    usage: Usage


class Embedder(Protocol):
    """A way to get vectors of texts. Members are listed in `core.llm.providers.EMBEDDERS`."""

    name: str

    def embed(self, endpoint: Endpoint, texts: Sequence[str]) -> Embedded | Refusal:
        """Ask once, without retrying; from any thread. The endpoint's key must not be part of what is returned."""
        ...
