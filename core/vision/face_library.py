"""MediaPipe, loaded without what it loads for plots and for microphones: two thirds of the time that it takes."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


def load_mediapipe() -> Any:
    """Return the library, with its tasks loaded.

    By itself it loads matplotlib for a function that draws landmarks, which lists all fonts of the machine where
    it has no cache yet, and sounddevice, which opens the sound system.
    """
    if "mediapipe" not in sys.modules:
        with _standing_in():
            import mediapipe
            import mediapipe.tasks.python.vision
    import mediapipe

    return mediapipe


@contextmanager
def _standing_in() -> Iterator[None]:
    """Let imports find empty modules for a moment, where the real ones are not loaded already."""
    drawing, plots = ModuleType("matplotlib"), ModuleType("matplotlib.pyplot")
    drawing.__dict__["pyplot"] = plots
    places: dict[str, Any] = {"matplotlib": drawing, "matplotlib.pyplot": plots, "sounddevice": None}
    taken = {name: stand_in for name, stand_in in places.items() if name not in sys.modules}
    sys.modules.update(taken)
    try:
        yield
    finally:
        for name in taken:
            sys.modules.pop(name, None)
