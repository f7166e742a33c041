"""What display matrices say, against what FFmpeg's own filters do with a picture that has one."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.media.orientation import Orientation, from_matrix, orientation_of
from core.media.probe import probe
from tests.core.media.conftest import Recipe, even, make

ONE = 65536
MATRICES = {
    "as it is": ((ONE, 0, 0, ONE), Orientation(0, False)),
    "counter-clockwise": ((0, -ONE, ONE, 0), Orientation(90, False)),
    "upside down": ((-ONE, 0, 0, -ONE), Orientation(180, False)),
    "clockwise": ((0, ONE, -ONE, 0), Orientation(-90, False)),
    "mirrored left to right": ((-ONE, 0, 0, ONE), Orientation(0, True)),
    "mirrored top to bottom": ((ONE, 0, 0, -ONE), Orientation(180, True)),
    "transposed": ((0, ONE, ONE, 0), Orientation(90, True)),
    "transposed across": ((0, -ONE, -ONE, 0), Orientation(-90, True)),
    "nothing at all": ((0, 0, 0, 0), Orientation(0, False)),
}


def whole(corner: tuple[int, int, int, int]) -> list[int]:
    a, b, c, d = corner
    return [a, b, 0, c, d, 0, 0, 0, 1 << 30]


@pytest.mark.parametrize("name", MATRICES)
def test_what_a_matrix_says(name: str) -> None:
    corner, expected = MATRICES[name]
    assert from_matrix(whole(corner)) == expected


@pytest.mark.parametrize("name", [name for name in MATRICES if name != "nothing at all"])
def test_mirroring_and_then_turning_puts_each_corner_where_the_matrix_puts_it(name: str) -> None:
    (a, b, c, d), expected = MATRICES[name]
    corners = np.array([[-1, -1], [1, -1], [-1, 1], [1, 1]])
    wanted = corners @ np.array([[a, b], [c, d]]) / ONE
    picture = np.arange(4).reshape(2, 2)
    upright = np.rot90(picture[:, ::-1] if expected.is_mirrored else picture, expected.rotation_degrees // 90)
    for number, (x, y) in enumerate(wanted):
        assert upright[int(y > 0), int(x > 0)] == number


@given(st.floats(-180, 180), st.booleans(), st.floats(0.5, 2.0))
def test_every_angle_is_the_nearest_quarter_turn(angle: float, is_mirrored: bool, scale: float) -> None:
    radians = np.radians(angle)
    a, b, c, d = np.cos(radians), -np.sin(radians), np.sin(radians), np.cos(radians)
    if is_mirrored:
        a, b = -a, -b
    said = from_matrix(whole(tuple(round(value * scale * ONE) for value in (a, b, c, d))))  # type: ignore[arg-type]
    assert said.is_mirrored == is_mirrored
    away = (angle - said.rotation_degrees + 180) % 360 - 180
    assert abs(away) <= 45.01
    assert -180 < said.rotation_degrees <= 180


def test_a_file_that_is_mirrored_and_turned(tmp_path: Path) -> None:
    stored = make(tmp_path / "stored.mp4", Recipe(seconds=even(24)))
    turned = tmp_path / "turned.mp4"
    with av.open(str(stored)) as source, av.open(str(turned), "w") as copy:
        stream = copy.add_stream_from_template(source.streams.video[0])
        stream.set_display_matrix(whole(MATRICES["transposed"][0]))
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                copy.mux(packet)
    with av.open(str(turned)) as container:
        assert orientation_of(next(container.decode(video=0))) == Orientation(90, True)
    video = probe(turned).video
    assert video is not None
    assert (video.width, video.height) == (108, 192)
    assert (video.rotation_degrees, video.is_mirrored) == (90, True)
