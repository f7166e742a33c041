"""Vectors of what was asked, so that asking again costs nothing: a small file each, named by what was asked."""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KEPT = 500
"""So many questions are remembered, the newest."""


class AskedCache:
    """A folder of vectors. Several threads and programs may use it at once; what is asked can't be read in it."""

    def __init__(self, folder: Path) -> None:
        """Use a folder, which is made with the first answer."""
        self._folder = folder

    def recall(self, key: bytes) -> NDArray[np.float32] | None:
        """Return the vector of a question, None where it is not known."""
        try:
            raw = self._place(key).read_bytes()
        except OSError:
            return None
        vector = np.frombuffer(raw, dtype="<f4") if raw and len(raw) % 4 == 0 else None
        # Half-written: ask again.
        return vector if vector is not None and abs(float(np.linalg.norm(vector)) - 1.0) < 0.01 else None

    def remember(self, key: bytes, vector: NDArray[np.float32]) -> None:
        """Keep the vector of a question."""
        place = self._place(key)
        beside = place.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(vector.astype("<f4").tobytes())
            beside.replace(place)
            self._prune()
        except OSError:
            # What can't be remembered is asked for again, which costs next to nothing.
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)

    def _place(self, key: bytes) -> Path:
        return self._folder / f"{key.hex()}.f4"

    def _prune(self) -> None:
        kept = [(file.stat().st_mtime, file) for file in self._folder.glob("*.f4")]
        for _, file in sorted(kept)[:-KEPT]:
            file.unlink(missing_ok=True)
