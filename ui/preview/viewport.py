"""Where a picture's pixels are on the screen, and crops that are moved and scaled: geometry without widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from core.schema.framing import LayoutSpan

# A crop is never made smaller than this share of the picture's height, nor than these lines.
LEAST_SHARE, LEAST_PX = 0.1, 64.0


class Crop(NamedTuple):
    """A crop in pixels of the upright source."""

    x: float
    y: float
    width: float
    height: float

    def rectangle(self) -> QRectF:
        """Return it as Qt has it."""
        return QRectF(*self)


class Size(NamedTuple):
    """The upright source in pixels."""

    width: float
    height: float


def clamped(crop: Crop, size: Size) -> Crop:
    """Return a crop of the same shape inside the picture."""
    ratio = crop.width / crop.height
    largest = min(size.height, size.width / ratio)
    height = min(max(crop.height, min(largest, max(LEAST_PX, LEAST_SHARE * size.height))), largest)
    width = height * ratio
    x = min(max(crop.x + (crop.width - width) / 2, 0.0), size.width - width)
    y = min(max(crop.y + (crop.height - height) / 2, 0.0), size.height - height)
    return Crop(x, y, width, height)


def moved(crop: Crop, by: QPointF, size: Size) -> Crop:
    """Return a crop moved by pixels of the source, inside the picture."""
    return clamped(crop._replace(x=crop.x + by.x(), y=crop.y + by.y()), size)


def scaled(crop: Crop, factor: float, about: QPointF, size: Size) -> Crop:
    """Return a crop scaled so that a point of the source keeps its place in it, inside the picture."""
    ratio = crop.width / crop.height
    largest = min(size.height, size.width / ratio)
    height = min(max(crop.height * factor, min(largest, max(LEAST_PX, LEAST_SHARE * size.height))), largest)
    share = height / crop.height
    x = about.x() - (about.x() - crop.x) * share
    y = about.y() - (about.y() - crop.y) * share
    return clamped(Crop(x, y, height * ratio, height), size)


@dataclass(frozen=True)
class Part:
    """A rectangle of the source (in its pixels) that is shown in a rectangle of the screen."""

    seen: QRectF
    area: QRectF

    def to_screen(self, rectangle: QRectF) -> QRectF:
        """Return where a rectangle of the source is on the screen."""
        across, down = self.area.width() / self.seen.width(), self.area.height() / self.seen.height()
        return QRectF(
            self.area.left() + (rectangle.left() - self.seen.left()) * across,
            self.area.top() + (rectangle.top() - self.seen.top()) * down,
            rectangle.width() * across,
            rectangle.height() * down,
        )

    def to_source(self, point: QPointF) -> QPointF:
        """Return the point of the source that is shown at a point of the screen."""
        across, down = self.seen.width() / self.area.width(), self.seen.height() / self.area.height()
        return QPointF(
            self.seen.left() + (point.x() - self.area.left()) * across,
            self.seen.top() + (point.y() - self.area.top()) * down,
        )


def placed(area: QRectF, x: float, y: float, width: float, height: float) -> QRectF:
    """Return the rectangle of the screen that lies in an area by fractions of it."""
    return QRectF(
        area.left() + x * area.width(),
        area.top() + y * area.height(),
        width * area.width(),
        height * area.height(),
    )


def parts_of(span: LayoutSpan, at: float, area: QRectF) -> list[Part]:
    """Return what a composed picture shows of the source at a second of the span's own time, and where."""
    parts = []
    for region in span.regions:
        target = region.target
        there = placed(area, target.x, target.y, target.width, target.height)
        parts.append(Part(QRectF(*region.crop.at_time(at)), there))
    return parts


def part_at(parts: Sequence[Part], point: QPointF) -> Part | None:
    """Return the part that lies under a point of the screen, of those painted last first."""
    return next((part for part in reversed(parts) if part.area.contains(point)), None)
