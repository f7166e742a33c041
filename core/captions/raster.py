"""Painting primitives: transparent layers placed in a picture, and their pixels as arrays."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt
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


def paint_soft_shadow(
    painter: QPainter, paths: list[QPainterPath], grow_px: float, ink: QColor, offset_px: float, blur_px: float
) -> None:
    """Paint the shadow of paths that carry an outline of `grow_px`, shifted down by `offset_px`.

    A blurred one is painted at a quarter of the size: nobody sees it in a blur, and it costs a tenth. Without blur
    it has the sharp edges of the letters.
    """
    if blur_px < SHARP_PX:
        _paint_hard_shadow(painter, paths, grow_px, ink, offset_px)
        return
    extent = QRectF()
    for path in paths:
        extent = extent.united(path.boundingRect())
    if extent.isEmpty():
        return
    shape = ShadowShape(extent, grow_px, offset_px, blur_px)
    for path in paths:
        shape.add(path)
    shape.paint(painter, ink)


class ShadowShape:
    """What casts a soft shadow, a quarter of its size and without its blur; more of it can be added later.

    Args:
        extent: What its paths cover at most, picture pixels.
        grow_px: The outline that they carry.
        offset_px: How far down the shadow falls.
        blur_px: How soft it is.
    """

    def __init__(self, extent: QRectF, grow_px: float, offset_px: float, blur_px: float) -> None:
        self._grow_px, self._offset_px, self._blur_px = grow_px, offset_px, blur_px
        reach = grow_px + offset_px + 3 * blur_px
        self._area = extent.adjusted(-reach, -reach, reach, reach).toAlignedRect()
        width, height = (math.ceil(side / BLUR_REDUCTION) for side in (self._area.width(), self._area.height()))
        self._small = QImage(width, height, QImage.Format.Format_Alpha8)
        self._small.fill(0)

    def add(self, path: QPainterPath) -> None:
        """Let a path cast it too."""
        painter = QPainter(self._small)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(1 / BLUR_REDUCTION, 1 / BLUR_REDUCTION)
        painter.translate(-self._area.x(), self._offset_px - self._area.y())
        black = QColor(0, 0, 0)
        painter.fillPath(path, black)
        if self._grow_px > 0:
            painter.strokePath(path, outline_pen(self._grow_px, black))
        painter.end()

    def paint(self, painter: QPainter, ink: QColor) -> None:
        """Paint the shadow of what was added."""
        tinted = _tinted(_blurred(self._small, self._blur_px / BLUR_REDUCTION), ink)
        width, height = (side * BLUR_REDUCTION for side in (self._small.width(), self._small.height()))
        painter.drawImage(QRectF(self._area.x(), self._area.y(), width, height), tinted)


def _paint_hard_shadow(
    painter: QPainter, paths: list[QPainterPath], grow_px: float, ink: QColor, offset_px: float
) -> None:
    """Paint sharp shadows, opaque on a layer of their own first, so that outline and letters don't add up."""
    extent = QRectF()
    for path in paths:
        extent = extent.united(path.boundingRect())
    if extent.isEmpty():
        return
    reach = grow_px + offset_px + 1
    scratch = Layer(extent.adjusted(-reach, -reach, reach, reach).toAlignedRect())
    solid = QColor(ink.red(), ink.green(), ink.blue())
    with scratch.painting() as inner:
        inner.translate(0.0, offset_px)
        for path in paths:
            if grow_px > 0:
                inner.strokePath(path, outline_pen(grow_px, solid))
            inner.fillPath(path, solid)
    painter.save()
    painter.setOpacity(painter.opacity() * ink.alphaF())
    scratch.drawn_on(painter)
    painter.restore()


def _blurred(image: QImage, radius: float) -> NDArray[np.float32]:
    """Return the alpha of an image blurred by three box filters, which together are close to a Gaussian."""
    import cv2

    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    alpha: NDArray[np.float32] = rows[:, : image.width()].astype(np.float32)
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
