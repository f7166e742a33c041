"""Processes of their own, begun so that they find their modules."""

from __future__ import annotations

import sys
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path


class _Process(SpawnProcess):
    def start(self) -> None:
        """Start the process once the path of modules is the program's own."""
        _settle_path()
        super().start()


class Spawning(SpawnContext):
    """The context of multiprocessing that all processes of the program are begun in: anew, without a fork."""

    Process = _Process


def _settle_path() -> None:
    """Wait for a thread that is importing OpenCV.

    Meanwhile its folder stands on the path of modules, and a process that is begun is given the path as it is: it
    would take OpenCV's `typing` for Python's, and end before it began.
    """
    if any(Path(entry).name == "cv2" for entry in sys.path):
        import cv2  # noqa: F401
