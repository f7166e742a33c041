"""Real faces and real cuts: the shared media, probed once, and the model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core import weights
from core.media.probe import probe
from core.schema.source import MediaFacts

Video = tuple[Path, MediaFacts]


@pytest.fixture(scope="session")
def face_model(weights_folder: Path) -> Path:
    """Return the face model's file."""
    model = weights.find(weights.FACE_MODEL, weights_folder)
    assert model is not None
    return model


@pytest.fixture(scope="session")
def video(shared_media: Path) -> Callable[[str], Video]:
    """Return a finder of shared videos by the start of their name, with their facts."""

    def find(start: str) -> Video:
        (path,) = [p for p in (shared_media / "video").iterdir() if p.name.startswith(start)]
        return path, probe(path)

    return find
