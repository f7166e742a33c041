"""Pictures of a style's package, read for painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QImage, QImageReader

from core.errors import StyleError

if TYPE_CHECKING:
    from core.captions.raster import Pixels
    from core.schema.style import Style


def read_image(style: Style, name: str) -> QImage:
    """Return a picture of a style's package, upright, premultiplied.

    Raises:
        StyleError: The package lacks it, or it can't be read.
    """
    asset = style.asset(name)
    if asset is None:
        raise StyleError(
            f"Style {style.pin} shows “{name}”, which its package lacks.", remedy="Add the picture to the package."
        )
    reader = QImageReader(str(asset.path))
    # By what it is: a package may come from where endings mean little.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        raise StyleError(
            f"“{name}” of style {style.pin} can't be read: {reader.errorString()}.",
            file=str(asset.path),
            remedy="Replace it with a PNG, JPEG or WebP picture.",
        )
    return picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def read_rgba(style: Style, name: str) -> Pixels:
    """Return a picture of a style's package as (height, width, 4) uint8, premultiplied RGBA.

    Raises:
        StyleError: The package lacks it, or it can't be read.
    """
    picture = read_image(style, name).convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return rows[:, : picture.width() * 4].reshape(picture.height(), picture.width(), 4).copy()
