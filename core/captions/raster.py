"""Painting primitives: transparent layers placed in a picture, and their pixels as arrays."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

Pixels = NDArray[np.uint8]
BLUR_REDUCTION = 4
# Less blur than this is none.
SHARP_PX = 0.75


def colour(text: str) -> QColor:
    """Return the colour of "#rrggbb" or "#rrggbbaa"."""
    channels = [int(text[start : start + 2], 16) for start in range(1, len(text), 2)]
    return QColor(*channels)


def outline_pen(width_px: float, ink: QColor) -> QPen:
    """Return a pen that leaves `width_px` of outline outside a path that is filled over it."""
    return QPen(ink, 2 * width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def pixel_rect(area: QRectF, width: int, height: int) -> QRect:
    """Return the smallest rectangle around `area` inside the picture, all edges even.

    Even edges let a renderer blend the half-size colour planes without shifting them.
    """
    left = max(0, math.floor(area.left() / 2) * 2)
    top = max(0, math.floor(area.top() / 2) * 2)
    right = min(width, math.ceil(area.right() / 2) * 2)
    bottom = min(height, math.ceil(area.bottom() / 2) * 2)
    return QRect(left, top, max(0, right - left), max(0, bottom - top))


class Layer:
    """A transparent image placed in the picture: `rect` in picture pixels, which may be empty."""

    def __init__(self, rect: QRect, image: QImage | None = None) -> None:
        self.rect = rect
        if image is None:
            # Qt paints on no image without pixels.
            size = QSize(1, 1) if rect.isEmpty() else rect.size()
            image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            image.fill(0)
        self.image = image

    @contextmanager
    def painting(self) -> Iterator[QPainter]:
        """Give a painter whose coordinates are picture pixels."""
        painter = QPainter(self.image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self.rect.x(), -self.rect.y())
        try:
            yield painter
        finally:
            painter.end()

    def copy(self) -> Layer:
        """Return a layer of its own with the same pixels."""
        return Layer(self.rect, self.image.copy())

    def moved_down(self, px: int) -> Layer:
        """Return the same pixels in another place; `px` is even."""
        return Layer(self.rect.translated(0, px), self.image) if px else self

    def cropped(self) -> Layer:
        """Return it without rows and columns at its edges that nothing is painted on; its edges stay even."""
        import cv2

        if self.rect.isEmpty():
            return self
        left, top, width, height = cv2.boundingRect(cv2.extractChannel(self._bgra(), 3))
        if not width or not height:
            return Layer(QRect(self.rect.topLeft(), QSize(0, 0)))
        right, bottom = (left + width + 1) // 2 * 2, (top + height + 1) // 2 * 2
        left, top = left // 2 * 2, top // 2 * 2
        inner = QRect(left, top, min(right, self.rect.width()) - left, min(bottom, self.rect.height()) - top)
        return Layer(inner.translated(self.rect.topLeft()), self.image.copy(inner))

    def faded(self, opacity: float) -> Layer:
        """Return it at an opacity; itself where that is all of it."""
        if opacity >= 1.0:
            return self
        thinner = Layer(self.rect)
        with thinner.painting() as painter:
            painter.setOpacity(opacity)
            self.drawn_on(painter)
        return thinner

    def drawn_on(self, painter: QPainter) -> None:
        """Paint the layer at its place with a painter in picture pixels."""
        painter.drawImage(self.rect.topLeft(), self.image)

    def rgba(self) -> Pixels:
        """Return the pixels as (height, width, 4) uint8, premultiplied RGBA, owned by the caller."""
        if self.rect.isEmpty():
            return np.zeros((0, 0, 4), np.uint8)
        import cv2

        # Three times as fast as asking Qt for its format of that order, and Qt paints fastest in its own.
        return np.asarray(cv2.cvtColor(self._bgra(), cv2.COLOR_BGRA2RGBA), dtype=np.uint8)

    def _bgra(self) -> Pixels:
        """Return a view of the pixels, blue first, as they lie in memory; it lives as long as the image."""
        image = self.image
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)


def paint_shadow(painter: QPainter, path: QPainterPath, ink: QColor, offset_px: float, blur_px: float) -> None:
    """Paint the shadow of a filled path, see `paint_shadow_of`."""
    extent = path.boundingRect()
    if extent.isEmpty():
        return
    shape = Layer(extent.adjusted(-1, -1, 1, 1).toAlignedRect())
    with shape.painting() as inner:
        inner.fillPath(path, QColor(0, 0, 0))
    paint_shadow_of(painter, shape, ink, offset_px, blur_px)


def paint_shadow_of(painter: QPainter, shape: Layer, ink: QColor, offset_px: float, blur_px: float) -> None:
    """Paint the shadow of what is on a layer, whatever its colours, shifted down by `offset_px`.

    It is blurred at a quarter of the size, which nobody sees in a blur, and which costs a tenth. Without blur its
    edges are as sharp as the shape's.
    """
    import cv2

    if blur_px < SHARP_PX:
        _paint_sharp_shadow(painter, shape, ink, offset_px)
        return
    alpha = np.asarray(cv2.extractChannel(shape._bgra(), 3), np.uint8)
    reach = math.ceil(3 * blur_px)
    width, height = (math.ceil((side + 2 * reach) / BLUR_REDUCTION) for side in reversed(alpha.shape))
    right, bottom = (
        BLUR_REDUCTION * small - reach - side
        for small, side in ((width, alpha.shape[1]), (height, alpha.shape[0]))
    )
    wide = cv2.copyMakeBorder(alpha, reach, bottom, reach, right, cv2.BORDER_CONSTANT, value=0)
    small = np.asarray(cv2.resize(wide, (width, height), interpolation=cv2.INTER_AREA), np.float32)
    tinted = _tinted(_blurred(small, blur_px / BLUR_REDUCTION), ink)
    left, top = shape.rect.x() - reach, shape.rect.y() - reach + offset_px
    painter.drawImage(QRectF(left, top, BLUR_REDUCTION * width, BLUR_REDUCTION * height), tinted)


def _paint_sharp_shadow(painter: QPainter, shape: Layer, ink: QColor, offset_px: float) -> None:
    solid = shape.copy()
    with solid.painting() as inner:
        inner.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        inner.fillRect(solid.rect, QColor(ink.red(), ink.green(), ink.blue()))
    painter.save()
    painter.setOpacity(painter.opacity() * ink.alphaF())
    painter.drawImage(solid.rect.topLeft() + QPoint(0, round(offset_px)), solid.image)
    painter.restore()


def _blurred(alpha: NDArray[np.float32], radius: float) -> NDArray[np.float32]:
    """Return alpha blurred by three box filters, which together are close to a Gaussian."""
    import cv2

    half = max(0, round(radius))
    for _ in range(3 if half else 0):
        blurred = cv2.blur(alpha, (2 * half + 1, 2 * half + 1), borderType=cv2.BORDER_CONSTANT)
        alpha = np.asarray(blurred, dtype=np.float32)
    return alpha


def _tinted(alpha: NDArray[np.float32], ink: QColor) -> QImage:
    """Return a premultiplied image of one colour with the given alpha (0 to 255)."""
    strength = np.clip(alpha, 0, 255) * ink.alphaF()
    rgba = np.empty((*alpha.shape, 4), np.uint8)
    for channel, value in enumerate((ink.redF(), ink.greenF(), ink.blueF(), 1.0)):
        rgba[..., channel] = np.rint(strength * value)
    height, width = alpha.shape
    shared = QImage(rgba.data, width, height, 4 * width, QImage.Format.Format_RGBA8888_Premultiplied)
    return shared.copy()
