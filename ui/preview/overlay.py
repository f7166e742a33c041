"""What is drawn over the preview while framing is adjusted: the crop, faces with names, handles; and the picture
as it is under the hand, painted from the source until the real one is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from ui import theme
from ui.preview.viewport import Part, Size

_HANDLE_PX, _DIM = 14, QColor(8, 9, 11, 168)
_BLUR_PX = 24


@dataclass(frozen=True)
class FaceOutline:
    """A face in pixels of the source, whose it is, and whether the framing was told to keep to it."""

    face: QRectF
    name: str
    is_chosen: bool = False
    person: int = -1


@dataclass(frozen=True)
class FramingView:
    """What is known of the picture on the screen.

    `parts` say where the source's pixels are; `crop` is the crop's place on the screen, `beside` are those of the
    other crops of its layout; with `is_whole` the screen shows the whole source. `kept` is what of a picture as it
    was recorded the clip shows. `live` is the source's picture to
    paint instead of the usual one, on a blur of itself or on a plain `ground`.
    """

    size: Size
    parts: tuple[Part, ...] = ()
    crop: QRectF | None = None
    beside: tuple[QRectF, ...] = ()
    kept: tuple[QRectF, ...] = ()
    is_whole: bool = False
    is_adjusting: bool = False
    faces: tuple[FaceOutline, ...] = ()
    live: QImage | None = None
    has_blur: bool = False
    ground: QColor | None = None


def paint_live(painter: QPainter, area: QRectF, view: FramingView) -> None:
    """Paint the source's picture as the parts place it."""
    assert view.live is not None
    if view.ground is not None:
        painter.fillRect(area, view.ground)
    elif view.has_blur:
        _paint_blurred(painter, area, view.live)
    for part in view.parts:
        painter.drawImage(part.area, view.live, _in_image(part.seen, view.live, view.size))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 200), 1.5))
    painter.drawRects(list(view.kept))


def paint_overlay(painter: QPainter, view: FramingView) -> None:
    """Paint what helps to adjust; nothing while nobody does."""
    if not view.is_adjusting or not view.parts:
        return
    if view.is_whole and view.crop is not None:
        outside = QPainterPath()
        outside.addRect(view.parts[0].area)
        for shown in (view.crop, *view.beside):
            inside = QPainterPath()
            inside.addRect(shown)
            outside = outside.subtracted(inside)
        painter.fillPath(outside, _DIM)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 160), 1))
        painter.drawRects(list(view.beside))
    for outline, place in face_places(view):
        _paint_face(painter, outline, place)
    if view.crop is not None:
        _paint_crop(painter, view.crop)


def face_places(view: FramingView) -> list[tuple[FaceOutline, QRectF]]:
    """Return each face that is seen and where it is on the screen."""
    return [
        (outline, part.to_screen(outline.face).intersected(part.area))
        for part in view.parts
        for outline in view.faces
        if part.seen.contains(outline.face.center())
    ]


def face_under(view: FramingView, at: QPointF) -> FaceOutline | None:
    """Return the face under a point of the screen, the smallest where several are."""
    hit = [
        (place.width() * place.height(), n) for n, (_, place) in enumerate(face_places(view)) if place.contains(at)
    ]
    return face_places(view)[min(hit)[1]][0] if hit else None


def _in_image(seen: QRectF, image: QImage, size: Size) -> QRectF:
    across, down = image.width() / size.width, image.height() / size.height
    return QRectF(seen.left() * across, seen.top() * down, seen.width() * across, seen.height() * down)


def _paint_blurred(painter: QPainter, area: QRectF, image: QImage) -> None:
    """Paint a stand-in for the blurred background: the picture, tiny, stretched over all of it and darkened."""
    whole = QSizeF(image.size())
    room = area.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
    middle = QRectF(
        (whole.width() - room.width()) / 2, (whole.height() - room.height()) / 2, room.width(), room.height()
    )
    smooth = Qt.TransformationMode.SmoothTransformation
    keep = Qt.AspectRatioMode.KeepAspectRatio
    tiny = image.copy(middle.toRect()).scaled(_BLUR_PX, _BLUR_PX, keep, smooth)
    painter.drawImage(area, tiny)
    painter.fillRect(area, QColor(0, 0, 0, 96))


def _paint_face(painter: QPainter, outline: FaceOutline, place: QRectF) -> None:
    colour = theme.colour("on-canvas-accent") if outline.is_chosen else QColor(255, 255, 255, 220)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(0, 0, 0, 140), 4), QPen(colour, 2)):
        painter.setPen(pen)
        painter.drawRoundedRect(place, 6, 6)
    painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.Medium))
    text = f"{outline.name} ✓" if outline.is_chosen else outline.name
    metrics = QFontMetricsF(painter.font())
    width, height = metrics.horizontalAdvance(text) + 12, metrics.height() + 4
    label = QRectF(place.center().x() - width / 2, place.bottom() + 4, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("on-canvas-accent") if outline.is_chosen else QColor(11, 12, 14, 210))
    painter.drawRoundedRect(label, 4, 4)
    painter.setPen(theme.colour("canvas") if outline.is_chosen else theme.colour("on-canvas"))
    painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_crop(painter: QPainter, crop: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("on-canvas-accent"), 2))
    painter.drawRect(crop)
    thin = QPen(QColor(255, 255, 255, 70), 1)
    painter.setPen(thin)
    for third in (1, 2):
        x = crop.left() + crop.width() * third / 3
        y = crop.top() + crop.height() * third / 3
        painter.drawLine(QPointF(x, crop.top()), QPointF(x, crop.bottom()))
        painter.drawLine(QPointF(crop.left(), y), QPointF(crop.right(), y))
    painter.setPen(QPen(theme.colour("canvas"), 1))
    painter.setBrush(theme.colour("on-canvas-accent"))
    for corner in _corners(crop):
        painter.drawRoundedRect(
            QRectF(corner.x() - _HANDLE_PX / 2, corner.y() - _HANDLE_PX / 2, _HANDLE_PX, _HANDLE_PX), 3, 3
        )


def _corners(crop: QRectF) -> Sequence[QPointF]:
    return crop.topLeft(), crop.topRight(), crop.bottomLeft(), crop.bottomRight()
