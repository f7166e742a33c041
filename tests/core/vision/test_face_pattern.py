"""Faces close up: the same one in another shot and another light, and others, in real pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.media.decode import frame_at
from core.schema.source import MediaFacts
from core.vision.face_pattern import Patterns, alike, pattern_of
from core.vision.faces import FaceBox, FaceDetector

Shown = Callable[[str, float], list[tuple[NDArray[np.uint8], FaceBox]]]


@pytest.fixture(scope="module")
def faces(video: Callable[[str], tuple[Path, MediaFacts]], face_model: Path) -> Shown:
    """Return a finder of the faces shown at a second of a video, from the left, in grey pictures."""
    with FaceDetector(face_model) as detector:
        seen = {
            key: _seen(detector, *video(key[0]), key[1])
            for key in [("vertical", 0.6), ("vertical", 3.0), ("interview_split", 0.6), ("interview_two", 1.0)]
        }
    return lambda name, at: seen[name, at]


def _seen(
    detector: FaceDetector, path: Path, facts: MediaFacts, at: float
) -> list[tuple[NDArray[np.uint8], FaceBox]]:
    pixels = frame_at(path, facts, at, 960)
    grey = pixels.mean(axis=2).astype(np.uint8)
    return [(grey, box) for box in sorted(detector(pixels), key=lambda box: box.x)]


def _pattern(grey: NDArray[np.uint8], box: FaceBox) -> Patterns:
    found = pattern_of(grey, box)
    assert found is not None
    assert np.linalg.norm(found) == pytest.approx(1.0, abs=1e-4)
    return found


def test_a_face_in_another_shot_is_more_alike_than_any_other(faces: Shown) -> None:
    (her,), (her_again,) = faces("vertical", 0.6), faces("vertical", 3.0)
    left, right = faces("interview_split", 0.6)
    (man,) = faces("interview_two", 1.0)
    own = alike(_pattern(*her), _pattern(*her_again))
    others = [_pattern(*face) for face in (left, right, man)]
    assert own > max(alike(_pattern(*her), other) for other in others) + 0.1
    assert alike(others[0], others[1]) < own - 0.1


def test_light_and_size_change_a_face_little(faces: Shown) -> None:
    ((grey, box),) = faces("vertical", 0.6)
    dim = (grey * 0.5 + 15).astype(np.uint8)
    assert alike(_pattern(grey, box), _pattern(dim, box)) > 0.75
    half = np.ascontiguousarray(grey[::2, ::2])
    smaller = FaceBox(*(value if at == 4 else value / 2 for at, value in enumerate(box)))
    assert alike(_pattern(grey, box), _pattern(half, smaller)) > 0.6


def test_what_is_too_small_or_outside_of_the_picture_has_no_pattern(faces: Shown) -> None:
    ((grey, box),) = faces("vertical", 0.6)
    tiny = FaceBox(100, 100, 12, 12, 0.9, 106, 110, 104)
    assert pattern_of(grey, tiny) is None
    outside = box._replace(x=box.x - 2000, mouth_x=box.mouth_x - 2000)
    assert pattern_of(grey, outside) is None
