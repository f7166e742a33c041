"""OpenCV on one thread: small pictures are done before other threads have woken up, who then spin for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def one_thread() -> Iterator[None]:
    """Let OpenCV use the calling thread alone, also as a decorator; other cores have other clips to look at."""
    import cv2

    before = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        yield
    finally:
        cv2.setNumThreads(before)
