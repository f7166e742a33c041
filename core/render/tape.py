"""A clip's samples in a temporary file, read and written by pieces: memory is the same however long a clip is."""

from __future__ import annotations

import tempfile
import weakref
from threading import Lock
from typing import Protocol, Self

import numpy as np
from numpy.typing import NDArray

CHANNELS = 2
SAMPLE_BYTES = np.dtype(np.float32).itemsize
# 4 MB at a time.
COPIED_SAMPLES = 1 << 19


class Samples(Protocol):
    """(n, channels) float32 that are taken and put back by slices of time: a tape, or an array."""

    @property
    def shape(self) -> tuple[int, ...]:
        """How many samples, and of how many channels."""

    def __len__(self) -> int:
        """Return how many samples there are."""

    def __getitem__(self, span: slice, /) -> NDArray[np.float32]:
        """Return samples, which may or may not be written to: what is changed must be put back."""

    def __setitem__(self, span: slice, samples: NDArray[np.float32], /) -> None:
        """Put as many samples as the span holds."""

    def copy(self) -> Self:
        """Return the same samples again, to be changed apart."""


class Tape:
    """(count, 2) float32, silent at first. Safe for several threads; the file goes with the last reference.

    Slices have no step, and like a list's they end where the tape does.
    """

    def __init__(self, count: int) -> None:
        self.shape = (count, CHANNELS)
        # Unbuffered: pieces are large, and a full disk is noticed where it is written to.
        self._file = tempfile.TemporaryFile(prefix="shortlist-sound-", buffering=0)  # noqa: SIM115
        weakref.finalize(self, self._file.close)
        self._file.truncate(count * CHANNELS * SAMPLE_BYTES)
        self._lock = Lock()

    def __len__(self) -> int:
        """Return how many samples there are."""
        return self.shape[0]

    def __getitem__(self, span: slice, /) -> NDArray[np.float32]:
        """Return samples, owned by the caller."""
        start, count = self._place(span)
        samples = np.empty((count, CHANNELS), np.float32)
        unread = samples.reshape(-1).view(np.uint8).data
        with self._lock:
            self._file.seek(start * CHANNELS * SAMPLE_BYTES)
            while unread and (read := self._file.readinto(unread)):
                unread = unread[read:]
        return samples

    def __setitem__(self, span: slice, samples: NDArray[np.float32], /) -> None:
        """Put as many samples as the span holds."""
        start, count = self._place(span)
        if samples.shape != (count, CHANNELS):
            raise ValueError(f"{samples.shape} samples do not fit a span of {count}.")
        unwritten = np.ascontiguousarray(samples, np.float32).reshape(-1).view(np.uint8).data
        with self._lock:
            self._file.seek(start * CHANNELS * SAMPLE_BYTES)
            while unwritten:
                unwritten = unwritten[self._file.write(unwritten) :]

    def copy(self) -> Tape:
        """Return the same samples on a tape of their own."""
        other = Tape(len(self))
        for start in range(0, len(self), COPIED_SAMPLES):
            span = slice(start, start + COPIED_SAMPLES)
            other[span] = self[span]
        return other

    def _place(self, span: slice) -> tuple[int, int]:
        start, stop, step = span.indices(len(self))
        if step != 1:
            raise ValueError("A tape is read forwards, each sample once.")
        return start, max(0, stop - start)
