"""Whether two clips say nearly the same: the runs of words that they share.

Texts are compared by their shingles (Broder, On the resemblance and containment of documents, 1997): every run of
`SHINGLE_WORDS` words, without case and punctuation; where a script has no spaces a letter is a word. Clips that
may be alike are found by the least of their shingles' hashes, and then compared by all.
"""

from __future__ import annotations

import re
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Shingles = NDArray[np.uint32]

SHINGLE_WORDS = 4
SKETCH_SIZE = 32
"""How many of the least hashes find clips that may be alike."""

FEWEST = 12
"""Texts with fewer shingles say too little to be compared."""

_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+")


def shingles_of(text: str) -> Shingles:
    """Return the hashes of a text's shingles, ascending, each once."""
    tokens = _TOKEN.findall(text.lower().replace("’", "'").replace("'", ""))
    runs = (" ".join(tokens[i : i + SHINGLE_WORDS]) for i in range(len(tokens) - SHINGLE_WORDS + 1))
    # Not np.unique, which loads numpy.ma at its first use: 16 ms in a turn of the window's loop.
    return np.array(sorted({crc32(run.encode()) for run in runs}), dtype=np.uint32)


def sketch_of(shingles: Shingles) -> tuple[int, ...]:
    """Return the hashes by which a text is looked up."""
    return tuple(shingles[:SKETCH_SIZE].tolist())


def shared_part(one: Shingles, other: Shingles) -> float:
    """Return how much of the shorter text is in the longer one (0 to 1); 0 where either says too little."""
    shorter = min(len(one), len(other))
    if shorter < FEWEST:
        return 0.0
    return len(np.intersect1d(one, other, assume_unique=True)) / shorter
