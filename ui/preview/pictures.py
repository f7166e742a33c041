"""Pixels as Qt draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def to_image(pixels: NDArray[np.uint8]) -> QImage:
    """Return a picture of its own memory, in the format that is drawn fastest, from (height, width, 3) RGB."""
    import numpy as np

    height, width, _ = pixels.shape
    whole = np.ascontiguousarray(pixels)
    return QImage(whole.data, width, height, width * 3, QImage.Format.Format_RGB888).convertToFormat(
        QImage.Format.Format_RGB32
    )
