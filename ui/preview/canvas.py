"""Where frames are drawn: the picture in the middle, safe zones over it, words where there is no picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.styles.zones import safe_zones
from ui import theme
from ui.preview.crop_tool import NOTCH, OWN_KEYS, CropTool
from ui.preview.overlay import FaceOutline, FramingView, face_under, paint_live, paint_overlay
from ui.preview.zone import paint_zone
from ui.widgets.chooser import Chooser
from ui.wording import tr

_MARGIN_PX = 8
# The zone that keeps clear of all of them; platforms are called alike in every language.
_ALL_PLATFORMS = "All platforms"


def zone_names() -> list[str]:
    """Return the platforms whose safe zone can be drawn."""
    return list(safe_zones())


def offer_zones(chooser: Chooser) -> None:
    """Let a chooser offer no zone, and each that can be drawn."""
    chooser.addItem(tr("No safe zones"), "")
    chooser.shorten(0, tr("No zones", "short for: No safe zones"))
    for name in zone_names():
        is_all = name == _ALL_PLATFORMS
        chooser.addItem(tr("All platforms") if is_all else name, name)
        if is_all:
            chooser.shorten(chooser.count() - 1, tr("All", "short for: All platforms"))


class Canvas(QWidget):
    """Draws one picture.

    Signals:
        clicked(): The picture was clicked.
        pointed(QPointF): It was clicked on a face while its framing is adjusted.
        left(): Adjusting was left with Escape.
        resized(): The room for the picture changed.
        reshaped(): The picture has another place in the room.
    """

    clicked = Signal()
    pointed = Signal(QPointF)
    left = Signal()
    resized = Signal()
    reshaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewCanvas")
        self.setAccessibleName(tr("Preview picture"))
        self.setMinimumSize(160, 60)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture: QImage | None = None
        self._ratio = 9 / 16
        self._zone = ""
        self._message = ""
        self._is_busy = False
        self._is_error = False
        self._framing: FramingView | None = None
        self.tool = CropTool(self)
        self.setMouseTracking(True)

    def show_framing(self, view: FramingView | None) -> None:
        """Draw how the picture is framed over it, or instead of it; None draws nothing."""
        self._framing = view
        self.update()

    def framing(self) -> FramingView | None:
        """Return what is drawn of the framing."""
        return self._framing

    def face_under(self, at: QPointF) -> FaceOutline | None:
        """Return the face under a point."""
        return face_under(self._framing, at) if self._framing is not None else None

    def take_keys(self, is_wanted: bool) -> None:
        """Use arrows, plus, minus and Escape for the crop while the canvas has the focus, or leave them alone."""
        self.setProperty("ownKeys", {*OWN_KEYS, Qt.Key.Key_Escape} if is_wanted else None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_wanted else Qt.FocusPolicy.NoFocus)
        if is_wanted:
            self.setFocus()
        elif self.hasFocus():
            self.clearFocus()
        self.update()

    def show_picture(self, picture: QImage | None) -> None:
        """Draw a picture; None draws an empty frame."""
        before = self.frame_area()
        self._picture = picture
        self._tell_area(before)
        self.update()

    def picture(self) -> QImage | None:
        """Return the picture that is drawn."""
        return self._picture

    def show_ratio(self, width: int, height: int) -> None:
        """Say which shape the frame has while there is no picture."""
        before = self.frame_area()
        self._ratio = width / height
        self._tell_area(before)
        self.update()

    def _tell_area(self, before: QRectF) -> None:
        if self.frame_area() != before:
            self.reshaped.emit()

    def show_message(self, text: str, is_busy: bool = False, is_error: bool = False) -> None:
        """Say something over the picture; an empty text says nothing."""
        self._message, self._is_busy, self._is_error = text, is_busy, is_error
        self.setAccessibleDescription(text)
        self.update()

    def message(self) -> str:
        """Return what is said over the picture."""
        return self._message

    def show_zone(self, platform: str) -> None:
        """Draw a platform's safe zone; an empty name draws none."""
        self._zone = platform
        self.update()

    def zone(self) -> str:
        """Return the platform whose safe zone is drawn, empty where none is."""
        return self._zone

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(480, 480)

    def room(self) -> QRectF:
        """Return where a picture may be."""
        return QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)

    def frame_area(self) -> QRectF:
        """Return where the picture is drawn."""
        ratio = self._ratio
        if self._picture is not None and not self._picture.isNull():
            ratio = self._picture.width() / self._picture.height()
        room = self.room()
        width = min(room.width(), room.height() * ratio)
        height = width / ratio
        return QRectF(round(room.center().x() - width / 2), round(room.center().y() - height / 2), width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.frame_area()
        if self._framing is not None and self._framing.kept:
            paint_live(painter, area, self._framing)
            painter.end()
            return
        painter.fillRect(area, theme.colour("canvas"))
        if self._framing is not None and self._framing.live is not None:
            paint_live(painter, area, self._framing)
        elif self._picture is not None and not self._picture.isNull():
            painter.drawImage(area, self._picture)
        if self._zone:
            paint_zone(painter, area, self._zone)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(area)
        if self._framing is not None:
            paint_overlay(painter, self._framing)
        if self._message:
            self._paint_message(painter, area)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the crop."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tool.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the crop follow, or show what a press would do."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.tool.move(event.position())
        shape = self.tool.cursor(event.position())
        if shape is None and self._is_on_face(event.position()):
            shape = Qt.CursorShape.PointingHandCursor
        if shape is None:
            self.unsetCursor()
        else:
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the crop, or tell of a click."""
        if event.button() != Qt.MouseButton.LeftButton or self.tool.release():
            return
        if self._is_on_face(event.position()):
            self.pointed.emit(event.position())
        elif self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def _is_on_face(self, at: QPointF) -> bool:
        view = self._framing
        return view is not None and view.is_adjusting and self.face_under(at) is not None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scale the crop while it is adjusted, or with Ctrl."""
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not self.tool.has_handles and not is_held:
            event.ignore()
            return
        self.tool.zoom(NOTCH ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Scale the crop by a pinch."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.tool.zoom(max(0.2, 1 + event.value()), event.position())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge or scale the crop, or leave adjusting."""
        if self.tool.has_handles and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not (self.tool.has_handles and self.tool.key(event)):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the room changed."""
        super().resizeEvent(event)
        self.resized.emit()

    def _paint_message(self, painter: QPainter, area: QRectF) -> None:
        if self._is_busy and self._picture is not None:
            _paint_chip(painter, area, self._message)
            return
        painter.fillRect(area, theme.colour_with("canvas", 190 if self._picture is not None else 0))
        painter.setFont(theme.font(theme.BODY_PX, QFont.Weight.Medium))
        painter.setPen(theme.colour("on-canvas-danger" if self._is_error else "on-canvas"))
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        inside = area.adjusted(8, 8, -8, -8)
        if inside.contains(painter.boundingRect(inside, flags, self._message)):
            painter.drawText(inside, flags, self._message)
            return
        # Wider than an upright picture: a card over it, so that no line crosses the picture's edge.
        room = QRectF(self.rect()).adjusted(24, 16, -24, -16)
        text = painter.boundingRect(room, flags, self._message).intersected(room)
        ink = painter.pen()
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("canvas"))
        painter.drawRoundedRect(text.adjusted(-14, -10, 14, 10), 8, 8)
        painter.setPen(ink)
        painter.drawText(text, flags, self._message)


def _paint_chip(painter: QPainter, area: QRectF, text: str) -> None:
    """Say in a small box at the foot that something is being made, and leave the picture to be seen."""
    painter.setFont(theme.font(theme.SMALL_PX, QFont.Weight.Medium))
    width = painter.fontMetrics().horizontalAdvance(text) + 20
    box = QRectF(area.center().x() - width / 2, area.bottom() - 34, width, 24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour_with("canvas", 220))
    painter.drawRoundedRect(box, 12, 12)
    painter.setPen(theme.colour("on-canvas"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
