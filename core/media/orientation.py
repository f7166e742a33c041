"""How a stored picture must be turned to be seen upright, from the display matrix of its container.

The matrix is that of ISO/IEC 14496-12, 6.2.2: [a b u c d v x y w], 16.16 fixed point, applied to row vectors with
y pointing down. A picture is first mirrored left to right (where it is mirrored), then turned counter-clockwise.
"""

from __future__ import annotations

from math import atan2, degrees
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from av.video.frame import VideoFrame


class Orientation(NamedTuple):
    """A quarter turn counter-clockwise in (-180, 180], after mirroring left to right where `is_mirrored`."""

    rotation_degrees: int = 0
    is_mirrored: bool = False


def orientation_of(frame: VideoFrame) -> Orientation:
    """Return how a decoded frame must be turned."""
    import numpy as np
    from av.sidedata.sidedata import Type

    try:
        # PyAV's stubs take a frame's side data for a dictionary of strings.
        matrix = cast("Any", frame.side_data)[Type.DISPLAYMATRIX]
    except KeyError:
        return Orientation()
    numbers = np.frombuffer(bytes(matrix), "=i4")
    return from_matrix([int(number) for number in numbers]) if len(numbers) == 9 else Orientation()


def from_matrix(matrix: Sequence[int]) -> Orientation:
    """Return what nine numbers of a display matrix say; one that neither turns nor mirrors says nothing.

    Mirroring turns (a, b) round and leaves (c, d) alone, so that the angle is read off the latter.
    """
    a, b, c, d = matrix[0], matrix[1], matrix[3], matrix[4]
    determinant = a * d - b * c
    if determinant == 0:
        return Orientation()
    turned = round(degrees(atan2(c, d)) / 90) * 90 % 360
    return Orientation(turned - 360 if turned > 180 else turned, determinant < 0)
