"""Pictures of a style's package, read for painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QImageReader

from core.errors import StyleError

if TYPE_CHECKING:
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
