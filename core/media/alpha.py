"""Pictures with an alpha channel, as they are written: 10 bit, 4:4:4:4, BT.709, straight full-range alpha."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

PIXEL_FORMAT = "yuva444p10le"
# Y, U, V (limited range) and alpha of what is not seen.
TRANSPARENT = (64, 512, 512, 0)


class AlphaPicture:
    """One picture with views of its four planes, Y, U, V and alpha: (height, width) uint16, 10 bits in use."""

    __slots__ = ("frame", "planes")

    def __init__(self, frame: VideoFrame) -> None:
        self.frame = frame
        self.planes = tuple(_view(frame, index) for index in range(4))

    @classmethod
    def transparent(cls, width: int, height: int) -> AlphaPicture:
        """Return a new picture in which nothing is seen."""
        from av import VideoFrame

        picture = cls(VideoFrame(width, height, PIXEL_FORMAT))
        for plane, value in zip(picture.planes, TRANSPARENT, strict=True):
            plane[:] = value
        return picture


def _view(frame: VideoFrame, index: int) -> NDArray[np.uint16]:
    plane = frame.planes[index]
    # The buffer protocol is there at run time; its annotation needs Python 3.12.
    rows = np.frombuffer(plane, np.uint16)  # type: ignore[call-overload]
    view: NDArray[np.uint16] = rows[: plane.line_size // 2 * frame.height].reshape(frame.height, -1)
    return view[:, : frame.width]
