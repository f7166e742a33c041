"""Where frames are drawn: the picture in the middle, safe zones over it, words where there is no picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.schema.style import SafeZone
from core.styles.zones import safe_zones
from ui import theme

_MARGIN_PX = 8


def zone_names() -> list[str]:
    """Return the platforms whose safe zone can be drawn."""
    return list(safe_zones())


class Canvas(QWidget):
    """Draws one picture.

    Signals:
        clicked(): The picture was clicked.
        resized(): The room for the picture changed.
    """

    clicked = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewCanvas")
        self.setAccessibleName("Preview picture")
        self.setMinimumSize(200, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._picture: QImage | None = None
        self._ratio = 9 / 16
        self._zone = ""
        self._message = ""
        self._is_busy = False
        self._is_error = False

    def show_picture(self, picture: QImage | None) -> None:
        """Draw a picture; None draws an empty frame."""
        self._picture = picture
        self.update()

    def picture(self) -> QImage | None:
        """Return the picture that is drawn."""
        return self._picture

    def show_ratio(self, width: int, height: int) -> None:
        """Say which shape the frame has while there is no picture."""
        self._ratio = width / height
        self.update()

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

    def sizeHint(self) -> QSize:
        """Ask for a comfortable size."""
        return QSize(480, 480)

    def frame_area(self) -> QRectF:
        """Return where the picture is drawn."""
        ratio = self._ratio
        if self._picture is not None and not self._picture.isNull():
            ratio = self._picture.width() / self._picture.height()
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        width = min(room.width(), room.height() * ratio)
        height = width / ratio
        return QRectF(round(room.center().x() - width / 2), round(room.center().y() - height / 2), width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.frame_area()
        painter.fillRect(area, theme.colour("canvas"))
        if self._picture is not None and not self._picture.isNull():
            painter.drawImage(area, self._picture)
        if self._zone and area.height() > area.width() * 1.6:
            _paint_zone(painter, area, safe_zones()[self._zone])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(area)
        if self._message:
            self._paint_message(painter, area)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the room changed."""
        super().resizeEvent(event)
        self.resized.emit()

    def _paint_message(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, QColor(11, 12, 14, 190 if self._picture is not None else 0))
        painter.setFont(theme.font(theme.BODY_PX, QFont.Weight.Medium))
        painter.setPen(theme.colour("danger" if self._is_error else "text"))
        room = (
            QRectF(self.rect()).adjusted(24, 24, -24, -24)
            if area.width() < 240
            else area.adjusted(16, 16, -16, -16)
        )
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._message)


def _paint_zone(painter: QPainter, area: QRectF, zone: SafeZone) -> None:
    scale = area.width() / 1080
    safe = area.adjusted(zone.left * scale, zone.top * scale, -zone.right * scale, -zone.bottom * scale)
    covered = QColor(240, 134, 142, 46)
    painter.fillRect(QRectF(area.left(), area.top(), area.width(), safe.top() - area.top()), covered)
    painter.fillRect(QRectF(area.left(), safe.bottom(), area.width(), area.bottom() - safe.bottom()), covered)
    painter.fillRect(QRectF(area.left(), safe.top(), safe.left() - area.left(), safe.height()), covered)
    painter.fillRect(QRectF(safe.right(), safe.top(), area.right() - safe.right(), safe.height()), covered)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(255, 255, 255, 170), 1, Qt.PenStyle.DashLine))
    painter.drawRect(safe)
