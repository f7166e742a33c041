"""Faces made of numbers: framing needs no pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from core.schema.framing import FacePoint, FaceTrack
from core.schema.source import VideoStream

MakeTrack = Callable[..., FaceTrack]


@pytest.fixture(scope="session")
def make_track() -> MakeTrack:
    """Return a maker of a track of one face between two seconds.

    `x`, `y` are the face's centre: a number, or a function of the second; so is `speaking`.
    """

    def make(
        number: int, x: object, y: object, size: float, start: float, end: float, **more: object
    ) -> FaceTrack:
        def value(given: object, at: float) -> float:
            return float(given(at) if callable(given) else given)  # type: ignore[arg-type]

        points = tuple(
            FacePoint(
                at=at,
                x=value(x, at) - size / 2,
                y=value(y, at) - size / 2,
                width=size,
                height=size,
                speaking=value(more.get("speaking", 0.0), at),
            )
            for at in np.arange(start, end, 0.2).tolist()
        )
        person = more.get("person", number)
        assert isinstance(person, int)
        return FaceTrack(id=number, person=person, points=points)

    return make


def video(width: int = 1920, height: int = 1080) -> VideoStream:
    """Return the facts of a plain upright video."""
    return VideoStream(
        index=0, codec="h264", width=width, height=height, coded_width=width, coded_height=height, fps=30.0
    )


@pytest.fixture(scope="session")
def hd() -> VideoStream:
    """Return the facts of a 1080p video."""
    return video()


@pytest.fixture(scope="session")
def vertical() -> VideoStream:
    """Return the facts of a phone video."""
    return video(720, 1280)
